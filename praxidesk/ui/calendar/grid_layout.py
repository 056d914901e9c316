"""The layout of a time grid: every column and tile with its rectangle, worked out once per change."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from operator import is_
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import GONE, ActorId, ActorKind, EntryId
from praxidesk.ui.calendar.ground import ColumnGround, column_ground, load_percent, taken_minutes
from praxidesk.ui.calendar.lanes import Lane, lanes
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import FaceWords, Look, Muting, TileFace, muted_words, usual_rooms
from praxidesk.ui.calendar.time_axis import SNAP_MINUTES, DayScale, TimeAxis

LEFT_GAP, RIGHT_GAP, BELOW_GAP = 2, 3, 1
_LANE_GAP = 2
_Held = tuple[Entry, Allocation, int]
"""An entry with one of its allocations and the number of that."""
_MOST_STATES = 16
_MOST_HELD = 4
_UNCOUNTED = (Look.BLOCKOUT, Look.CANCELLED, Look.NOSHOW)
_MOST_COLUMNS = 600
_MOST_FACES = 50_000
"""Kept at most; some months of a large practice."""
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
    spoken: Callable[[], str] = field(compare=False)
    """For screen readers; worded when one asks."""


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


class ColumnPlace(NamedTuple):
    """Where a column stands in its grid."""

    number: int
    day: int
    left: int
    width: int


@dataclass(slots=True)
class Kept:
    """What the next layout will need again."""

    grounds: dict[tuple[ActorId, date], ColumnGround] = field(default_factory=dict)
    faces: dict[tuple[EntryId, int], tuple[Entry, ActorId | None, TileFace]] = field(default_factory=dict)
    """By entry and number of the allocation: the entry and usual room they were worded for, and the face."""
    columns: dict[tuple[ActorId, date], tuple[object, tuple[Entry, ...], Column]] = field(
        default_factory=dict
    )
    """What each was made of, its entries, and the column."""

    held: list[tuple[CalendarState, dict[tuple[ActorId, int], list[_Held]]]] = field(default_factory=list)
    """States lately laid out, shown or foreseen, and what each actor has on each of their days."""
    ready: tuple[CalendarState, Metrics, tuple[Column, ...]] | None = None
    """A state all of whose columns have been laid out, and is about to be shown."""
    made: int = 0
    """Tiles laid out so far; a measure of work."""
    rooms: list[tuple[tuple[Entry, ...], dict[ActorId, ActorId]]] = field(default_factory=list)
    """Entries shown lately, and where everybody works among them."""

    def usual_rooms(self, state: CalendarState) -> Mapping[ActorId, ActorId]:
        """Where each practitioner works most of the time shown."""
        for entries, rooms in self.rooms:
            if entries is state.entries:
                return rooms
        self.rooms.append((state.entries, usual_rooms(state.practice, state.entries)))
        del self.rooms[:-_MOST_STATES]
        return self.rooms[-1][1]

    def held_by(self, state: CalendarState, axis: TimeAxis) -> Mapping[tuple[ActorId, int], list[_Held]]:
        """Allocations of the shown actors by day, with their entry and number, sorted by start."""
        for known, held in self.held:
            is_same = known.entries is state.entries and known.actors == state.actors
            if is_same and known.days == state.days and known.show_cancelled is state.show_cancelled:
                return held
        by_day = {
            (actor, day): [each for each in held if each[1].starts_at < end and start < each[1].ends_at]
            for actor, held in _by_actor(state).items()
            for day, (start, end) in enumerate(scale.span for scale in axis.days)
        }
        self.held.append((state, by_day))
        del self.held[:-_MOST_HELD]
        return self.held[-1][1]

    def reword(self) -> None:
        """Other colours: make every face anew."""
        self.ready = None
        self.faces.clear()
        self.columns.clear()

    def forget(self) -> None:
        """The language or the practice changed: word everything anew."""
        self.grounds.clear()
        self.held.clear()
        self.rooms.clear()
        self.reword()


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
        ready = self.kept.ready
        is_ready = ready is not None and ready[0] is self.state and ready[1] == self.metrics
        columns = ready[2] if ready is not None and is_ready else tuple(self.columns([]))
        by_entry: dict[EntryId, tuple[Tile, ...]] = {}
        for column in columns:
            for tile in column.tiles:
                by_entry[tile.entry] = (*by_entry.get(tile.entry, ()), tile)
        size = size_of(self.state, self.axis, self.metrics)
        return GridLayout(
            self.axis, self.metrics, columns, size.width(), size.height(), by_entry, self.state.grid_minutes
        )

    def columns(self, made: list[Column]) -> Iterator[Column]:
        """One after the other, for whoever has time for one only; each is put into the list as well."""
        state = self.state
        count = len(self.axis.days) * len(state.actors)
        width = size_of(state, self.axis, self.metrics).width()
        held_by = self.kept.held_by(state, self.axis)
        number = 0
        for day, scale in enumerate(self.axis.days):
            for actor in state.actors:
                left, right = (at * width // count for at in (number, number + 1))
                place = ColumnPlace(number, day, left, right - left)
                made.append(self._column(scale, actor, place, held_by[actor, day]))
                yield made[-1]
                number += 1

    def _column(self, scale: DayScale, actor: ActorId, place: ColumnPlace, held: Sequence[_Held]) -> Column:
        """The column as it was made before, if nothing in it has changed: paging back makes none anew."""
        state, ground = self.state, self._ground(scale, actor)
        made_of = (ground, scale, place, self.metrics, self.words.usual_rooms.get(actor), state.filter)
        entries = tuple(entry for entry, _, _ in held)
        known = self.kept.columns.get((actor, scale.day))
        if known is not None and known[0] == made_of and _are_same(known[1], entries):
            return known[2]
        tiles = tuple(self._tiles(held, scale, place.left, place.width))
        column = Column(
            index=place.number,
            day=place.day,
            scale=scale,
            actor=actor,
            left=place.left,
            width=place.width,
            ground=ground,
            tiles=tiles,
            taken_minutes=taken_minutes(ground, actor, entries),
            counted=frozenset([tile.entry for tile in tiles if tile.face.look not in _UNCOUNTED]),
            starts_day=actor == state.actors[0],
            parts_kinds=_parts_kinds(state, actor),
        )
        self.kept.made += len(column.tiles)
        if len(self.kept.columns) >= _MOST_COLUMNS:
            self.kept.columns.clear()
        self.kept.columns[actor, scale.day] = (made_of, entries, column)
        return column

    def _ground(self, scale: DayScale, actor: ActorId) -> ColumnGround:
        key = (actor, scale.day)
        if key not in self.kept.grounds:
            self.kept.grounds[key] = column_ground(self.state.practice, self.state.zone, scale, actor)
        return self.kept.grounds[key]

    def _face(self, entry: Entry, number: int, allocation: Allocation) -> TileFace:
        key = entry.id, number
        known, muting = self.kept.faces.get(key), self.state.filter.muting(entry)
        usual = self.words.usual_rooms.get(allocation.actor)
        if (
            known is not None
            and known[1] == usual
            and known[2].muting is muting
            and (known[0] is entry or known[0] == entry)
        ):
            return known[2]
        face = self.words.face(entry, allocation)
        if muting is not Muting.NONE:
            face = replace(face, muting=muting)
        if len(self.kept.faces) >= _MOST_FACES:
            self.kept.faces.clear()
        self.kept.faces[key] = (entry, usual, face)
        return face

    def _spoken(self, entry: Entry, allocation: Allocation) -> str:
        said = self.words.spoken(entry, allocation)
        return said if self.state.filter.muting(entry) is Muting.NONE else muted_words(said)

    def _tiles(self, held: Sequence[_Held], scale: DayScale, left: int, width: int) -> Iterator[Tile]:
        spans = [_minutes(allocation.span, scale) for _, allocation, _ in held]
        for (entry, allocation, number), minutes, lane in zip(held, spans, lanes(spans), strict=True):
            rect = _tile_rect(left, width, lane, minutes, self.metrics)
            face = self._face(entry, number, allocation)
            fringes = tuple(self._fringes(entry, allocation, scale, rect))
            reach = rect
            for fringe in fringes:
                reach = reach.united(fringe)
            spoken = partial(self._spoken, entry, allocation)
            yield Tile(entry.id, allocation.span, minutes, rect, face, fringes, reach, spoken)

    def _fringes(self, entry: Entry, allocation: Allocation, scale: DayScale, rect: QRect) -> Iterator[QRect]:
        """Buffers of occupying and tentative entries, for people, rooms and devices."""
        service = self.state.practice.service(entry.type, entry.procedure)
        if service is None or not (entry.status.occupies or entry.status.is_tentative):
            return
        before, after = service.buffer_before * MINUTE, service.buffer_after * MINUTE
        starts_at, ends_at = allocation.starts_at, allocation.ends_at
        for start, end in ((starts_at - before, starts_at), (ends_at, ends_at + after)):
            if start == end:
                continue
            top, bottom = (self.metrics.y(scale.minute(at)) for at in (start, end))
            if bottom - top > 1:
                yield QRect(rect.left(), top, rect.width(), bottom - top - 1)


def size_of(state: CalendarState, axis: TimeAxis, metrics: Metrics) -> QSize:
    """Of a grid, whatever is in it."""
    narrowest = NARROWEST_COLUMN if len(axis.days) == 1 else NARROWEST_IN_WEEK
    count = len(axis.days) * len(state.actors)
    return QSize(max(metrics.width, count * narrowest), metrics.y(axis.minutes) + 1)


def _are_same(some: Sequence[Entry], others: Sequence[Entry]) -> bool:
    """Whether two rows hold the very same values; comparing all that is in them would take too long."""
    return len(some) == len(others) and all(map(is_, some, others))


def _by_actor(state: CalendarState) -> dict[ActorId, list[_Held]]:
    """Allocations of the shown actors with their entry and number, sorted by start."""
    result: dict[ActorId, list[_Held]] = {actor: [] for actor in state.actors}
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
