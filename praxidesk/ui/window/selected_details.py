"""Keeps the details panel on what is selected, as it is now, with what the store knows about it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.engine.entries import Entry
from praxidesk.engine.roles import Deed
from praxidesk.engine.series_plan import place
from praxidesk.engine.vocabulary import GONE, EntryId
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar_feed import CalendarFeed
from praxidesk.ui.panels.details_panel import DetailsPanel
from praxidesk.ui.panels.subject import NOTHING_KNOWN, Known, Subject
from praxidesk.ui.shown.view_stack import ViewStack
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import SeriesLoaded, Ticket, Told
from praxidesk.worker.questions.finding import EntriesAround
from praxidesk.worker.questions.history import EntryDeeds, EntryHistory


class SelectedDetails(QObject):
    """Follows the selection and what others do to the selected entries."""

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
        self._known = NOTHING_KNOWN
        self._about: Entry | None = None
        """The entry that ``_known`` is about."""
        self._history: Ticket | None = None
        self._deeds: Ticket | None = None
        self._may_read_deeds = True
        self._series: Ticket | None = None
        self._around: Ticket | None = None
        views.selected_changed.connect(self._on_selected)
        views.several_changed.connect(self._on_several)
        gateway.told.connect(self._on_told)
        gateway.series_loaded.connect(self._on_series_loaded)
        gateway.calendar_touched.connect(self._on_calendar_touched)

    @property
    def entry(self) -> Entry | None:
        """The selected entry as it is now."""
        return self._feed.entry(self._views.selected())

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All selected entries as they are now."""
        return self._feed.those(self._views.selected_all())

    def follow(self, state: CalendarState) -> None:
        """The views have a new state."""
        self._views.set_state(state)
        self._follow()

    @Slot(object)
    def _on_selected(self, selected: EntryId | None) -> None:  # noqa: ARG002 (the signal's)
        self._follow()

    @Slot(object)
    def _on_several(self, selected: object) -> None:  # noqa: ARG002 (the signal's)
        self._show()

    def _follow(self) -> None:
        if self._gateway.practice is None or self._gateway.zone is None:
            return
        entry, before = self.entry, self._about
        if entry is None or before is None or entry.id != before.id:
            self._known = NOTHING_KNOWN
        self._about = entry
        if entry is not None and (before is None or (before.id, before.version) != (entry.id, entry.version)):
            self._history = self._gateway.ask(EntryHistory(entry.id))
            if self._may_read_deeds and self._gateway.person.may(Deed.READ_NAMES):
                self._deeds = self._gateway.ask(EntryDeeds(entry.id))
            self._ask_around(entry)
            if entry.series is not None:
                self._series = self._gateway.load_series(entry.series)
        self._show()
        self.changed.emit()

    def _ask_around(self, entry: Entry) -> None:
        patient = entry.patient
        self._around = (
            self._gateway.ask(EntriesAround(patient.id, entry.starts_at)) if patient is not None else None
        )

    def _show(self) -> None:
        practice, zone = self._gateway.practice, self._gateway.zone
        if practice is not None and zone is not None:
            entry, several = self.entry, self.entries
            entries = several if len(several) > 1 else () if entry is None else (entry,)
            known = self._known if len(entries) == 1 else NOTHING_KNOWN
            self._panel.show_subject(Subject(practice, zone, self._gateway.now(), entries, known))

    def _learn(self, known: Known) -> None:
        self._known = known
        self._show()

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket == self._deeds and told.answer is None:
            # A login that may not: asked once, and not for every entry.
            self._may_read_deeds = False
        if not isinstance(told.answer, tuple):
            return
        if told.ticket == self._history:
            self._learn(replace(self._known, history=told.answer))
        elif told.ticket == self._deeds:
            self._learn(replace(self._known, deeds=told.answer))
        elif told.ticket == self._around:
            self._learn(replace(self._known, around=told.answer))

    @Slot(object)
    def _on_calendar_touched(self, days: object) -> None:  # noqa: ARG002 (any day may hold one of the patient's)
        if self._about is not None:
            self._ask_around(self._about)

    @Slot(object)
    def _on_series_loaded(self, loaded: SeriesLoaded) -> None:
        about = self._about
        if loaded.ticket != self._series or about is None:
            return
        standing = sorted((each for each in loaded.entries if each.status not in GONE), key=place)
        ids = [each.id for each in standing]
        at = (ids.index(about.id) + 1, len(ids)) if about.id in ids else None
        self._learn(replace(self._known, place=at))
