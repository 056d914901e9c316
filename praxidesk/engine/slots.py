"""The slot search: every time at which everybody wanted is free (interfaces, section 5)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.clashes import buffers_of
from praxidesk.engine.entries import Taken
from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import FieldError, Slot
from praxidesk.engine.parts import Length, Wish, length_of, role_parts
from praxidesk.engine.practice import Practice
from praxidesk.engine.qualification import eligible, insists_on_needs, is_complete
from praxidesk.engine.requests import Participant, SlotNeed, SlotRequest
from praxidesk.engine.spans import MINUTE, Span, intersected, merged
from praxidesk.engine.starts import Calendars, Starts, day_windows, fitting_starts, grid, obstacles
from praxidesk.engine.teams import Seat, Seating, Team, seated
from praxidesk.engine.vocabulary import ActorId, EntryKind, Role, service_of_entry
from praxidesk.engine.walltime import Zone

_ALL_DAY = (0, 1440)
_FIRST_DAYS = 2
_GROWTH = 4


def length(practice: Practice, request: SlotRequest) -> Length | FieldError:
    """How long the slots are; of appointments of no type in particular as long as the minutes say."""
    kind = request.kind
    if kind is EntryKind.APPOINTMENT and request.type is None and request.procedure is None:
        if request.minutes is None:
            return FieldError("type", "a search needs a type, a procedure or minutes")
        kind = EntryKind.BLOCKOUT  # the one kind that has no type
    return length_of(practice, Wish(kind, request.type, request.procedure, request.minutes, request.phases))


def actors(practice: Practice, request: SlotRequest) -> tuple[ActorId, ...]:
    """Everybody whose calendar may matter, but the patient; ascending."""
    found = length(practice, request)
    if isinstance(found, FieldError):
        return ()
    return tuple(sorted({actor for seat in _seats(practice, request, found) for actor in seat.candidates}))


def find(  # noqa: PLR0917 - one argument for each thing a search depends on
    practice: Practice,
    zone: Zone,
    request: SlotRequest,
    patient: ActorId | None,
    surroundings: Sequence[Taken],
    now: int,
    span: Span,
) -> list[Slot]:
    """Slots that start in a span, ordered by start, then by codes, as many as the request's limit.

    :param surroundings: the occupying and tentative allocations of the request's :func:`actors`
        and the patient from the span's start to the length of a slot behind its end, widened by
        the longest buffer; in any order
    :raises ValueError: where the request has no :func:`length`
    """
    found = length(practice, request)
    if isinstance(found, FieldError):
        raise ValueError(f"{found.field}: {found.message}")  # noqa: TRY004 - the value is wrong, not its type
    search = _Search(practice, zone, request, patient, found, _seats(practice, request, found), now)
    slots = search.slots(surroundings, span)
    return list(slots if request.limit == 0 else islice(slots, request.limit))


def _seats(practice: Practice, request: SlotRequest, length: Length) -> tuple[Seat, ...]:
    """One seat for each participant of a slot, in order; its place decides on phases, as in a booking."""
    service = practice.service(request.type, request.procedure)
    groups = request.needs
    if groups is None:
        groups = tuple(SlotNeed(need) for need in service.need) if service is not None else ()
    seats: list[Seat] = []
    counts: dict[Role, int] = {}
    for group in groups:
        for need in _single_needs(group):
            nth = counts.get(need.role, 0)
            counts[need.role] = nth + 1
            seats.append(
                Seat(
                    need.role,
                    role_parts(service, length, need.role, nth),
                    eligible(practice, service, need),
                )
            )
    return tuple(seats)


def _single_needs(group: SlotNeed) -> Iterator[Need]:
    if group.all_of is None:
        yield group.need
    else:
        for code in group.all_of:
            yield Need(group.need.role, any_of=(code,))


@dataclass(frozen=True, slots=True)
class _Search:
    """One request, worked out as far as it can be without a calendar."""

    practice: Practice
    zone: Zone
    request: SlotRequest
    patient: ActorId | None
    length: Length
    seats: tuple[Seat, ...]
    now: int

    def slots(self, surroundings: Sequence[Taken], span: Span) -> Iterator[Slot]:
        """All slots of the span, a few days at a time, so that who stops early pays for little."""
        if not all(seat.candidates for seat in self.seats):
            return
        days = [
            day
            for day in self.zone.days(span)
            if self.request.first_day <= day <= self.request.last_day
            and day.weekday() in self.request.weekdays
        ]
        wanted = {actor for seat in self.seats for actor in seat.candidates}
        if self.patient is not None:
            wanted.add(self.patient)
        own = buffers_of(self.practice, service_of_entry(self.request.type, self.request.procedure))
        taken = obstacles(self.practice, own, surroundings, actors=wanted)
        seating = Seating(self.seats)
        admits = self._admits()
        people: dict[Team, tuple[Participant, ...]] = {}
        seconds = self.length.minutes * MINUTE
        for some in self._batches(days):
            batch = Span(self.zone.day(some[0]).start, self.zone.day(some[-1]).end + seconds)
            calendars = Calendars(Backdrop(self.practice, self.zone, batch), taken)
            starts = {strand: calendars.actor_starts(*strand) for strand in seating.bits}
            windows = seating.narrowed(self._windows(calendars, some, span), starts)
            at = grid(self.zone, some, windows, self.request.step_minutes)
            for start, teams in seated(seating, starts, at, self.request.limit or 1, admits):
                for team in teams:
                    if team not in people:
                        people[team] = self._participants(team)
                    yield Slot(start, start + seconds, people[team])

    def _batches(self, days: Sequence[date]) -> Iterator[Sequence[date]]:
        """Few days first and then more and more; all at once where all are wanted."""
        done, size = 0, _FIRST_DAYS if self.request.limit else len(days)
        while done < len(days):
            yield days[done : done + size]
            done += size
            size *= _GROWTH

    def _windows(self, calendars: Calendars, days: Sequence[date], span: Span) -> Starts:
        """Starts that day, time of day, site, patient and the clock allow, whoever takes part."""
        zone = self.zone
        windows = intersected(
            [Span(max(span.start, self.now), span.end)], merged(zone.day(day) for day in days)
        )
        windows = intersected(windows, calendars.site_starts(self.length.whole))
        if self.request.between != _ALL_DAY:
            hours = day_windows(zone, zone.days(calendars.span), self.request.between)
            windows = intersected(windows, fitting_starts(self.length.whole, hours, calendars.span))
        if self.patient is not None:
            windows = intersected(windows, calendars.actor_starts(self.patient, self.length.patient))
        return windows

    def _participants(self, team: Team) -> tuple[Participant, ...]:
        return tuple(Participant(actor, seat.role) for actor, seat in zip(team, self.seats, strict=True))

    def _admits(self) -> Callable[[Team], bool]:
        """What a team must be besides free: complete, where the practice insists on needs."""
        practice = self.practice
        if not insists_on_needs(practice):
            return lambda _: True
        service = practice.service(self.request.type, self.request.procedure)
        return lambda team: is_complete(practice, service, self._participants(team))
