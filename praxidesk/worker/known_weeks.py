"""Weeks as they were read last, so that what has not changed is handed on as the very same value.

Who gets a week then sees what changed by looking at identities; comparing thousands of entries by what is in
them is done here, on the store thread.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from operator import itemgetter

from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.pauses import pausing
from praxidesk.engine.spans import Span
from praxidesk.engine.walltime import Zone
from praxidesk.worker.messages import WeekBatch
from praxidesk.worker.week_cache import monday_of

LIMIT = 40
"""Weeks that are remembered; as many as the gateway keeps."""
MOST_DAYS = 3
"""From the first day changed to the last: more is read with its whole week."""


class KnownWeeks:
    """The last reading of each week."""

    def __init__(self) -> None:
        self._weeks: OrderedDict[date, WeekBatch] = OrderedDict()
        self._touched: dict[date, set[date] | None] = {}
        """Of each week, the days on which something changed since it was read; ``None``: any day."""

    def fresh(self, monday: date, span: Span) -> WeekBatch | None:
        """The week as it was read, where nothing was told since that may have changed it."""
        known = self._weeks.get(monday)
        return known if known is not None and known.span == span and monday not in self._touched else None

    def outdated(self, monday: date, span: Span, zone: Zone) -> Span:
        """What of a week must be read: a few days where only they have changed since, else all of it."""
        known, days = self._weeks.get(monday), self._touched.get(monday)
        if known is None or known.span != span or not days:
            return span
        first, last = min(days), max(days)
        if (last - first).days >= MOST_DAYS:
            return span
        return Span(zone.day(first).start, zone.day(last).end)

    def touched(self, days: Iterable[date] | None) -> None:
        """Somebody changed something on these days (``None``: anywhere): their weeks must be read again."""
        if days is None:
            self._touched = dict.fromkeys(self._weeks)
            return
        for day in days:
            touched = self._touched.setdefault(monday_of(day), set())
            if touched is not None:
                touched.add(day)

    def renewed(self, batch: WeekBatch, part: Span | None = None) -> WeekBatch:
        """The week just read, made of the entries known before where they are equal; itself if all are.

        :param part: only this was read, as ``outdated`` told; what touches nothing of it is as it was
        """
        known = self._weeks.get(batch.monday)
        if part is not None and part != batch.span and known is not None:
            unseen = _with_the_unseen_rest(known, batch.unseen, part)
            batch = replace(batch, entries=_with_the_rest(known, batch.entries, part), unseen=unseen)
        if known is not None and known.span == batch.span:
            before = {entry.id: entry for entry in known.entries}
            entries = tuple(
                old if (old := before.get(entry.id)) is not None and old == entry else entry
                for entry in pausing(batch.entries)
            )
            is_same = len(entries) == len(known.entries) and all(
                new is old for new, old in zip(entries, known.entries, strict=True)
            )
            is_same = is_same and batch.unseen == known.unseen
            batch = known if is_same else replace(batch, entries=entries)
        self._weeks[batch.monday] = batch
        self._touched.pop(batch.monday, None)
        self._weeks.move_to_end(batch.monday)
        while len(self._weeks) > LIMIT:
            self._touched.pop(self._weeks.popitem(last=False)[0], None)
        return batch


def _with_the_rest(known: WeekBatch, read: tuple[Entry, ...], part: Span) -> tuple[Entry, ...]:
    """Entries of a part, and of the week all that stood outside of it and did not come into it."""
    inside = {entry.id for entry in read}
    rest = (
        entry
        for entry in known.entries
        if not (entry.starts_at < part.end and part.start < entry.ends_at) and entry.id not in inside
    )
    return tuple(sorted((*rest, *read), key=lambda entry: (entry.starts_at, entry.id)))


def _with_the_unseen_rest(known: WeekBatch, read: tuple[Taken, ...], part: Span) -> tuple[Taken, ...]:
    if not known.unseen:
        return read
    rest = [each for each in known.unseen if not each.span.overlaps(part)]
    return tuple(sorted((*rest, *read), key=itemgetter(1, 2, 0, 3)))
