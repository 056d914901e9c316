"""A table taken over from the window: looked at, tried on its first rows, and stored whole or not at all."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection

from praxidesk.engine.outcomes import Done, FieldError, Invalid, Outcome, Refused, StoreFault
from praxidesk.engine.pauses import pausing
from praxidesk.engine.requests import BookRequest, NewPatient, PatientNumber
from praxidesk.engine.table_import import (
    Meaning,
    ReadRow,
    RowProblem,
    TableChoice,
    TableImported,
    TablePreview,
    TableRefused,
    TableTrouble,
)
from praxidesk.engine.vocabulary import ActorKind, Severity
from praxidesk.exchange.csv_choice import layout_of, mapping_of
from praxidesk.exchange.csv_draft import columns_of
from praxidesk.exchange.csv_look import samples_of
from praxidesk.exchange.csv_rows import MappedRow, RowMapper
from praxidesk.exchange.csv_table import Table, TableError, open_table
from praxidesk.exchange.texts import printable
from praxidesk.models import writes
from praxidesk.models.settled_requests import Asked, claim, settle
from praxidesk.models.store import Deadlock, KeyTaken, NumberTaken, OverlapRefused, StoreUnavailable
from praxidesk.services.booking import book_in
from praxidesk.services.desk import Desk
from praxidesk.services.people_by_name import PeopleByName
from praxidesk.services.shared_look import SharedLook
from praxidesk.services.transactions import Overtaken

BATCH_ROWS = 100
PREVIEW_ROWS = 50
_A_FEW = 5
"""Rows between two places where the window may go first: others wait for this transaction much longer."""
MOST_PROBLEMS = 500
"""Rows with problems that are told; the others are counted."""

Follow = Callable[[int, int], bool]
"""Told how many rows of how many are read; whether to go on."""


class _GivenUp(Exception):
    """Nobody waits for it any more."""


class _NotAll(Exception):
    """A row cannot be taken over, so none is."""


class _WasDone(Exception):
    """It was taken over under this key before, and the answer was lost."""

    def __init__(self, counts: str) -> None:
        super().__init__(counts)
        self.counts = counts


@dataclass(slots=True)
class _Tally:
    rows: int = 0
    patients: int = 0
    appointments: int = 0
    known: int = 0
    marked: int = 0
    bad: int = 0
    problems: list[ReadRow] = field(default_factory=list)

    def outcome(self, *, is_done: bool) -> TableImported:
        told = tuple(self.problems)
        if not is_done:
            return TableImported(self.rows, left_out=self.bad, problems=told, is_done=False)
        return TableImported(
            self.rows, self.patients, self.appointments, self.known, self.marked, self.bad, told
        )

    def counts(self) -> str:
        """What no second look could tell, and of the file what it will not tell when it has gone."""
        return json.dumps([self.patients, self.appointments, self.known, self.marked, self.rows, self.bad])

    def as_before(self, counts: str) -> TableImported:
        """What was answered when the table was taken over, which is all in by now."""
        patients, appointments, known, marked, *of_file = json.loads(counts)
        rows, bad = of_file or (self.rows, self.bad)
        told = tuple(self.problems[:bad])
        return TableImported(rows, patients, appointments, known, marked, bad, told)


def preview_table(desk: Desk, path: Path, choice: TableChoice, now: int) -> TablePreview | TableRefused:
    """What an import would do with the first rows, with nothing left of it.

    :raises StoreUnavailable: where the store does not answer
    """
    try:
        with desk.store.write() as connection, _opened(path, choice) as (table, mapper):
            try:
                run = _Run(connection, desk, choice, now)
                records = list(islice(table.records(), PREVIEW_ROWS))
                read = [mapper.read(each, desk.practice, desk.zone) for each in records]
                return TablePreview(tuple(run.take(read)))
            finally:
                connection.rollback()
    except TableError:
        return TableRefused(_trouble(path))


def import_whole(
    desk: Desk, path: Path, choice: TableChoice, now: int, follow: Follow, *, asked: Asked | None = None
) -> TableImported | TableRefused | None:
    """Take the whole table over in one transaction; ``None`` where it was given up.

    A row that cannot be taken over keeps all from it, unless the choice leaves such rows out.

    :param asked: its key; what was taken over under it once is answered as it was, also where the file has
        gone or changed since; rows with problems are looked for in it again
    :raises StoreUnavailable: nothing was taken over
    """
    tally = _Tally()
    try:
        with _opened(path, choice) as (table, _):
            total = sum(1 for _ in pausing(table.records()))
        with desk.store.write() as connection, _opened(path, choice) as (table, mapper):
            known = claim(connection, asked)
            _lock(connection, desk, choice)
            run = _Run(connection, desk, choice, now)
            records = table.records()
            while batch := list(islice(records, BATCH_ROWS)):
                read = [mapper.read(each, desk.practice, desk.zone) for each in pausing(batch, _A_FEW)]
                run.count(run.take(read), tally)
                _go_on(wanted=follow(tally.rows, total) or known is not None)
            _require_new(known)
            _require_all(tally, choice)
            settle(connection, asked, tally.counts())
    except _GivenUp:
        return None
    except _NotAll:
        return tally.outcome(is_done=False)
    except _WasDone as before:
        return tally.as_before(before.counts)
    except TableError:
        return _taken_before(desk, asked) or TableRefused(_trouble(path))
    except (OverlapRefused, KeyTaken, NumberTaken, Deadlock, Overtaken):
        raise StoreUnavailable(StoreFault.BUSY, "others were faster") from None
    return tally.outcome(is_done=True)


def _taken_before(desk: Desk, asked: Asked | None) -> TableImported | None:
    """What was answered under the key; ``None`` where nothing was taken over under it."""
    if asked is None:
        return None
    with desk.store.write() as connection:
        counts = claim(connection, asked)
        connection.rollback()
    return None if counts is None else _Tally().as_before(counts)


class _Run:
    """Rows on their way into the store, within one transaction."""

    def __init__(self, connection: Connection, desk: Desk, choice: TableChoice, now: int) -> None:
        self._connection = connection
        self._desk = desk
        self._now = now
        self._has_numbers = Meaning.NUMBER in choice.meanings
        self._breach_reason = choice.breach_reason or None
        self._people = PeopleByName(connection)
        self._appointments = self._marked = 0

    def take(self, rows: Sequence[MappedRow]) -> list[ReadRow]:
        """Store what can be stored of a batch."""
        named = [self._named(each) for each in pausing(rows, _A_FEW)]
        known = iter(self._people.admit([each.patient for each in named if each.patient is not None]))
        were_known = [each.patient is not None and next(known) for each in named]
        requests = [each.request for each in named if each.request is not None]
        look = SharedLook(self._connection, self._desk, requests) if requests else None
        return [
            self._taken(each, look, is_known=is_known)
            for each, is_known in zip(pausing(named, _A_FEW), were_known, strict=True)
        ]

    def count(self, rows: Sequence[ReadRow], tally: _Tally) -> None:
        """Add a batch to what is told of the whole."""
        tally.rows += len(rows)
        tally.known += sum(each.is_known for each in rows)
        for each in rows:
            if each.problems:
                tally.bad += 1
                if len(tally.problems) < MOST_PROBLEMS:
                    tally.problems.append(each)
        tally.patients, tally.appointments = self._people.added, self._appointments
        tally.marked = self._marked

    def _named(self, row: MappedRow) -> MappedRow:
        """With the number under which the patient is stored, where the table has only names.

        The reason for a breach is no part of what the row's key stands for: the row alone is.
        """
        request = row.request
        if request is not None:
            request = replace(request, override_reason=self._breach_reason)
            row = replace(row, request=request)
        if request is not None and isinstance(request.patient, NewPatient):
            number = self._people.number_of(request.patient)
            row = replace(row, request=replace(request, patient=PatientNumber(number)))
        if row.patient is not None and not self._has_numbers:
            row = replace(row, patient=self._people.numbered(row.patient))
        return row

    def _taken(self, row: MappedRow, look: SharedLook | None, *, is_known: bool) -> ReadRow:
        cells = tuple(printable(each.strip()) for each in row.cells)
        if row.faults:
            return ReadRow(
                row.line, cells, tuple(RowProblem(_ints(f.columns), f.message) for f in row.faults)
            )
        if row.request is None or look is None:
            return ReadRow(row.line, cells, is_known=is_known)
        outcome = book_in(self._connection, self._desk, row.request, self._now, look)
        if isinstance(outcome, Done):
            self._note(row.request, outcome, look)
            return ReadRow(row.line, cells, is_known=outcome.replayed)
        others = outcome.others if isinstance(outcome, Refused) else ()
        return ReadRow(row.line, cells, tuple(_problems(row, outcome)), others)

    def _note(self, request: BookRequest, done: Done, look: SharedLook) -> None:
        look.note(request, done)
        if not done.replayed:
            self._appointments += 1
            self._marked += bool(done.entry.override_reason)


def _problems(row: MappedRow, outcome: Outcome) -> Iterator[RowProblem]:
    errors: tuple[FieldError, ...] = outcome.errors if isinstance(outcome, Invalid) else ()
    for error in errors:
        yield RowProblem(_ints(columns_of(error.field, row.sources)), error.message)
    if isinstance(outcome, Refused):
        for conflict in outcome.conflicts:
            if conflict.severity is Severity.BLOCKING:
                yield RowProblem((), conflict=conflict)


def _ints(columns: Sequence[object]) -> tuple[int, ...]:
    return tuple(each for each in columns if isinstance(each, int))


def _go_on(*, wanted: bool) -> None:
    if not wanted:
        raise _GivenUp


def _require_new(known: str | None) -> None:
    if known is not None:
        raise _WasDone(known)


def _require_all(tally: _Tally, choice: TableChoice) -> None:
    if tally.bad and not choice.leaves_out:
        raise _NotAll


@contextmanager
def _opened(path: Path, choice: TableChoice) -> Iterator[tuple[Table, RowMapper]]:
    """The table, read as the choice says."""
    layout = layout_of(choice.writing)
    with open_table(path, layout) as table:
        mapping = mapping_of(choice, samples_of(table, choice))
    with open_table(path, layout) as table:
        yield table, RowMapper(mapping, table)


def _lock(connection: Connection, desk: Desk, choice: TableChoice) -> None:
    """Keep others from booking meanwhile: locked one by one, they would meet in another order."""
    desk.refresh_in(connection)
    if Meaning.PRACTITIONER in {*choice.meanings, *choice.everywhere}:
        bookable = [id_ for id_, each in desk.practice.actors.items() if each.kind is not ActorKind.PATIENT]
        writes.lock_actors(connection, bookable)


def _trouble(path: Path) -> TableTrouble:
    return TableTrouble.CHANGED if path.exists() else TableTrouble.MISSING
