"""The file beside an encrypted store that holds its key, wrapped once for each person and for recovery.

It is a small database of its own and not encrypted: transactions keep it whole, and count wrong passwords one
by one. Without a password nothing in it opens anything.
"""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from praxidesk.engine.lockout import Attempts
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.sign_in import NotSignedIn, SignInRefused
from praxidesk.models import password_hash
from praxidesk.models.faults import StoreUnavailable
from praxidesk.models.sqlite.wrapped_key import KeyDamaged, WrappedKey, unwrap, wrap

SUFFIX = ".keys"
RECOVERY = ""
"""The login of the recovery key."""
_APPLICATION_ID = 0x50784B79
_PATIENCE_SECONDS = 5.0
_COLUMNS = "store, login, salt, memory_kib, rounds, lanes, wrapped, proof, checksum"
_PUT = f"INSERT OR REPLACE INTO wrapped_key ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - constants
_GET = f"SELECT {_COLUMNS}, failures, failed_at FROM wrapped_key WHERE login = ?"  # noqa: S608 - as above
_SCHEMA = f"""
    PRAGMA application_id = {_APPLICATION_ID};
    CREATE TABLE wrapped_key (
        login TEXT PRIMARY KEY, store TEXT NOT NULL, salt BLOB NOT NULL, memory_kib INTEGER NOT NULL,
        rounds INTEGER NOT NULL, lanes INTEGER NOT NULL, wrapped BLOB NOT NULL, proof BLOB NOT NULL,
        checksum TEXT NOT NULL, failures INTEGER NOT NULL DEFAULT 0, failed_at INTEGER
    ) STRICT;
"""


def key_file_of(store: Path) -> Path:
    """Where the wrapped keys of a store lie."""
    return store.with_name(store.name + SUFFIX)


class KeyFile:
    """One key file. What the system or the file keeps from being done is raised as ``StoreUnavailable``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def make(cls, path: Path) -> "KeyFile":
        """A new one, which only its owner may read."""
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(path)) as made:
            made.executescript(_SCHEMA)
        return cls(path)

    def logins(self) -> tuple[str, ...]:
        """Who can open the store, by login; without the recovery key."""
        with self._changing() as file:
            found = file.execute("SELECT login FROM wrapped_key WHERE login <> ? ORDER BY login", (RECOVERY,))
            return tuple(login for (login,) in found)

    def put(self, login: str, key: bytes, password: str) -> None:
        """Let a password bring out the key; the one before does no more."""
        with self._changing() as file:
            found = file.execute("SELECT store FROM wrapped_key LIMIT 1").fetchone()
            store = found[0] if found else secrets.token_hex(16)
            its = wrap(store, login, key, password)
            values = (its.salt, its.memory_kib, its.rounds, its.lanes, its.wrapped, its.proof, its.check)
            file.execute(_PUT, (store, login, *values))

    def take_out(self, login: str) -> None:
        """Let nobody bring out the key by this login any more."""
        with self._changing() as file:
            file.execute("DELETE FROM wrapped_key WHERE login = ?", (login,))

    def forgive(self, login: str) -> None:
        """Let nobody wait any more who mistyped."""
        with self._changing() as file:
            file.execute("UPDATE wrapped_key SET failures = 0, failed_at = NULL WHERE login = ?", (login,))

    def attempts(self, login: str) -> Attempts:
        """The wrong passwords of a login; none of one that is not there."""
        with self._changing() as file:
            found = file.execute(
                "SELECT failures, failed_at FROM wrapped_key WHERE login = ?", (login,)
            ).fetchone()
            return Attempts(*found) if found else Attempts()

    def open(self, login: str, password: str, now: int) -> bytes | SignInRefused | None:
        """The key; or why not. ``None``: there is no such login, which took as long as a wrong password.

        The attempt is counted before anybody learns what came of it.
        """
        with self._changing() as file:
            row = file.execute(_GET, (login,)).fetchone()
            if row is None:
                password_hash.fits(password_hash.NOBODYS, password)
                return None
            *kept, failures, failed_at = row
            attempts = Attempts(failures, failed_at).seen(now)
            until = attempts.waits_until(now)
            if until is None:
                try:
                    key = unwrap(WrappedKey(*kept), password)
                except KeyDamaged:
                    raise self._damaged() from None
                attempts = Attempts() if key is not None else attempts.failed(now)
            file.execute(
                "UPDATE wrapped_key SET failures = ?, failed_at = ? WHERE login = ?",
                (attempts.failures, attempts.failed_at, login),
            )
        if until is not None:
            return SignInRefused(NotSignedIn.WAITING, until)
        return SignInRefused(NotSignedIn.WRONG, attempts.waits_until(now)) if key is None else key

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(
                sqlite3.connect(
                    f"{self.path.resolve().as_uri()}?mode=rw",
                    uri=True,
                    timeout=_PATIENCE_SECONDS,
                    isolation_level=None,
                )
            ) as file:
                file.execute("PRAGMA synchronous = FULL")
                file.execute("BEGIN IMMEDIATE")
                yield file
                file.execute("COMMIT")
        except sqlite3.Error as error:
            name = getattr(error, "sqlite_errorname", "")
            if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise StoreUnavailable(StoreFault.LOCKED, f"another program holds {self.path}") from None
            if name.startswith("SQLITE_CANTOPEN"):
                raise StoreUnavailable(StoreFault.MISSING, f"{self.path} cannot be opened") from None
            if name.startswith("SQLITE_READONLY"):
                raise StoreUnavailable(StoreFault.READ_ONLY, f"{self.path} cannot be written") from None
            if name.startswith("SQLITE_FULL"):
                raise StoreUnavailable(StoreFault.DISK_FULL, f"{self.path} cannot be written") from None
            raise self._damaged() from None

    def _damaged(self) -> StoreUnavailable:
        return StoreUnavailable(
            StoreFault.DAMAGED,
            f"the key file {self.path} is damaged: put back a copy of it, or use the recovery key",
        )
