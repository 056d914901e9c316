"""What a print is made of, read in a fixed number of statements."""

from datetime import date, timedelta

from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.recall import Recall
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import GONE, EntryId, Status, TypeId
from praxidesk.models import queries
from praxidesk.models.recall_queries import patients_to_recall
from praxidesk.services.desk import Desk

YEARS_AHEAD = 3
"""How far ahead a patient's other appointments are listed."""


def entries_of_days(desk: Desk, first: date, last: date) -> tuple[tuple[Entry, ...], tuple[Taken, ...]]:
    """All entries that touch some days, and who is taken by those that are not seen; two statements."""
    span = Span(desk.zone.day(first).start, desk.zone.day(last).end)
    with desk.store.read() as connection:
        if not desk.sites:
            return queries.entries(connection, span), ()
        rows, unseen = queries.rows_with_unseen(connection, span)
    return queries.entries_of(rows), unseen


def entry_with_coming(desk: Desk, wanted: EntryId, now: int) -> tuple[Entry, tuple[Entry, ...]] | None:
    """An entry and what else its patient is coming for after now; at most four statements."""
    with desk.store.read() as connection:
        entry = queries.entry(connection, wanted)
        if entry is None:
            return None
        if entry.patient is None:
            return entry, ()
        until = desk.zone.day(desk.zone.day_of(now) + timedelta(days=366 * YEARS_AHEAD)).end
        others = queries.entries(connection, Span(now, until), [entry.patient.id])
    coming = tuple(
        each
        for each in others
        if each.id != entry.id
        and each.starts_at > now
        and each.status not in GONE
        and each.status is not Status.NOSHOW
        and each.status is not Status.WAITLIST
    )
    return entry, coming


def to_recall(
    desk: Desk, type_id: TypeId, days: tuple[date, date], *, now: int, limit: int
) -> tuple[Recall, ...]:
    """Patients last here for a type from the first to the second day, with none to come; one statement."""
    span = Span(desk.zone.day(days[0]).start, desk.zone.day(days[1]).end)
    with desk.store.read() as connection:
        return patients_to_recall(connection, type_id, span, now, limit)
