"""Where the keyboard is in a time grid: on a tile or a free cell of one column. Pure."""

from dataclasses import dataclass, replace

from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.grid.cells import Cell, cell_at, cells
from praxidesk.ui.calendar.grid.layout import Column, GridLayout, Tile
from praxidesk.ui.calendar.state import Place

_STEPS = (5, 10, 15, 30)
_LOWEST_CELL = 15
"""Pixels under which a free cell would be hard to see and hit."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """A cell, and how far a selection of free time reaches from it."""

    column: int
    cell: Cell
    minute: int
    """Where sideways steps aim, kept while they pass longer cells."""
    anchor: Cell | None = None
    """Where extending began; ``None`` while nothing is extended."""

    @property
    def span(self) -> tuple[int, int]:
        """Axis minutes chosen: the cell, or all from the anchor on."""
        if self.anchor is None:
            return self.cell.start, self.cell.end
        return min(self.anchor.start, self.cell.start), max(self.anchor.end, self.cell.end)


def step_minutes(layout: GridLayout) -> int:
    """Length of a free cell: the chosen grid's, else short, but visible at this zoom."""
    if layout.grid_minutes:
        return layout.grid_minutes
    return next((step for step in _STEPS if layout.metrics.y(step) >= _LOWEST_CELL), _STEPS[-1])


def column_cells(layout: GridLayout, column: Column) -> list[Cell]:
    """The cells of one column."""
    return cells([tile.minutes for tile in column.tiles], step_minutes(layout), layout.axis.minutes)


def cursor_at(layout: GridLayout, column: Column, minute: int) -> Cursor:
    """The cell that holds a minute."""
    found = column_cells(layout, column)
    return Cursor(column.index, found[cell_at(found, minute)], minute)


def cursor_on(column: Column, tile: Tile) -> Cursor:
    """A tile's own cell."""
    at = column.tiles.index(tile)
    return Cursor(column.index, Cell(*tile.minutes, at), tile.minutes[0])


def tile_under(layout: GridLayout, cursor: Cursor) -> Tile | None:
    """The tile the cursor is on; none where the layout is another one and has none there any more."""
    if cursor.cell.tile is None or cursor.anchor is not None or cursor.column >= len(layout.columns):
        return None
    tiles = layout.columns[cursor.column].tiles
    return tiles[cursor.cell.tile] if cursor.cell.tile < len(tiles) else None


def place_under(layout: GridLayout, cursor: Cursor) -> Place:
    """The chosen time, for a booking."""
    column = layout.columns[cursor.column]
    start, end = cursor.span
    span = Span(column.scale.instant(start), column.scale.instant(end))
    return Place(column.actor, span, is_drawn=cursor.anchor is not None)


def stepped(layout: GridLayout, cursor: Cursor, steps: int, extending: bool) -> Cursor:
    """The next or previous cell of the column; extending, free time is chosen up to the next tile."""
    found = column_cells(layout, layout.columns[cursor.column])
    at = found.index(cursor.cell) if cursor.cell in found else cell_at(found, cursor.cell.start)
    cell = found[min(len(found) - 1, max(0, at + steps))]
    if not extending or (cursor.anchor is None and cursor.cell.tile is not None):
        return replace(cursor, cell=cell, minute=cell.start, anchor=None)
    if cell.tile is not None:
        return cursor
    return replace(cursor, cell=cell, minute=cell.start, anchor=cursor.anchor or cursor.cell)


def sideways(layout: GridLayout, cursor: Cursor, columns: int) -> Cursor:
    """The cell at the same time in another column."""
    column = layout.columns[min(len(layout.columns) - 1, max(0, cursor.column + columns))]
    return cursor_at(layout, column, cursor.minute)


def next_tile(layout: GridLayout, cursor: Cursor, columns: int, steps: int) -> tuple[Column, Tile] | None:
    """The nearest tile above or below, or in the nearest column beside that has any."""
    minute = cursor.cell.start
    if steps:
        column = layout.columns[cursor.column]
        tiles = [each for each in column.tiles if (each.minutes[0] - minute) * steps > 0]
        nearest = min(tiles, key=lambda each: abs(each.minutes[0] - minute), default=None)
        return None if nearest is None else (column, nearest)
    at = cursor.column + columns
    while 0 <= at < len(layout.columns):
        column = layout.columns[at]
        if column.tiles:
            return column, min(column.tiles, key=lambda each: abs(each.minutes[0] - minute))
        at += columns
    return None


def day_edge(layout: GridLayout, cursor: Cursor, is_end: bool) -> Cursor:
    """The first or last cell of the column's open time; of the axis where nothing is open."""
    column = layout.columns[cursor.column]
    if not column.ground.open:
        return cursor_at(layout, column, layout.axis.minutes - 1 if is_end else 0)
    scale = column.scale
    minute = (
        scale.minute(column.ground.open[-1].end) - 1 if is_end else scale.minute(column.ground.open[0].start)
    )
    return cursor_at(layout, column, minute)


def refound(layout: GridLayout, cursor: Cursor, selected: EntryId | None) -> Cursor | None:
    """The same place in a new layout: the selected entry's tile, else the cell at the same time."""
    if cursor.column >= len(layout.columns):
        return None
    column = layout.columns[cursor.column]
    if cursor.anchor is not None:
        return cursor
    tile = next((each for each in column.tiles if each.entry == selected), None)
    return cursor_on(column, tile) if tile is not None else cursor_at(layout, column, cursor.cell.start)
