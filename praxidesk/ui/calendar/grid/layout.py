"""The layout of a time grid: every column and tile with its rectangle, worked out once per change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QRect

from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryId
from praxidesk.ui.calendar.box import Box
from praxidesk.ui.calendar.ground import ColumnGround, load_percent
from praxidesk.ui.calendar.items import Beside, Item
from praxidesk.ui.calendar.lanes import Lane
from praxidesk.ui.calendar.tile_face import TileFace
from praxidesk.ui.calendar.time_axis import SNAP_MINUTES, DayScale, TimeAxis

LEFT_GAP, RIGHT_GAP, BELOW_GAP = 2, 3, 1
_LANE_GAP = 2


@dataclass(frozen=True, slots=True)
class Metrics:
    """How large the grid is drawn."""

    width: int
    """Of the window onto the columns."""
    pixels_per_minute: float

    def y(self, minute: int) -> int:
        """Contents y of an axis minute."""
        return round(minute * self.pixels_per_minute)

    def minute(self, y: int) -> float:
        """Axis minute at a contents y."""
        return y / self.pixels_per_minute


@dataclass(frozen=True, slots=True)
class Tile(Item):
    """One allocation in one column."""

    allocation: Span
    """The actor's own part, not cut at midnight."""
    minutes: tuple[int, int]
    """Axis minutes, within the day."""
    face: TileFace
    fringes: tuple[tuple[int, int], ...]
    """Tops and heights of its buffers, as wide as the tile."""

    @property
    def rows(self) -> tuple[int, int]:
        """The first row of pixels of tile and buffers together, and the one below the last."""
        top, below = self.box.y, self.box.bottom
        for at, height in self.fringes:
            top, below = min(top, at), max(below, at + height)
        return top, below

    @property
    def reach(self) -> QRect:
        """Tile and buffers together."""
        (left, _, width, _), (top, below) = self.box, self.rows
        return QRect(left, top, width, below - top)


@dataclass(frozen=True, slots=True)
class Column:
    """One actor on one day."""

    index: int
    day: int
    """Place of its day."""
    scale: DayScale
    actor: ActorId
    left: int
    width: int
    ground: ColumnGround
    tiles: tuple[Tile, ...]
    """Sorted by start."""
    taken_minutes: int
    counted: frozenset[EntryId]
    """Appointments and operations that stand."""
    starts_day: bool
    is_known: bool
    """Everything that takes its time is seen; else nothing tells how full it is."""
    parts_kinds: bool
    """Rooms begin here: a stronger line parts them from the people before."""
    beside: tuple[Beside, ...] = ()
    """What is said of time of which is not seen what takes it; mostly nothing."""

    @property
    def date(self) -> date:
        """Its day."""
        return self.scale.day

    @property
    def load(self) -> int | None:
        """Per cent of the open time that is taken; ``None`` where nothing is open, or not all is seen."""
        return load_percent(self.ground.open_minutes, self.taken_minutes) if self.is_known else None


@dataclass(frozen=True, slots=True)
class GridLayout:
    """All columns of a state at one size."""

    axis: TimeAxis
    metrics: Metrics
    columns: tuple[Column, ...]
    width: int
    height: int
    tiles: tuple[Tile, ...] = field(repr=False)
    """Of all columns."""
    by_entry: Mapping[EntryId, tuple[Tile, ...]] = field(repr=False)
    beside: tuple[Beside, ...] = ()
    """Of all columns."""
    grid_minutes: int = 0
    """Chosen step of the grid; 0 where it follows the zoom."""

    @property
    def snap_minutes(self) -> int:
        """What dragging keeps to."""
        return self.grid_minutes or SNAP_MINUTES

    def column_at(self, x: int) -> Column | None:
        """The column at a contents x."""
        if not self.columns or not 0 <= x < self.width:
            return None
        at = x * len(self.columns) // self.width
        for column in self.columns[max(0, at - 1) : at + 2]:
            if column.left <= x < column.left + column.width:
                return column
        return None

    def rect(self, column: Column, start: int, end: int) -> QRect:
        """The rectangle that a tile of these axis minutes would have, over the whole column."""
        return QRect(*tile_box(column.left, column.width, Lane(0, 1, 1), (start, end), self.metrics))


def tile_box(left: int, width: int, lane: Lane, minutes: tuple[int, int], metrics: Metrics) -> Box:
    """Where a tile of these axis minutes stands in a column, as wide as its lane."""
    inner = width - LEFT_GAP - RIGHT_GAP
    near = lane.first * inner // lane.of
    far = (lane.first + lane.width) * inner // lane.of
    if lane.first + lane.width < lane.of:
        far -= _LANE_GAP
    top = metrics.y(minutes[0])
    bottom = max(metrics.y(minutes[1]), top + 4)
    return Box(left + LEFT_GAP + near, top, max(1, far - near), bottom - top - BELOW_GAP)
