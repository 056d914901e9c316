"""How a line of what was found is painted: columns, what was typed in bold, the edge of the type."""

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SECONDARY, SEMIBOLD, TextSize
from praxidesk.ui.look.icons import pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.search.found_line import FoundLine, Piece

SECOND, THIRD = 232, 404
"""Where the columns of a patient begin, from the padding."""
_NAME, _WHAT = 180, 390
"""And those of an entry."""
_SIGN = 16


class Ink:
    """The colours of a line, chosen or not."""

    def __init__(self, theme: Theme, *, is_chosen: bool) -> None:
        self.theme = theme
        self.is_chosen = is_chosen
        self.text = theme.onaccent if is_chosen else theme.text
        self.quiet = theme.onaccent if is_chosen else theme.text2
        self.accent = theme.onaccent if is_chosen else theme.accent
        self.rim = theme.onaccent if is_chosen else theme.linestrong


def paint_patient(painter: QPainter, rect: QRect, line: FoundLine, ink: Ink) -> None:
    """Name over number, date of birth, phone, the next appointment."""
    upper = QRect(rect.left(), rect.top() + 6, SECOND - 12, 22)
    draw_piece(painter, upper, line.name, HEADING, ink.text, ink.accent)
    draw_piece(
        painter,
        QRect(rect.left(), rect.top() + 28, SECOND - 12, 17),
        line.below,
        SECONDARY,
        ink.quiet,
        ink.accent,
    )
    second = QRect(rect.left() + SECOND, rect.top(), THIRD - SECOND - 12, rect.height())
    draw_piece(painter, second, line.second, BASE, ink.text, ink.accent)
    width = QFontMetrics(BASE.font()).horizontalAdvance(line.last)
    last = rect.adjusted(THIRD + 110, 0, 0, 0)
    third_room = min(rect.width() - width - 12, rect.width()) - THIRD
    third = QRect(rect.left() + THIRD, rect.top(), max(110, min(170, third_room)), rect.height())
    draw_piece(painter, third, line.third, BASE, ink.text, ink.accent)
    _draw_right(painter, last, line.last, ink.quiet)


def paint_entry(painter: QPainter, rect: QRect, line: FoundLine, ink: Ink, ratio: float) -> None:
    """Type, when, who, what, status."""
    if line.colour is not None:
        edge = ink.theme.types[line.colour].edge
        painter.fillRect(
            QRect(rect.left(), rect.center().y() - 10, 4, 20), ink.text if ink.is_chosen else edge
        )
    text = ink.quiet if line.is_faded else ink.text
    top, height = rect.top(), rect.height()
    used = QFontMetrics(BASE.font()).horizontalAdvance(line.last)
    used += _SIGN + 6 if line.sign is not None else 0
    columns = (
        (QRect(rect.left() + 14, top, _NAME - 20, height), line.name, text),
        (QRect(rect.left() + _NAME, top, _WHAT - _NAME - 12, height), line.second, text),
        (QRect(rect.left() + _WHAT, top, rect.width() - _WHAT - used - 12, height), line.third, ink.quiet),
    )
    for column, piece, tone in columns:
        draw_piece(painter, column, piece, BASE, tone, ink.accent)
    _draw_right(painter, rect, line.last, ink.quiet)
    if line.sign is not None:
        left = rect.right() + 1 - used
        painter.drawPixmap(
            QPoint(left, rect.center().y() - _SIGN // 2 + 1), pixmap(line.sign, ink.quiet, _SIGN, ratio)
        )


def _draw_right(painter: QPainter, rect: QRect, text: str, ink: QColor) -> None:
    painter.setFont(BASE.font())
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)


def draw_piece(  # noqa: PLR0917 - where, what and how
    painter: QPainter,
    rect: QRect,
    piece: Piece,
    size: TextSize,
    ink: QColor,
    marked: QColor,
    weight: QFont.Weight = REGULAR,
) -> None:
    """One line of text, shortened at its end, what was typed bold; also from right to left."""
    if not piece.text or rect.width() <= 0:
        return
    font, bold = size.font(weight), size.font(SEMIBOLD)
    flat = "".join(each if each.isprintable() or each in "\u200d\u200e\u200f" else " " for each in piece.text)
    metrics = QFontMetrics(bold if piece.bold else font)
    text = metrics.elidedText(flat, Qt.TextElideMode.ElideRight, rect.width())
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    shown = len(text) - (text != flat)
    spans = [(text[:start], text[start : min(end, shown)]) for start, end in piece.bold if start < shown]
    layout.setFormats([_marked(_units(before), _units(inside), bold, marked) for before, inside in spans])
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    painter.setPen(ink)
    painter.save()
    painter.setClipRect(rect)
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))
    painter.restore()


def _marked(start: int, length: int, font: QFont, colour: QColor) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    look = QTextCharFormat()
    look.setFont(font)
    look.setForeground(colour)
    found.start, found.length, found.format = start, length, look
    return found


def _units(text: str) -> int:
    """How many places Qt counts for a text: two for some characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
