"""Changes whose answer was lost with the connection: only asking again tells whether they are in.

It is asked under the same key, so that nothing is done twice. What somebody has given up meanwhile is not
carried out any more, only looked for: it may have been in before it was given up. What comes in while the
connection is being looked for waits with them: that it is not in is known, and told when that takes long.
"""

from collections.abc import Callable
from time import monotonic

from praxidesk.engine.outcomes import StoreFault
from praxidesk.worker.access import Access, AccessFailed
from praxidesk.worker.messages import Ticket
from praxidesk.worker.requests import Change

_STILL_UNKNOWN = frozenset({StoreFault.UNREACHABLE, StoreFault.BUSY, StoreFault.LOCKED})
"""The first one may yet be committed: the server still holds for it what the second one waits for."""
_AGAIN_SECONDS = 1.0


class Unanswered:
    """In the order they were sent."""

    def __init__(self) -> None:
        self._changes: list[Change] = []
        self._given_up: set[Ticket] = set()
        self._unsent: set[Ticket] = set()
        self._again_at = 0.0

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._changes)

    @property
    def wanted(self) -> int:
        """How many of them are still to be carried out."""
        return len(self._changes) - len(self._given_up)

    def keep(self, change: Change, *, was_sent: bool) -> None:
        """Its answer was lost; or it came when there was no connection."""
        self._changes.append(change)
        if not was_sent:
            self._unsent.add(change.ticket)
        self._again_at = 0.0

    def give_up(self) -> None:
        """Nobody wants any of them carried out any more."""
        self._given_up.update(each.ticket for each in self._changes)

    def ask_again(
        self,
        access: Access,
        carry_out: Callable[[Access, Change], None],
        look_for: Callable[[Access, Change], None],
        fail: Callable[[Change, AccessFailed], None],
    ) -> None:
        """Each once more; each of the three gives it its final answer.

        :raises AccessFailed: where it is still not known
        """
        if monotonic() < self._again_at:
            return
        while self._changes:
            change = self._changes[0]
            self._unsent.discard(change.ticket)
            try:
                (look_for if change.ticket in self._given_up else carry_out)(access, change)
            except AccessFailed as failure:
                if failure.fault in _STILL_UNKNOWN:
                    self._again_at = monotonic() + _AGAIN_SECONDS
                    raise
                fail(change, failure)
            self._forget(change)

    def taken_unsent(self) -> tuple[Change, ...]:
        """Those that are known not to be in, kept no longer."""
        unsent = tuple(each for each in self._changes if each.ticket in self._unsent)
        for change in unsent:
            self._forget(change)
        return unsent

    def taken(self) -> tuple[Change, ...]:
        """All of them, kept no longer."""
        changes = tuple(self._changes)
        self._changes.clear()
        self._given_up.clear()
        self._unsent.clear()
        return changes

    def _forget(self, change: Change) -> None:
        self._changes.remove(change)
        self._given_up.discard(change.ticket)
        self._unsent.discard(change.ticket)
