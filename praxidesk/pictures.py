"""Pictures of the real window, drawn into memory: for ``snapshot``, and for ``demo`` without a screen."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from praxidesk.app import Program, application, desk_settings
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.server_probe import ServerTrouble
from praxidesk.practice_clock import PracticeClock
from praxidesk.ui.calendar.grid.canvas import GridCanvas
from praxidesk.ui.settings import ThemeMode
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.whole_file import save_whole
from praxidesk.ui.wording.language import Language
from praxidesk.wall import Wall
from praxidesk.worker.access import OpenStore
from praxidesk.worker.gateway import Gateway

SMALLEST, LARGEST = (800, 560), (7680, 4320)
_PATIENCE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Picture:
    """One view of one day, and where its picture goes."""

    view: ViewKind
    day: date
    file: Path
    width: int = 1600
    height: int = 1000
    theme: ThemeMode = ThemeMode.LIGHT
    language: Language = Language.GERMAN
    actors: tuple[str, ...] | None = None
    """Codes; ``None`` for those the view shows at first."""


@dataclass(frozen=True, slots=True)
class BoardPicture:
    """The OP plan for the wall on one day, always dark, and where its picture goes."""

    day: date
    file: Path
    width: int = 1600
    height: int = 1000
    language: Language = Language.GERMAN
    rooms: tuple[str, ...] = ()
    """Codes; empty for all."""


class PictureFailed(Exception):
    """No picture came of it; the message says why."""


class StoreFailed(PictureFailed):
    """The store did not answer."""

    def __init__(self, fault: StoreFault, detail: str, trouble: ServerTrouble | None = None) -> None:
        super().__init__(f"{fault.value}: {detail}")
        self.fault = fault
        self.detail = detail
        self.trouble = trouble


def take_pictures(open_store: OpenStore, clock: PracticeClock, pictures: Iterable[Picture]) -> None:
    """Draw each picture through the real gateway, with all its data, and save it.

    :raises PictureFailed: at the first that cannot be drawn or saved
    """
    app = application()
    # What goes wrong is the command's to say, once.
    logging.getLogger("praxidesk").addHandler(logging.NullHandler())
    with TemporaryDirectory(prefix="praxidesk-") as folder:
        settings = desk_settings(Path(folder) / "desk.json")
        program = Program(open_store, clock, settings)
        try:
            program.show()
            for picture in pictures:
                _take(app, program, picture)
        finally:
            program.window.close()
            program.end()
            program.window.deleteLater()
            QApplication.sendPostedEvents(program.window)
            settings.sync()  # what it still holds it would write later, and make the folder again


def take_board_picture(open_store: OpenStore, clock: PracticeClock, picture: BoardPicture) -> None:
    """Draw the board through a gateway, with all its data, and save it.

    :raises PictureFailed: where it cannot be drawn or saved
    """
    app = application()
    logging.getLogger("praxidesk").addHandler(logging.NullHandler())
    wall = Wall(open_store, clock, picture.language, picture.rooms, picture.day)
    board, gateway = wall.board, wall.gateway
    try:
        board.resize(picture.width, picture.height)
        board.show()
        _wait(app, gateway, lambda: gateway.practice is not None and not gateway.is_asked)
        if board.unknown_room:
            raise PictureFailed(f"--actors: the practice has no operating room {board.unknown_room!r}")
        app.processEvents()
        _save(board, picture.file)
    finally:
        board.close()
        wall.end()
        board.deleteLater()
        QApplication.sendPostedEvents(board)


def _take(app: QApplication, program: Program, picture: Picture) -> None:
    # Before the first picture makes the workplace: what was coloured but never shown keeps its colours.
    program.window.appearance.set_mode(picture.theme)
    program.window.appearance.speak(picture.language)
    workplace, gateway = program.workplace, program.gateway
    program.window.resize(picture.width, picture.height)
    workplace.go_to(Shown(picture.view, picture.day))
    views, holding = workplace.parts.views, workplace.placing.holding
    _wait(app, gateway, lambda: gateway.practice is not None and not gateway.is_asked and views.is_ready)
    if picture.actors is not None and gateway.practice is not None:
        unknown = [code for code in picture.actors if code not in gateway.practice.actor_ids]
        if unknown:
            raise PictureFailed(f"--actors: the practice has no {unknown[0]!r}")
        workplace.choose_actors(picture.actors)
    _wait(app, gateway, lambda: holding.is_known and not gateway.is_asked and views.is_ready)
    app.processEvents()
    _save(program.window, picture.file)


def _save(window: QWidget, file: Path) -> None:
    grids = [each for each in window.findChildren(GridCanvas) if each.isVisible()]
    window.grab()
    while not all(each.is_worded for each in grids):
        window.grab()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not window.grab().save(buffer, "PNG"):
        raise PictureFailed("no picture came of it")
    buffer.close()
    try:
        save_whole(file, bytes(content.data()))
    except OSError as error:
        raise PictureFailed(f"--out: {file} cannot be written: {error.strerror or error}") from error


def _wait(app: QApplication, gateway: Gateway, is_done: Callable[[], bool]) -> None:
    """Let events happen until something is true, or the store says that it will not be."""
    waker = QTimer()
    waker.setInterval(50)
    waker.start()
    until = monotonic() + _PATIENCE_SECONDS
    app.processEvents()
    while not is_done():
        state = gateway.state
        if state.fault is not None:
            raise StoreFailed(state.fault, state.detail, state.trouble)
        if monotonic() > until:
            raise PictureFailed("the store did not answer in time")
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
