"""The four calendar views, of which one is shown; they share state and selection."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPoint, QRect, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui import slices
from praxidesk.ui.calendar.chosen import chosen_of
from praxidesk.ui.calendar.grid.day_view import DayView
from praxidesk.ui.calendar.grid.time_grid import TimeGrid
from praxidesk.ui.calendar.grid.week_view import WeekView
from praxidesk.ui.calendar.hand_view import HandView
from praxidesk.ui.calendar.month.view import MonthView
from praxidesk.ui.calendar.over_days import DayTarget
from praxidesk.ui.calendar.rooms.view import RoomsView
from praxidesk.ui.calendar.state import CalendarState, Place
from praxidesk.ui.calendar.view import CalendarView, DropTarget
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.slices import Slices


class ViewStack(QStackedWidget):
    """Passes the signals of the view that is shown."""

    selected_changed = Signal(object)
    """``EntryId | None``."""
    opened = Signal(object)
    booking_wanted = Signal(object)
    move_wanted = Signal(object)
    day_wanted = Signal(object)
    menu_wanted = Signal(object)
    actor_menu_wanted = Signal(object)
    several_changed = Signal(object)
    moves_wanted = Signal(object)
    park_wanted = Signal(object)
    held_changed = Signal()
    typing_begun = Signal(object)
    page_wanted = Signal(object)
    """``date``: something is held over it."""
    state_shown = Signal()
    """A state is laid out and on the screen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._selected: EntryId | None = None
        self._coming: CalendarState | None = None
        """What will be shown once it is laid out."""
        self._slices = Slices(self)
        self.views: Mapping[ViewKind, CalendarView] = {
            ViewKind.DAY: DayView(),
            ViewKind.WEEK: WeekView(),
            ViewKind.MONTH: MonthView(),
            ViewKind.ROOMS: RoomsView(),
        }
        for view in self.views.values():
            self.addWidget(view)
            view.set_theme(theme)
            if isinstance(view, HandView):
                view.over_days.page_wanted.connect(self.page_wanted)
            view.selected_changed.connect(self._on_selected)
            view.opened.connect(self.opened)
            view.booking_wanted.connect(self.booking_wanted)
            view.move_wanted.connect(self.move_wanted)
            view.day_wanted.connect(self.day_wanted)
            view.menu_wanted.connect(self.menu_wanted)
            view.actor_menu_wanted.connect(self.actor_menu_wanted)
            view.several_changed.connect(self.several_changed)
            view.moves_wanted.connect(self.moves_wanted)
            view.park_wanted.connect(self.park_wanted)
            view.held_changed.connect(self.held_changed)
            view.typing_begun.connect(self.typing_begun)

    def set_theme(self, theme: Theme) -> None:
        """Paint with these colours."""
        for view in self.views.values():
            view.set_theme(theme)

    def turn(self, kind: ViewKind) -> None:
        """Show another view; what was selected is selected there too, once it has its state."""
        view = self.views[kind]
        if view is not self.view:
            self._drop()
            view.await_state()
        had_focus = self.view.hasFocus()
        self.setCurrentWidget(view)
        if had_focus:
            view.setFocus()

    @property
    def view(self) -> CalendarView:
        """The one shown."""
        shown = self.currentWidget()
        return next(each for each in self.views.values() if each is shown)

    def set_state(self, state: CalendarState) -> None:
        """Hand a state to the view shown; its selection and scroll stay.

        Where that takes long, the view goes on showing what it showed until all is laid out.
        """
        self._coming = state
        is_large, view = len(state.entries) >= slices.A_SLICE, self.view
        # Whoever turns to another page has done much in this turn already.
        at_once = not is_large or view.is_near(state)
        self._slices.begin(view.steps(state) if is_large else iter(()), self.finish, at_once=at_once)

    @property
    def is_ready(self) -> bool:
        """Whether the last state given is shown."""
        return self._coming is None

    def finish(self) -> None:
        """Show now what is being laid out: somebody points into it."""
        state, view = self._coming, self.view
        self._drop()
        if state is None:
            return
        if self._selected is not None and self._selected not in (view.selected(), *view.selected_all()):
            view.expect(self._selected)
        view.set_state(state)
        self.state_shown.emit()

    def _drop(self) -> None:
        self._coming = None
        self._slices.drop()

    def select(self, entry: EntryId | None) -> None:
        """Select an entry, now or when it comes."""
        self._selected = entry
        self.view.select(entry)

    def selected(self) -> EntryId | None:
        """The selected entry, as long as it is shown."""
        return self.view.selected()

    def selected_all(self) -> tuple[EntryId, ...]:
        """All selected entries that are shown."""
        return self.view.selected_all()

    def choose(self, entries: Iterable[EntryId]) -> None:
        """Select several."""
        chosen = chosen_of(entries, self.view.selected())
        self._selected = chosen.one
        self.view.choose(chosen)

    def set_drop_target(self, target: DropTarget) -> None:
        """What is held by mouse may be dropped there, to be parked."""
        for view in self.views.values():
            view.set_drop_target(target)

    def set_day_target(self, target: DayTarget) -> None:
        """What is held by mouse over a day there goes to that day."""
        for view in self.views.values():
            if isinstance(view, HandView):
                view.over_days.set_target(target)

    def mark(self, parked: frozenset[EntryId], in_the_way: frozenset[EntryId] = frozenset()) -> None:
        """Mark entries that are parked, and those that a refusal names."""
        for view in self.views.values():
            view.mark(parked, in_the_way)

    def mark_edited(self, edited: Mapping[EntryId, str]) -> None:
        """Mark entries that are open at another desk, with who it is in words."""
        for view in self.views.values():
            view.mark_edited(edited)

    def show_roomless(self, entries: tuple[Entry, ...]) -> None:
        """Operations of any day that wait for a room stand below the plan of rooms."""
        rooms = self.views[ViewKind.ROOMS]
        if isinstance(rooms, RoomsView):
            rooms.show_roomless(entries)

    def rect_of(self, entry: EntryId | None) -> QRect | None:
        """Where the selected entry's tile stands in the window, if that is the entry meant."""
        view = self.view
        rect = view.visualRect(view.currentIndex())
        if entry is None or view.selected() != entry or rect.isEmpty():
            return None
        port = view.viewport()
        inside = rect.intersected(port.rect())
        return None if inside.isEmpty() else inside.translated(port.mapTo(self.window(), QPoint()))

    def chosen_place(self) -> Place | None:
        """The free time under the keyboard's cursor."""
        return self.view.chosen_place()

    def zoom(self, kind: ViewKind) -> int | None:
        """How large a view is drawn; ``None`` where it has no zoom."""
        view = self.views[kind]
        return view.zoom if isinstance(view, TimeGrid) else None

    def set_zoom(self, kind: ViewKind, pixels: int) -> None:
        """Draw a view so large."""
        view = self.views[kind]
        if isinstance(view, TimeGrid):
            view.set_zoom(pixels)

    @Slot(object)
    def _on_selected(self, entry: EntryId | None) -> None:
        if self.sender() is self.view:
            if entry is not None:
                self._selected = entry
            self.selected_changed.emit(entry)
