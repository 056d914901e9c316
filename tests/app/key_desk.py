"""A desk without a mouse: keys alone, and the focus looked after at each of them."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from praxidesk.engine.vocabulary import EntryId
from tests.app.store_desk import StoreDesk
from tests.ui.hands import CTRL, NONE, Key


class KeyDesk(StoreDesk):
    """After each key the focus is somewhere that can be seen, named, and used."""

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        super().press(key, modifier)
        QApplication.processEvents()
        assert_sensible_focus(self, f"after {modifier} {key}")

    def keys(self, *keys: Qt.Key) -> None:
        for each in keys:
            self.press(each)

    def press_last(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """The key after which there is no window any more."""
        super().press(key, modifier)

    def go_to(self, entry: EntryId) -> None:
        """From tile to tile, until it is selected."""
        for direction in (*[Key.Key_Up] * 8, *[Key.Key_Down] * 16):
            if self.window.parts.views.selected() == entry:
                return
            self.press(direction, CTRL)
        raise AssertionError(f"{entry} is not reached by the arrows")

    def tab_to(self, wanted: QWidget) -> None:
        """By Tab alone, in at most one round."""
        for _ in range(60):
            if QApplication.focusWidget() is wanted:
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"{wanted} is not reached by Tab")

    def command(self, words: str) -> None:
        """By the list of all commands."""
        self.press(Key.Key_K, CTRL)
        self.write(words)
        self.press(Key.Key_Return)


def assert_sensible_focus(desk: StoreDesk, when: str) -> None:
    """The keyboard is on something visible, enabled and named: in the sheet where one is open."""
    focused = QApplication.focusWidget()
    assert focused is not None, f"nothing has the focus {when}"
    assert focused.window() is desk.program.window, f"{focused} is elsewhere {when}"
    assert focused.isVisible(), f"{focused} is hidden {when}"
    assert focused.isEnabled(), f"{focused} is disabled {when}"
    assert not in_sight(focused).isEmpty(), f"{focused} is out of sight {when}"
    sheet = desk.window.conversations.sheet
    if sheet is not None:
        assert focused is sheet or sheet.isAncestorOf(focused), f"{focused} is behind {sheet} {when}"
    assert spoken(focused), f"{focused} has no name {when}"


def in_sight(widget: QWidget) -> QRect:
    """What of it none of those around it cut off, in its own coordinates."""
    rect, around = widget.rect(), widget.parentWidget()
    while around is not None:
        rect &= QRect(widget.mapFrom(around, QPoint(0, 0)), around.size())
        around = around.parentWidget()
    return rect


def spoken(widget: QWidget) -> str:
    """What a screen reader calls it, or reads of it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is None:
        return ""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    return next((text for kind in kinds if (text := interface.text(kind))), "")
