"""Entries that share time, side by side in lanes of one column: pure, and the same for any unit."""

from collections.abc import Sequence
from typing import NamedTuple


class Lane(NamedTuple):
    """Where in its column's width a span stands: from ``first``, over ``width`` of ``of`` lanes."""

    first: int
    width: int
    of: int


WHOLE = Lane(0, 1, 1)


def lanes(spans: Sequence[tuple[int, int]]) -> list[Lane]:
    """A lane for each half-open span, in the order given.

    Spans that share time never share a lane. Spans joined by overlaps, directly or through others, have
    the same number of lanes, as few as possible; each spreads to the right over lanes that are
    free all its time. Earlier and longer spans stand further left. Empty spans count as one unit long.
    """
    result = [WHOLE] * len(spans)
    bounds = [(start, max(end, start + 1)) for start, end in spans]
    order = sorted(range(len(spans)), key=lambda at: (bounds[at][0], -bounds[at][1], at))
    group: list[int] = []
    group_end = 0
    for at in order:
        start, end = bounds[at]
        if group and start >= group_end:
            _place(group, bounds, result)
            group = []
        group_end = max(group_end, end) if group else end
        group.append(at)
    _place(group, bounds, result)
    return result


def _place(group: Sequence[int], bounds: Sequence[tuple[int, int]], result: list[Lane]) -> None:
    """Give one group of joined spans, sorted by start, its lanes."""
    if len(group) < 2:
        return
    taken: list[list[int]] = []
    chosen: dict[int, int] = {}
    for at in group:
        start = bounds[at][0]
        lane = next((lane for lane, held in enumerate(taken) if bounds[held[-1]][1] <= start), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(at)
        chosen[at] = lane
    for at in group:
        first = chosen[at]
        width = 1
        while first + width < len(taken) and not _meets(bounds[at], taken[first + width], bounds):
            width += 1
        result[at] = Lane(first, width, len(taken))


def _meets(span: tuple[int, int], held: Sequence[int], bounds: Sequence[tuple[int, int]]) -> bool:
    return any(bounds[at][0] < span[1] and span[0] < bounds[at][1] for at in held)
