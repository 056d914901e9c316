"""One axis for all columns: wall time, and both Sundays on which it jumps."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.spans import HOUR, MINUTE
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.time_axis import TimeAxis, time_axis

BERLIN = Zone("Europe/Berlin")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
ZONES = ("Europe/Berlin", "America/Santiago", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")


def labels(axis: TimeAxis) -> list[str]:
    return [axis.label(minute) for minute in range(0, axis.minutes, 60)]


def test_a_plain_day_has_24_hours() -> None:
    axis = time_axis(BERLIN, [date(2026, 11, 23)])
    assert axis.minutes == 1440
    assert labels(axis)[:3] == ["00:00", "01:00", "02:00"]
    assert axis.days[0].minute(BERLIN.at(date(2026, 11, 23), 570)) == 570


def test_in_spring_the_skipped_hour_is_a_gap() -> None:
    axis = time_axis(BERLIN, [SPRING])
    day = axis.days[0]
    assert axis.minutes == 1440
    change = day.span.start + 2 * HOUR
    assert day.minute(change - MINUTE) == 119
    assert day.minute(change) == 180
    assert day.instant(150) == change
    assert day.minute(day.span.end) == 1440


def test_in_autumn_the_repeated_hour_stands_twice() -> None:
    axis = time_axis(BERLIN, [AUTUMN])
    assert axis.minutes == 1500
    assert labels(axis)[1:6] == ["01:00", "02:00", "02:00", "03:00", "04:00"]
    day = axis.days[0]
    assert [day.minute(day.span.start + hours * HOUR) for hours in (2, 3, 4)] == [120, 180, 240]


def test_beside_such_a_sunday_other_days_skip_the_second_of_the_hours() -> None:
    saturday = AUTUMN - timedelta(days=1)
    axis = time_axis(BERLIN, [saturday, AUTUMN])
    first, second = axis.days
    assert first.minute(BERLIN.at(saturday, 9 * 60)) == second.minute(BERLIN.at(AUTUMN, 9 * 60)) == 600
    assert axis.label(600) == "09:00"
    assert first.instant(200) == BERLIN.at(saturday, 180)


def test_what_lies_outside_the_day_is_moved_to_its_edge() -> None:
    day = time_axis(BERLIN, [SPRING]).days[0]
    assert day.minute(day.span.start - HOUR) == 0
    assert day.minute(day.span.end + HOUR) == 1440
    assert day.instant(-10) == day.span.start
    assert day.instant(9999) == day.span.end


@given(
    zone=st.sampled_from(ZONES),
    first=st.dates(date(2000, 1, 1), date(2030, 12, 31)),
    days=st.integers(1, 7),
    minute=st.integers(0, 1439),
)
def test_there_and_back_is_the_same_instant(zone: str, first: date, days: int, minute: int) -> None:
    of = Zone(zone)
    axis = time_axis(of, [first + timedelta(days=at) for at in range(days)])
    for scale in axis.days:
        instant = scale.span.start + minute * MINUTE
        if instant < scale.span.end:
            at = scale.minute(instant)
            assert scale.instant(at) == instant
            local = of.local(instant)
            assert axis.wall_minute(at) == local.hour * 60 + local.minute


@pytest.mark.parametrize("day", [SPRING, AUTUMN, date(2026, 7, 1)])
def test_later_is_never_higher_up(day: date) -> None:
    scale = time_axis(BERLIN, [day]).days[0]
    minutes = [scale.minute(at) for at in range(scale.span.start, scale.span.end, 5 * MINUTE)]
    assert minutes == sorted(set(minutes))
