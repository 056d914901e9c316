"""Where things stand on the board, and how large they are written: whole pixels, no Qt, no fonts.

Everything is a share of the screen's height, so that what is legible on one screen is on any. A *unit* is a
thousandth of that height. A person of normal sight reads letters from 5 minutes of arc on, and with ease from
about twice that. On a screen of 55 inches, as hangs in a corridor, 685 mm high, a unit is 0.685 mm; capitals
are 0.66 of the size of type; from 4 m, a minute of arc is 1.16 mm. So

    initials   30 units = 20.6 mm, capitals 13.6 mm = 11.7'      (26 at least: 10.1')
    the rest   20 units = 13.7 mm, capitals  9.0 mm =  7.8'      (19 at least:  7.4')
    the clock  68 units = 46.6 mm, capitals 30.7 mm = 26.5'

and where there are few rooms, all of it grows. Rooms that would be lower than what two lines of this take go
to further pages.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from praxidesk.ui.board.board_plan import BoardBar, BoardPlan, BoardRoom
from praxidesk.ui.calendar.box import Box
from praxidesk.ui.calendar.rooms.layout import TimeScale, body_end

UNITS = 1000
_LEAST_WIDE = 1400
"""Units of width under which the unit follows the width: upright screens."""
HEADER, FOOTER = 128, 64
NAMES, STATES = 200, 230
"""Widths of what a room is called and what it does."""
LOWEST_ROW, HIGHEST_ROW = 66, 300
TALL_ROW = 110
"""From here on a row has a strip below its bars, and its state three lines."""
_BESIDE = 16
"""Before the first and behind the last hour."""


class Sizes(NamedTuple):
    """Sizes of type in pixels, all at least as large as four metres ask for."""

    initials: int
    text: int
    room: int
    state: int
    line: int
    """What stands below room and state."""


@dataclass(frozen=True, slots=True)
class PlacedBoardBar:
    """One bar."""

    facts: BoardBar
    box: Box
    """All of it, cleaning included."""
    body: Box
    """Without the cleaning."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One room."""

    room: BoardRoom
    label: Box
    box: Box
    """Its time."""
    bars: tuple[PlacedBoardBar, ...]
    ghosts: tuple[Box, ...]
    """Where pushed operations are likely to be."""
    strip: Box
    """Below the bars, for what is late."""


@dataclass(frozen=True, slots=True)
class BoardLayout:
    """One page of the board."""

    unit: float
    """Pixels."""
    sizes: Sizes
    is_tall: bool
    times: TimeScale
    header: Box
    footer: Box
    rows: tuple[BoardRow, ...]
    page: int
    """From 0 on."""
    pages: int

    def px(self, units: float) -> int:
        """A length in pixels, one at least."""
        return max(1, round(units * self.unit))


def unit_of(width: int, height: int) -> float:
    """Pixels of a unit on a screen."""
    return min(height / UNITS, width / _LEAST_WIDE)


def pages_of(rooms: int, width: int, height: int) -> int:
    """How many pages so many rooms take; as few as can be read."""
    space = height / unit_of(width, height) - HEADER - FOOTER
    return max(1, -(-rooms // max(1, int(space // LOWEST_ROW))))


def arrange_board(plan: BoardPlan, width: int, height: int, page: int = 0) -> BoardLayout:
    """Lay a page out on a screen; pages begin again behind the last. Rooms are spread evenly over them."""
    unit = unit_of(width, height)
    pages = pages_of(len(plan.rooms), width, height)
    each = -(-len(plan.rooms) // pages)
    shown = plan.rooms[page % pages * each :][:each]
    top, bottom = round(HEADER * unit), height - round(FOOTER * unit)
    high = min((bottom - top) / max(1, each), HIGHEST_ROW * unit)
    units = high / unit
    first, last = plan.bounds
    left, beside = round((NAMES + STATES) * unit), round(_BESIDE * unit)
    per_minute = (width - left - 2 * beside) / (last - first)
    times = TimeScale(first, last, left + beside, per_minute)
    edges = [top + round(high * at) for at in range(len(shown) + 1)]
    rows = tuple(
        _row(room, times, Box(left, above, width - left, below - above), unit)
        for room, (above, below) in zip(shown, pairwise(edges), strict=True)
    )
    return BoardLayout(
        unit=unit,
        sizes=_sizes(units, unit),
        is_tall=units >= TALL_ROW,
        times=times,
        header=Box(0, 0, width, top),
        footer=Box(0, bottom, width, height - bottom),
        rows=rows,
        page=page % pages,
        pages=pages,
    )


def _sizes(row: float, unit: float) -> Sizes:
    """By the height of a row in units."""

    def size(share: float, least: int, most: int) -> int:
        return round(min(most, max(least, row * share)) * unit)

    return Sizes(
        initials=size(0.16, 26, 40),
        text=size(0.105, 19, 27),
        room=size(0.21, 28, 46),
        state=size(0.145, 24, 34),
        line=size(0.105, 19, 26),
    )


def _row(room: BoardRoom, times: TimeScale, box: Box, unit: float) -> BoardRow:
    is_tall = box.height >= TALL_ROW * unit
    above = round((20 if box.height >= 160 * unit else 12 if is_tall else 4) * unit)
    below = round((34 if is_tall else 7) * unit)
    high = box.height - above - below
    bars = tuple(_placed(bar, times, box.y + above, high) for bar in room.bars)
    ghosts = tuple(
        Box(times.x(bar.moves[0]), box.y + above, times.x(bar.moves[1]) - times.x(bar.moves[0]), high)
        for bar in room.bars
        if bar.moves is not None
    )
    label = Box(0, box.y, box.x, box.height)
    return BoardRow(room, label, box, bars, ghosts, Box(box.x, box.y + above + high, box.width, below))


def _placed(bar: BoardBar, times: TimeScale, top: int, height: int) -> PlacedBoardBar:
    lane = bar.lane
    gap = 3 if lane.of > 1 else 0
    high = (height - gap * (lane.of - 1)) // lane.of
    x, right = times.x(bar.start), max(times.x(bar.end), times.x(bar.start) + 4)
    box = Box(
        x + 1, top + lane.first * (high + gap), right - x - 2, high * lane.width + gap * (lane.width - 1)
    )
    end = min(box.right, max(box.x + 2, body_end(bar.phases, bar.end, times)))
    return PlacedBoardBar(bar, box, Box(box.x, box.y, end - box.x, box.height))


def hours_shown(layout: BoardLayout) -> Iterator[int]:
    """Axis minutes of the hours that are written: each, or every second or third where they are dense."""
    hours = list(layout.times.hours())
    wide = layout.times.per_minute * 60
    step = max(1, -(-round(34 * layout.unit) // max(1, round(wide))))
    return iter(hours[::step])
