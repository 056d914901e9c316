"""Reserved block time of some weeks, over midnight and over the change of clocks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from praxidesk.engine.entries import Allocation
from praxidesk.engine.practice import Reservation
from praxidesk.engine.vocabulary import Role, Weeks
from tests.engine.block_time import WEBERS, found, kept_for, on_wednesday, user
from tests.engine.diary import (
    AUTUMN,
    KOC,
    MONDAY,
    OP1,
    R1,
    SPRING,
    TUESDAY,
    WEB,
    WEDNESDAY,
    ZONE,
    at,
    planned,
    taken,
    visit,
)

ODD_WEEKS = replace(WEBERS, windows=tuple(replace(each, weeks=Weeks.ODD) for each in WEBERS.windows))

FROM_DECEMBER = replace(
    WEBERS, windows=tuple(replace(each, valid_from=date(2026, 12, 2)) for each in WEBERS.windows)
)

UNTIL_TODAY = replace(WEBERS, windows=tuple(replace(each, valid_to=WEDNESDAY) for each in WEBERS.windows))


@pytest.mark.parametrize(
    ("reservation", "day", "is_reserved"),
    [
        pytest.param(ODD_WEEKS, WEDNESDAY, False, id="week-48"),
        pytest.param(ODD_WEEKS, date(2026, 12, 2), True, id="week-49"),
        pytest.param(ODD_WEEKS, date(2026, 12, 30), True, id="week-53"),
        pytest.param(ODD_WEEKS, date(2027, 1, 6), True, id="week-1"),
        pytest.param(FROM_DECEMBER, WEDNESDAY, False, id="a-week-before-its-first-day"),
        pytest.param(FROM_DECEMBER, date(2026, 12, 2), True, id="its-first-day"),
        pytest.param(UNTIL_TODAY, WEDNESDAY, True, id="its-last-day"),
        pytest.param(UNTIL_TODAY, date(2026, 12, 2), False, id="a-week-after-it"),
    ],
)
def test_reservations_of_some_weeks(reservation: Reservation, day: date, is_reserved: bool) -> None:
    wish = planned(visit("09:00-10:00", KOC, OP1, day=day))
    assert bool(found(wish, [reservation])) == is_reserved


NIGHTS = kept_for("OP1", "tue wed", "00:00-06:00 20:00-24:00", holders="WEB", release_days=0)


def test_blocks_until_24_and_from_midnight_are_of_two_days() -> None:
    start, end = at("22:00", TUESDAY), at("02:00", WEDNESDAY)
    wish = replace(
        on_wednesday("09:00-10:00", OP1), starts_at=start, ends_at=end,
        allocations=(Allocation(OP1, Role.ROOM, start, end),),
    )  # fmt: skip
    assert found(wish, [NIGHTS], now=at("12:00", MONDAY)) == ["OP1 22:00-02:00"]
    assert found(wish, [NIGHTS], now=at("12:00", TUESDAY)) == ["OP1 00:00-02:00"]
    assert found(wish, [NIGHTS], *user("05:00-06:00", WEB, OP1), now=at("12:00", WEDNESDAY)) == [
        "OP1 00:00-02:00"
    ]
    assert found(wish, [NIGHTS], now=at("12:00", WEDNESDAY)) == []


@pytest.mark.parametrize(
    ("day", "clocks", "wish", "expected"),
    [
        pytest.param(SPRING, "01:00-04:00", "01:30-03:30", ["R1 01:30-03:30"], id="spring-before-noon"),
        pytest.param(SPRING, "02:00-03:00", "01:30-03:30", [], id="spring-in-the-hour-there-is-not"),
        pytest.param(SPRING, "14:00-24:00", "13:00-15:00", ["R1 14:00-15:00"], id="spring-after-noon"),
        pytest.param(AUTUMN, "02:00-03:00", "01:00-04:00", ["R1 02:00-03:00"], id="autumn-before-noon"),
        pytest.param(AUTUMN, "14:00-24:00", "13:00-15:00", ["R1 14:00-15:00"], id="autumn-after-noon"),
    ],
)
def test_reservations_of_change_over_sundays(day: date, clocks: str, wish: str, expected: list[str]) -> None:
    reservation = kept_for("R1", "sun", clocks, holders="WEB")
    assert (
        found(planned(visit(wish, R1, day=day)), [reservation], now=at("12:00", date(2026, 1, 1))) == expected
    )


def test_windows_that_touch_by_a_change_over_are_one_block() -> None:
    night = kept_for("R1", "sun", "01:00-02:00 03:00-04:00", holders="WEB", release_days=0)
    wish = planned(visit("03:30-04:00", R1, day=SPRING))
    used = [taken("01:00-01:30", actor, 7, day=SPRING) for actor in (R1, WEB)]
    assert found(wish, [night], *used, now=at("00:30", SPRING)) == ["R1 03:30-04:00"]
    assert found(wish, [night], now=at("00:30", SPRING)) == []


@pytest.mark.parametrize("sunday", [SPRING, AUTUMN])
def test_release_comes_with_local_midnight_on_change_over_days(sunday: date) -> None:
    """The day is 23 or 25 hours long, and whole days count nevertheless."""
    monday = sunday + timedelta(days=1)
    reservation = kept_for("R1", "mon", "08:00-12:00", holders="WEB", release_days=1)
    wish = planned(visit("09:00-10:00", KOC, R1, day=monday))
    midnight = ZONE.day(sunday).start
    assert found(wish, [reservation], now=midnight - 1) == ["R1 09:00-10:00"]
    assert found(wish, [reservation], now=midnight) == []
    same_day = replace(reservation, release_days=0)
    assert found(wish, [same_day], now=ZONE.day(sunday).end - 1) == ["R1 09:00-10:00"]
    assert found(wish, [same_day], now=ZONE.day(sunday).end) == []
