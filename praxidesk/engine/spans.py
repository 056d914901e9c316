"""Half-open spans of instants and the set arithmetic on them.

An instant is an ``int``: seconds since 1970-01-01 UTC. Touching is not overlapping.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

MINUTE = 60
HOUR = 3600
LONGEST_ENTRY_SECONDS = 25 * HOUR
"""No allocation is longer: a local day can have 25 hours, and range queries need a bound."""
LONGEST_ENTRY_MINUTES = LONGEST_ENTRY_SECONDS // MINUTE


class Span(NamedTuple):
    """``[start, end)`` in instants; a tuple, because millions of them are compared."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether both share at least one second."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same time as sorted, disjoint, non-empty spans; touching ones become one."""
    result: list[Span] = []
    open_from = open_until = None
    for start, end in sorted(spans):
        if end <= start:
            continue
        if open_from is None or open_until is None or start > open_until:
            if open_from is not None and open_until is not None:
                result.append(Span(open_from, open_until))
            open_from, open_until = start, end
        elif end > open_until:
            open_until = end
    if open_from is not None and open_until is not None:
        result.append(Span(open_from, open_until))
    return result


def intersected(left: Sequence[Span], right: Sequence[Span]) -> list[Span]:
    """Time in both; each input sorted and disjoint, and so is the result."""
    result: list[Span] = []
    if not left or not right:
        return result
    mine, others = iter(left), iter(right)
    start, end = next(mine)
    begin, until = next(others)
    # Each step takes the next of whichever ends first; this is called more often than anything else here.
    while True:
        first = start if start > begin else begin
        if end <= until:
            if first < end:
                result.append(Span(first, end))
            following = next(mine, None)
            if following is None:
                return result
            start, end = following
        else:
            if first < until:
                result.append(Span(first, until))
            following = next(others, None)
            if following is None:
                return result
            begin, until = following


def subtracted(spans: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """Time of ``spans`` that is not in ``taken``.

    Both sorted by start; ``spans`` disjoint, ``taken`` may overlap. Result sorted and disjoint.
    """
    result: list[Span] = []
    first = 0
    for start, end in spans:
        while first < len(taken) and taken[first].end <= start:
            first += 1
        at = start
        for index in range(first, len(taken)):
            begin, until = taken[index]
            if begin >= end:
                break
            if begin > at:
                result.append(Span(at, begin))
            at = max(at, until)
            if at >= end:
                break
        if at < end:
            result.append(Span(at, end))
    return result
