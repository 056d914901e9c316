"""A real store that answers when the test lets it, fails when it is told to, or loses an answer."""

from collections.abc import Callable
from threading import Condition
from typing import Any, cast

from praxidesk.engine.outcomes import StoreFault
from praxidesk.worker.access import Access, AccessFailed
from praxidesk.worker.opening import store_at

_AT_ONCE = frozenset({"dialect", "person", "practice", "noticed", "silence", "close", "make_ready"})
"""Not asked for by anybody at the desk."""
_LONGEST = 30.0
"""Seconds; a test that forgets to release ends, and fails."""


class SlowStore:
    """Opens the store at an address; while it is slow, each request waits for ``release``."""

    def __init__(self, url: str) -> None:
        self._open = store_at(url)
        self._turn = Condition()
        self._is_slow = False
        self._allowed = 0
        self._waiting = ""
        self.asked: list[str] = []
        """The names of all requests, in order."""
        self.fault: StoreFault | None = None
        """What the next change meets, before anything is written."""
        self.loses_answer = False
        """The next change is written, and its answer lost with the connection."""

    def __call__(self) -> Access:
        return cast(Access, _SlowAccess(self, self._open()))

    @property
    def waiting(self) -> str:
        """The name of the request that waits for ``release``; empty where none does."""
        with self._turn:
            return self._waiting

    def be_slow(self) -> None:
        with self._turn:
            self._is_slow = True

    def release(self, count: int | None = None) -> None:
        """Let so many requests go on; without ``count``, all of them from now on."""
        with self._turn:
            if count is None:
                self._is_slow = False
            else:
                self._allowed += count
            self._turn.notify_all()

    def passed(self, name: str, ask: Callable[[], Any]) -> Any:
        """On the store thread."""
        with self._turn:
            self.asked.append(name)
            self._waiting = name
            assert self._turn.wait_for(lambda: not self._is_slow or self._allowed, _LONGEST)
            self._waiting = ""
            if self._is_slow:
                self._allowed -= 1
        if name.startswith("change"):
            if (fault := self.fault) is not None:
                self.fault = None
                raise AccessFailed(fault, "made up")
            if self.loses_answer:
                self.loses_answer = False
                ask()
                raise AccessFailed(StoreFault.UNREACHABLE, "made up")
        return ask()


class _SlowAccess:
    def __init__(self, slow: SlowStore, access: Access) -> None:
        self._slow = slow
        self._access = access

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._access, name)
        if name in _AT_ONCE:
            return found
        return lambda *asked: self._slow.passed(name, lambda: found(*asked))
