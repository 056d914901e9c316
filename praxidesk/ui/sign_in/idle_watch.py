"""Notices that nobody is at the window: no input for a while, a computer that slept, a clock that jumped."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

LOOK_MS = 5_000
JUMP_SECONDS = 30
"""By so much the wall clock may part from the steady one between two looks, and a look may be late."""

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    }
)

Clock = Callable[[], float]


class IdleWatch(QObject):
    """Silent until it is started. By the wall clock: the steady one stands still while a computer sleeps."""

    left_alone = Signal()

    def __init__(
        self,
        window: QWidget,
        seconds: Callable[[], int],
        wall: Clock = time.time,
        steady: Clock = time.monotonic,
    ) -> None:
        """``seconds`` says how long without input is too long."""
        super().__init__(window)
        self._window = window
        self._seconds = seconds
        self._wall = wall
        self._steady = steady
        self._handle: QWindow | None = None
        self._used = self._seen = self._seen_steady = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_on(self) -> bool:
        """Whether it watches."""
        return self._timer.isActive()

    def start(self) -> None:
        """Somebody is there now."""
        self._begin_anew()
        self._hear()
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Is somebody still there? Called every few seconds, and with each input."""
        if not self.is_on:
            return
        self._hear()
        wall, steady = self._wall(), self._steady()
        passed = wall - self._seen
        has_jumped = abs(passed - (steady - self._seen_steady)) > JUMP_SECONDS
        was_away = passed > LOOK_MS / 1000 + JUMP_SECONDS
        self._seen, self._seen_steady = wall, steady
        if has_jumped or was_away or wall - self._used >= self._seconds():
            self._begin_anew()
            self.left_alone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's)
        """Input to the window; what wakes a computer that slept is meant for nobody."""
        if event.type() not in _INPUT or not self.is_on:
            return False
        before = self._used
        self.look()
        is_late = self._used != before
        self._used = self._wall()
        return is_late

    def _begin_anew(self) -> None:
        self._used = self._seen = self._wall()
        self._seen_steady = self._steady()

    def _hear(self) -> None:
        """All input comes to the window of the system first; it is made when it is shown."""
        handle = self._window.window().windowHandle()
        if handle is not self._handle:
            self._handle = handle
            if handle is not None:
                handle.installEventFilter(self)
