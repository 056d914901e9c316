"""What a lock takes out of sight besides the window itself: other windows, and what was copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from praxidesk.ui.board.board_window import BoardWindow


def close_others(window: QWidget) -> None:
    """Close dialogs, menus and tips of the program; the plan on the wall shows no names, and stays."""
    popup = QApplication.activePopupWidget()
    while popup is not None and popup.close():
        popup = QApplication.activePopupWidget()
    has_the_keys = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
    for other in QApplication.topLevelWidgets():
        if other is window or not other.isVisible() or isinstance(other, BoardWindow):
            continue
        if isinstance(other, QDialog):
            other.reject()
        else:
            other.hide()
    if has_the_keys and not window.isActiveWindow():
        window.activateWindow()


def forget_copied() -> None:
    """Empty the clipboard, if what is in it was copied here."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(clipboard.Mode.Selection)
