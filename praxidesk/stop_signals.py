"""Ctrl+C and the end of the session, heard by a program that mostly waits inside Qt."""

import signal
from types import FrameType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

_SIGNAL_MS = 300


def quit_on_signals(app: QApplication) -> None:
    """Ctrl+C and the end of the session close the window in order."""

    def on_signal(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - Python's
        app.quit()

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, on_signal)
    # Python hears a signal only while Python runs, and Qt's loop is none.
    listener = QTimer(app)
    listener.setInterval(_SIGNAL_MS)
    listener.timeout.connect(_listen)
    listener.start()


def _listen() -> None:
    """Nothing: that Python runs at all is what is wanted."""
