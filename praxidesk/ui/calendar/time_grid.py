"""The time grid with hands: drawing out free time, moving and resizing tiles, by mouse and by keys."""

from PySide6.QtCore import QBasicTimer, QEvent, QPoint, QRect, Qt, QTimerEvent
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from praxidesk.ui import dates
from praxidesk.ui.calendar.cursor_grid import ENTER, SIDEWAYS, VERTICAL, CursorGrid
from praxidesk.ui.calendar.grid_cursor import cursor_at, cursor_on, tile_under
from praxidesk.ui.calendar.grid_gesture import Drawing, Grip, drawing_from, drawn_place, drawn_to
from praxidesk.ui.calendar.grid_layout import GridLayout, Tile
from praxidesk.ui.calendar.overlay_paint import paint_drawn, paint_ghost, paint_words, words_rect
from praxidesk.ui.calendar.state import Place
from praxidesk.ui.calendar.tile_move import TileMove

_GRIP = 5
"""Pixels above a tile's lower edge that resize it."""
_LEAST_GRIP_HEIGHT = 15
_EDGE, _EDGE_STEP, _EDGE_DELAY_MS = 24, 12, 30
"""Scrolling while something is held near the border: where, how far, how often."""
_HELD_KEYS = frozenset({Qt.Key.Key_Escape, *ENTER, *SIDEWAYS, *VERTICAL})


