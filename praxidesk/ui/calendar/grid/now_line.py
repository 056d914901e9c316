"""The line of now: over tiles, but broken around their text."""

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from praxidesk.ui.calendar.grid.layout import Column, GridLayout
from praxidesk.ui.calendar.grid.paint import columns_in
from praxidesk.ui.calendar.grid.unseen import written
from praxidesk.ui.calendar.tile_paint import fitted
from praxidesk.ui.look.theme import Theme

_BOLD = 2
_HALO = 1
_CLEAR = 2
"""Pixels kept free beside a word."""
_SHORTEST = 10
"""Pixels under which a bit of line between words would look like a dash."""
_FAINT = 0.35
_ASCENT, _BODY = 0.8, 1.05
"""Of letters, to their size: above the baseline, and in all."""


def now_minute(layout: GridLayout, now: int) -> int | None:
    """Axis minute of now, where one of the days is today."""
    for scale in layout.axis.days:
        if scale.span.start <= now < scale.span.end:
            return scale.minute(now)
    return None


def paint_now(painter: QPainter, layout: GridLayout, area: QRect, now: int, theme: Theme) -> None:
    """Bold through today's columns, thin through those of other days; nothing in other weeks."""
    minute = now_minute(layout, now)
    if minute is None:
        return
    y = layout.metrics.y(minute)
    if not area.top() - _BOLD <= y <= area.bottom() + _BOLD:
        return
    thin = theme.now.toRgb()
    thin.setAlphaF(_FAINT)
    for column in columns_in(layout, area):
        is_today = column.scale.span.start <= now < column.scale.span.end
        for left, right in _free(layout, column, y):
            if not is_today:
                painter.fillRect(left, y, right - left, 1, thin)
                continue
            painter.fillRect(left, y - 1 - _HALO, right - left, _BOLD + 2 * _HALO, theme.canvas)
            painter.fillRect(left, y - 1, right - left, _BOLD, theme.now)


def _free(layout: GridLayout, column: Column, y: int) -> Iterator[tuple[int, int]]:
    """Where the line stays clear of words and symbols; short bits between them are left out."""
    at, end = column.left, column.left + column.width
    for left, right in sorted(_words(layout, column, y)):
        if left - at >= (_SHORTEST if at > column.left else 1):
            yield at, left
        at = max(at, right)
    if at < end:
        yield at, end


def _words(layout: GridLayout, column: Column, y: int) -> Iterator[tuple[int, int]]:
    """Left and right of each text and symbol in the column that the line would cross."""
    top, bottom = y - 1 - _HALO, y + _BOLD - 1 + _HALO
    for plate in written(layout, column):
        if plate.top() <= bottom and top <= plate.bottom():
            yield plate.left(), plate.right() + 1
    for tile in column.tiles:
        box = tile.box
        if box.y > bottom or box.bottom <= top:
            continue
        shown = fitted(tile.face, box.width, box.height)
        boxes = [
            (run.x, run.baseline - round(run.pixels * _ASCENT), run.width, round(run.pixels * _BODY))
            for run in shown.runs
        ]
        # The line may cross the symbol of a rail: the rail itself says the status by its colour.
        boxes += [(mark.x, mark.y, mark.size, mark.size) for mark in shown.marks if not mark.is_status]
        for x, above, width, height in boxes:
            if box.y + above <= bottom and top < box.y + above + height:
                yield box.x + x - _CLEAR, box.x + x + width + _CLEAR
