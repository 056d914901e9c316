"""What a hand is doing in the plan of the operating rooms: drawing a span, or moving a bar. Pure."""

from dataclasses import dataclass, replace

from praxidesk.engine.entries import Entry
from praxidesk.engine.progress import room_of
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.box import Box
from praxidesk.ui.calendar.lanes import WHOLE
from praxidesk.ui.calendar.rooms.layout import PlacedBar, RoomsLayout
from praxidesk.ui.calendar.rooms.plan import Bar
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
    longer: int = 0
    """By how many minutes its surgery is longer than it was."""
    was: int | None = None
    """Instant at which it starts where it comes from another day; ``None``: where its bar does."""
    status: Status | None = None
    """What it becomes where it is put down."""

    @property
    def end(self) -> int:
        """Axis minute at which it would end."""
        return self.start + self.bar.end - self.bar.start + self.longer

    @property
    def is_changed(self) -> bool:
        """Whether it is anywhere else than it was, or anything else."""
        return self.row != self.from_row or self.start != self.bar.start or bool(self.longer or self.status)


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
    length = shift.end - shift.start
    return replace(shift, row=row, start=min(DAY_MINUTES - length, max(0, at)))


def pulled(shift: Shift, minute: float, snap: int) -> Shift:
    """The bar with its end at a minute of the grid."""
    return lengthened(shift, round(minute / snap) * snap - shift.end)


def lengthened(shift: Shift, minutes: int) -> Shift:
    """The bar longer or shorter; as long as something of its surgery is left, and within the day."""
    phases = shift.bar.entry.phases
    least = (SNAP_MINUTES if phases is None else 1) - _shrinking(shift.bar)
    most = DAY_MINUTES - shift.start - (shift.bar.end - shift.bar.start)
    return replace(shift, longer=min(most, max(least, shift.longer + minutes)))


def is_resizable(bar: Bar) -> bool:
    """Whether it can be made longer: an operation in its surgery, anything else as a whole."""
    entry = bar.entry
    return entry.phases is not None or (entry.ends_at - entry.starts_at) // MINUTE == bar.end - bar.start


def _shrinking(bar: Bar) -> int:
    """Minutes of it that can be taken away at most."""
    return bar.entry.phases.surgery if bar.entry.phases is not None else bar.end - bar.start


def nudged(shift: Shift, rows: int, minutes: int, count: int) -> Shift:
    """The bar a step further, by key; the first step from an odd minute goes to the grid."""
    start = shift.start + minutes
    if minutes and start % minutes:
        step = abs(minutes)
        start = start // step * step if minutes > 0 else -(-start // step) * step
    length = shift.end - shift.start
    row = min(count - 1, max(0, shift.row + rows))
    return replace(shift, row=row, start=min(DAY_MINUTES - length, max(0, start)))


def move_wanted(layout: RoomsLayout, scale: DayScale, shift: Shift) -> MoveWanted:
    """The change that putting the bar down here asks for."""
    entry = shift.bar.entry
    was = scale.instant(shift.bar.start) if shift.was is None else shift.was
    start = entry.starts_at + scale.instant(shift.start) - was
    origin = room_of(entry) if shift.from_row is None else layout.rows[shift.from_row].room.actor
    target = layout.rows[shift.row].room.actor
    span = Span(start, start + entry.ends_at - entry.starts_at + shift.longer * MINUTE)
    return MoveWanted(entry.id, span, origin, target, shift.status)


def lifted(layout: RoomsLayout, zone: Zone, entry: Entry | None) -> Shift | None:
    """An entry just taken hold of: its first bar, or the card of one that has no room yet."""
    here = found(layout, entry)
    if here is not None:
        row, placed = here
        return Shift(placed.facts, row, row, placed.facts.start)
    if entry is None or card_of(layout, entry) is None:
        return None
    return brought(layout, zone, entry)


def brought(layout: RoomsLayout, zone: Zone, entry: Entry, status: Status | None = None) -> Shift | None:
    """An entry that has no bar here, at its own time of day, in its own room if that is shown.

    Who has no room is booked by being put into one. ``None`` where nothing is shown or nobody takes part.
    """
    if not layout.rows or not entry.allocations:
        return None
    own = room_of(entry)
    part = next((each.span for each in entry.allocations if each.actor == own), entry.span)
    length = max(1, (part.end - part.start) // MINUTE)
    clock = zone.local(part.start)
    start = min(DAY_MINUTES - length, clock.hour * 60 + clock.minute)
    rooms = [row.room.actor for row in layout.rows]
    row = rooms.index(own) if own in rooms else 0
    if status is None and entry.status.is_tentative:
        status = Status.BOOKED
    return Shift(Bar(entry, start, start + length, (), WHOLE), None, row, start, 0, part.start, status)


def card_of(layout: RoomsLayout, entry: Entry) -> Box | None:
    """Where an operation without a room waits."""
    return next((box for each, box in layout.cards if each.id == entry.id), None)


def neighbour(layout: RoomsLayout, entry: Entry | None, sideways: int, rows: int) -> Entry | None:
    """The bar that an arrow key goes to: the next in the row, or the nearest in another one."""
    here = found(layout, entry)
    if here is None:
        return _beside(layout, entry, sideways, rows)
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
    return layout.waiting[0] if rows > 0 and layout.waiting else entry


def _beside(layout: RoomsLayout, entry: Entry | None, sideways: int, rows: int) -> Entry | None:
    """From an operation that waits for a room: along the strip, or up to the last row; else the first bar."""
    filled = [row.bars for row in layout.rows if row.bars]
    if entry is not None and entry in layout.waiting:
        if sideways:
            place = layout.waiting.index(entry) + sideways
            return layout.waiting[min(len(layout.waiting) - 1, max(0, place))]
        return filled[-1][0].facts.entry if rows < 0 and filled else entry
    return filled[0][0].facts.entry if filled else next(iter(layout.waiting), None)
