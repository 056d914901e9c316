"""Under the proposals: why there is nothing earlier, and the one change that would open something."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from praxidesk.ui.booking.why_words import why_lead
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.marked_label import MarkedLabel
from praxidesk.ui.look.fonts import SECONDARY
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind


class WhyBox(QWidget):
    """A soft ground that says why; the button takes what the change would open."""

    release_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 10, 12, 10)
        row.setSpacing(12)
        self.label = MarkedLabel(theme, "", SECONDARY)
        self.label.setWordWrap(True)
        self.take = KeyButton(theme, ButtonKind.QUIET, key=self.tr("Alt E")).as_link()
        self.take.say(self.tr("take the earlier one"))
        self.take.clicked.connect(self.release_wanted)
        row.addWidget(self.label, 1)
        row.addWidget(self.take)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def say(self, sentences: tuple[str, ...], *, can_take: bool) -> None:
        """Show this; nothing where there are no sentences."""
        self.setVisible(bool(sentences))
        self.label.say(" ".join(sentences), (why_lead(),))
        self.take.setVisible(can_take)
        self.setAccessibleName(self.label.words())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Ground and symbol."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.accentsoft)
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(QPoint(14, 12), pixmap(Icon.INFO, self._theme.accent, 16, ratio))
        painter.end()
