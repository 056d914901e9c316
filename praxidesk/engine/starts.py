"""When something could start: the gaps of everybody's calendar, sorted, less what they are too short for.

Free time is cut from sorted obstacles and never looked at minute by minute. It is exact to the
second, and costs less than fetching the allocations that it is cut from.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from praxidesk.engine.clashes import Buffers, buffers_of, kind_of_meeting
from praxidesk.engine.entries import Taken
from praxidesk.engine.hours import Background
from praxidesk.engine.hours_conflicts import HoursConflicts, actor_conflicts, site_conflicts
from praxidesk.engine.parts import Parts
from praxidesk.engine.practice import DEFAULT_POLICY, Practice
from praxidesk.engine.spans import MINUTE, Span, intersected, merged, subtracted
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, ProcedureId, Severity, TypeId
from praxidesk.engine.walltime import Zone

Starts = list[Span]
"""Instants at which something may start, as sorted and disjoint half-open spans."""

Obstacles = Mapping[ActorId, list[Span]]
"""Time that an actor is not to be asked for, buffers included; sorted by start, may overlap."""


def is_obstacle(practice: Practice, kind: ConflictKind) -> bool:
    """Whether a search keeps away from a kind of conflict.

    From all that blocks; and from what the practice has softened to a warning, because an offer
    should be free of that too. Not from what is only ever a warning, or switched off.
    """
    weight = practice.severity(kind)
    return weight is Severity.BLOCKING or (
        weight is Severity.WARNING and DEFAULT_POLICY[kind] is Severity.BLOCKING
    )


def obstacles(
    practice: Practice,
    own: Buffers,
    surroundings: Iterable[Taken],
    *,
    actors: Container[ActorId],
    entry: EntryId | None = None,
) -> Obstacles:
    """What other entries keep each actor from.

    :param own: the buffers of what is to be placed
    :param entry: the stored entry that is looked for another place, and is not in its own way
    """
    keeps_gaps = is_obstacle(practice, ConflictKind.GAP_TOO_SHORT)
    obstacle_kinds = {kind for kind in ConflictKind if is_obstacle(practice, kind)}
    margins: dict[tuple[TypeId | None, ProcedureId | None], tuple[int, int]] = {}
    found: dict[ActorId, list[Span]] = {}
    for taken in surroundings:
        actor = taken.actor
        if actor not in actors or taken.entry == entry:
            continue
        kind = kind_of_meeting(practice, taken)
        if kind not in obstacle_kinds:
            continue
        service = (taken.type, taken.procedure)
        margin = margins.get(service)
        if margin is None:
            other = buffers_of(practice, *service)
            margin = (max(own.after, other.before), max(other.after, own.before)) if keeps_gaps else (0, 0)
            margins[service] = margin
        if actor not in practice.actors or kind is ConflictKind.TENTATIVE:
            margin = (0, 0)  # neither patients nor entries that may never come need a gap
        found.setdefault(actor, []).append(Span(taken.starts_at - margin[0], taken.ends_at + margin[1]))
    for spans in found.values():
        spans.sort()
    return found


@dataclass(frozen=True, slots=True)
class Calendars:
    """Everybody's free time in one span, for something of one length."""

    practice: Practice
    zone: Zone
    span: Span
    """The starts asked for, and the whole length of the last of them."""
    site: Background
    """Of the same span."""
    obstacles: Obstacles

    def site_starts(self, whole: Parts) -> Starts:
        """When the practice is open for all of it."""
        return self._starts(whole, [], site_conflicts(self.site, self.span))

    def actor_starts(self, actor: ActorId, parts: Parts) -> Starts:
        """When an actor is free for its parts; a patient has entries, but no hours."""
        taken = self.obstacles.get(actor, [])
        if actor not in self.practice.actors:
            return self._starts(parts, taken, {})
        return self._starts(
            parts, taken, actor_conflicts(self.practice, self.zone, actor, self.span, self.site)
        )

    def _starts(self, parts: Parts, taken: Sequence[Span], hours: HoursConflicts) -> Starts:
        shut = [span for kind, spans in hours.items() if is_obstacle(self.practice, kind) for span in spans]
        return fitting_starts(parts, subtracted([self.span], sorted([*shut, *taken])), self.span)


def fitting_starts(parts: Parts, free: Sequence[Span], span: Span) -> Starts:
    """When all parts fall into free time.

    :param parts: minutes after the start
    :param span: the answer where there are no parts
    """
    starts = [span]
    for place, part in enumerate(parts):
        ahead, until = part.start * MINUTE, part.end * MINUTE
        shortest = until - ahead
        fitting = [Span(start - ahead, end - until + 1) for start, end in free if end - start >= shortest]
        starts = intersected(starts, fitting) if place else fitting
    return starts


def grid(zone: Zone, days: Iterable[date], windows: Starts, step_minutes: int) -> Iterator[int]:
    """Starts in the windows whose wall time is a multiple of the step after local midnight, in order."""
    step = step_minutes * MINUTE
    index = 0
    for day in days:
        start, end = zone.day(day)
        while index < len(windows) and windows[index].end <= start:
            index += 1
        at = index
        while at < len(windows) and windows[at].start < end:
            first = max(start, windows[at].start)
            stop = min(end, windows[at].end)
            if zone.is_plain(day):
                yield from range(start - (start - first) // step * step, stop, step)
            else:
                yield from _changing_grid(zone, first, stop, step_minutes)
            at += 1


def _changing_grid(zone: Zone, first: int, stop: int, step_minutes: int) -> Iterator[int]:
    """The grid of a change-over day, whose wall minutes are not simply those since midnight."""
    for instant in range(-(-first // MINUTE) * MINUTE, stop, MINUTE):
        local = zone.local(instant)
        if (local.hour * 60 + local.minute) % step_minutes == 0 and not local.second:
            yield instant


def day_windows(zone: Zone, days: Iterable[date], between: tuple[int, int]) -> list[Span]:
    """The same wall-time window of each day; whole days that follow each other join."""
    return merged(Span(zone.at(day, between[0]), zone.at(day, between[1])) for day in days)
