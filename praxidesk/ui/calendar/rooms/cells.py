"""Where keys go in the plan of the operating rooms: from bar to bar, and to the free time between. Pure."""

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import Span, subtracted
from praxidesk.ui.calendar.rooms.gesture import Drawing, found, neighbour
from praxidesk.ui.calendar.rooms.layout import PlacedBar, RoomsLayout, Row
from praxidesk.ui.calendar.time_axis import SNAP_MINUTES, DayScale

LEAST_MINUTES = 15
"""Of free time that the keyboard stops at."""
_CLICKED_MINUTES = 60


def free_time(scale: DayScale, row: Row, index: int) -> list[Drawing]:
    """The open time of a room that no bar takes, as if it was drawn out; in order."""
    open_ = [Span(scale.minute(each.start), scale.minute(each.end)) for each in row.room.ground.open]
    taken = sorted(Span(bar.facts.start, max(bar.facts.end, bar.facts.start + 1)) for bar in row.bars)
    gaps = (Drawing(index, _rounded(gap.start), gap.end) for gap in subtracted(open_, taken))
    return [gap for gap in gaps if gap.head - gap.anchor >= LEAST_MINUTES]


def clicked(scale: DayScale, row: Row, index: int, minute: float) -> Drawing | None:
    """The free time that a click chooses: an hour, or as much of it as there is before the next bar."""
    start = int(minute // LEAST_MINUTES) * LEAST_MINUTES
    for gap in free_time(scale, row, index):
        if gap.anchor <= minute < gap.head:
            start = max(start, gap.anchor)
            return Drawing(index, start, min(start + _CLICKED_MINUTES, gap.head))
    return None


def stepped(
    layout: RoomsLayout, scale: DayScale, at: Entry | Drawing | None, sideways: int, rows: int
) -> Entry | Drawing | None:
    """What an arrow key goes to: the next bar or free time of the room, or the nearest of another room."""
    if isinstance(at, Drawing):
        index, cell = at.row, _at(layout, scale, at)
    else:
        here = found(layout, at)
        if here is None:
            return neighbour(layout, at, sideways, rows) or next(iter(_all_free(layout, scale)), None)
        index, cell = here
    cells = _cells(scale, layout.rows[index], index)
    if sideways:
        place = cells.index(cell) + sideways if cell in cells else 0
        return _what(cells[min(len(cells) - 1, max(0, place))]) if cells else at
    middle = sum(_minutes(cell)) / 2
    index += rows
    while 0 <= index < len(layout.rows):
        cells = _cells(scale, layout.rows[index], index)
        if cells:
            return _what(min(cells, key=lambda each: _away(each, middle)))
        index += rows
    return layout.waiting[0] if rows > 0 and layout.waiting else at


_Cell = PlacedBar | Drawing


def _cells(scale: DayScale, row: Row, index: int) -> list[_Cell]:
    cells: list[_Cell] = [*row.bars, *free_time(scale, row, index)]
    return sorted(cells, key=_minutes)


def _all_free(layout: RoomsLayout, scale: DayScale) -> list[Drawing]:
    return [gap for index, row in enumerate(layout.rows) for gap in free_time(scale, row, index)]


def _at(layout: RoomsLayout, scale: DayScale, drawn: Drawing) -> _Cell:
    """The free time in which something was clicked on or drawn out; itself, where that is none."""
    start, end = drawn.minutes
    gaps = free_time(scale, layout.rows[drawn.row], drawn.row)
    return next((gap for gap in gaps if gap.anchor < end and start < gap.head), drawn)


def _minutes(cell: _Cell) -> tuple[int, int]:
    return cell.minutes if isinstance(cell, Drawing) else (cell.facts.start, cell.facts.end)


def _away(cell: _Cell, minute: float) -> float:
    start, end = _minutes(cell)
    return max(start - minute, minute - end, 0)


def _what(cell: _Cell) -> Entry | Drawing:
    return cell if isinstance(cell, Drawing) else cell.facts.entry


def _rounded(minute: int) -> int:
    """To the grid of the hand."""
    return -(-minute // SNAP_MINUTES) * SNAP_MINUTES
