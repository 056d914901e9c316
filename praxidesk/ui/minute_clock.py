"""Tells when another minute has begun, by the clock that counts for the practice."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_MINUTE = 60
_LATE_MS = 50
"""A timer may come a moment early: rather a moment late than a minute."""


class MinuteClock(QObject):
    """Silent until it is started."""

    minute_begun = Signal()

    def __init__(self, now: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Tell from the next full minute on."""
        self._timer.start((_MINUTE - self._now() % _MINUTE) * 1000 + _LATE_MS)

    def stop(self) -> None:
        """Be silent."""
        self._timer.stop()

    @Slot()
    def _on_timeout(self) -> None:
        self.start()
        self.minute_begun.emit()
