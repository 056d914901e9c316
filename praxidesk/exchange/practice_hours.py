"""Hours, breaks, absences, exceptions and local holidays of a practice file."""

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from praxidesk.engine.availability import Absence, Availability, DayException, LocalHoliday
from praxidesk.exchange.fields import Fields
from praxidesk.exchange.practice_windows import clock, read_stretch, read_weekly
from praxidesk.exchange.texts import UnreadableError, shown
from praxidesk.exchange.wall_times import DAY_MINUTES, day, is_day, local_moment

_DAY_OF_YEAR = re.compile(r"([0-9]{2})-([0-9]{2})")
_LEAP_YEAR = 2000


class _Stretch(NamedTuple):
    """Part of one date, with the place in the file that it comes from."""

    of_day: date
    start: int
    end: int
    fields: Fields

    def __str__(self) -> str:
        return f"{self.of_day} {clock(self.start)}-{clock(self.end)}"


def read_availability(fields: Fields, away: str) -> Availability:
    """Everything about time that a site or actor has; ``away`` names its absences or closures."""
    return Availability(
        hours=read_weekly(fields, "hours"),
        breaks=read_weekly(fields, "breaks"),
        absences=_absences(fields, away),
        exceptions=_exceptions(fields, "exceptions", "closed"),
        break_exceptions=_exceptions(fields, "break_exceptions", "none"),
    )


def read_local_holidays(fields: Fields, key: str) -> tuple[LocalHoliday, ...]:
    """Closed days that the region's calendar does not know: of one year, or, as ``08-08``, of every year."""
    found: dict[tuple[int, int, int], LocalHoliday] = {}
    for inner in fields.tables(key):
        parts = inner.parsed("date", _holiday_date, None, required=True)
        name = inner.text("name", required=True)
        inner.close()
        if parts is None:
            continue
        year, month, of_month = parts
        place = (month, of_month, year or 0)
        if place in found:
            inner.fault("date", f"{shown(inner.raw('date'))} stands twice")
        found[place] = LocalHoliday(name, month, of_month, year)
    return tuple(found[place] for place in sorted(found))


def _holiday_date(value: object) -> tuple[int | None, int, int]:
    """Year, or ``None`` for every year, month and day of the month."""
    match = _DAY_OF_YEAR.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        if isinstance(value, str) and value.count("-") < 2:
            raise UnreadableError(
                f"{shown(value)} is neither a date such as 2026-08-08 nor, of every year, one such as 08-08"
            )
        of_day = day(value)
        return of_day.year, of_day.month, of_day.day
    month, of_month = int(match[1]), int(match[2])
    try:
        date(_LEAP_YEAR, month, of_month)
    except ValueError:
        raise UnreadableError(f"{shown(value)} is no month and day of any year") from None
    return None, month, of_month


def _absences(fields: Fields, key: str) -> tuple[Absence, ...]:
    found: list[Absence] = []
    for inner in fields.tables(key):
        starts = inner.parsed("from", _start_of_absence, None, required=True)
        ends = inner.parsed("to", _end_of_absence, None, required=True)
        reason = inner.text("reason")
        inner.close()
        if starts is None or ends is None:
            continue
        if ends <= starts:
            begin, end = shown(inner.raw("from")), shown(inner.raw("to"))
            inner.fault("to", f"{end} is not after its start {begin}")
            continue
        found.append(Absence(starts, ends, reason))
    return tuple(sorted(found, key=lambda absence: (absence.starts, absence.ends, absence.reason)))


def _start_of_absence(value: object) -> datetime:
    return datetime.combine(day(value), time()) if is_day(value) else local_moment(value)


def _end_of_absence(value: object) -> datetime:
    """A whole day is the last one away, a moment the first one back."""
    if is_day(value):
        return datetime.combine(day(value) + timedelta(days=1), time())
    return local_moment(value)


def _exceptions(fields: Fields, key: str, without: str) -> tuple[DayException, ...]:
    """What replaces single dates; ``without`` is the flag of a date that has nothing at all."""
    found: list[_Stretch] = []
    exceptions: list[DayException] = []
    for inner in fields.tables(key):
        of_day = inner.parsed("date", day, None, required=True)
        has_nothing = inner.flag(without)
        if has_nothing:
            for end in ("from", "to"):
                inner.refuse(end, f"cannot stand beside {without} = true")
        stretch = (0, DAY_MINUTES) if has_nothing else read_stretch(inner)
        inner.close()
        if of_day is None or stretch is None:
            continue
        exceptions.append(DayException(of_day) if has_nothing else DayException(of_day, *stretch))
        found.append(_Stretch(of_day, *stretch, inner))
    _note_overlaps(found)
    return tuple(sorted(exceptions, key=lambda each: (each.date, each.from_minute or 0)))


def _note_overlaps(found: list[_Stretch]) -> None:
    """Note every stretch that begins before an earlier one of its date has ended."""
    last: _Stretch | None = None
    for stretch in sorted(found, key=lambda each: each[:3]):
        if last is not None and last.of_day == stretch.of_day:
            if stretch.start < last.end:
                stretch.fields.fault("", f"{stretch} overlaps {last} of {last.fields.path('')}")
            if stretch.end <= last.end:
                continue
        last = stretch
