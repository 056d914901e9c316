"""How far a long answer is, and whether anybody still waits for it."""

from dataclasses import dataclass
from threading import Event


@dataclass(frozen=True, slots=True)
class Reached:
    """What is done so far."""

    rows: int = 0
    """Or entries, or whatever is done one by one."""
    of: int = 0
    """How many there will be; 0 where nobody knows."""


class Errand:
    """One for each long question; safe from any thread: the window looks at it, the store works on it."""

    def __init__(self) -> None:
        self._given_up = Event()
        self._reached = Reached()

    def give_up(self) -> None:
        """Stop at the next place where nothing is left half done."""
        self._given_up.set()

    @property
    def is_wanted(self) -> bool:
        """Whether to go on."""
        return not self._given_up.is_set()

    @property
    def reached(self) -> Reached:
        """As of a moment ago."""
        return self._reached

    def reach(self, reached: Reached) -> None:
        """Say how far it is."""
        self._reached = reached
