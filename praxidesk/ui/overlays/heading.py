"""The upper edge of a sheet: its title, below it what it is for, and a line under both."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.fonts import HEADING, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.theme import Theme


class Heading(QWidget):
    """Stands first in a sheet's column."""

    def __init__(self, theme: Theme, title: str, about: str = "") -> None:
        super().__init__()
        self.about = ToneLabel(theme, about, SECONDARY, REGULAR, Tone.SECOND)
        self.about.setWordWrap(True)
        words = QVBoxLayout()
        words.setContentsMargins(24, 18, 24, 14)
        words.setSpacing(4)
        words.addWidget(ToneLabel(theme, title, HEADING, SEMIBOLD))
        words.addWidget(self.about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(words)
        column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
