"""A store on a PostgreSQL server: connections with deadlines, healed where the server was restarted."""

import select
import time
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DisconnectionError, ProgrammingError
from sqlalchemy.pool import ConnectionPoolEntry

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models.faults import StoreUnavailable
from praxidesk.models.revision import VERSION_TABLE

if TYPE_CHECKING:
    import psycopg

OLDEST_SERVER = 15

_IDLE_SECONDS = 30.0
"""A connection that rested longer is asked whether it still lives."""


def connection_settings(patience_ms: int) -> dict[str, Any]:
    """How to connect, apart from where to: every wait has an end."""
    options = {
        "lock_timeout": patience_ms,
        "statement_timeout": max(2 * patience_ms, 10_000),
        "idle_in_transaction_session_timeout": 60_000,
        "TimeZone": "UTC",
        "jit": "off",  # our statements are short; planning a compilation costs more than it saves
    }
    return {
        "application_name": "praxidesk",
        "connect_timeout": 5,
        "tcp_user_timeout": 10_000,
        "keepalives_idle": 30,
        "options": " ".join(f"-c {name}={value}" for name, value in options.items()),
    }


def engine(url: URL, patience_ms: int) -> Engine:
    """Connections to the server; each reset, none older than it can answer."""
    made = create_engine(
        url.set(drivername="postgresql+psycopg"),
        connect_args=connection_settings(patience_ms),
        isolation_level="READ COMMITTED",
        use_native_hstore=False,  # saves a question per connection
        hide_parameters=True,
        pool_timeout=patience_ms / 1000,
    )
    event.listen(made, "checkin", _note_time)
    event.listen(made, "checkout", _heal)
    return made


def is_ours(connection: Connection) -> bool:
    """Whether the schema holds a PraxiDesk store; ``False`` where it is empty.

    Raises ``StoreUnavailable`` where another program's tables are in it, or the server is too old.
    """
    version = int((connection.dialect.server_version_info or (0,))[0])
    if version < OLDEST_SERVER:
        raise StoreUnavailable(
            StoreFault.OTHER, f"PostgreSQL {OLDEST_SERVER} or later is needed, this is {version}"
        )
    tables = connection.exec_driver_sql(
        "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = current_schema()"
    ).scalars()
    names = set(tables)
    if VERSION_TABLE in names:
        return True
    if names:
        raise StoreUnavailable(StoreFault.FOREIGN, "the database belongs to another program")
    return False


def is_missing_table(error: ProgrammingError) -> bool:
    """Whether the server knows no such table."""
    return getattr(error.orig, "sqlstate", None) == "42P01"


def _note_time(_connection: object, entry: ConnectionPoolEntry) -> None:
    entry.info["rested_since"] = time.monotonic()


def _heal(connection: "psycopg.Connection[Any]", entry: ConnectionPoolEntry, _proxy: object) -> None:
    """Replace a connection that died at rest, without a question to the server in the usual case.

    A server that ends a session sends a last word, so a socket at rest with something to read is
    suspect; as is one at rest for long, whose router may have forgotten it.
    """
    rested = time.monotonic() - entry.info.get("rested_since", time.monotonic())
    if connection.closed:
        raise DisconnectionError
    readable, _, _ = select.select([connection.fileno()], [], [], 0)
    if not readable and rested < _IDLE_SECONDS:
        return
    try:
        connection.execute("SELECT 1")
        connection.rollback()
    except Exception as error:
        raise DisconnectionError from error
