"""Which weeks are on screen, which of them are out of date, and what is worth reading in advance."""

from collections.abc import Iterable
from datetime import date

from praxidesk.worker.messages import WeekBatch
from praxidesk.worker.week_cache import WeekCache, mondays_of, neighbours


class ShownWeeks:
    """The cache together with what is wanted of it; no Qt, no store."""

    def __init__(self) -> None:
        self.cache = WeekCache()
        self.shown: tuple[date, ...] = ()
        self._stale: set[date] = set()
        self.wanted = self.known = 0
        """Weeks that were to be shown so far, and how many of them could be painted at once."""

    def show(self, mondays: Iterable[date]) -> tuple[tuple[WeekBatch, ...], tuple[date, ...]]:
        """What can be painted at once, and what must be read, in the order wanted."""
        self.shown = tuple(dict.fromkeys(mondays))
        ready = tuple(batch for monday in self.shown if (batch := self._fresh(monday)) is not None)
        known = {batch.monday for batch in ready}
        self.wanted += len(self.shown)
        self.known += len(known)
        return ready, tuple(monday for monday in self.shown if monday not in known)

    def arrived(self, batch: WeekBatch) -> bool:
        """Keep what was read; whether it tells anything new."""
        self._stale.discard(batch.monday)
        return self.cache.put(batch)

    def touched(self, days: Iterable[date] | None) -> None:
        """Note a change (``None``: anywhere): shown weeks go on standing until they are read again."""
        hit = (*self.cache.mondays(), *self.shown) if days is None else mondays_of(days)
        self._stale.update(monday for monday in hit if monday in self.shown)
        self.cache.drop(monday for monday in hit if monday not in self.shown)

    def to_refresh(self) -> tuple[date, ...]:
        """Weeks on screen that are out of date."""
        return tuple(monday for monday in self.shown if monday in self._stale)

    def to_prefetch(self) -> tuple[date, ...]:
        """The neighbours of what is shown, as far as they are not known."""
        return tuple(monday for monday in neighbours(self.shown) if self._fresh(monday) is None)

    def forget(self) -> None:
        """Know nothing any more, as when the site's zone changed."""
        self.cache.clear()
        self._stale.clear()

    def _fresh(self, monday: date) -> WeekBatch | None:
        return None if monday in self._stale else self.cache.get(monday)
