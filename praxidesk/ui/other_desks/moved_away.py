"""What another desk takes away from a selection or a form: where it went is said, with the way there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import GONE, EntryId
from praxidesk.ui.overlays.toast import ToastKind
from praxidesk.ui.wording import dates, words
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Ticket, Told
from praxidesk.worker.questions.editing import PresentState

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace


class MovedAway(QObject):
    """Follows the selected entry, and the one that a form is open on, to where they are not shown."""

    found = Signal(object)
    """``Entry`` as it is now: one that a form is open on, and that is on none of the days shown any more."""

    def __init__(self, window: Workplace, gateway: Gateway) -> None:
        super().__init__(window)
        self._window = window
        self._gateway = gateway
        self._seen: Entry | None = None
        """The entry that was selected last, as it was then."""
        self._days: tuple[date, ...] = ()
        self._edited: Entry | None = None
        self._asked: dict[Ticket, Entry] = {}
        window.details.changed.connect(self._on_selected)
        window.feed.state_built.connect(self._on_state_built)
        gateway.told.connect(self._on_told)

    def watch(self, edited: Entry | None) -> None:
        """A form is open on this entry, as it was then; ``None``: none is."""
        self._edited = edited

    @Slot()
    def _on_selected(self) -> None:
        selected, seen, days = self._window.selected, self._seen, self._window.feed.days
        if selected is not None:
            self._seen, self._days = selected, days
            return
        if seen is None or days != self._days or len(self._window.selected_all) > 1:
            self._seen = None
            return
        present = self._window.feed.entry(seen.id)
        if present is None:
            self._ask(seen)
        elif present.version > seen.version:
            self._say(seen, present)
        self._seen = None  # given up here, unless somebody has taken it away

    @Slot()
    def _on_state_built(self) -> None:
        edited = self._edited
        if edited is not None and self._window.feed.entry(edited.id) is None:
            self._ask(edited)

    def _ask(self, entry: Entry) -> None:
        self._asked[self._gateway.ask(PresentState(entry.id))] = entry

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        before = self._asked.pop(told.ticket, None)
        if before is None or not isinstance(told.answer, tuple) or not told.answer:
            return
        present: Entry = told.answer[0]
        if present.version <= max(before.version, self._own_version(before.id)):
            return
        if self._edited is not None and self._edited.id == present.id:
            self.found.emit(present)
        else:
            self._say(before, present)

    def _own_version(self, entry: EntryId) -> int:
        return self._window.reception.steps.version(entry)

    def _say(self, before: Entry, present: Entry) -> None:
        """Nothing of it where it was done here, or something more important is said."""
        practice, zone, toast = self._window.practice, self._window.zone, self._window.toast
        if practice is None or zone is None or present.version <= self._own_version(present.id):
            return
        if toast.isVisible() and toast.kind() is ToastKind.ERROR:
            return
        if present.status in GONE:
            said = self.tr("{name} has the status “{status}” now, set at another desk.").format(
                name=words.entry_name(practice, before), status=words.status_name(present.status)
            )
        else:
            said = self.tr("{name} was moved at another desk: {day} {time}").format(
                name=words.entry_name(practice, present),
                day=dates.short_day(zone.day_of(present.starts_at)),
                time=dates.clock(zone, present.starts_at),
            )
        toast.say_hint(said)
        self._window.aftermath.lead_to(present)
