"""One way to begin: picture, heading, what it means, and a button."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SEMIBOLD
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind

_RADIUS = 6
_ICON = 26


class ChoiceRow(QWidget):
    """A click anywhere on it is one on its button; framed in the accent while the button has the keys."""

    reached = Signal()
    """Its button has got the keys."""

    def __init__(self, theme: Theme, picture: Icon, *, is_first: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._icon = picture
        self._is_first = is_first
        self.setMinimumHeight(86)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._picture = QLabel()
        self._picture.setFixedWidth(_ICON)
        self._title = ToneLabel(theme, "", HEADING, SEMIBOLD)
        self._text = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self._text.setWordWrap(True)
        kind = ButtonKind.PRIMARY if is_first else None
        self.button = KeyButton(theme, kind, key="↵" if is_first else "")
        self.button.setMinimumWidth(136)
        self.button.set_centred()
        self.button.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, 18, 12)
        row.setSpacing(18)
        row.addWidget(self._picture)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addStretch(1)
        row.addLayout(column, 1)
        row.addWidget(self.button)
        self._tint()

    def say(self, title: str, text: str, button: str) -> None:
        """Set the words."""
        self._title.say(title)
        self._text.say(text)
        self.button.say(button)
        self.button.setAccessibleName(title)
        self.button.setAccessibleDescription(text)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._tint()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The frame follows the keys."""
        if watched is self.button and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
            if event.type() is QEvent.Type.FocusIn:
                self.reached.emit()
        return super().eventFilter(watched, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """As on the button."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.button.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Taken, so that the release comes here."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """The frame."""
        marked = self.button.hasFocus()
        width = 2 if marked else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.accent if marked else self._theme.linestrong, width))
        painter.setBrush(self._theme.raised)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
        painter.end()

    def _tint(self) -> None:
        colour = self._theme.accent if self._is_first else self._theme.text2
        self._picture.setPixmap(pixmap(self._icon, colour, _ICON, self.devicePixelRatioF()))
