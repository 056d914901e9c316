"""Dates of series: tables like a diary, dateutil, and dates that other people have written down."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import (  # type: ignore[import-untyped] # it has no types
    DAILY,
    MO,
    MONTHLY,
    WEEKLY,
    rrule,
    rrulestr,
    weekday,
)
from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.outcomes import FieldError
from praxidesk.engine.recurrence import MOST_DATES, Occurrences, days, occurrences
from praxidesk.engine.series_outcomes import MissingDate, MissingReason
from praxidesk.engine.series_requests import SeriesRule
from praxidesk.engine.vocabulary import Frequency
from praxidesk.engine.walltime import Zone

BERLIN = Zone("Europe/Berlin")
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def rule(frequency: Frequency, weekdays: str = "", **more: Any) -> SeriesRule:
    return SeriesRule(frequency, weekdays=frozenset(NAMES.index(each) for each in weekdays.split()), **more)


def found(rule: SeriesRule, start: str, zone: Zone = BERLIN) -> Occurrences:
    answer = occurrences(rule, zone, zone.instant(datetime.fromisoformat(start)))
    assert isinstance(answer, Occurrences), answer
    return answer


def walls(answer: Occurrences, zone: Zone = BERLIN) -> list[str]:
    return [zone.iso(each.starts_at)[:16] for each in answer.dates]


def short(answer: Occurrences) -> str:
    return " ".join(f"{each.day:%y-%m-%d}" for each in answer.dates)


DAILY_, WEEKLY_ = Frequency.DAILY, Frequency.WEEKLY
BY_DATE, BY_WEEKDAY, BY_LAST = (
    Frequency.MONTHLY_BY_DATE,
    Frequency.MONTHLY_BY_WEEKDAY,
    Frequency.MONTHLY_BY_LAST_WEEKDAY,
)


@pytest.mark.parametrize(
    ("rule", "start", "expected"),
    [
        pytest.param(rule(DAILY_, count=3), "2026-11-23", "26-11-23 26-11-24 26-11-25", id="daily"),
        pytest.param(
            rule(DAILY_, interval=10, count=3), "2026-12-20", "26-12-20 26-12-30 27-01-09", id="tenth"
        ),
        pytest.param(
            rule(DAILY_, until=date(2026, 11, 23)), "2026-11-23", "26-11-23", id="until-is-inclusive"
        ),
        pytest.param(rule(DAILY_, count=3), "2028-02-28", "28-02-28 28-02-29 28-03-01", id="leap-day"),
        pytest.param(rule(WEEKLY_, count=3), "2026-11-23", "26-11-23 26-11-30 26-12-07", id="weekly"),
        pytest.param(
            rule(WEEKLY_, "mon thu", count=4),
            "2026-11-24",
            "26-11-26 26-11-30 26-12-03 26-12-07",
            id="start-not-on-a-chosen-day",
        ),
        pytest.param(
            rule(WEEKLY_, "tue fri", interval=2, count=4),
            "2026-11-26",
            "26-11-27 26-12-08 26-12-11 26-12-22",
            id="every-second-week-counts-from-the-starts-week",
        ),
        pytest.param(
            rule(WEEKLY_, "sun mon", interval=2, count=4),
            "2026-11-29",
            "26-11-29 26-12-07 26-12-13 26-12-21",
            id="weeks-begin-on-monday",
        ),
        pytest.param(
            rule(WEEKLY_, interval=3, count=3), "2026-12-28", "26-12-28 27-01-18 27-02-08", id="over-week-53"
        ),
        pytest.param(
            rule(WEEKLY_, "mon sun", until=date(2027, 1, 4)),
            "2026-12-27",
            "26-12-27 26-12-28 27-01-03 27-01-04",
            id="around-week-53",
        ),
        pytest.param(
            rule(BY_DATE, count=4), "2026-10-31", "26-10-31 26-12-31 27-01-31 27-03-31", id="monthly-31st"
        ),
        pytest.param(
            rule(BY_DATE, interval=12, count=2), "2024-02-29", "24-02-29 28-02-29", id="29-february"
        ),
        pytest.param(
            rule(BY_DATE, interval=5, count=3), "2026-11-15", "26-11-15 27-04-15 27-09-15", id="fifth-month"
        ),
        pytest.param(
            rule(BY_WEEKDAY, count=3), "2026-11-24", "26-11-24 26-12-22 27-01-26", id="fourth-tuesday"
        ),
        pytest.param(
            rule(BY_WEEKDAY, count=3), "2026-11-30", "26-11-30 27-03-29 27-05-31", id="fifth-monday"
        ),
        pytest.param(
            rule(BY_WEEKDAY, count=3),
            "2026-12-14",
            "26-12-14 27-01-11 27-02-08",
            id="second-monday-the-14th",
        ),
        pytest.param(
            rule(BY_LAST, count=4), "2026-11-30", "26-11-30 26-12-28 27-01-25 27-02-22", id="last-monday"
        ),
        pytest.param(
            rule(BY_LAST, count=2), "2026-11-23", "26-11-30 26-12-28", id="start-not-on-the-last-one"
        ),
        pytest.param(
            rule(BY_LAST, until=date(2027, 1, 24)), "2026-12-28", "26-12-28", id="last-one-behind-the-end"
        ),
    ],
)
def test_dates_of_rules(rule: SeriesRule, start: str, expected: str) -> None:
    assert short(found(rule, f"{start}T09:00")) == expected


@pytest.mark.parametrize(
    ("rule", "start", "missing"),
    [
        pytest.param(rule(BY_DATE, count=4), "2026-10-31", ["2026-11", "2027-02"], id="31st"),
        pytest.param(rule(BY_DATE, count=3), "2026-12-30", ["2027-02"], id="30th"),
        pytest.param(rule(BY_DATE, count=3), "2027-12-29", [], id="29th-in-a-leap-year"),
        pytest.param(rule(BY_DATE, until=date(2027, 2, 27)), "2027-01-29", [], id="february-not-over"),
        pytest.param(rule(BY_DATE, until=date(2027, 2, 28)), "2027-01-29", ["2027-02"], id="february-over"),
        pytest.param(rule(BY_WEEKDAY, count=2), "2026-11-30", ["2026-12", "2027-01", "2027-02"], id="fifth"),
        pytest.param(rule(BY_LAST, count=20), "2026-11-30", [], id="there-is-always-a-last-one"),
        pytest.param(rule(BY_DATE, count=1), "2026-10-31", [], id="nothing-is-missed-behind-the-end"),
    ],
)
def test_months_without_the_date_are_named(rule: SeriesRule, start: str, missing: list[str]) -> None:
    said = found(rule, f"{start}T09:00").missing
    assert [f"{each.month:%Y-%m}" for each in said] == missing
    assert {each.reason for each in said} <= {MissingReason.NO_SUCH_DAY}


@pytest.mark.parametrize("clock", ["01:30", "03:00", "09:00", "15:00", "23:30"])
@pytest.mark.parametrize("start", ["2026-03-27", "2026-10-23"])
def test_the_time_on_the_wall_stays_over_a_change_of_clocks(clock: str, start: str) -> None:
    answer = found(rule(DAILY_, count=5), f"{start}T{clock}")
    assert {wall[11:] for wall in walls(answer)} == {clock}
    assert not answer.missing


def test_a_time_that_the_clocks_skip_is_named_and_not_counted() -> None:
    answer = found(rule(DAILY_, count=3), "2026-03-28T02:30")
    assert walls(answer) == ["2026-03-28T02:30", "2026-03-30T02:30", "2026-03-31T02:30"]
    day = date(2026, 3, 29)
    assert answer.missing == (MissingDate(date(2026, 3, 1), MissingReason.CLOCKS_SKIP_IT, day),)


def test_a_time_that_exists_twice_is_the_first() -> None:
    answer = found(rule(DAILY_, count=3), "2026-10-24T02:30")
    assert BERLIN.iso(answer.dates[1].starts_at) == "2026-10-25T02:30:00+02:00"


def test_a_start_at_the_second_of_two_equal_times_stays_there() -> None:
    second = BERLIN.instant(datetime(2026, 10, 25, 2, 30)) + 3600
    answer = occurrences(rule(DAILY_, count=2), BERLIN, second)
    assert isinstance(answer, Occurrences)
    assert BERLIN.iso(answer.dates[0].starts_at) == "2026-10-25T02:30:00+01:00"
    assert BERLIN.iso(answer.dates[1].starts_at) == "2026-10-26T02:30:00+01:00"


@pytest.mark.parametrize(
    ("rule", "field", "said"),
    [
        (rule(DAILY_), "series", "one of until and count"),
        (rule(DAILY_, until=date(2027, 1, 1), count=3), "series", "one of until and count"),
        (rule(DAILY_, interval=0, count=3), "series.interval", "from 1 to"),
        (rule(DAILY_, count=0), "series.count", "from 1 to 1,000"),
        (rule(DAILY_, count=1001), "series.count", "from 1 to 1,000"),
        (rule(BY_DATE, "mon", count=3), "series.weekdays", "only a weekly series"),
        (rule(DAILY_, until=date(2026, 11, 22)), "series.until", "no date from 2026-11-23 to 2026-11-22"),
        (rule(WEEKLY_, "fri", until=date(2026, 11, 26)), "series.until", "no date"),
        (rule(DAILY_, until=date(2036, 11, 24)), "series.until", "at most 10 years: to 2036-11-23"),
        (rule(DAILY_, until=date(2030, 11, 23)), "series.until", "more than 1,000 dates"),
        (rule(BY_DATE, interval=12, count=12), "series.count", "to 2036-11-23 there are 11 dates"),
    ],
)
def test_a_rule_that_cannot_be_says_why(rule: SeriesRule, field: str, said: str) -> None:
    answer = occurrences(rule, BERLIN, BERLIN.instant(datetime(2026, 11, 23, 9)))
    assert isinstance(answer, FieldError)
    assert answer.field == field
    assert said in answer.message


def test_a_thousand_dates_are_allowed() -> None:
    assert len(found(rule(DAILY_, count=MOST_DATES), "2026-11-23T09:00").dates) == MOST_DATES


def test_ten_years_from_a_leap_day_end_in_february() -> None:
    answer = found(rule(BY_DATE, until=date(2038, 2, 28)), "2028-02-29T09:00")
    assert answer.dates[-1].day == date(2038, 1, 29)


def test_no_series_goes_beyond_the_years_of_the_calendar() -> None:
    assert len(found(rule(BY_DATE, count=3), "2999-10-01T09:00").dates) == 3
    answer = occurrences(rule(BY_DATE, count=3), BERLIN, BERLIN.instant(datetime(2999, 12, 1, 9)))
    assert isinstance(answer, FieldError)
    assert answer.field == "series.count"


def brute(rule: SeriesRule, first: date, last: date) -> Iterator[date]:
    """The definition: each day by itself, asked whether it belongs."""
    day = first
    monday = first - timedelta(days=first.weekday())
    while day <= last:
        months = (day.year - first.year) * 12 + day.month - first.month
        last_of_kind = (day + timedelta(days=7)).month != day.month
        belongs = {
            DAILY_: (day - first).days % rule.interval == 0,
            WEEKLY_: day.weekday() in (rule.weekdays or {first.weekday()})
            and (day - monday).days // 7 % rule.interval == 0,
            BY_DATE: months % rule.interval == 0 and day.day == first.day,
            BY_WEEKDAY: months % rule.interval == 0
            and day.weekday() == first.weekday()
            and (day.day - 1) // 7 == (first.day - 1) // 7,
            BY_LAST: months % rule.interval == 0 and day.weekday() == first.weekday() and last_of_kind,
        }
        if belongs[rule.frequency]:
            yield day
        day += timedelta(days=1)


@st.composite
def rules(draw: st.DrawFn) -> SeriesRule:
    frequency = draw(st.sampled_from(Frequency))
    weekdays: frozenset[int] = frozenset()
    if frequency is WEEKLY_:
        weekdays = draw(st.frozensets(st.integers(0, 6)))
    return SeriesRule(frequency, draw(st.integers(1, 14)), weekdays, count=1)


FIRST_DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))


@given(rules(), FIRST_DAYS, st.integers(0, 900))
def test_rules_have_the_days_that_belong_to_them(rule: SeriesRule, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    assert [each for each in days(rule, first, last) if isinstance(each, date)] == list(
        brute(rule, first, last)
    )


def by_dateutil(rule: SeriesRule, first: date, last: date) -> list[date]:
    nth = weekday(first.weekday(), (first.day - 1) // 7 + 1)
    kinds: dict[Frequency, dict[str, Any]] = {
        DAILY_: {"freq": DAILY},
        WEEKLY_: {"freq": WEEKLY, "byweekday": sorted(rule.weekdays or {first.weekday()}), "wkst": MO},
        BY_DATE: {"freq": MONTHLY, "bymonthday": first.day},
        BY_WEEKDAY: {"freq": MONTHLY, "byweekday": nth},
        BY_LAST: {"freq": MONTHLY, "byweekday": weekday(first.weekday(), -1)},
    }
    start, end = (datetime(day.year, day.month, day.day) for day in (first, last))
    return [
        each.date()
        for each in rrule(dtstart=start, until=end, interval=rule.interval, **kinds[rule.frequency])
    ]


@given(rules(), FIRST_DAYS, st.integers(0, 2000))
def test_dateutil_has_the_same_days(rule: SeriesRule, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    ours = [each for each in days(rule, first, last) if isinstance(each, date)]
    assert ours == by_dateutil(rule, first, last)


@given(rules(), FIRST_DAYS, st.integers(0, 1439), st.integers(1, 60))
def test_series_keep_the_time_on_the_wall(rule: SeriesRule, first: date, minute: int, count: int) -> None:
    wall = datetime(first.year, first.month, first.day, minute // 60, minute % 60)
    start = BERLIN.reached(wall)
    wanted = SeriesRule(rule.frequency, rule.interval, rule.weekdays, count=count)
    answer = occurrences(wanted, BERLIN, start)
    if isinstance(answer, FieldError):
        assert "at most 10 years" in answer.message
        return
    assert len(answer.dates) == count
    time = BERLIN.local(start).time()
    for each in answer.dates:
        assert BERLIN.local(each.starts_at) == datetime.combine(each.day, time)
    assert sorted(each.day for each in answer.dates) == [each.day for each in answer.dates]


_PARTS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "WKST"}
_WORDS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def translated(parts: dict[str, str], start: date) -> SeriesRule | None:
    """An iCalendar rule as one of ours; ``None`` for what the product does not offer."""
    if not set(parts) <= _PARTS or parts.get("WKST", "MO") != "MO" or "FREQ" not in parts:
        return None
    until = parts.get("UNTIL")
    ends: dict[str, Any] = {"interval": int(parts.get("INTERVAL", 1))}
    if until is not None:
        ends["until"] = datetime.strptime(until[:8], "%Y%m%d").date()
    if "COUNT" in parts:
        ends["count"] = int(parts["COUNT"])
    by_day = parts.get("BYDAY", "").split(",") if "BYDAY" in parts else []
    match parts["FREQ"]:
        case "DAILY" if not by_day and "BYMONTHDAY" not in parts:
            return SeriesRule(DAILY_, **ends)
        case "WEEKLY" if set(by_day) <= set(_WORDS) and "BYMONTHDAY" not in parts:
            return SeriesRule(WEEKLY_, weekdays=frozenset(map(_WORDS.index, by_day)), **ends)
        case "MONTHLY" if not by_day and parts.get("BYMONTHDAY", str(start.day)) == str(start.day):
            return SeriesRule(BY_DATE, **ends)
        case "MONTHLY" if by_day == [f"-1{_WORDS[start.weekday()]}"] and "BYMONTHDAY" not in parts:
            return SeriesRule(BY_LAST, **ends)
        case "MONTHLY" if by_day == [f"{(start.day - 1) // 7 + 1}{_WORDS[start.weekday()]}"]:
            return None if "BYMONTHDAY" in parts else SeriesRule(BY_WEEKDAY, **ends)
    return None


@pytest.mark.shared_data
def test_dates_written_by_people_are_the_same(shared_data: Path) -> None:
    text = (shared_data / "ics" / "recurrence" / "icalnet__RecurrenceTestCases.txt").read_text("utf-8-sig")
    compared = 0
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        values = dict(
            line.split(":", 1) for line in block.splitlines() if ":" in line and not line.startswith("#")
        )
        if not {"RRULE", "DTSTART", "INSTANCES"} <= set(values) or "START-AT" in values:
            continue
        start = datetime.strptime(values["DTSTART"][:8], "%Y%m%d").date()
        parts = dict(part.split("=", 1) for part in values["RRULE"].split(";"))
        wanted = translated(parts, start)
        if wanted is None or (wanted.until is None) == (wanted.count is None):
            continue
        expected = [datetime.strptime(each[:8], "%Y%m%d").date() for each in values["INSTANCES"].split(",")]
        assert [each.day for each in found(wanted, f"{start}T09:00").dates] == expected, block
        compared += 1
    assert compared, "the file holds one at least that the product offers"


@pytest.mark.shared_data
def test_rules_of_other_calendars_give_the_dates_that_dateutil_finds(shared_data: Path) -> None:
    compared = 0
    for path in sorted((shared_data / "ics" / "files").glob("*.ics")):
        text = re.sub(r"\r?\n[ \t]", "", path.read_text("utf-8-sig", errors="replace"))
        for event in re.findall(r"BEGIN:VEVENT(.*?)END:VEVENT", text, re.DOTALL):
            told = re.search(r"^RRULE:(.+?)\r?$", event, re.MULTILINE)
            began = re.search(r"^DTSTART[^:\n]*:(\d{8})", event, re.MULTILINE)
            if told is None or began is None:
                continue
            start = datetime.strptime(began[1], "%Y%m%d")
            parts = dict(part.split("=", 1) for part in told[1].split(";") if part)
            parts.pop("COUNT", None)
            parts.pop("UNTIL", None)
            ours = translated(parts, start.date())
            if ours is None:
                continue
            last = start + timedelta(days=1500)
            rest = ";".join(f"{name}={value}" for name, value in parts.items())
            theirs = rrulestr(rest, dtstart=start).between(start, last, inc=True)
            found_days = [day for day in days(ours, start.date(), last.date()) if isinstance(day, date)]
            assert found_days == [each.date() for each in theirs], (path.name, told[1])
            compared += 1
    assert compared >= 10
