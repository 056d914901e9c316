"""A line of one pixel between two areas."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from praxidesk.ui.look.theme import Theme


class Rule(QWidget):
    """Horizontal or vertical; stretches along, never across; a strong one parts panels."""

    def __init__(
        self,
        theme: Theme,
        direction: Qt.Orientation,
        *,
        is_strong: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._is_strong = is_strong
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        if direction is Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
            self.setSizePolicy(free, fixed)
        else:
            self.setFixedWidth(1)
            self.setSizePolicy(fixed, free)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """One colour."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.linestrong if self._is_strong else self._theme.line)
        painter.end()
