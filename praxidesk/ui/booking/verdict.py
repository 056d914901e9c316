"""What the engine says to a draft: free, taken by whom, or still thinking."""

from enum import Enum

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR, SECONDARY
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme


class VerdictKind(Enum):
    """Decides ground and symbol."""

    FREE = "free"
    TAKEN = "taken"
    WARNING = "warning"
    NOTE = "note"


class Verdict(QWidget):
    """A tinted box: one sentence a line, warnings apart below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = VerdictKind.NOTE
        self.label = ToneLabel(theme, "", BASE)
        self.label.setWordWrap(True)
        self.warnings = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self.warnings.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 10, 16, 10)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(self.warnings)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def say(self, kind: VerdictKind, sentences: tuple[str, ...], warnings: tuple[str, ...] = ()) -> None:
        """Show this; of many sentences the first few."""
        self._kind = kind
        self.label.say("\n".join(_few(sentences)))
        self.warnings.say("\n".join(_few(warnings)))
        self.warnings.setVisible(bool(warnings))
        self.setAccessibleName(self.label.words())
        self.update()

    def kind(self) -> VerdictKind:
        """What is shown."""
        return self._kind

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Ground and symbol."""
        ground, ink, name = self._look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.drawPixmap(QPoint(14, 11), pixmap(name, ink, 16, self.devicePixelRatioF()))
        painter.end()

    def _look(self) -> tuple[QColor, QColor, Icon]:
        theme = self._theme
        return {
            VerdictKind.FREE: (theme.oksoft, theme.ok, Icon.CHECK),
            VerdictKind.TAKEN: (theme.dangersoft, theme.danger, Icon.SLASH_CIRCLE),
            VerdictKind.WARNING: (theme.warnsoft, theme.warn, Icon.WARNING),
            VerdictKind.NOTE: (theme.accentsoft, theme.accent, Icon.INFO),
        }[self._kind]


def _few(sentences: tuple[str, ...], most: int = 5) -> list[str]:
    shown = list(dict.fromkeys(sentences))
    return [*shown[: most - 1], f"… (+{len(shown) - most + 1})"] if len(shown) > most else shown
