"""What a hand is doing in the plan of the operating rooms: drawing a span, or moving a bar. Pure."""

from dataclasses import dataclass, replace

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import Span
from praxidesk.ui.calendar.lanes import WHOLE
from praxidesk.ui.calendar.month_layout import Box
from praxidesk.ui.calendar.rooms_layout import PlacedBar, RoomsLayout
from praxidesk.ui.calendar.rooms_plan import Bar
from praxidesk.ui.calendar.state import MoveWanted, Place
from praxidesk.ui.calendar.time_axis import DAY_MINUTES, SNAP_MINUTES, DayScale


@dataclass(frozen=True, slots=True)
class Drawing:
    """Free time drawn out in one room, in axis minutes."""

    row: int
    anchor: int
    head: int

    @property
    def minutes(self) -> tuple[int, int]:
        """From the earlier to the later end."""
        return min(self.anchor, self.head), max(self.anchor, self.head)


@dataclass(frozen=True, slots=True)
class Shift:
    """A bar on its way: where it came from and is held now, in axis minutes."""

    bar: Bar
    from_row: int | None
    """``None`` for an operation that has no room yet."""
    row: int
    start: int

    @property
    def end(self) -> int:
        """Axis minute at which it would end."""
        return self.start + self.bar.end - self.bar.start

    @property
    def is_changed(self) -> bool:
        """Whether it is anywhere else than it was."""
        return self.row != self.from_row or self.start != self.bar.start


def found(layout: RoomsLayout, entry: Entry | None) -> tuple[int, PlacedBar] | None:
    """Row and bar of an entry: the first, where it stands in several rooms."""
    if entry is None:
        return None
    return next(
        (
            (at, bar)
            for at, row in enumerate(layout.rows)
            for bar in row.bars
            if bar.facts.entry.id == entry.id
        ),
        None,
    )


def drawing_from(row: int, minute: float) -> Drawing:
    """Time just begun to be drawn out: the step of the grid the hand is in."""
    at = int(minute // SNAP_MINUTES) * SNAP_MINUTES
    return Drawing(row, at, at + SNAP_MINUTES)


def drawn_to(drawing: Drawing, minute: float, snap: int) -> Drawing:
    """The time out to a minute of the grid; at least one step."""
    at = min(DAY_MINUTES, max(0, round(minute / snap) * snap))
    return replace(drawing, head=at if at != drawing.anchor else drawing.anchor + snap)


def drawn_place(layout: RoomsLayout, scale: DayScale, drawing: Drawing) -> Place:
    """The time drawn, for a booking."""
    start, end = drawing.minutes
    span = Span(scale.instant(start), scale.instant(end))
    return Place(layout.rows[drawing.row].room.actor, span, is_drawn=True)


def dragged(shift: Shift, row: int, minute: float, snap: int) -> Shift:
    """The bar in a row, its start at a minute of the grid; kept within the day."""
    at = round(minute / snap) * snap
    length = shift.bar.end - shift.bar.start
    return replace(shift, row=row, start=min(DAY_MINUTES - length, max(0, at)))


def nudged(shift: Shift, rows: int, minutes: int, count: int) -> Shift:
    """The bar a step further, by key; the first step from an odd minute goes to the grid."""
    start = shift.start + minutes
    if minutes and start % minutes:
        step = abs(minutes)
        start = start // step * step if minutes > 0 else -(-start // step) * step
    length = shift.bar.end - shift.bar.start
    row = min(count - 1, max(0, shift.row + rows))
    return replace(shift, row=row, start=min(DAY_MINUTES - length, max(0, start)))


def move_wanted(layout: RoomsLayout, scale: DayScale, shift: Shift) -> MoveWanted:
    """The change that putting the bar down here asks for."""
    entry = shift.bar.entry
    moved = scale.instant(shift.start) - scale.instant(shift.bar.start)
    origin = layout.rows[shift.from_row].room.actor if shift.from_row is not None else None
    target = layout.rows[shift.row].room.actor
    return MoveWanted(entry.id, Span(entry.starts_at + moved, entry.ends_at + moved), origin, target)


def lifted(layout: RoomsLayout, scale: DayScale, entry: Entry | None) -> Shift | None:
    """An entry just taken hold of: its first bar, or the card of one that has no room yet."""
    here = found(layout, entry)
    if here is not None:
        row, placed = here
        return Shift(placed.facts, row, row, placed.facts.start)
    if entry is None or card_of(layout, entry) is None or not layout.rows or not entry.allocations:
        return None
    bar = Bar(entry, scale.minute(entry.starts_at), scale.minute(entry.ends_at), (), WHOLE)
    return Shift(bar, None, 0, bar.start)


def card_of(layout: RoomsLayout, entry: Entry) -> Box | None:
    """Where an operation without a room waits."""
    return next((box for each, box in layout.cards if each.id == entry.id), None)


def neighbour(layout: RoomsLayout, entry: Entry | None, sideways: int, rows: int) -> Entry | None:
    """The bar that an arrow key goes to: the next in the row, or the nearest in another one."""
    here = found(layout, entry)
    if here is None:
        return next((row.bars[0].facts.entry for row in layout.rows if row.bars), None)
    at, bar = here
    if sideways:
        bars = layout.rows[at].bars
        place = bars.index(bar) + sideways
        return bars[min(len(bars) - 1, max(0, place))].facts.entry
    middle = (bar.facts.start + bar.facts.end) / 2
    at += rows
    while 0 <= at < len(layout.rows):
        if layout.rows[at].bars:
            nearest = min(
                layout.rows[at].bars, key=lambda each: abs((each.facts.start + each.facts.end) / 2 - middle)
            )
            return nearest.facts.entry
        at += rows
    return entry
