"""Painting the bars of operations: ruler of phases, body, words."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryKind
from praxidesk.ui.calendar.box import Box
from praxidesk.ui.calendar.glyphs import Symbol, paint_glyph
from praxidesk.ui.calendar.hatches import Hatch, hatch_brush
from praxidesk.ui.calendar.rooms import rooms_text
from praxidesk.ui.calendar.rooms.body import RADIUS, Ruler, paint_body
from praxidesk.ui.calendar.rooms.inks import Inks, inks_of, muted_inks
from praxidesk.ui.calendar.rooms.layout import RULER, PlacedBar, TimeScale
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.text_line import draw_line, elided, first_fitting, width_of, wrapped
from praxidesk.ui.calendar.tile_face import FaceWords, Look, Muting, look_of
from praxidesk.ui.look.fonts import BASE, MEDIUM, REGULAR, SECONDARY, SEMIBOLD, TextSize
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.wording import stranded_words
from praxidesk.ui.wording.shortened import shortened

_RAIL = 16
_SHORT = 110
"""Width of a body that is too narrow for its words."""
_LINE = 17
_RAIL_SYMBOL = {
    Look.ARRIVED: Symbol.CLOCK,
    Look.CHECKED_IN: Symbol.PLAY,
    Look.NOSHOW: Symbol.CROSS,
}
_PLAIN_SYMBOL = {
    Look.DONE: Symbol.CHECK,
    Look.PENDING: Symbol.QUESTION,
    Look.CANCELLED: Symbol.SLASHED,
    Look.BLOCKOUT: Symbol.LOCK,
}


class BarPainter:
    """Paints bars in one theme with one painter; notes where it wrote."""

    def __init__(self, painter: QPainter, theme: Theme, state: CalendarState) -> None:
        self._painter = painter
        self._theme = theme
        self._state = state
        self._words = FaceWords(state.practice, state.zone, state.colour_by, {})
        self._ratio = painter.device().devicePixelRatioF()
        self._plate_from = 0
        self.written: list[QRect] = []
        """What the line of now breaks around."""

    def paint(self, bar: PlacedBar, times: TimeScale) -> None:
        """One bar, its cleaning, and its words."""
        entry, theme = bar.facts.entry, self._theme
        look = look_of(entry)
        muting = self._state.filter.muting(entry)
        is_muted = muting is not Muting.NONE
        inks = muted_inks(theme) if is_muted else inks_of(look, theme, self._words.colour(entry))
        body = _rect(bar.body)
        if bar.box.right > bar.body.right:
            self._cleaning(QRect(body.right() + 1, body.y(), bar.box.right - bar.body.right, body.height()))
        has_rail = look in _RAIL_SYMBOL and not is_muted and body.width() > 2 * _RAIL
        edge = 0 if bar.facts.entry.kind is EntryKind.BLOCKOUT else 4
        ruler = Ruler(RULER, self._ratio)
        paint_body(self._painter, body, inks, bar.facts.phases, times, ruler=ruler, edge=edge)
        left = body.x() + (_RAIL + 5 if has_rail else 7)
        if has_rail:
            self._rail(body, look, bool(bar.facts.phases))
        self._frame(body, inks.outline)
        top = body.y() + (RULER + 3 if bar.facts.phases else 4)
        # A short operation writes over its cleaning, too.
        self._plate_from = body.right() + 1
        right = body.right() if body.width() >= _SHORT else bar.box.right - 1
        if muting is not Muting.HIDDEN:
            self._write(entry, QRect(left, top, right - left - 3, body.bottom() - top - 2), look, inks)
        if entry.override_reason and not is_muted:
            pen = QPen(self._theme.danger, 2)
            pen.setDashPattern([3, 2])
            self._frame(_rect(bar.box), pen)

    def ring(self, bar: Box) -> None:
        """Around a selected bar."""
        self._frame(_rect(bar).adjusted(-3, -3, 3, 3), QPen(self._theme.focus, 2), 5)

    def card(self, entry: Entry, box: Box) -> None:
        """An operation without a room."""
        self._plate_from = 0
        colours, painter, theme = self._theme.types[self._words.colour(entry)], self._painter, self._theme
        rect = _rect(box)
        self._rounded(rect, colours.tint, QPen(colours.outline, 1))
        painter.fillRect(QRect(rect.x(), rect.y() + 1, 4, rect.height() - 2), colours.edge)
        inner = QRect(rect.x() + 12, rect.y() + 4, rect.width() - 18, 18)
        name = first_fitting(rooms_text.title_forms(entry, self._state), BASE, inner.width(), SEMIBOLD)
        self._line(name, inner, BASE, theme.text, weight=SEMIBOLD)
        inner.translate(0, 18)
        line = rooms_text.card_line(entry, self._state)
        room = inner.width() - width_of(line, SECONDARY) - 8
        x = inner.right() + 1 - width_of(line, SECONDARY)
        self._line(line, QRect(x, inner.y(), inner.width(), 18), SECONDARY, theme.text2)
        self._patient(entry, QRect(inner.x(), inner.y(), room, 18), SECONDARY, theme.text2)

    def _cleaning(self, rect: QRect) -> None:
        painter, theme = self._painter, self._theme
        painter.fillRect(rect, theme.hatchbg)
        painter.fillRect(rect, hatch_brush(Hatch.BREAK, theme.linestrong, self._ratio))
        painter.setPen(QPen(theme.linestrong, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(-1, 0, -1, -1))

    def _rail(self, body: QRect, look: Look, has_ruler: bool) -> None:
        theme = self._theme
        colour = {
            Look.ARRIVED: theme.st_arrived,
            Look.CHECKED_IN: theme.st_checkedin,
            Look.NOSHOW: theme.st_noshow,
        }[look]
        top = body.y() + (RULER if has_ruler else 0)
        self._painter.fillRect(QRect(body.x(), top, _RAIL, body.bottom() - top), colour)
        box = QRectF(body.x() + 2, top + 6, 12, 12)
        paint_glyph(self._painter, _RAIL_SYMBOL[look], box, theme.onstatus)

    def _write(self, entry: Entry, area: QRect, look: Look, inks: Inks) -> None:
        """Procedure, patient, team and device, as many lines as there is room for."""
        capacity = area.height() // _LINE
        if capacity < 1 or area.width() < 24:
            return
        line = QRect(area.x(), area.y(), area.width(), _LINE + 1)
        weight = MEDIUM if look is Look.DONE else SEMIBOLD
        symbol = _PLAIN_SYMBOL.get(look)
        shift = 0
        colour = inks.ruler if look is Look.PENDING else inks.second
        if symbol is None and stranded_words.is_stranded(self._state.practice, self._state.zone, entry):
            symbol = Symbol.STRANDED
            colour = self._theme.danger if self._state.filter.muting(entry) is Muting.NONE else inks.second
        if symbol is not None:
            paint_glyph(self._painter, symbol, QRectF(line.x(), line.y() + 4, 11, 11), colour)
            shift = 16
        names = self._title_lines(entry, line.width() - shift, capacity, weight)
        for at, name in enumerate(names):
            place = line.adjusted(shift if at == 0 else 0, 0, 0, 0)
            written = self._line(name, place, BASE, inks.name, weight=weight)
            if look is Look.NOSHOW:
                self._painter.fillRect(QRect(written.x(), line.y() + 9, written.width(), 1), inks.name)
            self.written.append(written)
            line.translate(0, _LINE)
        used = len(names)
        if entry.patient is not None and used < capacity:
            self.written.append(self._patient(entry, line, BASE, inks.name, inks.second))
            line.translate(0, _LINE)
            used += 1
        used = self._team(entry, line, capacity - used, inks) + used
        device = rooms_text.devices(entry, self._state)
        if device and used < capacity and area.width() > 48:
            self._device(device, QRect(area.x(), area.bottom() - _LINE, area.width(), _LINE), inks)

    def _title_lines(self, entry: Entry, room: int, capacity: int, weight: object) -> list[str]:
        """Whole words in two lines, where there is room for them, rather than a shorter form in one."""
        heavy = SEMIBOLD if weight is SEMIBOLD else MEDIUM
        forms = tuple(rooms_text.title_forms(entry, self._state))
        for form in forms if capacity >= 4 else ():
            lines = wrapped(form, BASE, room, heavy)
            if len(lines) <= 2 and all(width_of(each, BASE, heavy) <= room for each in form.split()):
                return lines
        return [first_fitting(forms, BASE, room, heavy)]

    def _patient(
        self, entry: Entry, line: QRect, size: TextSize, colour: QColor, second: QColor | None = None
    ) -> QRect:
        """The longest form that fits; the age is quieter than the name."""
        name = age = ""
        for name, age in rooms_text.patient_forms(entry, self._state):
            if width_of(name, size) + width_of(age, size) <= line.width():
                break
        else:
            name, age = elided(name, size, line.width()), ""
        written = self._line(name, line, size, colour)
        rest = QRect(written.right() + 1, line.y(), line.width(), line.height())
        return written | self._line(age, rest, size, second or colour)

    def _team(self, entry: Entry, line: QRect, capacity: int, inks: Inks) -> int:
        """Initials by role, in as many lines as they need and there are; how many were used."""
        x, used = line.x(), 0
        for role, codes in rooms_text.team(entry, self._state):
            label = f"{role} " if role else ""
            strong = width_of(codes, SECONDARY, SEMIBOLD)
            if width_of(label, SECONDARY) + strong > line.width():
                label = ""
            head = width_of(label, SECONDARY)
            if used == 0 or x + head + strong > line.right() + 1:
                if used == capacity:
                    break
                if used:
                    line.translate(0, _LINE)
                used += 1
                x = line.x()
            shown = elided(codes, SECONDARY, line.right() + 1 - x - head, SEMIBOLD)
            place = QRect(x, line.y(), head + strong, line.height())
            self._line(label, place, SECONDARY, inks.second)
            place.translate(head, 0)
            self._line(shown, place, SECONDARY, inks.name, weight=SEMIBOLD)
            self.written.append(QRect(x, line.y(), head + strong, line.height()))
            x += head + strong + 10
        if used:
            line.translate(0, _LINE)
        return used

    def _device(self, name: str, line: QRect, inks: Inks) -> None:
        self._painter.drawPixmap(line.x(), line.y() + 2, pixmap(Icon.DEVICE, inks.second, 13, self._ratio))
        place = line.adjusted(19, 0, 0, 0)
        shown = first_fitting(shortened(name), SECONDARY, place.width())
        self.written.append(self._line(shown, place, SECONDARY, inks.second, weight=REGULAR))

    def _line(
        self,
        text: str,
        rect: QRect,
        size: TextSize,
        colour: QColor,
        *,
        weight: QFont.Weight = REGULAR,
    ) -> QRect:
        """A line of text, on a plate where it stands over hatching."""
        end = rect.x() + width_of(text, size, weight)
        if text and end > self._plate_from > 0:
            left = max(rect.x() - 2, self._plate_from)
            plate = QRect(left, rect.y() + 2, end + 2 - left, rect.height() - 3)
            self._painter.fillRect(plate, self._theme.hatchbg)
        return draw_line(self._painter, text, rect, size, colour, weight=weight)

    def _rounded(self, rect: QRect, fill: QColor, pen: QPen, radius: int = RADIUS) -> None:
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _frame(self, rect: QRect, pen: QPen, radius: int = RADIUS) -> None:
        self._rounded(rect, QColor(Qt.GlobalColor.transparent), pen, radius)


def _rect(box: Box) -> QRect:
    return QRect(box.x, box.y, box.width, box.height)
