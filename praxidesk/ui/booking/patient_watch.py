"""Whom a booking is for, followed while it is open: another desk may change what they are called."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.requests import NewPatient
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Ticket, Told
from praxidesk.worker.questions.patients import PresentName

Chosen = PatientOnEntry | NewPatient | None


class PatientWatch(QObject):
    """Asks anew when somebody's data may be others, and tells only what is."""

    changed = Signal(object)
    """``PatientOnEntry``: the one chosen, as they are now."""

    def __init__(self, gateway: Gateway, chosen: Callable[[], Chosen], parent: QObject) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._chosen = chosen
        self._asked: Ticket | None = None
        gateway.calendar_touched.connect(self._on_touched)
        gateway.told.connect(self._on_told)

    @Slot(object)
    def _on_touched(self, days: object) -> None:
        """Of no day in particular: a patient's data stand on entries of any."""
        chosen = self._chosen()
        if days is None and isinstance(chosen, PatientOnEntry):
            self._asked = self._gateway.ask(PresentName(chosen.id))

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket != self._asked:
            return
        self._asked = None
        chosen, present = self._chosen(), told.answer
        if (
            isinstance(present, PatientOnEntry)
            and isinstance(chosen, PatientOnEntry)
            and chosen.id == present.id
            and chosen != present
        ):
            self.changed.emit(present)
