"""Under the proposals: why there is nothing earlier, and the one change that would open something."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.fonts import REGULAR, SECONDARY
from praxidesk.ui.theme import Theme
from praxidesk.ui.theme_sheet import ButtonKind


class WhyBox(QWidget):
    """Quiet words; the button takes what the change would open."""

    release_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(12)
        self.label = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self.label.setWordWrap(True)
        self.take = KeyButton(theme, ButtonKind.QUIET, key=self.tr("Alt E"))
        self.take.say(self.tr("take the earlier one"))
        self.take.clicked.connect(self.release_wanted)
        row.addWidget(self.label, 1)
        row.addWidget(self.take)

    def say(self, sentences: tuple[str, ...], *, can_take: bool) -> None:
        """Show this; nothing where there are no sentences."""
        self.setVisible(bool(sentences))
        self.label.say(" ".join(sentences))
        self.take.setVisible(can_take)
        self.setAccessibleName(self.label.words())
