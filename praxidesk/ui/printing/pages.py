"""Rows flow into pages: never cut, a heading never alone at the bottom, each list counted by itself."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.printing.marks import Mark, moved
from praxidesk.ui.printing.paper import Paper


@dataclass(frozen=True, slots=True)
class Row:
    """What is never cut: a line of a list, or several that belong together."""

    height: float
    marks: tuple[Mark, ...]
    """From its own top, and from the left edge of the paper."""
    entry: EntryId | None = None
    """What it shows, where it is one entry."""
    stays_with_next: bool = False
    """A heading: not the last of a page."""
    again: "Row | None" = None
    """The heading it belongs to, as it is repeated where this row begins a page."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A row on a page."""

    top: float
    row: Row

    @property
    def bottom(self) -> float:
        """Where the next may begin."""
        return self.top + self.row.height

    def marks(self) -> Iterator[Mark]:
        """What is painted."""
        for mark in self.row.marks:
            yield moved(mark, 0.0, self.top)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top of every page of a list."""

    title: str
    subtitle: str
    aside: tuple[str, ...] = ()
    """Lines at the right, as many as fit."""
    people: tuple[str, ...] = ()
    """Named behind the subtitle; of many the first, and how many others."""


@dataclass(frozen=True, slots=True)
class TableHead:
    """What names the columns, repeated on every page."""

    height: float
    marks: tuple[Mark, ...]
    """From its own top."""


NO_TABLE = TableHead(0.0, ())


@dataclass(frozen=True, slots=True)
class Body:
    """The middle of one page."""

    rows: tuple[Placed, ...] = ()
    extras: tuple[Mark, ...] = ()
    """From the corner of the paper."""


@dataclass(frozen=True, slots=True)
class Section:
    """One list, on pages of its own."""

    head: Head | None
    """``None``: all of the page is its body."""
    table: TableHead
    bodies: tuple[Body, ...]
    """One for each page, never none."""


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that is printed at once."""

    title: str
    """What it is, for the printer's queue and the file's name: nothing of a patient."""
    paper: Paper
    sections: tuple[Section, ...]

    @property
    def count(self) -> int:
        """Pages in all."""
        return sum(len(section.bodies) for section in self.sections)

    def page(self, number: int) -> tuple[Section, int]:
        """The section of a page, counted from 0, and the place of the page in it."""
        for section in self.sections:
            if number < len(section.bodies):
                return section, number
            number -= len(section.bodies)
        raise IndexError(number)


Setting = Generator[None, None, Section]
"""A list being set: it pauses now and then, so that a window stays awake, and returns the list."""
_ROWS_AT_ONCE = 25
_COMPANY = 4
"""Rows that a page has at least, where the list has so many."""


def in_turns(rows: Iterable[Row]) -> Generator[None, None, list[Row]]:
    """The rows, with a pause after every few."""
    result: list[Row] = []
    for row in rows:
        result.append(row)
        if len(result) % _ROWS_AT_ONCE == 0:
            yield
    return result


def with_company(rows: Sequence[Row]) -> list[Row]:
    """The same, whose last row has some others with it on its page."""
    alone, last = list(rows[:-_COMPANY]), rows[-_COMPANY:]
    return [*alone, *(replace(each, stays_with_next=True) for each in last[:-1]), *last[-1:]]


def flow(rows: Iterable[Row], top: float, bottom: float) -> tuple[Body, ...]:
    """One page after the other, each from ``top`` to at most ``bottom``; one empty page for no row.

    A row taller than a page stands alone on one, and is cut by its edge.
    """
    pages = [Body(placed) for placed in placements(list(rows), top, bottom)]
    return tuple(pages) or (Body(),)


def placements(rows: Sequence[Row], top: float, bottom: float) -> Iterator[tuple[Placed, ...]]:
    """The rows of each page."""
    page: list[Placed] = []
    at = top
    for place, row in enumerate(rows):
        if page and at + _needed(rows, place) > bottom:
            yield tuple(page)
            page, at = [], top
            if row.again is not None:
                page.append(Placed(at, row.again))
                at += row.again.height
        page.append(Placed(at, row))
        at += row.height
    if page:
        yield tuple(page)


def _needed(rows: Sequence[Row], place: int) -> float:
    """Height of a row with all it must not be parted from."""
    height = rows[place].height
    while rows[place].stays_with_next and place + 1 < len(rows):
        place += 1
        height += rows[place].height
    return height
