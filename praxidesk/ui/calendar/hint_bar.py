"""Which keys count while something is held: a bar over the lower edge of a calendar view."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from praxidesk.ui.controls.key_cap import cap_width, paint_cap
from praxidesk.ui.look.fonts import BASE
from praxidesk.ui.look.theme import Theme

_HEIGHT, _MARGIN, _PAD, _GAP, _BETWEEN = 36, 12, 16, 8, 24
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class HintBar(QWidget):
    """Keys and what they do; takes neither mouse nor focus."""

    turned = Signal()
    """It is shown now, or no longer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._theme: Theme | None = None
        self._hints: Sequence[tuple[str, str]] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_hints(self, theme: Theme, hints: Sequence[tuple[str, str]]) -> None:
        """Show these keys; as many as there is room for."""
        self._theme, self._hints = theme, hints
        self.place()
        self.setAccessibleName(" · ".join(f"{key} {text}" for key, text in hints))
        self.show()
        self.raise_()
        self.update()

    @property
    def hints(self) -> Sequence[tuple[str, str]]:
        """Keys and what they do."""
        return self._hints if self.isVisible() else ()

    def place(self) -> None:
        """In the middle of the lower edge of what it lies over."""
        parent = self._over
        room = parent.width() - 2 * _MARGIN
        while len(self._hints) > 1 and self._width() > room:
            self._hints = self._hints[:-1]
        width = min(room, self._width())
        self.setGeometry((parent.width() - width) // 2, parent.height() - _HEIGHT - 8, width, _HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        """Others make room."""
        super().showEvent(event)
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """The room is free again."""
        super().hideEvent(event)
        self.turned.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """A raised strip with caps and words."""
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.linestrong, 1))
        painter.setBrush(theme.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        metrics = QFontMetrics(BASE.font())
        x, middle = _PAD, self.rect().center()
        for key, text in self._hints:
            x += cap_width(key)
            middle.setX(x)
            paint_cap(painter, middle, key, theme.text2, theme.control)
            width = metrics.horizontalAdvance(text) + 2
            painter.setFont(BASE.font())
            painter.setPen(theme.text)
            painter.drawText(QRect(x + _GAP, 0, width, self.height()), _LEFT, text)
            x += _GAP + width + _BETWEEN
        painter.end()

    def _width(self) -> int:
        metrics = QFontMetrics(BASE.font())
        widths = [cap_width(key) + _GAP + metrics.horizontalAdvance(text) + 2 for key, text in self._hints]
        return 2 * _PAD + sum(widths) + _BETWEEN * (len(widths) - 1)
