"""Who is taken when, in columns: what a search over months reads, instead of a value for each allocation."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from praxidesk.engine.entries import Taken
from praxidesk.engine.vocabulary import NOBODY, ActorId, EntryId, ServiceId

Mark = int
"""What decides how far others keep away from an allocation: its service doubled, and 1 where it occupies."""


class Diary(NamedTuple):
    """One actor's allocations, a place in all three columns for each."""

    starts: Sequence[int]
    ends: Sequence[int]
    marks: Sequence[Mark]


Diaries = Mapping[ActorId, Diary]
"""The diaries of those who are taken at all."""


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
            _, starts, ends, _, services, occupies, _ = zip(*own, strict=True)
            marks = [service * 2 + each for service, each in zip(services, occupies, strict=True)]
            found[actor] = Diary(starts, ends, marks)
    return found
