"""Keeps the details panel on the selected entry, as it is now, with its history."""

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.engine.entries import Entry
from praxidesk.engine.series_plan import place
from praxidesk.engine.vocabulary import GONE, EntryId
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar_feed import CalendarFeed
from praxidesk.ui.panels.details_panel import DetailsPanel
from praxidesk.ui.view_stack import ViewStack
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import SeriesLoaded, Ticket, Told
from praxidesk.worker.questions.history import EntryHistory


class SelectedDetails(QObject):
    """Follows the selection and what others do to the selected entry."""

    changed = Signal()
    """Another entry is selected, or the same one is another now."""

    def __init__(
        self, gateway: Gateway, feed: CalendarFeed, views: ViewStack, panel: DetailsPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._feed = feed
        self._views = views
        self._panel = panel
        self._asked: Ticket | None = None
        self._asked_place: Ticket | None = None
        views.selected_changed.connect(self._show)
        gateway.told.connect(self._on_told)
        gateway.series_loaded.connect(self._on_series_loaded)

    @property
    def entry(self) -> Entry | None:
        """The selected entry as it is now."""
        return self._feed.entry(self._views.selected())

    def follow(self, state: CalendarState) -> None:
        """The views have a new state."""
        self._views.set_state(state)
        self._show(self._views.selected())

    @Slot(object)
    def _show(self, selected: EntryId | None) -> None:
        practice, zone = self._gateway.practice, self._gateway.zone
        if practice is None or zone is None:
            return
        before = self._panel.entry()
        entry = self._feed.entry(selected)
        self._panel.show_entry(practice, zone, entry, self._gateway.now())
        if entry is not None and (before is None or (before.id, before.version) != (entry.id, entry.version)):
            self._asked = self._gateway.ask(EntryHistory(entry.id))
            if entry.series is not None:
                self._asked_place = self._gateway.load_series(entry.series)
        self.changed.emit()

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket == self._asked and isinstance(told.answer, tuple):
            self._panel.show_history(told.answer)

    @Slot(object)
    def _on_series_loaded(self, loaded: SeriesLoaded) -> None:
        shown = self._panel.entry()
        if loaded.ticket != self._asked_place or shown is None:
            return
        standing = sorted((each for each in loaded.entries if each.status not in GONE), key=place)
        ids = [each.id for each in standing]
        known = (ids.index(shown.id) + 1, len(ids)) if shown.id in ids else None
        self._panel.show_place(known)
