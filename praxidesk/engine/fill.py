"""Whom the desk adds to a request that leaves the choice to it (``fill``)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from praxidesk.engine.capacity import members_of
from praxidesk.engine.entries import Taken
from praxidesk.engine.outcomes import FieldError
from praxidesk.engine.outlook import Ground, Outlook, Sought
from praxidesk.engine.outlook import reach as search_reach
from praxidesk.engine.parts import Length, Wish, length_of, role_parts
from praxidesk.engine.practice import Practice
from praxidesk.engine.qualification import eligible, meeting
from praxidesk.engine.reach import Reach
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.teams import Seat, Seating
from praxidesk.engine.vocabulary import ActorId, Role, service_of_entry
from praxidesk.engine.walltime import Zone


@dataclass(frozen=True, slots=True)
class _Open:
    """A seat for a need that nobody given meets, and its place among the needs of its role."""

    seat: Seat
    nth: int


def candidates(practice: Practice, request: BookRequest) -> tuple[ActorId, ...]:
    """Everybody whose calendar decides on whom :func:`fill` adds, ascending."""
    length = _length(practice, request)
    if length is None:
        return ()
    found = _open_seats(practice, request, length)
    return tuple(sorted(members_of(practice, (actor for each in found for actor in each.seat.candidates))))


def reach(practice: Practice, zone: Zone, request: BookRequest) -> Reach | None:
    """What one query must bring; ``None`` where nobody is missing, or nobody can be added."""
    length = _length(practice, request)
    able = candidates(practice, request)
    if length is None or not able:
        return None
    # Whatever is released by then: what is asked for must not hang on when it is asked.
    return search_reach(practice, zone, _sought(request, length), able, _moment(request), request.starts_at)


def fill(
    practice: Practice, zone: Zone, request: BookRequest, surroundings: Sequence[Taken], now: int
) -> BookRequest:
    """The request with those added whom its needs still miss: the first who are free, in a slot's order.

    Where not all needs can be met by somebody free, those who are not are added all the same: then
    the check says what stands against them, instead of an entry with nobody in it being booked.
    Who is given stays, in the order given; who is added takes the place of the need in its role.
    A request that is invalid comes back as it is.

    :param surroundings: what :func:`reach` asks for, in any order
    """
    length = _length(practice, request)
    found = _open_seats(practice, request, length) if length is not None else []
    if length is None or not found:
        return request
    seats = [each.seat for each in found]
    able = {actor for seat in seats for actor in seat.candidates}
    ground = Ground(practice, zone, _sought(request, length), able, surroundings, now)
    outlook = ground.outlook(
        Seating(tuple(seats)),
        _moment(request),
        present=frozenset(each.actor for each in request.participants),
    )
    participants = list(request.participants)
    chosen = _chosen(outlook, request.starts_at)
    for each, actor in zip(found, chosen, strict=True):
        if actor is not None:
            alike = [place for place, other in enumerate(participants) if other.role is each.seat.role]
            place = alike[each.nth] if each.nth < len(alike) else len(participants)
            participants.insert(place, Participant(actor, each.seat.role))
    return replace(request, participants=tuple(participants))


def _sought(request: BookRequest, length: Length) -> Sought:
    return Sought(service_of_entry(request.type, request.procedure), length, request.entry)


def _moment(request: BookRequest) -> Span:
    return Span(request.starts_at, request.starts_at + 1)


def _chosen(outlook: Outlook, start: int) -> Sequence[ActorId | None]:
    """One for each seat: all free at that instant if that can be, else the free ones first.

    Nobody where nobody is left.
    """
    team = next(outlook.teams(start), None)
    if team is not None:
        return team
    eager = [
        replace(
            seat,
            candidates=tuple(
                sorted(seat.candidates, key=lambda actor: not outlook.is_free((actor, seat.parts), start))
            ),
        )
        for seat in outlook.seating.seats
    ]
    everybody = Seating(tuple(eager))
    team = next(everybody.teams(sum(everybody.bits.values())), None)
    if team is not None:
        return team
    chosen: list[ActorId | None] = []
    for seat in eager:
        chosen.append(next((actor for actor in seat.candidates if actor not in chosen), None))
    return chosen


def _length(practice: Practice, request: BookRequest) -> Length | None:
    wish = Wish(request.kind, request.type, request.procedure, request.minutes, request.phases)
    length = length_of(practice, wish)
    return None if isinstance(length, FieldError) else length


def _open_seats(practice: Practice, request: BookRequest, length: Length) -> list[_Open]:
    """A seat for each need that nobody given meets and somebody else could."""
    service = practice.service(request.type, request.procedure)
    if service is None or any(
        each.actor not in practice.actors and each.actor not in practice.groups
        for each in request.participants
    ):
        return []
    met = meeting(practice, service, request.participants)
    given = {each.actor for each in request.participants}
    found: list[_Open] = []
    counts: dict[Role, int] = {}
    for index, need in enumerate(service.need):
        nth = counts.get(need.role, 0)
        counts[need.role] = nth + 1
        able = tuple(actor for actor in eligible(practice, service, need) if actor not in given)
        if index not in met and able:
            parts = role_parts(service, length, need.role, nth)
            found.append(_Open(Seat(need.role, parts, able), nth))
    return found
