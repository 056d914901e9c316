"""Weeks joined to what a view shows; the very same value as long as the weeks are the same. Pure."""

from collections.abc import Iterable, Iterator
from operator import is_

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryId
from praxidesk.worker.messages import WeekBatch

LIMIT = 16


class JoinedWeeks:
    """Remembers what was joined last, so that views see by identity that nothing is another."""

    def __init__(self) -> None:
        self._known: dict[Span, tuple[tuple[WeekBatch, ...], tuple[Entry, ...]]] = {}

    def entries(self, batches: tuple[WeekBatch, ...], span: Span) -> tuple[Entry, ...]:
        """All that touches the span, by start and then id, from weeks in their order."""
        known = self._known.get(span)
        if known is not None and len(known[0]) == len(batches) and all(map(is_, known[0], batches)):
            return known[1]
        start, end = span
        entries = tuple(
            [each for each in each_once(batches) if each.starts_at < end and start < each.ends_at]
        )
        if len(self._known) >= LIMIT:
            self._known.clear()
        self._known[span] = (batches, entries)
        return entries


def each_once(batches: Iterable[WeekBatch]) -> Iterator[Entry]:
    """The entries of weeks in their order; one that stands in two of them comes once."""
    seen: set[EntryId] = set()
    for batch in batches:
        for entry in batch.entries:
            if entry.id not in seen:
                seen.add(entry.id)
                yield entry
