"""How an operation goes, and what a delay does, in sentences."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.wording.deviation_words import delay, deviation
from tests.engine.diary import ZONE
from tests.engine.theatre_day import ANA, KOC, OP1, OP2, SON, THEATRE, WEB, operation, progress


def told(now: str, of: int, *entries: Entry) -> str:
    found = progress(now, *entries)
    return deviation(THEATRE, ZONE, found, found.courses[EntryId(of)].entry)


@pytest.mark.parametrize(
    ("now", "reached", "said"),
    [
        pytest.param(
            "09:25",
            "in 09:00 cut 09:20",
            "Incision as planned. End probably at 10:15, as planned.",
            id="on-time",
        ),
        pytest.param(
            "09:25",
            "in 08:55 cut 09:17",
            "Incision 3 min before the plan. End probably at 10:12 instead of 10:15.",
            id="early",
        ),
        pytest.param(
            "10:20",
            "in 09:00 out 10:18",
            "Patient out of room 3 min after the plan. Room probably ready at 10:33 instead of 10:30.",
            id="cleaning",
        ),
        pytest.param("11:00", "in 09:00 clean 10:40", "Room ready 10 min after the plan.", id="over"),
        pytest.param("09:25", "", "", id="nobody-keeps-count"),
    ],
)
def test_how_an_operation_goes(qtbot: QtBot, now: str, reached: str, said: str) -> None:
    assert told(now, 1, operation(1, "09:00", reached=reached)) == said


def test_whom_a_delay_pushes_is_named_with_the_room_where_that_is_another(qtbot: QtBot) -> None:
    late = operation(1, "09:00", WEB, ANA, reached="in 09:00 cut 09:45")
    fine = operation(4, "12:00", KOC, SON)
    assert told("09:50", 1, late, fine).endswith(
        "10:40 instead of 10:15; the next operation is not affected."
    )
    here, there = operation(2, "10:30", KOC, SON), operation(3, "10:30", WEB, ANA, room=OP2)
    found = progress("09:50", late, here, there)
    box = delay(THEATRE, ZONE, found.rooms[OP1])
    assert box is not None
    name, room = "Knie-TEP", THEATRE.actors[OP2].name
    name = THEATRE.procedures[late.procedure].name if late.procedure is not None else name
    own = THEATRE.actors[OP1].name
    assert box.title == f"Delay {own}"
    assert box.ending == f"{name} ends at 10:40 instead of 10:15."
    assert box.first == f"{name} moves to 10:55;"
    assert box.rest == f"{name} ({room}) must give way by {found.pushes[EntryId(3)].minutes} min."
    assert found.rooms[OP1].pushed == found.pushes[EntryId(2)]
    assert found.rooms[OP2].pushed is None
    assert delay(THEATRE, ZONE, found.rooms[OP2]) is None
    said = told("09:50", 3, late, replace(here, starts_at=here.starts_at), there)
    assert said.startswith("Moves to ")
    assert f"{name} in {own} ends later." in said
