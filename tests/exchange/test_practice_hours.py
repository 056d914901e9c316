"""Hours, breaks, closures and exceptions of a practice file."""

from datetime import date

import pytest

from praxidesk.engine.availability import DayException, LocalHoliday, WeeklyWindow
from praxidesk.engine.vocabulary import Weeks
from praxidesk.exchange.practice_file import PracticeFile, PracticeFileError, read

SITE = '[site]\ncode = "M"\nname = "Mitte"\ntimezone = "Europe/Berlin"\n'


def site_with(line: str) -> PracticeFile:
    return read(SITE + line)


def test_toml_dates_and_times_are_taken_like_texts() -> None:
    texts = site_with(
        'hours = [{ days = ["mon"], from = "07:00", to = "18:30" }]\n'
        'closures = [{ from = "2026-12-24", to = "2026-12-26T10:00" }]\n'
        'exceptions = [{ date = "2026-10-31", closed = true }]'
    )
    literals = site_with(
        'hours = [{ days = ["mon"], from = 07:00:00, to = 18:30:00 }]\n'
        "closures = [{ from = 2026-12-24, to = 2026-12-26T10:00:00 }]\n"
        "exceptions = [{ date = 2026-10-31, closed = true }]"
    )
    assert texts == literals


def test_windows_that_touch_are_no_overlap() -> None:
    practice = site_with(
        'hours = [{ days = ["mon"], from = "08:00", to = "12:00" },'
        ' { days = ["mon"], from = "12:00", to = "24:00" },'
        ' { days = ["tue"], from = "00:00", to = "02:00" }]'
    )
    assert practice.site is not None
    assert len(practice.site.availability.hours) == 3


def test_weeks_and_validity_are_read() -> None:
    practice = site_with(
        'hours = [{ days = ["mon"], from = "08:00", to = "12:00", weeks = "odd" },'
        ' { days = ["mon"], from = "09:00", to = "13:00", weeks = "even", valid_to = "2026-12-31" },'
        ' { days = ["mon"], from = "10:00", to = "14:00", weeks = "even", valid_from = 2027-01-01 }]'
    )
    assert practice.site is not None
    assert practice.site.availability.hours == (
        WeeklyWindow(0, 480, 720, Weeks.ODD),
        WeeklyWindow(0, 540, 780, Weeks.EVEN, valid_to=date(2026, 12, 31)),
        WeeklyWindow(0, 600, 840, Weeks.EVEN, valid_from=date(2027, 1, 1)),
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param('weeks = "odd"', 'weeks = "even"', id="odd-and-even-weeks"),
        pytest.param('valid_to = "2026-08-31"', 'valid_from = "2026-09-01"', id="one-season-after-the-other"),
        # From Tuesday 1 to Sunday 6 September 2026 there is no Monday.
        pytest.param('valid_to = "2026-09-06"', 'valid_from = "2026-09-01"', id="no-monday-in-common"),
        # 2026-12-28 begins week 53, 2027-01-04 week 1: two odd weeks.
        pytest.param(
            'weeks = "even"', 'valid_from = "2026-12-28", valid_to = "2027-01-04"', id="around-week-53"
        ),
    ],
)
def test_windows_that_never_meet_are_no_overlap(first: str, second: str) -> None:
    window = '{ days = ["mon"], from = "08:00", to = "12:00"'
    practice = site_with(f"hours = [{window}, {first} }}, {window}, {second} }}]")
    assert practice.site is not None
    assert len(practice.site.availability.hours) == 2


def test_a_break_may_be_moved_or_left_out_on_one_date() -> None:
    practice = site_with(
        'break_exceptions = [{ date = "2026-11-25", none = true },'
        ' { date = 2026-11-24, from = "13:00", to = "13:30" }]'
    )
    assert practice.site is not None
    assert practice.site.availability.break_exceptions == (
        DayException(date(2026, 11, 24), 780, 810),
        DayException(date(2026, 11, 25)),
    )


def test_local_holidays_are_of_one_year_or_of_every_year() -> None:
    practice = site_with(
        'local_holidays = [{ date = 2027-08-08, name = "Jubiläum" }, { date = "02-29", name = "Schalttag" },'
        ' { date = "08-08", name = "Friedensfest" }]'
    )
    assert practice.site is not None
    assert practice.site.local_holidays == (
        LocalHoliday("Schalttag", 2, 29),
        LocalHoliday("Friedensfest", 8, 8),
        LocalHoliday("Jubiläum", 8, 8, 2027),
    )


