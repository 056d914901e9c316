"""The two drivers of SQLite: Python's own, and SQLCipher's, which also reads encrypted files."""

import sqlite3
import sys
from typing import Any

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models.faults import StoreUnavailable

_CIPHER = "sqlcipher3.dbapi2"
KEY_BYTES = 32


def driver(*, encrypted: bool) -> Any:  # noqa: ANN401 - a module of DB-API 2
    """The one that can read the file.

    Raises ``StoreUnavailable`` where the file is encrypted and the optional extra is not installed.
    """
    if not encrypted:
        return sqlite3
    try:
        from sqlcipher3 import dbapi2  # noqa: PLC0415 - optional
    except ImportError:
        raise StoreUnavailable(
            StoreFault.OTHER,
            'encrypted files need the optional part of PraxiDesk: pip install "praxidesk[encrypted]"',
        ) from None
    return dbapi2


def errors() -> tuple[type[Exception], ...]:
    """What the drivers in use raise."""
    cipher = sys.modules.get(_CIPHER)
    return (sqlite3.Error,) if cipher is None else (sqlite3.Error, cipher.Error)


def unlock(connection: Any, key: bytes) -> None:  # noqa: ANN401 - SQLCipher's connection
    """Give a new connection the key; before that it can read nothing."""
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error
    connection.execute(f"PRAGMA key = {literal(key)}")


def literal(key: bytes) -> str:
    """The key itself, as SQLCipher takes it where nothing is to be derived from a word."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes")
    return f"\"x'{key.hex()}'\""
