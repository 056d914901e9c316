"""The layout of a time grid: every column and tile with its rectangle, worked out once per change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import QRect

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import GONE, ActorId, ActorKind, EntryId
from praxidesk.ui.calendar.ground import ColumnGround, column_ground, load_percent, taken_minutes
from praxidesk.ui.calendar.lanes import Lane, lanes
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import FaceWords, Muting, TileFace, muted_words
from praxidesk.ui.calendar.time_axis import SNAP_MINUTES, DayScale, TimeAxis

LEFT_GAP, RIGHT_GAP, BELOW_GAP = 2, 3, 1
_LANE_GAP = 2
NARROWEST_COLUMN = 120
NARROWEST_IN_WEEK = 94
"""Two people in seven days fit a screen; a tile still says its time."""


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
class Tile:
    """One allocation in one column."""

    entry: EntryId
    allocation: Span
    """The actor's own part, not cut at midnight."""
    minutes: tuple[int, int]
    """Axis minutes, within the day."""
    rect: QRect
    face: TileFace
    fringes: tuple[QRect, ...]
    """Where buffers are drawn."""
    reach: QRect
    """Tile and buffers together."""
    spoken: str
    """For screen readers."""


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
    starts_day: bool
    parts_kinds: bool
    """Rooms begin here: a stronger line parts them from the people before."""

    @property
    def date(self) -> date:
        """Its day."""
        return self.scale.day

    @property
    def load(self) -> int | None:
        """Per cent of the open time that is taken; ``None`` where nothing is open."""
        return load_percent(self.ground.open_minutes, self.taken_minutes)


@dataclass(frozen=True, slots=True)
class GridLayout:
    """All columns of a state at one size."""

    axis: TimeAxis
    metrics: Metrics
    columns: tuple[Column, ...]
    width: int
    height: int
    by_entry: Mapping[EntryId, tuple[Tile, ...]] = field(repr=False)
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
        return _tile_rect(column.left, column.width, Lane(0, 1, 1), (start, end), self.metrics)


@dataclass(slots=True)
class Kept:
    """What the next layout will need again."""

    grounds: dict[tuple[ActorId, date], ColumnGround] = field(default_factory=dict)
    faces: dict[tuple[EntryId, int], tuple[Entry, TileFace, str]] = field(default_factory=dict)

    def forget(self) -> None:
        """The language or the practice changed: word everything anew."""
        self.grounds.clear()
        self.faces.clear()


