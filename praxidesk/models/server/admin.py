"""An administrator's connection to a server: one transaction, faults in plain words, no secret told."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, create_engine
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from praxidesk.engine.logins import LoginFault
from praxidesk.engine.outcomes import StoreFault
from praxidesk.models.faults import StoreUnavailable, translated
from praxidesk.models.server.hang_guard import HangGuard
from praxidesk.models.server.transport import encryption
from praxidesk.models.server.url import server_url, target

REFUSED_IN_WORDS = "PX001"
"""The SQLSTATE of what a function of ours refuses: its message is for people, its constraint for programs."""

_OPTIONS = "-c search_path=public -c client_min_messages=error -c lock_timeout=60000 -c TimeZone=UTC"
"""``search_path``: no schema of the administrator's own may be taken for ours."""


class ServerRefused(Exception):
    """The server, or what is in the database, does not allow what was asked; says why and what to do."""

    def __init__(self, message: str, why: LoginFault = LoginFault.OTHER) -> None:
        super().__init__(message)
        self.why = why
        """For programs, where it is about somebody's login."""


def server_address(address: str, password: str | None = None) -> URL:
    """The address of a server; with a password where it names none.

    Raises ``ServerRefused``, which does not repeat it: it may hold a password.
    """
    try:
        url = server_url(address)
    except (ArgumentError, ValueError):
        raise ServerRefused("the address of the server cannot be read") from None
    if url.drivername not in {"postgresql", "postgres", "postgresql+psycopg"}:
        raise ServerRefused("the address of a server begins with postgresql://")
    if password is not None and url.password is None:
        url = url.set(password=password)
    return url.set(drivername="postgresql+psycopg")


@contextmanager
def administering(url: URL, patience: float | None = None) -> Iterator[Connection]:
    """A transaction of the administrator: all of it is done, or nothing.

    Raises ``ServerRefused`` where a right is missing, ``StoreUnavailable`` for other faults.

    :param patience: seconds after which a call is given up that a server which hangs does not answer
    """
    engine = create_engine(
        url,
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={
            "connect_timeout": 5,
            "application_name": "praxidesk server",
            "options": _OPTIONS,
            **encryption(url),
            **target(url, reads_only=False),
        },
    )
    guard = None if patience is None else HangGuard(patience)
    if guard is not None:
        guard.watch(engine)
    try:
        with engine.connect() as connection, connection.begin():
            yield connection
    except DBAPIError as error:
        raise _in_plain_words(error) from None  # a driver's error may quote what it was given
    finally:
        if guard is not None:
            guard.stop()


def _in_plain_words(error: DBAPIError) -> Exception:
    state = getattr(error.orig, "sqlstate", None)
    if state == REFUSED_IN_WORDS:
        told = getattr(error.orig, "diag")  # noqa: B009 - psycopg's
        return ServerRefused(str(told.message_primary), _fault(told.constraint_name))
    if state == "42501":
        return ServerRefused(
            "this login lacks the right to do that; nothing was changed. Use a superuser of the server"
            " (often postgres), or for users a login of the role admin",
            LoginFault.NOT_ALLOWED,
        )
    if state in {"0A000", "58P01"}:
        return ServerRefused(
            "the server has no extension btree_gist: install the package postgresql-contrib on it,"
            " then try again"
        )
    if state == "25006":
        return ServerRefused("this server is a read-only copy: name the one that is written to")
    fault = translated(error)
    return fault if isinstance(fault, StoreUnavailable) else StoreUnavailable(StoreFault.OTHER, str(fault))


def _fault(name: str | None) -> LoginFault:
    """A server that was set up by an older program names none."""
    return LoginFault(name) if name in set(LoginFault) else LoginFault.OTHER
