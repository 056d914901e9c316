"""Painting time of which the reader does not see what takes it: a hatched block, or a hint on a column."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from praxidesk.ui.calendar import unseen
from praxidesk.ui.calendar.blending import blended
from praxidesk.ui.calendar.hatches import Hatch, hatch_brush
from praxidesk.ui.calendar.text_line import draw_line, first_fitting, width_of, wrapped
from praxidesk.ui.look.fonts import SECONDARY, SMALL, TextSize
from praxidesk.ui.look.theme import Theme

_RADIUS = 3
_PAD = 8
_PLATE = 4
"""Pixels of ground kept free beside a word, because hatching and the lines of the hours would cross it."""
_LINE = 18
ONE_LINE, TWO_LINES = _LINE + 6, 2 * _LINE + 6
"""Height of a gap that has room for words."""
_LEAST_NAMED = 13
"""Height under which a block has no room for its word."""
_LEAST_WIDE = 24
_VEIL = 0.6
"""How much of closed time lies on time of which is not known whether it is free."""


class Plate(NamedTuple):
    """Words, and the ground that is kept free for them."""

    rect: QRect
    text: str
    size: TextSize


def veil(theme: Theme) -> QColor:
    """Between bookable and closed: neither can be told."""
    return blended(theme.canvas, theme.closed, _VEIL)


def taken_plates(rect: QRect) -> list[Plate]:
    """What is written on a block; nothing where it is too low."""
    room = rect.width() - 2 * _PAD
    if rect.height() < _LEAST_NAMED or room < _LEAST_WIDE:
        return []
    size = SECONDARY if rect.height() >= _LINE else SMALL
    word = first_fitting((unseen.taken_word(),), size, room)
    high = min(_LINE, rect.height() - 2)
    top = rect.top() + (4 if rect.height() >= _LINE + 8 else (rect.height() - high) // 2)
    return [_plate(rect.left() + _PAD, top, high, word, size)]


def not_known_plates(rect: QRect, *, is_empty: bool) -> list[Plate]:
    """What is written on bookable time of somebody whose times are not seen: at its beginning."""
    room = rect.width() - 2 * _PAD
    if rect.height() < ONE_LINE or room < _LEAST_WIDE:
        return []
    whole = unseen.not_known(is_empty=is_empty)
    words = wrapped(whole, SECONDARY, room)
    if len(words) > (1 if rect.height() < TWO_LINES else 2):
        words = [first_fitting((whole, unseen.not_known_short()), SECONDARY, room)]
    left, top = rect.left() + _PAD, rect.top() + 4
    return [_plate(left, top + at * _LINE, _LINE, word, SECONDARY) for at, word in enumerate(words)]


def _plate(left: int, top: int, height: int, text: str, size: TextSize) -> Plate:
    return Plate(QRect(left - _PLATE, top, width_of(text, size) + 2 * _PLATE, height), text, size)


def paint_taken(painter: QPainter, rect: QRect, theme: Theme, ratio: float) -> None:
    """Taken, and not by what; the painter's brush origin is the contents' zero."""
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, theme.hover)
    painter.fillPath(shape, hatch_brush(Hatch.UNSEEN, theme.linestrong, ratio))
    painter.setPen(QPen(theme.linestrong, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)
    painter.restore()
    _write(painter, taken_plates(rect), theme.hover, theme.text2)


def paint_not_known(painter: QPainter, rect: QRect, theme: Theme, *, is_empty: bool) -> None:
    """The words on bookable time of somebody whose times are not seen."""
    _write(painter, not_known_plates(rect, is_empty=is_empty), veil(theme), theme.text2)


def _write(painter: QPainter, plates: list[Plate], ground: QColor, ink: QColor) -> None:
    for rect, text, size in plates:
        painter.fillRect(rect, ground)
        draw_line(painter, text, rect.adjusted(_PLATE, 0, 0, 0), size, ink)
