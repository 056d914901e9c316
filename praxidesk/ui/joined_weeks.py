"""Weeks joined to what a view shows; the very same value as long as the weeks are the same. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain
from operator import is_

from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.newest import Newest
from praxidesk.worker.messages import WeekBatch

LIMIT = 16
_MOST_WEEKS = 48


class JoinedWeeks:
    """Remembers what was joined last, so that views see by identity that nothing is another."""

    def __init__(self) -> None:
        self._known: Newest[Span, tuple[tuple[WeekBatch, ...], tuple[Entry, ...]]] = Newest(LIMIT)
        self._ids: Newest[date, tuple[WeekBatch, Mapping[EntryId, Entry]]] = Newest(_MOST_WEEKS)
        self._own: tuple[tuple[WeekBatch, ...], list[Sequence[Entry]]] = ((), [])
        """Of the weeks asked for last: views, counts and details ask for the same ones."""

    def entries(self, batches: tuple[WeekBatch, ...], span: Span) -> tuple[Entry, ...]:
        """All that touches the span, by start and then id, from weeks in their order."""
        known = self._known.get(span)
        if known is not None and len(known[0]) == len(batches) and all(map(is_, known[0], batches)):
            return known[1]
        start, end = span
        joined: list[Entry] = []
        for batch, own in zip(batches, self.own(batches), strict=True):
            if span.contains(batch.span) or not own:
                joined += own
            else:
                joined += [each for each in own if each.starts_at < end and start < each.ends_at]
        entries = tuple(joined)
        self._known[span] = (batches, entries)
        return entries

    @staticmethod
    def unseen(batches: tuple[WeekBatch, ...], span: Span) -> tuple[Taken, ...]:
        """What of the span is taken by entries that the login does not see; over midnight some is in two."""
        found = chain.from_iterable(batch.unseen for batch in batches if batch.unseen)
        return tuple(dict.fromkeys(each for each in found if each.span.overlaps(span)))

    def entry(self, batches: Sequence[WeekBatch], wanted: EntryId) -> Entry | None:
        """One of them; of the first week that has it."""
        for batch in batches:
            found = self._by_id(batch).get(wanted)
            if found is not None:
                return found
        return None

    def own(self, batches: Sequence[WeekBatch]) -> list[Sequence[Entry]]:
        """The entries of each week that none before it has: over midnight, some stand in two."""
        known, result = self._own
        if len(known) == len(batches) and all(map(is_, known, batches)):
            return result
        result = []
        seen: set[EntryId] = set()
        for batch in batches:
            ids = self._by_id(batch).keys()
            is_apart = seen.isdisjoint(ids)
            result.append(
                batch.entries if is_apart else [each for each in batch.entries if each.id not in seen]
            )
            seen |= ids
        self._own = tuple(batches), result
        return result

    def _by_id(self, batch: WeekBatch) -> Mapping[EntryId, Entry]:
        known = self._ids.get(batch.monday)
        if known is not None and known[0] is batch:
            return known[1]
        found = {each.id: each for each in batch.entries}
        self._ids[batch.monday] = batch, found
        return found
