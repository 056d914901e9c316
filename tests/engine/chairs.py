"""A room with chairs, and who sits on them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.entries import Taken
from praxidesk.engine.occupancy import plan
from praxidesk.engine.offerings import AppointmentType, Need
from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    EntryId,
    EntryKind,
    Role,
    ServiceId,
    Status,
    TypeId,
)
from tests.engine.diary import (
    MONDAY,
    PRACTICE,
    VISIT,
    WEB,
    ZONE,
    span,
)

C1, C2, C3, C4 = CHAIRS = tuple(ActorId(number) for number in range(21, 25))

INF = ActorId(20)

DRIP = TypeId(9)

CODES = {C1: "C1", C2: "C2", C3: "C3", C4: "C4", INF: "INF", WEB: "WEB"}

IDS = {code: id_ for id_, code in CODES.items()}


def with_chairs(number: int, practice: Practice = PRACTICE) -> Practice:
    """The practice with an infusion room of so many chairs."""
    chairs = {
        id_: Actor(CODES[id_], ActorKind.ROOM, f"Stuhl {CODES[id_]}", category="chair", group="INF")
        for id_ in CHAIRS[:number]
    }
    drip = AppointmentType("DRIP", "Infusion", 60, need=(Need(Role.ROOM, any_of=("INF",)),))
    return replace(
        practice,
        actors={**practice.actors, **chairs},
        groups={INF: Group("INF", ActorKind.ROOM, "Infusionen")},
        types={**practice.types, DRIP: drip},
    )


TWO, FOUR = with_chairs(2), with_chairs(4)


def room(*uses: str, day: date = MONDAY) -> list[Taken]:
    """Who is there: the place, ``!`` where it is promised, the clocks, and another service than a visit."""
    found = []
    for number, use in enumerate(uses, 1):
        place, clocks, *service = use.split()
        when = span(clocks, day)
        found.append(
            Taken(
                IDS[place.rstrip("!?")],
                when.start,
                when.end,
                EntryId(number),
                ServiceId(int(service[0]) if service else VISIT),
                0 if place.endswith("?") else 1,
                None if place.endswith("!") else INF,
            )
        )
    return found


def wish(
    clocks: str,
    practice: Practice = TWO,
    *,
    who: str = "INF",
    type: TypeId = VISIT,
    status: Status = Status.BOOKED,
    day: date = MONDAY,
) -> Proposal:
    """An infusion, not seated yet."""
    when = span(clocks, day)
    found = plan(
        practice,
        ZONE,
        BookRequest(
            EntryKind.APPOINTMENT,
            when.start,
            tuple(
                Participant(IDS[code], Role.PRACTITIONER if code == "WEB" else Role.ROOM)
                for code in who.split()
            ),
            type=type,
            minutes=(when.end - when.start) // 60,
            status=status,
        ),
        None,
    )
    assert not isinstance(found, Invalid)
    return found


QUARTERS = [f"{8 + number // 4:02}:{number % 4 * 15:02}" for number in range(13)]

CLOCKS = st.tuples(st.integers(0, 11), st.integers(1, 6)).map(
    lambda each: f"{QUARTERS[each[0]]}-{QUARTERS[min(12, each[0] + each[1])]}"
)


def quarters(taken: Taken) -> set[tuple[ActorId, int]]:
    """Each quarter of an hour at a place."""
    return {(taken.actor, instant) for instant in range(taken.starts_at, taken.ends_at, 900)}


def is_double(rows: Sequence[Taken]) -> bool:
    """Whether somebody sits where somebody else does."""
    return sum(len(quarters(each)) for each in rows) > len(set().union(*(quarters(each) for each in rows)))


def standing(rows: Sequence[Taken]) -> list[Taken]:
    """Those who can have been booked one after the other."""
    found: list[Taken] = []
    for each in rows:
        if not is_double([*found, each]):
            found.append(each)
    return found
