"""The board on a wall as a program of its own: one store, one full screen, no desk."""

import logging
import os
import sys
import threading
from collections.abc import Sequence
from datetime import date
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QGuiApplication, QScreen

from praxidesk.app import HUNG, Logbook, application
from praxidesk.log_file import log_bug
from praxidesk.practice_clock import PracticeClock
from praxidesk.stop_signals import quit_on_signals
from praxidesk.ui.board.board_window import BoardWindow
from praxidesk.ui.look.icons import app_icon
from praxidesk.ui.wording.language import Language, speak
from praxidesk.worker.access import OpenStore
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import PracticeLoaded

log = logging.getLogger(__name__)


class Wall(QObject):
    """A board with its own gateway; the store is opened at once."""

    def __init__(
        self,
        open_store: OpenStore,
        clock: PracticeClock,
        language: Language,
        rooms: Sequence[str] = (),
        day: date | None = None,
    ) -> None:
        super().__init__()
        self._clock = clock
        speak(application(), language)
        self.gateway = Gateway(open_store, clock, self)
        # First of all: the board asks for the time as soon as it hears of the practice.
        self.gateway.practice_loaded.connect(self._on_practice_loaded)
        self.board = BoardWindow(self.gateway, rooms, day)
        self.board.setWindowIcon(app_icon())
        self.ended_in_time = True
        self.gateway.start()

    @Slot()
    def end(self) -> None:
        """Let go of the store."""
        self.ended_in_time = self.gateway.shutdown() and self.ended_in_time
        if not self.ended_in_time:
            log.error("the store did not let go in time")

    def tell_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a bug; the board goes on. Ctrl+C in the terminal is none."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        log_bug(error.with_traceback(trace))

    @Slot(object)
    def _on_practice_loaded(self, message: PracticeLoaded) -> None:  # noqa: ARG002 - the signal's
        zone = self.gateway.zone
        if zone is not None:
            self._clock.learn(zone)


def hang(wall: Wall, screen: QScreen | None = None) -> int:
    """Show the board full screen until it is closed; the exit status of the process."""
    app = application()
    logbook = Logbook()
    logbook.open()
    app.aboutToQuit.connect(wall.end)
    wall.board.closed.connect(app.quit)
    hooks = sys.excepthook, threading.excepthook
    sys.excepthook = wall.tell_bug
    threading.excepthook = lambda args: log_bug(args.exc_value or args.exc_type())
    quit_on_signals(app)
    if screen is not None:
        wall.board.setScreen(screen)
        wall.board.setGeometry(screen.geometry())
    wall.board.showFullScreen()
    status = app.exec()
    sys.excepthook, threading.excepthook = hooks
    if not wall.ended_in_time:
        # Qt would abort while destroying a thread that still runs.
        logging.shutdown()
        os._exit(HUNG)
    wall.board.deleteLater()
    logbook.close()
    return status


def screens() -> list[QScreen]:
    """Where a board can hang, in the order of the system."""
    application()
    return QGuiApplication.screens()
