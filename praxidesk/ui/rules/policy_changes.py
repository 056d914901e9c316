"""Changes of the policy on their way to the store, and what came of them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.engine.vocabulary import ConflictKind, Severity
from praxidesk.ui.fault_wording import failed_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, PolicyChanged, Ticket


class PolicyChanges(QObject):
    """Sends a change and tells its end in a sentence."""

    saved = Signal(object)
    """``str``."""
    went_wrong = Signal(object)
    """``str``: what happened, what was not saved, what to do."""

    def __init__(self, gateway: Gateway, parent: QObject) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._asked: set[Ticket] = set()
        gateway.policy_changed.connect(self._on_changed)
        gateway.failed.connect(self._on_failed)

    @Slot(object)
    def submit(self, changes: Mapping[ConflictKind, Severity]) -> None:
        """Store these; rules not named stay."""
        self._asked.add(self._gateway.change_policy(changes))

    @Slot(object)
    def _on_changed(self, changed: PolicyChanged) -> None:
        if changed.ticket in self._asked:
            self._asked.discard(changed.ticket)
            self.saved.emit(self.tr("Rules saved."))

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket in self._asked:
            self._asked.discard(failed.ticket)
            message = failed_message(failed)
            lost = self.tr("The rules were not saved.")
            self.went_wrong.emit(f"{message.happened} {lost} {message.to_do}")
