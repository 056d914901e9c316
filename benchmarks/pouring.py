"""Many bookings straight into the tables, as the services and the database's rules would leave them there."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId, ProcedureId, Role, TypeId
from praxidesk.models.store import Store

_AT_ONCE = 20_000
_DAY = 86_400
_ENTRY = (
    "id, version, kind, status, starts_at, ends_at, type_id, procedure_id, setup_minutes, surgery_minutes,"
    " closing_minutes, cleaning_minutes, patient_id, note, reason, override_reason, last_change, changed_at"
)
_ALLOCATION = "entry_id, actor_id, role, starts_at, ends_at, blocking, own_part, occupancy, service"
_CHANGE = "entry_id, version, change, status, starts_at, ends_at, changed_at"

Row = tuple[object, ...]
Put = Callable[[str, str, Sequence[Row]], None]
"""Takes rows for the columns of a table."""


@dataclass(frozen=True, slots=True)
class Booking:
    """An entry in which everybody takes part from beginning to end."""

    starts_at: int
    minutes: int
    patient: ActorId
    parts: tuple[tuple[ActorId, Role], ...]
    type: TypeId | None = None
    procedure: ProcedureId | None = None
    phases: PhaseMinutes | None = None


def poured(store: Store, before: int, bookings: Iterable[Booking]) -> int:
    """Put bookings in, numbered after those that are there; how many.

    The rules that look at each row are off meanwhile, and the rows are as they would have made them. On
    PostgreSQL the exclusion constraint stays: it proves that of these bookings no two overlap.
    """
    pour = _into_sqlite if store.dialect == "sqlite" else _into_postgresql
    coming = enumerate(bookings, before + 1)
    driver = store.driver_connection()
    count = 0
    try:
        with pour(driver) as put:
            while some := [*islice(coming, _AT_ONCE)]:
                put("entry", _ENTRY, [_entry(*each) for each in some])
                put("allocation", _ALLOCATION, [row for each in some for row in _allocations(*each)])
                put("entry_change", _CHANGE, [_change(*each) for each in some])
                count += len(some)
    finally:
        driver.close()
    return count


@contextmanager
def _into_sqlite(driver: Any) -> Iterator[Put]:  # noqa: ANN401 - sqlite3's, as the store hands it out
    def put(table: str, columns: str, rows: Sequence[Row]) -> None:
        marks = ", ".join("?" * len(rows[0]))
        driver.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)

    driver.execute("PRAGMA foreign_keys = OFF")
    driver.execute("PRAGMA cache_size = -400000")
    driver.execute("BEGIN IMMEDIATE")
    triggers = driver.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        driver.execute(f"DROP TRIGGER {name}")
    yield put
    for _, statement in triggers:
        driver.execute(statement)
    driver.execute("ANALYZE")
    driver.execute("COMMIT")


@contextmanager
def _into_postgresql(driver: Any) -> Iterator[Put]:  # noqa: ANN401 - psycopg's, as the store hands it out
    def put(table: str, columns: str, rows: Sequence[Row]) -> None:
        with driver.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    driver.autocommit = True
    driver.execute("SET session_replication_role = replica")
    with driver.transaction():
        yield put
        driver.execute("SELECT setval('entry_id_seq', (SELECT max(id) FROM entry))")
    # What the server does by itself within minutes: only then does it read an index alone.
    driver.execute("VACUUM (ANALYZE)")
    driver.execute("CHECKPOINT")  # so that it writes nothing of this while something is measured


def _entry(id_: int, booking: Booking) -> Row:
    phases = booking.phases
    minutes = (phases.setup, phases.surgery, phases.closing, phases.cleaning) if phases else (None,) * 4
    start, end = _bounds(booking)
    return (
        id_,
        1,
        "operation" if phases else "appointment",
        "booked",
        start,
        end,
        booking.type,
        booking.procedure,
        *minutes,
        booking.patient,
        "",
        "",
        "",
        "booked",
        start - _DAY,
    )


def _allocations(id_: int, booking: Booking) -> Iterator[Row]:
    start, end = _bounds(booking)
    service = booking.type or -(booking.procedure or 0)
    for actor, role in (*booking.parts, (booking.patient, Role.PATIENT)):
        yield id_, actor, role.value, start, end, True, False, 1, service


def _change(id_: int, booking: Booking) -> Row:
    start, end = _bounds(booking)
    return id_, 1, "booked", "booked", start, end, start - _DAY


def _bounds(booking: Booking) -> tuple[int, int]:
    return booking.starts_at, booking.starts_at + booking.minutes * MINUTE
