"""Who is taken when, in columns: what a search over months reads, instead of a value for each allocation."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from praxidesk.engine.entries import Taken
from praxidesk.engine.vocabulary import NOBODY, ActorId, EntryId, ServiceId

Mark = int
"""What decides how far others keep away from an allocation: its service doubled, and 1 where it occupies."""

Stay = int
"""How an allocation keeps others away: its mark, and how many seconds it takes, in one number.

There are few different ones, so what follows from each is worked out once; and a store hands out one
number faster than two.
"""
STAY_OF_MARK = 1 << 17
"""The mark counts so much in a stay: more than the seconds of the longest allocation."""


class Diary(NamedTuple):
    """One actor's allocations, a place in both columns for each."""

    starts: Sequence[int]
    stays: Sequence[Stay]


Diaries = Mapping[ActorId, Diary]
"""The diaries of those who are taken at all."""


def stay_of(taken: Taken) -> Stay:
    """What a row comes to."""
    return (taken.service * 2 + taken.occupies) * STAY_OF_MARK + taken.ends_at - taken.starts_at


def seconds_of(stay: Stay) -> int:
    """How long it takes."""
    return stay % STAY_OF_MARK


def mark_of(stay: Stay) -> Mark:
    """Its mark."""
    return stay // STAY_OF_MARK


def marked(mark: Mark) -> tuple[ServiceId, int]:
    """The service, and whether it occupies."""
    return ServiceId(mark >> 1), mark & 1


def diaries(rows: Iterable[Taken], *, entry: EntryId | None = None) -> Diaries:
    """The same in columns.

    :param rows: in any order; fastest where they come by actor
    :param entry: the one whose allocations are left out
    """
    found: dict[ActorId, Diary] = {}
    if entry is not None:
        rows = [row for row in rows if row.entry != entry]
    for actor, own in groupby(sorted(rows, key=itemgetter(0)), itemgetter(0)):
        if actor != NOBODY:
            taken = list(own)
            found[actor] = Diary([each.starts_at for each in taken], [*map(stay_of, taken)])
    return found
