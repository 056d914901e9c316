"""What hours and conflicts mean, said minute by minute: the definition that the engine is held against.

Slow and plain on purpose. Nothing here uses the engine's own arithmetic of spans or zones.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from praxidesk.engine.availability import Absence, Availability, DayException, WeeklyWindow
from praxidesk.engine.entries import Allocation, Taken
from praxidesk.engine.offerings import NO_LIMITS, AppointmentType, Need
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.practice import DEFAULT_POLICY, Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    NOBODY,
    ActorId,
    ActorKind,
    ConflictKind,
    EntryId,
    Period,
    Role,
    Severity,
    Weeks,
)

TOO_SHORT = (ConflictKind.GAP_TOO_SHORT, ConflictKind.TRAVEL_TOO_SHORT)
BUSY = {
    ActorKind.PRACTITIONER: ConflictKind.PRACTITIONER_BUSY,
    ActorKind.ROOM: ConflictKind.ROOM_BUSY,
    ActorKind.DEVICE: ConflictKind.DEVICE_BUSY,
}

WEEK_NUMBERS: dict[Weeks, Callable[[int], bool]] = {
    Weeks.ALL: lambda number: True,
    Weeks.ODD: lambda number: number in range(1, 54, 2),
    Weeks.EVEN: lambda number: number in range(2, 54, 2),
}


def clocks(zone: str, instant: int) -> datetime:
    """What the clocks show."""
    return datetime.fromtimestamp(instant, ZoneInfo(zone)).replace(tzinfo=None, fold=0)


@cache
def reached(zone: str, local: datetime) -> int:
    """The first minute at which the clocks have come as far as a wall time."""
    near = int(local.replace(tzinfo=UTC).timestamp())
    return next(
        instant for instant in range(near - 15 * 3600, near + 15 * 3600, 60) if clocks(zone, instant) >= local
    )


def in_windows(zone: str, windows: Iterable[tuple[int, int]], day: date, instant: int) -> bool:
    """Whether a minute lies in one of a day's wall-time windows."""
    midnight = datetime.combine(day, datetime.min.time())
    return any(
        reached(zone, midnight + timedelta(minutes=start))
        <= instant
        < reached(zone, midnight + timedelta(minutes=end))
        for start, end in windows
    )


def in_week(zone: str, week: Iterable[WeeklyWindow], instant: int) -> bool:
    """Whether a minute lies in weekly windows."""
    day = clocks(zone, instant).date()
    windows = [
        (each.from_minute, each.to_minute)
        for each in week
        if each.weekday == day.weekday()
        and each.valid_from <= day <= each.valid_to
        and WEEK_NUMBERS[each.weeks](int(day.strftime("%V")))
    ]
    return in_windows(zone, windows, day, instant)


def in_absences(zone: str, absences: Iterable[Absence], instant: int) -> bool:
    """Whether a minute lies in an absence or closure."""
    return any(reached(zone, each.starts) <= instant < reached(zone, each.ends) for each in absences)


def exception_windows(exceptions: Iterable[DayException], day: date) -> list[tuple[int, int]] | None:
    """What replaces a date's hours or breaks; ``None`` where nothing does."""
    found = [each for each in exceptions if each.date == day]
    if not found:
        return None
    return [
        (each.from_minute, each.to_minute)
        for each in found
        if each.from_minute is not None and each.to_minute is not None
    ]


def in_hours(zone: str, availability: Availability, instant: int) -> bool | None:
    """Whether a minute lies in the stated hours; ``None`` where none are stated for its day."""
    day = clocks(zone, instant).date()
    windows = exception_windows(availability.exceptions, day)
    if windows is not None:
        return in_windows(zone, windows, day, instant)
    return in_week(zone, availability.hours, instant) if availability.hours else None


def in_breaks(zone: str, availability: Availability, instant: int) -> bool:
    """Whether a minute lies in a break."""
    day = clocks(zone, instant).date()
    windows = exception_windows(availability.break_exceptions, day)
    if windows is not None:
        return in_windows(zone, windows, day, instant)
    return in_week(zone, availability.breaks, instant)


def in_closure(practice: Practice, instant: int) -> bool:
    """Whether a holiday or closure shuts the site, and no exception opens it."""
    zone, availability = practice.site.timezone, practice.site.availability
    day = clocks(zone, instant).date()
    shut = day in practice.holidays or in_absences(zone, availability.absences, instant)
    opened = exception_windows(availability.exceptions, day)
    return shut and not (opened is not None and in_windows(zone, opened, day, instant))


