"""The upper edge of a sheet: its title, and below it what it is for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SECONDARY, SEMIBOLD, TITLE
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.sheet import Sheet


class Heading(QWidget):
    """Stands first in a sheet's column, with a line below."""

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


def head(sheet: Sheet, theme: Theme, title: str, text: str) -> ToneLabel:
    """Give a small sheet a title that speaks louder, without a line below; its text, to be changed."""
    column = QVBoxLayout()
    column.setContentsMargins(24, 20, 24, 16)
    column.setSpacing(8)
    column.addWidget(ToneLabel(theme, title, TITLE, SEMIBOLD))
    about = ToneLabel(theme, text, BASE, REGULAR, Tone.SECOND)
    about.setWordWrap(True)
    column.addWidget(about)
    sheet.card.column.addLayout(column)
    sheet.setAccessibleName(title)
    return about
