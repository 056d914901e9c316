"""Where the lines of what was found stand: pure arithmetic, whatever their number."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a block of lines shows."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    RULE = "rule"
    PATIENT = "patient"
    ENTRY = "entry"
    DEED = "deed"
    """Of the history."""
    MORE_PATIENTS = "more_patients"
    MORE_ENTRIES = "more_entries"
    NEW = "new"
    """Offers a new patient."""
    AGAIN = "again"
    """Offers to ask once more."""
    TEXT = "text"
    """Says something."""

    @property
    def can_be_chosen(self) -> bool:
        """Whether the cursor stops there."""
        return self not in (Kind.HEADING, Kind.SUBHEADING, Kind.RULE, Kind.TEXT)

    @property
    def is_found(self) -> bool:
        """Whether its lines come from the store, page by page."""
        return self in (Kind.PATIENT, Kind.ENTRY, Kind.DEED)


HEIGHTS = {
    Kind.HEADING: 30,
    Kind.SUBHEADING: 26,
    Kind.RULE: 13,
    Kind.PATIENT: 52,
    Kind.ENTRY: 36,
    Kind.DEED: 50,
    Kind.MORE_PATIENTS: 36,
    Kind.MORE_ENTRIES: 36,
    Kind.NEW: 44,
    Kind.AGAIN: 44,
    Kind.TEXT: 26,
}


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one kind under each other."""

    kind: Kind
    count: int = 1
    first: int = 0
    """The place of its first line among all of its kind."""
    text: str = ""
    aside: str = ""
    """At the right."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One line: which of its kind."""

    kind: Kind
    place: int = 0


class FoundLayout:
    """Blocks from top to bottom; lines that can be chosen are numbered through."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = tuple(each for each in blocks if each.count > 0)
        self._tops: list[int] = []
        self._firsts: list[int] = []
        top = index = 0
        for block in self.blocks:
            self._tops.append(top)
            self._firsts.append(index)
            top += block.count * HEIGHTS[block.kind]
            index += block.count if block.kind.can_be_chosen else 0
        self.height = top
        self.count = index

    def spot(self, index: int) -> Spot | None:
        """The line with this number."""
        if not 0 <= index < self.count:
            return None
        for block, first in zip(self.blocks, self._firsts, strict=True):
            if block.kind.can_be_chosen and first <= index < first + block.count:
                return Spot(block.kind, block.first + index - first)
        return None

    def index(self, spot: Spot) -> int:
        """The number of a line, or -1."""
        for block, first in zip(self.blocks, self._firsts, strict=True):
            if block.kind is spot.kind and block.first <= spot.place < block.first + block.count:
                return first + spot.place - block.first if block.kind.can_be_chosen else -1
        return -1

    def top(self, index: int) -> tuple[int, int]:
        """Where the line with this number stands: its upper edge and its height."""
        for block, first, top in zip(self.blocks, self._firsts, self._tops, strict=True):
            if block.kind.can_be_chosen and first <= index < first + block.count:
                height = HEIGHTS[block.kind]
                return top + (index - first) * height, height
        return 0, 0

    def index_at(self, y: int) -> int:
        """The number of the line at this height, or -1."""
        for spot, top, height in self.lines(y, y + 1):
            if top <= y < top + height:
                return self.index(spot)
        return -1

    def lines(self, since: int, until: int) -> list[tuple[Spot, int, int]]:
        """All lines that share something with these heights, with their upper edge and height."""
        found = []
        start = max(0, bisect_right(self._tops, since) - 1)
        for block, top in zip(self.blocks[start:], self._tops[start:], strict=True):
            if top >= until:
                break
            height = HEIGHTS[block.kind]
            first = max(0, (since - top) // height)
            last = min(block.count, -((top - until) // height))
            found += [
                (Spot(block.kind, block.first + place), top + place * height, height)
                for place in range(first, last)
            ]
        return found

    def block(self, spot: Spot) -> Block | None:
        """The block a line stands in."""
        for block in self.blocks:
            if block.kind is spot.kind and block.first <= spot.place < block.first + block.count:
                return block
        return None

    def block_at(self, top: int) -> Block | None:
        """The block that begins at or before this height."""
        place = bisect_right(self._tops, top) - 1
        return self.blocks[place] if place >= 0 else None

    def next_group(self, index: int, by: int) -> int:
        """The first line of the next or previous group of people or entries; the same where there is none."""
        firsts = [
            first for block, first in zip(self.blocks, self._firsts, strict=True) if block.kind.is_found
        ]
        later = [each for each in firsts if each > index]
        earlier = [each for each in firsts if each < index]
        if by > 0:
            return later[0] if later else index
        return earlier[-1] if earlier else index
