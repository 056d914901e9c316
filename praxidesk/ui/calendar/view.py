"""The base of every calendar view: an item view that paints from values and a layout of its own.

A subclass arranges tiles once per change (``_arrange``) and paints them (``paintEvent``); selection,
scrolling and signals are here. All rectangles it hands over are contents coordinates.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.calendar.chosen import Chosen, chosen_of
from praxidesk.ui.calendar.items import Beside, Item
from praxidesk.ui.calendar.state import CalendarState, MenuWanted, Place
from praxidesk.ui.calendar.tiles_view import TilesView
from praxidesk.ui.look.theme import Theme, ThemeName, theme

_Flag = QItemSelectionModel.SelectionFlag


class DropTarget(Protocol):
    """Somewhere outside the calendar where entries can be dropped."""

    def covers(self, at: QPoint) -> bool:
        """Whether a point of the screen is in it."""

    def show_held(self, *, over: bool) -> None:
        """Show that what is held would be taken; or no longer."""


class CalendarView(TilesView):
    """A view of entries, of which one or several may be selected."""

    selected_changed = Signal(object)
    """``EntryId | None``: the one that is worked on."""
    several_changed = Signal(object)
    """``frozenset[EntryId]``: all that are selected."""
    opened = Signal(object)
    """``EntryId``: double-clicked, or Enter on it."""
    booking_wanted = Signal(object)
    """``Place``."""
    move_wanted = Signal(object)
    """``MoveWanted``."""
    moves_wanted = Signal(object)
    """``tuple[MoveWanted, ...]``: several entries were put somewhere else together."""
    held_changed = Signal()
    """Something was taken in hand, or let go of."""
    park_wanted = Signal(object)
    """``tuple[EntryId, ...]``: while they were held, for later."""
    typing_begun = Signal(object)
    """``TypedAt``: somebody types on free time."""
    day_wanted = Signal(object)
    """``date``."""
    menu_wanted = Signal(object)
    """``MenuWanted``."""
    actor_menu_wanted = Signal(object)
    """``ActorMenuWanted``: of a column's header."""

    _chosen = _shown_chosen = Chosen()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target: DropTarget | None = None
        self._state: CalendarState | None = None
        self._awaits = False
        self._theme = theme(ThemeName.LIGHT)
        self._chosen = Chosen()
        self._shown_chosen = Chosen()
        self._parked: frozenset[EntryId] = frozenset()
        self._edited: Mapping[EntryId, str] = {}
        self._in_the_way: frozenset[EntryId] = frozenset()

    # What the window calls

    def await_state(self) -> None:
        """Another state is about to come: do not arrange the present one for another size."""
        self._awaits = self._state is not None

    def set_state(self, state: CalendarState) -> None:
        """Show this from now on; selection and scroll stay."""
        self._awaits = False
        before, self._state = self._state, state
        self._state_set(before)
        self._relayout()

    def set_theme(self, theme: Theme) -> None:
        """Paint with these colours from now on."""
        self._theme = theme
        self._theme_set()
        self.viewport().update()

    def selected(self) -> EntryId | None:
        """The selected entry, as long as it is shown."""
        return self._shown_chosen.one

    def selected_all(self) -> tuple[EntryId, ...]:
        """All selected entries that are shown, in reading order."""
        if not self._shown_chosen.is_several:
            return () if self._shown_chosen.one is None else (self._shown_chosen.one,)
        chosen = self._shown_chosen.all
        return tuple(dict.fromkeys(each.entry for each in self._items.items if each.entry in chosen))

    def select(self, entry: EntryId | None) -> None:
        """Select an entry or none; one that is not here yet is selected when it comes."""
        self.choose(Chosen(entry))

    def choose(self, chosen: Chosen) -> None:
        """Select several, or one, or none."""
        self._chosen = chosen
        self._follow_selection()

    def expect(self, entry: EntryId) -> None:
        """Select an entry with the state that is about to be set; until then all stays as it is."""
        self._chosen = Chosen(entry)

    def choose_column(self) -> None:
        """Select everything where the cursor is; once that is selected, everything that is shown."""
        self.choose(chosen_of((each.entry for each in self._items.items), self.selected()))

    def foresee(self, state: CalendarState) -> Iterator[int]:
        """Work beforehand for another state, in steps of a few milliseconds; what is shown is not touched."""
        return self.steps(state)

    def steps(self, state: CalendarState) -> Iterator[int]:  # noqa: ARG002 (for subclasses)
        """What ``set_state`` would do at once, in steps; each tells how many entries it laid out anew."""
        return iter(())

    def is_near(self, state: CalendarState) -> bool:  # noqa: ARG002 (for subclasses)
        """Whether a state is the page shown, changed a little, or one that is laid out already."""
        return True

    def chosen_place(self) -> Place | None:
        """The free time under the cursor, for a booking by key; views without a cursor have none."""
        return None

    def begin_move(self) -> None:
        """Start moving the selected entry by keyboard; views without moving do nothing."""

    def hold(self, entry: Entry, status: Status | None = None) -> bool:  # noqa: ARG002 (for subclasses)
        """Take an entry in hand by keyboard, wherever it stands; whether the view can.

        :param status: what it becomes where it is put down
        """
        return False

    def hold_at(self, entry: Entry, at: QPoint, status: Status | None = None) -> bool:  # noqa: ARG002
        """Hold an entry by mouse at a point of the screen; whether that is a place for it."""
        return False

    def put_held(self, at: QPoint | None) -> None:
        """Put down what is held by mouse at a point of the screen, or give it up."""

    def is_moving(self) -> bool:
        """Whether something is in hand, by mouse or keys."""
        return False

    def held(self) -> tuple[EntryId, ...]:
        """What is in hand, the one that was taken first."""
        return ()

    def mark_edited(self, edited: Mapping[EntryId, str]) -> None:
        """Mark entries that are open at another desk; a tooltip says the words."""
        if edited != self._edited:
            self._edited = edited
            self.viewport().update()

    def mark(self, parked: frozenset[EntryId], in_the_way: frozenset[EntryId]) -> None:
        """Mark entries that are parked, and those that a refusal names."""
        if (parked, in_the_way) != (self._parked, self._in_the_way):
            self._parked, self._in_the_way = parked, in_the_way
            self.viewport().update()

    def zoom_in(self) -> None:
        """Show less, larger; views without zoom do nothing."""

    def zoom_out(self) -> None:
        """Show more, smaller."""

    def zoom_day(self) -> None:
        """Fit a whole day into the window."""

    def set_drop_target(self, target: DropTarget) -> None:
        """What is held by mouse may be dropped there too, to be parked."""
        self._target = target

    def _is_over_target(self, at: QPoint) -> bool:
        """Whether a point of the screen is in the parking area."""
        return self._target is not None and self._target.covers(at)

    def _show_target(self, at: QPoint | None) -> None:
        """The parking area shows whether what is held at this point of the screen would be parked."""
        if self._target is not None:
            self._target.show_held(over=at is not None and self._target.covers(at))

    # What a subclass provides

    def _arrange(self) -> Sequence[Item]:
        """All tiles of the present state at the present size, in reading order."""
        raise NotImplementedError

    def _arranged_beside(self) -> Sequence[Beside]:
        """What stands beside the tiles just arranged."""
        return ()

    def _contents_size(self) -> QSize:
        """Size of everything, scrolled or not; asked after ``_arrange``."""
        return self.viewport().size()

    def _expected_size(self) -> QSize | None:
        """What ``_contents_size`` will be, where it can be told beforehand."""
        return None

    def _place_at(self, at: QPoint) -> Place | None:  # noqa: ARG002 (for subclasses)
        """The time pointed at, in contents coordinates; ``None`` where there is none."""
        return None

    def _state_set(self, before: CalendarState | None) -> None:
        """The state was replaced; the layout follows."""

    def _theme_set(self) -> None:
        """The theme was replaced."""

    def _selection_set(self, changed: frozenset[EntryId]) -> None:  # noqa: ARG002 (for subclasses)
        """These are selected now, or not any longer; repaint them."""
        self.viewport().update()

    def _between(self, first: EntryId, last: EntryId) -> Iterable[EntryId]:
        """What is selected from one entry to another: all between them in reading order."""
        rows = sorted((self._items.row_of(first), self._items.row_of(last)))
        return (each.entry for each in self._items.items[max(0, rows[0]) : rows[1] + 1])

    # For subclasses

    def _relayout(self) -> None:
        """Arrange anew, and repaint all; the selection stays."""
        if self._state is None:
            return
        # A scroll bar that comes or goes makes the view another size: before all is arranged, not after it.
        expected = self._expected_size()
        if expected is not None:
            awaited, self._awaits = self._awaits, True
            self._size_scroll_bars(expected)
            self._awaits = awaited
        self._items.replace(self._arrange(), self._arranged_beside())
        self._size_scroll_bars(self._contents_size())
        self._follow_selection()
        self._update_after_layout()

    def _update_after_layout(self) -> None:
        """Repaint; a subclass may know that less changed."""
        self.viewport().update()

    def _follow_selection(self) -> None:
        """Make Qt's selection and ``selected`` agree with what is chosen, and tell if it changed."""
        if self._chosen.is_several:
            now = self._chosen.among({each.entry for each in self._items.items})
        else:
            now = self._chosen if self._items.row_of(self._chosen.one) >= 0 else Chosen()
        row = self._items.row_of(now.one)
        model = self.selectionModel()
        before, self._shown_chosen = self._shown_chosen, now
        if row < 0:
            model.clear()
        elif now.one != self._entry_of(model.currentIndex()) or before.is_several or now.is_several:
            # Where another desk has moved it, the eye may follow; the page stays where it is.
            self.setAutoScroll(now.one != before.one)
            model.setCurrentIndex(self._items.index(row), _Flag.ClearAndSelect)
            self.setAutoScroll(True)
            self._select_rows(now.others)
        if now != before:
            self._selection_set(now.all ^ before.all)
        if now.one != before.one:
            self.selected_changed.emit(now.one)
        if now.all != before.all:
            self.several_changed.emit(now.all)

    def _select_rows(self, entries: frozenset[EntryId]) -> None:
        """Add these to Qt's selection, for screen readers."""
        if not entries:
            return
        added = QItemSelection()
        for row, each in enumerate(self._items.items):
            if each.entry in entries:
                added.select(self._items.index(row), self._items.index(row))
        self.selectionModel().select(added, _Flag.Select)

    def _size_scroll_bars(self, size: QSize) -> None:
        page = self.viewport().size()
        for bar, length, visible in (
            (self.horizontalScrollBar(), size.width(), page.width()),
            (self.verticalScrollBar(), size.height(), page.height()),
        ):
            bar.setRange(0, max(0, length - visible))
            bar.setPageStep(visible)
            bar.setSingleStep(24)

    # Events

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Qt's own ways of moving the current item (a screen reader, a test) select too."""
        super().currentChanged(current, previous)
        if current.isValid() and self._entry_of(current) != self._shown_chosen.one:
            self.select(self._entry_of(current))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Not the item view's: that would make the first tile current, and so select it."""
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Repaint, because focus is shown."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is there."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            item = self._item_at(self._to_contents(event.position().toPoint()))
            self._choose_by(event, item.entry if item else None)
        event.accept()

    def _choose_by(self, event: QMouseEvent, entry: EntryId | None) -> bool:
        """Select what was clicked on, with Ctrl and Shift as everywhere; whether it was several.

        A click on one of several selected ones leaves them, for they may be dragged or asked about.
        """
        keys, one = event.modifiers(), self._shown_chosen.one
        if entry is not None and keys & Qt.KeyboardModifier.ControlModifier:
            self.choose(self._shown_chosen.toggled(entry))
        elif entry is not None and one is not None and keys & Qt.KeyboardModifier.ShiftModifier:
            self.choose(chosen_of({*self._between(one, entry), one, entry}, one))
        elif entry is not None and self._shown_chosen.is_several and entry in self._shown_chosen.all:
            self.choose(self._shown_chosen.with_one(entry))
        else:
            self.select(entry)
            return False
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing: Qt's own rubber band and dragging have no place here."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing, as with moving."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the entry, or book the time."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = self._to_contents(event.position().toPoint())
        if item := self._item_at(at):
            self.opened.emit(item.entry)
        elif place := self._place_at(at):
            self.booking_wanted.emit(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu, by mouse where it points, by key at the selected tile."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            at = self._to_contents(self.viewport().mapFromGlobal(event.globalPos()))
            item = self._item_at(at)
            self.menu_wanted.emit(
                MenuWanted(item.entry if item else None, self._place_at(at), event.globalPos())
            )
        else:
            shown = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(
                MenuWanted(self.selected(), None, self.viewport().mapToGlobal(shown.center()))
            )
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new size."""
        super().resizeEvent(event)
        if not self._awaits:
            self._relayout()

    def changeEvent(self, event: QEvent) -> None:
        """Another language words the tiles anew."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._relayout()
