"""How Python itself behaves while a window is open: whoever uses it must not wait for the other threads."""

import gc
import sys

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

TURN_SECONDS = 0.00005
"""So long a busy thread keeps the interpreter from the window, each time it is let go of; by default it is
a hundred times as long."""
YOUNG, MIDDLE, NEVER = 1_000, 4, 1_000_000_000
"""Thresholds of the garbage collector: what is old is not looked at as a matter of course."""
REST_MS = 900_000
"""Between two looks at everything."""


class Interpreter(QObject):
    """Threads take short turns, and garbage is looked for everywhere only while nobody looks.

    Looking at all the entries of some months takes a tenth of a second in which nothing else is done. They
    refer to nothing that refers to them, so they are let go of without it; what it finds are closed sheets.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before = sys.getswitchinterval(), gc.get_threshold()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._rested)
        self._is_due = False

    def begin(self) -> None:
        """From now on; nothing is looked at before the window has come about."""
        gc.disable()
        sys.setswitchinterval(TURN_SECONDS)
        gc.set_threshold(YOUNG, MIDDLE, NEVER)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state)
        self._rest.start()

    def settle(self) -> None:
        """The window has come about: what is there stays, and is not looked at any more."""
        gc.freeze()
        gc.enable()

    def end(self) -> None:
        """As it was before."""
        interval, thresholds = self._before
        sys.setswitchinterval(interval)
        gc.set_threshold(*thresholds)
        gc.unfreeze()
        gc.enable()
        self._rest.stop()

    @Slot()
    def _rested(self) -> None:
        self._is_due = True
        if QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive:
            self._collect()

    @Slot(Qt.ApplicationState)
    def _on_state(self, state: Qt.ApplicationState) -> None:
        """The window is left for another program: now nobody waits for it."""
        if self._is_due and state is not Qt.ApplicationState.ApplicationActive:
            self._collect()

    def _collect(self) -> None:
        self._is_due = False
        gc.collect()
        self._rest.start()
