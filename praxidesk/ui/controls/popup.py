"""A framed ground that lies over its neighbours: what a field offers below it."""

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.ui.look.theme import Theme


class Popup(QWidget):
    """Takes no room in a layout; shown below the widget it belongs to."""

    def __init__(self, theme: Theme, content: QWidget, below: QWidget) -> None:
        super().__init__(below.parentWidget())
        self._theme = theme
        self._below = below
        self._content = content
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(content)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def drop(self, ground: QWidget) -> None:
        """Show it on ``ground``, right below its field."""
        if self.parentWidget() is not ground:
            self.setParent(ground)
        at = self._below.mapTo(ground, QPoint(0, self._below.height() + 2))
        height = self._content.sizeHint().height() + 8
        self.setGeometry(at.x(), at.y(), self._below.width(), height)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """The ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.control, 1))
        painter.setBrush(self._theme.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()
