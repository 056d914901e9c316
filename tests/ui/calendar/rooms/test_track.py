"""What really happened, below the bars of the plan of rooms: which times are written, none covered."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from praxidesk.engine.entries import Reached
from praxidesk.engine.milestones import planned_milestones
from praxidesk.engine.vocabulary import Milestone, Status
from praxidesk.ui.calendar.rooms import track as rooms_track
from praxidesk.ui.calendar.rooms.layout import PlacedBar, arrange_rooms
from praxidesk.ui.calendar.rooms.plan import rooms_plan
from praxidesk.ui.calendar.rooms.track import TrackPainter
from praxidesk.ui.calendar.text_line import draw_line
from praxidesk.ui.look.theme import ThemeName, theme
from tests.ui.calendar.busy_practice import OP_ROOMS, operation, rooms_state

BEGUN = (Milestone.PATIENT_IN_ROOM, Milestone.ANAESTHESIA_READY, Milestone.TIME_OUT, Milestone.INCISION)


def painted(
    monkeypatch: pytest.MonkeyPatch,
    reached: tuple[Milestone, ...],
    late: int,
    room_below: int = 60,
    pushed: str = "",
) -> tuple[list[str], list[QRect]]:
    """Texts and places below an operation that starts at 08:00, each milestone ``late`` minutes late."""
    entry = operation(1, OP_ROOMS[0], 480, 2, Status.CHECKED_IN)
    plan = planned_milestones(entry)
    times = tuple(Reached(each, plan[each] + late * 60) for each in reached)
    entry = replace(entry, milestones=times)
    now = times[-1].at + 60 if times else entry.starts_at
    state = replace(rooms_state(), entries=(entry,), now=now)
    rooms = rooms_plan(state)
    assert rooms is not None
    layout = arrange_rooms(rooms, 1380, 920)
    bar: PlacedBar = layout.rows[0].bars[0]
    texts: list[str] = []

    def noted(painter: QPainter, text: str, *rest: object, **more: object) -> None:
        texts.append(text)
        draw_line(painter, text, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(rooms_track, "draw_line", noted)
    image = QImage(1380, 920, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    track = TrackPainter(painter, theme(ThemeName.LIGHT), state, layout.times, rooms.scale)
    track.paint(bar, rooms.progress.courses[entry.id], bar.box.bottom + room_below, pushed)
    painter.end()
    return texts, track.written


def test_nothing_is_written_where_nothing_was_recorded(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert painted(monkeypatch, (), 0) == ([], [])


def test_the_incision_is_written_first(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    texts, _ = painted(monkeypatch, BEGUN, 0)
    assert texts[0].startswith("Incision ")


def test_a_late_end_goes_before_every_time(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    texts, _ = painted(monkeypatch, BEGUN, 30)
    assert texts[0].startswith("End ")
    assert "instead of" in texts[0]


def test_what_a_late_end_does_to_the_next_operation_stands_beside_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts, places = painted(monkeypatch, BEGUN, 30, pushed="→ moves to 10:55")
    assert texts[1] == "→ moves to 10:55"
    assert places[0].top() == places[1].top()
    assert places[0].right() < places[1].left()
    assert "→ moves to 10:55" not in painted(monkeypatch, BEGUN, 0, pushed="→ moves to 10:55")[0]


@pytest.mark.parametrize("late", [0, 30])
def test_no_time_covers_another(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, late: int) -> None:
    _, places = painted(monkeypatch, BEGUN, late, pushed="→ moves to 10:55")
    assert len(places) >= 2
    assert not any(one.intersects(other) for one, other in combinations(places, 2))


def test_a_low_row_has_the_track_without_words(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert painted(monkeypatch, BEGUN, 0, room_below=20) == ([], [])
