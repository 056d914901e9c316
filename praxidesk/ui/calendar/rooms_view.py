"""The plan of the operating rooms: rooms as rows, operations as bars on a time line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import Span
from praxidesk.ui.calendar import rooms_text
from praxidesk.ui.calendar.entry_tooltip import entry_tooltip
from praxidesk.ui.calendar.items import Item
from praxidesk.ui.calendar.overlay_paint import paint_drawn, paint_ghost, paint_words, words_rect
from praxidesk.ui.calendar.rooms_gesture import (
    Drawing,
    Shift,
    drawing_from,
    drawn_place,
    drawn_to,
    found,
    neighbour,
)
from praxidesk.ui.calendar.rooms_layout import HEADER, LABELS, ZOOM_STEPS, RoomsLayout, Row, arrange_rooms
from praxidesk.ui.calendar.rooms_move import RoomsMove, drawn_text
from praxidesk.ui.calendar.rooms_paint import RoomsPainter, paint_empty
from praxidesk.ui.calendar.rooms_plan import RoomsPlan, rooms_plan
from praxidesk.ui.calendar.state import CalendarState, Place
from praxidesk.ui.calendar.time_axis import SNAP_MINUTES
from praxidesk.ui.calendar.view import CalendarView

_CLICKED_MINUTES = 60
"""Length of the time that a double-click books."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_VERTICAL = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RoomsView(CalendarView):
    """One day of all operating rooms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: RoomsPlan | None = None
        self._layout: RoomsLayout | None = None
        self._zoom = 0
        self._pressed: QPoint | None = None
        """Where the mouse went down, in contents coordinates, until a drag begins or it goes up."""
        self._held_minute = 0.0
        """Minutes from a held bar's start to where the mouse holds it."""
        self._move: RoomsMove | None = None
        self._drawing: Drawing | None = None
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def rooms_layout(self) -> RoomsLayout | None:
        """Where everything stands, in contents coordinates; ``None`` without operating rooms."""
        return self._layout

    # What the window calls

    def begin_move(self) -> None:
        """Take hold of the selected bar: arrows move it, Enter puts it down, Esc gives up."""
        state, layout = self._state, self._layout
        here = found(layout, state.entry(self.selected())) if state and layout else None
        if here is not None:
            row, bar = here
            self._take(Shift(bar.facts, row, row, bar.facts.start), by_keys=True)
            self.setFocus()

    def is_moving(self) -> bool:
        """Whether a bar is in hand, by mouse or key."""
        return self._move is not None

    def zoom_in(self) -> None:
        """Make the day wider."""
        self._set_zoom(self._zoom + 1)

    def zoom_out(self) -> None:
        """Make the day narrower."""
        self._set_zoom(self._zoom - 1)

    def zoom_day(self) -> None:
        """Fit the day into the window."""
        self._set_zoom(0)

    def _set_zoom(self, zoom: int) -> None:
        """Another width, the middle of the window staying where it is."""
        middle = self.viewport().width() // 2
        minute = self._layout.times.minute(self.horizontalOffset() + middle) if self._layout else 0.0
        self._zoom = min(len(ZOOM_STEPS) - 1, max(0, zoom))
        self._relayout()
        if self._layout is not None:
            self.horizontalScrollBar().setValue(self._layout.times.x(minute) - middle)

    # Layout

    def _state_set(self, before: CalendarState | None) -> None:
        state = self._state
        self._plan = rooms_plan(state) if state is not None else None
        if before is None or state is None or before.days != state.days:
            self._give_up()

    def _arrange(self) -> Sequence[Item]:
        state, plan, size = self._state, self._plan, self.viewport().size()
        zoom = ZOOM_STEPS[self._zoom]
        self._layout = arrange_rooms(plan, size.width(), size.height(), zoom) if plan else None
        layout = self._layout
        if layout is None or state is None:
            self._move = None
            return ()
        if self._move is not None and not self._move.follow(state, layout):
            self._end_move()
        bars = [(bar.facts.entry, bar.box, row.room.name) for row in layout.rows for bar in row.bars]
        bars += [(entry, box, "") for entry, box in layout.cards]
        return [
            Item(entry.id, QRect(*box), rooms_text.spoken(entry, room, state)) for entry, box, room in bars
        ]

    def _contents_size(self) -> QSize:
        layout = self._layout
        return QSize(layout.width, layout.height) if layout else self.viewport().size()

    def _item_at(self, at: QPoint) -> Item | None:
        """Nothing under the times and labels, which lie over what is scrolled."""
        seen = at - self._offset()
        item = super()._item_at(at)
        is_card = item is not None and self._layout is not None and item.rect.y() >= self._layout.strip.y
        return None if seen.y() < HEADER or (seen.x() < LABELS and not is_card) else item

    def _row_at(self, at: QPoint) -> tuple[int, Row] | None:
        """The room whose time is pointed at."""
        layout, seen = self._layout, at - self._offset()
        row = layout.row_at(at.y()) if layout else None
        if layout is None or row is None or seen.x() < LABELS or seen.y() < HEADER:
            return None
        return layout.rows.index(row), row

    def _place_at(self, at: QPoint) -> Place | None:
        layout, plan, here = self._layout, self._plan, self._row_at(at)
        if layout is None or plan is None or here is None:
            return None
        index, row = here
        minute = layout.times.minute(at.x())
        drawing = self._drawing
        if drawing is not None and drawing.row == index and drawing.minutes[0] <= minute < drawing.minutes[1]:
            return drawn_place(layout, plan.scale, drawing)
        start = int(minute // 15) * 15
        span = Span(plan.scale.instant(start), plan.scale.instant(start + _CLICKED_MINUTES))
        return Place(row.room.actor, span) if span.start < span.end else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rooms and bars, what is in hand, then times and labels over them."""
        painter = QPainter(self.viewport())
        state, plan, layout = self._state, self._plan, self._layout
        if state is None or plan is None or layout is None:
            paint_empty(painter, self.viewport().rect(), self._theme, is_known=state is not None)
            return
        work = RoomsPainter(painter, self._theme, state, plan)
        offset = self._offset()
        painter.translate(-offset)
        work.paint(layout, event.rect().translated(offset), self.selected())
        self._paint_hand(painter, state, plan, layout)
        painter.resetTransform()
        work.paint_labels(layout, offset.y())
        work.paint_times(layout, offset.x(), self.viewport().width())
        if self._move is not None:
            window = self.viewport().rect().translated(offset)
            painter.translate(-offset)
            rect = words_rect(self._move.ghost, window)
            paint_words(painter, self._move.ghost, rect, self._theme, self.devicePixelRatioF())

    def _paint_hand(
        self, painter: QPainter, state: CalendarState, plan: RoomsPlan, layout: RoomsLayout
    ) -> None:
        drawing = self._drawing
        if drawing is not None:
            box = layout.rows[drawing.row].box
            left, right = (layout.times.x(minute) for minute in drawing.minutes)
            text = drawn_text(state, drawn_place(layout, plan.scale, drawing).span)
            paint_drawn(painter, QRect(left, box.y + 14, right - left, box.height - 28), text, self._theme)
        if self._move is not None:
            paint_ghost(painter, self._move.ghost, self._theme, self.devicePixelRatioF())

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the bar there; what is held may become a drag."""
        if self._move is not None:
            self._end_move()
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
        layout, here = self._layout, self._row_at(at)
        if layout is None or here is None:
            return
        index, row = here
        minute = layout.times.minute(at.x())
        held = next((bar for bar in reversed(row.bars) if bar.box.contains(at.x(), at.y())), None)
        if held is None:
            self._drawing = drawing_from(index, minute)
        else:
            self._held_minute = minute - held.facts.start
            self._take(Shift(held.facts, index, index, held.facts.start), by_keys=False)

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
        self._end_move()
        if move is not None and move.is_changed:
            self.move_wanted.emit(move.wanted)

    def _end_move(self) -> None:
        self._move = None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def _give_up(self) -> bool:
        """Let go of whatever is held; whether anything was."""
        is_held = self._move is not None or self._drawing is not None
        self._pressed = self._drawing = None
        if is_held:
            self._end_move()
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
            self._end_move()

    # The rest

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips say what a bar has no room for."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            item = self._item_at(self._to_contents(event.pos()))
            entry = self._state.entry(item.entry) if item and self._state else None
            text = entry_tooltip(self._state, entry) if entry and self._state else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)
