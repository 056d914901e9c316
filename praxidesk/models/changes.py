"""What others commit, noticed without reading the calendar: polled, costs microseconds while all is quiet."""

import re
import sqlite3
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.spans import Span, merged
from praxidesk.models import at_work
from praxidesk.models.at_work import Heard
from praxidesk.models.faults import StoreUnavailable, of_driver
from praxidesk.models.schema import LONGEST_SECONDS
from praxidesk.models.server.hang_guard import HangGuard
from praxidesk.models.server.pulse import Pulse
from praxidesk.models.sqlite import drivers as sqlite_drivers
from praxidesk.models.store import Store

if TYPE_CHECKING:
    import psycopg

_CHANNEL = "praxidesk"
_MOST_LINES = 1_000


@dataclass(frozen=True, slots=True)
class Changes:
    """What was committed since the last look, by anybody, oneself included."""

    spans: tuple[Span, ...] = ()
    """Where entries were put in, changed, or stood before: sorted and disjoint."""
    practice: bool = False
    """Hours, people, types, policy, or a patient's name."""
    everything: bool = False
    """It is not known what: load anew."""
    heard: tuple[Heard, ...] = ()
    """What other desks tell of themselves: no change of anything."""

    def __bool__(self) -> bool:
        """Whether there is anything to load."""
        return bool(self.spans) or self.practice or self.everything


_NOTHING = Changes()
_EVERYTHING = Changes(practice=True, everything=True)


class ChangeWatch:
    """Notices the commits to one store, from its making on. Used by one thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._source: _Source = self._connected()
        self._lost = False

    def poll(self) -> Changes:
        """What happened since the last call; never waits for anybody.

        Raises ``StoreUnavailable`` where the store is gone; the next call tries to find it again, and
        then answers that everything may have changed.
        """
        try:
            if self._lost:
                self._source = self._connected()
                self._lost = False
                return _EVERYTHING
            return self._source.poll()
        except StoreUnavailable:
            self.close()
            self._lost = True
            raise

    @property
    def silence(self) -> float:
        """Seconds since the server last gave a sign of life; none where there is no server."""
        return self._source.silence

    def close(self) -> None:
        """Give back its connection."""
        self._source.close()

    def _connected(self) -> "_Source":
        driver = self._store.driver_connection()
        try:
            guard = self._store.guard
            if guard is None:
                return _Journal(driver)
            return _Follower(driver, guard) if _follows(driver, guard) else _Listener(driver, guard)
        except BaseException:
            driver.close()
            raise


class _Source(Protocol):
    @property
    def silence(self) -> float:
        """Seconds since the server last gave a sign of life."""

    def poll(self) -> Changes:
        """What happened since the last call."""

    def close(self) -> None:
        """Give back the connection."""


class _Journal:
    """SQLite: a counter that others' commits raise says *that*, the history of the entries says *what*."""

    silence = 0.0

    def __init__(self, driver: sqlite3.Connection) -> None:
        self._driver = driver
        try:
            self._counter = self._number("PRAGMA data_version")
            self._last_line = self._number("SELECT coalesce(max(id), 0) FROM entry_change")
            self._practice = self._number("SELECT version FROM practice")
        except sqlite_drivers.errors() as error:
            raise of_driver(error) from None
        self._driver.execute("PRAGMA busy_timeout = 0")

    def poll(self) -> Changes:
        try:
            if self._number("PRAGMA data_version") == self._counter:
                return _NOTHING
            self._driver.execute("BEGIN")  # one state for all that is read
            try:
                return self._read()
            finally:
                self._driver.rollback()
        except sqlite_drivers.errors() as error:
            fault = of_driver(error)
            if isinstance(fault, StoreUnavailable) and fault.fault is StoreFault.LOCKED:
                return _NOTHING  # somebody is just committing: next time
            raise fault from None

    def close(self) -> None:
        self._driver.close()

    def _read(self) -> Changes:
        practice = self._number("SELECT version FROM practice")
        lines = self._driver.execute(_NEW_LINES, (self._last_line, _MOST_LINES)).fetchall()
        last_line = self._number("SELECT coalesce(max(id), 0) FROM entry_change")
        practice_changed = practice != self._practice
        seen_all = last_line == (lines[-1][0] if lines else self._last_line)
        # Only now: what failed halfway is looked at again.
        self._counter = self._number("PRAGMA data_version")
        self._practice, self._last_line = practice, last_line
        if not seen_all or not (lines or practice_changed):
            return _EVERYTHING  # too much, or neither an entry nor the practice
        spans = [Span(*line[at : at + 2]) for line in lines for at in (1, 3) if line[at] is not None]
        return Changes(tuple(merged(spans)), practice_changed)

    def _number(self, statement: str) -> int:
        return int(self._driver.execute(statement).fetchone()[0])


