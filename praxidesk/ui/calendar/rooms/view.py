"""The plan of the operating rooms: rooms as rows, operations as bars on a time line."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.begun_names import begun
from praxidesk.ui.calendar.chosen import Chosen, chosen_of
from praxidesk.ui.calendar.over_days import Home
from praxidesk.ui.calendar.rooms import cells as rooms_cells
from praxidesk.ui.calendar.rooms.gesture import (
    Drawing,
    Shift,
    card_of,
    drawing_from,
    drawn_place,
    drawn_to,
    found,
    is_resizable,
    lifted,
    neighbour,
)
from praxidesk.ui.calendar.rooms.hand import ENTER, SIDEWAYS, VERTICAL, RoomsHand
from praxidesk.ui.calendar.rooms.layout import HEADER, LABELS, PlacedBar, RoomsLayout
from praxidesk.ui.calendar.rooms.move import RoomsMove
from praxidesk.ui.calendar.state import CalendarState, TypedAt
from praxidesk.ui.calendar.time_axis import SNAP_MINUTES
from praxidesk.ui.calendar.unseen import said_of_free
from praxidesk.ui.wording import dates

_GRIP = 5
"""Pixels at the end of a bar by which it is pulled."""
_LEAST_GRIP_WIDTH = 24
_EDGE, _EDGE_STEP = 14, 12
_BESIDE = 24
"""Pixels beside the plan at which what is held still counts as in it."""


class RoomsView(RoomsHand):
    """One day of all operating rooms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rooms_view")
        self.viewport().setMouseTracking(True)
        self._pressed: QPoint | None = None
        """Where the mouse went down, in contents coordinates, until a drag begins or it goes up."""
        self._pressed_on: EntryId | None = None
        """One of several selected ones, which a click without dragging leaves alone selected."""
        self._band_base = Chosen()
        """What was selected before a band is drawn."""
        self._held_minute = 0.0
        """Minutes from a held bar's start or end to where the mouse holds it."""
        self._name_for_readers()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the bar there; what is held may become a drag."""
        if self._move is not None:
            self._let_go()
            return
        self._drawing, self._by_keys = None, False
        was_several = self._shown_chosen.is_several
        at = self._to_contents(event.position().toPoint())
        is_adding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._item_at(at) is not None or not is_adding:  # else a band may begin, which adds
            super().mousePressEvent(event)
        event.accept()
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = at if is_left else None
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        still_several = was_several and self._shown_chosen.is_several
        self._pressed_on = self._shown_chosen.one if is_left and is_plain and still_several else None
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin or go on dragging."""
        event.accept()
        at = self._to_contents(event.position().toPoint())
        pressed = self._pressed
        if pressed is not None and (at - pressed).manhattanLength() >= QApplication.startDragDistance():
            is_band = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._begin_drag(pressed, is_band=is_band)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(at)
            self._scroll_on(event.position().toPoint())
        elif not event.buttons() and self._move is None:
            self._show_pointer(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what is held, or book the time drawn out."""
        event.accept()
        clicked, self._pressed_on = self._pressed_on, None
        was_pressed, self._pressed = self._pressed is not None, None
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._move is not None and not self._move.by_keys:
            self._release(event.globalPosition().toPoint())
        elif self._band is not None:
            self._band = None
            self.viewport().update()
        elif self._drawing is not None and self._layout is not None and self._plan is not None:
            self.booking_wanted.emit(drawn_place(self._layout, self._plan.scale, self._drawing))
        elif was_pressed and clicked is not None:
            self.select(clicked)
        elif was_pressed and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._choose_free(self._to_contents(event.position().toPoint()))

    def _release(self, at: QPoint) -> None:
        """Put down or park what is held by mouse, at a point of the screen."""
        day, move, state = self.over_days.day, self._move, self._state
        if self._is_over_target(at):
            self._park()
        elif day is not None and move is not None and state is not None and self._goes_by_day(day, state):
            # In the same room at the same time, whatever that day looks like.
            self._let_go()
            self._ask_for(move.wanted_on(day))
            self.over_days.page_wanted.emit(day)
        elif day is None and not self._is_beside_too_far(at):
            self._put_down()
        elif day is not None and self.over_days.home is not None:
            self._put_down()  # its page has turned, and it is held there
        else:
            self._let_go()
        self._show_target(None)

    def _goes_by_day(self, day: date, state: CalendarState) -> bool:
        """Whether what is put down on a day beside the plan is not held on that day's page."""
        if self.over_days.home is not None:
            return day not in state.days
        entry = self._entry(next(iter(self.held()), None))
        return entry is not None and day != state.zone.day_of(entry.starts_at)

    def _is_beside_too_far(self, at: QPoint) -> bool:
        """Beside the plan is no room; but whoever pulls the end of a bar may pull too far."""
        move, here = self._move, self.viewport().mapFromGlobal(at).x()
        is_pulled = move is not None and move.is_pulled
        return not is_pulled and not -_BESIDE <= here < self.viewport().width() + _BESIDE

    def _choose_free(self, at: QPoint) -> None:
        """A click on free time: whoever types now begins a booking there."""
        plan, layout, here = self._plan, self._layout, self._row_at(at)
        if plan is not None and layout is not None and here is not None and self._item_at(at) is None:
            self._drawing = rooms_cells.clicked(plan.scale, here[1], here[0], layout.times.minute(at.x()))
            self.viewport().update()

    def _begin_drag(self, at: QPoint, *, is_band: bool) -> None:
        self._pressed = self._pressed_on = None
        if is_band:
            self._band, self._band_base = QRect(at, at), self._shown_chosen
            return
        layout, plan, state, here = self._layout, self._plan, self._state, self._row_at(at)
        if layout is None or plan is None or state is None:
            return
        minute = layout.times.minute(at.x())
        if here is None:
            card = next((entry for entry, box in layout.cards if box.contains(at.x(), at.y())), None)
            shift = lifted(layout, state.zone, card)
            # Held by its start, for a card is as wide as its words and not as its time.
            self._held_minute = 0.0
            self.over_days.home, self.over_days.is_open = None, True
            if shift is not None:
                self._take(shift, by_keys=False)
            return
        index, _ = here
        held = self._bar_at(at)
        if held is None:
            self._drawing = drawing_from(index, minute)
            return
        is_pulled = self._is_grip(held, at)
        self._held_minute = minute - (held.facts.end if is_pulled else held.facts.start)
        self._take(Shift(held.facts, index, index, held.facts.start), by_keys=False, is_pulled=is_pulled)
        self.over_days.home = Home(layout.rows[index].room.actor, plan.scale.day, held.facts.start)
        self.over_days.is_open = not is_pulled

    def _drag_to(self, at: QPoint) -> None:
        layout = self._layout
        if self._band is not None and layout is not None:
            self._band.setBottomRight(at)
            area = self._band.normalized()
            bars = (bar for row in layout.rows for bar in row.bars if area.intersects(QRect(*bar.box)))
            inside = {bar.facts.entry.id for bar in bars}
            self.choose(chosen_of(self._band_base.all | inside, self._band_base.one))
            self.viewport().update()
        if layout is None or (self._move is None and self._drawing is None):
            return
        is_free = bool(QGuiApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.AltModifier)
        snap = 1 if is_free else SNAP_MINUTES
        minute = layout.times.minute(at.x())
        if self._drawing is not None:
            self._drawing = drawn_to(self._drawing, minute, snap)
        elif self._move is not None:
            screen = self.viewport().mapToGlobal(at - self._offset())
            self._show_target(screen)
            if self.over_days.hover(screen, self._state.days if self._state is not None else ()):
                self._aim_home(layout, self._move)
                return
            first, last = layout.rows[0], layout.rows[-1]
            row = layout.row_at(min(max(at.y(), first.box.y), last.box.bottom - 1))
            self._move.drag(layout.rows.index(row) if row else 0, minute - self._held_minute, snap)
        self.viewport().update()

    def _aim_home(self, layout: RoomsLayout, move: RoomsMove) -> None:
        """Held in its own room at its own time, of whichever day is shown."""
        home = self.over_days.home
        row = next((at for at, row in enumerate(layout.rows) if home and row.room.actor == home.actor), None)
        if home is not None and row is not None and move.drag(row, home.minute, 1):
            self.viewport().update()

    def _scroll_on(self, at: QPoint) -> None:
        """Near the edge of the rows, go on to those that are out of sight, a step for every move."""
        layout, bar = self._layout, self.verticalScrollBar()
        if layout is None or (self._move is None and self._drawing is None):
            return
        foot = layout.strip.y - self.verticalOffset()
        step = -_EDGE_STEP if at.y() < HEADER + _EDGE else _EDGE_STEP if at.y() > foot - _EDGE else 0
        if step:
            bar.setValue(bar.value() + step)

    def _bar_at(self, at: QPoint) -> PlacedBar | None:
        here = self._row_at(at)
        if here is None:
            return None
        return next((bar for bar in reversed(here[1].bars) if bar.box.contains(at.x(), at.y())), None)

    def _is_grip(self, bar: PlacedBar, at: QPoint) -> bool:
        """Whether the mouse is at the end of a bar, which makes it longer or shorter."""
        is_edge = bar.box.width >= _LEAST_GRIP_WIDTH and at.x() >= bar.box.right - _GRIP
        return is_edge and is_resizable(bar.facts)

    def _show_pointer(self, at: QPoint) -> None:
        bar = self._bar_at(at)
        is_edge = bar is not None and self._is_grip(bar, at)
        shape = Qt.CursorShape.SizeHorCursor if is_edge else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def _give_up(self) -> bool:
        """Let go of whatever is held; whether anything was."""
        is_held = self._move is not None or self._drawing is not None or self._band is not None
        self._pressed = self._pressed_on = None
        if is_held:
            self._let_go()
            self._show_target(None)
        return is_held

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go over bars and free time, with Ctrl over bars, or move what is in hand; Enter opens it.

        What is typed on free time begins a booking there.
        """
        key, layout = Qt.Key(event.key()), self._layout
        rows, sideways = VERTICAL.get(key, 0), SIDEWAYS.get(key, 0)
        if key is Qt.Key.Key_Escape:
            if not self._give_up():
                event.ignore()
        elif layout is None:
            event.ignore()
        elif self._move is not None:
            self._move_key(event, self._move)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if rows or sideways:
                self._step(neighbour(layout, self._entry(self.selected()), sideways, rows), layout)
            else:
                event.ignore()
        elif key in ENTER:
            self._enter(layout)
        elif rows or sideways:
            self._walk(layout, sideways, rows)
        elif (text := begun(event)) and (place := self.chosen_place()):
            self.typing_begun.emit(TypedAt(place, text))
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes into what waits for a room, and back from there, before it leaves the plan."""
        layout = self._layout
        entry = self._entry(self.selected())
        is_below = layout is not None and entry is not None and card_of(layout, entry) is not None
        if layout is not None and self._move is None and layout.waiting and forward != is_below:
            bars = neighbour(layout, None, 0, 0)
            wanted = layout.waiting[0] if forward else bars
            if wanted is not None:
                self._step(wanted, layout)
                return True
        return super().focusNextPrevChild(forward)

    def _enter(self, layout: RoomsLayout) -> None:
        selected = self.selected()
        entry = self._entry(selected)
        if (place := self.chosen_place()) is not None:
            self.booking_wanted.emit(place)
        elif entry is not None and card_of(layout, entry) is not None:
            self.begin_move()
        elif selected is not None:
            self.opened.emit(selected)

    def _walk(self, layout: RoomsLayout, sideways: int, rows: int) -> None:
        """On to what lies there: a bar is selected, free time is chosen."""
        if self._plan is None:
            return
        at = self._drawing or self._entry(self.selected())
        target = rooms_cells.stepped(layout, self._plan.scale, at, sideways, rows)
        if not isinstance(target, Drawing):
            self._step(target, layout)
            return
        self.select(None)
        self._drawing, self._by_keys = target, True
        row, (start, end) = layout.rows[target.row], target.minutes
        left, right = layout.times.x(start), layout.times.x(end)
        rect = QRect(left, row.bar_top, min(right - left, LABELS), row.bar_height)
        self._show_rect(rect.adjusted(-LABELS, -HEADER, 0, 0))
        self.setAccessibleDescription(self._spoken_place())
        self.viewport().update()

    def _spoken_place(self) -> str:
        """For screen readers: the free time chosen."""
        place, state, layout = self.chosen_place(), self._state, self._layout
        if place is None or state is None or layout is None or self._drawing is None:
            return ""
        span = dates.time_range(state.zone, place.span)
        room = layout.rows[self._drawing.row].room
        if said := said_of_free(state, room.actor, place.span):
            return f"{room.name}, {span}, {said}"
        return self.tr("{room}, {span}, free").format(room=room.name, span=span)

    def _step(self, entry: Entry | None, layout: RoomsLayout) -> None:
        if entry is None:
            return
        self._drawing, self._by_keys = None, False
        self.setAccessibleDescription("")
        here = found(layout, entry)
        if here is None:
            self._show_card(entry)
            self.select(entry.id)
            return
        self.select(entry.id)
        rect = QRect(*here[1].box)
        # What lies under the labels and times is out of sight, too.
        self._show_rect(rect.adjusted(-LABELS, -HEADER, 0, 0))

    def _selection_set(self, changed: frozenset[EntryId]) -> None:
        """A bar and free time are never both chosen."""
        if self.selected() is not None and self._move is None:
            self._drawing, self._by_keys = None, False
        super()._selection_set(changed)

    def changeEvent(self, event: QEvent) -> None:
        """Another language names the view anew."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name_for_readers()

    def _name_for_readers(self) -> None:
        self.setAccessibleName(self.tr("OP plan"))
