"""A store in one SQLite file: made, recognised, and opened the safe way."""

import errno
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, Pool, QueuePool

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.server_probe import ServerTrouble
from praxidesk.models.faults import RuleBroken, StoreUnavailable, of_driver
from praxidesk.models.sqlite import drivers as sqlite_drivers
from praxidesk.models.sqlite import keys_in_hand
from praxidesk.models.sqlite.journal import Writer, seal_from_now_on
from praxidesk.models.sqlite.key_file import KeyFile, key_file_of
from praxidesk.models.sqlite.places import unsafe_because
from praxidesk.models.sqlite.turns import take_turn

APPLICATION_ID = 0x50784473
"""``PxDs`` in the file's header, written by the first migration."""

_BEGIN = "praxidesk_begin"
"""Execution option: the statement a transaction begins with."""
_SEALS = "praxidesk_seals"
"""What a connection remembers of itself: it seals the journal."""
_HEADER = b"SQLite format 3\0"
_HEADER_SIZE = 100
_FAULTS_OF_SYSTEM = {
    errno.EACCES: StoreFault.READ_ONLY,
    errno.EPERM: StoreFault.READ_ONLY,
    errno.EROFS: StoreFault.READ_ONLY,
    errno.ENOSPC: StoreFault.DISK_FULL,
    errno.EDQUOT: StoreFault.DISK_FULL,
}


class SqliteFile:
    """Where a store lives: one file."""

    writing: Mapping[str, Any] = {_BEGIN: "BEGIN IMMEDIATE"}
    """Writers take their lock at once: a lock wanted later fails without waiting."""
    reading: Mapping[str, Any] = {}
    guard = None

    def __init__(self, path: Path, patience_ms: int, *, create: bool) -> None:
        """Look at the place and the file before SQLite does, and make an empty file if asked.

        Raises ``StoreUnavailable`` where there is none, something else, or a place that loses bookings.
        """
        self.file = path
        self._patience_ms = patience_ms
        self._made_here = _prepared(path, create=create)
        self.key: bytes | None = None
        """Of an encrypted file."""
        self.keys: KeyFile | None = None
        if is_encrypted(path):
            self.keys = KeyFile(key_file_of(path))
            self._driver = sqlite_drivers.driver(encrypted=True)
            self.key = keys_in_hand.of(path)
            if self.key is None:
                raise StoreUnavailable(
                    StoreFault.SIGN_IN,
                    "the file is encrypted, and nobody has signed in",
                    ServerTrouble.WANTS_PASSWORD,
                )
        else:
            self._driver = sqlite_drivers.driver(encrypted=False)
        self.engine = self._engine(QueuePool)
        self._writer = Writer()
        event.listen(self.engine, "connect", _set_up)
        event.listen(self.engine, "begin", self._begin)

    def is_ours(self, connection: Connection) -> bool:
        """Whether the file is a PraxiDesk store; ``False`` where it is empty.

        Raises ``StoreUnavailable`` where another program's data is in it.
        """
        if connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID:
            return True
        if connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one():
            raise StoreUnavailable(StoreFault.FOREIGN, "the file is a database of another program")
        return False

    def settle(self) -> None:
        """Set the journal mode that is safe with this library; a file that cannot be written keeps its."""
        wanted = "wal" if wal_is_safe(self._driver.sqlite_version_info) else "delete"
        with self.engine.connect() as connection:
            driver: sqlite3.Connection = connection.connection.dbapi_connection  # type: ignore[assignment]
            try:
                if driver.execute("PRAGMA journal_mode").fetchone() != (wanted,):
                    driver.execute(f"PRAGMA journal_mode = {wanted}")
            except sqlite_drivers.errors() as error:
                if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_READONLY:
                    raise of_driver(error) from None

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """A transaction in which a table can be rebuilt without taking along what refers to it."""
        unguarded = self._engine(NullPool)
        event.listen(unguarded, "begin", self._begin)
        with (
            unguarded.execution_options(**self.writing).connect() as connection,
            connection.begin(),
        ):
            yield connection
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise RuleBroken("foreign_key_check")

    def library(self, connection: Connection) -> tuple[str, str]:
        """The version of SQLite, and the journal mode in force."""
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
        version = str(self._driver.sqlite_version)
        return version if self.key is None else f"{version}, encrypted", str(mode)

    def close(self) -> None:
        """Close all connections at rest."""
        self.engine.dispose()

    def end_overdue(self) -> bool:
        """Nothing: a program that ends lets go of the file."""
        return False

    def discard(self) -> None:
        """Take away a file that was made here: half a store is worse than none."""
        if self._made_here:
            for suffix in ("", "-journal", "-wal", "-shm"):
                self.file.with_name(self.file.name + suffix).unlink(missing_ok=True)

    def sign_as(self, account: str | None) -> None:
        """From now on this account does what is written; ``None``: nobody who has signed in."""
        self._writer.account = account

    def begin_short(self, connection: Connection, *, writes: bool) -> None:
        """Nothing: it has begun, and in its turn."""

    def make_ready(self) -> None:
        """Nothing: a file has nothing to learn."""

    def _begin(self, connection: Connection) -> None:
        words = connection.get_execution_options().get(_BEGIN)
        if words is not None and not connection.info.get(_SEALS):
            # Before the first transaction that writes: until then there may be no journal yet.
            driver: sqlite3.Connection = connection.connection.dbapi_connection  # type: ignore[assignment]
            try:
                connection.info[_SEALS] = seal_from_now_on(driver, self._writer)
            except sqlite_drivers.errors() as error:
                raise of_driver(error) from None
        if words is None:
            connection.exec_driver_sql("BEGIN")
        else:
            take_turn(connection, words, self._patience_ms)

    def _engine(self, pool: type[Pool]) -> Engine:
        return create_engine(
            "sqlite+pysqlite://",
            module=self._driver,
            creator=self._connected,
            poolclass=pool,
            hide_parameters=True,
        )

    def _connected(self) -> Any:  # noqa: ANN401 - of one of two drivers
        """Open without creating: a file that vanished must not come back empty."""
        connection = self._driver.connect(
            f"{self.file.resolve().as_uri()}?mode=rw",
            uri=True,
            timeout=self._patience_ms / 1000,
            isolation_level=None,  # transactions begin where we say, and as we say
            check_same_thread=False,  # the pool hands a connection to one thread at a time
        )
        if self.key is not None:
            sqlite_drivers.unlock(connection, self.key)
        return connection


