"""A button that shows its key: icon, words, cap."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from praxidesk.ui.controls.key_cap import cap_width, paint_cap
from praxidesk.ui.fonts import BASE, MEDIUM, SEMIBOLD
from praxidesk.ui.icons import Icon, pixmap
from praxidesk.ui.theme import Theme
from praxidesk.ui.theme_sheet import ButtonKind, dress

HEIGHT = 32
_PAD = 12
_GAP = 8
_ICON = 16


class KeyButton(QPushButton):
    """The words are plain text; an ampersand is an ampersand."""

    def __init__(
        self,
        theme: Theme,
        kind: ButtonKind | None = None,
        icon: Icon | None = None,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._primary = kind is ButtonKind.PRIMARY
        self._words = ""
        self._key = key
        self._picture = icon
        self._is_compact = False
        self._is_centred = False
        self.setFont(BASE.font(SEMIBOLD if self._primary else MEDIUM))
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if kind is not None:
            dress(self, kind)

    def say(self, words: str, key: str | None = None) -> None:
        """Set the words, and the key if it changes too."""
        self._words = words
        if key is not None:
            self._key = key
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the icon and the key alone; the words are still told to a screen reader."""
        self._is_compact = compact
        self.updateGeometry()
        self.update()

    def set_centred(self) -> None:
        """Words and key together in the middle, where the button is wider than they are."""
        self._is_centred = True
        self.update()

    def words(self) -> str:
        """What it says."""
        return self._words

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Room for everything in one line."""
        shown = self._shown_words()
        width = 2 * _PAD + self.fontMetrics().horizontalAdvance(shown)
        if self._picture is not None:
            width += _ICON + (_GAP if shown else 0)
        if self._key:
            width += cap_width(self._key) + _GAP
        return QSize(width, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """The frame by the style, what is in it by us."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        text, frame = self._colours()
        pad = _PAD + (max(0, self.width() - self.sizeHint().width()) // 2 if self._is_centred else 0)
        x = pad
        middle = self.height() // 2
        if self._picture is not None:
            picture = pixmap(self._picture, text, _ICON, self.devicePixelRatioF())
            if not self._shown_words() and not self._key:
                x = (self.width() - _ICON) // 2
            painter.drawPixmap(QPoint(x, middle - _ICON // 2), picture)
            x += _ICON + _GAP
        painter.setPen(text)
        painter.setFont(self.font())
        rest = QRect(x, 0, self.width() - x - pad, self.height())
        if self._key:
            cap = paint_cap(painter, QPoint(self.width() - pad, middle), self._key, text, frame)
            rest.setRight(cap.left() - _GAP)
        align = Qt.AlignmentFlag.AlignVCenter
        align |= Qt.AlignmentFlag.AlignLeft if self._key or self._picture else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(rest, align, self._shown_words())
        painter.end()

    def _shown_words(self) -> str:
        return "" if self._is_compact else self._words

    def _colours(self) -> tuple[QColor, QColor]:
        """Of the text and of the cap's frame."""
        if not self.isEnabled():
            return self._theme.disabled, self._theme.line
        if self._primary:
            return self._theme.onaccent, self._theme.onaccent
        return self._theme.text, self._theme.linestrong
