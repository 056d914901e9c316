"""The list of types, with combinations behind them, which open a dialog of their own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox


class ServiceChoice(QComboBox):
    """Arrow keys and the wheel stay among the types: a combination is chosen in the open list or typed."""

    def __init__(self) -> None:
        super().__init__()
        self.types = 0
        """How many of the first items are types."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Not beyond the last type while the list is closed."""
        down = {Qt.Key.Key_Down, Qt.Key.Key_PageDown}
        is_step = event.key() in down and not event.modifiers() & Qt.KeyboardModifier.AltModifier
        leaves = (is_step and self.currentIndex() + 1 >= self.types) or event.key() == Qt.Key.Key_End
        if self.count() > self.types and leaves:
            event.accept()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The same."""
        if self.count() > self.types and event.angleDelta().y() < 0 and self.currentIndex() + 1 >= self.types:
            event.accept()
        else:
            super().wheelEvent(event)
