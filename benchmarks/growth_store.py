"""A store as large as a hospital group's: many copies of the measured practice side by side, over years.

The first practice is the one of all measurements; each further one is its copy with people, rooms and
patients of its own, and has a third of its entries. Within the server a copy costs no row of Python.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from benchmarks.big_practice import MONTH, ZONE, BigPractice, actors
from benchmarks.growth_patients import pour_patients
from praxidesk.engine.vocabulary import ActorId
from praxidesk.models import writes
from praxidesk.models.store import Store

THIN = 3
"""A copy takes one in so many entries."""
TABLES = ("entry", "allocation", "entry_change", "actor", "patient", "patient_word", "journal")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a store is to become."""

    units: int
    """Practices of 20 practitioners, side by side in the one site that the engine knows."""
    months: int
    patients: int
    """Of all of them."""
    journal_months: int
    """Months whose entries are journalled and sealed too, by the store's own triggers."""


def fill(store: Store, size: Size, say: Callable[[str], None]) -> None:
    """Fill an empty store on a PostgreSQL server, as its administrator.

    Its rules are off meanwhile; the one against overlaps proves itself when it is made anew.
    """
    big = BigPractice.in_store(store, patients=0)
    first = min(big.codes.values())
    staff = len(big.codes)
    with store.write() as connection:
        for unit in range(1, size.units):
            ids = [writes.save_actor(connection, each) for each in actors(f"U{unit}-")]
            assert ids == [*range(first + unit * staff, first + (unit + 1) * staff)]
    driver = store.driver_connection()
    driver.autocommit = True
    driver.execute("SET statement_timeout = 0; SET synchronous_commit = off")
    driver.execute("SET session_replication_role = replica")
    with _without_indexes(driver, say):
        each = size.patients // size.units
        patient = first + size.units * staff
        _timed(say, f"{size.patients:,} patients", lambda: pour_patients(driver, patient, size.patients))
        mine = replace(big, patients=tuple(ActorId(patient + place) for place in range(each)))
        _timed(say, "entries of one practice", lambda: mine.grown(size.months))
        copy = _Copies(driver, size, first, staff, each)
        _timed(say, f"{size.units} practices of them", copy.all)
    _timed(say, "vacuum and analyze", lambda: driver.execute("VACUUM (ANALYZE)"))
    if size.journal_months:
        _timed(say, f"{size.journal_months} months of journal", lambda: _journal(driver, size.journal_months))
        _timed(say, "analyze", lambda: driver.execute("VACUUM (ANALYZE) journal, journal_seal"))
    driver.execute("CHECKPOINT")
    driver.close()


def _timed(say: Callable[[str], None], what: str, work: Callable[[], object]) -> None:
    begun = time.perf_counter()
    work()
    say(f"{what}: {time.perf_counter() - begun:.0f} s")


@contextmanager
def _without_indexes(driver: Any, say: Callable[[str], None]) -> Iterator[None]:  # noqa: ANN401 - psycopg's
    """Without the rule against overlaps and all indexes but keys; afterwards they are made anew."""
    names = ", ".join(f"'{name}'" for name in TABLES)
    rules = driver.execute(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        f" WHERE contype = 'x' AND conrelid::regclass::text IN ({names})"
    ).fetchall()
    indexes = driver.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index"
        f" WHERE indrelid::regclass::text IN ({names})"
        " AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)"
    ).fetchall()
    for table, rule, _ in rules:
        driver.execute(f"ALTER TABLE {table} DROP CONSTRAINT {rule}")
    for index, _ in indexes:
        driver.execute(f"DROP INDEX {index}")
    yield
    for index, definition in indexes:
        _timed(say, index, partial(driver.execute, definition))
    for table, rule, definition in rules:
        statement = f"ALTER TABLE {table} ADD CONSTRAINT {rule} {definition}"
        _timed(say, rule, partial(driver.execute, statement))


