"""Keys of a move that waits until the last change of the same entry is on the screen."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.grid.cursor_grid import ENTER, SIDEWAYS, VERTICAL
from praxidesk.ui.calendar.view import CalendarView
from praxidesk.ui.calendar_feed import CalendarFeed
from praxidesk.ui.changes.reception import Reception

_KEPT = frozenset({*ENTER, *SIDEWAYS, *VERTICAL})
_MODIFIERS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
)
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class TypedAhead(QObject):
    """Keeps arrows and Enter for the move they were meant for; Esc, or going elsewhere, gives it up."""

    def __init__(self, reception: Reception, feed: CalendarFeed, parent: QObject) -> None:
        super().__init__(parent)
        self._reception = reception
        self._feed = feed
        self._view: CalendarView | None = None
        self._entry: EntryId | None = None
        self._chosen: frozenset[EntryId] = frozenset()
        self._keys: list[QKeyEvent] = []
        for came_to_nothing in (reception.refused, reception.became_stale, reception.went_wrong):
            came_to_nothing.connect(self.give_up)

    def begin_move(self, view: CalendarView, entry: Entry) -> None:
        """Take an entry, and those selected with it, in hand: once the last change of all is shown."""
        if self._entry == entry.id and self._view is view:
            return
        self.give_up()
        if not self._is_behind(view, entry):
            view.begin_move()
            return
        self._view, self._entry = view, entry.id
        self._chosen = frozenset(view.selected_all())
        view.setFocus()
        for watched in (view, view.viewport()):
            watched.installEventFilter(self)

    @Slot()
    def go_on(self) -> None:
        """The screen shows something new: begin, where it is what was waited for."""
        view, keys, entry = self._view, self._keys, self._feed.entry(self._entry)
        if view is None or (entry is not None and self._is_behind(view, entry)):
            return
        chosen = self._chosen
        self.give_up()
        if entry is None or view.selected() != entry.id or chosen != frozenset(view.selected_all()):
            return
        view.begin_move()
        for key in keys:
            QApplication.sendEvent(view, key)

    def _is_behind(self, view: CalendarView, entry: Entry) -> bool:
        chosen = {entry.id, *view.selected_all()}
        return any(self._reception.is_behind(each) for each in self._feed.those(chosen))

    @Slot()
    def give_up(self) -> None:
        """Forget the move and its keys."""
        view, self._view, self._entry, self._keys = self._view, None, None, []
        if view is not None:
            view.removeEventFilter(self)
            view.viewport().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the keys of the move."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return self._on_key(event)
        leaves = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _PASSING
        if kind is QEvent.Type.MouseButtonPress or (watched is self._view and leaves):
            self.give_up()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        is_kept, is_press = event.key() in _KEPT, event.type() is QEvent.Type.KeyPress
        if event.key() == Qt.Key.Key_Escape:
            if is_press:
                self.give_up()
        elif is_kept and is_press:
            self._keys.append(event.clone())
        elif not is_kept:
            if is_press and event.key() not in _MODIFIERS:
                self.give_up()
            return False
        event.accept()
        return True
