"""When the practice usually has something: learnt from its own past entries, by weekday and hour."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from praxidesk.engine.outcomes import Habit
from praxidesk.engine.vocabulary import ServiceId
from praxidesk.engine.walltime import Zone

WEEKS = 26
"""How far back is looked."""
PRIOR = 20
"""So many imagined entries lie evenly on all the times that there are to choose from: a handful of
real ones then prefers little, and a hundred much."""

Time = tuple[int, int]
"""A weekday, 0 is Monday, and an hour of local wall time."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How often one service was at each time of the week."""

    service: ServiceId
    counts: Mapping[Time, int]

    @classmethod
    def learnt(cls, zone: Zone, service: ServiceId, starts: Iterable[tuple[int, int]]) -> "Habits":
        """From instants and how many entries started there, or shortly after."""
        counts: Counter[Time] = Counter()
        for instant, count in starts:
            counts[cls.time_of(zone, instant)] += count
        return cls(service, counts)

    @staticmethod
    def time_of(zone: Zone, instant: int) -> Time:
        """The time of the week of an instant."""
        local = zone.local(instant)
        return local.weekday(), local.hour

    @property
    def total(self) -> int:
        """All entries learnt from."""
        return sum(self.counts.values())

    def liking(self, times: Collection[Time]) -> dict[Time, int]:
        """How much more often than by chance it was at each of these times, in halves.

        With the prior: (count + PRIOR / times) / (total + PRIOR), against 1 / times. Rounded, so
        that times used about as often are as good, and the earlier slot comes first.
        """
        among = sum(self.counts.get(time, 0) for time in times)
        even = (among + PRIOR) / len(times) if times else 1.0
        share = PRIOR / len(times) if times else 0.0
        return {time: round(2 * (self.counts.get(time, 0) + share) / even) for time in times}

    def reason(self, time: Time) -> Habit:
        """The count behind the liking, to be told."""
        hours = sum(count > 0 for count in self.counts.values())
        return Habit(self.service, *time, self.counts.get(time, 0), self.total, hours)
