"""The small symbols on tiles, drawn on a grid of 10 by 10: sharp at any size, in any colour."""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from math import cos, pi, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

GRID = 10


class Symbol(Enum):
    """What a tile can say without a word."""

    CHECK = "check"
    CLOCK = "clock"
    PLAY = "play"
    CROSS = "cross"
    QUESTION = "question"
    SLASHED = "slashed"
    NOTE = "note"
    SERIES = "series"
    OVERRIDE = "override"
    LOCK = "lock"
    URGENT = "urgent"
    FIRST_VISIT = "first-visit"
    STRANDED = "stranded"


class Glyph(NamedTuple):
    """Lines to draw with a round pen, and areas to fill."""

    lines: QPainterPath
    areas: QPainterPath
    pen: float


def paint_glyph(painter: QPainter, symbol: Symbol, box: QRectF, colour: QColor) -> None:
    """Draw a symbol into a square; leaves the painter as it was."""
    glyph = _glyph(symbol)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / GRID, box.height() / GRID)
    if not glyph.areas.isEmpty():
        painter.fillPath(glyph.areas, colour)
    if not glyph.lines.isEmpty():
        pen = QPen(colour, glyph.pen)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(glyph.lines)
    painter.restore()


@cache
def _glyph(symbol: Symbol) -> Glyph:
    lines, areas = QPainterPath(), QPainterPath()
    pen = 1.3
    match symbol:
        case Symbol.CHECK:
            pen = 1.6
            _polyline(lines, (1.3, 5.4), (3.9, 8.0), (8.7, 2.4))
        case Symbol.CLOCK:
            lines.addEllipse(QPointF(5, 5), 4.1, 4.1)
            _polyline(lines, (5, 2.6), (5, 5.2), (6.9, 6.2))
        case Symbol.PLAY:
            _polyline(areas, (2, 0.8), (9.2, 5), (2, 9.2))
        case Symbol.CROSS:
            pen = 1.9
            _polyline(lines, (1.8, 1.8), (8.2, 8.2))
            _polyline(lines, (8.2, 1.8), (1.8, 8.2))
        case Symbol.QUESTION:
            pen = 1.7
            box = QRectF(2.8, 0.9, 4.4, 4.4)
            lines.arcMoveTo(box, 190)
            lines.arcTo(box, 190, -235)
            lines.quadTo(5, 5.2, 5, 6.3)
            areas.addEllipse(QPointF(5, 8.7), 1.05, 1.05)
        case Symbol.SLASHED:
            lines.addEllipse(QPointF(5, 5), 4.1, 4.1)
            _polyline(lines, (2.1, 2.1), (7.9, 7.9))
        case Symbol.NOTE:
            pen = 1.0
            _polyline(lines, (1, 9), (1, 1.4), (9, 1.4), (9, 7.2), (2.8, 7.2), (1, 9))
            _polyline(lines, (3, 3.5), (7, 3.5))
            _polyline(lines, (3, 5.2), (6, 5.2))
        case Symbol.SERIES:
            pen = 1.1
            _polyline(lines, (1.2, 4.8), (1.2, 3.0), (8.8, 3.0))
            _polyline(lines, (7.0, 1.2), (8.8, 3.0), (7.0, 4.8))
            _polyline(lines, (8.8, 5.2), (8.8, 7.0), (1.2, 7.0))
            _polyline(lines, (3.0, 5.2), (1.2, 7.0), (3.0, 8.8))
        case Symbol.OVERRIDE:
            pen = 1.1
            _polyline(lines, (5, 0.9), (9.2, 3.3), (5, 5.7), (0.8, 3.3), (5, 0.9))
            _polyline(lines, (0.8, 6.3), (5, 8.8), (9.2, 6.3))
        case Symbol.URGENT:
            _warning_sign(areas)
        case Symbol.FIRST_VISIT:
            _polyline(areas, *_star(5, 5.2, 4.7, 1.95))
        case Symbol.STRANDED:
            pen = 1.1
            _crossed_calendar(lines)
        case Symbol.LOCK:
            pen = 1.1
            _padlock(lines)
    return Glyph(lines, areas, pen)


def _padlock(lines: QPainterPath) -> None:
    lines.addRoundedRect(QRectF(1.4, 4.4, 7.2, 4.9), 1, 1)
    lines.moveTo(3, 4.4)
    lines.lineTo(3, 2.9)
    lines.arcTo(QRectF(3, 0.9, 4, 4), 180, -180)
    lines.lineTo(7, 4.4)


def _crossed_calendar(lines: QPainterPath) -> None:
    lines.addRoundedRect(QRectF(0.9, 1.7, 8.2, 7.5), 1, 1)
    _polyline(lines, (3, 0.6), (3, 1.7))
    _polyline(lines, (7, 0.6), (7, 1.7))
    _polyline(lines, (3.3, 3.8), (6.7, 7.2))
    _polyline(lines, (6.7, 3.8), (3.3, 7.2))


def _warning_sign(areas: QPainterPath) -> None:
    """A triangle; what is cut out of it reads as an exclamation mark."""
    _polyline(areas, (5, 0.9), (9.6, 9.1), (0.4, 9.1), (5, 0.9))
    areas.addRect(QRectF(4.45, 3.6, 1.1, 2.9))
    areas.addEllipse(QPointF(5, 7.75), 0.7, 0.7)
    areas.setFillRule(Qt.FillRule.OddEvenFill)


def _star(x: float, y: float, outer: float, inner: float) -> Iterator[tuple[float, float]]:
    """The ten corners of a star with five points, the first one up."""
    for corner in range(10):
        radius, angle = (inner if corner % 2 else outer), pi * (corner / 5 - 0.5)
        yield x + radius * cos(angle), y + radius * sin(angle)


def _polyline(path: QPainterPath, *points: tuple[float, float]) -> None:
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
