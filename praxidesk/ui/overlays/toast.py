"""A word at the bottom of the window: what was done, or what went wrong."""

from enum import Enum

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRectF,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QLabel, QToolButton, QWidget

from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.marked_label import MarkedLabel
from praxidesk.ui.look.icons import Icon, icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind, dress
from praxidesk.ui.overlays.shadow import DROP, paint_shadow
from praxidesk.ui.text import plain_tooltip

SHOWN_MS = 6000
FADE_MS = 120
HEIGHT = 40
WIDEST = 720
_ABOVE_BOTTOM = 42
_APART = 8
"""Pixels between it and what it stands above."""
_AROUND = 16
"""Pixels around the card for its shadow."""


class ToastKind(Enum):
    """Decides edge and symbol, and whether it goes by itself."""

    DONE = "done"
    HINT = "hint"
    ERROR = "error"
    """Stays until it is closed."""


_PICTURES = {ToastKind.DONE: Icon.CHECK, ToastKind.HINT: Icon.INFO, ToastKind.ERROR: Icon.WARNING}


class Toast(QWidget):
    """One at a time, in the middle of the part it lies over; a new one takes the old one's place."""

    undo_wanted = Signal()
    show_wanted = Signal()
    """Go to what it is about."""
    put_away = Signal(object)
    """``str``: what was shown, when somebody closed it."""
    left = Signal()
    """It is gone, by itself or by hand."""

    def __init__(self, window: QWidget, theme: Theme, over: QWidget) -> None:
        super().__init__(window)
        self._over = over
        self._under: QWidget | None = None
        """What it must not cover while it is shown."""
        self._window = window
        self._theme = theme
        self._kind = ToastKind.DONE
        self._picture = QLabel()
        self._picture.setFixedSize(16, 16)
        self.label = MarkedLabel(theme)
        self._undo = KeyButton(theme, ButtonKind.QUIET).as_link()
        self._show = KeyButton(theme, ButtonKind.QUIET).as_link()
        self._close = QToolButton()
        dress(self._close, ButtonKind.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(16 + _AROUND, 3 + _AROUND, 8 + _AROUND, 3 + _AROUND)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addWidget(self.label, 1)
        row.addWidget(self._show)
        row.addWidget(self._undo)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.dismiss)
        self._opacity = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._opacity)
        self._fade = QPropertyAnimation(self._opacity, b"opacity", self)
        self._fade.setDuration(FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._undo.clicked.connect(self._on_undo)
        self._show.clicked.connect(self._on_show)
        self._close.clicked.connect(self._on_close)
        window.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._close.setIcon(icon(Icon.CROSS, theme))
        self._draw_picture()

    def stand_above(self, other: QWidget) -> None:
        """Something at the lower edge is shown now, or no longer: leave it free."""
        self._under = other
        if self.isVisible():
            self._place()

    def say_done(self, text: str, undo: str = "", key: str = "", name: str = "") -> None:
        """Something was done, to whom; with the word for taking it back, where it can be."""
        self._say(ToastKind.DONE, text, name)
        self._show.hide()
        self._undo.say(undo, key)
        self._undo.setVisible(bool(undo))
        self._timer.start()
        self._place()

    def say_hint(self, text: str) -> None:
        """Nothing was done, and that is no error; goes by itself."""
        self._say(ToastKind.HINT, text)
        self._undo.hide()
        self._show.hide()
        self._timer.start()
        self._place()

    def offer_to_show(self, show: str, key: str) -> None:
        """What was done is out of sight: with the word for going there."""
        self._show.say(show, key)
        self._show.show()
        self._place()

    def say_error(self, text: str) -> None:
        """Something went wrong; stays until closed."""
        self._say(ToastKind.ERROR, text)
        self._show.hide()
        self._undo.hide()
        self._timer.stop()
        self._place()

    def kind(self) -> ToastKind:
        """What is shown now."""
        return self._kind

    def is_leaving(self) -> bool:
        """Whether it goes by itself."""
        return self._timer.isActive()

    @Slot()
    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def says(self, text: str) -> bool:
        """Whether it is shown and says this."""
        return self.isVisible() and self.accessibleName() == text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of the window."""
        if watched is self._window and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Ground, frame and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        paint_shadow(painter, card, self._theme, 4, _AROUND - DROP)
        frame = card.adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(frame, 4, 4)
        painter.fillPath(shape, self._theme.raised)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(card.left(), card.top(), 4, card.height()), self._colour())
        painter.setClipping(False)
        painter.setPen(QPen(self._theme.linestrong, 1))
        painter.drawPath(shape)
        painter.end()

    def _say(self, kind: ToastKind, text: str, name: str = "") -> None:
        self._kind = kind
        self._draw_picture()
        self.label.say(text, (name,))
        self._close.setToolTip(plain_tooltip(self.tr("Close")))
        self._close.setAccessibleName(self.tr("Close"))
        self.setAccessibleName(text)

    def _draw_picture(self) -> None:
        name = _PICTURES[self._kind]
        self._picture.setPixmap(pixmap(name, self._colour(), 16, self.devicePixelRatioF()))
        self.update()

    def _colour(self) -> QColor:
        theme = self._theme
        return {ToastKind.DONE: theme.ok, ToastKind.HINT: theme.text2, ToastKind.ERROR: theme.danger}[
            self._kind
        ]

    def _place(self) -> None:
        window = self._window
        widest = min(WIDEST, window.width() - 48) + 2 * _AROUND
        self.label.setWordWrap(False)
        width = self.sizeHint().width()
        if width > widest:
            self.label.setWordWrap(True)
            width = widest
        least = HEIGHT + 2 * _AROUND
        height = max(least, self.heightForWidth(width) if self.hasHeightForWidth() else least)
        bottom = window.height() - _ABOVE_BOTTOM + _AROUND
        if self._under is not None and self._under.isVisible():
            bottom = self._under.mapTo(window, QPoint()).y() - _APART + _AROUND
        middle = self._over.mapTo(window, self._over.rect().center()).x()
        left = max(12, min(middle - width // 2, window.width() - width - 12))
        self.setGeometry(left, bottom - height, width, height)
        was_hidden = self.isHidden()
        self.show()
        self.raise_()
        if was_hidden:
            self._fade.stop()
            self._fade.setStartValue(0.0)
            self._fade.setEndValue(1.0)
            self._fade.start()

    @Slot()
    def _on_close(self) -> None:
        self.put_away.emit(self.accessibleName())
        self.dismiss()

    @Slot()
    def _on_undo(self) -> None:
        self.dismiss()
        self.undo_wanted.emit()

    @Slot()
    def _on_show(self) -> None:
        self.show_wanted.emit()
        self.dismiss()
