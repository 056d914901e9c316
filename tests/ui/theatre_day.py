"""Operations of the pictures' day: one that is late, what it pushes, and a second operating room."""

from dataclasses import replace
from datetime import date, timedelta

from praxidesk.engine.actors import Actor
from praxidesk.engine.entries import Allocation, Entry, Reached
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId, ActorKind, EntryId, EntryKind, Milestone, Role, Status
from tests.ui.desk_practice import BRANDT, KNEE, KOC, LINDQVIST, MONDAY, OP1, WEBER, at
from tests.ui.fake_gateway import FakeGateway

LATE, PUSHED, LATER, ROOMLESS = EntryId(91), EntryId(92), EntryId(93), EntryId(94)
OP2 = ActorId(15)
PHASES = PhaseMinutes(20, 45, 10, 15)


def with_operations(gateway: FakeGateway, *, second_room: bool = False) -> FakeGateway:
    """It is 09:42: the first operation was cut 25 minutes late, at 09:25, and should be closed by 09:45."""
    store = gateway.store
    if second_room:
        room = Actor("OP2", ActorKind.ROOM, "OP-Saal 2", category="operating")
        store.practice = replace(store.practice, actors={**store.practice.actors, OP2: room})
    # Whoever operates has no other appointments then.
    for id_ in [id_ for id_, each in store.entries.items() if _takes(each, {WEBER, KOC, BRANDT, LINDQVIST})]:
        del store.entries[id_]
    patients = list(store.patients)
    reached = (
        Reached(Milestone.PATIENT_IN_ROOM, at("08:41")),
        Reached(Milestone.ANAESTHESIA_READY, at("09:10")),
        Reached(Milestone.INCISION, at("09:25")),
    )
    late = _operation(LATE, "08:40", WEBER, patients[0], gateway)
    store.entries[LATE] = replace(
        late, status=Status.CHECKED_IN, milestones=reached, note="Zement nach Standard. Nickelallergie."
    )
    store.entries[PUSHED] = _operation(PUSHED, "10:15", KOC, patients[1], gateway)
    store.entries[LATER] = _operation(LATER, "14:00", KOC, patients[2], gateway)
    wished = _operation(ROOMLESS, "15:00", WEBER, patients[3], gateway, day=MONDAY + timedelta(days=2))
    team = tuple(each for each in wished.allocations if each.role in {Role.SURGEON, Role.PATIENT})
    parts = tuple(replace(each, blocking=False) for each in team)
    store.entries[ROOMLESS] = replace(wished, status=Status.PENDING, allocations=parts)
    return gateway


def _takes(entry: Entry, actors: set[ActorId]) -> bool:
    return any(part.actor in actors for part in entry.allocations)


def _operation(
    id_: EntryId,
    start: str,
    surgeon: ActorId,
    patient: ActorId,
    gateway: FakeGateway,
    *,
    day: date = MONDAY,
) -> Entry:
    starts = at(start, day)
    cut, closed = starts + 20 * MINUTE, starts + 75 * MINUTE
    ends = starts + PHASES.total * MINUTE
    taken = (
        Allocation(OP1, Role.ROOM, starts, ends),
        Allocation(surgeon, Role.SURGEON, cut, closed),
        Allocation(BRANDT, Role.ANAESTHETIST, starts, closed),
        Allocation(patient, Role.PATIENT, starts, closed),
    )
    return Entry(
        id=id_,
        version=1,
        kind=EntryKind.OPERATION,
        status=Status.BOOKED,
        starts_at=starts,
        ends_at=ends,
        type=None,
        procedure=KNEE,
        phases=PHASES,
        patient=gateway.store.patients[patient],
        note="",
        reason="",
        override_reason="",
        allocations=taken,
    )
