"""What a month says about each day: entries, load by the half hour, free time, who is away. No Qt."""

from bisect import bisect_left, bisect_right
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter, is_

from praxidesk.engine.entries import Entry
from praxidesk.engine.hours import Background, actor_background, site_background
from praxidesk.engine.spans import MINUTE, Span, intersected, merged, subtracted
from praxidesk.engine.stranding import away_times
from praxidesk.engine.vocabulary import GONE, ActorId, ActorKind, EntryKind
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import Muting
from praxidesk.ui.calendar.unseen import TakenSpans, UnseenTime
from praxidesk.ui.newest import Newest

STEP_MINUTES = 30
_STEP = STEP_MINUTES * MINUTE
_MOST_DAYS = 200
_HOURS_OF_ONE = 20
"""Somebody's hours of six weeks take as long as so many entries."""
_STARTS_AT = attrgetter("starts_at")
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
    stranded: int
    """Those shown that have to be moved: somebody is absent, or the practice is shut."""
    free: int | None
    """Half hours that the chosen practitioners, or without one all chosen, have left; ``None``: not seen."""
    load: tuple[float | None, ...]
    """Share taken of each half hour of ``MonthFacts.minutes``; ``None`` where nobody can be asked for."""
    holiday: str
    closure: str
    away: tuple[Away, ...]
    unseen: tuple[Span, ...] = ()
    """When one of the chosen is taken by what the reader does not see, within the day; by start."""


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """All days of a month view."""

    days: tuple[MonthDay, ...]
    minutes: tuple[int, int]
    """Wall time the loads begin and end at, on half hours."""


@dataclass(frozen=True, slots=True)
class _Month:
    """What all days need."""

    site: Background
    behind: Mapping[ActorId, Background]
    weighed: Sequence[ActorId]
    minutes: tuple[int, int]


def month_facts(state: CalendarState) -> MonthFacts:
    """Work a state out, day by day."""
    return KeptDays().facts(state)


class KeptDays:
    """Days worked out lately, found again as long as their entries are the very same."""

    def __init__(self) -> None:
        self._days: Newest[date, tuple[object, tuple[Entry, ...], MonthDay]] = Newest(_MOST_DAYS)
        self._month: tuple[object, _Month] | None = None
        self.worked = 0
        """Entries looked at so far; somebody's hours of all days, and everybody's of a day, count as some."""

    def facts(self, state: CalendarState) -> MonthFacts:
        """All days of a state; those that are not known yet are worked out now."""
        days = tuple(day for day in self.steps(state) if day is not None)
        return MonthFacts(days, load_bounds(state) if days else _USUAL_MINUTES)

    def steps(self, state: CalendarState) -> Iterator[MonthDay | None]:
        """The same one by one, for whoever has time for one only; ``None`` after what all of them need."""
        of_all = (state.practice, state.zone, state.actors, state.show_cancelled, state.filter, state.reader)
        month: _Month | None = None
        unseen = UnseenTime(state)
        for day, span, entries in _by_day(state):
            known = self._days.get(day)
            elsewhere = unseen.of_all(state.actors, span)
            about = *of_all, elsewhere
            if known is None or known[0] != about or not _are_same(known[1], entries):
                month = month or (yield from self._behind(state))
                known = self._days[day] = (about, entries, _day(month, state, span, entries, elsewhere))
                self.worked += len(state.actors) // 2 + len(entries)
            yield known[2]

    def _behind(self, state: CalendarState) -> Generator[None, None, _Month]:
        """Everybody's background over all days at once, one after the other."""
        about = (state.practice, state.zone, state.actors, state.days, state.reader)
        if self._month is None or self._month[0] != about:
            practice, zone = state.practice, state.zone
            whole = Span(zone.day(state.days[0]).start, zone.day(state.days[-1]).end)
            site = site_background(practice, zone, whole)
            behind: dict[ActorId, Background] = {}
            for actor in state.actors:
                if actor in practice.actors:
                    behind[actor] = actor_background(practice, zone, actor, whole, site)
                    self.worked += _HOURS_OF_ONE
                    yield None
            month = _Month(site, behind, _weighed(state, tuple(behind)), load_bounds(state))
            self._month = about, month
        return self._month[1]


def _are_same(some: Sequence[Entry], others: Sequence[Entry]) -> bool:
    return len(some) == len(others) and all(map(is_, some, others))


def _by_day(state: CalendarState) -> Iterator[tuple[date, Span, tuple[Entry, ...]]]:
    """Each day with the entries that begin on it or last into it, whoever takes part."""
    entries, begin = state.entries, 0
    lasting: tuple[Entry, ...] = ()
    for day in state.days:
        span = state.zone.day(day)
        end = bisect_left(entries, span.end, lo=begin, key=_STARTS_AT)
        found = (*lasting, *entries[begin:end])
        yield day, span, found
        lasting = tuple([each for each in found if each.ends_at > span.end])
        begin = end


