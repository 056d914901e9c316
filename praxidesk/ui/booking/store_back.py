"""When the store answers again after it had not: what failed meanwhile can be asked once more."""

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import StoreState


class StoreBack(QObject):
    """Tells it once for each time that it was away."""

    came = Signal()

    def __init__(self, gateway: Gateway, parent: QObject) -> None:
        super().__init__(parent)
        self._is_away = not gateway.state.connected
        gateway.state_changed.connect(self._on_state)

    @Slot(object)
    def _on_state(self, state: StoreState) -> None:
        came = self._is_away and state.connected
        self._is_away = not state.connected
        if came:
            self.came.emit()
