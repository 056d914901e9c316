"""What differs between two layouts of a time grid, so that only that is painted again. Pure."""

from collections.abc import Iterator

from PySide6.QtCore import QRect

from praxidesk.ui.calendar.grid.layout import GridLayout

_AROUND = 3
"""Pixels around a tile that its focus ring may take."""


def is_same_grid(before: GridLayout, after: GridLayout) -> bool:
    """Whether only tiles differ."""
    return _frame(before) == _frame(after) and [
        (column.actor, column.left, column.ground) for column in before.columns
    ] == [(column.actor, column.left, column.ground) for column in after.columns]


def _frame(layout: GridLayout) -> tuple[object, ...]:
    return layout.axis, layout.metrics, layout.width, layout.grid_minutes


def changed_rects(before: GridLayout, after: GridLayout) -> Iterator[QRect]:
    """Rectangles of tiles that came, went or look different, with their buffers; for two of the same grid."""
    for old, new in zip(before.columns, after.columns, strict=True):
        if old.tiles == new.tiles:
            continue
        for here, there in ((old.tiles, new.tiles), (new.tiles, old.tiles)):
            for tile in here:
                if tile not in there:
                    # In one piece: each rectangle is painted by itself.
                    yield tile.reach.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
