"""The GUI thread goes first: the store thread stops until the events that wait there are done.

Both share one interpreter. While the store thread works in it, a call of Qt that lets go of it gets it back
late, and a page of five hundred tiles makes thousands of them.
"""

import threading
from time import perf_counter

from PySide6.QtCore import QObject, Qt, Signal, Slot

STEP_SECONDS = 0.001
"""Worked before asking again."""
MOST_SECONDS = 0.1
"""Waited at most; a window that does nothing for so long shall not keep the store from working."""


class RightOfWay(QObject):
    """Lives in the GUI thread; ``give`` is called on the other one."""

    _asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_free = threading.Event()
        self._is_free.set()
        self._is_on = False
        self._last = float("-inf")
        self._asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """From now on: before, the window comes about and waits for the store itself."""
        self._is_on = True

    def give(self) -> None:
        """Wait until the GUI thread has come to the end of its events, unless it was asked just now."""
        # Not free: it was waited for in vain, and is still busy.
        if not self._is_on or not self._is_free.is_set() or perf_counter() - self._last < STEP_SECONDS:
            return
        self._is_free.clear()
        self._asked.emit()
        self._is_free.wait(MOST_SECONDS)
        self._last = perf_counter()

    def end(self) -> None:
        """Nobody is waited for any more: the GUI thread is about to wait for the other one."""
        self._is_on = False
        self._is_free.set()

    @Slot()
    def _answer(self) -> None:
        self._is_free.set()
