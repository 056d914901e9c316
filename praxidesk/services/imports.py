"""Importing a foreign table: every row through the one way to book, some rows a commit.

Rows carry keys of their own, so an import that stopped halfway is simply run again: what is in the
calendar answers as it did, and is not booked twice.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from sqlalchemy import Connection

from praxidesk.engine.outcomes import Done, Outcome, Refused
from praxidesk.engine.vocabulary import EntryId
from praxidesk.exchange.csv_rows import MappedRow, RowMapper
from praxidesk.exchange.csv_table import Table
from praxidesk.models import writes
from praxidesk.models.patient_records import patients_by_number
from praxidesk.models.request_keys import booking_keys
from praxidesk.models.store import Deadlock, KeyTaken, NumberTaken, OverlapRefused
from praxidesk.services.booking import book, book_in
from praxidesk.services.desk import Desk
from praxidesk.services.shared_look import SharedLook, locked_for
from praxidesk.services.transactions import Overtaken

BATCH_ROWS = 100
"""A commit each: enough to spare the disk, few enough that other desks wait no longer than they notice."""

Clock = Callable[[], int]


class PatientFate(StrEnum):
    """What became of the patient that a row brings along."""

    ADDED = "added"
    KNOWN = "known"
    """The number is in use: the patient stays as stored."""


@dataclass(frozen=True, slots=True)
class RowResult:
    """What became of one row."""

    row: MappedRow
    outcome: Outcome | None = None
    """Of its booking; ``None`` where it has none."""
    patient: PatientFate | None = None
    keys: Mapping[EntryId, str] = field(default_factory=dict)
    """Keys under which the entries that speak against it were booked."""


def import_table(
    desk: Desk, table: Table, mapper: RowMapper, now: Clock, *, batch_rows: int = BATCH_ROWS
) -> Iterator[RowResult]:
    """Book the rows in the order of the table; results come after the commit that makes them last.

    :raises TableError: what was yielded is saved, the rest cannot be read
    :raises StoreUnavailable: what was yielded is saved, the rest is not
    """
    records = table.records()
    while batch := list(islice(records, batch_rows)):
        desk.refresh()
        rows = [mapper.read(record, desk.practice, desk.zone) for record in batch]
        yield from _committed(desk, rows, now())


def rehearse_table(desk: Desk, table: Table, mapper: RowMapper, now: Clock) -> Iterator[RowResult]:
    """What an import would do, rows meeting each other as well, with nothing left of it.

    One transaction for the whole table: meanwhile others can read, but must wait to book.
    """
    with desk.store.write() as connection:
        try:
            records = table.records()
            while batch := list(islice(records, BATCH_ROWS)):
                rows = [mapper.read(record, desk.practice, desk.zone) for record in batch]
                yield from _done(connection, desk, rows, now())
        finally:
            connection.rollback()


def _committed(desk: Desk, rows: Sequence[MappedRow], now: int) -> list[RowResult]:
    """All rows in one commit; each in its own where the database, or another desk, was in the way."""
    try:
        with desk.store.write() as connection:
            writes.lock_actors(connection, locked_for(desk, [row.request for row in rows if row.request]))
            return _done(connection, desk, rows, now)
    except (OverlapRefused, KeyTaken, NumberTaken, Deadlock, Overtaken):
        return [_done_alone(desk, row, now) for row in rows]


def _done(connection: Connection, desk: Desk, rows: Sequence[MappedRow], now: int) -> list[RowResult]:
    """Rows within a transaction that they share: patients first, then one look for all bookings."""
    patients = [_admitted(connection, row) for row in rows]
    look = SharedLook(connection, desk, [row.request for row in rows if row.request is not None])
    results = []
    for row, patient in zip(rows, patients, strict=True):
        if row.request is None:
            results.append(RowResult(row, patient=patient))
            continue
        outcome = book_in(connection, desk, row.request, now, look)
        if isinstance(outcome, Done):
            look.note(row.request, outcome)
        results.append(RowResult(row, outcome, patient, _keys(connection, outcome)))
    return results


def _done_alone(desk: Desk, row: MappedRow, now: int) -> RowResult:
    """One row in transactions of its own, tried again as every booking is."""
    patient = None
    if row.patient is not None:
        try:
            with desk.store.write() as connection:
                patient = _admitted(connection, row)
        except NumberTaken:
            patient = PatientFate.KNOWN
    if row.request is None:
        return RowResult(row, patient=patient)
    outcome = book(desk, row.request, now)
    with desk.store.read() as connection:
        return RowResult(row, outcome, patient, _keys(connection, outcome))


def _admitted(connection: Connection, row: MappedRow) -> PatientFate | None:
    """Put in the row's patient, unless the number is known."""
    if row.patient is None:
        return None
    if any(patients_by_number(connection, [row.patient.number])):
        return PatientFate.KNOWN
    writes.insert_patient(connection, row.patient)
    return PatientFate.ADDED


def _keys(connection: Connection, outcome: Outcome) -> Mapping[EntryId, str]:
    if not isinstance(outcome, Refused):
        return {}
    return booking_keys(
        connection, sorted({each.entry for each in outcome.conflicts if each.entry is not None})
    )
