"""The strip above a time grid: who each column is for, how full it is, and in a week which day."""

from collections.abc import Iterator, Mapping
from operator import is_

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QToolTip, QWidget

from praxidesk.engine.actors import Actor
from praxidesk.engine.vocabulary import ActorId, ActorKind
from praxidesk.ui.calendar.grid.layout import Column, GridLayout
from praxidesk.ui.calendar.grid.paint import separators
from praxidesk.ui.calendar.state import ActorMenuWanted, CalendarState
from praxidesk.ui.calendar.text_line import Flush, draw_line, first_fitting, fitting, width_of
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.look import icons
from praxidesk.ui.look.fonts import BASE, HEADING, SECONDARY, SEMIBOLD, TextSize
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.actor_names import family_names, short_names
from praxidesk.ui.wording.practice_words import practice_word
from praxidesk.ui.wording.shortened import shortened

translate = QCoreApplication.translate

DAY_HEADER = 58
BORDER = 1
"""Pixels that the header reaches to the left of the columns, over the edge of the gutter."""
DAY_ROW, ACTOR_ROW = 36, 41
_MOST_PICTURES = 6
_PADDING = 9
_BAR = 4
_LEAST_TOLD = 7
"""Letters of a name that was cut, with its dots, that tell less than a short name does."""
_APART = 6
"""Pixels between a name and a load."""