@dataclass(frozen=True, slots=True)
class GridBuilder:
    """Builds the layout of one state at one size; no column is narrower than is good to read.

    That is ``NARROWEST_COLUMN`` on one day, ``NARROWEST_IN_WEEK`` on several.
    """

    state: CalendarState
    axis: TimeAxis
    metrics: Metrics
    words: FaceWords
    kept: Kept

    def layout(self) -> GridLayout:
        """Every column, day by day, in each the actors in their order."""
        state, axis, metrics = self.state, self.axis, self.metrics
        count = len(axis.days) * len(state.actors)
        narrowest = NARROWEST_COLUMN if len(axis.days) == 1 else NARROWEST_IN_WEEK
        width = max(metrics.width, count * narrowest)
        by_actor = _by_actor(state)
        columns: list[Column] = []
        for day, scale in enumerate(axis.days):
            for actor in state.actors:
                left, right = (at * width // count for at in (len(columns), len(columns) + 1))
                held = [each for each in by_actor[actor] if each[1].span.overlaps(scale.span)]
                ground = self._ground(scale, actor)
                columns.append(
                    Column(
                        index=len(columns),
                        day=day,
                        scale=scale,
                        actor=actor,
                        left=left,
                        width=right - left,
                        ground=ground,
                        tiles=tuple(self._tiles(held, scale, left, right - left)),
                        taken_minutes=taken_minutes(ground, actor, (entry for entry, _, _ in held)),
                        starts_day=actor == state.actors[0],
                        parts_kinds=_parts_kinds(state, actor),
                    )
                )
        by_entry: dict[EntryId, tuple[Tile, ...]] = {}
        for column in columns:
            for tile in column.tiles:
                by_entry[tile.entry] = (*by_entry.get(tile.entry, ()), tile)
        height = metrics.y(axis.minutes) + 1
        return GridLayout(axis, metrics, tuple(columns), width, height, by_entry, state.grid_minutes)

    def _ground(self, scale: DayScale, actor: ActorId) -> ColumnGround:
        key = (actor, scale.day)
        if key not in self.kept.grounds:
            self.kept.grounds[key] = column_ground(self.state.practice, self.state.zone, scale, actor)
        return self.kept.grounds[key]

    def _face(self, entry: Entry, number: int, allocation: Allocation) -> tuple[TileFace, str]:
        known, muting = self.kept.faces.get((entry.id, number)), self.state.filter.muting(entry)
        if known is not None and known[1].muting is muting and (known[0] is entry or known[0] == entry):
            return known[1:]
        made = self.words.face(entry, allocation), self.words.spoken(entry, allocation)
        if muting is not Muting.NONE:
            made = replace(made[0], muting=muting), muted_words(made[1])
        self.kept.faces[entry.id, number] = (entry, *made)
        return made

    def _tiles(
        self, held: Sequence[tuple[Entry, Allocation, int]], scale: DayScale, left: int, width: int
    ) -> Iterator[Tile]:
        spans = [_minutes(allocation.span, scale) for _, allocation, _ in held]
        for (entry, allocation, number), minutes, lane in zip(held, spans, lanes(spans), strict=True):
            rect = _tile_rect(left, width, lane, minutes, self.metrics)
            face, spoken = self._face(entry, number, allocation)
            fringes = tuple(self._fringes(entry, allocation, scale, rect))
            reach = rect
            for fringe in fringes:
                reach = reach.united(fringe)
            yield Tile(entry.id, allocation.span, minutes, rect, face, fringes, reach, spoken)

    def _fringes(self, entry: Entry, allocation: Allocation, scale: DayScale, rect: QRect) -> Iterator[QRect]:
        """Buffers of occupying and tentative entries, for people, rooms and devices."""
        service = self.state.practice.service(entry.type, entry.procedure)
        if service is None or not (entry.status.occupies or entry.status.is_tentative):
            return
        span = allocation.span
        for start, end in (
            (span.start - service.buffer_before * MINUTE, span.start),
            (span.end, span.end + service.buffer_after * MINUTE),
        ):
            top, bottom = (self.metrics.y(scale.minute(at)) for at in (start, end))
            if bottom - top > 1:
                yield QRect(rect.left(), top, rect.width(), bottom - top - 1)


def _by_actor(state: CalendarState) -> dict[ActorId, list[tuple[Entry, Allocation, int]]]:
    """Allocations of the shown actors with their entry and number, sorted by start."""
    result: dict[ActorId, list[tuple[Entry, Allocation, int]]] = {actor: [] for actor in state.actors}
    for entry in state.entries:
        if entry.status in GONE and not state.show_cancelled:
            continue
        for number, allocation in enumerate(entry.allocations):
            if allocation.actor in result:
                result[allocation.actor].append((entry, allocation, number))
    for held in result.values():
        held.sort(key=lambda each: (each[1].starts_at, each[1].ends_at, each[0].id))
    return result


def _parts_kinds(state: CalendarState, actor: ActorId) -> bool:
    at = state.actors.index(actor)
    if at == 0:
        return False
    kinds = [state.practice.actors[each].kind for each in state.actors[at - 1 : at + 1]]
    return (kinds[0] is ActorKind.PRACTITIONER) != (kinds[1] is ActorKind.PRACTITIONER)


def _minutes(span: Span, scale: DayScale) -> tuple[int, int]:
    start = scale.minute(span.start)
    return start, max(start + 1, scale.minute(span.end))


def _tile_rect(left: int, width: int, lane: Lane, minutes: tuple[int, int], metrics: Metrics) -> QRect:
    inner = width - LEFT_GAP - RIGHT_GAP
    near = lane.first * inner // lane.of
    far = (lane.first + lane.width) * inner // lane.of
    if lane.first + lane.width < lane.of:
        far -= _LANE_GAP
    top = metrics.y(minutes[0])
    bottom = max(metrics.y(minutes[1]), top + 4)
    return QRect(left + LEFT_GAP + near, top, max(1, far - near), bottom - top - BELOW_GAP)
