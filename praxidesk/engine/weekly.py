"""Weekly windows and what replaces them on single dates, as spans of time.

Asked for every actor and every day of a search, so what a weekday has is worked out once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from praxidesk.engine.availability import DayException, WeeklyWindow
from praxidesk.engine.spans import MINUTE, Span, merged
from praxidesk.engine.vocabulary import Weeks
from praxidesk.engine.walltime import Zone

Minutes = tuple[int, int]
"""From and to in minutes of local wall time."""


@dataclass(frozen=True, slots=True)
class Day:
    """A local day, with all that its windows are asked for."""

    date: date
    weekday: int
    """0 is Monday."""
    midnight: int
    """The instant at which it starts."""
    is_plain: bool
    """Of 24 hours without a change-over."""

    def span(self, window: Minutes, zone: Zone) -> Span:
        """A window of the day as time; empty where a change-over skips all of it."""
        start, end = window
        if self.is_plain:
            return Span(self.midnight + start * MINUTE, self.midnight + end * MINUTE)
        return Span(zone.at(self.date, start), zone.at(self.date, end))


@lru_cache(maxsize=256)
def days(zone: Zone, span: Span) -> tuple[Day, ...]:
    """The days that share time with a span. Cached because each is looked at for every actor."""
    return tuple(Day(day, day.weekday(), zone.day(day).start, zone.is_plain(day)) for day in zone.days(span))


class Pattern:
    """The windows of any date."""

    def __init__(self, weekly: Iterable[WeeklyWindow], exceptions: Iterable[DayException] = ()) -> None:
        always: list[list[Minutes]] = [[] for _ in range(7)]
        self._sometimes: dict[int, list[WeeklyWindow]] = {}
        """By weekday: windows that not every week has."""
        for window in weekly:
            if window.weeks is Weeks.ALL and window.valid_from == date.min and window.valid_to == date.max:
                always[window.weekday].append((window.from_minute, window.to_minute))
            else:
                self._sometimes.setdefault(window.weekday, []).append(window)
        self._always: list[Sequence[Minutes]] = [joined(windows) for windows in always]
        self.replaced: Mapping[date, Sequence[Minutes]] = _replacements(exceptions)
        """The windows of dates that have their own; none of those on which all is left out."""

    def of(self, day: Day) -> Sequence[Minutes]:
        """The windows of a day: sorted, disjoint, those that touch joined."""
        if self.replaced and day.date in self.replaced:
            return self.replaced[day.date]
        windows = self._always[day.weekday]
        if day.weekday in self._sometimes:
            more = [
                (each.from_minute, each.to_minute)
                for each in self._sometimes[day.weekday]
                if each.is_of(day.date)
            ]
            if more:
                return joined([*windows, *more])
        return windows

    def spans(self, zone: Zone, span: Span) -> list[Span]:
        """The windows in a span of time: sorted, disjoint, those that touch joined; clipped to it."""
        found: list[Span] = []
        last: int | None = None
        for day in days(zone, span):
            for window in self.of(day):
                one = day.span(window, zone)
                start, end = one
                if last is None or start > last:
                    if start == end:
                        continue
                    found.append(one)
                    last = end
                elif end > last:  # from midnight on, like the one before it until midnight
                    found[-1] = Span(found[-1].start, end)
                    last = end
        return _clipped(found, span)


@lru_cache(maxsize=4096)
def pattern(weekly: tuple[WeeklyWindow, ...], exceptions: tuple[DayException, ...]) -> Pattern:
    """The pattern of these windows. Cached because a practice is asked far more often than changed."""
    return Pattern(weekly, exceptions)


def joined(windows: Iterable[Minutes]) -> list[Minutes]:
    """The same time as sorted, disjoint windows; those that touch are one."""
    return [(start, end) for start, end in merged(Span(*window) for window in windows)]


def _replacements(exceptions: Iterable[DayException]) -> dict[date, Sequence[Minutes]]:
    found: dict[date, list[Minutes]] = {}
    for each in exceptions:
        windows = found.setdefault(each.date, [])
        if each.from_minute is not None and each.to_minute is not None:
            windows.append((each.from_minute, each.to_minute))
    return {day: joined(windows) for day, windows in found.items()}


def _clipped(found: list[Span], bounds: Span) -> list[Span]:
    """Sorted, disjoint spans cut at the bounds: only those of the first and last days can lie beyond."""
    first, last = bounds
    while found and found[0].end <= first:
        del found[0]
    while found and found[-1].start >= last:
        del found[-1]
    if found:
        found[0] = Span(max(found[0].start, first), found[0].end)
        found[-1] = Span(found[-1].start, min(found[-1].end, last))
    return found
