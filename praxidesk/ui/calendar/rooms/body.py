"""The body of a bar in a plan of rooms: filled, with the phases of an operation and their ruler on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from praxidesk.engine.vocabulary import Phase
from praxidesk.ui.calendar.rooms.inks import Inks
from praxidesk.ui.calendar.rooms.layout import TimeScale
from praxidesk.ui.calendar.rooms.ruler import paint_phase

RADIUS = 3


@dataclass(frozen=True, slots=True)
class Ruler:
    """How phases are drawn on the bars of one plan."""

    height: int
    """In pixels, at the top of the body."""
    ratio: float
    """Of the device."""
    grow: float = 1.0
    """How many times as large the patterns are."""


def paint_body(
    painter: QPainter,
    body: QRect,
    inks: Inks,
    phases: Sequence[tuple[Phase, int, int]],
    times: TimeScale,
    *,
    ruler: Ruler,
    edge: int,
) -> None:
    """Fill a bar, and what there is of phases; cleaning is painted behind it and not on it.

    :param phases: each with the minutes from when to when
    :param edge: how wide a strip at the left is that stands for the ruler where there are no phases
    """
    clip = QPainterPath()
    clip.addRoundedRect(QRectF(body), RADIUS, RADIUS)
    painter.save()
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    painter.fillRect(body, inks.fill)
    for phase, start, end in phases:
        if phase is Phase.CLEANING:
            continue
        x = max(body.x(), times.x(start))
        part = QRect(x, body.y(), min(times.x(end), body.right() + 1) - x, body.height())
        if phase is Phase.SURGERY:
            painter.fillRect(part, inks.phase)
        stretch = QRect(part.x(), part.y(), part.width(), ruler.height)
        paint_phase(painter, phase, stretch, inks.ruler, ruler.ratio, grow=ruler.grow)
    if not phases:
        painter.fillRect(QRect(body.x(), body.y(), edge, body.height()), inks.ruler)
    painter.restore()
