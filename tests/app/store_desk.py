"""The real program on a real store, and the hands of somebody at its window."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from praxidesk.app import Program, desk_settings
from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import HOUR, Span
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.engine.walltime import Zone
from praxidesk.models import queries
from praxidesk.models.store import Store
from praxidesk.practice_clock import PracticeClock
from praxidesk.ui.settings import DeskSettings, ThemeMode
from praxidesk.ui.wording.language import Language
from praxidesk.worker.access import OpenStore
from praxidesk.worker.opening import store_at
from tests.small_practice import put_into
from tests.ui.hands import Hands, Key

ZONE = Zone("Europe/Berlin")
MONDAY = date(2026, 11, 23)


def at(clock: str, day: date = MONDAY) -> int:
    """An instant of the practice's wall time."""
    hours, minutes = time.fromisoformat(clock).hour, time.fromisoformat(clock).minute
    return ZONE.at(day, hours * 60 + minutes)


Desk = TypeVar("Desk", bound="StoreDesk")


class StoreDesk(Hands):
    """What it says of entries is read from the store itself, beside the program."""

    def __init__(self, qtbot: QtBot, program: Program, store: Store) -> None:
        self.program = program
        self.store = store
        super().__init__(qtbot, program.workplace)

    def stored(self) -> dict[EntryId, Entry]:
        """Every entry of the weeks around, as committed."""
        start = at("00:00")
        with self.store.read() as connection:
            found = queries.entries(connection, Span(start - 7 * 24 * HOUR, start + 60 * 24 * HOUR))
        return {each.id: each for each in found}

    def entry(self, entry: int) -> Entry:
        """As committed."""
        return self.stored()[EntryId(entry)]

    def shown(self, entry: int) -> Entry | None:
        """As the window knows it."""
        return self.window.feed.entry(EntryId(entry))

    def saved(self, entry: int, version: int, status: Status | None = None) -> Entry:
        """The entry once this version of it is on the screen, which is what is stored."""
        self.qtbot.waitUntil(lambda: getattr(self.shown(entry), "version", 0) == version)
        committed = self.entry(entry)
        assert self.shown(entry) == committed
        assert status is None or committed.status is status
        return committed

    def booked(self, before: set[EntryId]) -> Entry:
        """The one entry that is new; selected, where its day is on the screen."""
        self.no_sheet()
        self.qtbot.waitUntil(lambda: len(self.stored()) == len(before) + 1)
        (new,) = set(self.stored()) - before
        entry = self.entry(new)
        if ZONE.day_of(entry.starts_at) == self.window.shown.day:
            self.qtbot.waitUntil(lambda: self.window.parts.views.selected() == new)
        return entry

    def book_by_line(self, text: str) -> Entry:
        """Typed, looked at, and Enter."""
        before = set(self.stored())
        self.press(Key.Key_N)
        sheet = self.booking()
        assert sheet.is_by_line
        self.write(text)
        self.qtbot.waitUntil(lambda: bool(sheet.proposals.lines()) and sheet.talk.is_settled())
        self.press(Key.Key_Return)
        return self.booked(before)


@contextmanager
def store_desk(
    qtbot: QtBot,
    url: str,
    folder: Path,
    hands: type[Desk],
    *,
    open_store: OpenStore | None = None,
) -> Iterator[Desk]:
    """The program in German on a store with the small practice, at nine on a Monday, its view with the keys.

    :param open_store: what stands between the program and the store
    """
    store = Store.open(url)
    put_into(store)
    settings = desk_settings(folder / "desk.json")
    remembered = DeskSettings(settings)
    remembered.language, remembered.theme = Language.GERMAN, ThemeMode.LIGHT
    program = Program(open_store or store_at(url), PracticeClock(datetime(2026, 11, 23, 9, 0)), settings)
    qtbot.addWidget(program.window)
    program.window.resize(1600, 1000)
    try:
        with qtbot.waitSignal(program.gateway.load_finished):
            program.show()
        program.window.activateWindow()
        desk = hands(qtbot, program, store)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.view)
        yield desk
    finally:
        program.end()
        store.close()
