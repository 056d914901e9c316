"""Whose turn it is to write into a file: everybody who waits looks equally often."""

import random
import sqlite3
import time

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

_PAUSE_S = (0.001, 0.003)
"""Between two looks; not always the same, so that two programs do not keep step."""
_PRIMARY = 0xFF
"""Of SQLite's extended codes of errors, what all of a kind share."""


def take_turn(connection: Connection, statement: str, patience_ms: int) -> None:
    """Begin a transaction that writes, as soon as whoever writes now has ended.

    SQLite's own waiting sleeps the longer the longer it has waited, up to a tenth of a second, so that
    whoever comes later is faster: of eight programs some wait for seconds. Raises what SQLite raised
    where patience has ended.
    """
    driver: sqlite3.Connection = connection.connection.dbapi_connection  # type: ignore[assignment]
    until = time.monotonic() + patience_ms / 1000
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        while not _begun(connection, statement, until):
            time.sleep(random.uniform(*_PAUSE_S))  # noqa: S311 - nothing secret
    finally:
        # What is read and committed from here on waits as ever.
        driver.execute(f"PRAGMA busy_timeout = {patience_ms}")


def _begun(connection: Connection, statement: str, until: float) -> bool:
    try:
        connection.exec_driver_sql(statement)
    except OperationalError as error:
        code = getattr(error.orig, "sqlite_errorcode", 0) & _PRIMARY
        if code != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
            raise
        return False
    return True
