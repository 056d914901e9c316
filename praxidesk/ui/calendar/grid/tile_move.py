"""Tiles in hand: where they are held, what the engine says to that, and what is painted of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import GONE, EntryId, Status
from praxidesk.ui.calendar.ghost_words import ghost, held_beside, in_room
from praxidesk.ui.calendar.grid.gesture import (
    Grip,
    Shift,
    brought,
    dragged,
    is_resizable,
    lengthened,
    lifted,
    move_wanted,
    nudged,
)
from praxidesk.ui.calendar.grid.layout import Column, GridLayout, Tile
from praxidesk.ui.calendar.grid.room_instead import RoomInstead
from praxidesk.ui.calendar.move_check import MoveJudge, Verdict
from praxidesk.ui.calendar.overlay_paint import Ghost
from praxidesk.ui.calendar.state import CalendarState, MoveWanted


@dataclass(frozen=True, slots=True)
class Held:
    """An entry in hand, and where."""

    entry: Entry
    shift: Shift


class TileMove:
    """From taking hold of one or several tiles to putting them down.

    Several move by the same time; into another column only where all come from one.
    """

    def __init__(
        self,
        shown: tuple[CalendarState, GridLayout],
        held: Held,
        others: Sequence[Held] = (),
        *,
        by_keys: bool = True,
        status: Status | None = None,
    ) -> None:
        """``status``: what it becomes where it is put down."""
        self._state, self._layout = shown
        self._held = held
        self._others = tuple(others) if held.shift.grip is Grip.WHOLE else ()
        self._status = status
        self.by_keys = by_keys
        self._judge_of_state = self._new_judge()
        self._room_instead = RoomInstead(self._state)
        self._wanted: tuple[MoveWanted, ...] = ()
        self.ghost = self._judge()

    @staticmethod
    def can_move(entry: Entry) -> bool:
        """Whether an entry is still in the calendar."""
        return entry.status not in GONE

    @property
    def is_changed(self) -> bool:
        """Whether putting it down here would change anything."""
        return self._held.shift.is_changed or self._status is not None

    @property
    def minutes(self) -> tuple[int, int]:
        """Axis minutes at which it is held."""
        return self._held.shift.start, self._held.shift.end

    @property
    def step_minutes(self) -> int:
        """How far a key moves it: a step of the grid."""
        return self._layout.snap_minutes

    @property
    def entries(self) -> tuple[EntryId, ...]:
        """All that is in hand, the one held first."""
        return (self._held.entry.id, *(each.entry.id for each in self._others))

    @property
    def wanted(self) -> tuple[MoveWanted, ...]:
        """What putting it down here asks for, of each."""
        return self._wanted

    def drag(self, column: int, minute: float, snap: int) -> bool:
        """Hold it elsewhere, by mouse; whether that is anywhere new."""
        return self._hold(dragged(self._layout, self._held.shift, column, minute, snap))

    def nudge(self, columns: int, minutes: int) -> bool:
        """Hold it a step further, by key; whether that is anywhere new."""
        return self._hold(nudged(self._layout, self._held.shift, columns, minutes))

    def lengthen(self, minutes: int) -> bool:
        """Make it longer or shorter, by key; whether that changed anything."""
        if self._others or not is_resizable(self._held.entry, self._held.shift.allocation):
            return False
        return self._hold(lengthened(self._layout, self._held.shift, minutes))

    def follow(self, state: CalendarState, layout: GridLayout) -> bool:
        """Go on in a new layout, of other days too; ``False`` where an entry is not the same any more."""
        days = [each.day for each in layout.axis.days] == [each.day for each in self._layout.axis.days]
        for each in (self._held, *self._others):
            known = state.entry(each.entry.id)
            is_gone = known is None and days and each.shift.from_column is not None
            # A page read before our own last change shows it as it was: that is nobody's change.
            is_older = known is not None and known.version < each.entry.version
            if is_gone or (known is not None and not is_older and known != each.entry):
                return False
        same = [(each.actor, each.date) for each in layout.columns] == [
            (each.actor, each.date) for each in self._layout.columns
        ]
        if days and not same:
            return False
        before = self._layout
        self._state, self._layout = state, layout
        if not same:
            taken = [self._elsewhere(each, before) for each in (self._held, *self._others)]
            found = [each for each in taken if each is not None]
            if len(found) < len(taken):
                return False
            self._held, self._others = found[0], tuple(found[1:])
        self._judge_of_state = self._new_judge()
        self._room_instead = RoomInstead(self._state)
        self.ghost = self._judge()
        return True

    def _elsewhere(self, held: Held, before: GridLayout) -> Held | None:
        """Held in the same column of other days, at the same time."""
        layout, column = self._layout, before.columns[held.shift.column]
        is_here = self._state.entry(held.entry.id) == held.entry
        here = tile_of(layout, held.entry) if is_here else None
        shift = (
            lifted(held.entry, here[1], here[0]) if here else brought(layout, self._state.zone, held.entry)
        )
        if shift is None:
            return None
        own = [each.index for each in layout.columns if each.actor == column.actor]
        place = [each.index for each in before.columns if each.actor == column.actor].index(column.index)
        length = shift.end - shift.start + held.shift.longer
        start = min(layout.axis.minutes - length, held.shift.start)
        index = own[min(place, len(own) - 1)] if own else shift.column
        return Held(held.entry, replace(shift, column=index, start=start, end=start + length))

    def _hold(self, shift: Shift) -> bool:
        if self._others:
            shift = self._together(shift)
        before = self._held.shift
        if shift == before:
            return False
        columns, minutes = shift.column - before.column, shift.start - before.start
        self._held = Held(self._held.entry, shift)
        self._others = tuple(
            Held(each.entry, self._shifted(each.shift, columns, minutes)) for each in self._others
        )
        self.ghost = self._judge()
        return True

    def _together(self, shift: Shift) -> Shift:
        """As far as all of them can go: within the day, each with its own people unless they share them."""
        before, layout = self._held.shift, self._layout
        least = min(each.shift.start for each in self._others)
        most = max(each.shift.end for each in self._others)
        minutes = max(-least, min(layout.axis.minutes - most, shift.start - before.start))
        column = shift.column
        if any(each.shift.column != before.column for each in self._others):
            per_day = len(layout.columns) // len(layout.axis.days)
            days = column // per_day - before.column // per_day
            first = min(each.shift.column for each in (self._held, *self._others)) // per_day
            last = max(each.shift.column for each in (self._held, *self._others)) // per_day
            days = max(-first, min(len(layout.axis.days) - 1 - last, days))
            column = before.column + days * per_day
        return replace(before, column=column, start=before.start + minutes, end=before.end + minutes)

    @staticmethod
    def _shifted(shift: Shift, columns: int, minutes: int) -> Shift:
        return replace(
            shift, column=shift.column + columns, start=shift.start + minutes, end=shift.end + minutes
        )

    def _new_judge(self) -> MoveJudge:
        return MoveJudge(self._state, set(self.entries))

    def _judge(self) -> Ghost:
        moves = [
            (each.entry, move_wanted(self._layout, each.entry, each.shift, self._status))
            for each in (self._held, *self._others)
        ]
        verdicts = self._judge_of_state.judged(moves) if self.is_changed else [Verdict()] * len(moves)
        tried = [
            self._room_instead.tried(self._judge_of_state, entry, wanted, verdict)
            for (entry, wanted), verdict in zip(moves, verdicts, strict=True)
        ]
        self._wanted, verdicts = tuple(wanted for wanted, _ in tried), [verdict for _, verdict in tried]
        shift = self._held.shift
        painted = ghost(self._state, self._layout, self._held.entry, shift, verdicts[0])
        rooms = self._wanted[0].rooms
        if rooms is not None:
            painted = replace(painted, whose=in_room(self._state, painted.whose, rooms[1]))
        if not self._others:
            return painted
        held = [(each.entry, each.shift) for each in (self._held, *self._others)]
        return held_beside(self._state, self._layout, painted, held, verdicts)


def tile_of(layout: GridLayout, entry: Entry) -> tuple[Column, Tile] | None:
    """The first tile of an entry."""
    return next(
        ((column, tile) for column in layout.columns for tile in column.tiles if tile.entry == entry.id), None
    )
