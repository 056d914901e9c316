"""How long the store took for each use case: sums and histograms of a fixed size, whatever the uptime."""

import logging
from bisect import bisect_left
from collections import deque
from dataclasses import dataclass, field

from praxidesk.engine.store_facts import StoreFacts
from praxidesk.worker.questions.diagnostics import Diagnosis, MinuteTimes, UseCaseTimes
from praxidesk.worker.use_cases import NOTICED, ids_in, limit_ms

LEVELS_MS = (10, 100, 1_000)
"""What somebody at the window does not notice, notices, and waits for."""
MINUTES = 60
"""So far back the course of time is kept."""
_STEP = 1.25
_BOUNDS_MS = tuple(0.05 * _STEP**place for place in range(68))
"""Upper bounds of the histogram: 0.05 ms to nearly four minutes."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Times:
    count: int = 0
    failures: int = 0
    statements: int = 0
    total_ms: float = 0.0
    longest_ms: float = 0.0
    last_ms: float = 0.0
    last_at: int = 0
    over_limit: int = 0
    places: list[int] = field(default_factory=lambda: [0] * (len(_BOUNDS_MS) + 1))


@dataclass(slots=True)
class _Minute:
    number: int
    counts: list[int] = field(default_factory=lambda: [0] * (len(LEVELS_MS) + 1))
    longest_ms: float = 0.0


class UseCaseLedger:
    """Counts on one thread, some millionths of a second each time."""

    def __init__(self) -> None:
        self._since: int | None = None
        self._cases: dict[str, _Times] = {}
        self._minutes: deque[_Minute] = deque(maxlen=MINUTES)

    def note(
        self, name: str, milliseconds: float, statements: int, now: int, *, failed: bool, about: object = None
    ) -> None:
        """Count one answer; above its limit the log is told too, with ids only."""
        if self._since is None:
            self._since = now
        times = self._cases.setdefault(name, _Times())
        times.count += 1
        times.failures += failed
        times.statements += statements
        times.total_ms += milliseconds
        times.longest_ms = max(times.longest_ms, milliseconds)
        times.last_ms, times.last_at = milliseconds, now
        times.places[bisect_left(_BOUNDS_MS, milliseconds)] += 1
        if name != NOTICED:  # four times a second: beside it nothing else would be seen
            minute = self._minute(now)
            minute.counts[bisect_left(LEVELS_MS, milliseconds)] += 1
            minute.longest_ms = max(minute.longest_ms, milliseconds)
        limit = limit_ms(name)
        if milliseconds > limit:
            times.over_limit += 1
            ids = ids_in(about)
            log.warning(
                "slow: %s took %.0f ms and %d statements, limit %d ms%s",
                *(name, milliseconds, statements, limit, f"; {ids}" if ids else ""),
            )

    def diagnosis(self, store: StoreFacts, now: int) -> Diagnosis:
        """All that was counted so far."""
        return Diagnosis(
            now if self._since is None else self._since,
            now,
            tuple(_shown(name, self._cases[name]) for name in sorted(self._cases)),
            self._course(now),
            store,
        )

    def _minute(self, now: int) -> _Minute:
        number = now // 60
        # A clock that is put back counts on in the minute it had reached.
        if not self._minutes or self._minutes[-1].number < number:
            self._minutes.append(_Minute(number))
        return self._minutes[-1]

    def _course(self, now: int) -> tuple[MinuteTimes, ...]:
        known = {each.number: each for each in self._minutes}
        last = max((now // 60, *known))
        wanted = (known.get(number) or _Minute(number) for number in range(last - MINUTES + 1, last + 1))
        return tuple(MinuteTimes(each.number * 60, tuple(each.counts), each.longest_ms) for each in wanted)


def _shown(name: str, times: _Times) -> UseCaseTimes:
    return UseCaseTimes(
        name,
        times.count,
        times.failures,
        times.statements,
        times.total_ms,
        _percentile(times, 0.5),
        _percentile(times, 0.99),
        times.longest_ms,
        times.last_ms,
        times.last_at,
        limit_ms(name),
        times.over_limit,
    )


def _percentile(times: _Times, share: float) -> float:
    """The upper bound of the place in the histogram where this share of all answers is reached."""
    passed = 0
    for place, count in enumerate(times.places[:-1]):
        passed += count
        if passed >= share * times.count:
            return min(_BOUNDS_MS[place], times.longest_ms)
    return times.longest_ms
