"""Pictures of the real window, drawn into memory: for ``snapshot``, and for ``demo`` without a screen."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from praxidesk.app import Program, application, desk_settings
from praxidesk.engine.outcomes import StoreFault
from praxidesk.practice_clock import PracticeClock
from praxidesk.ui.language import Language
from praxidesk.ui.settings import ThemeMode
from praxidesk.ui.shown import Shown
from praxidesk.ui.view_kind import ViewKind
from praxidesk.worker.access import OpenStore

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


class PictureFailed(Exception):
    """No picture came of it; the message says why."""


class StoreFailed(PictureFailed):
    """The store did not answer."""

    def __init__(self, fault: StoreFault, detail: str) -> None:
        super().__init__(f"{fault.value}: {detail}")
        self.fault = fault
        self.detail = detail


def take_pictures(open_store: OpenStore, clock: PracticeClock, pictures: Iterable[Picture]) -> None:
    """Draw each picture through the real gateway, with all its data, and save it.

    :raises PictureFailed: at the first that cannot be drawn or saved
    """
    app = application()
    # What goes wrong is the command's to say, once.
    logging.getLogger("praxidesk").addHandler(logging.NullHandler())
    with TemporaryDirectory(prefix="praxidesk-") as folder:
        settings = desk_settings(Path(folder) / "desk.ini")
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


def _take(app: QApplication, program: Program, picture: Picture) -> None:
    # Before the first picture makes the workplace: what was coloured but never shown keeps its colours.
    program.window.appearance.set_mode(picture.theme)
    program.window.appearance.speak(picture.language)
    workplace, gateway = program.workplace, program.gateway
    program.window.resize(picture.width, picture.height)
    workplace.go_to(Shown(picture.view, picture.day))
    _wait(app, program, lambda: gateway.practice is not None and not gateway.is_asked)
    if picture.actors is not None and gateway.practice is not None:
        unknown = [code for code in picture.actors if code not in gateway.practice.actor_ids]
        if unknown:
            raise PictureFailed(f"--actors: the practice has no {unknown[0]!r}")
        workplace.choose_actors(picture.actors)
        _wait(app, program, lambda: not gateway.is_asked)
    app.processEvents()
    if not program.window.grab().save(str(picture.file)):
        raise PictureFailed(f"--out: {picture.file} cannot be written")


def _wait(app: QApplication, program: Program, is_done: Callable[[], bool]) -> None:
    """Let events happen until something is true, or the store says that it will not be."""
    waker = QTimer()
    waker.setInterval(50)
    waker.start()
    until = monotonic() + _PATIENCE_SECONDS
    app.processEvents()
    while not is_done():
        state = program.gateway.state
        if state.fault is not None:
            raise StoreFailed(state.fault, state.detail)
        if monotonic() > until:
            raise PictureFailed("the store did not answer in time")
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
