"""A type's colour as a small square: edge and tint, as on its tiles."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from praxidesk.engine.vocabulary import Colour
from praxidesk.ui.look.theme import Theme, TypeColours

SIDE = 16


def paint_swatch(painter: QPainter, rect: QRect, colours: TypeColours) -> None:
    """Draw one, 16 pixels square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.outline, 1))
    painter.setBrush(colours.tint)
    painter.drawRoundedRect(rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(QRect(rect.left(), rect.top(), 5, rect.height()), colours.edge)
    painter.restore()


class Swatch(QWidget):
    """Beside the name of a type."""

    def __init__(self, theme: Theme, colour: Colour = Colour.SLATE) -> None:
        super().__init__()
        self._theme = theme
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Draw it."""
        painter = QPainter(self)
        paint_swatch(painter, self.rect(), self._theme.types[self._colour])
        painter.end()
