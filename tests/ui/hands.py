"""The hands of somebody at a window, whatever store is behind it."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.booking.booking_sheet import BookingSheet
from praxidesk.ui.calendar.view import CalendarView
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.window.workplace import Workplace

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier

_Sheet = TypeVar("_Sheet", bound=Sheet)


class Hands:
    """Keys and mouse, and what they wait for; nothing sleeps."""

    def __init__(self, qtbot: QtBot, window: Workplace) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def view(self) -> CalendarView:
        return self.window.parts.views.view

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """A key goes to whatever has the focus."""
        self.qtbot.keyClick(self.focused(), key, modifier)

    def write(self, text: str) -> None:
        """Key by key; letters that QTest cannot press as what a keyboard sends for them."""
        for letter in text:
            if letter.isascii():
                self.qtbot.keyClicks(self.focused(), letter)
            else:
                QApplication.sendEvent(self.focused(), QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter))

    def focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def select(self, entry: int) -> None:
        self.window.parts.views.select(EntryId(entry))
        assert self.window.parts.views.selected() == entry

    def sheet(self, kind: type[_Sheet]) -> _Sheet:
        """The open sheet, once it is there and hears keys."""

        def is_there() -> bool:
            open_ = self.window.conversations.sheet
            return isinstance(open_, kind) and not open_.is_resting

        self.qtbot.waitUntil(is_there)
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
        view = self.view
        view.scrollTo(view.currentIndex())
        return view.visualRect(view.currentIndex()).center()

    def drag(self, start: QPoint, end: QPoint) -> None:
        """With the left button, in the view's viewport, in a few steps."""
        port = self.view.viewport()
        self.qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
        for part in (4, 2, 1):
            self.qtbot.mouseMove(port, start + (end - start) / part)
        self.qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
