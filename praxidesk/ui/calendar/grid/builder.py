"""Builds the layout of a time grid, a column at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from operator import is_
from typing import NamedTuple

from PySide6.QtCore import QSize

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, ActorKind, EntryId
from praxidesk.ui.calendar.grid.kept import Held, Kept
from praxidesk.ui.calendar.grid.layout import Column, GridLayout, Metrics, Tile, tile_box
from praxidesk.ui.calendar.grid.unseen import beside_column
from praxidesk.ui.calendar.ground import ColumnGround, column_ground, taken_minutes
from praxidesk.ui.calendar.lanes import lanes
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import FaceWords, Look, Muting, TileFace, muted_words
from praxidesk.ui.calendar.time_axis import DayScale, TimeAxis
from praxidesk.ui.calendar.unseen import UnseenTime

_UNCOUNTED = (Look.BLOCKOUT, Look.CANCELLED, Look.NOSHOW)
NARROWEST_COLUMN = 120
NARROWEST_IN_WEEK = 94
"""Two people in seven days fit a screen; a tile still says its time."""


class ColumnPlace(NamedTuple):
    """Where a column stands in its grid."""

    number: int
    day: int
    left: int
    width: int


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

    def layout(self, columns: Sequence[Column] | None = None) -> GridLayout:
        """Every column, day by day, in each the actors in their order; of columns made before, if given."""
        made = tuple(self.columns([]) if columns is None else columns)
        tiles = tuple(chain.from_iterable(column.tiles for column in made))
        by_entry: dict[EntryId, tuple[Tile, ...]] = {}
        for tile in tiles:
            known = by_entry.get(tile.entry)
            by_entry[tile.entry] = (tile,) if known is None else (*known, tile)
        size = size_of(self.state, self.axis, self.metrics)
        return GridLayout(
            axis=self.axis,
            metrics=self.metrics,
            columns=made,
            width=size.width(),
            height=size.height(),
            tiles=tiles,
            by_entry=by_entry,
            beside=tuple(chain.from_iterable(column.beside for column in made)),
            grid_minutes=self.state.grid_minutes,
        )

    def columns(self, made: list[Column]) -> Iterator[Column]:
        """One after the other, for whoever has time for one only; each is put into the list as well."""
        state = self.state
        count = len(self.axis.days) * len(state.actors)
        width = size_of(state, self.axis, self.metrics).width()
        unseen = UnseenTime(state)
        held_by = self.kept.held_by(state, self.axis)
        number = 0
        for day, scale in enumerate(self.axis.days):
            for actor in state.actors:
                left, right = (at * width // count for at in (number, number + 1))
                place = ColumnPlace(number, day, left, right - left)
                made.append(self._column(scale, actor, place, held_by[actor, day], unseen))
                yield made[-1]
                number += 1

    def _column(
        self, scale: DayScale, actor: ActorId, place: ColumnPlace, held: Sequence[Held], unseen: UnseenTime
    ) -> Column:
        """The column as it was made before, if nothing in it has changed: paging back makes none anew."""
        state, ground = self.state, unseen.laid_on(self._ground(scale, actor), actor, scale.span)
        is_known = state.reader.knows_times_of(actor)
        usual = self.words.usual_rooms.get(actor)
        made_of = (ground, scale, place, self.metrics, usual, state.filter, is_known)
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
            is_known=is_known,
            parts_kinds=_parts_kinds(state, actor),
        )
        if ground.unseen or not is_known:
            column = replace(column, beside=beside_column(state, column, self.metrics))
        self.kept.made += len(column.tiles)
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
        self.kept.faces[key] = (entry, usual, face)
        return face

    def _spoken(self, entry: Entry, allocation: Allocation) -> str:
        said = self.words.spoken(entry, allocation)
        return said if self.state.filter.muting(entry) is Muting.NONE else muted_words(said)

    def _tiles(self, held: Sequence[Held], scale: DayScale, left: int, width: int) -> Iterator[Tile]:
        spans = [_minutes(allocation.span, scale) for _, allocation, _ in held]
        for (entry, allocation, number), minutes, lane in zip(held, spans, lanes(spans), strict=True):
            yield Tile(
                entry=entry.id,
                box=tile_box(left, width, lane, minutes, self.metrics),
                spoken=partial(self._spoken, entry, allocation),
                allocation=allocation.span,
                minutes=minutes,
                face=self._face(entry, number, allocation),
                fringes=tuple(self._fringes(entry, allocation, scale)),
            )

    def _fringes(self, entry: Entry, allocation: Allocation, scale: DayScale) -> Iterator[tuple[int, int]]:
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
                yield top, bottom - top - 1


def size_of(state: CalendarState, axis: TimeAxis, metrics: Metrics) -> QSize:
    """Of a grid, whatever is in it."""
    narrowest = NARROWEST_COLUMN if len(axis.days) == 1 else NARROWEST_IN_WEEK
    count = len(axis.days) * len(state.actors)
    return QSize(max(metrics.width, count * narrowest), metrics.y(axis.minutes) + 1)


def _are_same(some: Sequence[Entry], others: Sequence[Entry]) -> bool:
    """Whether two rows hold the very same values; comparing all that is in them would take too long."""
    return len(some) == len(others) and all(map(is_, some, others))


def _parts_kinds(state: CalendarState, actor: ActorId) -> bool:
    at = state.actors.index(actor)
    if at == 0:
        return False
    kinds = [state.practice.actors[each].kind for each in state.actors[at - 1 : at + 1]]
    return (kinds[0] is ActorKind.PRACTITIONER) != (kinds[1] is ActorKind.PRACTITIONER)


def _minutes(span: Span, scale: DayScale) -> tuple[int, int]:
    start = scale.minute(span.start)
    return start, max(start + 1, scale.minute(span.end))
