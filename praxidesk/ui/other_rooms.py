"""Which other rooms an operation could go to, and from when on there. Pure but for its words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.delays import STEP_SECONDS
from praxidesk.engine.entries import Entry
from praxidesk.engine.progress import room_of
from praxidesk.engine.room_progress import day_progress
from praxidesk.engine.spans import HOUR, Span
from praxidesk.engine.vocabulary import ActorId, Role
from praxidesk.ui.calendar.ghost_words import reasons
from praxidesk.ui.calendar.move_check import MoveJudge
from praxidesk.ui.calendar.rooms.plan import operating_rooms
from praxidesk.ui.calendar.state import CalendarState, MoveWanted

translate = QCoreApplication.translate

_FARTHEST = HOUR
"""No later than this after its start another room is looked for."""


@dataclass(frozen=True, slots=True)
class RoomOffer:
    """Another room for an operation."""

    room: ActorId
    wanted: MoveWanted
    """The move there, at the earliest start that whoever is late leaves it."""
    against: str
    """What speaks against it; empty where it is free."""


def other_rooms(state: CalendarState, entry: Entry, before: int) -> Iterator[RoomOffer]:
    """Every other operating room, as the loaded entries tell; what counts is the answer to the request.

    :param before: when it could start where it is: later than that no other room is of any use
    """
    own = room_of(entry)
    if own is None:
        return
    rooms = operating_rooms(state.practice)
    day = state.zone.day(state.zone.day_of(entry.starts_at))
    length = entry.ends_at - entry.starts_at
    judge = MoveJudge(state, {entry.id})
    for room in rooms:
        if room == own:
            continue
        moved = replace(
            entry,
            allocations=tuple(
                replace(each, actor=room) if each.role is Role.ROOM and each.actor == own else each
                for each in entry.allocations
            ),
        )
        entries = (moved if each.id == entry.id else each for each in state.entries)
        push = day_progress(state.practice, entries, rooms, day, state.now).pushes.get(entry.id)
        first = push.starts_at if push is not None else entry.starts_at
        against = translate("theatre", "no earlier there") if first >= before else ""
        for start in range(first, min(before, first + _FARTHEST), STEP_SECONDS):
            wanted = MoveWanted(entry.id, Span(start, start + length), own, room)
            verdict = judge.judged([(entry, wanted)])[0]
            if verdict.is_free:
                yield RoomOffer(room, wanted, "")
                break
            against = against or next(iter(reasons(state, verdict)), "")
        else:
            yield RoomOffer(room, MoveWanted(entry.id, Span(first, first + length), own, room), against)
