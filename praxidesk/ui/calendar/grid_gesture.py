"""What a hand is doing in a time grid: drawing a new span, or moving or resizing a tile. Pure."""

from dataclasses import dataclass, replace
from enum import Enum

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.ui.calendar.grid_layout import Column, GridLayout, Tile
from praxidesk.ui.calendar.state import MoveWanted, Place


class Grip(Enum):
    """Where a tile is held."""

    WHOLE = "whole"
    LOWER_EDGE = "lower edge"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Free time drawn out in one column, in axis minutes."""

    column: int
    anchor: int
    head: int

    @property
    def minutes(self) -> tuple[int, int]:
        """From the earlier to the later end."""
        return min(self.anchor, self.head), max(self.anchor, self.head)


@dataclass(frozen=True, slots=True)
class Shift:
    """A tile on its way: where it came from and is held now, in axis minutes."""

    tile: Tile
    from_column: int
    column: int
    start: int
    end: int
    grip: Grip = Grip.WHOLE

    @property
    def is_changed(self) -> bool:
        """Whether it is anywhere else than it was."""
        return self.column != self.from_column or (self.start, self.end) != self.tile.minutes


def drawing_from(column: Column, minute: float, snap: int) -> Drawing:
    """The shortest span at a minute."""
    start = int(minute // snap) * snap
    return Drawing(column.index, start, start + snap)


def drawn_to(layout: GridLayout, drawing: Drawing, minute: float, snap: int) -> Drawing:
    """The span from where drawing began to a minute, never empty; upwards it keeps the first step."""
    if minute >= drawing.anchor:
        head = int(minute // snap + 1) * snap
    else:
        head = min(drawing.anchor - snap, int(minute // snap) * snap)
    return replace(drawing, head=min(layout.axis.minutes, max(0, head)))


def drawn_place(layout: GridLayout, drawing: Drawing) -> Place:
    """The time drawn, for a booking."""
    column = layout.columns[drawing.column]
    start, end = drawing.minutes
    span = Span(column.scale.instant(start), column.scale.instant(end))
    return Place(column.actor, span, is_drawn=True)


def lifted(tile: Tile, column: Column, grip: Grip) -> Shift:
    """A tile just taken hold of."""
    return Shift(tile, column.index, column.index, *tile.minutes, grip)


def dragged(layout: GridLayout, shift: Shift, column: int, minute: float, snap: int) -> Shift:
    """The tile with its held edge at a minute: its start, or its lower edge; kept within the day."""
    at = round(minute / snap) * snap
    if shift.grip is Grip.LOWER_EDGE:
        end = min(layout.axis.minutes, max(shift.start + snap, at))
        return replace(shift, end=end)
    length = shift.tile.minutes[1] - shift.tile.minutes[0]
    start = min(layout.axis.minutes - length, max(0, at))
    return replace(shift, column=column, start=start, end=start + length)


def nudged(layout: GridLayout, shift: Shift, columns: int, minutes: int) -> Shift:
    """The tile a step further, by key."""
    column = min(len(layout.columns) - 1, max(0, shift.column + columns))
    start = shift.start + minutes
    # The first step from an odd minute goes to the grid, so that two keys reach every full time.
    if minutes and start % minutes:
        step = abs(minutes)
        start = start // step * step if minutes > 0 else -(-start // step) * step
    return dragged(layout, shift, column, start, 1)


def move_wanted(layout: GridLayout, entry: Entry, shift: Shift) -> MoveWanted:
    """The change of the entry that putting the tile down here asks for."""
    origin, target = layout.columns[shift.from_column], layout.columns[shift.column]
    if shift.grip is Grip.LOWER_EDGE:
        span = Span(entry.starts_at, max(entry.starts_at + MINUTE, target.scale.instant(shift.end)))
    else:
        moved = target.scale.instant(shift.start) - origin.scale.instant(shift.tile.minutes[0])
        span = Span(entry.starts_at + moved, entry.ends_at + moved)
    return MoveWanted(entry.id, span, origin.actor, target.actor)
