"""What the plan of the operating rooms says of one day: rooms, bars, loads, ends. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.progress import room_of
from praxidesk.engine.room_progress import DayProgress, RoomState, day_progress
from praxidesk.engine.vocabulary import GONE, ActorId, ActorKind, EntryKind, Phase, Role
from praxidesk.ui.calendar.ground import ColumnGround, column_ground, load_percent, taken_minutes
from praxidesk.ui.calendar.lanes import Lane, lanes
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.time_axis import DAY_MINUTES, DayScale, time_axis
from praxidesk.ui.calendar.unseen import UnseenTime

_USUAL = (7 * 60, 17 * 60)
_HOUR = 60


@dataclass(frozen=True, slots=True)
class Bar:
    """One entry in one room, in axis minutes of the day."""

    entry: Entry
    start: int
    end: int
    phases: tuple[tuple[Phase, int, int], ...]
    """Start and end of each phase that has any length; none for what is no operation."""
    lane: Lane


@dataclass(frozen=True, slots=True)
class Room:
    """One row."""

    actor: ActorId
    name: str
    ground: ColumnGround
    bars: tuple[Bar, ...]
    """Ordered by start."""
    operations: int
    """Those that stand."""
    closes: int | None
    """Axis minute of the end of its day; ``None`` where it is closed all day or never closes."""
    ends: int | None
    """Axis minute at which its last entry ends; ``None`` where there is none."""
    load: int | None
    """Percent of the open time taken; ``None`` where it is closed, or not all is seen."""
    is_known: bool
    """Everything that takes its time is seen."""


@dataclass(frozen=True, slots=True)
class RoomsPlan:
    """One day of the operating rooms."""

    scale: DayScale
    bounds: tuple[int, int]
    """Axis minutes shown at least, on full hours."""
    rooms: tuple[Room, ...]
    waiting: tuple[Entry, ...]
    """Operations that have no room yet, of this day and of others: by start."""
    progress: DayProgress
    """How they go: what was reached, what each room does now."""


def operating_rooms(practice: Practice) -> tuple[ActorId, ...]:
    """Rooms that some procedure asks for by kind or name; where none does, those called ``operating``."""
    wanted = [
        need
        for procedure in practice.procedures.values()
        for need in procedure.need
        if need.role is Role.ROOM and (need.category is not None or need.any_of is not None)
    ]
    rooms = [
        (id_, each) for id_, each in practice.actors.items() if each.kind is ActorKind.ROOM and each.active
    ]
    asked = tuple(id_ for id_, room in rooms if any(need.fits(room) for need in wanted))
    return asked or tuple(id_ for id_, room in rooms if room.category == "operating")


def rooms_plan(state: CalendarState, roomless: Iterable[Entry] = ()) -> RoomsPlan | None:
    """The plan of the state's first day; ``None`` without a day or without operating rooms.

    Chosen rooms are shown, or all of them where none is chosen.

    :param roomless: operations of any day that had no room when the store was asked
    """
    every = operating_rooms(state.practice)
    if not state.days or not every:
        return None
    chosen = tuple(actor for actor in state.actors if actor in every)
    scale = time_axis(state.zone, state.days[:1]).days[0]
    shown = [
        each
        for each in state.entries
        if each.span.overlaps(scale.span) and (state.show_cancelled or each.status not in GONE)
    ]
    unseen = UnseenTime(state)
    rooms = tuple(_room(state, scale, actor, shown, unseen) for actor in chosen or every)
    waiting = _waiting(state, shown, roomless)
    progress = day_progress(
        state.practice, state.entries, chosen or every, scale.span, state.now, unseen=state.unseen
    )
    return RoomsPlan(scale, _bounds(rooms, scale), rooms, waiting, _as_far_as_seen(progress, rooms))


def _as_far_as_seen(progress: DayProgress, rooms: Iterable[Room]) -> DayProgress:
    """Of a room whose times the reader does not see, nobody says that it is free, or will be."""
    seen = dict(progress.rooms)
    for room in rooms:
        found = None if room.is_known else seen.get(room.actor)
        now = found.now if found is not None else None
        if found is not None and now is not None:
            if now.state is RoomState.FREE:
                seen[room.actor] = replace(found, now=None)
            elif now.state is RoomState.CLEANING:
                seen[room.actor] = replace(found, now=replace(now, until=None))
    return replace(progress, rooms=seen)


def _waiting(state: CalendarState, shown: Iterable[Entry], roomless: Iterable[Entry]) -> tuple[Entry, ...]:
    """What is on screen is newer than what was asked for."""
    known = {each.id: each for each in state.entries}
    found = {each.id: known.get(each.id, each) for each in (*roomless, *shown)}
    waiting = (
        each
        for each in found.values()
        if each.kind is EntryKind.OPERATION and each.status not in GONE and room_of(each) is None
    )
    return tuple(sorted(waiting, key=lambda each: (each.starts_at, each.id)))


def _room(
    state: CalendarState, scale: DayScale, actor: ActorId, entries: Sequence[Entry], unseen: UnseenTime
) -> Room:
    ground = column_ground(state.practice, state.zone, scale, actor)
    ground = unseen.laid_on(ground, actor, scale.span)
    taken = [
        (entry, part)
        for entry in entries
        for part in entry.allocations
        if part.actor == actor and part.span.overlaps(scale.span)
    ]
    spans = [(scale.minute(part.starts_at), scale.minute(part.ends_at)) for _, part in taken]
    bars = [
        Bar(entry, start, end, _phases(entry, part, scale), lane)
        for (entry, part), (start, end), lane in zip(taken, spans, lanes(spans), strict=True)
    ]
    standing = [bar for bar in bars if bar.entry.status.occupies]
    closes = scale.minute(ground.open[-1].end) if ground.open else None
    ends = [bar.end for bar in standing] + [scale.minute(span.end) for span in ground.unseen]
    is_known = state.reader.knows_times_of(actor)
    load = load_percent(ground.open_minutes, taken_minutes(ground, actor, entries))
    return Room(
        actor=actor,
        name=state.practice.actors[actor].name,
        ground=ground,
        bars=tuple(sorted(bars, key=lambda bar: (bar.start, bar.entry.id))),
        operations=sum(bar.entry.kind is EntryKind.OPERATION for bar in standing),
        closes=closes if ground.open and ground.open[-1].end < scale.span.end else None,
        ends=max(ends, default=None),
        load=load if is_known else None,
        is_known=is_known,
    )


def _phases(entry: Entry, part: Allocation, scale: DayScale) -> tuple[tuple[Phase, int, int], ...]:
    """Those of an operation, as far as the room is taken for them."""
    if entry.phases is None:
        return ()
    result: list[tuple[Phase, int, int]] = []
    for phase in Phase:
        first, last = entry.phases.of(phase)
        start = max(part.starts_at, entry.starts_at + first * 60)
        end = min(part.ends_at, entry.starts_at + last * 60)
        if start < end:
            result.append((phase, scale.minute(start), scale.minute(end)))
    return tuple(result)


def _bounds(rooms: Iterable[Room], scale: DayScale) -> tuple[int, int]:
    """Full hours around everything that is open or taken."""
    edges: list[int] = []
    rooms = tuple(rooms)
    for room in rooms:
        edges += [minute for bar in room.bars for minute in (bar.start, bar.end)]
        edges += [scale.minute(at) for span in room.ground.unseen for at in span]
        spans = room.ground.open
        if spans and not (spans[0].start <= scale.span.start and spans[-1].end >= scale.span.end):
            edges += [scale.minute(spans[0].start), scale.minute(spans[-1].end)]
    if not edges:
        return _USUAL
    last = -(-max(edges) // _HOUR) * _HOUR
    # Where most rooms' day ends with what is shown, an hour more shows that it does.
    at_edge = sum(room.closes is not None and room.closes > last - _HOUR // 2 for room in rooms)
    is_edge = 2 * at_edge > len(rooms)
    return min(edges) // _HOUR * _HOUR, min(last + _HOUR, DAY_MINUTES) if is_edge else last
