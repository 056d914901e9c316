"""One careful look at a database server: why nobody gets in, or what one may do there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL

from praxidesk.engine.server_probe import ServerTrouble
from praxidesk.models.faults import StoreUnavailable
from praxidesk.models.server.hang_guard import HangGuard
from praxidesk.models.server.postgres_server import OLDEST_SERVER
from praxidesk.models.server.transport import encryption
from praxidesk.models.server.trouble import trouble_in

PATIENCE_SECONDS = 6
"""For one address of the server; a name may have several."""

_RIGHTS = """
SELECT has_schema_privilege(current_schema(), 'CREATE'),
       EXISTS (SELECT FROM pg_extension WHERE extname = 'btree_gist')
       OR (EXISTS (SELECT FROM pg_available_extensions WHERE name = 'btree_gist')
           AND has_database_privilege(current_database(), 'CREATE'))
"""


class ServerUnusable(Exception):
    """What is in the way; the text is technical and holds no password."""

    def __init__(self, trouble: ServerTrouble, detail: str = "") -> None:
        super().__init__(detail)
        self.trouble = trouble
        self.detail = detail


def look_in(address: URL) -> None:
    """See that the server lets this login into the database, and is new enough.

    :raises ServerUnusable: with what is in the way
    """
    with _guarded(address) as connection:
        version = int(connection.info.server_version) // 10_000
        if version < OLDEST_SERVER:
            raise ServerUnusable(ServerTrouble.SERVER_TOO_OLD, f"PostgreSQL {version}")


def require_rights(address: URL) -> None:
    """See that a store could be made in an empty database.

    :raises ServerUnusable: with the right that is missing
    """
    with _guarded(address) as connection:
        may_create, has_extension = connection.execute(_RIGHTS).fetchone()
    if not may_create:
        raise ServerUnusable(ServerTrouble.NO_RIGHT)
    if not has_extension:
        raise ServerUnusable(ServerTrouble.NO_EXTENSION)


@contextmanager
def _guarded(address: URL) -> Iterator[Any]:
    """A connection whose socket is closed where the server stops in the middle of what it is asked."""
    import psycopg  # noqa: PLC0415 - a practice on one computer never needs it

    connection, guard = _connected(address), HangGuard(PATIENCE_SECONDS + 1)
    try:
        with guard.watching(connection), connection:
            yield connection
    except psycopg.OperationalError as error:
        raise ServerUnusable(ServerTrouble.NO_ANSWER, type(error).__name__) from None
    finally:
        guard.stop()


def _connected(address: URL) -> Any:  # noqa: ANN401 - psycopg is not imported before it is wanted
    import psycopg  # noqa: PLC0415 - a practice on one computer never needs it

    settings: dict[str, Any] = {
        "host": address.host,
        "port": address.port,
        "user": address.username,
        "password": address.password,
        "dbname": address.database,
        **{key: value for key, value in address.query.items() if isinstance(value, str)},
        **_transport(address),
        "connect_timeout": PATIENCE_SECONDS,
        "options": f"-c statement_timeout={PATIENCE_SECONDS * 1000}",
        "application_name": "praxidesk",
    }
    given = {key: value for key, value in settings.items() if value is not None}
    try:
        return psycopg.connect(**given)
    except psycopg.Error as error:
        # Without the cause: its words may hold what the address holds.
        raise ServerUnusable(trouble_in(str(error)), type(error).__name__) from None


def _transport(address: URL) -> dict[str, str]:
    try:
        return encryption(address)
    except StoreUnavailable as fault:
        raise ServerUnusable(fault.trouble or ServerTrouble.OTHER, fault.detail) from None
