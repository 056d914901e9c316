"""When something could start: the gaps of everybody's calendar, sorted, less what they are too short for.

Free time is cut from sorted obstacles and never looked at minute by minute. It is exact to the
second, and costs less than fetching the allocations that it is cut from: they stay in columns, and
what runs for each of them runs inside the interpreter's own loops.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import accumulate, chain, compress, islice
from operator import add, sub
from typing import NamedTuple, TypeVar

from praxidesk.engine.availability import Availability
from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.clashes import Buffers, margins
from praxidesk.engine.diaries import Diaries, Diary, Stay, mark_of, marked, seconds_of
from praxidesk.engine.hours_conflicts import HoursConflicts
from praxidesk.engine.parts import Length, Parts, occupied
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import MINUTE, Span, intersected, merged, subtracted
from praxidesk.engine.vocabulary import ActorId, ActorKind
from praxidesk.engine.walltime import Zone

Starts = list[Span]
"""Instants at which something may start, as sorted and disjoint half-open spans."""

_T = TypeVar("_T")

Bounds = tuple[int, int]
"""A span without its names: one is made for each allocation, and this takes half the time."""


_span = partial(tuple.__new__, Span)
"""A span of its two ends: without the step of Python that naming them costs."""


class Busy(NamedTuple):
    """Time that an actor is not to be asked for: from the n-th begin to the n-th end, and before it."""

    begins: Sequence[int]
    """Ascending."""
    ends: Sequence[int]
    """Ascending too: where allocations overlap, that of the one which lasts longest so far."""
    before: int = 0
    """Seconds to keep free before each."""


NEVER_BUSY = Busy((), ())

Obstacles = Mapping[ActorId, Busy]


def obstacles(practice: Practice, own: Buffers, diaries: Diaries, *, actors: Iterable[ActorId]) -> Obstacles:
    """What other entries keep each of these actors from.

    :param own: the buffers of what is to be placed
    """
    found: dict[ActorId, Busy] = {}
    for actor in actors:
        diary = diaries.get(actor)
        if diary is not None:
            stays = set(diary.stays)
            by_mark = {
                mark: margins(practice, own, actor, *marked(mark)) for mark in set(map(mark_of, stays))
            }
            found[actor] = _busy(diary, {stay: by_mark[mark_of(stay)] for stay in stays})
    return found


def _busy(diary: Diary, margins: Mapping[Stay, Bounds | None]) -> Busy:
    """An actor's allocations with the time to keep free around them.

    :param margins: seconds before and after; ``None`` for what is in nobody's way
    """
    begins, stays = diary
    if None in margins.values():
        keeps = [margins[stay] is not None for stay in stays]
        begins, stays = (list(compress(column, keeps)) for column in diary)
    kept = {stay: margin for stay, margin in margins.items() if margin is not None}
    lasts = {stay: seconds_of(stay) + after for stay, (_, after) in kept.items()}
    ends = list(map(add, begins, map(lasts.__getitem__, stays)))
    all_before = {before for before, _ in kept.values()}
    if len(all_before) == 1:
        return Busy(*_ascending(begins, ends), *all_before)
    before_of = {stay: before for stay, (before, _) in kept.items()}
    return Busy(*_ascending(list(map(sub, begins, map(before_of.__getitem__, stays))), ends))


def _ascending(begins: Sequence[int], ends: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """The same time with both columns in order."""
    if list(begins) != sorted(begins):
        pairs = sorted(zip(begins, ends, strict=True))
        begins, ends = [begin for begin, _ in pairs], [end for _, end in pairs]
    return begins, ends if list(ends) == sorted(ends) else list(accumulate(ends, max))


_Likeness = tuple[Availability, ActorKind, date | None]


@dataclass(frozen=True, slots=True)
class Calendars:
    """Everybody's free time in one span, for something of one length."""

    backdrop: Backdrop
    """Of the starts asked for, and the whole length of the last of them."""
    obstacles: Obstacles
    length: Length
    shut: Mapping[ActorId, Sequence[Span]] = field(default_factory=dict)
    """Other time in which an actor cannot take part; sorted."""
    _open: dict[_Likeness, list[Span]] = field(default_factory=dict, repr=False, compare=False)
    _starts: dict[tuple[_Likeness | None, Parts], Starts] = field(
        default_factory=dict, repr=False, compare=False
    )

    @property
    def practice(self) -> Practice:
        """Whose calendars they are."""
        return self.backdrop.practice

    @property
    def zone(self) -> Zone:
        """The site's wall time."""
        return self.backdrop.zone

    @property
    def span(self) -> Span:
        """The backdrop's."""
        return self.backdrop.span

    def site_starts(self, whole: Parts) -> Starts:
        """When the practice is open for all of it."""
        return fitting_starts(whole, self._without(self.backdrop.against_site), self.span)

    def actor_starts(self, actor: ActorId, parts: Parts) -> Starts:
        """When an actor is free for its parts; a patient has entries, but no hours.

        :param parts: without the turnover behind them, which is added where others are met
        """
        taken = self.obstacles.get(actor, NEVER_BUSY)
        kept = occupied(self.practice.actors.get(actor), parts, self.length)
        longer = max((end for _, end in kept), default=0) - max((end for _, end in parts), default=0)
        span = Span(self.span.start, self.span.end + longer * MINUTE)
        return _shared(self._open_starts(actor, parts), _free_starts(taken, kept, span))

    def _open_starts(self, actor: ActorId, parts: Parts) -> Starts:
        """When nothing but other entries keeps an actor from its parts."""
        likeness = self._likeness(actor), parts
        found = self._starts.get(likeness)
        if found is None or actor in self.shut:
            found = fitting_starts(parts, self.open_time(actor), self.span)
            if actor not in self.shut:
                self._starts[likeness] = found
        return found

    def open_time(self, actor: ActorId) -> list[Span]:
        """When nothing but other entries keeps an actor from taking part; sorted and disjoint."""
        likeness = self._likeness(actor)
        if likeness is None:
            return [self.span]
        found = self._open.get(likeness)
        if found is None:
            found = self._open[likeness] = self._without(self.backdrop.against(actor))
        return subtracted(found, self.shut[actor]) if actor in self.shut else found

    def _likeness(self, actor: ActorId) -> _Likeness | None:
        """What decides on somebody's hours: of twenty rooms without their own, one tells those of all."""
        who = self.practice.actors.get(actor)
        return None if who is None else (who.availability, who.kind, who.inspected_until)

    def _without(self, hours: HoursConflicts) -> list[Span]:
        shut = [spans for kind, spans in hours.items() if spans and self.practice.avoids(kind)]
        return subtracted([self.span], shut[0] if len(shut) == 1 else sorted(chain(*shut)))


