"""The plan of the operating rooms: rooms as rows, operations as bars on a time line."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.ui.calendar.rooms_canvas import RoomsCanvas
from praxidesk.ui.calendar.rooms_gesture import (
    Shift,
    drawing_from,
    drawn_place,
    drawn_to,
    found,
    lifted,
    neighbour,
)
from praxidesk.ui.calendar.rooms_layout import HEADER, LABELS, RoomsLayout
from praxidesk.ui.calendar.rooms_move import RoomsMove
from praxidesk.ui.calendar.time_axis import SNAP_MINUTES

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_VERTICAL = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RoomsView(RoomsCanvas):
    """One day of all operating rooms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rooms_view")
        self._pressed: QPoint | None = None
        """Where the mouse went down, in contents coordinates, until a drag begins or it goes up."""
        self._held_minute = 0.0
        """Minutes from a held bar's start to where the mouse holds it."""
        self._name_for_readers()

    # What the window calls

    def begin_move(self) -> None:
        """Take hold of the selected bar: arrows move it, Enter puts it down, Esc gives up."""
        state, layout, plan = self._state, self._layout, self._plan
        if state is None or layout is None or plan is None:
            return
        shift = lifted(layout, plan.scale, state.entry(self.selected()))
        if shift is not None:
            self._take(shift, by_keys=True)
            self.setFocus()

    def is_moving(self) -> bool:
        """Whether a bar is in hand, by mouse or key."""
        return self._move is not None

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the bar there; what is held may become a drag."""
        if self._move is not None:
            self._let_go()
            return
        self._drawing = None
        super().mousePressEvent(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = self._to_contents(event.position().toPoint()) if is_left else None
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin or go on dragging."""
        event.accept()
        at = self._to_contents(event.position().toPoint())
        pressed = self._pressed
        if pressed is not None and (at - pressed).manhattanLength() >= QApplication.startDragDistance():
            self._begin_drag(pressed)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what is held, or book the time drawn out."""
        event.accept()
        self._pressed = None
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._move is not None and not self._move.by_keys:
            self._put_down()
        elif self._drawing is not None and self._layout is not None and self._plan is not None:
            self.booking_wanted.emit(drawn_place(self._layout, self._plan.scale, self._drawing))

    def _begin_drag(self, at: QPoint) -> None:
        self._pressed = None
        layout, plan, here = self._layout, self._plan, self._row_at(at)
        if layout is None or plan is None:
            return
        minute = layout.times.minute(at.x())
        if here is None:
            card = next((entry for entry, box in layout.cards if box.contains(at.x(), at.y())), None)
            shift = lifted(layout, plan.scale, card)
            # Held by its start, for a card is as wide as its words and not as its time.
            self._held_minute = 0.0
        else:
            index, row = here
            held = next((bar for bar in reversed(row.bars) if bar.box.contains(at.x(), at.y())), None)
            if held is None:
                self._drawing = drawing_from(index, minute)
                return
            shift = Shift(held.facts, index, index, held.facts.start)
            self._held_minute = minute - held.facts.start
        if shift is not None:
            self._take(shift, by_keys=False)

    def _drag_to(self, at: QPoint) -> None:
        layout = self._layout
        if layout is None or (self._move is None and self._drawing is None):
            return
        is_free = bool(QGuiApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.AltModifier)
        snap = 1 if is_free else SNAP_MINUTES
        minute = layout.times.minute(at.x())
        if self._drawing is not None:
            self._drawing = drawn_to(self._drawing, minute, snap)
        elif self._move is not None:
            first, last = layout.rows[0], layout.rows[-1]
            row = layout.row_at(min(max(at.y(), first.box.y), last.box.bottom - 1))
            self._move.drag(layout.rows.index(row) if row else 0, minute - self._held_minute, snap)
        self.viewport().update()

    # A bar in hand

    def _take(self, shift: Shift, *, by_keys: bool) -> None:
        state, layout, plan = self._state, self._layout, self._plan
        if state is None or layout is None or plan is None or not RoomsMove.can_move(shift.bar.entry):
            return
        self._move = RoomsMove(state, layout, plan.scale, shift, by_keys=by_keys)
        self._drawing = None
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def _put_down(self) -> None:
        move = self._move
        self._let_go()
        if move is not None and move.is_changed:
            self.move_wanted.emit(move.wanted)

    def _give_up(self) -> bool:
        """Let go of whatever is held; whether anything was."""
        is_held = self._move is not None or self._drawing is not None
        self._pressed = None
        if is_held:
            self._let_go()
        return is_held

    # Keys

    def event(self, event: QEvent) -> bool:
        """While something is held, its keys are no shortcuts of the window."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (self._move is not None or self._drawing is not None)
            and event.key() in {Qt.Key.Key_Escape, *_ENTER, *_SIDEWAYS, *_VERTICAL}
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from bar to bar, or move the one in hand; Enter opens it or puts it down."""
        key, state, layout = Qt.Key(event.key()), self._state, self._layout
        rows, sideways = _VERTICAL.get(key, 0), _SIDEWAYS.get(key, 0)
        if key is Qt.Key.Key_Escape:
            if not self._give_up():
                event.ignore()
        elif state is None or layout is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif self._move is not None:
            if key in _ENTER:
                self._put_down()
            elif (rows or sideways) and self._move.nudge(rows, sideways * SNAP_MINUTES):
                self._show_rect(self._move.ghost.rect, margin=HEADER)
                self.viewport().update()
        elif key in _ENTER:
            self._enter(layout)
        elif rows or sideways:
            self._step(neighbour(layout, state.entry(self.selected()), sideways, rows), layout)
        else:
            event.ignore()

    def _enter(self, layout: RoomsLayout) -> None:
        selected = self.selected()
        if self._drawing is not None and self._plan is not None:
            self.booking_wanted.emit(drawn_place(layout, self._plan.scale, self._drawing))
        elif selected is not None:
            self.opened.emit(selected)

    def _step(self, entry: Entry | None, layout: RoomsLayout) -> None:
        here = found(layout, entry)
        if entry is not None and here is not None:
            self.select(entry.id)
            rect = QRect(*here[1].box)
            # What lies under the labels and times is out of sight, too.
            self._show_rect(rect.adjusted(-LABELS, -HEADER, 0, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes elsewhere has given up a move by keys."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if self._move is not None and self._move.by_keys and event.reason() not in passing:
            self._let_go()

    def changeEvent(self, event: QEvent) -> None:
        """Another language names the view anew."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name_for_readers()

    def _name_for_readers(self) -> None:
        self.setAccessibleName(self.tr("OP plan"))
