"""Somebody who waits for a better time, and since when."""

from dataclasses import dataclass

from praxidesk.engine.entries import Entry


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry on the waiting list."""

    entry: Entry
    """Its time and people are what is wished for."""
    since: int
    """Instant at which it came onto the list."""
