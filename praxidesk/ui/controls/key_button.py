"""A button that shows its key: icon, words, cap."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton

from praxidesk.ui.controls.key_cap import cap_width, paint_cap
from praxidesk.ui.look.fonts import BASE, MEDIUM, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind, dress

HEIGHT = 32
_PAD = 12
_GAP = 8
_ICON = 16


class KeyButton(QPushButton):
    """The words are plain text; an ampersand is an ampersand."""

    def __init__(
        self, theme: Theme, kind: ButtonKind | None = None, icon: Icon | None = None, key: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self._kind = kind
        self._is_link = False
        self._leads = False
        self._words = ""
        self._key = key
        self._picture = icon
        self._is_compact = False
        self._is_centred = False
        weights = {ButtonKind.PRIMARY: SEMIBOLD, ButtonKind.QUIET: REGULAR}
        # Not the widget's: the style sheet gives that back its first font when it is shown.
        self._font = BASE.font(weights.get(kind, MEDIUM) if kind is not None else MEDIUM)
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

    def as_link(self) -> "KeyButton":
        """In the accent's colour: a quiet one that goes on from what is said beside it."""
        self._is_link = True
        self._font = BASE.font(SEMIBOLD)
        return self

    def as_hint(self) -> "KeyButton":
        """Small, the key first, as a footer tells what a key does."""
        self._leads = True
        self._font = SECONDARY.font()
        return self

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
        width = 2 * _PAD + QFontMetrics(self._font).horizontalAdvance(shown)
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
        painter.setFont(self._font)
        rest = QRect(x, 0, self.width() - x - pad, self.height())
        if self._key and self._leads:
            cap = paint_cap(painter, QPoint(x + cap_width(self._key), middle), self._key, text, frame)
            rest.setLeft(cap.right() + 1 + _GAP)
        elif self._key:
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
        if self._kind is ButtonKind.PRIMARY:
            return self._theme.onaccent, self._theme.onaccent
        if self._is_link:
            return self._theme.accent, self._theme.linestrong
        if self._kind is ButtonKind.QUIET and not self.underMouse():
            return self._theme.text2, self._theme.linestrong
        return self._theme.text, self._theme.linestrong
