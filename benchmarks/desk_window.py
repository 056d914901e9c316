"""The program's own window on a store, driven by the keys and the mouse of a test: what its figures use."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from benchmarks.paint_watch import PaintWatch
from praxidesk.app import Program, application, desk_settings
from praxidesk.practice_clock import PracticeClock
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.worker.opening import store_at

WIDTH, HEIGHT = 1920, 1080
_PATIENCE_S = 60.0
_REST_MS = 500
"""Longer than what is done beforehand waits and takes."""


class Taken(NamedTuple):
    """How long something took, and how much of it this thread worked: on a busy machine it waits besides."""

    ms: float
    worked_ms: float


class Clock:
    """Runs from when it is made."""

    def __init__(self) -> None:
        self._at, self._worked = time.perf_counter(), time.thread_time()

    def taken(self) -> Taken:
        """Until now."""
        at, worked = time.perf_counter() - self._at, time.thread_time() - self._worked
        return Taken(at * 1_000, worked * 1_000)


@dataclass(frozen=True)
class DeskWindow:
    """A window that is open, and its program."""

    app: QApplication
    program: Program

    def go_to(self, view: ViewKind, day: date) -> None:
        """Show a view of a day with everybody in it, and wait until all of it is there."""
        workplace = self.program.workplace
        workplace.go_to(Shown(view, day))
        self.settle()

    def loaded(self) -> None:
        """Wait until the store has answered what was asked, and all of it is painted."""
        gateway = self.program.gateway
        self.wait(lambda: gateway.practice is not None and not gateway.is_asked)
        self.app.processEvents()

    def filled(self) -> None:
        """Wait until all that the view shows is there and painted; what is told beside it may come later."""
        parts, feed = self.program.workplace.parts, self.program.workplace.feed
        self.wait(lambda: feed.is_complete and parts.views.is_ready)
        self.app.processEvents()

    def settle(self) -> None:
        """The same, and what the gateway fetches beforehand."""
        self.loaded()
        until = QDeadlineTimer(_REST_MS)
        self.wait(until.hasExpired)

    def wait(self, is_done: Callable[[], bool]) -> None:
        """Let events happen until something is true."""
        until = time.monotonic() + _PATIENCE_S
        # Sleeps between events, as a running program does: spinning would hold up the store's thread.
        waker = QTimer()
        waker.start(5)
        while not is_done():
            if time.monotonic() > until:
                raise TimeoutError("the window did not come so far")
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def rest(self, seconds: float) -> None:
        """Let events happen for so long as a running program does, which also deletes what was closed."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1_000), loop.quit)
        loop.exec()

    def painted(self, act: Callable[[], object]) -> Taken:
        """From an act until the view has been painted for it."""
        viewport = self.program.workplace.parts.views.view.viewport()
        watch = PaintWatch(viewport)
        clock = Clock()
        act()
        while watch.region.isEmpty() and clock.taken().ms < _PATIENCE_S * 1_000:
            self.app.processEvents()
        taken = clock.taken()
        if watch.stop().isEmpty():
            raise TimeoutError("nothing was painted")
        return taken


class Pulse(QObject):
    """A timer of 5 ms whose worst lateness is the longest pause of the thread it runs in."""

    STEP_MS = 5

    def __init__(self) -> None:
        super().__init__()
        self.worst_ms = self.worst_worked_ms = 0.0
        self._clock = Clock()
        self._timer = QTimer(self)
        self._timer.setInterval(self.STEP_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    @Slot()
    def _beat(self) -> None:
        taken = self._clock.taken()
        self.worst_ms = max(self.worst_ms, taken.ms - self.STEP_MS)
        self.worst_worked_ms = max(self.worst_worked_ms, taken.worked_ms)
        self._clock = Clock()


@contextmanager
def open_window(store: str, now: datetime, view: ViewKind = ViewKind.DAY) -> Iterator[DeskWindow]:
    """The window on a store, as large as most screens are, from when all that its view shows is painted."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        settings = desk_settings(Path(folder, "desk.json"))
        DeskSettings(settings).view = view
        program = Program(store_at(store), PracticeClock(now), settings)
        program.window.resize(WIDTH, HEIGHT)
        window = DeskWindow(app, program)
        try:
            program.show()
            window.wait(lambda: program.gateway.practice is not None)
            # On a screen without a window manager nobody else makes it the one that keys go to.
            program.window.activateWindow()
            window.wait(program.window.isActiveWindow)
            window.filled()
            yield window
        finally:
            program.window.close()
            program.end()
            program.window.deleteLater()
            QApplication.sendPostedEvents(program.window)
            settings.sync()