def _chosen(month: _Month, span: Span, entries: Sequence[Entry]) -> list[Entry]:
    """Those that take one of the chosen and share time with the day."""
    start, behind = span.start, month.behind
    found: list[Entry] = []
    for entry in entries:
        for part in entry.allocations:
            if part.actor in behind:
                if entry.ends_at > start:
                    found.append(entry)
                break
    return found


def _day(
    month: _Month, state: CalendarState, span: Span, around: Sequence[Entry], elsewhere: TakenSpans
) -> MonthDay:
    day = state.zone.day_of(span.start)
    entries = _chosen(month, span, around)
    first, last = month.minutes
    edges = [state.zone.at(day, minute) for minute in range(first, last + 1, STEP_MINUTES)]
    free = 0
    open_seconds = [0] * (len(edges) - 1)
    taken_seconds = [0] * (len(edges) - 1)
    taken = _taken(entries, month.weighed)
    for actor, spans in elsewhere:
        if actor in taken:
            taken[actor] = merged([*taken[actor], *spans])
    for actor in month.weighed:
        available = _within(month.behind[actor].open, span)
        busy = intersected(available, taken[actor])
        left = subtracted(available, busy)
        free += sum((gap.end - gap.start) // _STEP for gap in left)
        _spread(available, edges, open_seconds)
        _spread(busy, edges, taken_seconds)
    standing = [each for each in entries if each.status not in GONE]
    shown = entries if state.show_cancelled else standing
    if state.filter.is_active:
        shown = [each for each in shown if state.filter.muting(each) is Muting.NONE]
    away = away_times(state.practice, state.zone)
    closures = [
        name for shut, name in month.site.closures if shut.overlaps(span) and name != _holiday(state, day)
    ]
    return MonthDay(
        day=day,
        is_open=bool(_within(month.site.open, span)),
        entries=tuple(shown),
        count=sum([each.kind is not EntryKind.BLOCKOUT for each in standing]),
        stranded=sum([bool(away.strandings(each)) for each in shown]),
        free=free if month.weighed or not month.behind else None,
        load=tuple(
            None if whole == 0 else part / whole
            for whole, part in zip(open_seconds, taken_seconds, strict=True)
        ),
        holiday=_holiday(state, day),
        closure=closures[0] if closures else "",
        away=_away(state, span, month.behind),
        unseen=tuple(sorted(each for _, spans in elsewhere for each in spans)),
    )


def _weighed(state: CalendarState, chosen: Sequence[ActorId]) -> Sequence[ActorId]:
    """Whose time counts: a free room is of no use to anybody while all practitioners are taken.

    Of those whose times are not all seen, nobody counts.
    """
    people = [each for each in chosen if state.practice.actors[each].kind is ActorKind.PRACTITIONER]
    return [each for each in people or chosen if state.reader.knows_times_of(each)]


def _holiday(state: CalendarState, day: date) -> str:
    return state.practice.holidays.get(day, "")


def _away(state: CalendarState, span: Span, behind: Mapping[ActorId, Background]) -> tuple[Away, ...]:
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


def _taken(entries: Iterable[Entry], actors: Iterable[ActorId]) -> dict[ActorId, list[Span]]:
    spans: dict[ActorId, list[Span]] = {actor: [] for actor in actors}
    for entry in entries:
        if entry.status.occupies:
            for part in entry.allocations:
                own = spans.get(part.actor)
                if own is not None:
                    own.append(part.span)
    return {actor: merged(each) for actor, each in spans.items()}


def load_bounds(state: CalendarState) -> tuple[int, int]:
    """The wall times between which the site is ever open, on half hours; 07–18 where it says nothing."""
    hours = state.practice.site.availability.hours
    if not hours:
        return _USUAL_MINUTES
    start = min(window.from_minute for window in hours) // STEP_MINUTES * STEP_MINUTES
    end = -(-max(window.to_minute for window in hours) // STEP_MINUTES) * STEP_MINUTES
    return start, end


def _within(spans: Sequence[Span], day: Span) -> list[Span]:
    """What of sorted, disjoint spans lies in a day; looks at no others."""
    first = max(0, bisect_left(spans, day) - 1)
    return intersected(spans[first : bisect_left(spans, (day.end,))], [day])


def _spread(spans: Iterable[Span], edges: Sequence[int], into: list[int]) -> None:
    """Add the seconds that each stretch between two edges shares with the spans."""
    last = len(into)
    for start, end in spans:
        at = max(0, bisect_right(edges, start) - 1)
        while at < last and (begin := edges[at]) < end:
            at += 1
            until = edges[at]
            shared = (end if end < until else until) - (start if start > begin else begin)
            if shared > 0:
                into[at - 1] += shared
