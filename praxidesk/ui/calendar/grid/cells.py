"""The cells a keyboard cursor visits in one column: tiles, and the free time between them. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Cell(NamedTuple):
    """A stretch of a column, in axis minutes: free time, or one tile."""

    start: int
    end: int
    tile: int | None
    """Place of the tile in the column; ``None`` where the cell is free."""


def cells(tiles: Sequence[tuple[int, int]], step: int, length: int) -> list[Cell]:
    """All cells of a column from minute 0 to ``length``, sorted by start.

    Each tile is a cell of its own, even where tiles share time. Free time is cut at multiples of ``step``
    and at the edges of tiles.
    """
    result = [Cell(start, end, at) for at, (start, end) in enumerate(tiles)]
    at = 0
    for start, end in [*sorted(tiles), (length, length)]:
        while at < start:
            until = min(start, at - at % step + step)
            result.append(Cell(at, until, None))
            at = until
        at = max(at, end)
    return sorted(result, key=lambda cell: (cell.start, cell.tile is not None, cell.tile or 0))


def cell_at(column: Sequence[Cell], minute: int) -> int:
    """Place of the cell that holds a minute, of several the last to start; 0 in an empty column."""
    last = bisect_right(column, minute, key=lambda cell: cell.start) - 1
    # Backwards over tiles that share time with the one that holds the minute, but end before it.
    return next((at for at in range(last, -1, -1) if column[at].end > minute), max(0, last))
