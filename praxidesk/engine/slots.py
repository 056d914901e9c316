"""The slot search: every time at which everybody wanted is free."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from praxidesk.engine.capacity import with_groups
from praxidesk.engine.diaries import Diaries
from praxidesk.engine.entries import Taken
from praxidesk.engine.limits import permitted as permitted_starts
from praxidesk.engine.offerings import NO_LIMITS
from praxidesk.engine.outcomes import FieldError, Slot
from praxidesk.engine.outlook import Ground, Outlook, Sought, reach
from praxidesk.engine.parts import Length, Wish, length_of, role_parts
from praxidesk.engine.practice import Practice
from praxidesk.engine.qualification import eligible, insists_on_needs, is_complete
from praxidesk.engine.reach import Reach
from praxidesk.engine.requests import Participant, SlotRequest
from praxidesk.engine.spans import MINUTE, Span, intersected, merged
from praxidesk.engine.starts import Starts, day_windows, fitting_starts, grid_of_each
from praxidesk.engine.substitutes import places
from praxidesk.engine.teams import Seat, Seating, Team
from praxidesk.engine.vocabulary import ActorId, EntryKind, Role, ServiceId, service_of_entry
from praxidesk.engine.walltime import Zone

_slot = partial(tuple.__new__, Slot)
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

    :param surroundings: what :meth:`Search.reach` asks for, in any order
    :raises ValueError: where the request has no :func:`length`
    """
    return Search.of(practice, zone, request, patient, now).slots(surroundings, span)


def _seats(practice: Practice, request: SlotRequest, length: Length) -> tuple[Seat, ...]:
    """One seat for each participant of a slot, in order; its place decides on phases, as in a booking."""
    service = practice.service(request.type, request.procedure)
    seats: list[Seat] = []
    counts: dict[Role, int] = {}
    for place in places(practice, request):
        nth = counts.get(place.role, 0)
        counts[place.role] = nth + 1
        parts = role_parts(service, length, place.role, nth)
        seats.append(Seat(place.role, parts, eligible(practice, service, place.need)))
    return tuple(seats)


