"""A server that hangs must not take its client along.

A stopped server, or a cable pulled out, answers nothing: its own time limits do not fire, and libpq waits
for ever. So every call has a limit on this side too, after which its socket is closed under it.
"""

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, ExceptionContext, event

if TYPE_CHECKING:
    import psycopg


class HangGuard:
    """Watches the calls of one engine's connections; costs a lock and a dictionary entry a call."""

    def __init__(self, limit_seconds: float) -> None:
        self._limit = limit_seconds
        self._running: dict[int, tuple[float, psycopg.Connection[Any]]] = {}
        self._lock = threading.Lock()
        """Held while calls are noted or cut, so that none is cut which begins where an old one ended."""
        self._stopped = threading.Event()
        self._watcher: threading.Thread | None = None

    def watch(self, engine: Engine) -> None:
        """Take every call of this engine under guard."""
        event.listen(engine, "connect", self._on_connected)
        event.listen(engine, "before_cursor_execute", self._on_execute)
        event.listen(engine, "after_cursor_execute", self._on_executed)
        event.listen(engine, "handle_error", self._on_error)
        event.listen(engine, "commit", self._on_end_of_transaction)
        event.listen(engine, "rollback", self._on_end_of_transaction)
        event.listen(engine, "checkin", self._on_checkin)

    @contextmanager
    def watching(self, driver: "psycopg.Connection[Any]") -> Iterator[None]:
        """Take under guard what is asked of a connection directly."""
        self._begin(driver)
        try:
            yield
        finally:
            self._end(driver)

    def expect(self, driver: "psycopg.Connection[Any]") -> None:
        """A new connection: SQLAlchemy's first questions to it are seen by no event."""
        self._begin(driver)

    def cut_all(self) -> None:
        """The server is known to hang: nobody who waits for it now waits any longer."""
        with self._lock:
            for _, driver in self._running.values():
                cut(driver)
            self._running.clear()

    def stop(self) -> None:
        """Watch no longer."""
        self._stopped.set()
        if self._watcher is not None:
            self._watcher.join()

    def _on_connected(self, driver: object, _record: object) -> None:
        self._end(driver)

    def _on_execute(self, _connection: Connection, cursor: Any, *_: object) -> None:  # noqa: ANN401
        self._begin(cursor.connection)

    def _on_executed(self, _connection: Connection, cursor: Any, *_: object) -> None:  # noqa: ANN401
        self._end(cursor.connection)

    def _on_error(self, context: ExceptionContext) -> None:
        if context.execution_context is not None:
            cursor: Any = context.execution_context.cursor
            self._end(cursor.connection)

    def _on_end_of_transaction(self, connection: Connection) -> None:
        if not connection.invalidated:
            driver: Any = connection.connection.dbapi_connection
            self._begin(driver)

    def _on_checkin(self, driver: object, _record: object) -> None:
        self._end(driver)

    def _begin(self, driver: "psycopg.Connection[Any]") -> None:
        with self._lock:
            self._running[id(driver)] = (time.monotonic() + self._limit, driver)
            if self._watcher is None:
                self._watcher = threading.Thread(target=self._run, name="hang guard", daemon=True)
                self._watcher.start()

    def _end(self, driver: object) -> None:
        with self._lock:
            self._running.pop(id(driver), None)

    def _run(self) -> None:
        while not self._stopped.wait(self._limit / 4):
            now = time.monotonic()
            with self._lock:
                for key, (deadline, driver) in list(self._running.items()):
                    if now > deadline:
                        del self._running[key]
                        cut(driver)


def cut(driver: "psycopg.Connection[Any]") -> None:
    """Close the socket for both directions: who waits for it gets an error at once."""
    try:
        with socket.socket(fileno=os.dup(driver.fileno())) as line:
            line.shutdown(socket.SHUT_RDWR)
    except Exception:  # noqa: BLE001 - psycopg's or the system's; it was closed meanwhile, which is as good
        return
