"""A note in a frame, every character as it is."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.look.theme import Theme

SHOWN_CHARACTERS = 1500
"""A note may have 20,000; the rest is read in the dialog."""


class NoteBox(QWidget):
    """Read only; the dialog edits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.label = ToneLabel(theme)
        self.label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.label)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def say(self, note: str) -> None:
        """Show this note."""
        self.label.say(note if len(note) <= SHOWN_CHARACTERS else note[:SHOWN_CHARACTERS] + " …")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """A sheet of paper."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.linestrong, 1))
        painter.setBrush(self._theme.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()
