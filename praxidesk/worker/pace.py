"""How soon to knock again at a server that does not answer."""

import random

FIRST_SECONDS = 0.25
LONGEST_SECONDS = 2.0


class Pace:
    """Slower with every failure, and never at the same moment as all other desks."""

    def __init__(self) -> None:
        self._next = FIRST_SECONDS

    def wait(self) -> float:
        """Seconds until the next try: between half of the present pace and all of it."""
        seconds, self._next = self._next, min(2 * self._next, LONGEST_SECONDS)
        return seconds * random.uniform(0.5, 1)  # noqa: S311 - spreads desks, hides nothing

    def begin_anew(self) -> None:
        """It answered."""
        self._next = FIRST_SECONDS
