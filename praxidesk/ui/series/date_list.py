"""A list of dates that scrolls, and follows the current one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.choices import Choice, Choices

LINE = 32


class ReadChoices(Choices):
    """Lines of which one is current, but none is taken: Enter is the sheet's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class DateList(QScrollArea):
    """As high as its lines, to a bound."""

    def __init__(self, theme: Theme, tallest: int) -> None:
        super().__init__()
        self._tallest = tallest - tallest % LINE
        inside = Surface(theme, "raised")
        body = QVBoxLayout(inside)
        body.setContentsMargins(12, 4, 12, 4)
        self.choices = ReadChoices(theme, LINE, framed=False)
        body.addWidget(self.choices)
        body.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self.choices.moved.connect(self._on_moved)
        self.show_lines((), -1, least=1)

    def show_lines(self, lines: Sequence[Choice], current: int, *, least: int = 0) -> None:
        """Show these, at least so many lines high."""
        self.choices.show_lines(lines, current)
        height = max(len(lines), least) * LINE
        self.setFixedHeight(min(height, self._tallest) + 8)
        if current >= 0:
            self._on_moved(current)

    @Slot(object)
    def _on_moved(self, index: int) -> None:
        rect = self.choices.rect_of(index)
        self.ensureVisible(0, rect.center().y() + 4, 0, LINE)
