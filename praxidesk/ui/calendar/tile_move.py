"""A tile in hand: where it is held, what the engine says to that, and what is painted of it."""

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import GONE
from praxidesk.ui.calendar.ghost_words import ghost
from praxidesk.ui.calendar.grid_gesture import Grip, Shift, dragged, lifted, move_wanted, nudged
from praxidesk.ui.calendar.grid_layout import Column, GridLayout, Tile
from praxidesk.ui.calendar.move_check import Verdict, judged
from praxidesk.ui.calendar.overlay_paint import Ghost
from praxidesk.ui.calendar.state import CalendarState, MoveWanted


class TileMove:
    """From taking hold of a tile to putting it down."""

    def __init__(
        self,
        shown: tuple[CalendarState, GridLayout],
        entry: Entry,
        held: tuple[Column, Tile],
        grip: Grip = Grip.WHOLE,
        *,
        by_keys: bool = True,
    ) -> None:
        self._state, self._layout = shown
        self._entry = entry
        self._shift = lifted(held[1], held[0], grip)
        self.by_keys = by_keys
        self.ghost = self._judge()

    @staticmethod
    def can_move(entry: Entry) -> bool:
        """Whether an entry is still in the calendar."""
        return entry.status not in GONE

    @property
    def is_changed(self) -> bool:
        """Whether putting it down here would change anything."""
        return self._shift.is_changed

    @property
    def minutes(self) -> tuple[int, int]:
        """Axis minutes at which it is held."""
        return self._shift.start, self._shift.end

    @property
    def step_minutes(self) -> int:
        """How far a key moves it: a step of the grid."""
        return self._layout.snap_minutes

    @property
    def wanted(self) -> MoveWanted:
        """What putting it down here asks for."""
        return move_wanted(self._layout, self._entry, self._shift)

    def drag(self, column: int, minute: float, snap: int) -> bool:
        """Hold it elsewhere, by mouse; whether that is anywhere new."""
        return self._hold(dragged(self._layout, self._shift, column, minute, snap))

    def nudge(self, columns: int, minutes: int) -> bool:
        """Hold it a step further, by key; whether that is anywhere new."""
        return self._hold(nudged(self._layout, self._shift, columns, minutes))

    def follow(self, state: CalendarState, layout: GridLayout) -> bool:
        """Go on in a new layout; ``False`` where the entry or its columns are not the same any more."""
        entry = state.entry(self._entry.id)
        columns = [(column.actor, column.date) for column in layout.columns]
        if entry != self._entry or columns != [(each.actor, each.date) for each in self._layout.columns]:
            return False
        origin = layout.columns[self._shift.from_column]
        tile = next(
            (
                each
                for each in origin.tiles
                if each.entry == self._entry.id and each.allocation == self._shift.tile.allocation
            ),
            None,
        )
        if tile is None:
            return False
        held = self._shift
        self._state, self._layout = state, layout
        self._shift = Shift(tile, held.from_column, held.column, held.start, held.end, held.grip)
        self.ghost = self._judge()
        return True

    def _hold(self, shift: Shift) -> bool:
        if shift == self._shift:
            return False
        self._shift = shift
        self.ghost = self._judge()
        return True

    def _judge(self) -> Ghost:
        verdict = judged(self._state, self._entry, self.wanted) if self._shift.is_changed else Verdict()
        return ghost(self._state, self._layout, self._shift, verdict)
