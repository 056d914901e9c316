"""What the next layouts of a time grid will need again, and whole layouts to turn back to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.vocabulary import GONE, ActorId, ActorKind, EntryId
from praxidesk.ui.calendar.by_actor import ByActor
from praxidesk.ui.calendar.grid.layout import Column, GridLayout
from praxidesk.ui.calendar.ground import ColumnGround
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import TileFace
from praxidesk.ui.calendar.time_axis import TimeAxis
from praxidesk.ui.newest import Newest

Held = tuple[Entry, Allocation, int]
"""An entry with one of its allocations and the number of that."""
_MOST_COLUMNS = 600
_MOST_FACES = 50_000
"""Some months of a large practice."""
_MOST_STATES = 8
_MOST_HELD = 4
_MOST_LAYOUTS = 8
"""Those shown last, and the pages beside them."""


@dataclass(slots=True)
class Kept:
    """What the next layout will need again."""

    grounds: dict[tuple[ActorId, date], ColumnGround] = field(default_factory=dict)
    faces: Newest[tuple[EntryId, int], tuple[Entry, ActorId | None, TileFace]] = field(
        default_factory=partial(Newest, _MOST_FACES)
    )
    """By entry and number of the allocation: the entry and usual room they were worded for, and the face."""
    columns: Newest[tuple[ActorId, date], tuple[object, tuple[Entry, ...], Column]] = field(
        default_factory=partial(Newest, _MOST_COLUMNS)
    )
    """What each was made of, its entries, and the column."""

    held: list[tuple[CalendarState, dict[tuple[ActorId, int], list[Held]]]] = field(default_factory=list)
    """States lately laid out, shown or foreseen, and what each actor has on each of their days."""
    layouts: list[tuple[CalendarState, GridLayout]] = field(default_factory=list)
    """Whole layouts, shown lately or foreseen, with what each was made of."""
    made: int = 0
    """Tiles laid out so far; a measure of work."""
    by_actor: list[tuple[tuple[Entry, ...], ByActor]] = field(default_factory=list)
    """Entries shown lately, by who takes part."""

    def layout(self, state: CalendarState, fits: Callable[[GridLayout], bool]) -> GridLayout | None:
        """One made of the very same, whatever the time was; turned to again, it stays longer."""
        for at, (known, layout) in enumerate(self.layouts):
            if _looks_alike(known, state) and fits(layout):
                self.layouts.append(self.layouts.pop(at))
                return layout
        return None

    def keep(self, state: CalendarState, layout: GridLayout) -> None:
        """Remember a whole layout."""
        self.layouts.append((state, layout))
        del self.layouts[:-_MOST_LAYOUTS]

    def usual_rooms(self, state: CalendarState) -> Mapping[ActorId, ActorId]:
        """Where each practitioner with a column works most of the time shown."""
        found, actors = self._found(state), state.practice.actors
        people = (each for each in state.actors if actors[each].kind is ActorKind.PRACTITIONER)
        return {each: room for each in people if (room := found.usual_room(each)) is not None}

    def held_by(self, state: CalendarState, axis: TimeAxis) -> Mapping[tuple[ActorId, int], list[Held]]:
        """Allocations of the shown actors by day, with their entry and number, sorted by start."""
        for known, held in self.held:
            if _holds_the_same(known, state):
                return held
        by_day = {
            (actor, day): [each for each in held if each[1].starts_at < end and start < each[1].ends_at]
            for actor, held in self._allocations(state).items()
            for day, (start, end) in enumerate(scale.span for scale in axis.days)
        }
        self.held.append((state, by_day))
        del self.held[:-_MOST_HELD]
        return self.held[-1][1]

    def _allocations(self, state: CalendarState) -> dict[ActorId, list[Held]]:
        """Of the shown actors, with their entry and number, sorted by start."""
        found, result = self._found(state), dict[ActorId, list[Held]]()
        for actor in state.actors:
            result[actor] = [
                (entry, allocation, number)
                for entry in found.of(actor)
                if state.show_cancelled or entry.status not in GONE
                for number, allocation in enumerate(entry.allocations)
                if allocation.actor == actor
            ]
            result[actor].sort(key=lambda each: (each[1].starts_at, each[1].ends_at, each[0].id))
        return result

    def _found(self, state: CalendarState) -> ByActor:
        for entries, found in self.by_actor:
            if entries is state.entries:
                return found
        self.by_actor.append((state.entries, ByActor(state.entries)))
        del self.by_actor[:-_MOST_STATES]
        return self.by_actor[-1][1]

    def is_for(self, before: CalendarState, state: CalendarState) -> bool:
        """Whether what was kept of one state serves for another."""
        is_same = before.practice is state.practice and before.zone == state.zone
        return is_same and before.colour_by is state.colour_by

    def follow(self, before: CalendarState | None, state: CalendarState) -> None:
        """Forget what does not serve for the next state."""
        if before is None or before.practice is not state.practice or before.zone != state.zone:
            self.forget()
        elif before.colour_by is not state.colour_by:
            self._reword()

    def _reword(self) -> None:
        self.layouts.clear()
        self.faces.clear()
        self.columns.clear()

    def forget(self) -> None:
        """The language or the practice changed: word everything anew."""
        self.grounds.clear()
        self.held.clear()
        self.by_actor.clear()
        self._reword()


def _holds_the_same(some: CalendarState, other: CalendarState) -> bool:
    """Whether the same entries stand in the same columns."""
    return (
        some.entries is other.entries
        and some.actors == other.actors
        and some.days == other.days
        and some.show_cancelled is other.show_cancelled
    )


def _looks_alike(some: CalendarState, other: CalendarState) -> bool:
    """Whether a layout of one is one of the other; practice and colours are the same in all that is kept."""
    return (
        _holds_the_same(some, other)
        and some.filter == other.filter
        and some.grid_minutes == other.grid_minutes
        and some.reader == other.reader
        and some.unseen == other.unseen
    )
