"""Times for a whole combination: for each time of its first part, the earliest chain of the others."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from praxidesk.engine.combined import chain
from praxidesk.engine.outcomes import Slot
from praxidesk.engine.series_outcomes import CombinedSlot
from praxidesk.engine.series_requests import CombinedSlotPart
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId

Fits = Callable[[int, Slot, Sequence[Slot], frozenset[ActorId]], Slot | None]
"""A part at one of its slots behind others, without some; perhaps with other people, or ``None``."""
Shared = Callable[[int, Sequence[Slot]], Iterable[tuple[int, ActorId]]]
"""Whom the parts before, by their places, have taken and this part might need."""


def chains(
    parts: Sequence[CombinedSlotPart],
    slots: Sequence[Sequence[Slot]],
    fits: Fits,
    shared: Shared,
) -> Iterator[CombinedSlot]:
    """For each first start, in order, the chain in which each part comes as early as it can.

    :param slots: of each part those at which it is free by itself, ascending, one for a start
    """
    starts = [[each.starts_at for each in some] for some in slots]

    def behind(index: int, before: Sequence[Slot]) -> range:
        """Places of the slots that may follow."""
        end, part = before[-1].ends_at, parts[index]
        return range(
            bisect_left(starts[index], end + part.least_gap * MINUTE),
            bisect_left(starts[index], end + part.longest_gap * MINUTE + 1),
        )

    def placed(index: int, place: int, before: Sequence[Slot], without: frozenset[ActorId]) -> Slot | None:
        return fits(index, slots[index][place], before, without)

    for number in range(len(slots[0])):
        first = range(number, number + 1)
        found = chain(
            len(parts),
            lambda index, before, first=first: behind(index, before) if before else first,  # type: ignore[misc]
            placed,
            shared,
        )
        if found is not None:
            yield CombinedSlot(found)
