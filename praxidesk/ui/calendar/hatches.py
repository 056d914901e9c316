"""Hatched areas as brushes from cached pictures: even lines at any scale, unlike Qt's own patterns."""

from enum import Enum
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

FRINGE_STEP = 4
"""Pixels from line to line of a buffer, and width of the block that begins it."""


class Hatch(Enum):
    """Slope and horizontal distance of the lines; at 45° the distance between them is 0.7 of that."""

    BREAK = (-1, 11, 1.0)
    ABSENCE = (1, 20, 1.0)
    TAKEN = (-1, 11, 1.6)
    """Time that a dragged entry would share with another."""
    UNSEEN = (1, 11, 1.0)
    """Time that is taken by what the reader does not see: the other slope than a break."""


def hatch_brush(hatch: Hatch, colour: QColor, ratio: float) -> QBrush:
    """A brush to be painted over a ground; set the painter's brush origin to the contents' zero."""
    return QBrush(_picture(hatch, colour.rgba(), ratio))


def fringe_picture(size: QSize, colour: QColor, ratio: float) -> QPixmap:
    """The buffer before or after a tile: a block, then upright lines."""
    return _fringe_picture(size.width(), size.height(), colour.rgba(), ratio)


@lru_cache(maxsize=512)
def _fringe_picture(width: int, height: int, colour: int, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(width, height) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    ink = QColor.fromRgba(colour)
    painter.fillRect(0, 0, FRINGE_STEP, height, ink)
    for x in range(2 * FRINGE_STEP - 1, width, FRINGE_STEP):
        painter.fillRect(x, 0, 1, height, ink)
    painter.end()
    return picture


@cache
def _picture(hatch: Hatch, colour: int, ratio: float) -> QPixmap:
    slope, distance, width = hatch.value
    side = round(distance * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(colour), width * ratio))
    for shift in (-side, 0, side):
        # Three lines, so that the corners a line only grazes are filled too.
        if slope > 0:
            painter.drawLine(QPointF(shift - side, -side), QPointF(shift + 2 * side, 2 * side))
        else:
            painter.drawLine(QPointF(shift - side, 2 * side), QPointF(shift + 2 * side, -side))
    painter.end()
    picture.setDevicePixelRatio(side / distance)
    return picture
