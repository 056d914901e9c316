"""Dates that the database refuses although nobody is seen there: found by trying, and nothing tried stays."""

from collections.abc import Callable, Sequence
from datetime import date


def refused_days(days: Sequence[date], fit: Callable[[frozenset[date]], bool]) -> frozenset[date]:
    """Those on which something cannot be; on all the others together it can.

    Tried all at once, then by halves: for each refused one as many trials as there are halvings, twice.

    :param fit: whether it can be on all of these days, as far as the database says
    """
    found: set[date] = set()
    waiting = [days] if days else []
    while waiting:
        some = waiting.pop()
        if fit(frozenset(some)):
            continue
        if len(some) == 1:
            found.update(some)
        else:
            middle = len(some) // 2
            waiting += [some[:middle], some[middle:]]
    return frozenset(found)
