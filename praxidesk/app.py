"""The program with a window: composes Qt, look, gateway and main window, and ends them in order.

The window is painted first. What the first paint does not need is imported after it.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from praxidesk.stop_signals import quit_on_signals
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from datetime import date

    from praxidesk.practice_clock import PracticeClock
    from praxidesk.ui.board.board_window import BoardWindow
    from praxidesk.ui.first_run.turn import StoreTurn
    from praxidesk.ui.interpreter import Interpreter
    from praxidesk.ui.sign_in.resting import Resting
    from praxidesk.ui.window.workplace import Workplace
    from praxidesk.worker.access import OpenStore
    from praxidesk.worker.gateway import Gateway
    from praxidesk.worker.messages import PracticeLoaded

NAME = "PraxiDesk"
HUNG = 3
"""Exit status where the database did not let go in time."""
BROKEN = 4
"""Exit status where a bug left the window empty."""
_NO_PAINT_MS = 2000
_REST_MS = 2000
"""After the practice is there: by then its first weeks are shown, and nobody waits for anything."""

log = logging.getLogger(__name__)


def application() -> QApplication:
    """The one application of the process, named."""
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else QApplication([NAME.lower()])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setDesktopFileName(NAME.lower())
    return app


def desk_settings(file: Path | None = None) -> SettingsFile:
    """Where this desk's window remembers itself; a file of its own for pictures and tests."""
    if file is None:
        usual = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, NAME, NAME.lower())
        file = Path(usual.fileName()).with_suffix(".json")
    return SettingsFile(file)


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


class Logbook(QObject):
    """The log in the user's folder, from the first paint on; bugs before it are told to the terminal."""

    _handler: logging.Handler | None = None

    @Slot()
    def open(self) -> None:
        """Begin to log to the file, what Qt says too."""
        from praxidesk.log_file import (  # noqa: PLC0415 - not before the first paint
            default_log_file,
            log_qt_messages,
            write_log_to,
        )

        self._handler = write_log_to(default_log_file())
        log_qt_messages()

    def close(self) -> None:
        """Let go of the file."""
        if self._handler is not None:
            logging.getLogger("praxidesk").removeHandler(self._handler)
            self._handler.close()


