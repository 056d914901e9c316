"""Painting a month: from its layout, with the theme's colours; asks nothing else."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import GONE, EntryId, EntryKind, Status
from praxidesk.ui.calendar.box import Box
from praxidesk.ui.calendar.glyphs import Symbol, paint_glyph
from praxidesk.ui.calendar.load_colours import load_colour
from praxidesk.ui.calendar.month import month_text
from praxidesk.ui.calendar.month.days import Away
from praxidesk.ui.calendar.month.layout import GUTTER, HEADER, Cell, Line, MonthLayout
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.text_line import Flush, draw_line, first_fitting, fitting, width_of, wrapped
from praxidesk.ui.calendar.tile_face import FaceWords, one_line
from praxidesk.ui.calendar.unseen_paint import paint_taken
from praxidesk.ui.look.fonts import HEADING, REGULAR, SECONDARY, SEMIBOLD, SMALL
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.wording import dates, stranded_words
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.shortened import shortened

_STATUS_SYMBOL = {
    Status.ARRIVED: Symbol.CLOCK,
    Status.CHECKED_IN: Symbol.PLAY,
    Status.FULFILLED: Symbol.CHECK,
    Status.NOSHOW: Symbol.CROSS,
    Status.CANCELLED: Symbol.SLASHED,
    Status.ENTERED_IN_ERROR: Symbol.SLASHED,
    Status.PENDING: Symbol.QUESTION,
    Status.PROPOSED: Symbol.QUESTION,
    Status.WAITLIST: Symbol.QUESTION,
}
_STRANDED_GAP = 4
_NAME_AT = 13
_LEAST_SERVICE = 56
"""Room under which a type that has to be cut is left out."""
_NARROW = 150
"""Lines narrower than this name no type."""


@dataclass(frozen=True, slots=True)
class MonthScene:
    """What a frame shows beside the layout."""

    state: CalendarState
    words: FaceWords
    today: date
    noon_share: float | None
    """Where on the load profile 12:00 lies; ``None`` where it does not."""
    cursor: date | None
    """The day keys work on; ``None`` without focus."""
    hovered: date | None
    selected: Collection[EntryId]


class MonthPainter:
    """Paints with one painter in one theme."""

    def __init__(self, painter: QPainter, theme: Theme, scene: MonthScene) -> None:
        self._painter = painter
        self._theme = theme
        self._scene = scene
        self._ratio = painter.device().devicePixelRatioF()

    def paint(self, layout: MonthLayout, exposed: QRect, picture: Callable[[Cell], QPixmap]) -> None:
        """All days that touch a rectangle of the contents; the painter is at the contents' origin.

        :param picture: of a day
        """
        painter, theme = self._painter, self._theme
        painter.fillRect(exposed, theme.canvas)
        painter.fillRect(QRect(0, 0, GUTTER, layout.height), theme.chrome)
        for cell in layout.cells:
            if _rect(cell.box).intersects(exposed):
                painter.drawPixmap(cell.box.x, cell.box.y, picture(cell))
        self._grid(layout)
        weeks = layout.cells[:: max(1, len(layout.columns))]
        for cell, (y, _) in zip(weeks, layout.rows, strict=False):
            number = str(cell.facts.day.isocalendar().week)
            box = QRect(0, y + 7, GUTTER, 20)
            draw_line(painter, number, box, SECONDARY, theme.text2, flush=Flush.CENTRE)
        for cell in layout.cells:
            if cell.facts.day == self._scene.cursor:
                painter.setPen(QPen(theme.focus, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(_rect(cell.box).adjusted(2, 2, -2, -3))

    def paint_header(self, layout: MonthLayout) -> None:
        """The weekdays; the painter is at the viewport's origin."""
        painter, theme = self._painter, self._theme
        painter.fillRect(QRect(0, 0, layout.width, HEADER), theme.chrome)
        days = [cell.facts.day for cell in layout.cells[: len(layout.columns)]]
        names = [dates.weekday(day) for day in days]
        rooms = [width - 18 for _, width in layout.columns]
        if any(width_of(name, SECONDARY, SEMIBOLD) > room for name, room in zip(names, rooms, strict=True)):
            names = [dates.weekday_short(day) for day in days]
        for name, (x, _), room in zip(names, layout.columns, rooms, strict=True):
            box = QRect(x + 9, 0, room, HEADER)
            draw_line(painter, name, box, SECONDARY, theme.text2, weight=SEMIBOLD)
        painter.fillRect(QRect(0, HEADER - 1, layout.width, 1), theme.linestrong)

    def _grid(self, layout: MonthLayout) -> None:
        painter, theme = self._painter, self._theme
        for x, width in layout.columns[:-1]:
            painter.fillRect(QRect(x + width - 1, HEADER, 1, layout.height - HEADER), theme.line)
        painter.fillRect(QRect(GUTTER - 1, HEADER, 1, layout.height - HEADER), theme.linestrong)
        for y, height in layout.rows:
            painter.fillRect(QRect(0, y + height - 1, layout.width, 1), theme.linestrong)

    def paint_cell(self, cell: Cell, first: date) -> None:
        """What is in a day; the painter is at the contents' origin."""
        facts, theme, painter = cell.facts, self._theme, self._painter
        if not facts.is_open:
            painter.fillRect(_rect(cell.box), theme.closed)
        date_end = self._date(cell, first)
        if facts.holiday or facts.closure:
            self._occasion(cell, date_end)
        elif facts.is_open or facts.entries:
            self._summary(cell, date_end)
        if cell.load.width and facts.free is not None:
            self._load(cell)
        for line in cell.lines:
            self._line(line)
        if cell.left_out:
            more = month_text.more_text(cell.left_out)
            written = draw_line(painter, more, _rect(cell.more), SMALL, theme.text2)
            self._stranded(cell, written.right() + 12)

    def _date(self, cell: Cell, first: date) -> int:
        """The date, marked if it is today; where it ends."""
        theme, day = self._theme, cell.facts.day
        text = month_text.date_text(day, first)
        width = width_of(text, HEADING, SEMIBOLD)
        box = _rect(cell.date)
        colour = theme.text if cell.facts.is_open else theme.text2
        if day == self._scene.today:
            self._rounded(QRect(box.x() - 4, box.y() - 1, width + 14, box.height() + 1), theme.accent)
            colour = theme.onaccent
            box.translate(3, 0)
            width += 7
        elif day == self._scene.hovered:
            self._rounded(QRect(box.x() - 5, box.y(), width + 10, box.height()), theme.pressed)
        draw_line(self._painter, text, box, HEADING, colour, weight=SEMIBOLD)
        return cell.date.x + width

    def _summary(self, cell: Cell, start: int) -> None:
        """Free half hours and entries, as much as fits right of the date."""
        free, count = month_text.free_text(cell.facts), month_text.count_text(cell.facts)
        room = cell.date.right - start - 10
        strong = width_of(free, SECONDARY, SEMIBOLD)
        # That nobody is booked yet the free half hours say already.
        rests: tuple[str, ...] = ("",)
        if cell.facts.count:
            rests = (f" · {count}", f" · {cell.facts.count}", "") if free else (count, str(cell.facts.count))
        rest = next((each for each in rests if strong + width_of(each, SECONDARY) <= room), None)
        if rest is None:
            free, rest = "", str(cell.facts.count)
        right = QRect(start, cell.date.y, cell.date.right - start, cell.date.height)
        painter, theme = self._painter, self._theme
        written = draw_line(painter, rest, right, SECONDARY, theme.text2, flush=Flush.RIGHT)
        right.setRight(written.x() - 1)
        draw_line(painter, free, right, SECONDARY, theme.text, weight=SEMIBOLD, flush=Flush.RIGHT)

    def _occasion(self, cell: Cell, start: int) -> None:
        """Why the day is closed: a holiday with a flag, a closure by its reason."""
        facts, theme, painter = cell.facts, self._theme, self._painter
        text = one_line(facts.holiday or facts.closure)
        weight = SEMIBOLD if facts.holiday else REGULAR
        colour = theme.text if facts.holiday else theme.text2
        flag = 20 if facts.holiday else 0
        if width_of(text, SECONDARY, weight) + flag <= cell.date.right - start - 10:
            box = _rect(cell.date)
            written = draw_line(painter, text, box, SECONDARY, colour, weight=weight, flush=Flush.RIGHT)
            if flag:
                self._icon(Icon.FLAG, colour, written.x() - flag, cell.date.y + 4)
        elif not facts.entries:
            box = _rect(cell.note)
            for part in wrapped(text, SECONDARY, box.width(), weight)[:3]:
                draw_line(painter, part, box, SECONDARY, colour, weight=weight)
                box.translate(0, box.height())

    def _stranded(self, cell: Cell, start: int) -> None:
        """How many have to be moved, behind the number of those that are not shown."""
        room = QRect(start, cell.more.y, cell.more.right - start, cell.more.height)
        size = 10 + _STRANDED_GAP
        if not cell.facts.stranded or room.width() <= size:
            return
        text = first_fitting(month_text.stranded_forms(cell.facts.stranded), SMALL, room.width() - size)
        written = draw_line(self._painter, text, room, SMALL, self._theme.danger, flush=Flush.RIGHT)
        box = QRectF(written.x() - size, room.y() + (room.height() - 10) // 2, 10, 10)
        paint_glyph(self._painter, Symbol.STRANDED, box, self._theme.danger)

    def _load(self, cell: Cell) -> None:
        painter, theme = self._painter, self._theme
        shares, box = cell.facts.load, cell.load
        count = len(shares)
        for at, share in enumerate(shares):
            left = box.x + box.width * at // count
            right = box.x + box.width * (at + 1) // count - 1
            if share is None:
                painter.fillRect(QRect(left, box.y + 4, right - left, 2), theme.linestrong)
            else:
                painter.fillRect(QRect(left, box.y, right - left, box.height), load_colour(theme, share))
        if self._scene.noon_share is not None and any(share is not None for share in shares):
            noon = box.x + round(box.width * self._scene.noon_share) - 1
            painter.fillRect(QRect(noon, box.y - 2, 1, box.height + 3), theme.text2)

    def _line(self, line: Line) -> None:
        if line.away:
            self._away(line.box, line.away)
        if line.unseen:
            self._unseen(line.box, line.unseen)
        if line.entry is not None:
            self._entry(line.box, line.entry)

    def _away(self, box: Box, away: Sequence[Away]) -> None:
        self._icon(Icon.CALENDAR_OFF, self._theme.text3, box.x, box.y + 2)
        room = QRect(box.x + 19, box.y, box.width - 19, box.height)
        text = first_fitting(month_text.away_forms(self._scene.state, away), SECONDARY, room.width())
        draw_line(self._painter, text, room, SECONDARY, self._theme.text2)

    def _unseen(self, box: Box, count: int) -> None:
        paint_taken(self._painter, QRect(box.x - 1, box.y + 3, 14, 12), self._theme, self._ratio)
        room = QRect(box.x + 19, box.y, box.width - 19, box.height)
        forms = (counted.taken_elsewhere(count), counted.taken(count))
        draw_line(
            self._painter, first_fitting(forms, SECONDARY, room.width()), room, SECONDARY, self._theme.text2
        )

    def _entry(self, box: Box, entry: Entry) -> None:
        scene, theme, painter = self._scene, self._theme, self._painter
        if entry.id in scene.selected:
            self._rounded(_rect(box).adjusted(-4, 0, 4, 0), theme.accentsoft)
        self._edge(box, entry)
        is_struck = entry.status in GONE or entry.status is Status.NOSHOW
        is_quiet = is_struck or entry.status is Status.FULFILLED
        colour, second = (theme.done_text, theme.text3) if is_quiet else (theme.text, theme.text2)
        time = dates.clock(scene.state.zone, entry.starts_at)
        place = QRect(box.x + _NAME_AT, box.y, box.width - _NAME_AT, box.height)
        forms = list(month_text.names(entry, scene.state))
        after_time = place.width() - width_of(time, SECONDARY) - 8
        if width_of(forms[-1], SECONDARY) <= after_time or box.width >= _NARROW:
            written = draw_line(painter, time, place, SECONDARY, second)
            place.setLeft(written.right() + 9)
        service = month_text.service_text(entry, scene.state) if box.width >= _NARROW else ""
        name = _name_beside(service, forms, place.width())
        written = draw_line(painter, name, place, SECONDARY, colour)
        if is_struck:
            painter.fillRect(QRect(written.x(), box.y + box.height // 2, written.width(), 1), colour)
        place.setLeft(written.right() + 11)
        if service and place.width() >= _LEAST_SERVICE:
            shown = fitting(shortened(service), SECONDARY, place.width())
            draw_line(painter, shown, place, SECONDARY, second, flush=Flush.RIGHT)

    def _edge(self, box: Box, entry: Entry) -> None:
        """The colour of the type, or the symbol of what became of the entry."""
        theme = self._theme
        symbol = _STATUS_SYMBOL.get(entry.status)
        if symbol is None and entry.kind is EntryKind.BLOCKOUT:
            symbol = Symbol.LOCK
        state = self._scene.state
        if symbol is None and stranded_words.is_stranded(state.practice, state.zone, entry):
            paint_glyph(self._painter, Symbol.STRANDED, QRectF(box.x - 1, box.y + 4, 10, 10), theme.danger)
            return
        if symbol is not None:
            colour = {
                Status.ARRIVED: theme.st_arrived,
                Status.CHECKED_IN: theme.st_checkedin,
                Status.FULFILLED: theme.st_done,
            }.get(entry.status, theme.text3)
            paint_glyph(self._painter, symbol, QRectF(box.x - 1, box.y + 4, 10, 10), colour)
            return
        self._rounded(QRect(box.x, box.y + 3, 4, 13), theme.types[self._scene.words.colour(entry)].edge, 1)

    def _rounded(self, rect: QRect, colour: QColor, radius: int = 4) -> None:
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(rect), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _icon(self, name: Icon, colour: QColor, x: int, y: int) -> None:
        self._painter.drawPixmap(x, y, pixmap(name, colour, 14, self._ratio))


def _name_beside(service: str, forms: Sequence[str], room: int) -> str:
    """The name in full if it leaves the type its room, else with an initial; then the type gives way."""
    kept = width_of(service, SECONDARY) + 10 if service else 0
    for form in forms[:2]:
        if width_of(form, SECONDARY) + kept <= room:
            return form
    return first_fitting(forms, SECONDARY, room)


def _rect(box: Box) -> QRect:
    return QRect(box.x, box.y, box.width, box.height)
