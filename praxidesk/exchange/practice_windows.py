"""Stretches of the day in a practice file: those of every week, and where two of them overlap."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from praxidesk.engine.availability import WeeklyWindow
from praxidesk.engine.vocabulary import Weeks
from praxidesk.exchange.fields import Fields, words
from praxidesk.exchange.wall_times import WEEKDAYS, day, end_minute_of_day, minute_of_day

WINDOW_KEYS = ("days", "from", "to", "weeks", "valid_from", "valid_to")
MOST_WINDOWS = 2_000
"""Of one list, a day each: nobody has more, and every two of a day are compared."""

_DAY_NAMES = {number: name for name, number in WEEKDAYS.items()}
_WEEKS = words(Weeks)
_FEW_WEEKS = timedelta(days=27)
"""Four weeks that follow each other have an odd one and an even one, also around week 53."""


class _Placed(NamedTuple):
    """A window, with the place in the file that it comes from."""

    window: WeeklyWindow
    fields: Fields

    def __str__(self) -> str:
        window = self.window
        return f"{_DAY_NAMES[window.weekday]} {clock(window.from_minute)}-{clock(window.to_minute)}"


def read_weekly(fields: Fields, key: str, *, required: bool = False) -> tuple[WeeklyWindow, ...]:
    """The windows of a list of tables, in the order of the week."""
    found: list[_Placed] = []
    for inner in fields.tables(key, required=required):
        found += [_Placed(window, inner) for window in read_window(inner)]
        inner.close()
    if len(found) > MOST_WINDOWS:
        fields.fault(key, f"{len(found):,} windows are more than {MOST_WINDOWS:,}")
        return ()
    _note_overlaps(found)
    return tuple(sorted(placed.window for placed in found))


def read_window(fields: Fields) -> list[WeeklyWindow]:
    """One window on each of its days, which ``WINDOW_KEYS`` describe."""
    weekdays = fields.choices("days", WEEKDAYS, required=True)
    stretch = read_stretch(fields)
    weeks = fields.choice("weeks", _WEEKS) or Weeks.ALL
    first = fields.parsed("valid_from", day, date.min)
    last = fields.parsed("valid_to", day, date.max)
    if last < first:
        fields.fault("valid_to", f"{last} is before valid_from {first}")
        return []
    if stretch is None:
        return []
    windows = [WeeklyWindow(weekday, *stretch, weeks, first, last) for weekday in weekdays]
    for window in windows:
        if _day_of([window]) is None:
            of_weeks = "" if weeks is Weeks.ALL else f" in an {weeks} week"
            fields.fault("days", f"no {_DAY_NAMES[window.weekday]}{of_weeks} lies from {first} to {last}")
    return windows


def read_stretch(fields: Fields) -> tuple[int, int] | None:
    """``from`` and ``to`` as minutes of one day; ``None`` where a fault was noted."""
    start = fields.parsed("from", minute_of_day, None, required=True)
    end = fields.parsed("to", end_minute_of_day, None, required=True)
    if start is None or end is None:
        return None
    if end <= start:
        hint = "; midnight at the end of the day is 24:00" if end == 0 else ""
        fields.fault("to", f"{clock(end)} is not after its start {clock(start)}{hint}")
        return None
    return start, end


def clock(minute: int) -> str:
    """Minutes since midnight as people write them."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _note_overlaps(found: Iterable[_Placed]) -> None:
    """Note every window that shares time with an earlier one on some date that has both."""
    open_still: list[_Placed] = []
    for placed in sorted(found, key=lambda each: each.window):
        window = placed.window
        open_still = [
            each
            for each in open_still
            if each.window.weekday == window.weekday and each.window.to_minute > window.from_minute
        ]
        for each in open_still:
            shared = _day_of([each.window, window])
            if shared is not None:
                when = f", for instance on {shared}" if _is_limited(each.window, window) else ""
                placed.fields.fault("", f"{placed} overlaps {each} of {each.fields.path('')}{when}")
                break
        open_still.append(placed)


def _is_limited(*windows: WeeklyWindow) -> bool:
    return any(
        (each.weeks, each.valid_from, each.valid_to) != (Weeks.ALL, date.min, date.max) for each in windows
    )


def _day_of(windows: list[WeeklyWindow]) -> date | None:
    """A date that has all of these windows; of one weekday all of them."""
    first = max(each.valid_from for each in windows)
    last = min(each.valid_to for each in windows)
    if first == date.min:
        first = date(2001, 1, 1) if last == date.max else last - _FEW_WEEKS
    last = min(last, first + _FEW_WEEKS)
    for ahead in range((last - first).days + 1):
        of_day = first + timedelta(days=ahead)
        if all(each.is_of(of_day) for each in windows):
            return of_day
    return None
