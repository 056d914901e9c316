"""The store: one database, SQLite file or PostgreSQL server, opened, recognised, read and written."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models import postgres_server, revision, sqlite_file
from praxidesk.models.faults import (
    Deadlock,
    KeyTaken,
    NumberTaken,
    OverlapRefused,
    RuleBroken,
    StoreUnavailable,
    translated,
)

__all__ = [
    "Deadlock",
    "KeyTaken",
    "NumberTaken",
    "OverlapRefused",
    "RuleBroken",
    "Store",
    "StoreStatus",
    "StoreUnavailable",
]

PATIENCE_MS = 5_000
"""How long a transaction waits for another one before it gives up."""


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """What ``praxidesk store status`` tells."""

    dialect: str
    """``sqlite`` or ``postgresql``."""
    library_version: str
    """Of SQLite, or of the server."""
    revision: str
    """Of the schema."""
    needed_revision: str
    journal_mode: str
    """SQLite only, else empty."""
    counts: Mapping[str, int]
    """Rows of every table; empty where the schema is an older one."""


class Store:
    """One database. Used from any thread; each ``read`` or ``write`` has a connection of its own."""

    def __init__(self, engine: Engine, path: Path | None, patience_ms: int) -> None:
        self.engine = engine
        self._path = path
        self._patience_ms = patience_ms
        self._reading = engine
        if path is None:
            self._writing = engine
            self._reading = engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        else:
            self._writing = engine.execution_options(**{sqlite_file.BEGIN: "BEGIN IMMEDIATE"})

    @classmethod
    def open(
        cls, url: str, *, create: bool = False, outdated: bool = False, patience_ms: int = PATIENCE_MS
    ) -> Self:
        """Open a store: a path, ``sqlite:///…`` or ``postgresql://…``.

        ``create`` makes one where nothing is yet, ``outdated`` accepts an older schema, to upgrade it.
        Raises ``StoreUnavailable`` with what is wrong.
        """
        where = _parsed(url)
        if isinstance(where, URL):
            store = cls(postgres_server.engine(where, patience_ms), None, patience_ms)
            store._settle(create, outdated)
            return store
        made_here = sqlite_file.prepare(where, create=create)
        store = cls(sqlite_file.engine(where, patience_ms), where, patience_ms)
        try:
            store._settle(create, outdated)
        except BaseException:
            if made_here:  # half a store is worse than none
                for suffix in ("", "-journal", "-wal", "-shm"):
                    where.with_name(where.name + suffix).unlink(missing_ok=True)
            raise
        return store

    def _settle(self, create: bool, outdated: bool) -> None:
        """Make or recognise what is stored; closed again where that fails."""
        try:
            self._require(create, outdated)
            self._choose_journal()
        except BaseException:
            self.close()
            raise

    def _require(self, create: bool, outdated: bool) -> None:
        stored = self.revision()
        needed = revision.HEAD
        if stored is None:
            if not create:
                raise StoreUnavailable(StoreFault.MISSING, "nothing is stored there yet")
            self.upgrade()
        elif stored != needed and not revision.is_older(stored):
            raise StoreUnavailable(
                StoreFault.TOO_NEW, f"its schema {stored} is newer than {needed}, which this program knows"
            )
        elif stored != needed and not outdated:
            raise StoreUnavailable(StoreFault.TOO_OLD, f"its schema is {stored}, this program needs {needed}")

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self.engine.dialect.name

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One state of the store, whatever others commit meanwhile. Keep it short: a SQLite writer waits."""
        with _faults_translated(), self._reading.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction: committed at the end, rolled back on any exception.

        Raises ``OverlapRefused``, ``KeyTaken`` or ``NumberTaken`` where a rule of the database refused,
        ``Deadlock`` where one more try is worth it, ``StoreUnavailable`` for the environment's faults.
        """
        with _faults_translated(), self._writing.connect() as connection, connection.begin():
            yield connection

    def driver_connection(self) -> Any:  # noqa: ANN401 - sqlite3's or psycopg's
        """A connection of the driver alone, outside the pool and any transaction; its user closes it."""
        with _faults_translated():
            connection = self.engine.connect()
        connection.detach()
        return connection.connection.dbapi_connection

    def revision(self) -> str | None:
        """The schema's revision as stored; ``None`` where nothing is stored yet."""
        ours = sqlite_file.is_ours if self._path is not None else postgres_server.is_ours
        with _faults_translated(), self.engine.connect() as connection:
            if not ours(connection):
                return None
            return str(connection.exec_driver_sql(revision.READ_REVISION).scalar_one())

    def upgrade(self) -> None:
        """Bring the schema to what this program needs, all or nothing."""
        with _faults_translated(), self._migrating() as connection:
            revision.migrate(connection)

    @contextmanager
    def _migrating(self) -> Iterator[Connection]:
        """A transaction for migrations; a second process waits for the first."""
        if self._path is None:
            with self.engine.connect() as connection, connection.begin():
                connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({sqlite_file.APPLICATION_ID})")
                yield connection
            return
        engine = sqlite_file.migrating_engine(self._path, self._patience_ms)
        writing = engine.execution_options(**{sqlite_file.BEGIN: "BEGIN IMMEDIATE"})
        with writing.connect() as connection, connection.begin():
            yield connection
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise RuleBroken("foreign_key_check")

    def _choose_journal(self) -> None:
        if self._path is not None:
            with _faults_translated(), self.engine.connect() as connection:
                sqlite_file.choose_journal(connection)

    def status(self) -> StoreStatus:
        """What is stored where, in numbers."""
        from praxidesk.models.tables import METADATA  # noqa: PLC0415 - not needed to open

        stored = self.revision() or ""
        with self.read() as connection:
            if self._path is None:
                library = ".".join(str(part) for part in connection.dialect.server_version_info or ())
                journal_mode = ""
            else:
                library = sqlite3.sqlite_version
                journal_mode = str(connection.exec_driver_sql("PRAGMA journal_mode").scalar_one())
            counts: dict[str, int] = {}
            if stored == revision.HEAD:
                for name in sorted(METADATA.tables):
                    counts[name] = connection.exec_driver_sql(
                        f"SELECT count(*) FROM {name}"  # noqa: S608 - our own tables
                    ).scalar_one()
        return StoreStatus(self.dialect, library, stored, revision.HEAD, journal_mode, counts)

    def close(self) -> None:
        """Close all connections; those in use close when they are given back."""
        self.engine.dispose()


@contextmanager
def _faults_translated() -> Iterator[None]:
    try:
        yield
    except (DBAPIError, PoolTimeoutError) as error:
        # Without the cause: drivers quote whole rows, and rows are patients.
        raise translated(error) from None


def _parsed(url: str) -> Path | URL:
    """Where a store is: a file, or a server's address, which no message repeats: it may hold a password."""
    scheme, separator, _ = url.partition("://")
    if not separator:
        return Path(url).expanduser().absolute()
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise StoreUnavailable(StoreFault.OTHER, "the address of the store cannot be read") from None
    if scheme == "sqlite":
        if not parsed.database or parsed.database == ":memory:":
            raise StoreUnavailable(StoreFault.OTHER, "a store needs a file: sqlite:///path")
        return Path(parsed.database).expanduser().absolute()
    if scheme in {"postgresql", "postgres", "postgresql+psycopg"}:
        return parsed
    raise StoreUnavailable(StoreFault.OTHER, f"stores of kind {scheme!r} are not known: sqlite or postgresql")