def site_kinds(practice: Practice, instant: int) -> set[ConflictKind]:
    """What speaks against any entry in a minute."""
    zone, availability = practice.site.timezone, practice.site.availability
    if in_closure(practice, instant):
        return {ConflictKind.PRACTICE_CLOSED}
    hours = in_hours(zone, availability, instant)
    found = set()
    if hours is False or in_breaks(zone, availability, instant):
        found.add(ConflictKind.PRACTICE_CLOSED)
    if hours is None:
        found.add(ConflictKind.NO_HOURS)
    return found


def actor_kinds(practice: Practice, actor: ActorId, instant: int) -> set[ConflictKind]:
    """What the background says against an actor in a minute."""
    zone, who = practice.site.timezone, practice.actors[actor]
    expired = who.inspected_until is not None and clocks(zone, instant).date() > who.inspected_until
    always = {ConflictKind.OUT_OF_SERVICE} if expired else set()
    if in_closure(practice, instant):
        return always
    found = set()
    if in_breaks(zone, who.availability, instant):
        found.add(ConflictKind.ON_BREAK)
    if in_absences(zone, who.availability.absences, instant):
        found.add(ConflictKind.ABSENT)
    hours = in_hours(zone, who.availability, instant)
    if hours is False and not found:
        found.add(ConflictKind.OUTSIDE_HOURS)
    if hours is None and who.kind is ActorKind.PRACTITIONER:
        found.add(ConflictKind.NO_HOURS)
    return found | always


def runs(span: Span, holds: Callable[[int], bool]) -> list[Span]:
    """The contiguous stretches of minutes in which something holds."""
    found: list[Span] = []
    for instant in range(span.start, span.end, 60):
        if holds(instant):
            if found and found[-1].end == instant:
                found[-1] = Span(found[-1].start, instant + 60)
            else:
                found.append(Span(instant, instant + 60))
    return found


def most_met(practice: Practice, needs: Sequence[Need], people: Sequence[Participant]) -> list[int]:
    """The places of the needs met at best: as many as can be, and the earliest; every assignment tried."""

    def best(index: int, used: frozenset[int]) -> list[int]:
        if index == len(needs):
            return []
        need = needs[index]
        options = [best(index + 1, used)]
        for place, each in enumerate(people):
            if place not in used and each.role is need.role and need.fits(practice.actors[each.actor]):
                options.append([index, *best(index + 1, used | {place})])
        return min(options, key=lambda met: (-len(met), met))

    return best(0, frozenset())


def service_of(practice: Practice, subject: Proposal | Taken) -> tuple[Sequence[Need], int, int]:
    """Needs, and buffers in seconds, of a type or procedure."""
    service = practice.service_of(subject.service)
    if service is None:
        return (), 0, 0
    return service.need, service.buffer_before * 60, service.buffer_after * 60


def travel_of(practice: Practice, subject: Proposal | Taken) -> int:
    """Seconds on the way to and from it."""
    service = practice.service_of(subject.service)
    return service.travel * 60 if isinstance(service, AppointmentType) else 0


def turned_over(practice: Practice, proposal: Proposal, allocation: Allocation) -> int:
    """Minutes for which a room or device is kept after its part: counted one by one."""
    who = practice.actors.get(allocation.actor)
    if who is None:
        return 0
    part_end = allocation.ends_at - allocation.turnover * 60
    left = who.turnover
    if who.kind is ActorKind.ROOM and proposal.phases is not None:
        closed = proposal.ends_at - proposal.phases.cleaning * 60
        left -= max(0, part_end - closed) // 60
    others = [each.starts_at for each in proposal.allocations if each.actor == allocation.actor]
    minutes = 0
    while (
        minutes < left
        and part_end + minutes * 60 not in others
        and part_end + minutes * 60 < allocation.starts_at + 25 * 3600
    ):
        minutes += 1
    return minutes


def same_period(zone: str, per: Period, one: int, other: int) -> bool:
    """Whether the clocks show the same half of a day, day or week at two instants."""
    local = [clocks(zone, instant) for instant in (one, other)]
    if per is Period.WEEK:
        first, second = (each.strftime("%G-%V") for each in local)
    else:
        first, second = (each.strftime("%Y-%m-%d %p" if per is Period.HALF_DAY else "%F") for each in local)
    return first == second


