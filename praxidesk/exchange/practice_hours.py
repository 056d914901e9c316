"""Hours, breaks, absences and exceptions of a practice file."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from praxidesk.engine.availability import Absence, Availability, DayException, WeeklyWindow
from praxidesk.exchange.fields import Fields
from praxidesk.exchange.texts import shown
from praxidesk.exchange.wall_times import (
    DAY_MINUTES,
    WEEKDAYS,
    day,
    end_minute_of_day,
    is_day,
    local_moment,
    minute_of_day,
)

_DAY_NAMES = {number: name for name, number in WEEKDAYS.items()}


class _Stretch(NamedTuple):
    """Part of a day, with the place in the file that it comes from."""

    of_day: int
    start: int
    end: int
    day_name: str
    fields: Fields

    def __str__(self) -> str:
        return f"{self.day_name} {_clock(self.start)}-{_clock(self.end)}"


def read_availability(fields: Fields, away: str) -> Availability:
    """Everything about time that a site or actor has; ``away`` names its absences or closures."""
    return Availability(
        hours=_weekly(fields, "hours"),
        breaks=_weekly(fields, "breaks"),
        absences=_absences(fields, away),
        exceptions=_exceptions(fields),
    )


def _weekly(fields: Fields, key: str) -> tuple[WeeklyWindow, ...]:
    """Windows in the order of the week."""
    found: list[_Stretch] = []
    windows: list[WeeklyWindow] = []
    for inner in fields.tables(key):
        weekdays = inner.choices("days", WEEKDAYS, required=True)
        stretch = _stretch(inner)
        inner.close()
        if stretch is None:
            continue
        for weekday in weekdays:
            windows.append(WeeklyWindow(weekday, *stretch))
            found.append(_Stretch(weekday, *stretch, _DAY_NAMES[weekday], inner))
    _note_overlaps(found)
    return tuple(sorted(windows))


def _stretch(fields: Fields) -> tuple[int, int] | None:
    """``from`` and ``to`` as minutes of one day; ``None`` where a fault was noted."""
    start = fields.parsed("from", minute_of_day, None, required=True)
    end = fields.parsed("to", end_minute_of_day, None, required=True)
    if start is None or end is None:
        return None
    if end <= start:
        hint = "; midnight at the end of the day is 24:00" if end == 0 else ""
        fields.fault("to", f"{_clock(end)} is not after its start {_clock(start)}{hint}")
        return None
    return start, end


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


def _exceptions(fields: Fields) -> tuple[DayException, ...]:
    found: list[_Stretch] = []
    exceptions: list[DayException] = []
    for inner in fields.tables("exceptions"):
        of_day = inner.parsed("date", day, None, required=True)
        closed = inner.flag("closed")
        if closed:
            for key in ("from", "to"):
                inner.refuse(key, "cannot stand beside closed = true")
        stretch = (0, DAY_MINUTES) if closed else _stretch(inner)
        inner.close()
        if of_day is None or stretch is None:
            continue
        exceptions.append(DayException(of_day) if closed else DayException(of_day, *stretch))
        found.append(_Stretch(of_day.toordinal(), *stretch, of_day.isoformat(), inner))
    _note_overlaps(found)
    return tuple(sorted(exceptions, key=lambda each: (each.date, each.from_minute or 0)))


def _note_overlaps(found: list[_Stretch]) -> None:
    """Note every stretch that begins before an earlier one of its day has ended."""
    last: _Stretch | None = None
    for stretch in sorted(found, key=lambda each: each[:3]):
        if last is not None and last.of_day == stretch.of_day:
            if stretch.start < last.end:
                stretch.fields.fault("", f"{stretch} overlaps {last} of {last.fields.path('')}")
            if stretch.end <= last.end:
                continue
        last = stretch


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
