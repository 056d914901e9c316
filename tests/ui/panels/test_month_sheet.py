"""The month sheet: its loads, its words and its keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.paint_watch import PaintWatch
from praxidesk.engine.free_time import DayTotal
from praxidesk.ui.look.theme import ThemeName, theme
from praxidesk.ui.panels.month_sheet import MonthSheet, filled

MONDAY = date(2026, 11, 23)
Key = Qt.Key


@pytest.fixture
def sheet(qtbot: QtBot) -> MonthSheet:
    made = MonthSheet(theme(ThemeName.LIGHT), MONDAY)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show_days(MONDAY, [MONDAY], MONDAY)
    made.show()
    return made


@pytest.mark.parametrize(
    ("taken", "opened", "pixels"),
    [
        pytest.param(0, 480, 0, id="empty"),
        pytest.param(5, 480, 2, id="a-little-is-seen"),
        pytest.param(240, 480, 8, id="half"),
        pytest.param(475, 480, 15, id="nearly-full-is-not-full"),
        pytest.param(480, 480, 16, id="full"),
    ],
)
def test_a_bar_is_as_long_as_the_day_is_full(taken: int, opened: int, pixels: int) -> None:
    assert filled(DayTotal(1, opened, taken), 16) == pixels


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Key.Key_Left, date(2026, 11, 22)),
        (Key.Key_Down, date(2026, 11, 30)),
        (Key.Key_End, date(2026, 11, 29)),
        (Key.Key_Home, MONDAY),
        (Key.Key_PageDown, date(2026, 12, 23)),
        (Key.Key_PageUp, date(2026, 10, 23)),
    ],
)
def test_keys_go_by_days_weeks_and_months(sheet: MonthSheet, qtbot: QtBot, key: Key, day: date) -> None:
    with qtbot.waitSignal(sheet.day_chosen) as told:
        qtbot.keyClick(sheet, key)
    assert told.args == [day]


def test_what_is_held_over_a_day_does_not_turn_the_month_under_the_hand(sheet: MonthSheet) -> None:
    there, first = date(2026, 12, 1), date(2026, 11, 1)
    sheet.show_over(there)
    sheet.show_days(there, [there], MONDAY)
    assert sheet.month() == first
    sheet.show_over(None)
    assert sheet.month() == there
    sheet.turn(2)
    sheet.show_over(None)
    assert sheet.month() == date(2027, 2, 1), "somebody has leafed, and nothing was held"


def test_enter_opens_the_day(sheet: MonthSheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.day_opened) as told:
        qtbot.keyClick(sheet, Key.Key_Return)
    assert told.args == [MONDAY]


def test_a_screen_reader_hears_the_day_its_holiday_and_its_load(sheet: MonthSheet) -> None:
    assert sheet.accessibleName() == "Monday, 23 November 2026"
    sheet.show_loads({MONDAY: DayTotal(12, 600, 300)})
    assert sheet.accessibleName() == "Monday, 23 November 2026, 12 entry(s), 5:00 h free"
    sheet.show_holidays({MONDAY: "<b>Holiday</b>"})
    sheet.show_loads({MONDAY: DayTotal(0, 0, 0)})
    assert sheet.accessibleName() == "Monday, 23 November 2026, <b>Holiday</b>, closed"


def test_a_full_a_closed_and_a_holiday_look_different(sheet: MonthSheet) -> None:
    tuesday, wednesday, thursday = (date(2026, 11, each) for each in (24, 25, 26))
    sheet.show_loads(
        {
            tuesday: DayTotal(9, 480, 480),
            wednesday: DayTotal(0, 480, 0),
            thursday: DayTotal(0, 0, 0),
        }
    )
    sheet.show_holidays({thursday: "Feiertag"})
    picture = sheet.grab().toImage()
    feet = [
        [picture.pixelColor(x, sheet.cell(day).bottom() - 3).name() for x in range(cell.left(), cell.right())]
        for day in (tuesday, wednesday, thursday)
        if (cell := sheet.cell(day))
    ]
    inked = theme(ThemeName.LIGHT).text2.name()
    counts = [foot.count(inked) for foot in feet]
    assert counts[0] >= 14
    assert counts[1] == 0
    assert counts[2] < 6
    assert len({tuple(foot) for foot in feet}) == 3


def test_leafing_tells_of_other_days_and_the_same_month_does_not(sheet: MonthSheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.turned):
        sheet.turn(1)
    assert sheet.days() == (date(2026, 11, 30), date(2027, 1, 10))
    with qtbot.assertNotEmitted(sheet.turned):
        sheet.show_days(date(2026, 12, 5), [], MONDAY)


@pytest.mark.parametrize("focused", [False, True], ids=["plain", "focused"])
def test_turning_a_page_paints_only_days_that_look_otherwise_and_all_of_them(
    sheet: MonthSheet, qtbot: QtBot, focused: bool
) -> None:
    weeks = [[monday + timedelta(days=at) for at in range(5)] for monday in (MONDAY, date(2026, 11, 2))]
    if focused:
        sheet.activateWindow()
        qtbot.waitUntil(sheet.isActiveWindow)
        sheet.setFocus()
    sheet.show_loads({day: DayTotal(3, 480, 240) for day in weeks[0]})
    sheet.show_days(weeks[0][0], weeks[0], MONDAY)
    QApplication.processEvents()
    before = sheet.grab().toImage()
    watch = PaintWatch(sheet)
    sheet.show_days(weeks[1][0], weeks[1], MONDAY)
    QApplication.processEvents()
    region = watch.stop()
    after = sheet.grab().toImage()
    changed = [
        QPoint(x, y)
        for x in range(after.width())
        for y in range(after.height())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert len(changed) > 1000
    assert all(region.contains(at) for at in changed)
    third = sheet.cell(date(2026, 11, 17))
    assert not region.intersects(third), "a week that is shown neither before nor after"
    watch = PaintWatch(sheet)
    sheet.show_days(date(2026, 12, 1), [date(2026, 12, 1)], MONDAY)
    QApplication.processEvents()
    assert watch.stop().boundingRect() == sheet.rect(), "another month"
