"""Tells when something takes long enough that a person wonders."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

LATE_MS = 200


class LateNotice(QObject):
    """Silent for what is quick."""

    changed = Signal(object)
    """``bool``: is late now, or no longer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_late = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LATE_MS)
        self._timer.timeout.connect(self._on_late)

    def begin(self) -> None:
        """Something has been asked."""
        if not self._is_late:
            self._timer.start()

    def end(self) -> None:
        """Everything has been answered."""
        self._timer.stop()
        if self._is_late:
            self._is_late = False
            self.changed.emit(False)

    @Slot()
    def _on_late(self) -> None:
        self._is_late = True
        self.changed.emit(True)
