from dataclasses import replace
from datetime import date

import pytest

from praxidesk.engine.availability import Availability, WeeklyWindow
from praxidesk.ui.shown.arrangement import WeekLength
from praxidesk.ui.shown.month_days import month_later, sheet_days
from praxidesk.ui.shown.shown import Shown, days_shown, first_choice, in_order
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.worker.week_cache import mondays_of
from tests.ui.desk_practice import BRANDT, CARM, KOC, MONDAY, OP1, ROOM1, WEBER, practice

PRACTICE = practice()
THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("view", "day", "first", "last", "count"),
    [
        (ViewKind.DAY, THURSDAY, THURSDAY, THURSDAY, 1),
        (ViewKind.ROOMS, THURSDAY, THURSDAY, THURSDAY, 1),
        (ViewKind.WEEK, THURSDAY, MONDAY, date(2026, 11, 27), 5),
        (ViewKind.WEEK, date(2026, 11, 28), MONDAY, date(2026, 11, 29), 7),
        (ViewKind.MONTH, THURSDAY, MONDAY, date(2027, 1, 3), 42),
    ],
)
def test_what_a_view_shows_around_a_day(
    view: ViewKind, day: date, first: date, last: date, count: int
) -> None:
    days = days_shown(PRACTICE, Shown(view, day))
    assert (days[0], days[-1], len(days)) == (first, last, count)


def test_a_practice_open_on_saturdays_has_weeks_of_seven_days() -> None:
    open_saturdays = Availability(hours=(WeeklyWindow(5, 480, 720),))
    site = replace(PRACTICE.site, availability=open_saturdays)
    assert len(days_shown(replace(PRACTICE, site=site), Shown(ViewKind.WEEK, MONDAY))) == 7


def test_weeks_to_load_are_named_once() -> None:
    days = days_shown(PRACTICE, Shown(ViewKind.MONTH, MONDAY))
    assert mondays_of(days)[:2] == (MONDAY, date(2026, 11, 30))
    assert len(mondays_of(days)) == 6


@pytest.mark.parametrize(
    ("view", "later"),
    [
        (ViewKind.DAY, date(2026, 11, 24)),
        (ViewKind.WEEK, date(2026, 11, 30)),
        (ViewKind.ROOMS, date(2026, 11, 24)),
    ],
)
def test_paging_forward_and_back(view: ViewKind, later: date) -> None:
    shown = Shown(view, MONDAY)
    assert shown.paged(1) == Shown(view, later)
    assert shown.paged(1).paged(-1) == shown


def test_the_op_plan_begins_with_the_rooms_that_are_operated_in() -> None:
    assert first_choice(PRACTICE, ViewKind.ROOMS) == (OP1,)


def test_whoever_is_chosen_stands_in_the_order_of_the_practice() -> None:
    assert in_order(PRACTICE, (CARM, ROOM1, BRANDT, KOC, WEBER)) == (WEBER, KOC, BRANDT, ROOM1, CARM)


def test_a_month_sheet_has_six_weeks_from_a_monday() -> None:
    days = sheet_days(date(2026, 2, 14))
    assert (days[0], days[-1]) == (date(2026, 1, 26), date(2026, 3, 8))


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
        (date(2026, 1, 5), -1, date(2025, 12, 5)),
    ],
)
def test_the_same_day_of_another_month(day: date, months: int, after: date) -> None:
    assert month_later(day, months) == after


@pytest.mark.parametrize(
    ("day", "pages", "month"),
    [
        pytest.param(MONDAY, 1, date(2026, 12, 1), id="on-from-running-weeks"),
        pytest.param(MONDAY, -1, date(2026, 11, 1), id="back-from-running-weeks-to-the-month-they-began-in"),
        pytest.param(date(2026, 6, 1), -1, date(2026, 5, 1), id="back-from-weeks-that-began-with-the-month"),
        pytest.param(date(2026, 12, 31), 1, date(2027, 1, 1), id="over-the-year"),
    ],
)
def test_paging_a_month_leads_from_running_weeks_to_whole_months(day: date, pages: int, month: date) -> None:
    assert Shown(ViewKind.MONTH, day).paged(pages) == Shown(ViewKind.MONTH, month, whole_month=True)


def test_whole_months_follow_each_other_and_begin_with_their_first_week() -> None:
    december = Shown(ViewKind.MONTH, date(2026, 12, 1), whole_month=True)
    assert december.paged(1).paged(-1) == december
    days = days_shown(PRACTICE, december)
    assert (days[0], len(days)) == (date(2026, 11, 30), 42)


@pytest.mark.parametrize(
    ("length", "day", "count"),
    [
        (WeekLength.SEVEN, MONDAY, 7),
        (WeekLength.FIVE, MONDAY, 5),
        pytest.param(WeekLength.FIVE, date(2026, 11, 29), 7, id="a-sunday-that-was-asked-for-is-shown"),
    ],
)
def test_a_week_is_as_long_as_chosen(length: WeekLength, day: date, count: int) -> None:
    open_saturdays = Availability(hours=(WeeklyWindow(5, 480, 720),))
    practice_ = replace(PRACTICE, site=replace(PRACTICE.site, availability=open_saturdays))
    assert len(days_shown(practice_, Shown(ViewKind.WEEK, day), length)) == count
