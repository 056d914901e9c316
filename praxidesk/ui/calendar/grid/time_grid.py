"""The time grid with a mouse: drawing out free time, moving, resizing and selecting tiles."""

from datetime import date

from PySide6.QtCore import QBasicTimer, QEvent, QPoint, QRect, Qt, QTimer, QTimerEvent, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.chosen import Chosen, chosen_of
from praxidesk.ui.calendar.grid.cursor import cursor_at, cursor_on
from praxidesk.ui.calendar.grid.cursor_grid import ENTER
from praxidesk.ui.calendar.grid.gesture import Drawing, Grip, drawing_from, drawn_place, drawn_to, lifted
from praxidesk.ui.calendar.grid.holding_grid import HELD_KEYS, HoldingGrid
from praxidesk.ui.calendar.grid.layout import GridLayout, Tile
from praxidesk.ui.calendar.grid.tile_move import Held, TileMove
from praxidesk.ui.calendar.over_days import Home
from praxidesk.ui.calendar.overlay_paint import paint_band, paint_drawn
from praxidesk.ui.calendar.state import Place
from praxidesk.ui.wording import dates

_GRIP = 5
"""Pixels above a tile's lower edge that resize it."""
_UPPER_GRIP = 3
_LEAST_GRIP_HEIGHT = 15
_EDGE, _EDGE_STEP, _EDGE_DELAY_MS = 24, 12, 30
"""Scrolling while something is held near the border: where, how far, how often."""
_BESIDE = 24
"""Pixels beside the calendar at which what is held still counts as in its nearest column."""
_CTRL = Qt.KeyboardModifier.ControlModifier


