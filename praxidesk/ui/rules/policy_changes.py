"""Changes of the policy on their way to the store, and what came of them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.engine.vocabulary import ConflictKind, Severity
from praxidesk.ui.practice_settings.settings_change import SettingsChange
from praxidesk.ui.wording.fault_wording import failed_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, PolicyChanged, Ticket


class PolicyChanges(QObject):
    """Sends a change and tells its end in a sentence."""

    saved = Signal(object)
    """``tuple[SettingsChange, str]``: what takes it back, and what is said of it."""
    went_wrong = Signal(object)
    """``str``: what happened, what was not saved, what to do."""

    def __init__(self, gateway: Gateway, parent: QObject) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._asked: dict[Ticket, SettingsChange] = {}
        gateway.policy_changed.connect(self._on_changed)
        gateway.failed.connect(self._on_failed)

    @Slot(object)
    def submit(self, changes: Mapping[ConflictKind, Severity]) -> None:
        """Store these; rules not named stay."""
        practice = self._gateway.practice
        before = {kind: practice.policy[kind] for kind in changes} if practice is not None else {}
        change = SettingsChange((), before, dict(changes))
        self._asked[self._gateway.change_policy(changes)] = change

    @Slot(object)
    def _on_changed(self, changed: PolicyChanged) -> None:
        change = self._asked.pop(changed.ticket, None)
        if change is not None:
            self.saved.emit((change, self.tr("Rules saved.")))

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if self._asked.pop(failed.ticket, None) is not None:
            message = failed_message(failed)
            lost = self.tr("The rules were not saved.")
            self.went_wrong.emit(f"{message.happened} {lost} {message.to_do}")
