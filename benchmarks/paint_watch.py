"""What a widget is asked to paint: for figures of how much, and of how soon."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget


class PaintWatch(QObject):
    """Joins the regions of all paint events until it is stopped."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what is painted, and let it be."""
        if watched is self._widget and isinstance(event, QPaintEvent):
            self.region += event.region()
        return False

    def stop(self) -> QRegion:
        """No more; what was painted so far."""
        self._widget.removeEventFilter(self)
        self.deleteLater()
        return self.region
