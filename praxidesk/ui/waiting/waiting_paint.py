"""Painting the rows of the waiting room: minutes and bar at the left, who and what beside them."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from praxidesk.ui.calendar.glyphs import Symbol, paint_glyph
from praxidesk.ui.calendar.text_line import Flush, draw_line, elided, first_fitting, width_of, wrapped
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SECONDARY, SEMIBOLD, SMALL, WELCOME, TextSize
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.waiting import waiting_words
from praxidesk.ui.waiting.waiting_rows import RowKind, WaitingRow
from praxidesk.ui.wording.shortened import shortened

_HEIGHTS = {
    RowKind.EMPTY: 150,
    RowKind.WAITING: 77,
    RowKind.HEADING: 40,
    RowKind.TREATED: 30,
    RowKind.MISSED: 30,
}
_MARGIN = 14
_BAR = 52
_TEXT = 84
"""Where the words begin."""
_SIGN = 16


def row_size(row: WaitingRow) -> QSize:
    """As high as it must be; as wide as the list."""
    return QSize(200, _HEIGHTS[row.kind])


class RowPainter:
    """Paints single rows with one painter."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._painter, self._theme = painter, theme

    def paint(
        self, row: WaitingRow, box: QRect, *, is_chosen: bool, has_focus: bool, is_hovered: bool
    ) -> None:
        """One row."""
        painter, theme = self._painter, self._theme
        if row.entry is not None and (is_chosen or is_hovered):
            painter.fillRect(box, theme.accentsoft if is_chosen else theme.hover)
        match row.kind:
            case RowKind.EMPTY:
                self._empty(row, box)
            case RowKind.HEADING:
                self._heading(row, box)
            case RowKind.WAITING:
                self._waiting(row, box)
            case RowKind.TREATED | RowKind.MISSED:
                self._short(row, box)
        if is_chosen:
            painter.fillRect(QRect(box.x(), box.y(), 4, box.height()), theme.accent)
            if has_focus:
                painter.setPen(QPen(theme.focus, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box.adjusted(1, 1, -2, -2))

    def _empty(self, row: WaitingRow, box: QRect) -> None:
        theme = self._theme
        glyph = QRectF(box.center().x() - 11, box.y() + 28, 22, 22)
        paint_glyph(self._painter, Symbol.CLOCK, glyph, theme.text3)
        line = QRect(box.x() + _MARGIN, box.y() + 60, box.width() - 2 * _MARGIN, 22)
        self._line(row.name, line, HEADING, theme.text, SEMIBOLD, flush=Flush.CENTRE)
        line.translate(0, 26)
        for each in wrapped(row.about, SECONDARY, line.width()):
            self._line(each, line, SECONDARY, theme.text3, flush=Flush.CENTRE)
            line.translate(0, 18)

    def _heading(self, row: WaitingRow, box: QRect) -> None:
        theme = self._theme
        self._painter.fillRect(QRect(box.x(), box.y(), box.width(), 1), theme.line)
        line = QRect(box.x() + _MARGIN, box.y() + 10, box.width() - 2 * _MARGIN, 22)
        written = self._line(row.name, line, SMALL, theme.text2, SEMIBOLD)
        line.setLeft(written.right() + 6)
        self._line(row.about, line, SMALL, theme.text3)

    def _waiting(self, row: WaitingRow, box: QRect) -> None:
        painter, theme = self._painter, self._theme
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), theme.line)
        number = QRect(box.x() + _MARGIN, box.y() + 8, _BAR, 30)
        if row.minutes:
            size = WELCOME if len(row.minutes) < 4 else HEADING
            self._line(row.minutes, number, size, theme.text, SEMIBOLD, flush=Flush.RIGHT)
            unit = QRect(number.x(), box.y() + 38, _BAR, 16)
            self._line(waiting_words.minutes_unit(), unit, SMALL, theme.text2, flush=Flush.RIGHT)
            self._bar(row, QRect(number.x(), box.y() + 60, _BAR, 4))
        left = box.x() + _TEXT
        right = box.right() - _MARGIN
        top = QRect(left, box.y() + 9, right - left, 20)
        wide = width_of(row.time, BASE, SEMIBOLD)
        self._line(row.time, top, BASE, theme.text, SEMIBOLD, flush=Flush.RIGHT)
        self._name(row, QRect(left, top.y(), top.width() - wide - 10, 20), HEADING, theme.text)
        second = QRect(left, box.y() + 30, right - left, 19)
        if row.colour is not None:
            edge = theme.types[row.colour].edge
            painter.fillRect(QRect(left, second.y() + 3, 4, 13), edge)
        about = second.adjusted(11, 0, 0, 0)
        self._line(elided(row.about, BASE, about.width()), about, BASE, theme.text2)
        self._third(row, QRect(left, box.y() + 51, right - left, 17))

    def _third(self, row: WaitingRow, line: QRect) -> None:
        """Since when, and what is worth a remark; the remark stays where there is room for one."""
        theme = self._theme
        weight = SEMIBOLD if row.is_over else REGULAR
        ink = theme.warn if row.is_over else theme.text
        remark = elided(row.remark, SECONDARY, line.width(), weight)
        dot = " · " if row.since and row.remark else ""
        head = width_of(row.since + dot, SECONDARY)
        if row.remark and head + width_of(row.remark, SECONDARY, weight) > line.width():
            self._line(remark, line, SECONDARY, ink, weight)
            return
        written = self._line(row.since + dot, line, SECONDARY, theme.text2)
        self._line(remark, line.adjusted(written.width(), 0, 0, 0), SECONDARY, ink, weight)

    def _bar(self, row: WaitingRow, track: QRect) -> None:
        """How long it has been; a tick where the time agreed on stands, in colour behind it."""
        painter, theme = self._painter, self._theme
        self._rounded(track, theme.line)
        filled = QRect(track)
        filled.setWidth(round(track.width() * row.filled))
        if filled.width() > 0:
            self._rounded(filled, theme.st_arrived if row.is_over else theme.text2)
        if row.agreed is not None and row.agreed < 1:
            x = track.x() + round(track.width() * row.agreed)
            painter.fillRect(QRect(x, track.y() - 3, 1, 10), theme.text2)

    def _short(self, row: WaitingRow, box: QRect) -> None:
        """Somebody in treatment, or who did not come: one line."""
        painter, theme = self._painter, self._theme
        left, right = box.x() + _MARGIN, box.right() - _MARGIN
        sign = QRect(left, box.center().y() - _SIGN // 2 + 1, _SIGN, _SIGN)
        is_inside = row.kind is RowKind.TREATED
        self._rounded(sign, theme.st_checkedin if is_inside else theme.st_noshow, 2)
        symbol = Symbol.PLAY if is_inside else Symbol.CROSS
        paint_glyph(painter, symbol, QRectF(sign).adjusted(4, 4, -4, -4), theme.onstatus)
        line = QRect(left + _SIGN + 10, box.y(), right - left - _SIGN - 10, box.height())
        self._line(row.time, line, SECONDARY, theme.text2, flush=Flush.RIGHT)
        # The widest time is "since", so that the lines of both groups begin alike.
        room = line.width() - width_of(waiting_words.widest_time(), SECONDARY) - 12
        names = room * 52 // 100
        self._name(row, QRect(line.x(), line.y(), names - 12, line.height()), BASE, theme.text, REGULAR)
        place = QRect(line.x() + names, line.y(), room - names, line.height())
        room_name, dot, who = row.about.partition(" · ")
        forms = (f"{form}{dot}{who}" for form in shortened(room_name))
        self._line(first_fitting(forms, SECONDARY, place.width()), place, SECONDARY, theme.text2)

    def _name(
        self, row: WaitingRow, place: QRect, size: TextSize, ink: QColor, weight: QFont.Weight = SEMIBOLD
    ) -> None:
        """``Fernández, Lucía 41``: whole, with an initial, or the family name alone."""
        family = row.name
        initial = f"{row.given[0]}." if row.given else ""
        for given, age in ((row.given, row.age), (initial, row.age), (initial, ""), ("", "")):
            rest = (f", {given}" if given else "") + age
            if width_of(family, size, weight) + width_of(rest, size) <= place.width():
                break
        else:
            family, rest = elided(family, size, place.width(), weight), ""
        written = self._line(family, place, size, ink, weight)
        self._line(rest, place.adjusted(written.width(), 0, 0, 0), size, ink)

    def _line(
        self,
        text: str,
        rect: QRect,
        size: TextSize,
        ink: QColor,
        weight: QFont.Weight = REGULAR,
        *,
        flush: Flush = Flush.LEFT,
    ) -> QRect:
        return draw_line(self._painter, text, rect, size, ink, weight=weight, flush=flush)

    def _rounded(self, rect: QRect, fill: QColor, radius: int = 2) -> None:
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(rect), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