def wal_is_safe(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    """Whether this SQLite is free of the WAL-reset bug, which may lose commits (3.7.0 to 3.51.2)."""
    return version >= (3, 51, 3) or any(
        version[:2] == fixed[:2] and version >= fixed for fixed in ((3, 50, 7), (3, 44, 6))
    )


def _prepared(path: Path, *, create: bool) -> bool:
    """Whether the file was made here."""
    if reason := unsafe_because(path):
        raise StoreUnavailable(StoreFault.UNSAFE_PLACE, reason)
    try:
        if path.is_dir():
            raise StoreUnavailable(StoreFault.DAMAGED, f"{path} is a folder")
        if path.exists():
            _look_at(path)
            return False
        if not create:
            raise StoreUnavailable(StoreFault.MISSING, f"{path} does not exist")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Patients are in it: nobody but the owner reads it. SQLite gives its journals the same mode.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return False  # another process was faster: its file then
    except OSError as error:
        raise StoreUnavailable(
            _FAULTS_OF_SYSTEM.get(error.errno or 0, StoreFault.OTHER), f"{path}: {error.strerror}"
        ) from None
    return True


def is_encrypted(path: Path) -> bool:
    """Whether a file is an encrypted store: no database as it stands, with a key file beside it."""
    return key_file_of(path).exists() and path.is_file() and not _begins_plainly(path)


def _look_at(path: Path) -> None:
    if not _begins_plainly(path) and not key_file_of(path).exists():
        raise StoreUnavailable(
            StoreFault.DAMAGED, f"{path} is no database; if it is an encrypted one, its key file is missing"
        )


def _begins_plainly(path: Path) -> bool:
    """Whether it begins as SQLite's files do, or is empty."""
    with path.open("rb") as file:
        header = file.read(_HEADER_SIZE)
    return not header or (len(header) == _HEADER_SIZE and header.startswith(_HEADER))


def _set_up(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA temp_store = MEMORY")  # no patient in a temporary file
    connection.execute("PRAGMA trusted_schema = OFF")
