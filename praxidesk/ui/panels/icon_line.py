"""One line of text behind a symbol."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme

_SIDE = 16


class IconLine(QWidget):
    """A telephone number, for instance; can be selected and copied."""

    def __init__(self, theme: Theme, icon: Icon) -> None:
        super().__init__()
        self._icon = icon
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        self._picture = QLabel()
        self._picture.setFixedSize(_SIDE, _SIDE)
        self._label = ToneLabel(theme).elide()
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self._picture)
        row.addWidget(self._label, 1)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Tint the symbol."""
        self._picture.setPixmap(pixmap(self._icon, theme.text2, _SIDE, self.devicePixelRatioF()))

    def say(self, text: str) -> None:
        """Set the words."""
        self._label.say(text)
