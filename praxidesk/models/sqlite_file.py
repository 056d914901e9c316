"""A store in one SQLite file: made, recognised, and opened the safe way."""

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, QueuePool

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models.faults import StoreUnavailable
from praxidesk.models.places import unsafe_because

APPLICATION_ID = 0x50784473
"""``PxDs`` in the file's header, written by the first migration."""

BEGIN = "praxidesk_begin"
"""Execution option: the statement a transaction begins with."""

_HEADER = b"SQLite format 3\0"


def prepare(path: Path, *, create: bool) -> bool:
    """Look at the place and the file before SQLite does; whether the file was made here.

    Raises ``StoreUnavailable`` where there is no file, something else, or a place that loses bookings.
    """
    if reason := unsafe_because(path):
        raise StoreUnavailable(StoreFault.UNSAFE_PLACE, reason)
    try:
        if path.is_dir():
            raise StoreUnavailable(StoreFault.DAMAGED, f"{path} is a folder")
        if path.exists():
            with path.open("rb") as file:
                header = file.read(100)
            if header and (len(header) < 100 or not header.startswith(_HEADER)):
                raise StoreUnavailable(StoreFault.DAMAGED, f"{path} is no database")
            return False
        if not create:
            raise StoreUnavailable(StoreFault.MISSING, f"{path} does not exist")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Patients are in it: nobody but the owner reads it. SQLite gives its journals the same mode.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return False  # another process was faster: its file then
    except OSError as error:
        fault = StoreFault.READ_ONLY if isinstance(error, PermissionError) else StoreFault.OTHER
        raise StoreUnavailable(fault, f"{path}: {error.strerror}") from error
    return True


def engine(path: Path, patience_ms: int) -> Engine:
    """Connections to the file: foreign keys on, every commit on the disk, waits bounded."""
    made = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: _connect(path, patience_ms),
        poolclass=QueuePool,
        hide_parameters=True,
    )
    event.listen(made, "connect", _set_up)
    event.listen(made, "begin", _begin)
    return made


def migrating_engine(path: Path, patience_ms: int) -> Engine:
    """For migrations only: a table that is rebuilt must not take along what refers to it."""
    made = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: _connect(path, patience_ms),
        poolclass=NullPool,
        hide_parameters=True,
    )
    event.listen(made, "begin", _begin)
    return made


def wal_is_safe(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    """Whether this SQLite is free of the WAL-reset bug, which may lose commits (3.7.0 to 3.51.2)."""
    return version >= (3, 51, 3) or any(
        version[:2] == fixed[:2] and version >= fixed for fixed in ((3, 50, 7), (3, 44, 6))
    )


def choose_journal(connection: Connection) -> str:
    """Set the journal mode that is safe with this library; the mode that is in force then.

    Outside a transaction. A file that cannot be written keeps its mode.
    """
    wanted = "wal" if wal_is_safe() else "delete"
    driver: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    (mode,) = driver.execute("PRAGMA journal_mode").fetchone()
    if mode != wanted:
        try:
            (mode,) = driver.execute(f"PRAGMA journal_mode = {wanted}").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY:
                raise
    return str(mode)


def is_ours(connection: Connection) -> bool:
    """Whether the file is a PraxiDesk store; ``False`` where it is empty.

    Raises ``StoreUnavailable`` where another program's data is in it.
    """
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID:
        return True
    if connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one():
        raise StoreUnavailable(StoreFault.FOREIGN, "the file is a database of another program")
    return False


def _connect(path: Path, patience_ms: int) -> sqlite3.Connection:
    """Open without creating: a file that vanished must not come back empty."""
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=rw",
        uri=True,
        timeout=patience_ms / 1000,
        isolation_level=None,  # transactions begin where we say, and as we say
        check_same_thread=False,  # the pool hands a connection to one thread at a time
    )


def _set_up(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA temp_store = MEMORY")  # no patient in a temporary file
    connection.execute("PRAGMA trusted_schema = OFF")


def _begin(connection: Connection) -> None:
    """Writers take their lock at once: a lock wanted later fails without waiting."""
    connection.exec_driver_sql(connection.get_execution_options().get(BEGIN, "BEGIN"))
