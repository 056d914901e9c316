"""A card over the window, with or without a scrim: every dialog and popover of the program.

It lies inside the window, so it shows its shadow everywhere, never opens on another screen, and the
window keeps the focus; Tab stays inside, Escape closes.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from praxidesk.ui.controls.reading_order import step_focus, tab_stops
from praxidesk.ui.controls.surface import theme_children
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.key_rest import KeyRest
from praxidesk.ui.overlays.shadow import paint_shadow

RADIUS = 6
_BESIDE, _ABOVE = 12, 48
_MARGIN = 16
"""Between the card and the edge of the window."""


class Card(QWidget):
    """The raised, rounded ground of a sheet; ``column`` holds its content."""

    def __init__(self, theme: Theme, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the controls is meant for nobody."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """The ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.linestrong, 1))
        painter.setBrush(self._theme.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()


class Sheet(QWidget):
    """Covers the whole window and holds one card; deleted when closed."""

    closed = Signal()

    def __init__(self, window: QWidget, theme: Theme, width: int, scrim: bool = True) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._scrim = scrim
        self._anchor: QRect | None = None
        self._focus_before: QWidget | None = None
        self._key_rest = KeyRest(self)
        self._width = width
        self.card = Card(theme, width, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.installEventFilter(self)

    def open(self) -> None:
        """Show it over everything else in the window."""
        self._focus_before = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._place()

    def rest_first(self) -> None:
        """It opens by itself: keys and clicks that are under way were meant for something else."""
        self._key_rest.begin()

    @property
    def is_resting(self) -> bool:
        """Whether it hears no keys yet."""
        return self._key_rest.is_on

    def place_beside(self, anchor: QRect) -> None:
        """Stand beside this part of the window instead of in the middle."""
        self._anchor = anchor

    def listen(self, key: str, answer: Callable[[], None], *, repeats: bool = False) -> QShortcut:
        """Answer a key wherever in the sheet the focus is, before any field reads it.

        :param repeats: also while it is held; else the key that opened a sheet may go on to answer in it
        """
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(repeats)
        shortcut.activated.connect(answer)
        return shortcut

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        theme_children(self.card, theme)
        self.update()

    def close_sheet(self) -> None:
        """Take it away, and give the focus back."""
        if self.isHidden():
            return
        self._take_away()
        # A refresh may have replaced what had the focus.
        if self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    def close_covered(self) -> None:
        """Take it away although something covers the window, which keeps the focus."""
        self._take_away()
        self.closed.emit()
        self.deleteLater()

    def _take_away(self) -> None:
        self._window.removeEventFilter(self)
        self._key_rest.end()
        self.hide()

    def dismiss(self) -> None:
        """Escape, or a click beside the card; a subclass may ask first."""
        self.close_sheet()

    @Slot()
    def follow_content(self) -> None:
        """The content has grown or shrunk: place the card anew once the layout has settled."""
        QTimer.singleShot(0, self, self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self.card.setFixedWidth(self._width)
            self.setGeometry(self._window.rect())
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """The card asks for more or less room when its content changes."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.follow_content()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; nothing goes on to the window behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside the card: close what has no scrim, keep what has."""
        if not self._scrim:
            self.dismiss()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside, in reading order."""
        self._place()
        return step_focus(tab_stops(self.card), forward=forward)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Scrim and shadow."""
        painter = QPainter(self)
        if self._scrim:
            painter.fillRect(self.rect(), self._theme.scrim)
        paint_shadow(painter, QRectF(self.card.geometry()), self._theme, RADIUS)
        painter.end()

    @Slot()
    def _place(self) -> None:
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if self.card.maximumWidth() > room.width() > 0:
            self.card.setFixedWidth(room.width())  # in a window this narrow all of it can be seen
        self.card.column.activate()
        wanted = self.card.sizeHint().height()
        if self.card.column.hasHeightForWidth():
            # The hint of a text that wraps is that of a narrower card.
            wanted = self.card.column.totalHeightForWidth(self.card.maximumWidth())
        size = QRect(0, 0, self.card.maximumWidth(), min(wanted, room.height()))
        if self._anchor is not None:
            size.moveTopLeft(self._anchor.topRight() + QPoint(_BESIDE, -_ABOVE))
            if size.right() > room.right():
                size.moveRight(self._anchor.left() - _BESIDE)
        else:
            top = max(room.top(), min(self._top(), room.bottom() - size.height() + 1))
            size.moveTopLeft(QPoint((self.width() - size.width()) // 2, top))
        size.moveRight(min(size.right(), room.right()))
        size.moveBottom(min(size.bottom(), room.bottom()))
        size.moveLeft(max(size.left(), room.left()))
        size.moveTop(max(size.top(), room.top()))
        if size != self.card.geometry():
            self.card.setGeometry(size)
            self.update()

    def _top(self) -> int:
        """Where a card with room to spare begins."""
        return self.height() * 15 // 100
