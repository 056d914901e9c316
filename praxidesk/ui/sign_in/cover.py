"""A sheet that hides the window until somebody is let in: nothing of the practice can be seen or heard."""

from PySide6.QtCore import QEvent, QObject, QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.shadow import paint_shadow
from praxidesk.ui.overlays.sheet import RADIUS, Sheet


class Cover(Sheet):
    """What is under it stays as it is, unsaved forms too, and comes back when it is lifted."""

    def __init__(self, window: QWidget, theme: Theme, width: int) -> None:
        super().__init__(window, theme, width)
        self._hidden: list[QWidget] = []
        self._focused = QApplication.focusWidget()

    def open(self) -> None:
        """Hide everything else in the window, and show it."""
        popup = QApplication.activePopupWidget()
        while popup is not None and popup.close():
            popup = QApplication.activePopupWidget()
        super().open()
        for other in self._window.findChildren(QWidget):
            if other.parent() is self._window and other is not self and not other.isWindow():
                other.installEventFilter(self)
                if other.isVisible():
                    self._hide(other)

    @Slot()
    def lift(self) -> None:
        """Somebody was let in: show again what was there, with the keys where they were."""
        self._window.removeEventFilter(self)
        hidden, self._hidden = self._hidden, []
        for other in self._window.findChildren(QWidget):
            if other.parent() is self._window:
                other.removeEventFilter(self)
        for other in hidden:
            if isValid(other):
                other.show()
        focused = self._focused
        self.close_sheet()
        if focused is not None and isValid(focused) and focused.isVisible():
            focused.setFocus()

    def dismiss(self) -> None:
        """There is no way round it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever is shown meanwhile, a message or a sheet, waits until it is lifted."""
        if watched is not self and isinstance(watched, QWidget) and watched.parent() is self._window:
            if event.type() is QEvent.Type.Show:
                self._hide(watched)
        elif watched is self._window and event.type() is QEvent.Type.ChildPolished:
            for other in self._window.findChildren(QWidget):
                if other.parent() is self._window and other is not self and other not in self._hidden:
                    other.installEventFilter(self)
                    if other.isVisible() and not other.isWindow():
                        self._hide(other)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """An even ground, and the card's shadow."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.chrome)
        paint_shadow(painter, QRectF(self.card.geometry()), self._theme, RADIUS)
        painter.end()

    def _hide(self, other: QWidget) -> None:
        if other not in self._hidden:
            self._hidden.append(other)
        other.hide()
