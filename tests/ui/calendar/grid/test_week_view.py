"""The week: the same grid, several days."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.grid.week_view import WeekView
from praxidesk.ui.calendar.state import CalendarState, MoveWanted
from tests.ui.calendar.grid_hand import LEFT, Hand
from tests.ui.calendar.small_day import KOC, MONDAY, WEBER, appointment, span, state

DAYS = tuple(MONDAY + timedelta(days=at) for at in range(5))
TUESDAY, THURSDAY = DAYS[1], DAYS[3]


def week() -> CalendarState:
    return state(
        appointment(1, "09:00-09:20"),
        appointment(2, "09:00-09:20", KOC, day=THURSDAY),
        appointment(3, "10:00-10:20", day=TUESDAY),
        actors=(WEBER, KOC),
        days=DAYS,
    )


@pytest.fixture
def view(qtbot: QtBot) -> WeekView:
    made = WeekView()
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.set_state(week())
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_days_stand_beside_each_other_and_actors_in_them(view: WeekView) -> None:
    assert view._layout is not None
    assert [(column.date, column.actor) for column in view._layout.columns[:3]] == [
        (DAYS[0], WEBER),
        (DAYS[0], KOC),
        (DAYS[1], WEBER),
    ]
    hand = Hand(view)
    first, second, third = (hand.tile(EntryId(at)).left() for at in (1, 2, 3))
    assert first < third < second


def test_a_click_on_a_days_name_asks_for_that_day(view: WeekView, qtbot: QtBot) -> None:
    x = Hand(view).at(KOC, "09:00", day=3).x()
    with qtbot.waitSignal(view.day_wanted) as wanted:
        QTest.mouseClick(view._header, LEFT, pos=QPoint(x, 10))
    assert wanted.args == [THURSDAY]


def test_the_name_of_a_day_barely_in_sight_does_not_lie_over_its_neighbour(
    view: WeekView,
) -> None:
    header, layout = view._header, view._layout
    assert layout is not None
    assert header._theme is not None
    assert header._state is not None
    columns = [column for column in layout.columns if column.day == 3]
    first = columns[0]
    picture = QImage(layout.width, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    barely = QRect(first.left + 1, 0, 24, 35)
    header._day(painter, barely, first, columns, (header._state, header._theme))
    painter.end()
    white = Qt.GlobalColor.white
    drawn = [x for x in range(layout.width) if any(picture.pixelColor(x, y) != white for y in range(40))]
    assert drawn
    assert first.left < min(drawn) <= max(drawn) <= barely.right()


def test_an_entry_dragged_to_another_day_keeps_its_wall_time(view: WeekView, qtbot: QtBot) -> None:
    hand = Hand(view)
    start = hand.tile(EntryId(1)).center()
    with qtbot.waitSignal(view.move_wanted) as wanted:
        hand.drag(start, QPoint(hand.at(WEBER, "09:00", day=3).x(), start.y()))
    assert wanted.args == [MoveWanted(EntryId(1), span("09:00-09:20", THURSDAY), WEBER, WEBER)]


def test_over_the_change_of_clocks_too(view: WeekView, qtbot: QtBot) -> None:
    saturday = MONDAY - timedelta(days=30)
    days = (saturday, saturday + timedelta(days=1))
    view.set_state(state(appointment(1, "09:00-09:20", day=saturday), actors=(WEBER,), days=days))
    hand = Hand(view)
    start = hand.tile(EntryId(1)).center()
    column = view._layout.columns[1]  # type: ignore[union-attr]
    with qtbot.waitSignal(view.move_wanted) as wanted:
        hand.drag(start, QPoint(column.left + column.width // 2, start.y()))
    assert wanted.args[0].span == span("09:00-09:20", days[1])


def test_an_entry_over_midnight_stands_on_both_days(view: WeekView) -> None:
    late = appointment(9, "22:00-23:00")
    long = tuple(replace(each, ends_at=each.starts_at + 4 * 3600) for each in late.allocations)
    view.set_state(
        state(replace(late, ends_at=late.starts_at + 4 * 3600, allocations=long), actors=(WEBER,), days=DAYS)
    )
    assert view._layout is not None
    tiles = view._layout.by_entry[EntryId(9)]
    assert [tile.minutes for tile in tiles] == [(22 * 60, 24 * 60), (0, 2 * 60)]


def test_it_paints_with_and_without_entries(view: WeekView) -> None:
    view.grab()
    view.set_state(state(actors=(WEBER,), days=DAYS))
    view.grab()
