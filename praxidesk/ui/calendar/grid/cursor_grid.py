"""The time grid with a cursor: a cell that arrows move, that is opened or booked by Enter."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.begun_names import begun, is_no_shortcut
from praxidesk.ui.calendar.chosen import chosen_of
from praxidesk.ui.calendar.grid.canvas import GridCanvas
from praxidesk.ui.calendar.grid.cursor import (
    Cursor,
    cursor_at,
    cursor_on,
    day_edge,
    next_tile,
    place_under,
    refound,
    sideways,
    stepped,
    tile_under,
)
from praxidesk.ui.calendar.grid.layout import GridLayout
from praxidesk.ui.calendar.overlay_paint import paint_cursor, paint_drawn
from praxidesk.ui.calendar.state import MenuWanted, Place, TypedAt
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.calendar.unseen import said_of_free
from praxidesk.ui.wording import dates

_RING = 3
_BOOKS = Qt.Key.Key_Insert
"""Does what Enter does on free time, as in other programs."""
SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
VERTICAL = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TILE_KEYS = frozenset({*SIDEWAYS, *VERTICAL, Qt.Key.Key_Space})
_EDGES = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End})
_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class CursorGrid(GridCanvas):
    """Adds the cursor and its keys; PageUp, PageDown and letters are left to the window."""

    def __init__(self, parent: QWidget | None = None, *, has_days: bool = False) -> None:
        super().__init__(parent, has_days=has_days)
        self._cursor: Cursor | None = None
        self._by_keys = False
        """Whether keys were used last: only then does the cursor show."""

    def chosen_place(self) -> Place | None:
        """The free time under the cursor, for a booking by key; ``None`` on a tile."""
        layout, cursor = self._layout, self._cursor
        if layout is None or cursor is None or tile_under(layout, cursor) is not None:
            return None
        return place_under(layout, cursor)

    def show_place(self, place: Place) -> None:
        """Put the cursor on a time in somebody's column and bring it into view."""
        layout, at = self._layout, place.span.start
        if layout is None:
            return
        for column in layout.columns:
            if column.actor == place.actor and column.scale.span.start <= at < column.scale.span.end:
                self._set_cursor(cursor_at(layout, column, column.scale.minute(at)), by_keys=True)

    def _set_cursor(self, cursor: Cursor | None, *, by_keys: bool) -> None:
        """Put the cursor somewhere, select what is there, and show it."""
        self._update_cursor()
        self._cursor, self._by_keys = cursor, by_keys
        layout = self._layout
        tile = tile_under(layout, cursor) if layout is not None and cursor is not None else None
        self.select(tile.entry if tile is not None else None)
        self.setAccessibleDescription(self._spoken_place())
        self._update_cursor()
        if by_keys and layout is not None and cursor is not None:
            self._show_rect(self._cursor_rect(layout, cursor))
            self._keep_place()

    def _spoken_place(self) -> str:
        """For screen readers: the free time under the cursor; nothing on a tile, which speaks for itself."""
        place, state = self.chosen_place(), self._state
        actor = state.practice.actors.get(place.actor) if state and place and place.actor else None
        if place is None or state is None or actor is None:
            return ""
        day, who = dates.long_day(state.zone.day_of(place.span.start)), one_line(actor.name)
        span = dates.time_range(state.zone, place.span)
        if place.actor is not None and (said := said_of_free(state, place.actor, place.span)):
            return ", ".join((day, who, span, said))
        return self.tr("{day}, {who}, {span}, no entry").format(day=day, who=who, span=span)

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
                if tile.entry == self.selected():
                    return cursor_on(column, tile)
        now = self._state.now
        for column in layout.columns:
            if column.scale.span.start <= now < column.scale.span.end:
                return cursor_at(layout, column, column.scale.minute(now))
        return day_edge(layout, cursor_at(layout, layout.columns[0], 0), is_end=False)

    def _layout_changed(self, before: GridLayout | None) -> None:
        layout = self._layout
        if layout is None or self._cursor is None:
            return
        same = before is not None and len(before.columns) == len(layout.columns)
        self._cursor = refound(layout, self._cursor, self.selected()) if same else None

    def _selection_set(self, changed: frozenset[EntryId]) -> None:
        super()._selection_set(changed)
        layout, selected = self._layout, self.selected()
        if layout is None or selected is None:
            return
        under = tile_under(layout, self._cursor) if self._cursor is not None else None
        if under is None or under.entry != selected:
            self._update_cursor()
            self._cursor = self._first_cursor(layout)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Letters that begin a name on free time are no shortcuts of the window."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            is_name = self._by_keys and is_no_shortcut(event) and self.chosen_place() is not None
            if is_name:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End, Enter, Esc, and letters on free time that the window has no use for."""
        layout, key = self._layout, event.key()
        if layout is None or not layout.columns:
            event.ignore()
        elif key == Qt.Key.Key_Escape:
            self._escape(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _TILE_KEYS:
            extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go_to_tile(layout, Qt.Key(key), extending)
        elif event.modifiers() & _OTHERS:
            event.ignore()
        elif key in ENTER or key == _BOOKS:
            self._enter()
        elif key in SIDEWAYS or key in VERTICAL or key in _EDGES:
            extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(layout, Qt.Key(key), extending)
        elif (text := begun(event)) and (place := self.chosen_place()):
            self.typing_begun.emit(TypedAt(place, text))
        else:
            event.ignore()

    def _go(self, layout: GridLayout, key: Qt.Key, extending: bool) -> None:
        cursor = self._cursor
        if cursor is None:
            cursor = self._first_cursor(layout)
        elif key in VERTICAL:
            cursor = stepped(layout, cursor, VERTICAL[key], extending)
        elif key in SIDEWAYS:
            cursor = sideways(layout, cursor, SIDEWAYS[key])
        else:
            cursor = day_edge(layout, cursor, is_end=key == Qt.Key.Key_End)
        self._set_cursor(cursor, by_keys=True)

    def _go_to_tile(self, layout: GridLayout, key: Qt.Key, extending: bool) -> None:
        """From tile to tile, past free time; extending, the tiles passed are selected too."""
        cursor = self._cursor or self._first_cursor(layout)
        if cursor is None:
            return
        if key is Qt.Key.Key_Space:
            tile = tile_under(layout, cursor)
            if tile is not None:
                self.choose(self._shown_chosen.toggled(tile.entry))
            return
        before = self._shown_chosen
        found = next_tile(layout, cursor, SIDEWAYS.get(key, 0), VERTICAL.get(key, 0))
        if found is None:
            return
        self._set_cursor(cursor_on(*found), by_keys=True)
        if extending:
            self.choose(before.with_one(found[1].entry))

    def choose_column(self) -> None:
        """Select the cursor's column; once it is selected, everything."""
        layout, cursor = self._layout, self._cursor
        if layout is not None and cursor is not None:
            column = {tile.entry for tile in layout.columns[cursor.column].tiles}
            if column and not column <= self._shown_chosen.all:
                self.choose(chosen_of(column, self.selected()))
                return
        super().choose_column()

    def _enter(self) -> None:
        layout, cursor = self._layout, self._cursor
        tile = tile_under(layout, cursor) if layout is not None and cursor is not None else None
        if tile is not None:
            self.opened.emit(tile.entry)
        elif (place := self.chosen_place()) is not None:
            self.booking_wanted.emit(place)

    def _escape(self, event: QKeyEvent) -> None:
        """End extending, else deselect, else leave the key to the window."""
        cursor = self._cursor
        if cursor is not None and cursor.anchor is not None:
            self._set_cursor(Cursor(cursor.column, cursor.anchor, cursor.anchor.start), by_keys=True)
        elif self.selected() is not None:
            self._set_cursor(None, by_keys=True)
        else:
            event.ignore()

    # Painting and events

    def _paint_over(self, painter: QPainter, layout: GridLayout) -> None:
        cursor, state = self._cursor, self._state
        if cursor is None or state is None:
            return
        rect = self._cursor_rect(layout, cursor)
        if cursor.anchor is not None:
            text = dates.time_range(state.zone, place_under(layout, cursor).span)
            paint_drawn(painter, rect, text, self._theme)
        if self._by_keys and self.hasFocus():
            is_tile = tile_under(layout, cursor) is not None
            paint_cursor(painter, rect.adjusted(-2, -2, 2, 2) if is_tile else rect, self._theme)

    def _place_at(self, at: QPoint) -> Place | None:
        """The free cell at a point, in contents coordinates."""
        layout = self._layout
        column = layout.column_at(at.x()) if layout is not None else None
        if layout is None or column is None:
            return None
        return place_under(layout, cursor_at(layout, column, int(layout.metrics.minute(at.y()))))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By key, for the cursor's own tile or time."""
        layout, cursor = self._layout, self._cursor
        if event.reason() is QContextMenuEvent.Reason.Mouse or layout is None or cursor is None:
            super().contextMenuEvent(event)
            return
        middle = self._to_viewport(self._cursor_rect(layout, cursor)).center()
        self.menu_wanted.emit(
            MenuWanted(self.selected(), self.chosen_place(), self.viewport().mapToGlobal(middle))
        )
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come by key, the cursor is somewhere at once."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._by_keys = True
            if self._cursor is None and self._layout is not None:
                self._cursor = self._first_cursor(self._layout)
        self._update_cursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self._update_cursor()
