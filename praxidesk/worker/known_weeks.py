"""Weeks as they were read last, so that what has not changed is handed on as the very same value.

Who gets a week then sees what changed by looking at identities; comparing thousands of entries by what is in
them is done here, on the store thread.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from praxidesk.engine.pauses import pausing
from praxidesk.engine.spans import Span
from praxidesk.worker.messages import WeekBatch
from praxidesk.worker.week_cache import mondays_of

LIMIT = 40
"""Weeks that are remembered; as many as the gateway keeps."""


class KnownWeeks:
    """The last reading of each week."""

    def __init__(self) -> None:
        self._weeks: OrderedDict[date, WeekBatch] = OrderedDict()
        self._fresh: set[date] = set()

    def fresh(self, monday: date, span: Span) -> WeekBatch | None:
        """The week as it was read, where nothing was told since that may have changed it."""
        known = self._weeks.get(monday) if monday in self._fresh else None
        return known if known is not None and known.span == span else None

    def touched(self, days: Iterable[date] | None) -> None:
        """Somebody changed something on these days (``None``: anywhere): their weeks must be read again."""
        if days is None:
            self._fresh.clear()
        else:
            self._fresh.difference_update(mondays_of(days))

    def renewed(self, batch: WeekBatch) -> WeekBatch:
        """The week just read, made of the entries known before where they are equal; itself if all are."""
        known = self._weeks.get(batch.monday)
        if known is not None and known.span == batch.span:
            before = {entry.id: entry for entry in known.entries}
            entries = tuple(
                old if (old := before.get(entry.id)) is not None and old == entry else entry
                for entry in pausing(batch.entries)
            )
            is_same = len(entries) == len(known.entries) and all(
                new is old for new, old in zip(entries, known.entries, strict=True)
            )
            batch = known if is_same else replace(batch, entries=entries)
        self._weeks[batch.monday] = batch
        self._fresh.add(batch.monday)
        self._weeks.move_to_end(batch.monday)
        while len(self._weeks) > LIMIT:
            self._weeks.popitem(last=False)
        return batch
