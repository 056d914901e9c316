"""How a short transaction begins on a server, and whose turn it is to book: a few at a time, in their order.

Of hundreds who book at the same moment each holds up all others: they share the server's processors, and its
caches. So most wait, holding nothing. Nothing that must be right rests on it: whoever has waited too long
goes on without, and for a while does not ask, so that one that has stopped in its turn is waited for once.
"""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from praxidesk.models.server.connection import ServerConnection

PATIENCE_MS = 8_000
"""Whoever is last in a rush of slow desks waits no longer; for less, many gave up and overtook the rest."""
WITHOUT_S = 30.0
"""How long a desk that waited in vain does not wait again."""

_PLANNED_ONCE = "SET LOCAL plan_cache_mode = force_generic_plan"
"""Statements that find rows by their keys are planned once for a connection, whatever is asked for."""
_READING = f"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; {_PLANNED_ONCE}"
_WRITING = f"BEGIN ISOLATION LEVEL READ COMMITTED; {_PLANNED_ONCE}"


class ServerTurns:
    """Of one store's connections."""

    def __init__(self, patience_ms: int) -> None:
        """Nothing is waited for yet.

        :param patience_ms: of a transaction that waits for another one; a turn is waited for longer, for all
            that are in the queue come before
        """
        self._in_turn = f"{_WRITING}; SELECT take_turn({min(PATIENCE_MS, patience_ms * 8 // 5)})"
        self._without_until = 0.0

    def rehearse(self, driver: "ServerConnection") -> None:
        """Ask for a turn that is not waited for, and end the transaction at once."""
        driver.run("SELECT take_turn(0); ROLLBACK")

    @staticmethod
    def begin_anyhow(driver: "ServerConnection") -> None:
        """Begin a transaction that writes, and waits for nobody."""
        driver.run(_WRITING)

    def begin(self, driver: "ServerConnection", *, writes: bool) -> bool:
        """Begin a transaction of few statements, in one round trip; one that writes waits for its turn.

        :return: ``False`` where it has waited in vain, and has begun without
        :raises psycopg.Error: it has not begun
        """
        if not writes:
            driver.run(_READING)
        elif time.monotonic() < self._without_until:
            driver.run(_WRITING)
        elif driver.run(self._in_turn) != "t":
            self._without_until = time.monotonic() + WITHOUT_S
            return False
        return True
