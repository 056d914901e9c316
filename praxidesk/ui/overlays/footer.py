"""The lower edge of a sheet: hints at the left, ways out at the right."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.key_cap import KeyCap
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import REGULAR, SECONDARY
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind

_RADIUS = 5


class Hint(QWidget):
    """Keys and what they do."""

    def __init__(self, theme: Theme, *keys: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key in keys:
            row.addWidget(KeyCap(key, theme))
        self._label = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        row.addSpacing(4)
        row.addWidget(self._label)

    def say(self, text: str) -> None:
        """Set the words."""
        self._label.say(text)


class Footer(QWidget):
    """Chrome under a line; fits the rounded corners of its card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(24, 12, 24, 12)
        self.row.setSpacing(8)
        self._hint: Hint | None = None

    def add_hint(self, hint: Hint) -> None:
        """The first thing to go where the buttons need its room."""
        self._hint = hint
        self.row.addWidget(hint)

    def event(self, event: QEvent) -> bool:
        """Other words on a button, or another width."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        if self._hint is None:
            return
        margins, spacing = self.row.contentsMargins(), self.row.spacing()
        items = (self.row.itemAt(at) for at in range(self.row.count()))
        widgets = (item.widget() for item in items if item is not None)
        shown = [widget for widget in widgets if widget is not None and not widget.isHidden()]
        widths = [widget.minimumSizeHint().width() for widget in shown if widget is not self._hint]
        widths.append(self._hint.sizeHint().width())
        wanted = sum(widths) + spacing * len(widths) + margins.left() + margins.right()
        self._hint.setVisible(wanted <= self.width())

    def way_out(self, words: str, leave: Callable[[], None]) -> KeyButton:
        """A button with the key that leaves the sheet; whoever asked for it gives it its place."""
        button = KeyButton(self._theme, key=self.tr("Esc"))
        button.say(words)
        button.clicked.connect(leave)
        return button

    def way_on(self, words: str, go_on: Callable[[], None]) -> KeyButton:
        """The button that Enter presses; its place is theirs who asked for it, too."""
        button = KeyButton(self._theme, ButtonKind.PRIMARY, key="↵")
        button.say(words)
        button.clicked.connect(go_on)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """The ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0, -_RADIUS, 0, 0), _RADIUS, _RADIUS)
        painter.setClipRect(self.rect())
        painter.fillPath(shape, self._theme.chrome)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(0, 0, self.width(), 1, self._theme.line)
        painter.end()
