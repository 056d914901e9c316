"""Allocations of a longer time, found again by actor and span: what bulk checks sweep over."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from praxidesk.engine.entries import Taken
from praxidesk.engine.reach import Reach
from praxidesk.engine.vocabulary import NOBODY, ActorId, ServiceId

_BY_START = attrgetter("starts_at", "entry")


class TakenIndex:
    """What one query brought, so that each of many checks sees only what is near it."""

    def __init__(self, surroundings: Iterable[Taken]) -> None:
        lanes: dict[tuple[ActorId, ServiceId | None], list[Taken]] = {}
        for taken in surroundings:
            # Whole entries, seen without anybody in them, are asked for by their service.
            lanes.setdefault((taken.actor, taken.service if taken.actor == NOBODY else None), []).append(
                taken
            )
        self._lanes = {key: _Lane(sorted(lane, key=_BY_START)) for key, lane in lanes.items()}

    def within(self, reach: Reach) -> list[Taken]:
        """What of it a decision of this reach rests on."""
        found: list[Taken] = []
        for actor in reach.actors:
            lane = self._lanes.get((actor, None))
            if lane is not None:
                lane.collect(reach, found)
        for service in reach.services:
            lane = self._lanes.get((NOBODY, service))
            if lane is not None:
                lane.collect(reach, found)
        return found

    def add(self, taken: Taken) -> None:
        """Take in what has been accepted since."""
        key = (taken.actor, taken.service if taken.actor == NOBODY else None)
        lane = self._lanes.get(key)
        self._lanes[key] = _Lane([taken]) if lane is None else lane.with_one(taken)


class _Lane:
    """The allocations of one actor by start."""

    def __init__(self, taken: Sequence[Taken]) -> None:
        self._taken = list(taken)
        self._starts = [each.starts_at for each in taken]
        self._longest = max((each.ends_at - each.starts_at for each in taken), default=0)

    def collect(self, reach: Reach, into: list[Taken]) -> None:
        """Add those that share time with the reach."""
        start, end = reach.span
        for place in range(bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end)):
            taken = self._taken[place]
            if taken.ends_at > start:
                into.append(taken)

    def with_one(self, taken: Taken) -> "_Lane":
        """The same with one more."""
        place = bisect_left(self._starts, taken.starts_at)
        self._taken.insert(place, taken)
        self._starts.insert(place, taken.starts_at)
        self._longest = max(self._longest, taken.ends_at - taken.starts_at)
        return self
