"""Everything the window does about one patient: the card, the record, the way to other appointments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from praxidesk.engine.entries import Patient, PatientOnEntry
from praxidesk.engine.history import HistoryFilter, Topic
from praxidesk.engine.patient_changes import PatientChange, PatientField
from praxidesk.engine.vocabulary import ActorId
from praxidesk.ui import openings
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.history.last_saver import LastSaver
from praxidesk.ui.other_desks.stale_states import Field
from praxidesk.ui.patient.neighbours import Neighbours
from praxidesk.ui.patient.patient_words import patient_name, patient_rows
from praxidesk.worker.gateway import Gateway

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace


class Patients(QObject):
    """Of the entry selected, or of whoever a card shows."""

    def __init__(self, window: Workplace, gateway: Gateway) -> None:
        super().__init__(window)
        self._window = window
        self._gateway = gateway
        self._wanted: PatientChange | None = None
        """What was wanted over a record that somebody else had changed."""
        self.neighbours = Neighbours(window, gateway)
        window.conversations.record_wanted.connect(self._on_record_wanted)

    @property
    def doings(self) -> dict[ActionId, Callable[[], None]]:
        """What each action does."""
        return self.neighbours.doings | {ActionId.PATIENT: self.open, ActionId.EDIT_PATIENT: self.edit}

    @Slot()
    def open(self) -> None:
        """The card of the patient selected."""
        if (patient := self._selected()) is not None:
            self._window.conversations.card(patient)

    @Slot()
    def edit(self) -> None:
        """The record of the patient selected."""
        if (patient := self._selected()) is not None:
            self._edit(patient.id)

    def _selected(self) -> PatientOnEntry | None:
        entry = self._window.selected
        return entry.patient if entry is not None else None

    @Slot(object)
    def _on_record_wanted(self, patient: PatientOnEntry) -> None:
        if not self._window.permission.refuses_action(ActionId.EDIT_PATIENT):
            self._edit(patient.id)

    def _edit(self, patient: ActorId) -> None:
        talk, place = self._window.conversations, self._window.conversations.place()
        if place is not None:
            sheet = openings.RecordSheet(talk.window_, talk.theme, self._gateway, place[1], patient)
            sheet.saved.connect(self._window.reception.note_patient)
            sheet.became_stale.connect(self._on_stale)
            talk.show(sheet)

    @Slot(object)
    def _on_stale(self, stale: tuple[PatientChange, Patient]) -> None:
        """Both states side by side: nobody's is overwritten unseen."""
        wanted, present = stale
        self._wanted = replace(wanted, before=present)
        talk = self._window.conversations
        rows = patient_rows(wanted.before, present, wanted.after)
        sheet = openings.StaleSheet(talk.window_, talk.theme, patient_name(present), rows)
        sheet.taken.connect(self._on_taken)
        zone = self._gateway.zone
        if zone is not None:
            of_record = HistoryFilter(patients=(wanted.id,), topic=Topic.PATIENT)
            LastSaver(self._gateway, zone, of_record, sheet).told.connect(sheet.say_saver)
        talk.show(sheet)

    @Slot(object)
    def _on_taken(self, chosen: frozenset[Field]) -> None:
        if self._wanted is not None:
            present, wanted = self._wanted.before, self._wanted.after
            taken = {each.value: getattr(wanted, each.value) for each in PatientField if each in chosen}
            self._window.reception.submit(replace(self._wanted, after=replace(present, **taken)))
