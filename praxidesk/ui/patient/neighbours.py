"""From an appointment to the next or previous one of the same patient, whenever that is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.engine.entries import Entry
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.wording import words
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, Ticket, Told
from praxidesk.worker.questions.finding import NeighbourEntry

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace


class Neighbours(QObject):
    """A newer jump takes the place of an older one that has not been answered."""

    told = Signal(object)
    """``str``: there is none."""
    went_wrong = Signal(object)
    """``str``."""

    def __init__(self, window: Workplace, gateway: Gateway) -> None:
        super().__init__(window)
        self._window = window
        self._gateway = gateway
        self._ticket: Ticket | None = None
        self._from: Entry | None = None
        gateway.told.connect(self._on_told)
        gateway.failed.connect(self._on_failed)
        self.told.connect(window.toast.say_done)
        self.went_wrong.connect(window.toast.say_error)

    @property
    def doings(self) -> dict[ActionId, Callable[[], None]]:
        """What each action does."""
        return {ActionId.NEXT_OF_PATIENT: self.go_on, ActionId.PREVIOUS_OF_PATIENT: self.go_back}

    @Slot()
    def go_on(self) -> None:
        """To the next one."""
        self._go(later=True)

    @Slot()
    def go_back(self) -> None:
        """To the one before."""
        self._go(later=False)

    def _go(self, *, later: bool) -> None:
        entry = self._window.selected
        if entry is not None and entry.patient is not None:
            self._from = entry
            self._ticket = self._gateway.ask(
                NeighbourEntry(entry.patient.id, entry.starts_at, entry.id, later=later)
            )

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket != self._ticket:
            return
        self._ticket = None
        if isinstance(told.answer, Entry):
            self._window.select(told.answer)
        elif self._from is not None and isinstance(told.question, NeighbourEntry):
            patient = self._from.patient
            name = words.patient_name(patient) if patient is not None else ""
            none = (
                self.tr("{name} has no later appointment.")
                if told.question.later
                else self.tr("{name} has no earlier appointment.")
            )
            self.told.emit(none.format(name=name))

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket == self._ticket:
            self._ticket = None
            self.went_wrong.emit(fault_message(failed.fault, None).text)
