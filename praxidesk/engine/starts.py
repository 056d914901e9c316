"""When something could start: the gaps of everybody's calendar, sorted, less what they are too short for.

Free time is cut from sorted obstacles and never looked at minute by minute. It is exact to the
second, and costs less than fetching the allocations that it is cut from.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.clashes import Buffers, buffers_of, kind_of_meeting
from praxidesk.engine.entries import Taken
from praxidesk.engine.hours_conflicts import HoursConflicts
from praxidesk.engine.parts import Parts
from praxidesk.engine.practice import DEFAULT_POLICY, Practice
from praxidesk.engine.spans import MINUTE, Span, intersected, merged
from praxidesk.engine.vocabulary import (
    ActorId,
    ConflictKind,
    EntryId,
    ServiceId,
    Severity,
)
from praxidesk.engine.walltime import Zone

Starts = list[Span]
"""Instants at which something may start, as sorted and disjoint half-open spans."""

Bounds = tuple[int, int]
"""A span without its names: one is made for each allocation, and this takes half the time."""

Obstacles = Mapping[ActorId, list[Bounds]]
"""Time that an actor is not to be asked for, buffers included; sorted by start, may overlap."""

_Likeness = tuple[int, int]
"""Service and whether it occupies: all of an allocation that decides how far an actor keeps away from it."""


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
    actors: Iterable[ActorId],
    entry: EntryId | None = None,
) -> Obstacles:
    """What other entries keep each actor from.

    :param own: the buffers of what is to be placed
    :param entry: the stored entry that is looked for another place, and is not in its own way
    """
    found: dict[ActorId, list[Bounds]] = {actor: [] for actor in actors}
    margins: dict[ActorId, dict[_Likeness, Bounds | None]] = {actor: {} for actor in found}
    for actor, starts_at, ends_at, of_entry, service, occupies, _ in surroundings:
        known = margins.get(actor)
        if known is None or of_entry == entry:
            continue
        likeness = service, occupies
        if likeness not in known:
            known[likeness] = _margins(practice, own, actor, service, occupies)
        margin = known[likeness]
        if margin is not None:
            found[actor].append((starts_at - margin[0], ends_at + margin[1]))
    for spans in found.values():
        spans.sort()
    return found


def _margins(
    practice: Practice, own: Buffers, actor: ActorId, service: ServiceId, occupies: int
) -> Bounds | None:
    """Seconds to keep free before and after an allocation; ``None`` where it is in nobody's way."""
    kind = kind_of_meeting(practice, actor, service, occupies)
    needs_gap = (
        actor in practice.actors  # not a patient
        and kind is not ConflictKind.TENTATIVE
        and is_obstacle(practice, ConflictKind.GAP_TOO_SHORT)
    )
    margins = (0, 0)
    if needs_gap:
        other = buffers_of(practice, service)
        margins = max(own.after, other.before), max(other.after, own.before)
    # Where meeting something is allowed but coming too near is not, both are avoided.
    return margins if is_obstacle(practice, kind) or any(margins) else None


@dataclass(frozen=True, slots=True)
class Calendars:
    """Everybody's free time in one span, for something of one length."""

    backdrop: Backdrop
    """Of the starts asked for, and the whole length of the last of them."""
    obstacles: Obstacles

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
        return self._starts(whole, [], self.backdrop.against_site)

    def actor_starts(self, actor: ActorId, parts: Parts) -> Starts:
        """When an actor is free for its parts; a patient has entries, but no hours."""
        taken = self.obstacles.get(actor, [])
        hours = self.backdrop.against(actor) if actor in self.practice.actors else {}
        return self._starts(parts, taken, hours)

    def _starts(self, parts: Parts, taken: Sequence[Bounds], hours: HoursConflicts) -> Starts:
        shut = [span for kind, spans in hours.items() if is_obstacle(self.practice, kind) for span in spans]
        shortest = min((end - start for start, end in parts), default=0) * MINUTE
        return fitting_starts(parts, _gaps(sorted([*shut, *taken]), self.span, shortest), self.span)


def _gaps(taken: Iterable[Bounds], span: Span, shortest: int) -> list[Bounds]:
    """The time of a span that nothing takes, in stretches of so many seconds at least.

    :param taken: sorted by start, may overlap
    """
    found: list[Bounds] = []
    at, end = span
    for begin, until in taken:
        if begin >= end:
            break
        if begin - at >= shortest and begin > at:
            found.append((at, begin))
        if until > at:  # noqa: PLR1730 - max() takes three times as long, and this runs for each allocation
            at = until
    if end - at >= shortest and end > at:
        found.append((at, end))
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
