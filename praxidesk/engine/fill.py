"""Whom the desk adds to a request that leaves the choice to it (``fill``)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.clashes import buffers_of
from praxidesk.engine.entries import Taken
from praxidesk.engine.outcomes import FieldError
from praxidesk.engine.parts import Length, Wish, length_of, role_parts
from praxidesk.engine.practice import Practice
from praxidesk.engine.qualification import eligible, meeting
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.starts import Calendars, obstacles
from praxidesk.engine.teams import Seat, Seating
from praxidesk.engine.vocabulary import ActorId, Role, service_of_entry
from praxidesk.engine.walltime import Zone


@dataclass(frozen=True, slots=True)
class _Open:
    """A seat for a need that nobody given meets, and its place among the needs of its role."""

    seat: Seat
    nth: int


def candidates(practice: Practice, request: BookRequest) -> tuple[ActorId, ...]:
    """Everybody whom :func:`fill` may add, ascending."""
    length = _length(practice, request)
    if length is None:
        return ()
    found = _open_seats(practice, request, length)
    return tuple(sorted({actor for each in found for actor in each.seat.candidates}))


def fill(practice: Practice, zone: Zone, request: BookRequest, surroundings: Sequence[Taken]) -> BookRequest:
    """The request with those added whom its needs still miss: the first who are free, in a slot's order.

    Where not all needs can be met by somebody free, those who are not are added all the same: then
    the check says what stands against them, instead of an entry with nobody in it being booked.
    Who is given stays, in the order given; who is added takes the place of the need in its role.
    A request that is invalid comes back as it is.

    :param surroundings: allocations of the :func:`candidates` around the entry, in any order
    """
    length = _length(practice, request)
    found = _open_seats(practice, request, length) if length is not None else []
    if length is None or not found:
        return request
    span = Span(request.starts_at, request.starts_at + length.minutes * MINUTE)
    wanted = {actor for each in found for actor in each.seat.candidates}
    own = buffers_of(practice, service_of_entry(request.type, request.procedure))
    taken = obstacles(practice, own, surroundings, actors=wanted, entry=request.entry)
    calendars = Calendars(Backdrop(practice, zone, span), taken)
    participants = list(request.participants)
    chosen = _chosen(calendars, [each.seat for each in found])
    for each, actor in zip(found, chosen, strict=True):
        if actor is not None:
            alike = [place for place, other in enumerate(participants) if other.role is each.seat.role]
            place = alike[each.nth] if each.nth < len(alike) else len(participants)
            participants.insert(place, Participant(actor, each.seat.role))
    return replace(request, participants=tuple(participants))


def _chosen(calendars: Calendars, seats: Sequence[Seat]) -> Sequence[ActorId | None]:
    """One for each seat, for the first instant: all free if that can be, else the free ones first.

    Nobody where nobody is left.
    """
    seating = Seating(tuple(seats))
    starts = {strand: calendars.actor_starts(*strand) for strand in seating.bits}
    start = calendars.span.start
    free = {strand for strand, spans in starts.items() if any(a <= start < b for a, b in spans)}
    team = next(seating.teams(sum(seating.bits[strand] for strand in free)), None)
    if team is not None:
        return team
    eager = [
        replace(seat, candidates=tuple(sorted(seat.candidates, key=lambda a: (a, seat.parts) not in free)))
        for seat in seats
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
    if service is None or any(each.actor not in practice.actors for each in request.participants):
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
