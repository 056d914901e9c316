"""A label that leads somewhere when it is clicked; what it does has a key, too."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent

from praxidesk.ui.controls.tone_label import ToneLabel


class ClickLabel(ToneLabel):
    """Looks like any other but for the pointer."""

    clicked = Signal()

    def lead(self, *, leads: bool) -> None:
        """Whether there is something behind it now."""
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click ends inside."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
