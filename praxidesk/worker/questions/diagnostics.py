"""How fast the store answers, and what it is: for whoever looks after it. Nothing here is about a patient."""

from dataclasses import dataclass

from praxidesk.engine.store_facts import StoreFacts
from praxidesk.worker.questions.question import Question


@dataclass(frozen=True, slots=True)
class UseCaseTimes:
    """One use case since the program opened this store. All times in milliseconds."""

    name: str
    count: int
    failures: int
    statements: int
    total_ms: float
    p50_ms: float
    """As all percentiles at most a quarter too high, and never above the longest."""
    p99_ms: float
    longest_ms: float
    last_ms: float
    last_at: int
    limit_ms: int
    over_limit: int


@dataclass(frozen=True, slots=True)
class MinuteTimes:
    """How many answers of one minute took how long."""

    begins_at: int
    counts: tuple[int, ...]
    """One for each of ``LEVELS_MS``, and one for what took longer."""
    longest_ms: float


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The state of things."""

    since: int
    at: int
    use_cases: tuple[UseCaseTimes, ...]
    """By name."""
    minutes: tuple[MinuteTimes, ...]
    """Of the last hour, oldest first; those in which nothing was asked as well."""
    store: StoreFacts


@dataclass(frozen=True, slots=True)
class Diagnose(Question):
    """Answered by ``Diagnosis``."""
