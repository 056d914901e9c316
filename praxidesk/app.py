"""The program with a window: composes Qt, look, gateway and main window, and ends them in order."""

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from praxidesk.log_file import default_log_file, log_bug, log_qt_messages, write_log_to
from praxidesk.practice_clock import PracticeClock
from praxidesk.ui.main_window import MainWindow
from praxidesk.worker.access import OpenStore
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import PracticeLoaded

NAME = "PraxiDesk"
HUNG = 3
"""Exit status where the database did not let go in time."""
_NO_PAINT_MS = 2000
_SIGNAL_MS = 300

log = logging.getLogger(__name__)


def application() -> QApplication:
    """The one application of the process, named."""
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else QApplication([NAME.lower()])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setDesktopFileName(NAME.lower())
    return app


def desk_settings(file: Path | None = None) -> QSettings:
    """Where this desk's window remembers itself; a file of its own for pictures and tests."""
    if file is not None:
        return QSettings(str(file), QSettings.Format.IniFormat)
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, NAME, NAME.lower())


class FirstPaint(QObject):
    """Tells once when a window has been painted for the first time, or will not be for now."""

    happened = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_over = False
        window.installEventFilter(self)
        # A window that opens minimised is not painted, and has work to do all the same.
        QTimer.singleShot(_NO_PAINT_MS, self, self._tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint, then for the events that are already there."""
        if not self._is_over and watched is self._window and event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._tell)
        return False

    @Slot()
    def _tell(self) -> None:
        if not self._is_over:
            self._is_over = True
            self._window.removeEventFilter(self)
            self.happened.emit()


class Program(QObject):
    """Gateway and window of one store."""

    def __init__(
        self, open_store: OpenStore, clock: PracticeClock, settings: QSettings, day: date | None = None
    ) -> None:
        super().__init__()
        self._clock = clock
        self.gateway = Gateway(open_store, clock, self)
        # First of all: whoever hears of the practice may ask for the time.
        self.gateway.practice_loaded.connect(self._on_practice_loaded)
        self.window = MainWindow(self.gateway, settings, day)
        self.ended_in_time = True

    def show(self) -> None:
        """Show the window; the store is opened, and its layer imported, after the first paint."""
        painted = FirstPaint(self.window)
        painted.happened.connect(self.gateway.start)
        self.window.show()

    @Slot()
    def end(self) -> None:
        """Finish what changes the calendar, and let go of the store."""
        self.ended_in_time = self.gateway.shutdown()
        if not self.ended_in_time:
            log.error("the store did not let go in time")

    def tell_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a bug and say so in the window; Ctrl+C in the terminal is none."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        log_bug(kind, error, trace)
        # From a timer, because a bug in painting must not paint at once.
        QTimer.singleShot(0, self, self._say_bug)

    @Slot()
    def _say_bug(self) -> None:
        self.window.toast.say_error(
            self.tr(
                "Something in the program went wrong. What was saved is safe; "
                "check your last step. The log tells more."
            )
        )

    @Slot(object)
    def _on_practice_loaded(self, loaded: PracticeLoaded) -> None:
        zone = self.gateway.zone
        if zone is not None and loaded.practice is self.gateway.practice:
            self._clock.learn(zone)


def run(
    open_store: OpenStore,
    clock: PracticeClock,
    *,
    day: date | None = None,
    settings: QSettings | None = None,
    started: Callable[[Program], None] | None = None,
) -> int:
    """Open the window and stay until it is closed; the exit status of the process."""
    app = application()
    handler = write_log_to(default_log_file())
    log_qt_messages()
    program = Program(open_store, clock, settings or desk_settings(), day)
    app.aboutToQuit.connect(program.end)
    hooks = sys.excepthook, threading.excepthook
    sys.excepthook = program.tell_bug
    threading.excepthook = lambda args: log_bug(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    _quit_on_signals(app)
    program.show()
    if started is not None:
        started(program)
    status = app.exec()
    sys.excepthook, threading.excepthook = hooks
    if not program.ended_in_time:
        # Qt would abort while destroying a thread that still runs.
        logging.shutdown()
        os._exit(HUNG)
    program.window.deleteLater()
    if handler is not None:
        logging.getLogger("praxidesk").removeHandler(handler)
        handler.close()
    return status


def _quit_on_signals(app: QApplication) -> None:
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
