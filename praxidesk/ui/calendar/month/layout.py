"""Where things stand in a month view: whole pixels, no Qt, no fonts.

Contents coordinates: the header row lies at the top of them, and stays there when the rest scrolls.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from praxidesk.engine.entries import Entry
from praxidesk.ui.calendar.box import Box
from praxidesk.ui.calendar.month.days import Away, MonthDay, MonthFacts
from praxidesk.ui.newest import Newest

GUTTER = 44
"""For the number of the week."""
HEADER = 30
LOWEST_ROW = 100
NARROW_SHARE = 0.545
"""Width of a day on which nobody works, beside one on which somebody does."""
LINE, TIGHT_LINE = 18, 17
_PAD = 9
_MOST_CELLS = 200
_LEAST_LINES = 3
"""Of entries, from which on one of them says how often somebody is taken by what is not seen."""
_ROOMY = 124
"""Height of a row from which it is laid out with air."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a day: an entry, those who are away, or how often it is taken by what is not seen."""

    box: Box
    entry: Entry | None = None
    away: tuple[Away, ...] = ()
    unseen: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One day, laid out."""

    facts: MonthDay
    box: Box
    date: Box
    """The date, and to its right the summary or the name of a holiday."""
    load: Box
    """Empty where the day is closed."""
    lines: tuple[Line, ...]
    more: Box
    """Where the number of entries left out stands; empty where none is."""
    left_out: int
    note: Box
    """A second line for a holiday's name, where the first is too narrow."""


@dataclass(frozen=True, slots=True)
class MonthLayout:
    """The whole view."""

    cells: tuple[Cell, ...]
    columns: tuple[tuple[int, int], ...]
    """Left edge and width of each weekday."""
    rows: tuple[tuple[int, int], ...]
    """Upper edge and height of each week."""
    width: int
    height: int

    def cell_at(self, x: int, y: int) -> Cell | None:
        """The day at a pixel of the contents."""
        return next((cell for cell in self.cells if cell.box.contains(x, y)), None)


class KeptCells:
    """Days laid out lately: the very same value as long as they and their place are the same."""

    def __init__(self) -> None:
        self._cells: Newest[date, Cell] = Newest(_MOST_CELLS)
        self.made = 0
        """Cells laid out so far; a measure of work."""

    def cell(self, day: MonthDay, box: Box) -> Cell:
        """A day in its place."""
        known = self._cells.get(day.day)
        if known is None or known.facts is not day or known.box != box:
            known = self._cells[day.day] = _cell(day, box)
            self.made += 1
        return known


def arrange_month(facts: MonthFacts, width: int, height: int, kept: KeptCells | None = None) -> MonthLayout:
    """Lay a month out in a window; rows keep a least height, beyond which the contents scroll."""
    kept = kept or KeptCells()
    weeks = [facts.days[at : at + 7] for at in range(0, len(facts.days), 7)]
    columns = _columns(weeks, width)
    rows = _split(HEADER, max(height, HEADER + LOWEST_ROW * len(weeks)), [1.0] * len(weeks))
    cells = tuple(
        kept.cell(day, Box(x, y, wide, high))
        for week, (y, high) in zip(weeks, rows, strict=True)
        for day, (x, wide) in zip(week, columns, strict=False)
    )
    return MonthLayout(cells, columns, rows, width, rows[-1][0] + rows[-1][1] if rows else height)


def _columns(weeks: Sequence[Sequence[MonthDay]], width: int) -> tuple[tuple[int, int], ...]:
    shares = [
        1.0
        if any(len(week) > weekday and (week[weekday].is_open or week[weekday].count) for week in weeks)
        else NARROW_SHARE
        for weekday in range(max((len(week) for week in weeks), default=0))
    ]
    if all(share < 1.0 for share in shares):
        shares = [1.0] * len(shares)
    return _split(GUTTER, max(width, GUTTER), shares)


def _split(start: int, end: int, shares: Sequence[float]) -> tuple[tuple[int, int], ...]:
    """Cut a stretch in the ratio of the shares, without a gap, on whole pixels."""
    total = sum(shares)
    edges = [start]
    passed = 0.0
    for share in shares:
        passed += share
        edges.append(start + round((end - start) * passed / total))
    return tuple((low, high - low) for low, high in pairwise(edges))


def _cell(day: MonthDay, box: Box) -> Cell:
    roomy = box.height >= _ROOMY
    line = LINE if roomy else TIGHT_LINE
    inner = Box(box.x + _PAD, box.y, max(0, box.width - 2 * _PAD), box.height)
    date = Box(inner.x, box.y + (7 if roomy else 4), inner.width, 22 if roomy else 20)
    nothing = Box(inner.x, date.bottom, 0, 0)
    note = Box(inner.x, date.bottom + 2, inner.width, line)
    if not day.is_open and not day.entries:
        return Cell(day, box, date, nothing, (), nothing, 0, note)
    load = Box(inner.x, date.bottom + (6 if roomy else 3), inner.width, 9)
    first = load.bottom + (9 if roomy else 5)
    places = [Box(inner.x, top, inner.width, line) for top in range(first, box.bottom - 2 - line, line)]
    absences = _absences(day.away, len(places))
    left = len(places) - len(absences)
    has_unseen = bool(day.unseen) and left >= _LEAST_LINES
    left -= has_unseen
    # The last line is kept for the number of what is left out.
    entries = day.entries if len(day.entries) <= left else day.entries[: max(0, left - 1)]
    lines = [Line(place, away=away) for place, away in zip(places, absences, strict=False)]
    if has_unseen:
        lines.append(Line(places[len(lines)], unseen=len(day.unseen)))
    lines += [Line(place, entry) for place, entry in zip(places[len(lines) :], entries, strict=False)]
    left_out = len(day.entries) - len(entries)
    more = places[len(lines)] if left_out and len(lines) < len(places) else nothing
    return Cell(day, box, date, load, tuple(lines), more, left_out, note)


def _absences(away: tuple[Away, ...], lines: int) -> list[tuple[Away, ...]]:
    """Who is away, a line each as long as there is room; else the rest of them in one."""
    room = 0 if lines < 2 else 1 if lines < 5 else 2
    if len(away) <= room:
        return [(each,) for each in away]
    return [*((each,) for each in away[: room - 1]), away[room - 1 :]] if room else []
