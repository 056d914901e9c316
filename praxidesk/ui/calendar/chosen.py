"""Which entries are selected: the one that is worked on, and others with it. Pure."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from praxidesk.engine.vocabulary import EntryId


@dataclass(frozen=True, slots=True)
class Chosen:
    """A selection; with others only where there is one."""

    one: EntryId | None = None
    """Details are shown of it, and keys begin at it."""
    others: frozenset[EntryId] = frozenset()

    @property
    def all(self) -> frozenset[EntryId]:
        """All of them."""
        return self.others if self.one is None else self.others | {self.one}

    @property
    def is_several(self) -> bool:
        """Whether more than one entry is selected."""
        return bool(self.others)

    def with_one(self, entry: EntryId) -> "Chosen":
        """One more, which is the one worked on from now on."""
        return Chosen(entry, self.all - {entry})

    def toggled(self, entry: EntryId) -> "Chosen":
        """One more, or one less."""
        if entry not in self.all:
            return self.with_one(entry)
        left = self.all - {entry}
        one = self.one if self.one != entry else min(left, default=None)
        return Chosen(one, left - {one} if one is not None else frozenset())

    def among(self, shown: Set[EntryId]) -> "Chosen":
        """As much of it as is shown; where the one is not, another takes its place."""
        left = self.all & shown
        one = self.one if self.one in left else min(left, default=None)
        return Chosen(one, left - {one} if one is not None else frozenset())


def chosen_of(entries: Iterable[EntryId], one: EntryId | None = None) -> Chosen:
    """These, and of them this one as the one worked on, where it is among them."""
    found = frozenset(entries)
    if one not in found:
        one = min(found, default=None)
    return Chosen(one, found - {one} if one is not None else frozenset())