class Program(QObject):
    """Window and gateway of one store at a time."""

    def __init__(
        self, open_store: OpenStore, clock: PracticeClock, settings: SettingsFile, day: date | None = None
    ) -> None:
        super().__init__()
        self._own: tuple[OpenStore, PracticeClock, date | None] = (open_store, clock, day)
        self._open_store = open_store
        self._clock = clock
        self._day = day
        self._gateway: Gateway | None = None
        self._workplace: Workplace | None = None
        self._resting: Resting | None = None
        self._leaving: list[Gateway] = []
        """Of stores that the window has turned away from; each ends by itself."""
        self._drops_demo = False
        self.board: BoardWindow | None = None
        """The one on the wall, while it hangs there."""
        self._board_gateway: Gateway | None = None
        self._interpreter: Interpreter | None = None
        self._is_fetched = False
        self.window = MainWindow(settings)
        self.painted = FirstPaint(self.window)
        self.ended_in_time = True

    @property
    def gateway(self) -> Gateway:
        """The way to the store; made when it is first asked for."""
        if self._gateway is None:
            from praxidesk.worker.gateway import Gateway  # noqa: PLC0415 - not before the first paint
            from praxidesk.worker.opening import StoreAt  # noqa: PLC0415 - as above

            if isinstance(self._open_store, StoreAt):
                place = self._open_store
                place.last_login = self.window.settings.last_login(place.premises.at)
            self._gateway = Gateway(self._open_store, self._clock, self.window)
            # First of all: whoever hears of the practice may ask for the time.
            self._gateway.practice_loaded.connect(self._on_practice_loaded)
        return self._gateway

    @property
    def workplace(self) -> Workplace:
        """What is in the window; put there when it is first asked for."""
        if self._workplace is None:
            from praxidesk.ui.look.icons import app_icon  # noqa: PLC0415 - as above
            from praxidesk.ui.window.workplace import Workplace  # noqa: PLC0415
            from praxidesk.worker.opening import StoreAt  # noqa: PLC0415

            window, place = self.window, self._open_store
            premises = place.premises if isinstance(place, StoreAt) else None
            self._workplace = Workplace(self.gateway, window.appearance, window.settings, self._day, premises)
            self._workplace.store_wanted.connect(self.turn, Qt.ConnectionType.QueuedConnection)
            self._workplace.other_person.connect(self._on_other_person, Qt.ConnectionType.QueuedConnection)
            self._workplace.board_wanted.connect(self.show_board)
            window.setCentralWidget(self._workplace)
            window.setWindowIcon(app_icon())
        return self._workplace

    @Slot(object)
    def turn(self, turn: StoreTurn) -> None:
        """Let go of the present store, and work on another one."""
        if self.board is not None:
            self.board.close()
        self._leave(drops_demo=turn.drops_demo)
        if turn.is_own and turn.place is not None:
            self._own = turn.place, self._own[1], self._own[2]
        self._open_store, self._clock, self._day = self._own
        if turn.place is not None:
            from praxidesk.practice_clock import PracticeClock  # noqa: PLC0415 - not before the first paint

            self._open_store, self._day = turn.place, turn.day
            if turn.begins_at is not None:
                self._clock = PracticeClock(turn.begins_at, runs=True)
        self.workplace.show()
        self.workplace.setFocus()
        self.gateway.start()

    @Slot()
    def _on_other_person(self) -> None:
        """Nothing that the window has read is theirs: it begins anew, on the store as they see it.

        What the one before has left unsaved rests out of sight until they come back.
        """
        from praxidesk.ui.sign_in.resting import Resting  # noqa: PLC0415 - as above

        if self.board is not None:
            self.board.close()
        self._resting = self._resting or Resting()
        login = self.gateway.person.login
        if self._resting.keeps(self.window, self.workplace, self.gateway):
            self._gateway = self._workplace = None
        else:
            self._leave(drops_demo=False)
        self._workplace, self._gateway = self._resting.back(self.window, login)
        self.gateway.start()
        self.workplace.show()
        self.workplace.setFocus()

    @Slot()
    def show_board(self) -> None:
        """Show the OP plan for the wall, full screen.

        It asks through a gateway of its own: what the desk looks at is another day, and never its business.
        """
        if self.board is None:
            from praxidesk.ui.board.board_window import BoardWindow  # noqa: PLC0415 - as above
            from praxidesk.worker.gateway import Gateway  # noqa: PLC0415

            self._board_gateway = Gateway(self._open_store, self._clock, self.window)
            self.board = BoardWindow(self._board_gateway)
            self.board.setWindowIcon(self.window.windowIcon())
            self.board.setScreen(self.window.screen())
            self.board.closed.connect(self._on_board_closed)
            self._board_gateway.start()
        self.board.showFullScreen()
        self.board.activateWindow()

    @Slot()
    def _on_board_closed(self) -> None:
        board, self.board = self.board, None
        gateway, self._board_gateway = self._board_gateway, None
        if board is not None:
            board.deleteLater()
        if gateway is not None:
            self._dismiss(gateway)

    def _leave(self, *, drops_demo: bool) -> None:
        gateway, self._gateway, self._workplace = self._gateway, None, None
        if gateway is not None:
            self._drops_demo = drops_demo
            gateway.practice_loaded.disconnect(self._on_practice_loaded)
            self._dismiss(gateway)

    def _dismiss(self, gateway: Gateway) -> None:
        gateway.left.connect(self._on_left)
        self._leaving.append(gateway)
        gateway.leave()

    @Slot()
    def _on_left(self) -> None:
        gateway = self.sender()
        self._leaving = [each for each in self._leaving if each is not gateway]
        if gateway is not None:
            gateway.deleteLater()
        if self._drops_demo and not self._leaving:
            from praxidesk.worker.questions.demo import DropDemo  # noqa: PLC0415 - as above

            self._drops_demo = False
            self.gateway.ask(DropDemo())

    def show(self) -> None:
        """Show the window; it is furnished, and the store opened, after the first paint."""
        self.painted.happened.connect(self._on_painted)
        self.window.show()

    @Slot()
    def end(self) -> None:
        """Finish what changes the calendar, and let go of the store."""
        if self.board is not None:
            self.board.close()
        if self._interpreter is not None:
            self._interpreter.end()
        resting = self._resting.gateways if self._resting is not None else []
        own = [self._gateway] if self._gateway is not None else []
        for each in (*self._leaving, *resting, *own):
            self.ended_in_time = each.shutdown() and self.ended_in_time
        if not self.ended_in_time:
            log.error("the store did not let go in time")
        self.window.settings.sync()

    def tell_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a bug and say so in the window; Ctrl+C in the terminal is none."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        _log_bug(error.with_traceback(trace))
        # From a timer, because a bug in painting must not paint at once.
        QTimer.singleShot(0, self, self._say_bug)

    @Slot()
    def _on_painted(self) -> None:
        from praxidesk.ui.interpreter import Interpreter  # noqa: PLC0415 - not before the first paint

        self._interpreter = Interpreter(self)
        self._interpreter.begin()
        # The store is opened and read while the window is furnished.
        self.gateway.start()
        self.gateway.expect(self._weeks_expected())
        self.workplace.show()

    def _weeks_expected(self) -> tuple[date, ...]:
        from datetime import UTC, datetime  # noqa: PLC0415 - not before the first paint

        from praxidesk.ui.shown.shown import Shown, weeks_of  # noqa: PLC0415

        today = datetime.fromtimestamp(self._clock(), UTC).date()
        return weeks_of(Shown(self.window.settings.view, self._day or today))

    @Slot()
    def _say_bug(self) -> None:
        if self._workplace is None:
            # There is nothing to say it in, and nothing to work with.
            QCoreApplication.exit(BROKEN)
            return
        self._workplace.toast.say_error(
            self.tr(
                "Something in the program went wrong. What was saved is safe; "
                "check your last step. The log tells more."
            )
        )

    @Slot()
    def _fetch(self) -> None:
        """What can be opened is imported meanwhile, so that no first opening waits for it."""
        if self._interpreter is not None:
            self._interpreter.settle()
        from praxidesk.ui import openings  # noqa: PLC0415 - not before the first paint

        threading.Thread(target=openings.fetch, name="openings", daemon=True).start()

    @Slot(object)
    def _on_practice_loaded(self, loaded: PracticeLoaded) -> None:
        if not self._is_fetched:
            self._is_fetched = True
            QTimer.singleShot(_REST_MS, self, self._fetch)
        zone = self.gateway.zone
        if zone is not None and loaded.practice is self.gateway.practice:
            self._clock.learn(zone)


def run(
    open_store: OpenStore,
    clock: PracticeClock,
    *,
    day: date | None = None,
    settings: SettingsFile | None = None,
    started: Callable[[Program], None] | None = None,
) -> int:
    """Open the window and stay until it is closed; the exit status of the process."""
    app = application()
    program = Program(open_store, clock, settings or desk_settings(), day)
    logbook = Logbook()
    program.painted.happened.connect(logbook.open)
    app.aboutToQuit.connect(program.end)
    hooks = sys.excepthook, threading.excepthook
    sys.excepthook = program.tell_bug
    threading.excepthook = lambda args: _log_bug(args.exc_value or args.exc_type())
    quit_on_signals(app)
    program.window.fit_screen()
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
    logbook.close()
    return status


def _log_bug(error: BaseException) -> None:
    from praxidesk.log_file import log_bug  # noqa: PLC0415 - not before the first paint

    log_bug(error)
