"""A button that looks like a search field; the real one opens over the window."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from praxidesk.ui.controls.key_cap import paint_cap
from praxidesk.ui.look.fonts import BASE
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme

HEIGHT = 32
_GLASS = 18
_TEXT = 38
_WIDEST, _NARROWEST, _GLASS_ONLY = 252, 150, 40


class SearchButton(QAbstractButton):
    """Glass, words, key."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = ""
        self._key = ""
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def say(self, words: str, key: str) -> None:
        """Set the words and the key."""
        self._words, self._key = words, key
        self.setAccessibleName(words)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Only the glass, where there is no room for more."""
        self.setMinimumWidth(_GLASS_ONLY if compact else _NARROWEST)
        self.setMaximumWidth(_GLASS_ONLY if compact else _WIDEST)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(_WIDEST, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Draw the field."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(theme.focus if self.hasFocus() else theme.control, width))
        painter.setBrush(theme.raised)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
        glass = pixmap(Icon.SEARCH, theme.text2, _GLASS, self.devicePixelRatioF())
        painter.drawPixmap(
            QPoint(11 if self.width() == _GLASS_ONLY else 10, (self.height() - _GLASS) // 2), glass
        )
        if self.width() == _GLASS_ONLY:
            painter.end()
            return
        end = QPoint(self.width() - 9, self.height() // 2)
        cap = paint_cap(painter, end, self._key, theme.text3, theme.linestrong)
        painter.setPen(theme.text3)
        painter.setFont(BASE.font())
        room = QRect(_TEXT, 0, cap.left() - 8 - _TEXT, self.height())
        shown = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()
