"""The plan of the operating rooms with something in hand: taken up, brought, put down, parked or given up."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.calendar.begun_names import is_no_shortcut
from praxidesk.ui.calendar.chosen import chosen_of
from praxidesk.ui.calendar.hint_bar import HintBar
from praxidesk.ui.calendar.rooms.canvas import RoomsCanvas
from praxidesk.ui.calendar.rooms.gesture import Shift, brought, found, lifted
from praxidesk.ui.calendar.rooms.layout import HEADER
from praxidesk.ui.calendar.rooms.move import RoomsMove
from praxidesk.ui.calendar.time_axis import SNAP_MINUTES

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
VERTICAL = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
LONGER = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}
HELD_KEYS = frozenset({Qt.Key.Key_Escape, *ENTER, *SIDEWAYS, *VERTICAL})


class RoomsHand(RoomsCanvas):
    """Adds what is in hand, and its keys; the mouse is the subclass's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hints = HintBar(self.viewport())

    # What the window calls

    def begin_move(self) -> None:
        """Take the selected bars in hand: arrows move them, Enter puts them down, Esc gives up."""
        state, layout = self._state, self._layout
        if state is None or layout is None:
            return
        shift = lifted(layout, state.zone, self._entry(self.selected()))
        if shift is not None:
            self._take(shift, by_keys=True)
            self.setFocus()

    def choose_column(self) -> None:
        """Select the bars of the room; once they are selected, those of all rooms.

        What waits for a room is no part of it: it is placed by itself.
        """
        layout = self._layout
        if layout is None:
            return
        here, drawing = found(layout, self._entry(self.selected())), self._drawing
        row = here[0] if here is not None else drawing.row if drawing is not None else None
        every = [{bar.facts.entry.id for bar in each.bars} for each in layout.rows]
        of_room = every[row] if row is not None else set[EntryId]()
        is_new = bool(of_room) and not of_room <= self._shown_chosen.all
        self.choose(chosen_of(of_room if is_new else set().union(*every), self.selected()))

    def hold(self, entry: Entry, status: Status | None = None) -> bool:
        """Take an entry in hand by keyboard, wherever it stands."""
        shift = self._brought(entry, status)
        if shift is None:
            return False
        self._take(shift, by_keys=True)
        self.setFocus()
        return self._move is not None

    def hold_at(self, entry: Entry, at: QPoint, status: Status | None = None) -> bool:
        """Hold an entry by mouse at a point of the screen; whether that is a place for it."""
        layout, port = self._layout, self.viewport().mapFromGlobal(at)
        if layout is None or not self.viewport().rect().contains(port):
            self._let_go()
            return False
        if self._move is None or entry.id not in self._move.entries:
            shift = self._brought(entry, status)
            if shift is None:
                return False
            self._take(shift, by_keys=False)
        here = self._to_contents(port)
        row = layout.row_at(here.y())
        if self._move is not None and row is not None:
            self._move.drag(layout.rows.index(row), layout.times.minute(here.x()), SNAP_MINUTES)
            self.viewport().update()
        return True

    def put_held(self, at: QPoint | None) -> None:
        """Put down what is held by mouse at a point of the screen, or give it up."""
        layout = self._layout
        port = self.viewport().mapFromGlobal(at) if at is not None else None
        if port is not None and layout is not None and layout.row_at(self._to_contents(port).y()) is not None:
            self._put_down()
        else:
            self._let_go()

    # In hand

    def _brought(self, entry: Entry, status: Status | None) -> Shift | None:
        state, layout = self._state, self._layout
        if state is None or layout is None or not RoomsMove.can_move(entry):
            return None
        here = found(layout, entry)
        if here is None:
            return brought(layout, state.zone, entry, status)
        row, placed = here
        return Shift(placed.facts, row, row, placed.facts.start, status=status)

    def _take(self, shift: Shift, *, by_keys: bool, is_pulled: bool = False) -> None:
        state, layout, plan = self._state, self._layout, self._plan
        if state is None or layout is None or plan is None or not RoomsMove.can_move(shift.bar.entry):
            return
        others = [] if is_pulled else self._others(shift)
        shown = (state, layout, plan.scale)
        self._move = RoomsMove(shown, shift, others, by_keys=by_keys, is_pulled=is_pulled)
        self._drawing = None
        grip = Qt.CursorShape.SizeHorCursor if is_pulled else Qt.CursorShape.ClosedHandCursor
        self.viewport().setCursor(grip)
        self.hints.show_hints(self._theme, self._hints_of(self._move))
        self._show_rect(self._move.ghost.rect, margin=HEADER)
        self.viewport().update()
        self.held_changed.emit()

    def _others(self, held: Shift) -> list[Shift]:
        """The other selected bars, where the one held is selected too."""
        layout, state, chosen = self._layout, self._state, self._shown_chosen.all
        if layout is None or state is None or held.bar.entry.id not in chosen or held.from_row is None:
            return []
        result = []
        for id_ in chosen - {held.bar.entry.id}:
            entry = state.entry(id_)
            shift = lifted(layout, state.zone, entry)
            # What waits for a room is placed by itself, not along with others.
            is_bar = shift is not None and shift.from_row is not None
            if entry is not None and shift is not None and is_bar and RoomsMove.can_move(entry):
                result.append(shift)
        return sorted(result, key=lambda each: (each.row, each.start))

    def _hints_of(self, move: RoomsMove) -> list[tuple[str, str]]:
        give_up, park = (self.tr("Esc"), self.tr("give up")), ("P", self.tr("park"))
        if not move.by_keys:
            snap = self.tr("free instead of the {minutes} min grid").format(minutes=SNAP_MINUTES)
            return [give_up, (self.tr("Alt"), snap), park]
        result = [give_up, ("↵", self.tr("put down")), ("← ↑ ↓ →", self.tr("move"))]
        if move.can_resize:
            result.append(("+ −", self.tr("surgery longer, shorter")))
        return [*result, (self.tr("PgUp PgDn"), self.tr("other day")), park]

    def _let_go(self) -> None:
        super()._let_go()
        self.hints.hide()

    # Keys

    def event(self, event: QEvent) -> bool:
        """While something is held, its keys are no shortcuts of the window."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            key = Qt.Key(event.key())
            is_held = self._move is not None and (key in LONGER or key is Qt.Key.Key_P)
            is_name = self._by_keys and self._drawing is not None and is_no_shortcut(event)
            if is_held or is_name or ((self._move or self._drawing) is not None and key in HELD_KEYS):
                event.accept()
                return True
        return super().event(event)

    def _move_key(self, event: QKeyEvent, move: RoomsMove) -> None:
        key = Qt.Key(event.key())
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key is Qt.Key.Key_Escape:
            self._let_go()
        elif key is Qt.Key.Key_P:
            self._park()
        elif not move.by_keys:
            return
        elif key in ENTER:
            self._put_down()
        else:
            if key in LONGER:
                is_new = move.lengthen(LONGER[key] * SNAP_MINUTES)
            elif key in SIDEWAYS and is_shifted:
                is_new = move.lengthen(SIDEWAYS[key] * SNAP_MINUTES)
            else:
                is_new = move.nudge(VERTICAL.get(key, 0), SIDEWAYS.get(key, 0) * SNAP_MINUTES)
            if is_new:
                self._show_rect(move.ghost.rect, margin=HEADER)
                self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hints stay at the lower edge."""
        super().resizeEvent(event)
        self.hints.place()