class TimeGrid(HoldingGrid):
    """Day and week in common."""

    def __init__(self, parent: QWidget | None = None, *, has_days: bool = False) -> None:
        super().__init__(parent, has_days=has_days)
        self._drawing: Drawing | None = None
        """Stays after the mouse is up, so that one sees what is being booked."""
        self._pressed: QPoint | None = None
        """Where the mouse went down, in contents coordinates, until a drag begins or it goes up."""
        self._pressed_on: EntryId | None = None
        """One of several selected: a click on it selects it alone, a drag moves all."""
        self._band: tuple[QPoint, QPoint] | None = None
        """Corners of what is drawn around tiles, in contents coordinates."""
        self._band_base = Chosen()
        self._held_minute = 0.0
        """Of a tile: how far below its held edge the mouse is."""
        self._edge_timer = QBasicTimer()
        self._landing: date | None = None
        """The day that it was put down on before its page was shown."""

    def chosen_place(self) -> Place | None:
        """The time drawn out, or under the cursor; ``None`` on a tile."""
        if self._drawing is not None and self._layout is not None:
            return drawn_place(self._layout, self._drawing)
        return super().chosen_place()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the tile or cell there; what is held may become a drag."""
        event.accept()
        layout = self._layout
        if layout is None or event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return
        if self._move is not None:
            self._let_go()
            return
        at = self._to_contents(event.position().toPoint())
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed, self._pressed_on = (at if is_left else None), None
        if not is_left and self._place_drawn(at) is not None:
            return
        self._drop_drawing()
        found, column = self._tile_at(at), layout.column_at(at.x())
        if found is not None:
            was_several = self._shown_chosen.is_several
            if self._choose_by(event, found[1].entry):
                plain = not event.modifiers() and is_left and was_several
                self._pressed_on = found[1].entry if plain else None
            else:
                self._set_cursor(cursor_on(*found), by_keys=False)
        elif column is not None and not event.modifiers() & _CTRL:
            cursor = cursor_at(layout, column, int(layout.metrics.minute(at.y())))
            self._set_cursor(cursor, by_keys=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin or go on dragging; else show what the pointer could take hold of."""
        event.accept()
        at = self._to_contents(event.position().toPoint())
        if self._pressed is not None:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._begin_drag(self._pressed, is_band=bool(event.modifiers() & _CTRL))
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(at)
            if self.over_days.day is None:
                self._watch_edge(event.position().toPoint())
            else:
                self._edge_timer.stop()
        elif not event.buttons():
            self._show_pointer(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what is held."""
        event.accept()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        was_pressed, self._pressed = self._pressed is not None, None
        clicked, self._pressed_on = self._pressed_on, None
        self._edge_timer.stop()
        if self._move is not None and not self._move.by_keys:
            self._release(event.globalPosition().toPoint())
        elif self._band is not None:
            self._band = None
            self.viewport().update()
        elif self._drawing is not None and self._layout is not None and not was_pressed:
            self._gutter.show_times((), is_refused=False)
            self.booking_wanted.emit(drawn_place(self._layout, self._drawing))
        elif was_pressed and clicked is not None:
            self.select(clicked)

    def _release(self, at: QPoint) -> None:
        """Put down or park what is held by mouse, at a point of the screen."""
        day = self.over_days.day
        if self._is_over_target(at):
            self._park()
        elif day is not None and self._layout is not None and day not in _days_of(self._layout):
            # Put down before the page has turned: it is as soon as the day is there.
            self._landing = day
            self.over_days.page_wanted.emit(day)
        elif day is None and not -_BESIDE <= self.viewport().mapFromGlobal(at).x() < (
            self.viewport().width() + _BESIDE
        ):
            self._let_go()  # beside the calendar is no column
        else:
            self._put_down()
        self.over_days.leave()
        self._show_target(None)

    @Slot()
    def _land(self) -> None:
        if self._move is not None and self._landing is not None:
            self._put_down()

    def _aim(self, layout: GridLayout, day: date) -> None:
        """Held at the time and with whom it stood, on that day, or else where it came from."""
        home, move = self.over_days.home, self._move
        if home is None or move is None:
            return
        for wanted in (day, home.day):
            found = next((c for c in layout.columns if (c.actor, c.date) == (home.actor, wanted)), None)
            if found is not None:
                if move.drag(found.index, home.minute, 1):
                    self._show_move()
                return

    def _begin_drag(self, at: QPoint, *, is_band: bool) -> None:
        self._pressed = self._pressed_on = None
        layout, state = self._layout, self._state
        column = layout.column_at(at.x()) if layout is not None else None
        if layout is None or state is None or column is None:
            return
        found, minute = self._tile_at(at), layout.metrics.minute(at.y())
        if is_band:
            self._band, self._band_base = (at, at), self._shown_chosen
            return
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
            held = Held(entry, lifted(entry, tile, found[0], grip))
            others = self._others(state, layout, entry)
            home = Home(found[0].actor, found[0].date, tile.minutes[0])
            self.over_days.home, self.over_days.is_open = home, grip is Grip.WHOLE
            self._start_move(TileMove((state, layout), held, others, by_keys=False))

    def _drag_to(self, at: QPoint) -> None:
        """Go on with whatever is held by mouse."""
        layout = self._layout
        if layout is None:
            return
        is_free = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier
        snap = 1 if is_free else layout.snap_minutes
        minute = layout.metrics.minute(at.y())
        if self._band is not None:
            self._draw_band(layout, self._band[0], at)
        elif self._move is not None and not self._move.by_keys:
            screen = self.viewport().mapToGlobal(at - self._offset())
            self._show_target(screen)
            if (day := self.over_days.hover(screen, _days_of(layout))) is not None:
                self._aim(layout, day)
                return
            column = layout.column_at(max(0, min(layout.width - 1, at.x())))
            if column is not None and self._move.drag(column.index, minute - self._held_minute, snap):
                self._show_move()
        elif self._drawing is not None and self._pressed is None:
            self._update_drawing()
            self._drawing = drawn_to(layout, self._drawing, minute, snap)
            self._update_drawing()
            self._gutter.show_times(self._drawing.minutes, is_refused=False)

    def _draw_band(self, layout: GridLayout, start: QPoint, end: QPoint) -> None:
        """Select what lies in the rectangle besides what was selected."""
        for corner in (self._band or (start, end))[1], end:
            self._update_contents(QRect(start, corner).normalized().adjusted(-2, -2, 2, 2))
        self._band = (start, end)
        inside = self._tiles_in(layout, QRect(start, end).normalized())
        self.choose(chosen_of(self._band_base.all | inside, self._band_base.one))

    def _between(self, first: EntryId, last: EntryId) -> set[EntryId]:
        """All in the rectangle from one tile to the other."""
        layout = self._layout
        if layout is None:
            return set()
        tiles = [layout.by_entry[each][0] for each in (first, last) if each in layout.by_entry]
        if not tiles:
            return set()
        area = tiles[0].rect.united(tiles[-1].rect)
        return self._tiles_in(layout, area)

    @staticmethod
    def _tiles_in(layout: GridLayout, area: QRect) -> set[EntryId]:
        return {
            tile.entry for column in layout.columns for tile in column.tiles if tile.rect.intersects(area)
        }

    def _grip(self, tile: Tile, at: QPoint) -> Grip:
        """The edges resize, where the tile is the whole entry."""
        rect = tile.rect
        if rect.height() < _LEAST_GRIP_HEIGHT or not self._is_whole(tile):
            return Grip.WHOLE
        if at.y() > rect.bottom() - _GRIP:
            return Grip.LOWER_EDGE
        tall = rect.height() >= 2 * _LEAST_GRIP_HEIGHT
        return Grip.UPPER_EDGE if tall and at.y() < rect.top() + _UPPER_GRIP else Grip.WHOLE

    def _show_pointer(self, at: QPoint) -> None:
        found = self._tile_at(at)
        is_edge = found is not None and self._grip(found[1], at) is not Grip.WHOLE
        shape = Qt.CursorShape.SizeVerCursor if is_edge else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def _watch_edge(self, at: QPoint) -> None:
        """Scroll on by itself near the border."""
        is_held = self._move is not None or self._drawing is not None or self._band is not None
        if self.viewport().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE).contains(at):
            self._edge_timer.stop()
        elif not self._edge_timer.isActive() and is_held:
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
        if self._move is not None:
            self.viewport().update()
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

    # Changes

    def _selection_set(self, changed: frozenset[EntryId]) -> None:
        """What was booked in the time drawn out is selected: it is no longer free, and shows its name."""
        super()._selection_set(changed)
        if self.selected() is not None:
            self._drop_drawing()

    def _start_move(self, move: TileMove) -> None:
        self._drop_drawing()
        super()._start_move(move)

    def _let_go(self) -> None:
        self._edge_timer.stop()
        self._landing = None
        self.over_days.leave()
        super()._let_go()

    def _layout_changed(self, before: GridLayout | None) -> None:
        super()._layout_changed(before)
        layout = self._layout
        if layout is None:
            return
        if self._move is not None and (day := self._landing or self.over_days.day) is not None:
            self._aim(layout, day)
            if self._landing in _days_of(layout):
                # Not in the midst of a new layout: what comes of it may be another one.
                QTimer.singleShot(0, self, self._land)
        if self._drawing is not None and (before is None or before.axis.days != layout.axis.days):
            self._drawing = None
        if self._drawing is not None and self._drawing.column >= len(layout.columns):
            self._drawing = None

    # Keys

    def event(self, event: QEvent) -> bool:
        """While time is drawn out, its keys are no shortcuts of the window."""
        is_override = event.type() is QEvent.Type.ShortcutOverride and self._drawing is not None
        if is_override and isinstance(event, QKeyEvent) and event.key() in HELD_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of time drawn out; then those of what is in hand, and the cursor's."""
        if self._move is None and self._drawing is not None:
            if event.key() in ENTER and self._layout is not None:
                self.booking_wanted.emit(drawn_place(self._layout, self._drawing))
                return
            if event.key() == Qt.Key.Key_Escape:
                self._drop_drawing()
                return
            if event.key() in HELD_KEYS:
                self._drop_drawing()
        super().keyPressEvent(event)

    # Painting

    def _paint_over(self, painter: QPainter, layout: GridLayout) -> None:
        if self._move is None and self._drawing is not None and self._state is not None:
            text = dates.time_range(self._state.zone, drawn_place(layout, self._drawing).span)
            paint_drawn(painter, self._drawn_rect(layout, self._drawing), text, self._theme)
        super()._paint_over(painter, layout)
        if self._band is not None:
            paint_band(painter, QRect(*self._band).normalized(), self._theme)


def _days_of(layout: GridLayout) -> list[date]:
    return [each.day for each in layout.axis.days]
