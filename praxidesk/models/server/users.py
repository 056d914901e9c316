"""The people who may log in to a server: added, removed, locked, and given passwords."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import URL, Connection, text

from praxidesk.engine.logins import LoginFault
from praxidesk.engine.passwords import PasswordFlaw, flaw_of_password
from praxidesk.models.server.access import SCHEMA
from praxidesk.models.server.admin import ServerRefused, administering
from praxidesk.models.server.roles import StaffRole
from praxidesk.models.server.scram import verifier

_PATIENCE_SECONDS = 30
"""For one call: a session that is ended may take five seconds to go."""


class BadPassword(ServerRefused):
    """It is not good enough; nothing was changed."""

    def __init__(self, flaw: PasswordFlaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


@dataclass(frozen=True, slots=True)
class User:
    """One login and what its person does."""

    name: str
    role: StaffRole
    practitioner: str
    """The code of the practitioner whose login it is; else empty."""
    is_locked: bool
    sessions: int
    """How many connections it has at the moment."""
    sites: tuple[str, ...] = ()
    """Codes of the sites that it sees; empty: all."""
    full_name: str = ""
    """As windows show it; of a practitioner mostly empty, for theirs is known."""


def add_user(
    url: URL,
    name: str,
    role: StaffRole,
    password: str,
    practitioner: str | None = None,
    *,
    full_name: str = "",
    sites: Sequence[str] = (),
) -> None:
    """Let somebody in. Raises ``ServerRefused`` with what speaks against it, as all of these do."""
    kept = _kept(name, password)
    with _managing(url) as connection:
        _call(connection, "add_login", name, role.value, practitioner, kept)
        if full_name:
            _call(connection, "name_login", name, full_name)
        if sites:
            _call(connection, "set_login_sites", name, json.dumps(sites))


def set_sites(url: URL, name: str, sites: Sequence[str]) -> int:
    """Bind a login to these sites, or with none of them to no site; how many connections were ended.

    They end because a connection that is open may remember what it was allowed before.
    """
    with _managing(url) as connection:
        _call(connection, "set_login_sites", name, json.dumps(sites))
    with _managing(url) as connection:
        return int(_call(connection, "end_sessions", name))


def edit_user(url: URL, name: str, full_name: str, sites: Sequence[str] | None) -> None:
    """Show somebody by this name, and bind them to these sites, both or neither.

    :param sites: as for ``set_sites``; ``None``: they stay as they are, and no connection is ended
    """
    with _managing(url) as connection:
        _call(connection, "name_login", name, full_name)
        if sites is not None:
            _call(connection, "set_login_sites", name, json.dumps(sites))
    if sites is not None:
        with _managing(url) as connection:
            _call(connection, "end_sessions", name)


def name_user(url: URL, name: str, full_name: str) -> None:
    """Show somebody by this name from now on; empty: by the practitioner's or the login."""
    with _managing(url) as connection:
        _call(connection, "name_login", name, full_name)


def remove_user(url: URL, name: str) -> int:
    """Take a login away for ever; how many open connections were ended."""
    ended = lock_user(url, name)
    with _managing(url) as connection:
        _call(connection, "remove_login", name)
    return ended


def lock_user(url: URL, name: str) -> int:
    """Let nobody log in by this name until it is unlocked; how many open connections were ended."""
    with _managing(url) as connection:
        _call(connection, "lock_login", name)
    # Only now that nobody gets in any more.
    with _managing(url) as connection:
        return int(_call(connection, "end_sessions", name))


def unlock_user(url: URL, name: str) -> None:
    """Let the login in again, with the password that it had."""
    with _managing(url) as connection:
        _call(connection, "unlock_login", name)


def set_password(url: URL, name: str, password: str) -> None:
    """Give a login another password; one's own needs no admin."""
    kept = _kept(name, password)
    with _managing(url) as connection:
        if name == connection.scalar(text("SELECT session_user")):
            _call(connection, "set_own_password", kept)
        else:
            _call(connection, "set_password", name, kept)


def users(url: URL) -> tuple[User, ...]:
    """Everybody who may log in, or is locked, by name."""
    return asked_by(url)[1]


def asked_by(url: URL) -> tuple[str, tuple[User, ...]]:
    """The same, and whose login asks: an admin's, or the server's own administrator."""
    with _managing(url) as connection:
        rows = connection.execute(text(f"SELECT * FROM {SCHEMA}.logins()"))  # noqa: S608 - a constant
        bound = connection.execute(text(f"SELECT * FROM {SCHEMA}.login_sites()"))  # noqa: S608 - as above
        sites = {name: tuple(codes) for name, codes in bound}
        called = connection.execute(text(f"SELECT name, full_name FROM {SCHEMA}.people()"))  # noqa: S608
        names = {str(name): str(full_name) for name, full_name in called}
        return str(connection.scalar(text("SELECT session_user"))), tuple(
            User(
                name,
                StaffRole(role),
                practitioner or "",
                locked,
                sessions,
                sites.get(name, ()),
                names.get(name, ""),
            )
            for name, role, practitioner, locked, sessions in rows
        )


def _kept(name: str, password: str) -> str:
    """What the server keeps of a password that is good enough. Raises ``ServerRefused``."""
    if flaw := flaw_of_password(name, password):
        raise BadPassword(flaw)
    return verifier(password)


@contextmanager
def _managing(url: URL) -> Iterator[Connection]:
    with administering(url, _PATIENCE_SECONDS) as connection:
        if connection.scalar(text(f"SELECT 1 FROM pg_namespace WHERE nspname = '{SCHEMA}'")) is None:  # noqa: S608 - a constant
            raise ServerRefused(
                "this database is not set up for users: run praxidesk server init first",
                LoginFault.NOT_SET_UP,
            )
        yield connection


def _call(connection: Connection, function: str, *values: str | None) -> Any:  # noqa: ANN401 - what it returns
    """Call one of the database's functions; its values are parameters, never part of the statement."""
    names = {f"value{place}": value for place, value in enumerate(values)}
    asked = ", ".join(f"CAST(:{name} AS text)" for name in names)
    return connection.scalar(text(f"SELECT {SCHEMA}.{function}({asked})"), names)
