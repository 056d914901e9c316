"""All entries of some days, in order, however many there are."""

from collections.abc import Iterator
from datetime import date, timedelta

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryKind
from praxidesk.engine.walltime import FIRST_DAY, LAST_DAY
from praxidesk.models import queries
from praxidesk.services.desk import Desk

DAYS_AT_ONCE = 28


def agenda(
    desk: Desk, first: date, last: date, *, actor: ActorId | None = None, blockouts: bool = False
) -> Iterator[Entry]:
    """Every entry that touches the days, both included, of every status; ordered by start, then id.

    Read four weeks at a time, each in a transaction that is over before the first of them is handed out:
    constant memory, and a reader who dawdles keeps nobody from booking.
    """
    day, last = max(first, FIRST_DAY), min(last, LAST_DAY)
    actors = None if actor is None else (actor,)
    is_first = True
    while day <= last:
        until = last if (last - day).days < DAYS_AT_ONCE else day + timedelta(days=DAYS_AT_ONCE - 1)
        span = Span(desk.zone.day(day).start, desk.zone.day(until).end)
        with desk.store.read() as connection:
            entries = queries.entries(connection, span, actors)
        for entry in entries:
            if entry.kind is EntryKind.BLOCKOUT and not blockouts:
                continue
            if is_first or entry.starts_at >= span.start:  # else the weeks before had it
                yield entry
        day, is_first = until + timedelta(days=1), False
