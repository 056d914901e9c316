"""A plain label in one of the theme's text colours."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD, SMALL, TextSize
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.text import breakable


class Tone(StrEnum):
    """Which token colours the text."""

    TEXT = "text"
    SECOND = "text2"
    THIRD = "text3"
    ACCENT = "accent"
    DANGER = "danger"


class ToneLabel(QLabel):
    """Shows every character as it is; may be shortened at its end where there is no room."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        size: TextSize = BASE,
        weight: QFont.Weight = REGULAR,
        tone: Tone = Tone.TEXT,
    ) -> None:
        super().__init__()
        self._tone = tone
        self._elides = False
        self._whole = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(size.font(weight))
        self.setMinimumHeight(size.line)
        self.say(text)
        self.set_theme(theme)

    def elide(self) -> "ToneLabel":
        """Shorten with an ellipsis instead of asking for the whole width."""
        self._elides = True
        self.setMinimumWidth(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return self

    def setWordWrap(self, on: bool) -> None:
        """Wrap; a run without spaces wraps too, so that it cannot push the panel apart."""
        super().setWordWrap(on)
        self._fit()

    def say(self, text: str) -> None:
        """Set the words."""
        self._whole = text
        self._fit()

    def words(self) -> str:
        """The words, whole."""
        return self._whole

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        colour: QColor = getattr(theme, self._tone)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self.setPalette(palette)

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002 (Qt's)
        """Shorten for the new width."""
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Nothing where it may be shortened."""
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._elides else hint

    def _fit(self) -> None:
        if not self._elides:
            # What can be copied is copied as it is.
            copied = bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse)
            self.setText(breakable(self._whole) if self.wordWrap() and not copied else self._whole)
            return
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width())))


def section_label(theme: Theme, text: str = "") -> ToneLabel:
    """The small heading over a part of a panel or dialog."""
    return ToneLabel(theme, text, SMALL, SEMIBOLD, Tone.SECOND)
