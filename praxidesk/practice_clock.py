"""What time it is for the window: the machine's, or one that somebody set for a demonstration or a test."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from praxidesk.engine.walltime import Zone


class PracticeClock:
    """Callable from any thread.

    A time without an offset is the practice's wall time: exact from ``learn`` on, guessed by the
    machine's own zone before.
    """

    def __init__(
        self,
        wanted: datetime | None = None,
        *,
        runs: bool = False,
        machine: Callable[[], float] = time.time,
    ) -> None:
        self._wanted = wanted
        self._runs = runs
        self._machine = machine
        self._began = machine()
        self._base = int(wanted.timestamp()) if wanted is not None else 0

    def __call__(self) -> int:
        """The instant that counts as now."""
        if self._wanted is None:
            return int(self._machine())
        return self._base + (int(self._machine() - self._began) if self._runs else 0)

    def learn(self, zone: Zone) -> None:
        """The practice's zone has become known."""
        if self._wanted is not None and self._wanted.tzinfo is None:
            self._base = zone.reached(self._wanted)