class _Copies:
    """The entries of the first practice, and of each copy a part, in the order of their starts."""

    def __init__(self, driver: Any, size: Size, first: int, staff: int, patients: int) -> None:  # noqa: ANN401
        self._driver, self._units = driver, size.units
        # Staff stands before all patients, so that one comparison tells them apart.
        self._moved = (
            f"{{0}} + u * CASE WHEN {{0}} < {first + size.units * staff} THEN {staff} ELSE {patients} END"
        )
        self._taken = f"(u = 0 OR ({{0}} * 7919 + u) % {THIN} = 0)"

    def all(self) -> None:
        """Month by month: as they would have come in, never practice after practice."""
        run = self._driver.execute
        for table in ("entry", "allocation", "entry_change"):
            run(f"DROP TABLE IF EXISTS one_{table}")
            run(f"CREATE UNLOGGED TABLE one_{table} AS SELECT * FROM {table}")
        run("CREATE INDEX ON one_entry (starts_at); CREATE INDEX ON one_allocation (starts_at)")
        run("CREATE INDEX ON one_entry_change (starts_at)")
        run("ANALYZE one_entry, one_allocation, one_entry_change")
        run("TRUNCATE entry, allocation, entry_change, milestone, milestone_change")
        ((since, until),) = run("SELECT min(starts_at), max(starts_at) + 1 FROM one_entry").fetchall()
        for at in range(since, until, 30 * 86_400):
            self._span(at, min(at + 30 * 86_400, until))
        for table in ("entry", "allocation", "entry_change"):
            run(f"DROP TABLE one_{table}")
            if table != "entry_change":
                run(f"SELECT setval('{table}_id_seq', (SELECT max(id) FROM {table}))")

    def _span(self, since: int, until: int) -> None:
        moved = self._moved.format
        self._put(
            "entry", since, until, "id", {"id": f"id * {self._units} + u", "patient_id": moved("patient_id")}
        )
        new = f"entry_id * {self._units} + u"
        serial = "nextval('allocation_id_seq')"
        self._put(
            "allocation",
            since,
            until,
            "entry_id",
            {"id": serial, "entry_id": new, "actor_id": moved("actor_id")},
        )
        serial = "nextval('entry_change_id_seq')"
        self._put("entry_change", since, until, "entry_id", {"id": serial, "entry_id": new})

    def _put(self, table: str, since: int, until: int, of_entry: str, changed: dict[str, str]) -> None:
        columns = self._columns(table)
        listed = ", ".join(columns)
        values = ", ".join(changed.get(each, each) for each in columns)
        self._driver.execute(
            f"INSERT INTO {table} ({listed}) SELECT {values} FROM (SELECT one.*, u FROM one_{table} one,"
            f" generate_series(0, {self._units - 1}) u WHERE starts_at >= {since} AND starts_at < {until}"
            f" AND {self._taken.format(of_entry)} ORDER BY starts_at, u, {of_entry}) AS copies"
        )

    def _columns(self, table: str) -> list[str]:
        found = self._driver.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
            " AND NOT attisdropped ORDER BY attnum",
            [table],
        )
        return [name for (name,) in found.fetchall()]


def _journal(driver: Any, months: int) -> None:  # noqa: ANN401 - psycopg's
    """What the triggers would have written when the newest entries were booked; the store itself seals it."""
    until = ZONE.day(MONTH).start + 92 * 86_400
    for month in range(months, 0, -1):
        since, before = until - month * 30 * 86_400, until - (month - 1) * 30 * 86_400
        with driver.transaction():
            for table, entry, patient in (
                ("entry", "id", "patient_id"),
                ("allocation", "entry_id", "NULL::bigint"),
            ):
                driver.execute(
                    "INSERT INTO journal (at, deed, subject, subject_key, entry_id, patient_id, before,"
                    f" after, transaction_id) SELECT starts_at - 86400, 'insert', '{table}', id, {entry},"
                    f" {patient}, NULL, to_jsonb({table}), pg_current_xact_id() FROM {table}"
                    f" WHERE starts_at >= {since} AND starts_at < {before} ORDER BY starts_at, id"
                )