def _free_starts(busy: Busy, parts: Parts, span: Span) -> Sequence[Bounds]:
    """When all parts fall into time of a span that nothing takes."""
    begins, ends, before = busy
    # As if something stood at both ends of the span, which need not be kept away from.
    until = span.end + before
    first, last = bisect_right(ends, span.start), bisect_left(begins, until)
    starts: Sequence[Bounds] = [span]
    for place, part in enumerate(parts):
        ahead = part.start * MINUTE
        least, late = part.end * MINUTE - ahead + before, part.end * MINUTE + before - 1
        free = [
            (at - ahead, begin - late)
            for at, begin in zip(
                chain((span.start,), islice(ends, first, last)),
                chain(islice(begins, first, last), (until,)),
                strict=True,
            )
            if begin - at >= least
        ]
        starts = _shared(starts, free) if place else free
    return starts


def _shared(left: Sequence[Bounds], right: Sequence[Bounds]) -> list[Span]:
    """Time in both: what ``spans.intersected`` says, faster."""
    found: list[Span] = []
    at, count = 0, len(right)
    for start, end in left:
        while at < count and right[at][1] <= start:
            at += 1
        place = at
        while place < count:
            begin, until = right[place]
            if begin >= end:
                break
            found.append(_span((begin if begin > start else start, until if until < end else end)))
            place += 1
    return found


def fitting_starts(parts: Parts, free: Sequence[Bounds], span: Span) -> Starts:
    """When all parts fall into free time.

    :param parts: minutes after the start
    :param free: sorted and disjoint
    :param span: the answer where there are no parts
    """
    starts = [span]
    for place, part in enumerate(parts):
        ahead, until = part.start * MINUTE, part.end * MINUTE
        shortest = until - ahead
        fitting = [_span((start - ahead, end - until + 1)) for start, end in free if end - start >= shortest]
        starts = intersected(starts, fitting) if place else fitting
    return starts


def grid(zone: Zone, days: Iterable[date], windows: Iterable[Span], step_minutes: int) -> Iterator[int]:
    """Starts in the windows whose wall time is a multiple of the step after local midnight, in order."""
    for instants, _ in grid_of_each(zone, days, ((window, None) for window in windows), step_minutes):
        yield from instants


def grid_of_each(
    zone: Zone, days: Iterable[date], windows: Iterable[tuple[Span, _T]], step_minutes: int
) -> Iterator[tuple[Iterable[int], _T]]:
    """The same for windows of which each stands for something: the starts of each of them and day, with that.

    :param windows: sorted and disjoint
    """
    step = step_minutes * MINUTE
    coming = iter(days)
    start, end = 0, None
    is_plain = False
    for (begin, until), what in windows:
        while True:
            if end is None or end <= begin:
                day = next(coming, None)
                if day is None:
                    return
                start, end = zone.day(day)
                is_plain = zone.is_plain(day)
                continue
            first, stop = max(start, begin), min(end, until)
            if is_plain:
                yield range(start - (start - first) // step * step, stop, step), what
            elif first < stop:
                yield _changing_grid(zone, first, stop, step_minutes), what
            if until <= end:
                break
            begin = end  # noqa: PLW2901 - the rest of the window lies in the days that follow


def _changing_grid(zone: Zone, first: int, stop: int, step_minutes: int) -> Iterator[int]:
    """The grid of a change-over day, whose wall minutes are not simply those since midnight."""
    for instant in range(-(-first // MINUTE) * MINUTE, stop, MINUTE):
        local = zone.local(instant)
        if (local.hour * 60 + local.minute) % step_minutes == 0 and not local.second:
            yield instant


def day_windows(zone: Zone, days: Iterable[date], between: tuple[int, int]) -> list[Span]:
    """The same wall-time window of each day; whole days that follow each other join."""
    return merged(Span(zone.at(day, between[0]), zone.at(day, between[1])) for day in days)