class TimeGrid(CursorGrid):
    """Day and week in common."""

    _move: TileMove | None = None

    def __init__(self, parent: QWidget | None = None, *, has_days: bool = False) -> None:
        super().__init__(parent, has_days=has_days)
        self._drawing: Drawing | None = None
        """Stays after the mouse is up, so that one sees what is being booked."""
        self._move_area: tuple[QRect, ...] = ()
        """What is painted of the move, in contents coordinates."""
        self._pressed: QPoint | None = None
        """Where the mouse went down, in contents coordinates, until a drag begins or it goes up."""
        self._held_minute = 0.0
        """Of a tile: how far below its held edge the mouse is."""
        self._edge_timer = QBasicTimer()

    # What the window calls

    def chosen_place(self) -> Place | None:
        """The time drawn out, or under the cursor; ``None`` on a tile."""
        if self._drawing is not None and self._layout is not None:
            return drawn_place(self._layout, self._drawing)
        return super().chosen_place()

    def begin_move(self) -> None:
        """Take the selected tile in hand: arrows move it, Enter puts it down, Esc gives up."""
        layout, state, cursor = self._layout, self._state, self._cursor
        entry = state.entry(self._shown_selection) if state is not None else None
        if layout is None or state is None or cursor is None or entry is None:
            return
        tile = tile_under(layout, cursor)
        if tile is None or not TileMove.can_move(entry):
            return
        self._start_move(TileMove((state, layout), entry, (layout.columns[cursor.column], tile)))
        self._show_rect(tile.rect)
        self.setFocus()

    def is_moving(self) -> bool:
        """Whether a tile is in hand, by mouse or keys."""
        return self._move is not None

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the tile or cell there; what is held may become a drag."""
        event.accept()
        layout = self._layout
        if layout is None or event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return
        if self._move is not None:
            self._end_move()
            return
        at = self._to_contents(event.position().toPoint())
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = at if is_left else None
        if not is_left and self._place_drawn(at) is not None:
            return
        self._drop_drawing()
        found, column = self._tile_at(at), layout.column_at(at.x())
        if found is not None:
            self._set_cursor(cursor_on(*found), by_keys=False)
        elif column is not None:
            cursor = cursor_at(layout, column, int(layout.metrics.minute(at.y())))
            self._set_cursor(cursor, by_keys=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin or go on dragging; else show what the pointer could take hold of."""
        event.accept()
        at = self._to_contents(event.position().toPoint())
        if self._pressed is not None:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._begin_drag(self._pressed)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(at)
            self._watch_edge(event.position().toPoint())
        elif not event.buttons():
            self._show_pointer(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what is held."""
        event.accept()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        was_pressed, self._pressed = self._pressed is not None, None
        self._edge_timer.stop()
        if self._move is not None and not self._move.by_keys:
            self._put_down()
        elif self._drawing is not None and self._layout is not None and not was_pressed:
            self._gutter.show_times((), is_refused=False)
            self.booking_wanted.emit(drawn_place(self._layout, self._drawing))

    def _begin_drag(self, at: QPoint) -> None:
        self._pressed = None
        layout, state = self._layout, self._state
        column = layout.column_at(at.x()) if layout is not None else None
        if layout is None or state is None or column is None:
            return
        found, minute = self._tile_at(at), layout.metrics.minute(at.y())
        if found is None:
            self._update_cursor()
            self._cursor = None
            self._drawing = drawing_from(column, minute, layout.snap_minutes)
            return
        tile = found[1]
        entry = state.entry(tile.entry)
        if entry is not None and TileMove.can_move(entry):
            grip = self._grip(tile, at)
            self._held_minute = minute - tile.minutes[grip is Grip.LOWER_EDGE]
            self._start_move(TileMove((state, layout), entry, found, grip, by_keys=False))

    def _drag_to(self, at: QPoint) -> None:
        """Go on with whatever is held by mouse."""
        layout = self._layout
        if layout is None:
            return
        is_free = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier
        snap = 1 if is_free else layout.snap_minutes
        minute = layout.metrics.minute(at.y())
        if self._move is not None and not self._move.by_keys:
            column = layout.column_at(max(0, min(layout.width - 1, at.x())))
            if column is not None and self._move.drag(column.index, minute - self._held_minute, snap):
                self._show_move()
        elif self._drawing is not None and self._pressed is None:
            self._update_drawing()
            self._drawing = drawn_to(layout, self._drawing, minute, snap)
            self._update_drawing()
            self._gutter.show_times(self._drawing.minutes, is_refused=False)

    def _grip(self, tile: Tile, at: QPoint) -> Grip:
        """The lower edge resizes, where the tile is the whole entry."""
        is_low = at.y() > tile.rect.bottom() - _GRIP and tile.rect.height() >= _LEAST_GRIP_HEIGHT
        entry = self._state.entry(tile.entry) if is_low and self._state is not None else None
        return Grip.LOWER_EDGE if entry is not None and tile.allocation == entry.span else Grip.WHOLE

    def _show_pointer(self, at: QPoint) -> None:
        found = self._tile_at(at)
        is_edge = found is not None and self._grip(found[1], at) is Grip.LOWER_EDGE
        shape = Qt.CursorShape.SizeVerCursor if is_edge else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def _watch_edge(self, at: QPoint) -> None:
        """Scroll on by itself near the border."""
        if self.viewport().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE).contains(at):
            self._edge_timer.stop()
        elif not self._edge_timer.isActive() and (self._move is not None or self._drawing is not None):
            self._edge_timer.start(_EDGE_DELAY_MS, self)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Scroll on while something is held near the border."""
        if event.timerId() != self._edge_timer.timerId():
            super().timerEvent(event)
            return
        at, page = self.viewport().mapFromGlobal(self.cursor().pos()), self.viewport().rect()
        for bar, where, far in (
            (self.horizontalScrollBar(), at.x(), page.width()),
            (self.verticalScrollBar(), at.y(), page.height()),
        ):
            step = -_EDGE_STEP if where < _EDGE else _EDGE_STEP if where > far - _EDGE else 0
            bar.setValue(bar.value() + step)
        self._drag_to(self._to_contents(at))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling goes on while something is held."""
        super().wheelEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(self._to_contents(event.position().toPoint()))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The words beside a held tile stay in the window."""
        super().scrollContentsBy(dx, dy)
        self._show_move()

    # Time drawn out

    def _drawn_rect(self, layout: GridLayout, drawing: Drawing) -> QRect:
        return layout.rect(layout.columns[drawing.column], *drawing.minutes)

    def _update_drawing(self) -> None:
        if self._drawing is not None and self._layout is not None:
            self._update_contents(self._drawn_rect(self._layout, self._drawing).adjusted(-2, -2, 2, 2))

    def _drop_drawing(self) -> None:
        if self._drawing is not None:
            self._update_drawing()
            self._drawing = None
            self._gutter.show_times((), is_refused=False)

    def _place_drawn(self, at: QPoint) -> Place | None:
        """The time drawn out, where the point is in it."""
        layout, drawing = self._layout, self._drawing
        if layout is None or drawing is None or not self._drawn_rect(layout, drawing).contains(at):
            return None
        return drawn_place(layout, drawing)

    def _place_at(self, at: QPoint) -> Place | None:
        return self._place_drawn(at) or super()._place_at(at)

    # A tile in hand

    def _start_move(self, move: TileMove) -> None:
        self._drop_drawing()
        self._move = move
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._show_move()

    def _show_move(self) -> None:
        """Repaint where the tile was held and is now."""
        if self._move is None:
            return
        ghost = self._move.ghost
        self._gutter.show_times(self._move.minutes, ghost.is_refused)
        window = self.viewport().rect().translated(self._offset())
        area = (ghost.origin, ghost.rect, words_rect(ghost, window))
        for rect in (*self._move_area, *area):
            self._update_contents(rect.adjusted(-2, -2, 2, 2))
        self._move_area = area

    def _put_down(self) -> None:
        move = self._move
        self._end_move()
        if move is not None and move.is_changed:
            self.move_wanted.emit(move.wanted)

    def _end_move(self) -> None:
        self._move = None
        self._move_area = ()
        self._edge_timer.stop()
        self._gutter.show_times((), is_refused=False)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def _layout_changed(self, before: GridLayout | None) -> None:
        super()._layout_changed(before)
        layout, state = self._layout, self._state
        if layout is None or state is None:
            return
        if self._drawing is not None and (before is None or before.axis.days != layout.axis.days):
            self._drawing = None
        if self._drawing is not None and self._drawing.column >= len(layout.columns):
            self._drawing = None
        if self._move is not None and not self._move.follow(state, layout):
            self._end_move()

    # Keys

    def event(self, event: QEvent) -> bool:
        """While something is held, its keys are no shortcuts of the window."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            is_held = self._move is not None or self._drawing is not None
            if is_held and event.key() in _HELD_KEYS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of a move; then those of time drawn out; then the cursor's."""
        if self._move is not None:
            self._move_key(Qt.Key(event.key()), self._move)
        elif self._drawing is not None and event.key() in ENTER:
            if self._layout is not None:
                self.booking_wanted.emit(drawn_place(self._layout, self._drawing))
        elif self._drawing is not None and event.key() == Qt.Key.Key_Escape:
            self._drop_drawing()
        else:
            if event.key() in _HELD_KEYS:
                self._drop_drawing()
            super().keyPressEvent(event)

    def _move_key(self, key: Qt.Key, move: TileMove) -> None:
        if key == Qt.Key.Key_Escape:
            self._end_move()
        elif not move.by_keys:
            return
        elif key in ENTER:
            self._put_down()
        elif (key in SIDEWAYS and move.nudge(SIDEWAYS[key], 0)) or (
            key in VERTICAL and move.nudge(0, VERTICAL[key] * move.step_minutes)
        ):
            self._show_rect(move.ghost.rect)
            self._show_move()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes elsewhere has given up a move by keys."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if self._move is not None and self._move.by_keys and event.reason() not in passing:
            self._end_move()

    # Painting

    def _paint_over(self, painter: QPainter, layout: GridLayout) -> None:
        if self._move is not None:
            self._paint_move(painter, self._move)
            return
        if self._drawing is not None and self._state is not None:
            text = dates.time_range(self._state.zone, drawn_place(layout, self._drawing).span)
            paint_drawn(painter, self._drawn_rect(layout, self._drawing), text, self._theme)
        super()._paint_over(painter, layout)

    def _paint_move(self, painter: QPainter, move: TileMove) -> None:
        ratio = self.devicePixelRatioF()
        paint_ghost(painter, move.ghost, self._theme, ratio)
        window = self.viewport().rect().translated(self._offset())
        paint_words(painter, move.ghost, words_rect(move.ghost, window), self._theme, ratio)
