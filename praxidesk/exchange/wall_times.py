"""Dates and times of day as people and programs write them, strictly."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from praxidesk.exchange.texts import UnreadableError, shown

FIRST_YEAR = 1900
LAST_YEAR = 2999
DAY_MINUTES = 1440

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MINUTE = re.compile(r"([0-9]{2}):([0-9]{2})")
_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})?"
)
WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}


def day(value: object) -> date:
    """A date of the calendar, ``2026-11-23`` or a TOML date."""
    return _from_year(FIRST_YEAR, calendar_day(value), value)


def birth_day(value: object) -> date:
    """A date of birth; old registers hold people born before ``FIRST_YEAR``."""
    return _from_year(1800, calendar_day(value), value)


def calendar_day(value: object) -> date:
    """A date of any year."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    match = _DATE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise UnreadableError(f"{shown(value)} is no date such as 2026-11-23")
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise UnreadableError(f"{shown(value)} is no day of the calendar") from None


def minute_of_day(value: object) -> int:
    """Minutes since midnight of a time that can begin something, ``00:00`` to ``23:59``."""
    minute = end_minute_of_day(value)
    if minute == DAY_MINUTES:
        raise UnreadableError(f"{shown(value)} can only be an end; the day begins at 00:00")
    return minute


def end_minute_of_day(value: object) -> int:
    """Minutes since midnight of a time that can end something, at most ``24:00``."""
    if isinstance(value, time):
        if value.second or value.microsecond:
            raise UnreadableError(f"{shown(value)} is no whole minute")
        return value.hour * 60 + value.minute
    match = _MINUTE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise UnreadableError(f"{shown(value)} is no time of day such as 08:30")
    hour, minute = int(match[1]), int(match[2])
    if minute > 59 or hour * 60 + minute > DAY_MINUTES:
        raise UnreadableError(f"{shown(value)} is no time of day from 00:00 to 24:00")
    return hour * 60 + minute


def moment(value: object) -> datetime:
    """A whole minute as strict ISO 8601: naive without offset, aware with one."""
    match = _MOMENT.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise UnreadableError(
            f"{shown(value)} is no moment such as 2026-11-23T09:00 or 2026-11-23T09:00+01:00"
        )
    of_day = day(match[1])
    hour, minute, second = int(match[2]), int(match[3]), int(match[4] or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise UnreadableError(f"{shown(value)} names no time of day from 00:00 to 23:59")
    if second or int(match[5] or 0):
        raise UnreadableError(f"{shown(value)} is no whole minute")
    found = datetime(of_day.year, of_day.month, of_day.day, hour, minute)
    return found if match[6] is None else found.replace(tzinfo=_offset(match[6], value))


def local_moment(value: object) -> datetime:
    """A whole minute of local wall time, without offset: text or a TOML date-time."""
    if isinstance(value, datetime):
        if value.second or value.microsecond:
            raise UnreadableError(f"{shown(value)} is no whole minute")
        found = value
        _from_year(FIRST_YEAR, value.date(), value)
    else:
        found = moment(value)
    if found.tzinfo is not None:
        raise UnreadableError(f"{shown(value)} has an offset; the site's wall time is meant")
    return found


def is_day(value: object) -> bool:
    """Whether a value means a whole day rather than a moment, to choose the reader."""
    if isinstance(value, str):
        return "T" not in value
    return not isinstance(value, datetime)


def _offset(text: str, value: object) -> timezone:
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[4:6])
    if hours > 18 or minutes > 59:
        raise UnreadableError(f"{shown(value)} has an offset that no clock on earth has")
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)


def _from_year(first: int, found: date, value: object) -> date:
    if not first <= found.year <= LAST_YEAR:
        raise UnreadableError(f"{shown(value)} is not in the years {first} to {LAST_YEAR}")
    return found
