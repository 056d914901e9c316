"""When a site or actor can be asked for, as local wall time: weekly hours, and what replaces them."""

from dataclasses import dataclass
from datetime import date, datetime

from praxidesk.engine.vocabulary import Weeks


@dataclass(frozen=True, slots=True, order=True)
class WeeklyWindow:
    """A stretch of one weekday, in minutes of local wall time; perhaps not of every week."""

    weekday: int
    """0 is Monday."""
    from_minute: int
    """0 to 1439."""
    to_minute: int
    """After ``from_minute``, at most 1440 (24:00)."""
    weeks: Weeks = Weeks.ALL
    """By the number of the calendar week (ISO 8601); week 1 follows week 53 too, so both are odd."""
    valid_from: date = date.min
    valid_to: date = date.max
    """The last day too."""

    def is_of(self, day: date) -> bool:
        """Whether this date has the window."""
        return (
            day.weekday() == self.weekday
            and self.valid_from <= day <= self.valid_to
            and self.weeks.include(day)
        )


@dataclass(frozen=True, slots=True)
class Absence:
    """Local time somebody is away, or a site is shut (closure)."""

    starts: datetime
    """Naive local wall time."""
    ends: datetime
    """Naive local wall time, excluded."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DayException:
    """What replaces one date's weekly hours or breaks: a window, or none all day."""

    date: date
    from_minute: int | None = None
    """``None``, with ``to_minute``, where the date has none. Several windows of one date add up."""
    to_minute: int | None = None


@dataclass(frozen=True, slots=True)
class Availability:
    """When a site or actor can be asked for: weekly hours, and what takes from or replaces them."""

    hours: tuple[WeeklyWindow, ...] = ()
    breaks: tuple[WeeklyWindow, ...] = ()
    absences: tuple[Absence, ...] = ()
    exceptions: tuple[DayException, ...] = ()
    """Of the hours."""
    break_exceptions: tuple[DayException, ...] = ()
    """Of the breaks: moved, or left out, on one date."""


ALWAYS = Availability()
"""Nothing is stated and nothing taken away."""


@dataclass(frozen=True, slots=True)
class LocalHoliday:
    """A day on which this site is closed like on a public holiday."""

    name: str
    month: int
    day: int
    year: int | None = None
    """``None`` for every year; the 29th of February then only in leap years."""
