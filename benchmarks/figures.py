"""A measured figure: one thing against another, both in the same run."""

import gc
import json
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field

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
    """The ratio must not be higher."""
    runs: int
    most_statements: int | None = None
    """The count must not be higher either; ``None`` where there is no count."""
    faults: Mapping[str, int] = field(default_factory=dict)
    """What must not have happened at all, and how often it did."""

    @property
    def met(self) -> bool:
        """Whether the ratio, and the count of statements, are within their budgets."""
        is_few = self.most_statements is None or (self.statements or 0) <= self.most_statements
        return self.ratio <= self.budget and is_few and not any(self.faults.values())

    def as_json(self) -> str:
        """One line."""
        values = asdict(self)
        faults = values.pop("faults")
        return json.dumps({**values, "met": self.met, **faults})


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


def rounded(number: float) -> float:
    """Four digits are all that a measurement has."""
    return float(f"{number:.4g}")


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
