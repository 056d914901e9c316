"""The way to the store: opened, let go of where it is lost, found again, and since when which of these."""

import logging
import math
from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from praxidesk.engine.outcomes import StoreFault
from praxidesk.worker.access import LOST_CONNECTION, Access, AccessFailed, OpenStore
from praxidesk.worker.messages import StoreState
from praxidesk.worker.pace import Pace

HOPE_SECONDS = 20.0
"""A restart or a failover takes less; a server that is away for longer is away."""
SETTLED_SECONDS = 2.0
"""A connection that held for so long is looked for again at once when it is lost."""
_PASSING = frozenset({StoreFault.UNREACHABLE, StoreFault.BUSY})

log = logging.getLogger(__name__)


class StoreLine:
    """For one thread. Every change of ``state`` is told."""

    def __init__(
        self,
        open_store: OpenStore,
        clock: Callable[[], int],
        tell: Callable[[StoreState], None],
        on_open: Callable[[Access], None],
    ) -> None:
        """``on_open`` is called before the state is told that says so."""
        self._open_store = open_store
        self._clock = clock
        self._tell = tell
        self._on_open = on_open
        self.access: Access | None = None
        self.state = StoreState(connected=False, since=clock())
        self._pace = Pace()
        self._retry_at = 0.0
        self._turned_at = monotonic()
        """When it was found or lost."""

    @property
    def may_try(self) -> bool:
        """Whether it is open, or time to look for it again."""
        return self.access is not None or monotonic() >= self._retry_at

    def opened(self) -> tuple[Access, bool]:
        """The open store, and whether it was lost before and found again by this very call.

        :raises AccessFailed: at once, as long as a failure is fresh
        """
        if self.access is not None:
            return self.access, False
        if not self.may_try and self.state.fault is not None:
            raise AccessFailed(self.state.fault, self.state.detail, self.state.trouble)
        try:
            access = self._open_store()
        except Exception:
            self._retry_at = monotonic() + self._pace.wait()
            raise
        self.access = access
        self._turned_at = monotonic()
        is_again = bool(self.state.dialect) or self.state.fault is not None
        self._on_open(access)
        self._say(
            StoreState(
                connected=True,
                since=self._clock(),
                dialect=access.dialect,
                unanswered=self.state.unanswered,
            )
        )
        return access, is_again

    def note(self, failure: AccessFailed) -> None:
        """Something failed: where that means that nothing works any more, let go of it."""
        if self.access is not None and failure.fault not in LOST_CONNECTION:
            return
        self._say_lost(failure)
        self.let_go()

    def let_go(self, *, leaving: bool = False) -> None:
        """Close it; it is opened anew when it is wanted next, unless the program is ``leaving``."""
        access, self.access = self.access, None
        if access is not None:
            access.close(leaving=leaving)

    def hurry(self) -> None:
        """Look for it at once."""
        self._retry_at = 0.0

    def grow_old(self) -> None:
        """A loss that lasts is no passing one."""
        if self.state.is_passing and not self.is_hopeful:
            self._say(replace(self.state, is_passing=False))

    @property
    def is_hopeful(self) -> bool:
        """Whether it was lost a moment ago, so that what comes in may wait for it."""
        return self.state.is_passing and monotonic() - self._turned_at <= HOPE_SECONDS

    def measure(self, milliseconds: float) -> None:
        """What the newest request took."""
        if self.state.connected:
            self._say(replace(self.state, last_ms=milliseconds))

    def count(self, unanswered: int) -> None:
        """How many changes have been sent and not been answered."""
        if unanswered != self.state.unanswered:
            self._say(replace(self.state, unanswered=unanswered))

    def _say_lost(self, failure: AccessFailed) -> None:
        was = self.state
        if was.connected:
            held = monotonic() - self._turned_at
            if held > SETTLED_SECONDS:
                self._pace.begin_anew()
            self._retry_at = monotonic() + (0.0 if held > SETTLED_SECONDS else self._pace.wait())
            self._turned_at = monotonic()
            silence = self.access.silence if self.access is not None else 0.0
            was = replace(was, since=self._clock(), as_of=self._clock() - math.ceil(silence))
        elif (was.fault, was.trouble) == (failure.fault, failure.trouble):
            return
        log.warning("store: %s (%s)", failure.fault, failure.detail)
        # A file does not come back by itself, nor does a server that was upgraded become an older one.
        is_passing = failure.fault in _PASSING and bool(was.dialect) and (was.connected or was.is_passing)
        self._say(
            replace(
                was,
                connected=False,
                fault=failure.fault,
                detail=failure.detail,
                trouble=failure.trouble,
                is_passing=is_passing,
            )
        )

    def _say(self, state: StoreState) -> None:
        self.state = state
        self._tell(state)
