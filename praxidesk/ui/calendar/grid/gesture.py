"""What a hand is doing in a time grid: drawing a new span, or moving or resizing a tile. Pure."""

from dataclasses import dataclass, replace
from enum import Enum

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import Role, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.grid.layout import Column, GridLayout, Tile
from praxidesk.ui.calendar.state import MoveWanted, Place


class Grip(Enum):
    """Where a tile is held."""

    WHOLE = "whole"
    UPPER_EDGE = "upper edge"
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
    """An entry on its way: which part of it is held, where it came from, and where it is now."""

    allocation: Allocation
    """The part that is held."""
    from_minutes: tuple[int, int]
    """Axis minutes that it would have where it came from."""
    column: int
    start: int
    end: int
    from_column: int | None = None
    """``None`` where it came from elsewhere: another day, the parking area, the waiting list."""
    grip: Grip = Grip.WHOLE

    @property
    def is_changed(self) -> bool:
        """Whether it is anywhere else than it was."""
        return self.column != self.from_column or (self.start, self.end) != self.from_minutes

    @property
    def longer(self) -> int:
        """By how many minutes it is longer than it was."""
        return (self.end - self.start) - (self.from_minutes[1] - self.from_minutes[0])


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


def lifted(entry: Entry, tile: Tile, column: Column, grip: Grip = Grip.WHOLE) -> Shift:
    """A tile just taken hold of."""
    held = next(
        each for each in entry.allocations if each.actor == column.actor and each.span == tile.allocation
    )
    return Shift(held, tile.minutes, column.index, *tile.minutes, column.index, grip)


def brought(layout: GridLayout, zone: Zone, entry: Entry) -> Shift | None:
    """An entry that has no tile here, at its own time of day, in the column of one of its people.

    ``None`` where nothing is shown, or the entry has nobody.
    """
    parts = [each for each in entry.allocations if each.role is not Role.PATIENT]
    if not layout.columns or not parts:
        return None
    actors = {each.actor: each for each in parts}
    found = next((each for each in layout.columns if each.actor in actors), layout.columns[0])
    held = actors.get(found.actor, parts[0])
    length = max(1, (held.ends_at - held.starts_at) // MINUTE)
    clock = zone.local(held.starts_at)
    start = min(layout.axis.minutes - length, clock.hour * 60 + clock.minute)
    return Shift(held, (start, start + length), found.index, start, start + length)


def is_resizable(entry: Entry, held: Allocation) -> bool:
    """Whether the part that is held is the whole entry, so that its edges are the entry's."""
    return held.span == entry.span


def dragged(layout: GridLayout, shift: Shift, column: int, minute: float, snap: int) -> Shift:
    """The tile with its held edge at a minute: its start, or an edge; kept within the day."""
    at = round(minute / snap) * snap
    if shift.grip is Grip.LOWER_EDGE:
        return replace(shift, end=min(layout.axis.minutes, max(shift.start + snap, at)))
    if shift.grip is Grip.UPPER_EDGE:
        return replace(shift, start=max(0, min(shift.end - snap, at)))
    length = shift.end - shift.start
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
    return dragged(layout, replace(shift, grip=Grip.WHOLE), column, start, 1)


def lengthened(layout: GridLayout, shift: Shift, minutes: int) -> Shift:
    """The tile longer or shorter, by key; at least one step long."""
    end = min(layout.axis.minutes, max(shift.start + abs(minutes), shift.end + minutes))
    return replace(shift, end=end)


def move_wanted(layout: GridLayout, entry: Entry, shift: Shift, status: Status | None = None) -> MoveWanted:
    """The change of the entry that putting the tile down here asks for."""
    target = layout.columns[shift.column]
    was, longer = shift.allocation.starts_at, shift.longer * MINUTE
    if shift.from_column is not None:
        origin = layout.columns[shift.from_column].scale
        first, last = (origin.instant(each) for each in shift.from_minutes)
        was = first
        if longer:  # in real time: the clocks may change in between
            longer = target.scale.instant(shift.end) - target.scale.instant(shift.start) - (last - first)
    start = entry.starts_at + target.scale.instant(shift.start) - was
    length = entry.ends_at - entry.starts_at + longer
    span = Span(start, start + max(MINUTE, length))
    return MoveWanted(entry.id, span, shift.allocation.actor, target.actor, status)
