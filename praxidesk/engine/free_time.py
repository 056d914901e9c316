"""Free time at a glance: how much of some days is left, and when somebody is free next. Pure."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from praxidesk.engine.entries import Taken
from praxidesk.engine.hours import Background, actor_background
from praxidesk.engine.pauses import pausing
from praxidesk.engine.practice import Practice
from praxidesk.engine.reserved_blocks import claims_on
from praxidesk.engine.spans import MINUTE, Span, intersected, merged, subtracted
from praxidesk.engine.vocabulary import ActorId
from praxidesk.engine.walltime import Zone

_STEP = 5 * MINUTE
_USUAL_LEAST = 10


@dataclass(frozen=True, slots=True)
class DayTotal:
    """One day of several people together."""

    entries: int
    """That take one of them at some time of the day; blocked time is none."""
    open_minutes: int
    taken_minutes: int
    """Of the open ones."""

    @property
    def free_minutes(self) -> int:
        """What is left."""
        return self.open_minutes - self.taken_minutes


def least_minutes(practice: Practice) -> int:
    """How long free time must be to be worth naming: the shortest type's length."""
    return min((each.minutes for each in practice.types.values()), default=_USUAL_LEAST)


def longest_buffer(practice: Practice) -> int:
    """Minutes before the time looked at from which an entry may still keep others away."""
    types, procedures = practice.types.values(), practice.procedures.values()
    return max([0, *(each.buffer_after for each in types), *(each.buffer_after for each in procedures)])


def day_totals(
    behind: Sequence[Background], taken: Sequence[Sequence[Taken]], days: Sequence[Span]
) -> list[DayTotal]:
    """The totals of some people on each of some days.

    :param behind: of each of them, over all the days
    :param taken: what each of them is taken by, in the same order of people; any order within
    :param days: disjoint, sorted
    """
    busy = [merged(row.span for row in own if row.occupies) for own in pausing(taken, 1)]
    openings = [list(each.open) for each in behind]
    shared = [intersected(opening, own) for opening, own in zip(pausing(openings, 1), busy, strict=True)]
    open_seconds, taken_seconds = ([0] * len(days) for _ in range(2))
    for spans, seconds in ((openings, open_seconds), (shared, taken_seconds)):
        for own_spans in pausing(spans, 1):
            _spread(own_spans, days, seconds)
    entries: list[set[int]] = [set() for _ in days]
    starts = [day.start for day in days]
    rows = (row for own in taken for row in own if row.occupies and not row.is_blockout)
    for row in pausing(rows, 500):
        for place in range(max(0, bisect_right(starts, row.starts_at) - 1), len(days)):
            if days[place].start >= row.ends_at:
                break
            if row.starts_at < days[place].end:
                entries[place].add(row.entry)
    return [
        DayTotal(len(each), whole // MINUTE, part // MINUTE)
        for each, whole, part in zip(entries, open_seconds, taken_seconds, strict=True)
    ]


def next_free(
    practice: Practice,
    zone: Zone,
    actor: ActorId,
    span: Span,
    *,
    site: Background,
    taken: Iterable[Taken],
) -> Span | None:
    """The first free stretch of somebody that is long enough, from a full five minutes on.

    Free is open, not reserved for anybody, and neither taken nor asked for, buffers around others included.

    :param site: its background over the same span
    """
    own = actor_background(practice, zone, actor, span, site)
    reserved = (block.span for claim in claims_on(practice, actor) for block in claim.blocks(zone, span))
    busy = merged([*reserved, *(_with_buffers(practice, row) for row in taken)])
    least = least_minutes(practice) * MINUTE
    for start, end in subtracted(own.open, busy):
        at = max(start, span.start)
        at += -at % _STEP
        if end - at >= least:
            return Span(at, end)
    return None


def _with_buffers(practice: Practice, row: Taken) -> Span:
    service = practice.service_of(row.service)
    if service is None:
        return row.span
    return Span(row.starts_at - service.buffer_before * MINUTE, row.ends_at + service.buffer_after * MINUTE)


def _spread(spans: Sequence[Span], days: Sequence[Span], into: list[int]) -> None:
    """Add the seconds that sorted spans have of each day."""
    place = 0
    for start, end in spans:
        while place < len(days) and days[place].end <= start:
            place += 1
        at = place
        while at < len(days) and days[at].start < end:
            into[at] += min(end, days[at].end) - max(start, days[at].start)
            at += 1
