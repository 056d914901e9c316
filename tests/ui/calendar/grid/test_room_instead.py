"""An entry dragged to another practitioner whose own room is free, while the one it comes from is taken."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from praxidesk.engine.actors import Actor
from praxidesk.engine.entries import Entry
from praxidesk.engine.requests import Keep
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, ActorKind, EntryId, Role
from praxidesk.ui.calendar.grid.day_view import DayView
from praxidesk.ui.calendar.state import CalendarState, MoveWanted
from praxidesk.ui.changes.moves import move_request
from tests.ui.calendar.grid_hand import Hand
from tests.ui.calendar.small_day import KOC, ROOM, WEBER, appointment, span, state

SECOND = ActorId(4)


def seen(number: int, when: str, who: ActorId, room: ActorId) -> Entry:
    made = appointment(number, when, who, ROOM, family=f"P{number}")
    return replace(
        made,
        allocations=tuple(
            replace(each, actor=room) if each.role is Role.ROOM else each for each in made.allocations
        ),
    )


def two_rooms(category: str = "consulting") -> CalendarState:
    """Dr. Weber works in the first room, Dr. Koç in the second."""
    shown = state(
        seen(1, "08:00-08:20", WEBER, ROOM),
        seen(2, "09:00-09:20", WEBER, ROOM),
        seen(3, "08:30-08:50", KOC, SECOND),
    )
    actors = dict(shown.practice.actors)
    actors[SECOND] = Actor("R2", ActorKind.ROOM, "Sprechzimmer 2", category=category)
    return replace(shown, practice=replace(shown.practice, actors=actors))


@pytest.mark.parametrize(
    ("category", "time", "rooms", "said"),
    [
        # Nobody is in the first room then: it comes along, as ever.
        ("consulting", "09:30", None, "Dr. Koç"),
        ("consulting", "09:00", (ROOM, SECOND), "Dr. Koç · Sprechzimmer 2"),
        ("consulting", "08:30", None, "Dr. Koç"),
        ("operating", "09:00", None, "Dr. Koç"),
    ],
    ids=["free", "taken", "taken-by-nobody", "other-kind-of-room"],
)
def test_it_goes_into_the_room_where_the_other_one_works(
    qtbot: QtBot, category: str, time: str, rooms: tuple[ActorId, ActorId] | None, said: str
) -> None:
    shown = two_rooms(category)
    view = DayView()
    qtbot.addWidget(view)
    view.resize(900, 900)
    view.set_state(shown)
    with qtbot.waitExposed(view):
        view.show()
    hand = Hand(view)
    start = hand.tile(EntryId(1)).center()
    end = QPoint(hand.at(KOC, time).x(), hand.at(KOC, time).y() + start.y() - hand.at(WEBER, "08:00").y())
    hand.press(start)
    hand.move(start + QPoint(20, 0), end)
    assert view._move is not None
    assert view._move.ghost.whose == said
    [wanted] = view._move.wanted
    begins = span(f"{time}-23:00").start
    assert wanted == MoveWanted(EntryId(1), Span(begins, begins + 20 * 60), WEBER, KOC, rooms=rooms)
    people = move_request(shown.practice, shown.entries[0], wanted).participants
    assert not isinstance(people, Keep)
    assert [each.actor for each in people] == [KOC, rooms[1] if rooms is not None else ROOM]
    hand.release(end)