@dataclass(frozen=True, slots=True)
class Search:
    """One request, worked out as far as it can be without a calendar."""

    practice: Practice
    zone: Zone
    request: SlotRequest
    patient: ActorId | None
    length: Length
    seats: tuple[Seat, ...]
    now: int
    seating: Seating

    @classmethod
    def of(
        cls, practice: Practice, zone: Zone, request: SlotRequest, patient: ActorId | None, now: int
    ) -> "Search":
        """Work a request out.

        :raises ValueError: where it has no :func:`length`
        """
        found = length(practice, request)
        if isinstance(found, FieldError):
            raise ValueError(f"{found.field}: {found.message}")  # noqa: TRY004 - the value is wrong, not its type
        seats = _seats(practice, request, found)
        return cls(practice, zone, request, patient, found, seats, now, Seating(seats))

    @property
    def service(self) -> ServiceId:
        """What is looked for."""
        return service_of_entry(self.request.type, self.request.procedure)

    @property
    def reads_single_entries(self) -> bool:
        """Whether some rule needs to know which entry an allocation is of: columns do not tell."""
        service = self.practice.service_of(self.service)
        limits = service.limits if service is not None else NO_LIMITS
        return bool(
            limits.quotas
            or limits.distance
            or limits.at_once is not None
            or any(each.release_days is not None for each in self.practice.reservations)
            or not with_groups(self.practice, self._candidates()).isdisjoint(self.practice.groups)
        )

    def reach(self, span: Span) -> Reach:
        """What one query must bring for the slots that start in a span."""
        return reach(self.practice, self.zone, self._sought, self._candidates(), span, self.now)

    def days(self, span: Span) -> list[date]:
        """The days of a span on which a slot may start."""
        return [
            day
            for day in self.zone.days(span)
            if self.request.first_day <= day <= self.request.last_day
            and day.weekday() in self.request.weekdays
        ]

    def wanted(self, span: Span, days: Sequence[date]) -> Starts:
        """Starts that the request asks for, whatever the practice, its limits and its people allow."""
        zone, request = self.zone, self.request
        first = max(span.start, self.now + request.notice_minutes * MINUTE)
        end = span.end
        if request.not_before is not None:
            first = max(first, request.not_before)
        if request.not_after is not None:
            end = min(end, request.not_after - self._sought.seconds + 1)
        windows = intersected([Span(first, end)], merged(zone.day(day) for day in days))
        if request.between != _ALL_DAY:
            whole = Span(span.start, span.end + self._sought.seconds)
            hours = day_windows(zone, zone.days(whole), request.between)
            windows = intersected(windows, fitting_starts(self.length.whole, hours, whole))
        return windows

    def outlook(self, surroundings: Sequence[Taken], span: Span) -> Outlook:
        """Everything about the starts of a span, whatever the limit.

        :param surroundings: what :meth:`reach` asks for, in any order
        """
        return self._outlook(self._ground(surroundings, None), span, self.days(span))

    def slots(
        self, surroundings: Sequence[Taken], span: Span, *, columns: Diaries | None = None
    ) -> list[Slot]:
        """The slots that start in a span, in order, as many as the limit.

        :param surroundings: what :meth:`reach` asks for, in any order
        :param columns: the same in columns, and no surroundings, where nothing reads single entries
        """
        limit = self.request.limit
        found: list[Slot] = []
        days = self.days(span)
        if not days or not all(seat.candidates for seat in self.seats):
            return found
        ground = self._ground(surroundings, columns)
        for some in self._batches(days):
            batch = Span(
                max(self.zone.day(some[0]).start, span.start), min(self.zone.day(some[-1]).end, span.end)
            )
            outlook = self._outlook(ground, batch, some)
            stretches = outlook.seated(limit or 1, self.admits())
            for more in self._slots(stretches, some):
                found += more
                if limit and len(found) >= limit:
                    return found[:limit]
        return found

    def participants(self, team: Team) -> tuple[Participant, ...]:
        """A team in its seats' roles."""
        return tuple(Participant(actor, seat.role) for actor, seat in zip(team, self.seats, strict=True))

    @property
    def _sought(self) -> Sought:
        return Sought(self.service, self.length)

    def _candidates(self) -> set[ActorId]:
        found = {actor for seat in self.seats for actor in seat.candidates}
        if self.patient is not None:
            found.add(self.patient)
        return found

    def _ground(self, surroundings: Sequence[Taken], columns: Diaries | None) -> Ground:
        return Ground(
            self.practice,
            self.zone,
            self._sought,
            self._candidates(),
            surroundings,
            self.now,
            columns=columns,
        )

    def _batches(self, days: Sequence[date]) -> Iterator[Sequence[date]]:
        """Few days first and then more and more; all at once where all are wanted."""
        done, size = 0, _FIRST_DAYS if self.request.limit else len(days)
        while done < len(days):
            yield days[done : done + size]
            done += size
            size *= _GROWTH

    def _outlook(self, ground: Ground, span: Span, days: Sequence[date]) -> Outlook:
        patient = (self.patient, self.length.patient) if self.patient is not None else None
        return ground.outlook(self.seating, span, self._windows(span, days), patient=patient)

    def _windows(self, span: Span, days: Sequence[date]) -> Starts:
        """Starts that are wanted and that the clock allows."""
        permitted = permitted_starts(self.practice, self.zone, self.service, self.now)
        return intersected(self.wanted(span, days), [permitted])

    def _slots(
        self, stretches: Iterable[tuple[Span, Sequence[Team]]], days: Sequence[date]
    ) -> Iterator[list[Slot]]:
        """The slots of some days, a few at a time, in order."""
        seconds = self._sought.seconds
        people: dict[Team, tuple[Participant, ...]] = {}
        for instants, teams in grid_of_each(self.zone, days, stretches, self.request.step_minutes):
            for team in teams:
                if team not in people:
                    people[team] = self.participants(team)
            if len(teams) == 1:
                # Written out with its defaults: this runs for each of ten thousand slots.
                rest = (people[teams[0]], None, ())
                yield [_slot((start, start + seconds, *rest)) for start in instants]
            else:
                yield [Slot(start, start + seconds, people[team]) for start in instants for team in teams]

    def admits(self) -> Callable[[Team], bool]:
        """What a team must be besides free: complete, where the practice insists on needs."""
        practice = self.practice
        if not insists_on_needs(practice):
            return lambda _: True
        service = practice.service(self.request.type, self.request.procedure)
        return lambda team: is_complete(practice, service, self.participants(team))
