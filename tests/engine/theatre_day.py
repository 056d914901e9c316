"""A short hand for a day of operations, so that tests read like the board in the corridor.

``KNEE`` takes 20 minutes of set-up, 45 of surgery, 10 of closing and 15 of cleaning.
"""

from dataclasses import replace

from praxidesk.engine.actors import Actor
from praxidesk.engine.entries import Allocation, Entry, Reached
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.practice import Practice
from praxidesk.engine.room_progress import DayProgress, RoomProgress, day_progress
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    EntryId,
    EntryKind,
    Milestone,
    Phase,
    Role,
    Status,
)
from tests.engine.diary import ANA, ARM, KNEE, KOC, MONDAY, OP1, PRACTICE, WEB, ZONE, at

OP2 = ActorId(20)
SON = ActorId(21)
THEATRE = replace(
    PRACTICE,
    actors={
        **PRACTICE.actors,
        OP2: Actor("OP2", ActorKind.ROOM, "Saal 2", category="operating"),
        SON: Actor("SON", ActorKind.PRACTITIONER, "Sönmez", "anaesthesia", roles=(Role.ANAESTHETIST,)),
    },
)
DAY = ZONE.day(MONDAY)
USUAL = PhaseMinutes(20, 45, 10, 15)
_SHORT = {
    "in": Milestone.PATIENT_IN_ROOM,
    "ready": Milestone.ANAESTHESIA_READY,
    "timeout": Milestone.TIME_OUT,
    "cut": Milestone.INCISION,
    "suture": Milestone.SUTURE,
    "out": Milestone.PATIENT_OUT,
    "clean": Milestone.ROOM_READY,
}


def operation(
    id_: int,
    starts: str,
    *people: ActorId,
    room: ActorId = OP1,
    reached: str = "",
    status: Status = Status.BOOKED,
    phases: PhaseMinutes = USUAL,
    device: ActorId | None = None,
) -> Entry:
    """An operation of surgeons and anaesthetists; ``reached="in 09:03 cut 09:30"``."""
    start = at(starts)
    surgery, closing = phases.of(Phase.SURGERY), phases.of(Phase.CLOSING)

    def part(actor: ActorId, role: Role, first: int, last: int) -> Allocation:
        return Allocation(actor, role, start + first * MINUTE, start + last * MINUTE)

    roles = [
        (each, Role.ANAESTHETIST if each in {ANA, SON} else Role.SURGEON) for each in people or (WEB, ANA)
    ]
    parts = [
        part(each, role, 0 if role is Role.ANAESTHETIST else surgery[0], closing[1]) for each, role in roles
    ]
    parts.append(part(room, Role.ROOM, 0, phases.total))
    if device is not None:
        parts.append(part(device, Role.DEVICE, *surgery))
    words = reached.split()
    return Entry(
        id=EntryId(id_),
        version=1,
        kind=EntryKind.OPERATION,
        status=status,
        starts_at=start,
        ends_at=start + phases.total * MINUTE,
        type=None,
        procedure=KNEE,
        phases=phases,
        patient=None,
        note="",
        reason="",
        override_reason="",
        allocations=tuple(parts),
        milestones=tuple(
            Reached(_SHORT[word], at(time)) for word, time in zip(words[::2], words[1::2], strict=True)
        ),
    )


def blocked(id_: int, starts: str, ends: str, room: ActorId = OP1) -> Entry:
    """The room is taken for something else."""
    span = Span(at(starts), at(ends))
    return replace(
        operation(id_, starts),
        kind=EntryKind.BLOCKOUT,
        procedure=None,
        phases=None,
        ends_at=span.end,
        allocations=(Allocation(room, Role.ROOM, *span),),
    )


def progress(now: str, *entries: Entry, practice: Practice = THEATRE, day: Span = DAY) -> DayProgress:
    """How the day goes, at a wall time of it."""
    return day_progress(practice, entries, (OP1, OP2), day, at(now))


def room(now: str, *entries: Entry) -> RoomProgress:
    """How the first room goes."""
    return progress(now, *entries).rooms[OP1]


def clock(instant: int | None) -> str:
    """``"09:30"``; ``"-"`` for no time."""
    return ZONE.local(instant).strftime("%H:%M") if instant is not None else "-"


def says(told: RoomProgress) -> str:
    """``"surgery since 09:04 until 10:30"``."""
    assert told.now is not None
    return f"{told.now.state} since {clock(told.now.since)} until {clock(told.now.until)}"


def pushed(told: RoomProgress) -> str:
    """``"2 to 10:55, 3 to 13:25"``."""
    return ", ".join(f"{each.entry.id} to {clock(each.starts_at)}" for each in told.pushes)


__all__ = ["ANA", "ARM", "KOC", "OP1", "OP2", "SON", "WEB"]
