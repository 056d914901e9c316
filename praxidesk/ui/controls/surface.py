"""A plain area in one of the theme's colours."""

from typing import Protocol, runtime_checkable

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from praxidesk.ui.look.theme import Theme


@runtime_checkable
class Themed(Protocol):
    """A widget that draws with the theme's colours itself."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""


def theme_children(widget: QWidget, theme: Theme) -> None:
    """Hand the theme to every descendant that draws with it."""
    for child in widget.findChildren(QWidget):
        if isinstance(child, Themed):
            child.set_theme(theme)


class Surface(QWidget):
    """Fills itself with the colour of one token, which style sheets cannot spill into its children."""

    def __init__(self, theme: Theme, token: str) -> None:
        super().__init__()
        self._theme = theme
        self._token = token

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what is to be drawn."""
        colour: QColor = getattr(self._theme, self._token)
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour)
        painter.end()
