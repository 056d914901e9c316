"""The store: one database, SQLite file or PostgreSQL server, opened, recognised, read and written."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, Self

from sqlalchemy import URL, Connection, Engine, text
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models import revision
from praxidesk.models.faults import (
    Deadlock,
    HeldUp,
    KeyTaken,
    NumberTaken,
    OverlapRefused,
    RuleBroken,
    StoreUnavailable,
    translated,
)
from praxidesk.models.server.hang_guard import HangGuard
from praxidesk.models.server.postgres_server import PostgresServer
from praxidesk.models.server.url import server_url
from praxidesk.models.sqlite.file import SqliteFile
from praxidesk.models.sqlite.key_file import KeyFile

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
    """Rows, as far as the login sees them, of every table that it may read; empty for an older schema."""
    unread: tuple[str, ...]
    """Tables that the login may not read."""


class Home(Protocol):
    """Where a store lives: what differs between a file and a server."""

    engine: Engine

    @property
    def file(self) -> Path | None:
        """Where it lives, if that is a file."""

    writing: Mapping[str, Any]
    """Execution options of a transaction that writes."""
    reading: Mapping[str, Any]
    key: bytes | None
    """Of an encrypted file."""
    keys: KeyFile | None
    """Where its key is kept, wrapped."""

    @property
    def guard(self) -> HangGuard | None:
        """Of a server, which may hang; a file does not."""

    def is_ours(self, connection: Connection) -> bool:
        """Whether a store of ours is there; ``False`` where nothing is. Raises ``StoreUnavailable``."""

    def settle(self) -> None:
        """Choose what depends on the library at hand."""

    def migrating(self) -> AbstractContextManager[Connection]:
        """A transaction for migrations."""

    def sign_as(self, account: str | None) -> None:
        """Have the journal name an account; a server knows its logins."""

    def begin_short(self, connection: Connection, *, writes: bool) -> None:
        """Begin a transaction of few statements; one that writes waits for its turn, but not for long."""

    def make_ready(self) -> None:
        """Have a connection learn for its first booking what it must, once; nothing of it stays."""

    def library(self, connection: Connection) -> tuple[str, str]:
        """Version of the database library, and the journal mode if it has one."""

    def end_overdue(self) -> bool:
        """End the sessions that keep others waiting for longer than is permitted; whether there were any."""

    def close(self) -> None:
        """Close all connections."""

    def discard(self) -> None:
        """Take away what was made only just now."""


class Store:
    """One database. Used from any thread; each ``read`` or ``write`` has a connection of its own."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.engine = home.engine
        self.guard = home.guard
        self._reading = home.engine.execution_options(**home.reading)
        self._writing = home.engine.execution_options(**home.writing)

    @classmethod
    def open(
        cls,
        url: str,
        *,
        create: bool = False,
        outdated: bool = False,
        patience_ms: int = PATIENCE_MS,
        reads_only: bool = False,
    ) -> Self:
        """Open a store: a path, ``sqlite:///…`` or ``postgresql://…``.

        ``create`` makes one where nothing is yet, ``outdated`` accepts an older schema, to upgrade it;
        ``reads_only`` takes a server that follows another where the address names several.
        Raises ``StoreUnavailable`` with what is wrong.
        """
        where = _parsed(url)
        home: Home = (
            PostgresServer(where, patience_ms, reads_only=reads_only)
            if isinstance(where, URL)
            else SqliteFile(where, patience_ms, create=create)
        )
        store = cls(home)
        try:
            store._require(create=create, outdated=outdated)
            with _faults_translated():
                home.settle()
        except BaseException:
            home.close()
            home.discard()
            raise
        return store

    def _require(self, *, create: bool, outdated: bool) -> None:
        """See that the schema is the one this program knows; make it where nothing is and that is wanted."""
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
    def key(self) -> bytes | None:
        """What an encrypted file is read with."""
        return self.home.key

    @property
    def keys(self) -> KeyFile | None:
        """The wrapped keys of an encrypted file."""
        return self.home.keys

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self.engine.dialect.name

    @contextmanager
    def read(self, *, short: bool = False) -> Iterator[Connection]:
        """One state of the store, whatever others commit meanwhile. Keep it short: a SQLite writer waits.

        With ``short`` it is but few statements, which find rows by their keys.
        """
        with _faults_translated(), self._reading.connect() as connection, connection.begin():
            if short:
                self.home.begin_short(connection, writes=False)
            yield connection

    @contextmanager
    def write(self, *, short: bool = False) -> Iterator[Connection]:
        """A transaction: committed at the end, rolled back on any exception.

        With ``short`` it is one of few statements, as others may be about to begin, too: in turn.
        Raises ``OverlapRefused``, ``KeyTaken`` or ``NumberTaken`` where a rule of the database refused,
        ``Deadlock`` where one more try is worth it, ``StoreUnavailable`` for the environment's faults.
        """
        try:
            with _faults_translated(), self._writing.connect() as connection, connection.begin():
                if short:
                    self.home.begin_short(connection, writes=True)
                yield connection
        except HeldUp:
            if self.home.end_overdue():
                raise Deadlock from None
            raise

    def make_ready(self) -> None:
        """Have the connection that is used next learn what booking takes: its first one costs no more then.

        Nothing of it stays, and nobody is kept waiting by it. Raises ``StoreUnavailable``.
        """
        with _faults_translated():
            self.home.make_ready()

    def sign_as(self, account: str | None) -> None:
        """From now on the journal of a file names this account as who did it; a server knows by itself."""
        self.home.sign_as(account)

    @property
    def file(self) -> Path | None:
        """Where it lives, if that is a file."""
        return self.home.file

    def driver_connection(self) -> Any:  # noqa: ANN401 - sqlite3's or psycopg's
        """A connection of the driver alone, outside the pool and any transaction; its user closes it."""
        with _faults_translated():
            connection = self.engine.connect()
        connection.detach()
        return connection.connection.dbapi_connection

    def revision(self) -> str | None:
        """The schema's revision as stored; ``None`` where nothing is stored yet."""
        with _faults_translated(), self.engine.connect() as connection:
            if not self.home.is_ours(connection):
                return None
            return str(connection.exec_driver_sql(revision.READ_REVISION).scalar_one())

    def upgrade(self) -> None:
        """Bring the schema to what this program needs, all or nothing."""
        with _faults_translated(), self.home.migrating() as connection:
            revision.migrate(connection)

    def library(self, connection: Connection) -> tuple[str, str]:
        """Version of SQLite or of the server, and the journal mode of a file."""
        return self.home.library(connection)

    def status(self) -> StoreStatus:
        """What is stored where, in numbers."""
        from praxidesk.models.tables import METADATA  # noqa: PLC0415 - not needed to open

        stored = self.revision() or ""
        counts: dict[str, int] = {}
        names = sorted(METADATA.tables) if stored == revision.HEAD else []
        with self.read() as connection:
            library, journal_mode = self.library(connection)
            unread = self._unread(connection, names)
            for name in (each for each in names if each not in unread):
                count = connection.exec_driver_sql(f"SELECT count(*) FROM {name}")  # noqa: S608 - our own
                counts[name] = count.scalar_one()
        return StoreStatus(self.dialect, library, stored, revision.HEAD, journal_mode, counts, unread)

    def _unread(self, connection: Connection, names: list[str]) -> tuple[str, ...]:
        if self.dialect != "postgresql":
            return ()
        asked = text(
            "SELECT name FROM unnest(CAST(:names AS text[])) AS name"
            " WHERE NOT has_any_column_privilege(name, 'SELECT')"
        )
        return tuple(connection.scalars(asked, {"names": names}))

    def close(self) -> None:
        """Close all connections; those in use close when they are given back."""
        self.home.close()

    def discard(self) -> None:
        """Close, and take away what opening it has made; nothing where it was there before."""
        self.home.close()
        self.home.discard()


