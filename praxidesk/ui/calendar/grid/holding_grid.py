"""The time grid with something in hand: taken up, held elsewhere by keys, put down, parked or given up."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import ActorId, Status
from praxidesk.ui.calendar.grid.cursor_grid import ENTER, SIDEWAYS, VERTICAL, CursorGrid
from praxidesk.ui.calendar.grid.gesture import brought, is_resizable, lifted
from praxidesk.ui.calendar.grid.layout import Column, GridLayout, Tile
from praxidesk.ui.calendar.grid.tile_move import Held, TileMove, tile_of
from praxidesk.ui.calendar.hint_bar import HintBar
from praxidesk.ui.calendar.overlay_paint import (
    paint_edited,
    paint_ghost,
    paint_in_the_way,
    paint_parked,
    paint_words,
    words_rect,
)
from praxidesk.ui.calendar.state import CalendarState

LONGER = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}
HELD_KEYS = frozenset({Qt.Key.Key_Escape, *ENTER, *SIDEWAYS, *VERTICAL})


class HoldingGrid(CursorGrid):
    """Adds what is in hand, and its keys; the mouse is the subclass's."""

    _move: TileMove | None = None

    def __init__(self, parent: QWidget | None = None, *, has_days: bool = False) -> None:
        super().__init__(parent, has_days=has_days)
        self._move_area: tuple[QRect, ...] = ()
        """What is painted of the move, in contents coordinates."""
        self.hints = HintBar(self.viewport())

    # What the window calls

    def begin_move(self) -> None:
        """Take the selected tiles in hand: arrows move them, Enter puts them down, Esc gives up."""
        layout, state = self._layout, self._state
        entry = state.entry(self.selected()) if state is not None else None
        if layout is None or state is None or entry is None:
            return
        here = self._tile_in_hand(layout, entry)
        if here is not None and TileMove.can_move(entry):
            held = Held(entry, lifted(entry, here[1], here[0]))
            self._start_move(TileMove((state, layout), held, self._others(state, layout, entry)))
            self._show_rect(here[1].rect)
            self.setFocus()

    def hold(self, entry: Entry, status: Status | None = None) -> bool:
        """Take an entry in hand by keyboard, wherever it stands."""
        move = self._brought(entry, status, by_keys=True)
        if move is None:
            return False
        self._start_move(move)
        self._show_rect(move.ghost.rect)
        self.setFocus()
        return True

    def aim(self, actor: ActorId, instant: int) -> None:
        """Hold what is in hand in somebody's column at a time of one of the days shown."""
        layout, state, move = self._layout, self._state, self._move
        if layout is None or state is None or move is None:
            return
        clock = state.zone.local(instant)
        columns = (each.index for each in layout.columns if (each.actor, each.date) == (actor, clock.date()))
        column = next(columns, None)
        if column is not None and move.drag(column, clock.hour * 60 + clock.minute, 1):
            self._show_rect(move.ghost.rect)
            self._show_move()

    def hold_at(self, entry: Entry, at: QPoint, status: Status | None = None) -> bool:
        """Hold an entry by mouse at a point of the screen; whether that is a place for it."""
        layout, port = self._layout, self.viewport().mapFromGlobal(at)
        if layout is None or not self.viewport().rect().contains(port):
            self._let_go()
            return False
        if self._move is None or entry.id not in self._move.entries:
            move = self._brought(entry, status, by_keys=False)
            if move is None:
                return False
            self._start_move(move)
        here = self._to_contents(port)
        column = layout.column_at(here.x())
        minute = layout.metrics.minute(here.y())
        if self._move and column and self._move.drag(column.index, minute, layout.snap_minutes):
            self._show_move()
        return True

    def put_held(self, at: QPoint | None) -> None:
        """Put down what is held by mouse at a point of the screen, or give it up."""
        inside = at is not None and self.viewport().rect().contains(self.viewport().mapFromGlobal(at))
        if inside:
            self._put_down()
        else:
            self._let_go()

    # In hand

    def _tile_in_hand(self, layout: GridLayout, entry: Entry) -> tuple[Column, Tile] | None:
        """The tile under the cursor, where that is the entry's; else its first one."""
        cursor = self._cursor
        column = layout.columns[cursor.column] if cursor is not None else None
        if cursor is not None and column is not None and cursor.cell.tile is not None:
            tile = column.tiles[cursor.cell.tile] if cursor.cell.tile < len(column.tiles) else None
            if tile is not None and tile.entry == entry.id:
                return column, tile
        return tile_of(layout, entry)

    def _others(self, state: CalendarState, layout: GridLayout, held: Entry) -> list[Held]:
        """The other selected ones, where the one held is selected too."""
        found: list[Held] = []
        chosen = self._shown_chosen.all
        for entry in state.entries if held.id in chosen else ():
            here = tile_of(layout, entry) if entry.id in chosen and entry.id != held.id else None
            if here is not None and TileMove.can_move(entry):
                found.append(Held(entry, lifted(entry, here[1], here[0])))
        return found

    def _brought(self, entry: Entry, status: Status | None, *, by_keys: bool) -> TileMove | None:
        layout, state = self._layout, self._state
        if layout is None or state is None or not TileMove.can_move(entry):
            return None
        here = tile_of(layout, entry)
        shift = lifted(entry, here[1], here[0]) if here else brought(layout, state.zone, entry)
        if shift is None:
            return None
        return TileMove((state, layout), Held(entry, shift), by_keys=by_keys, status=status)

    def _start_move(self, move: TileMove) -> None:
        self._move = move
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.hints.show_hints(self._theme, self._hints_of(move))
        self._show_move()
        self.held_changed.emit()

    def _hints_of(self, move: TileMove) -> list[tuple[str, str]]:
        give_up, park = (self.tr("Esc"), self.tr("give up")), ("P", self.tr("park"))
        if not move.by_keys:
            snap = self.tr("free instead of the {minutes} min grid").format(minutes=move.step_minutes)
            return [give_up, (self.tr("Alt"), snap), park]
        found = [give_up, ("↵", self.tr("put down")), ("← ↑ ↓ →", self.tr("move"))]
        if len(move.entries) == 1:
            found.append(("+ −", self.tr("longer, shorter")))
        found.append((self.tr("PgUp PgDn"), self.tr("other day")))
        return [*found, park]

    def _show_move(self) -> None:
        """Repaint where the tile was held and is now."""
        if self._move is None:
            return
        ghost = self._move.ghost
        self._gutter.show_times(self._move.minutes, ghost.is_refused)
        window = self.viewport().rect().translated(self._offset())
        area = (*ghost.rects, words_rect(ghost, window))
        for rect in (*self._move_area, *area):
            self._update_contents(rect.adjusted(-2, -2, 2, 2))
        self._move_area = area

    def _let_go(self) -> None:
        if self._move is None:
            return
        self._move = None
        self._move_area = ()
        self.hints.hide()
        self._gutter.show_times((), is_refused=False)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().update()
        self.held_changed.emit()

    def _layout_changed(self, before: GridLayout | None) -> None:
        super()._layout_changed(before)
        layout, state = self._layout, self._state
        if layout is None or state is None or self._move is None:
            return
        if self._move.follow(state, layout):
            self._show_move()
        else:
            self._let_go()

    def _is_whole(self, tile: Tile) -> bool:
        """Whether a tile is its whole entry, so that its edges may be pulled."""
        entry = self._state.entry(tile.entry) if self._state is not None else None
        return entry is not None and any(
            is_resizable(entry, each) for each in entry.allocations if each.span == tile.allocation
        )

    # Keys

    def event(self, event: QEvent) -> bool:
        """While something is held, its keys are no shortcuts of the window."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            key = Qt.Key(event.key())
            if self._move is not None and (key in HELD_KEYS or key in LONGER or key is Qt.Key.Key_P):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of what is in hand; then the cursor's."""
        if self._move is not None:
            self._move_key(event, self._move)
        else:
            super().keyPressEvent(event)

    def _move_key(self, event: QKeyEvent, move: TileMove) -> None:
        key = Qt.Key(event.key())
        step, shift = move.step_minutes, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key is Qt.Key.Key_Escape:
            self._let_go()
        elif key is Qt.Key.Key_P:
            self._park()
        elif not move.by_keys:
            return
        elif key in ENTER:
            self._put_down()
        else:
            if key in VERTICAL and shift:
                is_new = move.lengthen(VERTICAL[key] * step)
            elif key in LONGER:
                is_new = move.lengthen(LONGER[key] * step)
            elif key in SIDEWAYS:
                is_new = move.nudge(SIDEWAYS[key], 0)
            else:
                is_new = key in VERTICAL and move.nudge(0, VERTICAL[key] * step)
            if is_new:
                self._show_rect(move.ghost.rect)
                self._show_move()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hints stay at the lower edge."""
        super().resizeEvent(event)
        self.hints.place()

    # Painting

    def _paint_over(self, painter: QPainter, layout: GridLayout) -> None:
        for marked, paint in ((self._parked, paint_parked), (self._in_the_way, paint_in_the_way)):
            for entry in marked:
                for tile in layout.by_entry.get(entry, ()):
                    paint(painter, tile.rect, self._theme)
        for entry in self._edited:
            for tile in layout.by_entry.get(entry, ()):
                paint_edited(painter, tile.rect, self._theme, self.devicePixelRatioF())
        if self._move is not None:
            ratio = self.devicePixelRatioF()
            paint_ghost(painter, self._move.ghost, self._theme, ratio)
            window = self.viewport().rect().translated(self._offset())
            paint_words(painter, self._move.ghost, words_rect(self._move.ghost, window), self._theme, ratio)
            return
        super()._paint_over(painter, layout)
