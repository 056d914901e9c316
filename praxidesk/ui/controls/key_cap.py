"""A key as a small framed cap beside what it does."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from praxidesk.ui.look.fonts import KEYCAP, MEDIUM
from praxidesk.ui.look.theme import Theme

HEIGHT = 17
_PAD = 5


def cap_width(key: str) -> int:
    """How wide the cap of a key is."""
    return max(HEIGHT, QFontMetrics(KEYCAP.font(MEDIUM)).horizontalAdvance(key) + 2 * _PAD)


def paint_cap(painter: QPainter, right: QPoint, key: str, text: QColor, frame: QColor) -> QRect:
    """Draw a cap that ends at ``right`` (its middle), and tell where it stands."""
    width = cap_width(key)
    rect = QRect(right.x() - width, right.y() - HEIGHT // 2, width, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(frame, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(text)
    painter.setFont(KEYCAP.font(MEDIUM))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()
    return rect


class KeyCap(QWidget):
    """A cap on its own, in footers and beside headings."""

    def __init__(self, key: str, theme: Theme) -> None:
        super().__init__()
        self._key = key
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the cap."""
        return QSize(cap_width(self._key), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Draw the cap."""
        painter = QPainter(self)
        right = QPoint(self.width(), self.height() // 2)
        paint_cap(painter, right, self._key, self._theme.text2, self._theme.linestrong)
        painter.end()
