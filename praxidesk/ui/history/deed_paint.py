"""How one deed of the history is painted: when, to what and what, and who from where."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter

from praxidesk.ui.look.fonts import BASE, REGULAR, SECONDARY, SEMIBOLD, TextSize
from praxidesk.ui.search.found_line import FoundLine, Piece
from praxidesk.ui.search.found_paint import Ink, draw_piece

WHEN = 96
"""Where it begins to say what."""
_UPPER, _LOWER = (6, 20), (27, 18)
_WHO = 220
"""The widest a name or a desk may be."""


def paint_deed(painter: QPainter, rect: QRect, line: FoundLine, ink: Ink) -> None:
    """The time over the day, the entry over what was done to it, the person over the desk."""
    for (top, height), size, pieces, tones in (
        (_UPPER, BASE, (line.name, line.second, line.last), (ink.text, ink.text, ink.text)),
        (_LOWER, SECONDARY, (line.below, line.third, line.below_last), (ink.quiet, ink.text, ink.quiet)),
    ):
        row = QRect(rect.left(), rect.top() + top, rect.width(), height)
        who = min(_WHO, _width(pieces[2], size))
        draw_piece(painter, _part(row, 0, WHEN - 12), pieces[0], size, tones[0], ink.accent)
        weight = SEMIBOLD if size is BASE else REGULAR
        what = _part(row, WHEN, row.width() - WHEN - who - (20 if who else 0))
        draw_piece(painter, what, pieces[1], size, tones[1], ink.accent, weight)
        draw_piece(painter, _part(row, row.width() - who, who), Piece(pieces[2]), size, tones[2], ink.accent)


def _part(row: QRect, left: int, width: int) -> QRect:
    return QRect(row.left() + left, row.top(), width, row.height())


def _width(text: str, size: TextSize) -> int:
    return QFontMetrics(size.font(REGULAR)).horizontalAdvance(text) + 1 if text else 0
