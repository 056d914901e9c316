"""Hours of some weeks or seasons, and breaks of single dates, as a practice would describe them."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.availability import DayException, WeeklyWindow
from praxidesk.engine.conflicts import check
from praxidesk.engine.hours import background
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, Weeks
from praxidesk.engine.weekly import pattern
from tests.engine import by_minute
from tests.engine.campaign import examples
from tests.engine.diary import (
    AUTUMN,
    FRIDAY,
    KOC,
    LONG_AGO,
    MONDAY,
    R1,
    SATURDAY,
    SPRING,
    TUESDAY,
    ZONE,
    minutes,
    planned,
    told,
    visit,
    wall,
    weekly,
    with_hours,
)
from tests.engine.strategies import DAYS, weeks

WEEK_52, WEEK_53, WEEK_1, WEEK_2 = (date(2026, 12, 21) + timedelta(weeks=number) for number in range(4))
"""Mondays across the turn of a year of 53 weeks."""


def windows(
    days: str, clocks: str, of: Weeks = Weeks.ALL, since: date = date.min, until: date = date.max
) -> tuple[WeeklyWindow, ...]:
    return tuple(replace(each, weeks=of, valid_from=since, valid_to=until) for each in weekly(days, clocks))


def instead(day: date, clocks: str = "") -> tuple[DayException, ...]:
    """What a date has instead: windows, or none all day."""
    if not clocks:
        return (DayException(day),)
    return tuple(DayException(day, *map(minutes, each.split("-"))) for each in clocks.split())


def open_on(practice: Practice, actor: ActorId | None, day: date) -> str:
    return " ".join(map(wall, background(practice, ZONE, actor, ZONE.day(day)).open))


ODD_MONDAYS = with_hours(KOC, hours=windows("mon", "08:00-12:00", Weeks.ODD))
EVEN_MONDAYS = with_hours(KOC, hours=windows("mon", "08:00-12:00", Weeks.EVEN))
BY_TURNS = with_hours(
    KOC,
    hours=windows("mon", "08:00-12:00", Weeks.ODD) + windows("mon", "14:00-18:00", Weeks.EVEN)
    + windows("mon", "12:00-13:00"),
)  # fmt: skip
SUNDAYS = with_hours(None, hours=windows("sun", "09:00-12:00", Weeks.ODD))


@pytest.mark.parametrize(
    ("practice", "actor", "day", "expected"),
    [
        pytest.param(ODD_MONDAYS, KOC, WEEK_52, "", id="not-in-week-52"),
        pytest.param(ODD_MONDAYS, KOC, WEEK_53, "08:00-12:00", id="in-week-53"),
        pytest.param(ODD_MONDAYS, KOC, WEEK_1, "08:00-12:00", id="and-in-week-1-at-once"),
        pytest.param(ODD_MONDAYS, KOC, WEEK_2, "", id="not-in-week-2"),
        pytest.param(EVEN_MONDAYS, KOC, WEEK_52, "08:00-12:00", id="in-week-52"),
        pytest.param(EVEN_MONDAYS, KOC, WEEK_53, "", id="not-in-week-53"),
        pytest.param(EVEN_MONDAYS, KOC, WEEK_1, "", id="nor-in-week-1"),
        pytest.param(EVEN_MONDAYS, KOC, WEEK_2, "08:00-12:00", id="again-in-week-2"),
        pytest.param(SUNDAYS, None, date(2027, 1, 3), "09:00-12:00", id="a-sunday-ends-week-53"),
        pytest.param(SUNDAYS, None, date(2027, 1, 10), "09:00-12:00", id="a-sunday-ends-week-1"),
        pytest.param(SUNDAYS, None, date(2026, 12, 27), "", id="a-sunday-ends-week-52"),
        pytest.param(BY_TURNS, KOC, MONDAY, "12:00-13:00 14:00-18:00", id="each-week-and-even-ones"),
        pytest.param(
            BY_TURNS, KOC, MONDAY + timedelta(weeks=1), "08:00-13:00", id="touching-what-every-week-has"
        ),
        pytest.param(BY_TURNS, KOC, TUESDAY, "", id="on-its-weekday-alone"),
    ],
)
def test_hours_of_some_weeks(practice: Practice, actor: ActorId | None, day: date, expected: str) -> None:
    assert open_on(practice, actor, day) == expected


LEAP_DAY = date(2028, 2, 29)
"""A Tuesday."""
WINTER = with_hours(
    KOC,
    hours=windows(
        "mon tue wed thu fri sat", "10:00-14:00", since=date(2026, 11, 24), until=date(2026, 11, 27)
    ),
)
UNTIL_THEN_FROM_THEN = with_hours(
    KOC,
    hours=windows("mon tue", "08:00-12:00", until=MONDAY) + windows("mon tue", "09:00-15:00", since=TUESDAY),
)
ONE_DAY = with_hours(KOC, hours=windows("tue", "08:00-12:00", since=LEAP_DAY, until=LEAP_DAY))


@pytest.mark.parametrize(
    ("practice", "day", "expected"),
    [
        pytest.param(WINTER, MONDAY, "", id="the-day-before-the-first"),
        pytest.param(WINTER, TUESDAY, "10:00-14:00", id="the-first-day"),
        pytest.param(WINTER, FRIDAY, "10:00-14:00", id="the-last-day"),
        pytest.param(WINTER, SATURDAY, "", id="the-day-after-the-last"),
        pytest.param(UNTIL_THEN_FROM_THEN, MONDAY, "08:00-12:00", id="the-last-of-the-old-hours"),
        pytest.param(UNTIL_THEN_FROM_THEN, TUESDAY, "09:00-15:00", id="the-first-of-the-new-ones"),
        pytest.param(ONE_DAY, LEAP_DAY, "08:00-12:00", id="valid-on-29-february"),
        pytest.param(ONE_DAY, LEAP_DAY + timedelta(weeks=1), "", id="on-that-alone"),
        pytest.param(
            with_hours(KOC, WINTER, exceptions=instead(MONDAY, "08:00-09:00")),
            MONDAY, "08:00-09:00", id="a-date-of-its-own-lies-in-no-season",
        ),
    ],
)  # fmt: skip
def test_hours_of_a_season(practice: Practice, day: date, expected: str) -> None:
    assert open_on(practice, KOC, day) == expected


LUNCH = with_hours(KOC, breaks=weekly("mon tue", "12:00-13:00"))
MOVED = with_hours(KOC, LUNCH, break_exceptions=instead(MONDAY, "11:00-11:30"))
IN_TWO = with_hours(KOC, LUNCH, break_exceptions=instead(MONDAY, "10:00-10:15 14:00-14:15"))
OUT_OF_ORDER = with_hours(KOC, LUNCH, break_exceptions=instead(MONDAY, "14:00-14:15 10:00-10:10 10:10-10:15"))
WITHOUT = with_hours(KOC, LUNCH, break_exceptions=instead(MONDAY))
FOR_ONCE = with_hours(KOC, break_exceptions=instead(MONDAY, "11:00-11:30"))
SITE_LUNCH = with_hours(
    None, breaks=weekly("mon", "12:00-13:00"), break_exceptions=instead(MONDAY, "13:00-14:00")
)
ODD_LUNCH = with_hours(KOC, breaks=windows("mon", "12:00-13:00", Weeks.ODD))
LUNCH_FROM_DECEMBER = with_hours(KOC, breaks=windows("mon", "12:00-13:00", since=date(2026, 12, 1)))


@pytest.mark.parametrize(
    ("practice", "actor", "day", "expected"),
    [
        pytest.param(LUNCH, KOC, MONDAY, "08:00-12:00 13:00-16:00", id="as-every-week"),
        pytest.param(MOVED, KOC, MONDAY, "08:00-11:00 11:30-16:00", id="earlier-that-day"),
        pytest.param(MOVED, KOC, TUESDAY, "08:00-12:00 13:00-16:00", id="as-ever-the-next"),
        pytest.param(MOVED, KOC, MONDAY + timedelta(weeks=1), "08:00-12:00 13:00-16:00", id="and-in-a-week"),
        pytest.param(IN_TWO, KOC, MONDAY, "08:00-10:00 10:15-14:00 14:15-16:00", id="two-short-ones"),
        pytest.param(
            OUT_OF_ORDER, KOC, MONDAY, "08:00-10:00 10:15-14:00 14:15-16:00", id="in-any-order-touching"
        ),
        pytest.param(WITHOUT, KOC, MONDAY, "08:00-16:00", id="none-that-day"),
        pytest.param(WITHOUT, KOC, TUESDAY, "08:00-12:00 13:00-16:00", id="but-the-next"),
        pytest.param(FOR_ONCE, KOC, MONDAY, "08:00-11:00 11:30-16:00", id="who-never-has-one"),
        pytest.param(FOR_ONCE, KOC, TUESDAY, "08:00-16:00", id="has-none-the-next-day"),
        pytest.param(SITE_LUNCH, R1, MONDAY, "07:00-13:00 14:00-18:00", id="the-site's-for-all"),
        pytest.param(ODD_LUNCH, KOC, MONDAY, "08:00-16:00", id="no-break-in-an-even-week"),
        pytest.param(
            ODD_LUNCH, KOC, MONDAY + timedelta(weeks=1), "08:00-12:00 13:00-16:00", id="one-in-an-odd-week"
        ),
        pytest.param(LUNCH_FROM_DECEMBER, KOC, date(2026, 11, 30), "08:00-16:00", id="the-day-before"),
        pytest.param(
            LUNCH_FROM_DECEMBER, KOC, date(2026, 12, 7), "08:00-12:00 13:00-16:00", id="from-then-on"
        ),
    ],
)
def test_breaks_of_a_date(practice: Practice, actor: ActorId, day: date, expected: str) -> None:
    assert open_on(practice, actor, day) == expected


@pytest.mark.parametrize(
    ("practice", "clocks", "day", "expected"),
    [
        pytest.param(
            WINTER, "10:00-10:30", MONDAY, ["outside_hours KOC 10:00-10:30"], id="before-the-season"
        ),
        pytest.param(WINTER, "10:00-10:30", TUESDAY, [], id="in-it"),
        pytest.param(WINTER, "14:00-14:01", TUESDAY, ["outside_hours KOC 14:00-14:01"], id="a-minute-over"),
        pytest.param(WINTER, "13:30-14:00", TUESDAY, [], id="until-the-end"),
        pytest.param(
            ODD_MONDAYS, "08:00-09:00", MONDAY, ["outside_hours KOC 08:00-09:00"], id="the-other-week"
        ),
        pytest.param(BY_TURNS, "11:30-12:30", MONDAY, ["outside_hours KOC 11:30-12:00"], id="half-of-it"),
        pytest.param(BY_TURNS, "12:30-14:30", MONDAY, ["outside_hours KOC 13:00-14:00"], id="across-a-gap"),
        pytest.param(
            BY_TURNS, "11:30-12:30", MONDAY + timedelta(weeks=1), [], id="across-windows-that-touch"
        ),
        pytest.param(
            with_hours(KOC, hours=()),
            "10:00-10:30",
            MONDAY,
            ["no_hours KOC 10:00-10:30"],
            id="no-hours-at-all",
        ),
        pytest.param(MOVED, "11:00-12:30", MONDAY, ["on_break KOC 11:00-11:30"], id="the-moved-break"),
        pytest.param(MOVED, "11:00-12:30", TUESDAY, ["on_break KOC 12:00-12:30"], id="the-usual-one"),
        pytest.param(WITHOUT, "11:00-12:30", MONDAY, [], id="no-break"),
        pytest.param(
            SITE_LUNCH, "12:30-13:30", MONDAY, ["practice_closed 13:00-13:30"], id="the-site's-moved-break"
        ),
    ],
)
def test_what_is_said_of_them(practice: Practice, clocks: str, day: date, expected: list[str]) -> None:
    assert (
        told(check(practice, ZONE, planned(visit(clocks, KOC, day=day), practice), [], LONG_AGO)) == expected
    )


def test_the_site_is_closed_out_of_season() -> None:
    practice = with_hours(None, hours=windows("mon tue", "07:00-18:00", since=TUESDAY))
    closed = check(practice, ZONE, planned(visit("10:00-10:30", R1), practice), [], LONG_AGO)
    assert told(closed) == ["practice_closed 10:00-10:30"]


@pytest.mark.parametrize(
    ("day", "clocks", "expected"),
    [
        pytest.param(SPRING, "01:30-03:30", "01:30-03:30", id="spring-before-noon"),
        pytest.param(SPRING, "02:00-03:00", "", id="spring-in-the-hour-there-is-not"),
        pytest.param(SPRING, "13:00-24:00", "13:00-00:00", id="spring-after-noon"),
        pytest.param(AUTUMN, "00:00-04:00", "00:00-04:00", id="autumn-before-noon"),
        pytest.param(AUTUMN, "02:00-02:30 02:30-03:00", "02:00-03:00", id="autumn-twice-and-touching"),
        pytest.param(AUTUMN, "12:00-24:00", "12:00-00:00", id="autumn-after-noon"),
    ],
)
def test_breaks_of_change_over_sundays(day: date, clocks: str, expected: str) -> None:
    practice = with_hours(None, hours=(), break_exceptions=instead(day, clocks))
    assert " ".join(map(wall, background(practice, ZONE, None, ZONE.day(day)).breaks)) == expected


def test_alternate_weeks_alternate_for_ten_years() -> None:
    week = pattern(windows("wed", "08:00-09:00", Weeks.ODD), ())
    span = Span(ZONE.day(date(2026, 1, 1)).start, ZONE.day(date(2036, 1, 1)).start)
    days = [ZONE.day_of(each.start) for each in week.spans(ZONE, span)]
    assert all(day.isocalendar().week % 2 for day in days)
    assert {(later - day).days for day, later in pairwise(days)} == {7, 14}
    short = [day for day, later in pairwise(days) if (later - day).days == 7]
    assert [day.isocalendar()[:2] for day in short] == [(2026, 53), (2032, 53)]


@examples(60)
@given(st.data())
def test_windows_are_where_the_minutes_are(data: st.DataObject) -> None:
    """Any windows at all, over several days, begun and ended anywhere."""
    day = data.draw(st.sampled_from(DAYS))
    drawn = data.draw(weeks(day))
    begin = ZONE.day(day).start + 60 * data.draw(st.integers(-1500, 1500))
    span = Span(begin, begin + 60 * data.draw(st.integers(0, 3000)))
    expected = by_minute.runs(span, lambda t: by_minute.in_week(ZONE.name, drawn, t))
    assert pattern(drawn, ()).spans(ZONE, span) == expected
