"""How far a long errand is, as a thin bar."""

from PySide6.QtCore import QBasicTimer, QTimerEvent
from PySide6.QtWidgets import QProgressBar

from praxidesk.worker.errand import Errand

_LOOK_MS = 100


class ErrandBar(QProgressBar):
    """Follows an errand; says how far it is to a screen reader too."""

    def __init__(self, errand: Errand) -> None:
        super().__init__()
        self._errand = errand
        self._timer = QBasicTimer()
        self._timer.start(_LOOK_MS, self)
        self.setTextVisible(False)
        self.setFixedHeight(4)
        self.setRange(0, 0)

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: ARG002 (Qt's)
        """Look how far it is."""
        reached = self._errand.reached
        self.setRange(0, reached.of)
        self.setValue(min(reached.rows, reached.of))