class GridHeader(QWidget):
    """One row of actors; in a week, a row of days above it."""

    day_chosen = Signal(object)
    """``date``: a day's name was clicked."""
    actor_menu_wanted = Signal(object)
    """``ActorMenuWanted``: a column's name was clicked, with whichever button."""

    def __init__(self, parent: QWidget, has_days: bool) -> None:
        super().__init__(parent)
        self._has_days = has_days
        self._layout: GridLayout | None = None
        self._state: CalendarState | None = None
        self._theme: Theme | None = None
        self._offset = 0
        self._pictures: list[tuple[tuple[Column, ...], tuple[object, ...], QPixmap]] = []
        """Drawn lately, of these columns: pages are turned to and fro, and painted more often than made."""
        self.drawn = 0
        """Pictures made so far; a measure of work."""
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def wanted_height(self) -> int:
        """Height in pixels."""
        return DAY_ROW + ACTOR_ROW if self._has_days else DAY_HEADER

    def show_layout(self, layout: GridLayout, theme: Theme, state: CalendarState) -> None:
        """Take over what the grid shows."""
        self._layout, self._theme, self._state = layout, theme, state
        self.update()

    def foresee(self, layout: GridLayout, state: CalendarState) -> None:
        """Draw beforehand what will be shown of another layout; what is shown now is not touched."""
        if self._theme is not None and not self.size().isEmpty():
            self._pictured(layout, self._theme, state)

    def scroll_to(self, offset: int) -> None:
        """Follow the grid's horizontal offset."""
        if offset != self._offset:
            self._offset = offset
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a day asks for it, one on a name for its menu."""
        at = event.position().toPoint()
        column = self._column_at(at)
        if column is None:
            return
        if self._is_day(at):
            if event.button() is Qt.MouseButton.LeftButton:
                self.day_chosen.emit(column.date)
        else:
            self.actor_menu_wanted.emit(ActorMenuWanted(column.actor, event.globalPosition().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand where a click does something."""
        can_click = self._column_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if can_click else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() is not shape:
            self.setCursor(shape)

    def event(self, event: QEvent) -> bool:
        """Tooltips write names and loads out."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            column, state, text = self._column_at(event.pos()), self._state, ""
            if column is not None and state is not None and not self._is_day(event.pos()):
                text = column_tooltip(state, column)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _column_at(self, at: QPoint) -> Column | None:
        return self._layout.column_at(at.x() + self._offset - BORDER) if self._layout is not None else None

    def _is_day(self, at: QPoint) -> bool:
        return self._has_days and at.y() < DAY_ROW

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture of what is shown, drawn first if something is another."""
        layout, theme, state = self._layout, self._theme, self._state
        if layout is None or theme is None or state is None:
            QPainter(self).fillRect(event.rect(), self.palette().window())
            return
        QPainter(self).drawPixmap(0, 0, self._pictured(layout, theme, state))

    def _pictured(self, layout: GridLayout, theme: Theme, state: CalendarState) -> QPixmap:
        """Of a layout; columns that are the very same look the same, but for which of them is today."""
        ratio, today = self.devicePixelRatioF(), state.zone.day_of(state.now)
        about = (theme, self._offset, self.size(), ratio, today)
        for columns, known, picture in self._pictures:
            same = len(columns) == len(layout.columns) and all(map(is_, columns, layout.columns))
            if same and known == about:
                return picture
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        self._draw(painter, layout, theme, state)
        painter.end()
        self.drawn += 1
        self._pictures.insert(0, (layout.columns, about, picture))
        del self._pictures[_MOST_PICTURES:]
        return picture

    def _draw(self, painter: QPainter, layout: GridLayout, theme: Theme, state: CalendarState) -> None:
        """Days, actors, loads and the lines between them."""
        painter.fillRect(self.rect(), theme.chrome)
        painter.translate(BORDER - self._offset, 0)
        top = DAY_ROW if self._has_days else 0
        area = self.rect().translated(self._offset - BORDER, 0)
        names = self._names(layout, state)
        for column in layout.columns:
            box = QRect(column.left + 1, top, column.width - 1, self.height() - top - 1)
            if box.intersects(area):
                self._actor(painter, box, column, names[column.actor], (state, theme))
        if self._has_days:
            for box, first, columns in self._days(layout):
                # What shows of a day is named, however far it is scrolled.
                shown = box & area
                if not shown.isEmpty():
                    self._day(painter, shown, first, columns, (state, theme))
            painter.fillRect(0, DAY_ROW - 1, layout.width, 1, theme.line)
        for x, colour in separators(layout, layout.columns, theme):
            starts_day = any(column.left == x and column.starts_day for column in layout.columns)
            above = 0 if starts_day or not self._has_days else DAY_ROW
            painter.fillRect(x, above, 1, self.height() - above, colour)
        painter.resetTransform()
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.linestrong)
        painter.fillRect(0, 0, BORDER, self.height(), theme.linestrong)

    def _days(self, layout: GridLayout) -> Iterator[tuple[QRect, Column, list[Column]]]:
        for day in range(len(layout.axis.days)):
            columns = [column for column in layout.columns if column.day == day]
            if columns:
                left, last = columns[0].left, columns[-1]
                yield QRect(left + 1, 0, last.left + last.width - left - 1, DAY_ROW - 1), columns[0], columns

    def _names(self, layout: GridLayout, state: CalendarState) -> Mapping[ActorId, str]:
        """What the columns are called: people alike, by whole names, with title, or by family names alone."""
        actors = {each: state.practice.actors[each] for each in state.actors}
        names = {each: one_line(actor.name) for each, actor in actors.items()}
        people = {each: names[each] for each in names if actors[each].kind is ActorKind.PRACTITIONER}
        if not people:
            return names
        size = BASE if self._has_days else HEADING
        short, family = short_names(people.values()), family_names(people.values())
        forms = (people, {each: short[name] for each, name in people.items()})
        widths = {column.actor: self._room(column) for column in layout.columns if column.actor in people}
        for form in forms:
            if all(width_of(form[each], size, SEMIBOLD) <= room for each, room in widths.items()):
                return names | form
        return names | {each: family.get(name, name) for each, name in people.items()}

    def _room(self, column: Column) -> int:
        """Pixels for a name without a picture."""
        width = column.width - 1 - 2 * _PADDING
        return width - width_of(self._load(column), BASE) - _APART if self._has_days else width

    def _load(self, column: Column) -> str:
        return "–" if column.load is None else self.tr("{load}%").format(load=column.load)

    def _actor(
        self, painter: QPainter, box: QRect, column: Column, name: str, look: tuple[CalendarState, Theme]
    ) -> None:
        state, theme = look
        actor = state.practice.actors[column.actor]
        inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
        load = self._load(column)
        if self._has_days:
            line = second_line = QRect(inner.left(), inner.top() + 6, inner.width(), 20)
            name_size = load_size = BASE
        else:
            line = QRect(inner.left(), inner.top() + 8, inner.width(), 22)
            second_line = QRect(inner.left(), inner.top() + 28, inner.width(), 18)
            name_size, load_size = HEADING, SECONDARY
        load_width = width_of(load, load_size)
        if self._has_days and width_of(name, BASE, SEMIBOLD) > line.width() - load_width - _APART:
            # The bar tells the load too; a name that is cut does not tell whose it is.
            load, load_width = "", -_APART
        room = line.adjusted(0, 0, -load_width - _APART, 0) if self._has_days else QRect(line)
        if actor.kind is not ActorKind.PRACTITIONER:
            picture = icons.pixmap(_icon(actor), theme.text2, 16, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(room.left() - 1, room.top() + (room.height() - 16) // 2), picture)
            room.adjust(21, 0, 0, 0)
        name = _fitting_name(actor, name, name_size, room.width())
        draw_line(painter, name, room, name_size, theme.text, weight=SEMIBOLD)
        draw_line(painter, load, second_line, load_size, theme.text2, flush=Flush.RIGHT)
        if not self._has_days:
            rest = second_line.adjusted(0, 0, -load_width - _APART, 0)
            what = fitting(
                shortened(one_line(practice_word(actor.specialty or actor.category))), load_size, rest.width()
            )
            draw_line(painter, what, rest, load_size, theme.text2)
        if column.is_known:
            bar = QRect(inner.left(), box.bottom() - 2 - _BAR, inner.width(), _BAR)
            self._bar(painter, bar, column.load, theme)

    def _bar(self, painter: QPainter, box: QRect, load: int | None, theme: Theme) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.line)
        painter.drawRoundedRect(QRectF(box), 2, 2)
        if load:
            filled = QRectF(box)
            filled.setWidth(max(_BAR, box.width() * min(100, load) / 100))
            painter.setBrush(theme.text2)
            painter.drawRoundedRect(filled, 2, 2)
        painter.restore()

    def _day(
        self,
        painter: QPainter,
        box: QRect,
        first: Column,
        columns: list[Column],
        shown: tuple[CalendarState, Theme],
    ) -> None:
        state, theme = shown
        name = dates.tiny_day(first.date)
        width = width_of(name, HEADING, SEMIBOLD)
        pill = QRect(box.left() + 8, box.top() + 6, width + 16, box.height() - 12)
        if box.left() > first.left + 1:
            # Its beginning is out of sight: the name goes out with its end.
            pill.moveRight(min(pill.right(), max(box.right() - 3, box.left() + 8)))
        painter.save()
        painter.setClipRect(box)
        is_today = first.scale.span.start <= state.now < first.scale.span.end
        if is_today:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(QRectF(pill), 4, 4)
            painter.restore()
        colour, flush = (theme.onaccent, Flush.CENTRE) if is_today else (theme.text, Flush.LEFT)
        draw_line(painter, name, pill, HEADING, colour, weight=SEMIBOLD, flush=flush)
        painter.restore()
        room = QRect(pill.right() + 8, box.top(), box.right() - pill.right() - 8 - _PADDING, box.height())
        for text in self._summaries(columns):
            if width_of(text, SECONDARY) <= room.width():
                draw_line(painter, text, room, SECONDARY, theme.text2, flush=Flush.RIGHT)
                break

    def _summaries(self, columns: list[Column]) -> Iterator[str]:
        """Entries and free time of a day, long and short."""
        entries = len(frozenset().union(*(column.counted for column in columns)))
        free = sum(max(0, column.ground.open_minutes - column.taken_minutes) for column in columns)
        counted = self.tr("%n entries", "", entries)
        if all(column.is_known for column in columns):
            yield self.tr("{entries} · {time} h free").format(
                entries=counted, time=f"{free // 60}:{free % 60:02}"
            )
        yield counted


def column_tooltip(state: CalendarState, column: Column) -> str:
    """Who it is, and how full the day."""
    actor = state.practice.actors[column.actor]
    opened, taken = column.ground.open_minutes, column.taken_minutes
    lines = [one_line(actor.name), one_line(practice_word(actor.specialty or actor.category))]
    if not column.is_known:
        lines.append(translate("grid_header", "This login does not see everything that takes this time."))
    elif column.load is None:
        lines.append(translate("grid_header", "closed"))
    else:
        free = max(0, opened - taken)
        lines.append(
            translate("grid_header", "{load}% taken, {time} h free").format(
                load=column.load, time=f"{free // 60}:{free % 60:02}"
            )
        )
    return plain_tooltip("\n".join(each for each in lines if each))


def _icon(actor: Actor) -> icons.Icon:
    return icons.Icon.DOOR if actor.kind is ActorKind.ROOM else icons.Icon.SETTINGS


def _fitting_name(actor: Actor, name: str, size: TextSize, room: int) -> str:
    """The name, else what of it still tells whom or which: ``Sprechz. 1``; else the short name: ``R1``."""
    forms = (name,) if actor.kind is ActorKind.PRACTITIONER else shortened(name)
    cut = first_fitting(forms, size, room, SEMIBOLD)
    short = one_line(actor.code)
    if cut != name and len(cut) <= _LEAST_TOLD and width_of(short, size, SEMIBOLD) <= room:
        return short
    return cut
