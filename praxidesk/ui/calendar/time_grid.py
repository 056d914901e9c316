"""The time grid with hands and keys: choosing time, opening, moving and resizing."""

from PySide6.QtCore import QBasicTimer, QEvent, QPoint, QRect, Qt, QTimerEvent
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui import dates
from praxidesk.ui.calendar.grid_canvas import GridCanvas
from praxidesk.ui.calendar.grid_cursor import (
    Cursor,
    cursor_at,
    cursor_on,
    day_edge,
    place_under,
    refound,
    sideways,
    stepped,
    tile_under,
)
from praxidesk.ui.calendar.grid_gesture import Drawing, Grip, drawing_from, drawn_place, drawn_to
from praxidesk.ui.calendar.grid_layout import GridLayout, Tile
from praxidesk.ui.calendar.overlay_paint import (
    paint_cursor,
    paint_drawn,
    paint_ghost,
    paint_words,
    words_rect,
)
from praxidesk.ui.calendar.state import MenuWanted, Place
from praxidesk.ui.calendar.tile_move import TileMove
from praxidesk.ui.calendar.time_axis import SNAP_MINUTES

_GRIP = 5
"""Pixels above a tile's lower edge that resize it."""
_LEAST_GRIP_HEIGHT = 15
_EDGE, _EDGE_STEP, _EDGE_DELAY_MS = 24, 12, 30
"""Scrolling while something is held near the border: where, how far, how often."""
_RING = 3
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_VERTICAL = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TimeGrid(GridCanvas):
    """Day and week in common."""

    def __init__(self, parent: QWidget | None = None, *, has_days: bool = False) -> None:
        super().__init__(parent, has_days=has_days)
        self._cursor: Cursor | None = None
        self._drawing: Drawing | None = None
        self._move: TileMove | None = None
        self._by_keys = False
        """Whether keys were used last: only then does the cursor show."""
        self._pressed: QPoint | None = None
        """Where the mouse went down, in contents coordinates, until a drag begins or it goes up."""
        self._held_minute = 0.0
        """Of a tile: how far below its held edge the mouse is."""
        self._edge_timer = QBasicTimer()

    # What the window calls

    def chosen_place(self) -> Place | None:
        """The free time under the cursor, for a booking by key; ``None`` on a tile."""
        layout, cursor = self._layout, self._cursor
        if layout is None or cursor is None or tile_under(layout, cursor) is not None:
            return None
        return place_under(layout, cursor)

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
        self.setFocus()

    def is_moving(self) -> bool:
        """Whether a tile is in hand, by mouse or key."""
        return self._move is not None

    # Cursor

    def _set_cursor(self, cursor: Cursor | None) -> None:
        """Put the cursor somewhere, select what is there, and show it."""
        self._update_cursor()
        self._cursor = cursor
        layout = self._layout
        tile = tile_under(layout, cursor) if layout is not None and cursor is not None else None
        self.select(tile.entry if tile is not None else None)
        self._update_cursor()
        if layout is not None and cursor is not None:
            self._show_rect(self._cursor_rect(layout, cursor))

    def _cursor_rect(self, layout: GridLayout, cursor: Cursor) -> QRect:
        tile = tile_under(layout, cursor)
        return tile.rect if tile is not None else layout.rect(layout.columns[cursor.column], *cursor.span)

    def _update_cursor(self) -> None:
        if self._layout is not None and self._cursor is not None:
            rect = self._cursor_rect(self._layout, self._cursor)
            self._update_contents(rect.adjusted(-_RING, -_RING, _RING, _RING))

    def _first_cursor(self, layout: GridLayout) -> Cursor | None:
        """Where the keyboard begins: the selected tile, now, or when the first column opens."""
        if not layout.columns or self._state is None:
            return None
        for column in layout.columns:
            for tile in column.tiles:
                if tile.entry == self._shown_selection:
                    return cursor_on(column, tile)
        now = self._state.now
        for column in layout.columns:
            if column.scale.span.start <= now < column.scale.span.end:
                return cursor_at(layout, column, column.scale.minute(now))
        return day_edge(layout, Cursor(0, cursor_at(layout, layout.columns[0], 0).cell, 0), False)

    def _layout_changed(self, before: GridLayout | None) -> None:
        layout = self._layout
        if layout is None:
            return
        if self._cursor is not None:
            same = before is not None and len(before.columns) == len(layout.columns)
            self._cursor = refound(layout, self._cursor, self._shown_selection) if same else None
        if self._drawing is not None and self._drawing.column >= len(layout.columns):
            self._drawing = None
        if self._move is not None and self._state is not None and not self._move.follow(self._state, layout):
            self._end_move()

    def _selection_set(self, before: EntryId | None) -> None:
        super()._selection_set(before)
        layout, selected = self._layout, self._shown_selection
        if layout is None or selected is None:
            return
        cursor = self._cursor
        under = tile_under(layout, cursor) if cursor is not None else None
        if under is None or under.entry != selected:
            self._update_cursor()
            self._cursor = self._first_cursor(layout)

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
        found, column = self._tile_at(at), layout.column_at(at.x())
        self._drop_drawing()
        self._by_keys = False
        if found is not None:
            self._set_cursor(cursor_on(*found))
        elif column is not None:
            self._set_cursor(cursor_at(layout, column, int(layout.metrics.minute(at.y()))))
        self._pressed = at if event.button() is Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin or go on dragging; else show what the pointer could take hold of."""
        event.accept()
        at = self._to_contents(event.position().toPoint())
        if self._pressed is not None:
            far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if far:
                self._begin_drag(self._pressed)
        if self._drawing is not None or self._move is not None:
            if event.buttons() & Qt.MouseButton.LeftButton:
                self._drag_to(at)
                self._watch_edge(event.position().toPoint())
        elif not event.buttons():
            self._show_pointer(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what is held."""
        event.accept()
        self._pressed = None
        self._edge_timer.stop()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._move is not None and not self._move.by_keys:
            self._put_down()
        elif self._drawing is not None and self._layout is not None:
            self._gutter.show_times((), is_refused=False)
            self.booking_wanted.emit(drawn_place(self._layout, self._drawing))

    def _begin_drag(self, at: QPoint) -> None:
        self._pressed = None
        layout, state = self._layout, self._state
        if layout is None or state is None:
            return
        found, minute = self._tile_at(at), layout.metrics.minute(at.y())
        column = layout.column_at(at.x())
        if found is not None:
            column, tile = found
            entry = state.entry(tile.entry)
            if entry is None or not TileMove.can_move(entry):
                return
            grip = self._grip(tile, at)
            edge = tile.minutes[1] if grip is Grip.LOWER_EDGE else tile.minutes[0]
            self._held_minute = minute - edge
            self._start_move(TileMove((state, layout), entry, found, grip, by_keys=False))
        elif column is not None:
            self._update_cursor()
            self._cursor = None
            self._drawing = drawing_from(column, minute, SNAP_MINUTES)

    def _drag_to(self, at: QPoint) -> None:
        layout = self._layout
        if layout is None:
            return
        free = bool(QGuiApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.AltModifier)
        snap = 1 if free else SNAP_MINUTES
        minute = layout.metrics.minute(at.y())
        if self._drawing is not None:
            self._draw_to(layout, self._drawing, minute, snap)
        elif self._move is not None:
            column = layout.column_at(max(0, min(layout.width - 1, at.x())))
            if column is not None and self._move.drag(column.index, minute - self._held_minute, snap):
                self._show_move()

    def _draw_to(self, layout: GridLayout, drawing: Drawing, minute: float, snap: int) -> None:
        was = self._drawn_rect(layout, drawing)
        self._drawing = drawn_to(layout, drawing, minute, snap)
        self._update_contents(was.united(self._drawn_rect(layout, self._drawing)).adjusted(-2, -2, 2, 2))
        self._gutter.show_times(self._drawing.minutes, is_refused=False)

    def _drawn_rect(self, layout: GridLayout, drawing: Drawing) -> QRect:
        return layout.rect(layout.columns[drawing.column], *drawing.minutes)

    def _grip(self, tile: Tile, at: QPoint) -> Grip:
        is_low = at.y() > tile.rect.bottom() - _GRIP and tile.rect.height() >= _LEAST_GRIP_HEIGHT
        entry = self._state.entry(tile.entry) if self._state is not None else None
        is_whole = entry is not None and tile.allocation == entry.span
        return Grip.LOWER_EDGE if is_low and is_whole else Grip.WHOLE

    def _show_pointer(self, at: QPoint) -> None:
        found = self._tile_at(at)
        is_edge = found is not None and self._grip(found[1], at) is Grip.LOWER_EDGE
        shape = Qt.CursorShape.SizeVerCursor if is_edge else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def _watch_edge(self, at: QPoint) -> None:
        inside = self.viewport().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        if inside.contains(at):
            self._edge_timer.stop()
        elif not self._edge_timer.isActive():
            self._edge_timer.start(_EDGE_DELAY_MS, self)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Scroll on while something is held near the border."""
        if event.timerId() != self._edge_timer.timerId():
            super().timerEvent(event)
            return
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        page = self.viewport().rect()
        for bar, where, far in (
            (self.horizontalScrollBar(), at.x(), page.width()),
            (self.verticalScrollBar(), at.y(), page.height()),
        ):
            step = -_EDGE_STEP if where < _EDGE else _EDGE_STEP if where > far - _EDGE else 0
            bar.setValue(bar.value() + step)
        self._drag_to(self._to_contents(at))

    # A tile in hand

    def _start_move(self, move: TileMove) -> None:
        self._move = move
        self._drawing = None
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._show_move()

    def _show_move(self) -> None:
        """Paint where the tile is held."""
        if self._move is None:
            return
        self._gutter.show_times(self._move.minutes, self._move.ghost.is_refused)
        # The words beside the ghost are wide, and a full paint is only copying pictures.
        self.viewport().update()

    def _put_down(self) -> None:
        move = self._move
        self._end_move()
        if move is not None and move.is_changed:
            self.move_wanted.emit(move.wanted)

    def _end_move(self) -> None:
        self._move = None
        self._edge_timer.stop()
        self._gutter.show_times((), is_refused=False)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def _give_up(self) -> bool:
        """Let go of whatever is held; whether anything was."""
        held = self._move is not None or self._drawing is not None or self._pressed is not None
        self._pressed = None
        if self._drawing is not None:
            self._drawing = None
            self._gutter.show_times((), is_refused=False)
            self.viewport().update()
        if self._move is not None:
            self._end_move()
        return held

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
        """Arrows, Home, End, Enter and Esc; all else is the window's."""
        layout = self._layout
        key = event.key()
        if layout is None or not layout.columns:
            event.ignore()
        elif self._move is not None:
            self._move_key(event, self._move)
        elif key == Qt.Key.Key_Escape:
            self._escape(event)
        elif event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
        elif key in _ENTER:
            self._enter(layout)
        else:
            self._cursor_key(event, layout)

    def _cursor_key(self, event: QKeyEvent, layout: GridLayout) -> None:
        key = Qt.Key(event.key())
        known = key in _SIDEWAYS or key in _VERTICAL or key in (Qt.Key.Key_Home, Qt.Key.Key_End)
        if not known:
            event.ignore()
            return
        self._drop_drawing()
        self._by_keys = True
        cursor = self._cursor
        if cursor is None:
            self._set_cursor(self._first_cursor(layout))
        elif key in _VERTICAL:
            extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._set_cursor(stepped(layout, cursor, _VERTICAL[key], extending))
        elif key in _SIDEWAYS:
            self._set_cursor(sideways(layout, cursor, _SIDEWAYS[key]))
        else:
            self._set_cursor(day_edge(layout, cursor, key == Qt.Key.Key_End))
        self._keep_place()

    def _move_key(self, event: QKeyEvent, move: TileMove) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._end_move()
        elif key in _ENTER:
            self._put_down()
        elif (key in _SIDEWAYS and move.nudge(_SIDEWAYS[key], 0)) or (
            key in _VERTICAL and move.nudge(0, _VERTICAL[key] * SNAP_MINUTES)
        ):
            self._show_move()
            self._show_rect(move.ghost.rect)

    def _enter(self, layout: GridLayout) -> None:
        if self._drawing is not None:
            self.booking_wanted.emit(drawn_place(layout, self._drawing))
        elif self._shown_selection is not None:
            self.opened.emit(self._shown_selection)
        elif (place := self.chosen_place()) is not None:
            self.booking_wanted.emit(place)

    def _escape(self, event: QKeyEvent) -> None:
        """Let go, else end extending, else deselect, else leave the key to the window."""
        if self._give_up():
            return
        cursor = self._cursor
        if cursor is not None and cursor.anchor is not None:
            self._set_cursor(Cursor(cursor.column, cursor.anchor, cursor.anchor.start))
        elif self._shown_selection is not None:
            self._update_cursor()
            self._cursor = None
            self.select(None)
        else:
            event.ignore()

    def _drop_drawing(self) -> None:
        if self._drawing is not None and self._layout is not None:
            self._update_contents(self._drawn_rect(self._layout, self._drawing).adjusted(-2, -2, 2, 2))
            self._drawing = None
            self._gutter.show_times((), is_refused=False)

    # Painting and the rest

    def _paint_over(self, painter: QPainter, layout: GridLayout) -> None:
        theme = self._theme
        if self._drawing is not None and self._state is not None:
            place = drawn_place(layout, self._drawing)
            text = dates.time_range(self._state.zone, place.span)
            paint_drawn(painter, self._drawn_rect(layout, self._drawing), text, theme)
        cursor = self._cursor
        if cursor is not None and self._move is None:
            rect = self._cursor_rect(layout, cursor)
            if cursor.anchor is not None and self._state is not None:
                text = dates.time_range(self._state.zone, place_under(layout, cursor).span)
                paint_drawn(painter, rect, text, theme)
            if self.hasFocus() and self._by_keys:
                is_tile = tile_under(layout, cursor) is not None
                paint_cursor(painter, rect.adjusted(-2, -2, 2, 2) if is_tile else rect, theme)
        if self._move is not None:
            self._paint_move(painter, self._move)

    def _paint_move(self, painter: QPainter, move: TileMove) -> None:
        ratio = self.devicePixelRatioF()
        painter.setClipping(False)
        paint_ghost(painter, move.ghost, self._theme, ratio)
        window = self.viewport().rect().translated(self._offset())
        paint_words(painter, move.ghost, words_rect(move.ghost, window), self._theme, ratio)

    def _place_at(self, at: QPoint) -> Place | None:
        """The free cell at a point, or the time drawn out over it."""
        layout = self._layout
        column = layout.column_at(at.x()) if layout is not None else None
        if layout is None or column is None:
            return None
        minute = int(layout.metrics.minute(at.y()))
        drawing = self._drawing
        if (
            drawing is not None
            and drawing.column == column.index
            and drawing.minutes[0] <= minute < drawing.minutes[1]
        ):
            return drawn_place(layout, drawing)
        return place_under(layout, cursor_at(layout, column, minute))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By key, for the cursor's own tile or time."""
        layout, cursor = self._layout, self._cursor
        if event.reason() is QContextMenuEvent.Reason.Mouse or layout is None or cursor is None:
            super().contextMenuEvent(event)
            return
        corner = self._to_viewport(self._cursor_rect(layout, cursor)).center()
        self.menu_wanted.emit(
            MenuWanted(self._shown_selection, self.chosen_place(), self.viewport().mapToGlobal(corner))
        )
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling goes on while a tile is held."""
        super().wheelEvent(event)
        if self._move is not None and not self._move.by_keys:
            self._drag_to(self._to_contents(event.position().toPoint()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come by key, the cursor is somewhere at once."""
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._by_keys = self._by_keys or by_key
        if by_key and self._cursor is None and self._layout is not None:
            self._cursor = self._first_cursor(self._layout)
        self._update_cursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes elsewhere has given up a move by keys."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if self._move is not None and self._move.by_keys and event.reason() not in passing:
            self._end_move()
        self._update_cursor()
