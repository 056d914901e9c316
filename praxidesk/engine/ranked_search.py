"""The slot search in another order than by start: what there is to choose from, and the best of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from praxidesk.engine.entries import Taken
from praxidesk.engine.habits import Habits
from praxidesk.engine.outcomes import Slot
from praxidesk.engine.outlook import Outlook
from praxidesk.engine.ranking import Gaps, as_usual, evenly, neatly, workloads
from praxidesk.engine.slots import Search
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.starts import grid_of_each
from praxidesk.engine.teams import Seat, Seating, seated
from praxidesk.engine.vocabulary import ActorId, ActorKind, Ranking

RANKED_DAYS = 14
"""So many days are compared with each other; a search that finds too little in them goes on to its end."""


def ranked(search: Search, surroundings: Sequence[Taken], span: Span, habits: Habits | None) -> list[Slot]:
    """The best slots of a span, as many as the limit; where there is none, the best of each start.

    :param habits: of the service, where they decide
    """
    request, practice = search.request, search.practice
    if not search.days(span):
        return []
    outlook = search.outlook(surroundings, span)
    match request.rank:
        case Ranking.EVEN:
            loads = workloads(surroundings, span)
            found = evenly(practice, _offers(_by_load(search, loads), outlook, span), loads)
        case Ranking.COMPACT:
            gaps = Gaps(practice, search.service, outlook.calendars.backdrop, surroundings, search.now)
            found = neatly(
                practice, _offers(search, outlook, span), gaps, [seat.parts for seat in search.seats]
            )
        case Ranking.PREFERRED if habits is not None:
            found = as_usual(practice, search.zone, _firsts(search, outlook, span, search.seats), habits)
        case _:
            found = list(_firsts(search, outlook, span, search.seats))
    if request.limit:
        return found[: request.limit]
    best: dict[int, Slot] = {}
    for slot in found:
        best.setdefault(slot.starts_at, slot)
    return list(best.values())


def _offers(search: Search, outlook: Outlook, span: Span) -> Iterator[Slot]:
    """Of each start the first team with every practitioner who could take the first place for one.

    All teams would be far too many to compare, and most differ in no more than a room.
    """
    seats = search.seats
    lead = next((at for at, seat in enumerate(seats) if seat.role.actor_kind is ActorKind.PRACTITIONER), None)
    if lead is None:
        yield from _firsts(search, outlook, span, seats)
        return
    seen: set[tuple[int, frozenset[ActorId]]] = set()
    for actor in seats[lead].candidates:
        with_one = (*seats[:lead], replace(seats[lead], candidates=(actor,)), *seats[lead + 1 :])
        for slot in _firsts(search, outlook, span, with_one):
            people = frozenset(each.actor for each in slot.participants)
            if (slot.starts_at, people) not in seen:
                seen.add((slot.starts_at, people))
                yield slot


def _firsts(search: Search, outlook: Outlook, span: Span, seats: Sequence[Seat]) -> Iterator[Slot]:
    """Each start with its first team."""
    if not all(seat.candidates for seat in seats):
        return
    seating = Seating(tuple(seats))
    stretches = seated(
        seating,
        outlook.starts,
        outlook.windows,
        1,
        search.admits(),
        conditions=[each for each in outlook.conditions if each.strand in seating.bits],
    )
    seconds = search.length.minutes * MINUTE
    step = search.request.step_minutes
    for instants, teams in grid_of_each(search.zone, search.zone.days(span), stretches, step):
        participants = search.participants(teams[0])
        for start in instants:
            yield Slot(start, start + seconds, participants)


def _by_load(search: Search, loads: Mapping[ActorId, int]) -> Search:
    """The same search with those first who have least to do."""
    seats = tuple(
        replace(seat, candidates=tuple(sorted(seat.candidates, key=lambda actor: loads.get(actor, 0))))
        if seat.role.actor_kind is ActorKind.PRACTITIONER
        else seat
        for seat in search.seats
    )
    return replace(search, seats=seats, seating=Seating(seats))
