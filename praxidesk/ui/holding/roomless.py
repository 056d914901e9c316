"""Operations that have no room yet, of any day: below the plan of rooms, as any desk changes them."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from praxidesk.engine.entries import Entry
from praxidesk.ui.holding.holding import REFRESH_MS
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Ticket, Told
from praxidesk.worker.questions.theatre import RoomlessOperations


class Roomless(QObject):
    """Asks while somebody looks at the plan; else when somebody does."""

    changed = Signal()
    """Others wait now, or the same are others."""

    def __init__(self, gateway: Gateway, parent: QObject) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._is_looked_at = self._is_old = False
        self._asked: Ticket | None = None
        self.entries: tuple[Entry, ...] = ()
        """By start."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self._ask)
        gateway.told.connect(self._on_told)
        gateway.practice_loaded.connect(self.refresh_soon)
        gateway.store_changed.connect(self.refresh_soon)

    def look(self, *, at_it: bool) -> None:
        """Whether the plan of rooms is on screen."""
        turned, self._is_looked_at = at_it != self._is_looked_at, at_it
        if turned and at_it and (self._is_old or self._asked is None):
            self._ask()

    @Slot()
    def refresh_soon(self) -> None:
        """Something may have changed."""
        self._is_old = True
        if self._is_looked_at and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _ask(self) -> None:
        if self._gateway.practice is not None:
            self._is_old = False
            self._asked = self._gateway.ask(RoomlessOperations())

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket == self._asked and isinstance(told.answer, tuple) and told.answer != self.entries:
            self.entries = told.answer
            self.changed.emit()
