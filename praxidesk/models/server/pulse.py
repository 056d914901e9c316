"""The pulse of a server: an empty question, asked again and again, that is answered at once or not at all.

To somebody who only listens, a stopped server and a quiet morning are the same; and a call that the server
never answers could be a long one. Whoever feels the pulse knows both within seconds.
"""

import select
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from praxidesk.models.server.hang_guard import cut

if TYPE_CHECKING:
    import psycopg

REST_SECONDS = 1.5
"""Between an answer and the next question."""
PATIENCE_SECONDS = 3.0
"""How long the answer may take. A busy server answers nothing faster than this."""
_SLICE_SECONDS = 0.1


class Notice(NamedTuple):
    """One notification."""

    channel: str
    process: int
    """The server's, of the session that sent it."""
    text: str


class Pulse:
    """Of one connection, which listens besides; the thread that listens may do so at any time."""

    def __init__(
        self,
        driver: "psycopg.Connection[Any]",
        on_silence: Callable[[], None],
        question: bytes = b"",
    ) -> None:
        """``on_silence`` is called on the pulse's own thread, once; the question has one value or none."""
        from psycopg import Error  # noqa: PLC0415 - with PostgreSQL only

        self._error = Error
        self._driver = driver
        self._on_silence = on_silence
        self._question = question
        self.answer: bytes | None = None
        """The newest."""
        self._lock = threading.Lock()
        """Of the connection: libpq takes one caller at a time. Never held while waiting."""
        self._stopped = threading.Event()
        self._felt_at = time.monotonic()
        self._thread = threading.Thread(target=self._run, name="pulse", daemon=True)
        self._thread.start()

    @property
    def silence(self) -> float:
        """Seconds since the server last answered."""
        return time.monotonic() - self._felt_at

    def heard(self) -> list[Notice]:
        """What was notified since the last call, without waiting. Raises psycopg's errors."""
        line = self._driver.pgconn
        with self._lock:
            line.consume_input()
            notices: list[Notice] = []
            while (notice := line.notifies()) is not None:
                text = notice.extra.decode(errors="replace")
                notices.append(Notice(notice.relname.decode(errors="replace"), notice.be_pid, text))
        return notices

    def stop(self) -> None:
        """Feel it no longer; afterwards the connection may be closed."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopped.wait(REST_SECONDS):
            try:
                self._ask()
                is_there = self._is_answered()
            except (self._error, OSError, ValueError):
                return  # the connection is gone, which whoever listens sees by itself
            if self._stopped.is_set():
                return
            if not is_there:
                cut(self._driver)
                self._on_silence()
                return
            self._felt_at = time.monotonic()

    def _ask(self) -> None:
        with self._lock:
            self._driver.pgconn.send_query(self._question)
            self._driver.pgconn.flush()

    def _is_answered(self) -> bool:
        until = time.monotonic() + PATIENCE_SECONDS
        while not self._stopped.is_set():
            if self._has_result():
                return True
            if time.monotonic() > until:
                return False
            select.select([self._driver.fileno()], [], [], _SLICE_SECONDS)
        return False

    def _has_result(self) -> bool:
        """Whether the question is answered to its end."""
        line = self._driver.pgconn
        with self._lock:
            line.consume_input()
            while not line.is_busy():
                result = line.get_result()
                if result is None:
                    return True
                if result.ntuples:
                    self.answer = result.get_value(0, 0)
        return False