@contextmanager
def _faults_translated() -> Iterator[None]:
    try:
        yield
    except (DBAPIError, PoolTimeoutError) as error:
        # Without the cause: drivers quote whole rows, and rows are patients.
        raise translated(error) from None


def file_of(url: str) -> Path | None:
    """The file of an address; ``None`` where it is a server's. Raises ``StoreUnavailable``."""
    where = _parsed(url)
    return where if isinstance(where, Path) else None


_MISSPELT = ("postgresql:", "postgres:", "sqlite:")
"""Addresses with a slash too few: no files."""


def _parsed(url: str) -> Path | URL:
    """Where a store is: a file, or a server's address, which no message repeats: it may hold a password."""
    scheme, separator, _ = url.partition("://")
    if not separator and not url.startswith(_MISSPELT):
        return Path(url).expanduser().absolute()
    try:
        parsed = server_url(url)
    except (ArgumentError, ValueError):
        raise StoreUnavailable(StoreFault.OTHER, "the address of the store cannot be read") from None
    if scheme == "sqlite":
        if not parsed.database or parsed.database == ":memory:":
            raise StoreUnavailable(StoreFault.OTHER, "a store needs a file: sqlite:///path")
        return Path(parsed.database).expanduser().absolute()
    if scheme in {"postgresql", "postgres", "postgresql+psycopg"}:
        return parsed
    raise StoreUnavailable(StoreFault.OTHER, f"stores of kind {scheme!r} are not known: sqlite or postgresql")
