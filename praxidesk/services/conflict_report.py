"""Every entry that breaks a rule today: after an absence was entered, hours changed, or data imported."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from praxidesk.engine import bulk
from praxidesk.engine.bulk import Breach
from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, Severity
from praxidesk.models import queries
from praxidesk.services.desk import Desk

DAYS_AT_ONCE = 28
_FIRST_DAY, _LAST_DAY = date(1, 1, 12), date(9999, 12, 20)
"""Days whose weeks, and the time that rules look at around them, are dates that Python has."""


def conflict_report(
    desk: Desk,
    first: date,
    last: date,
    now: int,
    *,
    actors: Sequence[ActorId] | None = None,
    warnings: bool = False,
) -> Iterator[Breach]:
    """The entries of some days, both included, that could not be booked where they are; by start, then id.

    Read four weeks at a time, with at most five statements each, however many entries there are. What only
    counts while booking (the past, notice, how far ahead) is left out.

    :param actors: only conflicts of these, and of the practice as a whole
    :param warnings: name what only warns, too
    """
    desk.refresh()
    day, last = max(first, _FIRST_DAY), min(last, _LAST_DAY)
    is_first = True
    while day <= last:
        until = min(last, day + timedelta(days=DAYS_AT_ONCE - 1))
        span = Span(desk.zone.day(day).start, desk.zone.day(until).end)
        with desk.store.read() as connection:
            entries = _around(connection, desk, span)
        for breach in bulk.breaches(desk.practice, desk.zone, entries, span, now):
            told = tuple(each for each in breach.conflicts if _is_told(each, actors, warnings=warnings))
            if told and (is_first or breach.entry.starts_at >= span.start):  # else the weeks before had it
                yield replace(breach, conflicts=told)
        day, is_first = until + timedelta(days=1), False


def _around(connection: Connection, desk: Desk, span: Span) -> tuple[Entry, ...]:
    """The entries of a span, and those around it that any rule may ask for."""
    entries = queries.entries(connection, span)
    reach = bulk.reach_of_all(desk.practice, desk.zone, [bulk.standing(each) for each in entries])
    if reach is None or (span.start <= reach.span.start and reach.span.end <= span.end):
        return entries
    return queries.entries(connection, reach.span)


def _is_told(conflict: Conflict, actors: Sequence[ActorId] | None, *, warnings: bool) -> bool:
    is_asked = actors is None or conflict.actor is None or conflict.actor in actors
    return is_asked and (warnings or conflict.severity is Severity.BLOCKING)