class Check:
    """Everything that speaks against one proposal."""

    def __init__(
        self, practice: Practice, proposal: Proposal, surroundings: Sequence[Taken], now: int
    ) -> None:
        self.practice = practice
        self.proposal = proposal
        self.surroundings = [each for each in surroundings if each.entry != proposal.entry]
        self.found: list[Conflict] = []
        if proposal.status.occupies or proposal.status.is_tentative:
            self._of_the_entry(now)
            self._of_the_clock(now)
            if proposal.status.occupies:
                self._of_many()
            for actor in {each.actor for each in proposal.allocations}:
                if actor in practice.actors:
                    self._of_the_actor(actor)
                self._meetings(actor)

    def _add(self, kind: ConflictKind, span: Span, actor: ActorId | None = None, **more: Any) -> None:
        severity = self.practice.policy.get(kind, DEFAULT_POLICY[kind])
        if severity is not Severity.OFF:
            self.found.append(Conflict(kind, severity, span, actor, **more))

    def _needs(self, actor: ActorId, instant: int, role: Role | None = None) -> bool:
        """Whether it takes part; a room or device that is only being cleaned does not."""
        return any(
            each.actor == actor
            and role in {None, each.role}
            and each.starts_at <= instant < each.ends_at - each.turnover * 60
            for each in self.proposal.allocations
        )

    def _takes(self, actor: ActorId, instant: int) -> bool:
        return any(
            each.actor == actor and each.starts_at <= instant < each.ends_at
            for each in self.proposal.allocations
        )

    def _of_the_clock(self, now: int) -> None:
        service = self.practice.service_of(self.proposal.service)
        limits = service.limits if service is not None else NO_LIMITS
        start = self.proposal.starts_at
        if start >= now and any(now <= start < now + 60 * minute for minute in range(1, limits.notice + 1)):
            self._add(ConflictKind.NOTICE_TOO_SHORT, self.proposal.span)
        zone = self.practice.site.timezone
        if limits.advance is not None:
            last = clocks(zone, now).date() + timedelta(days=limits.advance)
            if clocks(zone, start).date() > last:
                self._add(ConflictKind.TOO_FAR_AHEAD, self.proposal.span)

    def _of_many(self) -> None:
        """Quotas and distances of each practitioner, and how many run at once."""
        service = self.practice.service_of(self.proposal.service)
        if service is None:
            return
        zone, limits = self.practice.site.timezone, service.limits
        alike = [
            each for each in self.surroundings if each.occupies and each.service == self.proposal.service
        ]
        for actor in {each.actor for each in self.proposal.allocations}:
            who = self.practice.actors.get(actor)
            if who is None or who.kind is not ActorKind.PRACTITIONER:
                continue
            first, *_ = runs(self.proposal.span, lambda instant: self._needs(actor, instant))  # noqa: B023
            starts = {
                entry: min(each.starts_at for each in alike if (each.actor, each.entry) == (actor, entry))
                for entry in {each.entry for each in alike if each.actor == actor}
            }
            if any(
                sum(same_period(zone, quota.per, start, first.start) for start in starts.values()) + 1
                > quota.most
                for quota in limits.quotas
            ):
                self._add(ConflictKind.QUOTA_FULL, first, actor)
            for entry, start in starts.items():
                if start - limits.distance * 60 < first.start < start + limits.distance * 60:
                    self._add(ConflictKind.TOO_CLOSE, first, actor, entry=entry)
        most = limits.at_once
        if most is not None:
            running = [each for each in alike if each.actor == NOBODY]
            for run in runs(
                self.proposal.span,
                lambda t: sum(each.starts_at <= t < each.ends_at for each in running) + 1 > most,
            ):
                self._add(ConflictKind.TOO_MANY_AT_ONCE, run)

    def _of_the_entry(self, now: int) -> None:
        span = self.proposal.span
        kinds = {instant: site_kinds(self.practice, instant) for instant in range(*span, 60)}
        for kind in (ConflictKind.PRACTICE_CLOSED, ConflictKind.NO_HOURS):
            for run in runs(span, lambda instant: kind in kinds[instant]):  # noqa: B023 - used at once
                self._add(kind, run)
        for run in runs(span, lambda instant: instant < now):
            self._add(ConflictKind.IN_THE_PAST, run)
        needs, _, _ = service_of(self.practice, self.proposal)
        met = most_met(self.practice, needs, self.proposal.participants)
        for index, need in enumerate(needs):
            if index not in met:
                self._add(ConflictKind.NEED_UNMET, span, role=need.role)

    def _of_the_actor(self, actor: ActorId) -> None:
        span, who = self.proposal.span, self.practice.actors[actor]
        kinds = {
            instant: actor_kinds(self.practice, actor, instant) if self._needs(actor, instant) else set()
            for instant in range(*span, 60)
        }
        for kind in set().union(*kinds.values()):
            for run in runs(span, lambda instant: kind in kinds[instant]):  # noqa: B023 - used at once
                self._add(kind, run, actor)
        if not who.active:
            for run in runs(span, lambda instant: self._needs(actor, instant)):
                self._add(ConflictKind.INACTIVE, run, actor)
        for role in {each.role for each in self.proposal.allocations if each.actor == actor}:
            wanted = [n for n in service_of(self.practice, self.proposal)[0] if n.role is role]
            plays = role in who.roles or who.kind is not ActorKind.PRACTITIONER
            if not plays or (wanted and not any(need.fits(who) for need in wanted)):
                bare = [replace(need, equipment=()) for need in wanted]
                lacks = plays and any(need.fits(who) for need in bare)
                kind = ConflictKind.EQUIPMENT_MISSING if lacks else ConflictKind.NOT_QUALIFIED
                for run in runs(span, lambda instant: self._needs(actor, instant, role)):  # noqa: B023
                    self._add(kind, run, actor, role=role)

    def _meetings(self, actor: ActorId) -> None:
        """Shared minutes with each other entry; where there are none, the minutes between."""
        start = self.proposal.starts_at
        whole = Span(start, max([start, *(each.ends_at for each in self.proposal.allocations)]))
        ours = runs(whole, lambda instant: self._takes(actor, instant))
        gaps: list[tuple[Span, ConflictKind, EntryId]] = []
        for entry in {each.entry for each in self.surroundings if each.actor == actor}:
            theirs = [each for each in self.surroundings if (each.actor, each.entry) == (actor, entry)]
            is_tentative = not theirs[0].occupies or self.proposal.status.is_tentative

            def shared(instant: int, theirs: Sequence[Taken] = theirs) -> bool:
                return self._takes(actor, instant) and any(
                    each.starts_at <= instant < each.ends_at for each in theirs
                )

            meetings = runs(whole, shared)
            for run in meetings:
                self._add(self._kind(actor, theirs[0], is_tentative), run, actor, entry=entry)
            if not meetings and not is_tentative and actor in self.practice.actors:
                gaps += [(gap, kind, entry) for gap, kind in self._short_gaps(ours, theirs)]
        for gap, kind, entry in gaps:
            inner = [
                g
                for g, other, _ in gaps
                if gap.start <= g.start
                and g.end <= gap.end
                and g != gap
                and self._weight(other) >= self._weight(kind)
            ]
            if not inner:
                self._add(kind, gap, actor, entry=entry)

    def _weight(self, kind: ConflictKind) -> int:
        severity = self.practice.policy.get(kind, DEFAULT_POLICY[kind])
        return {Severity.OFF: 0, Severity.WARNING: 1, Severity.BLOCKING: 2}[severity]

    def _kind(self, actor: ActorId, other: Taken, is_tentative: bool) -> ConflictKind:
        if is_tentative:
            return ConflictKind.TENTATIVE
        if other.service == 0:
            return ConflictKind.BLOCKOUT
        if actor not in self.practice.actors:
            return ConflictKind.PATIENT_BUSY
        return BUSY[self.practice.actors[actor].kind]

    def _short_gaps(self, ours: Sequence[Span], theirs: Sequence[Taken]) -> list[tuple[Span, ConflictKind]]:
        _, our_before, our_after = service_of(self.practice, self.proposal)
        _, their_before, their_after = service_of(self.practice, theirs[0])
        travel = 0
        if self.practice.actors[theirs[0].actor].kind is ActorKind.PRACTITIONER:
            travel = max(travel_of(self.practice, self.proposal), travel_of(self.practice, theirs[0]))
        weights = {kind: self._weight(kind) for kind in TOO_SHORT}
        bounds = Span(min(each.starts_at for each in theirs), max(each.ends_at for each in theirs))
        their_runs = runs(bounds, lambda t: any(each.starts_at <= t < each.ends_at for each in theirs))
        found = set()
        for mine in ours:
            for their in their_runs:
                for gap, buffer in (
                    (Span(their.end, mine.start), max(their_after, our_before)),
                    (Span(mine.end, their.start), max(our_after, their_before)),
                ):
                    length = gap.end - gap.start
                    kinds = [
                        k for k, least in zip(TOO_SHORT, (buffer, travel), strict=True) if length < least
                    ]
                    weight = max((weights[kind] for kind in kinds), default=0)
                    if length >= 0 and weight:
                        found.add((gap, next(kind for kind in kinds if weights[kind] == weight)))
        return sorted(found)
