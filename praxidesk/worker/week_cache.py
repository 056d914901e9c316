"""The weeks that were shown lately, and which weeks a change touches."""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date, timedelta

from praxidesk.engine.spans import Span
from praxidesk.engine.walltime import Zone
from praxidesk.worker.messages import WeekBatch

WEEK = timedelta(days=7)
_MOST_WEEKS = 6
"""So many at the most are read beforehand on each side: those of a month."""


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def mondays_of(days: Iterable[date]) -> tuple[date, ...]:
    """The Mondays of the weeks these days lie in, sorted, each once."""
    return tuple(sorted({monday_of(day) for day in days}))


def week_span(zone: Zone, monday: date) -> Span:
    """Monday 00:00 to the next Monday 00:00, wall time."""
    return Span(zone.at(monday, 0), zone.at(monday + WEEK, 0))


def neighbours(mondays: Iterable[date]) -> tuple[date, ...]:
    """One page after and before the shown weeks, the nearest first, later before earlier."""
    shown = sorted(mondays)
    if not shown:
        return ()
    steps = range(1, min(len(shown), _MOST_WEEKS) + 1)
    return tuple(day for step in steps for day in (shown[-1] + step * WEEK, shown[0] - step * WEEK))


class WeekCache:
    """Weeks by their Mondays; the least recently used falls out beyond ``limit``."""

    def __init__(self, limit: int = 40) -> None:
        self._limit = limit
        self._weeks: OrderedDict[date, WeekBatch] = OrderedDict()

    def __contains__(self, monday: date) -> bool:
        """Whether the week is kept."""
        return monday in self._weeks

    def __len__(self) -> int:
        """Weeks kept."""
        return len(self._weeks)

    def get(self, monday: date) -> WeekBatch | None:
        """The week, which thereby counts as used."""
        batch = self._weeks.get(monday)
        if batch is not None:
            self._weeks.move_to_end(monday)
        return batch

    def put(self, batch: WeekBatch) -> bool:
        """Keep the week; whether it is another than was known. Unchanged ones come as the very same value."""
        is_news = self._weeks.get(batch.monday) is not batch
        self._weeks[batch.monday] = batch
        self._weeks.move_to_end(batch.monday)
        while len(self._weeks) > self._limit:
            self._weeks.popitem(last=False)
        return is_news

    def drop(self, mondays: Iterable[date]) -> None:
        """Forget these weeks."""
        for monday in mondays:
            self._weeks.pop(monday, None)

    def mondays(self) -> tuple[date, ...]:
        """What is kept, least recently used first."""
        return tuple(self._weeks)

    def clear(self) -> None:
        """Forget everything."""
        self._weeks.clear()
