"""Hours, breaks, closures and exceptions of a practice file."""

import pytest

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
    ],
)
def test_wrong_times_are_refused_with_key_and_value(lines: str, field: str, says: str) -> None:
    with pytest.raises(PracticeFileError) as refusal:
        site_with(lines)
    assert says in {error.field: error.message for error in refusal.value.errors}[field]
