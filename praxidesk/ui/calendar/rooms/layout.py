"""Where things stand in the plan of the operating rooms: whole pixels, no Qt, no fonts.

Contents coordinates. The times lie along the top, the names of the rooms down the left side; both
stay where they are when the rest scrolls. Below the rooms lies a strip with what has no room yet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from praxidesk.engine.entries import Entry
from praxidesk.ui.calendar.box import Box
from praxidesk.ui.calendar.rooms.plan import Bar, Room, RoomsPlan

LABELS = 148
HEADER = 40
STRIP = 62
RULER = 10
LOWEST_ROW, HIGHEST_ROW = 96, 340
MARGIN = 22
"""Left and right of the first and last hour, so that their labels are whole."""
_ABOVE_BAR, _ABOVE_LOW_BAR = 14, 8
_LEAST_TALL = 128
"""Height of a bar beyond which the row leaves air below it."""
_TRACK = 50
"""Pixels below a bar for what really happened, and its times."""
_BARE_TRACK = 18
"""The same in a low row, which has no room for the times."""
_TRACKED_ROW = 140
"""Height of a row that has them."""
_CARD = 232
_MORE = 88
_LEGEND = 210
ZOOM_STEPS = (1.0, 1.5, 2.0, 3.0)
"""Widths of the day, in widths of the window."""


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """One bar."""

    facts: Bar
    box: Box
    """All of it, cleaning included."""
    body: Box
    """What has words on it: without the cleaning."""


@dataclass(frozen=True, slots=True)
class Row:
    """One room."""

    room: Room
    box: Box
    """Its time, right of the label."""
    label: Box
    bar_top: int
    bar_height: int
    """Of a bar that stands alone."""
    bars: tuple[PlacedBar, ...]


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Axis minutes to pixels of the contents, and back."""

    first: int
    last: int
    left: int
    """Pixel of ``first``."""
    per_minute: float

    def x(self, minute: float) -> int:
        """Pixel of an axis minute."""
        return self.left + round((minute - self.first) * self.per_minute)

    def minute(self, x: float) -> float:
        """Axis minute at a pixel."""
        return self.first + (x - self.left) / self.per_minute

    def hours(self) -> Iterator[int]:
        """Axis minutes of the full hours shown."""
        return iter(range(-(-self.first // 60) * 60, self.last + 1, 60))


@dataclass(frozen=True, slots=True)
class RoomsLayout:
    """The whole view."""

    times: TimeScale
    rows: tuple[Row, ...]
    strip: Box
    waiting: tuple[Entry, ...]
    """Operations without a room."""
    cards: tuple[tuple[Entry, Box], ...]
    """As many of them as there is space for."""
    left_out: int
    """How many of them there is no space for."""
    more: Box
    """Where that number stands; empty where none is left out."""
    legend: Box
    width: int
    height: int

    def row_at(self, y: int) -> Row | None:
        """The room at a height; none behind the strip."""
        if y >= self.strip.y:
            return None
        return next((row for row in self.rows if row.box.y <= y < row.box.bottom), None)


def arrange_rooms(
    plan: RoomsPlan,
    width: int,
    height: int,
    zoom: float = 1.0,
    *,
    scrolled: tuple[int, int] = (0, 0),
    first_card: int = 0,
) -> RoomsLayout:
    """Lay a day out in a window, at a zoom of ``ZOOM_STEPS``.

    The strip stays at the foot of the window, by how far the rest is ``scrolled``.
    """
    first, last = plan.bounds
    time_width = max(round((width - LABELS) * zoom), 240)
    per_minute = (time_width - 2 * MARGIN) / (last - first)
    times = TimeScale(first, last, LABELS + MARGIN, per_minute)
    room_for_rows = height - HEADER - STRIP
    count = max(1, len(plan.rooms))
    all_rows = max(LOWEST_ROW * count, min(HIGHEST_ROW * count, room_for_rows))
    edges = [HEADER + all_rows * at // count for at in range(count + 1)]
    rows = tuple(
        _row(room, times, Box(LABELS, top, time_width, bottom - top))
        for room, (top, bottom) in zip(plan.rooms, pairwise(edges), strict=True)
    )
    x, y = scrolled
    whole_height = max(height, edges[-1] + STRIP)
    bottom = min(y + height, whole_height) - STRIP
    strip = Box(x, bottom, min(width, LABELS + time_width), STRIP)
    space = max(0, strip.width - LABELS - _LEGEND)
    shown = min(len(plan.waiting), space // (_CARD + 8))
    if shown < len(plan.waiting):
        shown = max(0, space - _MORE) // (_CARD + 8)
    left_out = len(plan.waiting) - shown
    first = max(0, min(first_card, left_out))
    cards = tuple(
        (entry, Box(x + LABELS + 4 + at * (_CARD + 8), bottom + 9, _CARD, STRIP - 18))
        for at, entry in enumerate(plan.waiting[first : first + shown])
    )
    behind_cards = x + LABELS + 4 + shown * (_CARD + 8)
    more = Box(behind_cards, bottom + 9, _MORE if left_out else 0, STRIP - 18)
    legend_at = more.right + 12 if plan.waiting else x + 12
    legend = Box(legend_at, bottom, _LEGEND, STRIP)
    return RoomsLayout(
        times=times,
        rows=rows,
        strip=strip,
        waiting=plan.waiting,
        cards=cards,
        left_out=left_out,
        more=more,
        legend=legend,
        width=LABELS + time_width,
        height=whole_height,
    )


def _row(room: Room, times: TimeScale, box: Box) -> Row:
    label = Box(0, box.y, LABELS, box.height)
    if box.height >= _TRACKED_ROW:
        top = box.y + _ABOVE_BAR
        height = min(max(_LEAST_TALL, box.height * 6 // 10), box.height - _ABOVE_BAR - _TRACK)
    else:
        top = box.y + _ABOVE_LOW_BAR
        height = box.height - _ABOVE_LOW_BAR - _BARE_TRACK
    bars = tuple(_placed(bar, times, top, height) for bar in room.bars)
    return Row(room, box, label, top, height, bars)


def _placed(bar: Bar, times: TimeScale, top: int, height: int) -> PlacedBar:
    lane = bar.lane
    gap = 3 if lane.of > 1 else 0
    high = (height - gap * (lane.of - 1)) // lane.of
    y = top + lane.first * (high + gap)
    x, right = times.x(bar.start), max(times.x(bar.end), times.x(bar.start) + 4)
    box = Box(x + 1, y, right - x - 2, high * lane.width + gap * (lane.width - 1))
    return PlacedBar(bar, box, Box(box.x, box.y, body_end(bar.phases, bar.end, times) - box.x, box.height))


def body_end(phases: Sequence[tuple[object, int, int]], end: int, times: TimeScale) -> int:
    """First pixel behind the part of a bar in which the patient is there: where its cleaning begins."""
    cleaning = next((start for phase, start, _ in phases if phase == "cleaning"), end)
    return times.x(cleaning) if cleaning < end else times.x(end) - 1
