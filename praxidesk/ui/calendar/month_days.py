"""What a month says about each day: entries, load by the half hour, free time, who is away. No Qt."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from praxidesk.engine.entries import Entry
from praxidesk.engine.hours import Background, background
from praxidesk.engine.spans import MINUTE, Span, intersected, merged, subtracted
from praxidesk.engine.vocabulary import GONE, ActorId, ActorKind, EntryKind
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import Muting

STEP_MINUTES = 30
_STEP = STEP_MINUTES * MINUTE
_USUAL_MINUTES = (7 * 60, 18 * 60)


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody chosen who is not there, all day or for a part of it."""

    actor: ActorId
    span: Span
    """Within the day."""
    whole_day: bool
    """Nothing of the hours of that day is left."""
    reason: str


@dataclass(frozen=True, slots=True)
class MonthDay:
    """One day as a month shows it."""

    day: date
    is_open: bool
    """The site can be asked for at some time of the day."""
    entries: tuple[Entry, ...]
    """Of the chosen actors, ordered by start."""
    count: int
    """Appointments and operations that stand."""
    free: int
    """Half hours that the chosen practitioners, or without one all chosen, have left."""
    load: tuple[float | None, ...]
    """Share taken of each half hour of ``MonthFacts.minutes``; ``None`` where nobody can be asked for."""
    holiday: str
    closure: str
    away: tuple[Away, ...]


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """All days of a month view."""

    days: tuple[MonthDay, ...]
    minutes: tuple[int, int]
    """Wall time the loads begin and end at, on half hours."""


def month_facts(state: CalendarState) -> MonthFacts:
    """Work a state out, day by day."""
    if not state.days:
        return MonthFacts((), _USUAL_MINUTES)
    zone = state.zone
    whole = Span(zone.day(state.days[0]).start, zone.day(state.days[-1]).end)
    site = background(state.practice, zone, None, whole)
    known = [actor for actor in state.actors if actor in state.practice.actors]
    behind = {actor: background(state.practice, zone, actor, whole) for actor in known}
    chosen = set(known)
    entries = [each for each in state.entries if any(part.actor in chosen for part in each.allocations)]
    by_day: dict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        for day in zone.days(entry.span):
            by_day[day].append(entry)
    month = _Month(state, site, behind, _weighed(state, known), _taken(entries, chosen), _bounds(state, site))
    return MonthFacts(tuple(_day(month, day, by_day.get(day, ())) for day in state.days), month.minutes)


@dataclass(frozen=True, slots=True)
class _Month:
    """What all days need."""

    state: CalendarState
    site: Background
    behind: dict[ActorId, Background]
    weighed: Sequence[ActorId]
    taken: dict[ActorId, list[Span]]
    minutes: tuple[int, int]


def _day(month: _Month, day: date, entries: Sequence[Entry]) -> MonthDay:
    state = month.state
    first, last = month.minutes
    span = state.zone.day(day)
    edges = [state.zone.at(day, minute) for minute in range(first, last + 1, STEP_MINUTES)]
    free = 0
    open_seconds = [0] * (len(edges) - 1)
    taken_seconds = [0] * (len(edges) - 1)
    for actor in month.weighed:
        available = _within(month.behind[actor].open, span)
        busy = intersected(available, _within(month.taken.get(actor, ()), span))
        left = subtracted(available, busy)
        free += sum((gap.end - gap.start) // _STEP for gap in left)
        _spread(available, edges, open_seconds)
        _spread(busy, edges, taken_seconds)
    shown = tuple(
        each
        for each in entries
        if (state.show_cancelled or each.status not in GONE) and state.filter.muting(each) is Muting.NONE
    )
    closures = [
        name for shut, name in month.site.closures if shut.overlaps(span) and name != _holiday(state, day)
    ]
    return MonthDay(
        day=day,
        is_open=bool(_within(month.site.open, span)),
        entries=shown,
        count=sum(each.status not in GONE and each.kind is not EntryKind.BLOCKOUT for each in entries),
        free=free,
        load=tuple(
            None if whole == 0 else part / whole
            for whole, part in zip(open_seconds, taken_seconds, strict=True)
        ),
        holiday=_holiday(state, day),
        closure=closures[0] if closures else "",
        away=_away(state, span, month.behind),
    )


def _weighed(state: CalendarState, chosen: Sequence[ActorId]) -> Sequence[ActorId]:
    """Whose time counts: a free room is of no use to anybody while all practitioners are taken."""
    people = [each for each in chosen if state.practice.actors[each].kind is ActorKind.PRACTITIONER]
    return people or chosen


def _holiday(state: CalendarState, day: date) -> str:
    return state.practice.holidays.get(day, "")


def _away(state: CalendarState, span: Span, behind: dict[ActorId, Background]) -> tuple[Away, ...]:
    """Practitioners who are away on a day they would have worked."""
    result: list[Away] = []
    for actor, ground in behind.items():
        if state.practice.actors[actor].kind is not ActorKind.PRACTITIONER:
            continue
        usual = intersected(ground.hours, [span])
        for away, reason in ground.absences:
            if not away.overlaps(span) or not intersected(usual, [away]):
                continue
            part = Span(max(away.start, span.start), min(away.end, span.end))
            result.append(Away(actor, part, not subtracted(usual, [part]), reason))
    return tuple(result)


def _taken(entries: Iterable[Entry], chosen: set[ActorId]) -> dict[ActorId, list[Span]]:
    spans: dict[ActorId, list[Span]] = defaultdict(list)
    for entry in entries:
        if entry.status.occupies:
            for part in entry.allocations:
                if part.actor in chosen:
                    spans[part.actor].append(part.span)
    return {actor: merged(each) for actor, each in spans.items()}


def _bounds(state: CalendarState, site: Background) -> tuple[int, int]:
    """The wall times between which the site is ever open, on half hours; 07–18 where it says nothing."""
    if not site.has_hours:
        return _USUAL_MINUTES
    hours = state.practice.site.availability.hours
    start = min(window.from_minute for window in hours) // STEP_MINUTES * STEP_MINUTES
    end = -(-max(window.to_minute for window in hours) // STEP_MINUTES) * STEP_MINUTES
    return start, end


def _within(spans: Sequence[Span], day: Span) -> list[Span]:
    """What of sorted, disjoint spans lies in a day; looks at no others."""
    first = max(0, bisect_left(spans, day) - 1)
    return intersected(spans[first : bisect_left(spans, (day.end,))], [day])


def _spread(spans: Iterable[Span], edges: Sequence[int], into: list[int]) -> None:
    """Add the seconds that each stretch between two edges shares with the spans."""
    for start, end in spans:
        at = max(0, bisect_right(edges, start) - 1)
        while at < len(into) and edges[at] < end:
            into[at] += max(0, min(end, edges[at + 1]) - max(start, edges[at]))
            at += 1
