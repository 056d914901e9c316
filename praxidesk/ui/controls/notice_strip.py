"""A strip of one line over the calendar that says something holds: a symbol, words, and what can be done."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme

HEIGHT = 36


@dataclass(frozen=True, slots=True)
class StripLook:
    """Names of the theme's colours, and the symbol."""

    ground: str
    line: str
    icon: Icon


class NoticeStrip(Surface):
    """Hidden until it is needed; whoever stands on it words it in ``retranslate``."""

    def __init__(self, theme: Theme, look: StripLook, doings: tuple[QWidget, ...]) -> None:
        super().__init__(theme, look.ground)
        self.setFixedHeight(HEIGHT)
        self._look = look
        self._picture = QLabel()
        self.title = ToneLabel(theme, "", BASE, SEMIBOLD)
        self.text = ToneLabel(theme, "", BASE, REGULAR).elide()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 1)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self.title)
        row.addWidget(self.text, 1)
        for part in doings:
            row.addWidget(part)
        self.hide()
        self.set_theme(theme)

    def sizeHint(self) -> QSize:
        """One line; as narrow as the window."""
        return QSize(200, HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        super().set_theme(theme)
        colour = getattr(theme, self._look.line)
        self._picture.setPixmap(pixmap(self._look.icon, colour, 16, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word it anew."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line below."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, getattr(self._theme, self._look.line))
        painter.end()
