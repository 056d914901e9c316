"""The plan of the operating rooms as a picture: layout, zoom and painting, without hands or keys."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.hand_view import HandView
from praxidesk.ui.calendar.items import Beside, Item
from praxidesk.ui.calendar.overlay_paint import (
    paint_band,
    paint_drawn,
    paint_edited,
    paint_ghost,
    paint_in_the_way,
    paint_parked,
    paint_words,
)
from praxidesk.ui.calendar.rooms import rooms_text
from praxidesk.ui.calendar.rooms.gesture import Drawing, card_of, drawn_place
from praxidesk.ui.calendar.rooms.layout import HEADER, LABELS, ZOOM_STEPS, RoomsLayout, Row, arrange_rooms
from praxidesk.ui.calendar.rooms.move import RoomsMove, drawn_text, words_under
from praxidesk.ui.calendar.rooms.paint import RoomsPainter, paint_empty
from praxidesk.ui.calendar.rooms.plan import RoomsPlan, rooms_plan
from praxidesk.ui.calendar.rooms.strip import paint_strip
from praxidesk.ui.calendar.rooms.unseen import beside_rows
from praxidesk.ui.calendar.state import CalendarState, Place

_CLICKED_MINUTES = 60
"""Length of the time that a double-click books."""


_Shown = tuple[CalendarState, RoomsPlan, RoomsLayout]


class RoomsCanvas(HandView):
    """Rooms as rows, operations as bars; knows what is in hand only to paint it."""

    # Of the class too: Qt scrolls before there is anything.
    _layout: RoomsLayout | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: RoomsPlan | None = None
        self._roomless: tuple[Entry, ...] = ()
        self._first_card = 0
        self._zoom = 0
        self._move: RoomsMove | None = None
        self._drawing: Drawing | None = None
        self._kept: tuple[object, RoomsLayout, QPixmap] | None = None
        """What was painted of the plan when something was taken in hand, and for what."""
        self._by_keys = False
        """The free time was chosen by keys."""
        self._band: QRect | None = None
        """What is drawn around bars to select them, in contents coordinates."""
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def rooms_layout(self) -> RoomsLayout | None:
        """Where everything stands, in contents coordinates; ``None`` without operating rooms."""
        return self._layout

    def show_roomless(self, entries: tuple[Entry, ...]) -> None:
        """These operations wait for a room, on whatever day they are wished for."""
        if entries != self._roomless:
            self._roomless = entries
            if self._state is not None:
                self._plan = rooms_plan(self._state, entries)
                self._relayout()

    def chosen_place(self) -> Place | None:
        """The free time that was clicked on, drawn out or reached by arrows."""
        layout, plan, drawing = self._layout, self._plan, self._drawing
        if layout is None or plan is None or drawing is None:
            return None
        return drawn_place(layout, plan.scale, drawing)

    # Zoom

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
        self._plan = rooms_plan(state, self._roomless) if state is not None else None
        if before is None or state is None or before.days != state.days:
            self._drawing = None
            # A page turns under what the mouse holds only where it is held over a day beside the plan.
            if self._move is None or not (self._move.by_keys or self.over_days.day is not None):
                self._let_go()

    def _arrange(self) -> Sequence[Item]:
        state, plan, size = self._state, self._plan, self.viewport().size()
        zoom = ZOOM_STEPS[self._zoom]
        scrolled = (self.horizontalOffset(), self.verticalOffset())
        layout = self._layout = (
            arrange_rooms(
                plan, size.width(), size.height(), zoom, scrolled=scrolled, first_card=self._first_card
            )
            if plan
            else None
        )
        if layout is None or state is None or plan is None:
            self._let_go()
            return ()
        if self._move is not None and not self._move.follow(state, layout, plan.scale):
            self._let_go()
        if self._drawing is not None and self._drawing.row >= len(layout.rows):
            self._drawing = None
        bars = [(bar.facts.entry, bar.box, row.room.name) for row in layout.rows for bar in row.bars]
        bars += [(entry, box, "") for entry, box in layout.cards]
        return [
            Item(entry.id, box, partial(rooms_text.spoken, entry, room, state, plan.progress))
            for entry, box, room in bars
        ]

    def _arranged_beside(self) -> Sequence[Beside]:
        state, plan, layout = self._state, self._plan, self._layout
        if state is None or plan is None or layout is None:
            return ()
        return tuple(beside_rows(state, layout, plan.scale))

    def _beside_at(self, at: QPoint) -> Beside | None:
        """Nothing under the times and labels, as with tiles."""
        return super()._beside_at(at) if self._row_at(at) is not None else None

    def _entry(self, wanted: EntryId | None) -> Entry | None:
        """An entry that is shown, or waits for a room."""
        if self._state is None or wanted is None:
            return None
        waiting = self._layout.waiting if self._layout is not None else ()
        return self._state.entry(wanted) or next((each for each in waiting if each.id == wanted), None)

    def _show_card(self, entry: Entry) -> None:
        """Let the strip begin where an operation that waits is on it."""
        layout = self._layout
        if layout is None or card_of(layout, entry) is not None or entry not in layout.waiting:
            return
        place, shown = layout.waiting.index(entry), max(1, len(layout.cards))
        self._first_card = place if place < self._first_card else place - shown + 1
        self._relayout()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The strip stays at the foot of the window."""
        super().scrollContentsBy(dx, dy)
        if self._layout is not None:
            self._relayout()

    def _contents_size(self) -> QSize:
        layout = self._layout
        return QSize(layout.width, layout.height) if layout else self.viewport().size()

    def _item_at(self, at: QPoint) -> Item | None:
        """Nothing under the times and labels, which lie over what is scrolled."""
        seen, layout = at - self._offset(), self._layout
        if layout is not None and at.y() >= layout.strip.y:
            cards = (entry for entry, box in layout.cards if box.contains(at.x(), at.y()))
            row = next((self._items.row_of(each.id) for each in cards), -1)
            return self._items.items[row] if row >= 0 else None
        return None if seen.y() < HEADER or seen.x() < LABELS else super()._item_at(at)

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
        shown, offset, port = (state, plan, layout), self._offset(), self.viewport().rect()
        is_held = self._move is not None
        selected = frozenset() if is_held else self._shown_chosen.all
        if is_held or self._drawing is not None or self._band is not None:
            painter.drawPixmap(0, 0, self._still(shown, selected))
        else:
            self._kept = None
            self._paint_still(painter, event.rect(), shown, selected)
        painter.save()
        painter.setClipRect(port.adjusted(LABELS, HEADER, 0, 0))
        painter.translate(-offset)
        self._paint_hand(painter, state, plan, layout)
        painter.restore()
        held = self._move or self._drawing
        minutes = () if held is None else held.minutes
        work = RoomsPainter(painter, self._theme, state, plan)
        placed = work.paint_times(layout, offset.x(), port.width(), minutes)
        is_refused = self._move is not None and self._move.ghost.is_refused
        work.paint_wanted(placed.wanted, minutes, is_refused=is_refused)
        if self._move is not None:
            ghost = self._move.ghost
            painter.translate(-offset)
            ratio = self.devicePixelRatioF()
            paint_words(painter, ghost, words_under(ghost, port.translated(offset)), self._theme, ratio)

    def _still(self, shown: _Shown, selected: frozenset[EntryId]) -> QPixmap:
        """All that does not move while something is in hand: painted once, not at every step."""
        ratio, layout = self.devicePixelRatioF(), shown[2]
        marks = (selected, self._parked, self._in_the_way, frozenset(self._edited))
        about = (self._offset(), self.viewport().size(), self._theme.name, ratio, marks)
        if self._kept is None or self._kept[0] != about or self._kept[1] is not layout:
            picture = QPixmap(self.viewport().size() * ratio)
            picture.setDevicePixelRatio(ratio)
            painter = QPainter(picture)
            painter.setFont(self.font())
            self._paint_still(painter, self.viewport().rect(), shown, selected)
            painter.end()
            self._kept = (about, layout, picture)
        return self._kept[2]

    def _paint_still(
        self, painter: QPainter, exposed: QRect, shown: _Shown, selected: frozenset[EntryId]
    ) -> None:
        state, plan, layout = shown
        offset = self._offset()
        work = RoomsPainter(painter, self._theme, state, plan)
        painter.save()
        painter.translate(-offset)
        work.paint(layout, exposed.translated(offset), selected)
        self._paint_marks(painter, layout)
        paint_strip(painter, self._theme, state, layout, selected)
        painter.restore()
        work.paint_labels(layout, offset.y())

    def _paint_marks(self, painter: QPainter, layout: RoomsLayout) -> None:
        """What is parked, and whom a refusal names."""
        for row in layout.rows:
            for bar in row.bars:
                if bar.facts.entry.id in self._parked:
                    paint_parked(painter, QRect(*bar.box), self._theme)
                if bar.facts.entry.id in self._in_the_way:
                    paint_in_the_way(painter, QRect(*bar.box), self._theme)
                if bar.facts.entry.id in self._edited:
                    paint_edited(painter, QRect(*bar.box), self._theme, self.devicePixelRatioF())

    def _paint_hand(
        self, painter: QPainter, state: CalendarState, plan: RoomsPlan, layout: RoomsLayout
    ) -> None:
        drawing = self._drawing
        if drawing is not None:
            row = layout.rows[drawing.row]
            left, right = (layout.times.x(minute) for minute in drawing.minutes)
            text = drawn_text(state, drawn_place(layout, plan.scale, drawing).span)
            rect = QRect(left, row.bar_top, right - left, row.bar_height)
            paint_drawn(painter, rect, text, self._theme)
        if self._band is not None:
            paint_band(painter, self._band.normalized(), self._theme)
        if self._move is not None:
            paint_ghost(painter, self._move.ghost, self._theme, self.devicePixelRatioF())

    def _let_go(self) -> None:
        """Hold nothing any more."""
        self.over_days.leave()
        self._move = self._drawing = self._band = None
        self._by_keys = False
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().update()
        self.held_changed.emit()
