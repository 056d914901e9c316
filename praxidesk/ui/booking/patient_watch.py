"""Whom a booking is for, followed while it is open: another desk may change what they are called."""

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.requests import NewPatient
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Ticket, Told
from praxidesk.worker.questions.patients import PresentName


class PatientWatch(QObject):
    """Asks anew when somebody's data may be others, and tells only what is."""

    changed = Signal(object)
    """``PatientOnEntry``: the one chosen, as they are now."""

    def __init__(self, gateway: Gateway, parent: QObject) -> None:
        super().__init__(parent)
        self._gateway = gateway
        # Told by its owner: asking them would be two objects that hold each other.
        self.chosen: PatientOnEntry | NewPatient | None = None
        self._asked: Ticket | None = None
        gateway.calendar_touched.connect(self._on_touched)
        gateway.told.connect(self._on_told)

    @Slot(object)
    def _on_touched(self, days: object) -> None:
        """Of no day in particular: a patient's data stand on entries of any."""
        if days is None and isinstance(self.chosen, PatientOnEntry):
            self._asked = self._gateway.ask(PresentName(self.chosen.id))

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket != self._asked:
            return
        self._asked = None
        chosen, present = self.chosen, told.answer
        if (
            isinstance(present, PatientOnEntry)
            and isinstance(chosen, PatientOnEntry)
            and chosen.id == present.id
            and chosen != present
        ):
            self.changed.emit(present)
