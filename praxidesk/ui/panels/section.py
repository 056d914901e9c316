"""A part of a panel under a heading that folds it away."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.look.fonts import REGULAR, SMALL
from praxidesk.ui.look.icons import Icon, icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind, dress


class Section(QWidget):
    """Heading, an optional word at its right, and a column of rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(0, 0, 0, 0)
        self._title = section_label(theme)
        self._fold = QToolButton()
        self._fold.setFixedSize(20, 20)
        self._fold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._fold.setStyleSheet("padding: 0; min-height: 0; min-width: 0;")
        dress(self._fold, ButtonKind.QUIET)
        self._fold.clicked.connect(self._on_fold)
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        self._aside = ToneLabel(theme, "", SMALL, REGULAR, Tone.THIRD)
        self._aside.hide()
        self.head.addWidget(self._aside)
        self.head.addWidget(self._fold)
        column.addLayout(self.head)
        self._body = QWidget()
        self._body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.rows = QVBoxLayout(self._body)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        column.addWidget(self._body)
        self._picture()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._picture()

    def say(self, title: str) -> None:
        """Set the heading."""
        self._title.say(title)
        self._fold.setAccessibleName(title)

    def say_aside(self, words: str) -> None:
        """What stands at the right of the rows."""
        self._aside.say(words)
        self._aside.setVisible(bool(words) and self._open)

    def is_open(self) -> bool:
        """Whether its rows are shown."""
        return self._open

    def set_open(self, opened: bool) -> None:
        """Show or fold its rows away."""
        self._open = opened
        self._body.setVisible(opened)
        self._aside.setVisible(bool(self._aside.words()) and opened)
        self._picture()

    def _picture(self) -> None:
        name = Icon.CHEVRON_DOWN if self._open else Icon.CHEVRON_RIGHT
        self._fold.setIcon(icon(name, self._theme, self._theme.text3))

    @Slot()
    def _on_fold(self) -> None:
        self.set_open(not self._open)
