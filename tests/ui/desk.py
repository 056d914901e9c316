"""A window on the fake gateway, and the hands of somebody at the desk."""

from typing import TypeVar, cast

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.appearance import Appearance
from praxidesk.ui.booking.booking_sheet import BookingSheet
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.workplace import Workplace
from praxidesk.worker.gateway import Gateway
from tests.ui.fake_gateway import FakeGateway

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier

_Sheet = TypeVar("_Sheet", bound=Sheet)


class Desk:
    def __init__(self, qtbot: QtBot, gateway: FakeGateway, settings: QSettings) -> None:
        self.qtbot = qtbot
        self.gateway = gateway
        remembered = DeskSettings(settings)
        appearance = Appearance(cast(QApplication, QApplication.instance()), remembered)
        self.window = Workplace(cast(Gateway, gateway), appearance, remembered)
        appearance.setParent(self.window)
        qtbot.addWidget(self.window)
        self.window.resize(1600, 1000)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        with qtbot.waitSignal(gateway.load_finished):
            gateway.start()
        self.view.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is self.view)

    @property
    def view(self) -> QWidget:
        return self.window.parts.views.view

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """A key goes to whatever has the focus."""
        self.qtbot.keyClick(self.focused(), key, modifier)

    def write(self, text: str) -> None:
        self.qtbot.keyClicks(self.focused(), text)

    def focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def select(self, entry: int) -> None:
        self.window.parts.views.select(EntryId(entry))
        assert self.window.parts.views.selected() == entry

    def entry(self, entry: int) -> Entry:
        """As it is stored."""
        return self.gateway.store.entries[EntryId(entry)]

    def sheet(self, kind: type[_Sheet]) -> _Sheet:
        """The open sheet, once it is there."""
        self.qtbot.waitUntil(lambda: isinstance(self.window.conversations.sheet, kind))
        found = self.window.conversations.sheet
        assert isinstance(found, kind)
        return found

    def no_sheet(self) -> None:
        self.qtbot.waitUntil(lambda: self.window.conversations.sheet is None)

    def booking(self) -> BookingSheet:
        return self.sheet(BookingSheet)

    def settled(self) -> BookingSheet:
        """The booking sheet, once everything it asked has been answered."""
        sheet = self.booking()
        state = lambda: sheet.session.state  # noqa: E731 - the newest each time
        self.qtbot.waitUntil(lambda: not (state().checking or state().searching))
        return sheet

    def toast(self) -> str:
        """The words at the bottom, once there are any."""
        self.qtbot.waitUntil(self.window.toast.isVisible)
        return self.window.toast.label.words()

    def tile(self, entry: int) -> QPoint:
        """The middle of an entry's tile in the view's viewport."""
        self.select(entry)
        view = self.window.parts.views.view
        view.scrollTo(view.currentIndex())
        return view.visualRect(view.currentIndex()).center()
