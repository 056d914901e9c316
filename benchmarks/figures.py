"""A measured figure: one thing against another, both in the same run."""

import gc
import json
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report. Milliseconds are this machine's; the ratio means something anywhere."""

    what: str
    store: str
    """``sqlite``, ``postgresql``, or empty where no store takes part."""
    entries: int
    """In the store, or on the screen."""
    statements: int | None
    median_ms: float
    ratio: float
    """Median of ours over median of what it is measured against."""
    against: str
    budget: float
    runs: int

    @property
    def met(self) -> bool:
        """Whether the ratio is within its budget."""
        return self.ratio <= self.budget

    def as_json(self) -> str:
        """One line."""
        return json.dumps({**asdict(self), "met": self.met})


@dataclass(frozen=True, slots=True)
class Timing:
    """Medians of two things measured by turns."""

    ours_ms: float
    other_ms: float
    runs: int

    @property
    def ratio(self) -> float:
        """How many times the other ours takes."""
        return self.ours_ms / self.other_ms


def by_turns(ours: Sequence[Work], other: Sequence[Work]) -> Timing:
    """Time each of ours and then one of the others, so that a busy moment of the machine hits both.

    The first of each only warms up: caches and compiled statements are part of a running program.
    """
    measured: tuple[list[float], list[float]] = ([], [])
    ours[0]()
    other[0]()
    gc.collect()
    gc.disable()
    try:
        for pair in zip(ours[1:], other[1:], strict=True):
            for work, times in zip(pair, measured, strict=True):
                begun = time.perf_counter()
                work()
                times.append((time.perf_counter() - begun) * 1_000)
    finally:
        gc.enable()
    return Timing(statistics.median(measured[0]), statistics.median(measured[1]), len(ours) - 1)