_NEW_LINES = """
    SELECT line.id, line.starts_at, line.ends_at, earlier.starts_at, earlier.ends_at
    FROM entry_change AS line
    LEFT JOIN entry_change AS earlier
        ON earlier.entry_id = line.entry_id AND earlier.version = line.version - 1
    WHERE line.id > ? ORDER BY line.id LIMIT ?
"""


class _Listener:
    """PostgreSQL: its triggers send what was touched to whoever listens."""

    def __init__(self, driver: "psycopg.Connection[Any]", guard: HangGuard) -> None:
        from psycopg import Error  # noqa: PLC0415 - with PostgreSQL only

        self._error = Error
        self._driver = driver
        try:
            with guard.watching(driver):
                self._driver.execute(f"LISTEN {_CHANNEL}; LISTEN {at_work.CHANNEL}")
        except Error as error:
            raise of_driver(error) from None
        # It listens to a server that may hang without a word, and so may all other calls to it.
        self._pulse = Pulse(driver, guard.cut_all)

    @property
    def silence(self) -> float:
        return self._pulse.silence

    def poll(self) -> Changes:
        try:
            notices = self._pulse.heard()
        except self._error as error:
            raise of_driver(error) from None
        if not notices:
            return _NOTHING
        heard = tuple(Heard(each.process, each.text) for each in notices if each.channel == at_work.CHANNEL)
        payloads = [each.text for each in notices if each.channel != at_work.CHANNEL]
        spans: list[Span] = []
        for payload in payloads:
            found = _touched(payload)
            if found is None:
                return replace(_EVERYTHING, heard=heard)
            spans += found
        return Changes(tuple(merged(spans)), "practice" in payloads, heard=heard)

    def close(self) -> None:
        self._pulse.stop()
        self._driver.close()


class _Follower:
    """A server that follows another lets nobody listen: what is visible says *that* it changed, not what."""

    def __init__(self, driver: "psycopg.Connection[Any]", guard: HangGuard) -> None:
        from psycopg import Error  # noqa: PLC0415 - with PostgreSQL only

        self._error = Error
        self._driver = driver
        self._pulse = Pulse(driver, guard.cut_all, question=b"SELECT pg_current_snapshot()")
        self._seen: bytes | None = None

    @property
    def silence(self) -> float:
        return self._pulse.silence

    def poll(self) -> Changes:
        try:
            self._pulse.heard()
        except self._error as error:
            raise of_driver(error) from None
        seen, self._seen = self._seen, self._pulse.answer
        return _NOTHING if self._seen in (None, seen) else _EVERYTHING

    def close(self) -> None:
        self._pulse.stop()
        self._driver.close()


def _follows(driver: "psycopg.Connection[Any]", guard: HangGuard) -> bool:
    """Whether the server only follows another one. Ends whatever transaction there was."""
    from psycopg import Error  # noqa: PLC0415 - with PostgreSQL only

    try:
        with guard.watching(driver):
            driver.rollback()
            driver.autocommit = True
            return driver.execute("SELECT pg_is_in_recovery()").fetchone() == (True,)
    except Error as error:
        raise of_driver(error) from None


def _touched(payload: str) -> list[Span] | None:
    """The spans of one message; ``None`` where it is not our triggers': anybody may send to the channel."""
    if payload == "practice":
        return []
    if _OF_ENTRY.fullmatch(payload) is None:
        return None
    instants = [int(each) for each in payload.split()[1:]]
    spans = [Span(*instants[at : at + 2]) for at in range(0, len(instants), 2)]
    return spans if all(0 < each.end - each.start <= LONGEST_SECONDS for each in spans) else None


_OF_ENTRY = re.compile(r"entry( -?\d{1,12} -?\d{1,12}){1,2}", re.ASCII)
