"""A store on a PostgreSQL server: connections with deadlines, healed where the server was restarted."""

import select
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Dialect, ExceptionContext, create_engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models.at_desk import application_name, desk_name
from praxidesk.models.faults import StoreUnavailable, of_driver
from praxidesk.models.revision import VERSION_TABLE
from praxidesk.models.server.hang_guard import HangGuard
from praxidesk.models.server.sessions import end_overdue
from praxidesk.models.server.transport import encryption
from praxidesk.models.server.turns import ServerTurns
from praxidesk.models.server.url import connected, hosts_of, target
from praxidesk.models.sqlite.key_file import KeyFile

if TYPE_CHECKING:
    import psycopg

    from praxidesk.models.server.connection import ServerConnection

OLDEST_SERVER = 15

MIGRATION_LOCK = 0x50784473
_READ_ONLY = frozenset({"25006", "0A000"})
"""A change was refused, or a transaction that could have made one."""
_READY = "ready to book"
"""What a connection remembers of itself."""
_IDLE_SECONDS = 30.0
"""A connection that rested longer is asked whether it still lives."""


class PostgresServer:
    """Where a store lives: one database of a server, in the schema the login sees first."""

    key: bytes | None = None
    keys: KeyFile | None = None
    file: Path | None = None
    writing: Mapping[str, Any] = {}
    reading: Mapping[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    """One state for all statements of a read."""

    def __init__(self, url: URL, patience_ms: int, *, reads_only: bool = False) -> None:
        """Nothing is asked of the server yet. ``reads_only``: of several, one that follows will do."""
        self._is_one_of_several = len(hosts_of(url)) > 1
        self._settings: dict[str, Any] = {
            "url": url.set(drivername="postgresql+psycopg"),
            "connect_args": _connection_settings(patience_ms)
            | encryption(url)
            | target(url, reads_only=reads_only),
            "isolation_level": "READ COMMITTED",
            "use_native_hstore": False,  # saves a question per connection
            "hide_parameters": True,
        }
        self.engine = create_engine(pool_timeout=patience_ms / 1000, **self._settings)
        event.listen(self.engine, "checkin", _note_time)
        event.listen(self.engine, "checkout", self._heal)
        event.listen(self.engine, "checkout", self._tell_desk)
        event.listen(self.engine, "do_connect", self._connected)
        self._turns = ServerTurns(patience_ms)
        self._is_ready = False
        """Whether every connection was asked to learn; a new one was not."""
        self._guard = HangGuard(_statement_limit_ms(patience_ms) / 1000 + 1)
        self._guard.watch(self.engine)
        # Behind the guard, which has to hear of every error.
        event.listen(self.engine, "handle_error", self._on_error)

    @property
    def guard(self) -> HangGuard:
        """Over all calls to this server."""
        return self._guard

    def is_ours(self, connection: Connection) -> bool:
        """Whether the schema holds a PraxiDesk store; ``False`` where it is empty.

        Raises ``StoreUnavailable`` where another program's tables are in it, or the server is too old.
        """
        version = int((connection.dialect.server_version_info or (0,))[0])
        if version < OLDEST_SERVER:
            raise StoreUnavailable(
                StoreFault.OTHER, f"PostgreSQL {OLDEST_SERVER} or later is needed, this is {version}"
            )
        names = set(
            connection.exec_driver_sql(
                # A viewer's login sees a schema of views first.
                "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = ANY(current_schemas(false))"
            ).scalars()
        )
        if VERSION_TABLE in names:
            return True
        if names:
            raise StoreUnavailable(StoreFault.FOREIGN, "the database belongs to another program")
        return False

    def settle(self) -> None:
        """Nothing is left to choose here."""

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """A transaction that takes its time; a second one waits for the first."""
        unhurried = create_engine(poolclass=NullPool, **self._settings)
        with unhurried.connect() as connection, connection.begin():
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
            yield connection

    def sign_as(self, account: str | None) -> None:
        """Nothing: the journal names the login of the connection."""

    def begin_short(self, connection: Connection, *, writes: bool) -> None:
        """Before SQLAlchemy does, in the driver's own words."""
        driver: ServerConnection = connection.connection.dbapi_connection  # type: ignore[assignment]
        with self._driven(connection, driver):
            is_in_turn = self._turns.begin(driver, writes=writes)
        if not is_in_turn:
            self.end_overdue()  # whoever rests in a turn keeps everybody from it

    @contextmanager
    def _driven(self, connection: Connection, driver: "ServerConnection") -> Iterator[None]:
        """Past SQLAlchemy, with faults as it tells them."""
        try:
            with self._guard.watching(driver):
                yield
        except connection.dialect.loaded_dbapi.Error as error:
            if driver.closed:
                connection.invalidate()
            raise of_driver(error) from None

    def make_ready(self) -> None:
        """Have a connection learn for its first booking what it must, once."""
        if self._is_ready:
            return
        from praxidesk.models.server.rehearsal import rehearse  # noqa: PLC0415 - most programs never book

        with self.engine.connect() as connection, connection.begin():
            self._is_ready = True
            if connection.info.get(_READY):
                return
            connection.info[_READY] = True  # whatever comes of it
            driver: ServerConnection = connection.connection.dbapi_connection  # type: ignore[assignment]
            with self._driven(connection, driver):
                self._turns.begin_anyhow(driver)
            if rehearse(connection, driver):
                with self._driven(connection, driver):
                    self._turns.rehearse(driver)

    def library(self, connection: Connection) -> tuple[str, str]:
        """The version of the server; it has no journal mode."""
        return ".".join(str(part) for part in connection.dialect.server_version_info or ()), ""

    def end_overdue(self) -> bool:
        """Have the server do it, whose rules say what is too long."""
        try:
            with self.engine.connect() as connection, connection.begin():
                return end_overdue(connection) > 0
        except DBAPIError:
            return False  # what kept us waiting is said by the fault that led here

    def close(self) -> None:
        """Close all connections at rest."""
        self.engine.dispose()
        self._guard.stop()

    def discard(self) -> None:
        """Nothing to take away: a migration that failed was rolled back."""

    def _tell_desk(
        self, connection: "psycopg.Connection[Any]", entry: ConnectionPoolEntry, _proxy: object
    ) -> None:
        """Say what this desk is called, for the journal: once a connection, and when it is named anew."""
        name = desk_name()
        if entry.info.get("desk") == name:
            return
        try:
            with self._guard.watching(connection):
                connection.execute(
                    "SELECT set_config('praxi.desk', %s, false), set_config('application_name', %s, false)",
                    (name, application_name()),
                )
                connection.commit()
        except Exception as error:
            raise DisconnectionError from error
        entry.info["desk"] = name

    def _connected(self, _dialect: Dialect, _record: object, given: Any, named: Any) -> Any:  # noqa: ANN401
        driver = connected(given, named)
        self._guard.expect(driver)
        self._is_ready = False
        return driver

    def _on_error(self, context: ExceptionContext) -> None:
        """The one that may be written to is another one by now: the way to it is looked for anew."""
        if self._is_one_of_several and getattr(context.original_exception, "sqlstate", None) in _READ_ONLY:
            raise StoreUnavailable(StoreFault.UNREACHABLE, "the server has become a copy of another")

    def _heal(
        self, connection: "psycopg.Connection[Any]", entry: ConnectionPoolEntry, _proxy: object
    ) -> None:
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
            with self._guard.watching(connection):
                connection.execute("SELECT 1")
                connection.rollback()
        except Exception as error:
            raise DisconnectionError from error


def _connection_settings(patience_ms: int) -> dict[str, Any]:
    """How to connect, apart from where to: every wait has an end."""
    options = {
        "lock_timeout": patience_ms,
        "statement_timeout": _statement_limit_ms(patience_ms),
        "idle_in_transaction_session_timeout": 60_000,
        "TimeZone": "UTC",
        "jit": "off",  # our statements are short; planning a compilation costs more than it saves
    }
    return {
        "prepare_threshold": 1,  # whoever asks a thing twice asks it often
        "application_name": "praxidesk",
        "connect_timeout": 5,
        "tcp_user_timeout": 10_000,
        "keepalives_idle": 30,
        "options": " ".join(f"-c {name}={value}" for name, value in options.items()),
    }


def _statement_limit_ms(patience_ms: int) -> int:
    return max(2 * patience_ms, 1_000)


def _note_time(_connection: object, entry: ConnectionPoolEntry) -> None:
    entry.info["rested_since"] = time.monotonic()