@pytest.mark.parametrize(
    ("lines", "field", "says"),
    [
        pytest.param("foo = 1", "site.foo", "unknown key", id="unknown-key"),
        pytest.param("[sitte]", "sitte", "unknown key", id="unknown-table"),
        pytest.param('hours = "always"', "site.hours", '"always" is no list', id="hours-no-list"),
        pytest.param("hours = [3]", "site.hours[0]", "3 is not made of keys", id="hours-no-table"),
        pytest.param(
            'hours = [{ days = [], from = "08:00", to = "09:00" }]',
            "site.hours[0].days",
            "empty",
            id="no-day",
        ),
        pytest.param(
            'hours = [{ days = ["Mon"], from = "08:00", to = "09:00" }]',
            "site.hours[0].days[0]",
            '"Mon" is none of mon, tue',
            id="unknown-day",
        ),
        pytest.param(
            'hours = [{ days = ["mon", "mon"], from = "08:00", to = "09:00" }]',
            "site.hours[0].days[1]",
            "stands twice",
            id="day-twice",
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = "08:00" }]', "site.hours[0].to", "is missing", id="no-end"
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = "08:00", to = "08:00" }]',
            "site.hours[0].to",
            "08:00 is not after its start 08:00",
            id="empty-window",
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = "20:00", to = "00:00" }]',
            "site.hours[0].to",
            "the end of the day is 24:00",
            id="over-midnight",
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = "24:00", to = "24:00" }]',
            "site.hours[0].from",
            "can only be an end",
            id="begins-at-24",
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = "8:00", to = "09:00" }]',
            "site.hours[0].from",
            '"8:00" is no time of day such as 08:30',
            id="one-digit-hour",
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = "08:00", to = "24:01" }]',
            "site.hours[0].to",
            "from 00:00 to 24:00",
            id="after-24",
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = "08:60", to = "10:00" }]',
            "site.hours[0].from",
            "08:60",
            id="minute-60",
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = 08:00:30, to = "10:00" }]',
            "site.hours[0].from",
            "no whole minute",
            id="seconds",
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = "08:00", to = "12:00" },'
            ' { days = ["tue", "mon"], from = "11:59", to = "13:00" }]',
            "site.hours[1]",
            "mon 11:59-13:00 overlaps mon 08:00-12:00 of site.hours[0]",
            id="overlapping-hours",
        ),
        pytest.param(
            'breaks = [{ days = ["mon"], from = "08:00", to = "12:00" },'
            ' { days = ["mon"], from = "09:00", to = "10:00" }]',
            "site.breaks[1]",
            "overlaps",
            id="break-inside-break",
        ),
        pytest.param('holidays = "DE-XX"', "site.holidays", '"DE-XX" is no region', id="unknown-region"),
        pytest.param('holidays = "DE-"', "site.holidays", '"DE-" is no region', id="no-subdivision"),
        pytest.param('holidays = "Bavaria"', "site.holidays", '"Bavaria" is no region', id="unknown-country"),
        pytest.param("holidays = 3", "site.holidays", "3 is no text", id="region-no-text"),
        pytest.param(
            'closures = [{ from = "2026-12-24", to = "2026-12-23" }]',
            "site.closures[0].to",
            '"2026-12-23" is not after its start "2026-12-24"',
            id="closure-ends-first",
        ),
        pytest.param(
            'closures = [{ from = "2026-12-24T10:00", to = "2026-12-24T10:00" }]',
            "site.closures[0].to",
            "not after",
            id="empty-closure",
        ),
        pytest.param(
            'closures = [{ from = "2027-02-29", to = "2027-03-01" }]',
            "site.closures[0].from",
            '"2027-02-29" is no day of the calendar',
            id="leap-day-of-a-common-year",
        ),
        pytest.param(
            'closures = [{ from = "2026-12-24T10:00+01:00", to = "2026-12-25" }]',
            "site.closures[0].from",
            "has an offset",
            id="closure-with-offset",
        ),
        pytest.param(
            'closures = [{ from = "0026-12-24", to = "2026-12-25" }]',
            "site.closures[0].from",
            "years 1900 to 2999",
            id="year-26",
        ),
        pytest.param(
            'exceptions = [{ date = "2026-12-24" }]',
            "site.exceptions[0].from",
            "is missing",
            id="bare-exception",
        ),
        pytest.param(
            'exceptions = [{ date = "2026-12-24", closed = true, from = "08:00", to = "09:00" }]',
            "site.exceptions[0].from",
            "cannot stand beside closed",
            id="closed-with-window",
        ),
        pytest.param(
            'exceptions = [{ date = "2026-12-24", closed = true },'
            ' { date = "2026-12-24", from = "08:00", to = "09:00" }]',
            "site.exceptions[1]",
            "2026-12-24 08:00-09:00 overlaps",
            id="closed-and-open",
        ),
        pytest.param(
            'exceptions = [{ date = "2026-12-24", closed = 1 }]',
            "site.exceptions[0].closed",
            "1 is neither true nor false",
            id="closed-is-a-number",
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = "08:00", to = "09:00", weeks = "1" }]',
            "site.hours[0].weeks",
            '"1" is none of all, odd, even',
            id="unknown-weeks",
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = "08:00", to = "09:00", valid_from = "2027-02-29" }]',
            "site.hours[0].valid_from",
            "no day of the calendar",
            id="valid-from-no-day",
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = "08:00", to = "09:00",'
            ' valid_from = "2026-09-02", valid_to = "2026-09-01" }]',
            "site.hours[0].valid_to",
            "2026-09-01 is before valid_from 2026-09-02",
            id="valid-to-before-from",
        ),
        pytest.param(
            'hours = [{ days = ["tue", "mon"], from = "08:00", to = "09:00",'
            ' valid_from = "2026-09-01", valid_to = "2026-09-06" }]',
            "site.hours[0].days",
            "no mon lies from 2026-09-01 to 2026-09-06",
            id="never-a-monday",
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = "08:00", to = "09:00", weeks = "even",'
            ' valid_from = "2026-12-28", valid_to = "2027-01-10" }]',
            "site.hours[0].days",
            "no mon in an even week lies from 2026-12-28 to 2027-01-10",
            id="weeks-53-and-1-are-both-odd",
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = "08:00", to = "12:00", weeks = "odd" },'
            ' { days = ["mon"], from = "11:00", to = "13:00", valid_from = "2026-12-28" }]',
            "site.hours[1]",
            "mon 11:00-13:00 overlaps mon 08:00-12:00 of site.hours[0], for instance on 2026-12-28",
            id="overlap-in-odd-weeks",
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = "08:00", to = "12:00", valid_to = "2026-08-31" },'
            ' { days = ["mon"], from = "08:00", to = "12:00", valid_from = "2026-08-31" }]',
            "site.hours[1]",
            "for instance on 2026-08-31",
            id="overlap-on-the-day-of-change",
        ),
        pytest.param(
            'hours = [{ days = ["mon"], from = "08:00", to = "17:00", weeks = "odd" },'
            ' { days = ["mon"], from = "09:00", to = "10:00", weeks = "even" },'
            ' { days = ["mon"], from = "16:00", to = "18:00", weeks = "odd" }]',
            "site.hours[2]",
            "mon 16:00-18:00 overlaps mon 08:00-17:00 of site.hours[0]",
            id="overlap-past-a-window-of-other-weeks",
        ),
        pytest.param(
            "hours = ["
            + ", ".join(['{ days = ["mon", "tue"], from = "08:00", to = "09:00", weeks = "odd" }'] * 1001)
            + "]",
            "site.hours",
            "2,002 windows are more than 2,000",
            id="a-flood-of-windows",
        ),
        pytest.param(
            'break_exceptions = [{ date = "2026-12-24", none = true, from = "08:00", to = "09:00" }]',
            "site.break_exceptions[0].to",
            "cannot stand beside none",
            id="no-break-with-a-time",
        ),
        pytest.param(
            'break_exceptions = [{ date = "2026-12-24", closed = true }]',
            "site.break_exceptions[0].closed",
            "unknown key",
            id="a-break-is-not-closed",
        ),
        pytest.param(
            'break_exceptions = [{ date = "2026-12-24", from = "08:00", to = "09:00" },'
            ' { date = "2026-12-24", from = "08:59", to = "09:30" }]',
            "site.break_exceptions[1]",
            "2026-12-24 08:59-09:30 overlaps",
            id="two-moved-breaks-overlap",
        ),
        pytest.param(
            'local_holidays = [{ date = "02-30", name = "X" }]',
            "site.local_holidays[0].date",
            '"02-30" is no month and day of any year',
            id="holiday-30-february",
        ),
        pytest.param(
            'local_holidays = [{ date = "2027-02-29", name = "X" }]',
            "site.local_holidays[0].date",
            '"2027-02-29" is no day of the calendar',
            id="holiday-29-february-of-a-common-year",
        ),
        pytest.param(
            'local_holidays = [{ date = "8.8.", name = "X" }]',
            "site.local_holidays[0].date",
            "one such as 08-08",
            id="holiday-as-people-write-it",
        ),
        pytest.param(
            'local_holidays = [{ date = "08-08" }]',
            "site.local_holidays[0].name",
            "is missing",
            id="holiday-without-a-name",
        ),
        pytest.param(
            'local_holidays = [{ date = "08-08", name = "X" }, { date = "08-08", name = "Y" }]',
            "site.local_holidays[1].date",
            '"08-08" stands twice',
            id="holiday-twice",
        ),
    ],
)
def test_wrong_times_are_refused_with_key_and_value(lines: str, field: str, says: str) -> None:
    with pytest.raises(PracticeFileError) as refusal:
        site_with(lines)
    assert says in {error.field: error.message for error in refusal.value.errors}[field]
