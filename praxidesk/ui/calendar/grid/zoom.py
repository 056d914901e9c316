"""How high five minutes are drawn, and which minutes a whole day is. Pure."""

from praxidesk.ui.calendar.grid.layout import GridLayout
from praxidesk.ui.calendar.time_axis import ZOOM_STEPS

WHOLE_DAY = 0
"""The zoom that fits the working hours into the window; every other is in pixels for five minutes."""
_LEAST, _MOST = 2.0, 12.0
_MARGIN = 30
_USUAL = (8 * 60, 18 * 60)
"""Axis minutes, where neither hours nor tiles say anything."""


def working_minutes(layout: GridLayout) -> tuple[int, int]:
    """From before the first open time or tile to after the last, in axis minutes."""
    bounds = [
        column.scale.minute(at)
        for column in layout.columns
        for span in column.ground.open
        if span != column.scale.span
        for at in span
    ]
    bounds += [at for column in layout.columns for tile in column.tiles for at in tile.minutes]
    first, last = (min(bounds), max(bounds)) if bounds else _USUAL
    return max(0, first - _MARGIN), min(layout.axis.minutes, last + _MARGIN)


def fitting(layout: GridLayout, height: int) -> float:
    """Pixels for five minutes that show the working hours in a window of this height."""
    first, last = working_minutes(layout)
    return min(_MOST, max(_LEAST, 5 * height / max(60, last - first)))


def next_step(pixels: float, direction: int) -> int | None:
    """The next larger (1) or smaller (-1) step; ``None`` at the end."""
    if direction > 0:
        return min((step for step in ZOOM_STEPS if step > pixels), default=None)
    return max((step for step in ZOOM_STEPS if step < pixels), default=None)
