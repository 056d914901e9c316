"""Times along the top of the plan of rooms: none covers another."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect

from praxidesk.ui.calendar.rooms.layout import HEADER, LABELS, TimeScale
from praxidesk.ui.calendar.rooms.times import top_times

DAY = TimeScale(7 * 60, 19 * 60, LABELS + 22, 1.6)
NOW = 9 * 60 + 42
LABEL = 36
"""Pixels an hour takes, written."""


def test_hours_give_way_to_now() -> None:
    placed = top_times(DAY, 0, NOW)
    assert placed.now is not None
    assert set(DAY.hours()) - set(placed.hours) == {600}


@pytest.mark.parametrize(
    ("wanted", "tells_now", "left_out"),
    [
        pytest.param((690, 805), True, {600, 780}, id="end near an hour"),
        pytest.param((570, 690), False, set(), id="start beside now"),
        pytest.param((660, 780), True, {600, 660, 780}, id="on the hours"),
    ],
)
def test_now_and_hours_give_way_to_what_is_in_hand(
    wanted: tuple[int, int], tells_now: bool, left_out: set[int]
) -> None:
    placed = top_times(DAY, 0, NOW, wanted)
    assert (placed.now is not None) == tells_now
    assert set(DAY.hours()) - set(placed.hours) == left_out


@pytest.mark.parametrize("shift", [0, 300])
@pytest.mark.parametrize("start", range(420, 1080, 5))
def test_nothing_is_covered_wherever_it_is_dragged(start: int, shift: int) -> None:
    placed = top_times(DAY, shift, NOW, (start, start + 25))
    hours = [QRect(DAY.x(each) - shift - LABEL // 2, 0, LABEL, HEADER) for each in placed.hours]
    boxes = [*placed.wanted, *hours, *([placed.now] if placed.now is not None else [])]
    assert len(placed.wanted) == 2
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
