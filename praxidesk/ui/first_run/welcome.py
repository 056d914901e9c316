"""The first start: the card over the real, empty grid."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from praxidesk.engine.practice import Practice, Site
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.grid.day_view import DayView
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.first_run.welcome_card import WIDTH, WelcomeCard
from praxidesk.ui.look.theme import Theme
from praxidesk.worker.premises import Premises

_FROM_TOP = 98
_MARGIN = 16
_DROP, _SHADOW = 6, 20


class _Shade(QWidget):
    """Holds the card, scrolls it where the window is too low, and draws its shadow."""

    def __init__(self, theme: Theme, card: WelcomeCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._card = card

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """The shadow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = QColor(self._theme.shadow)
        shadow.setAlphaF(shadow.alphaF() / 9)
        painter.setBrush(shadow)
        under = QRectF(self._card.geometry()).translated(0, _DROP)
        for spread in range(-2, _SHADOW - 4, 2):
            grown = under.adjusted(-spread, -spread, spread, spread)
            painter.drawRoundedRect(grown, 6 + max(0, spread), 6 + max(0, spread))
        painter.end()


class Welcome(QWidget):
    """The grid shows hours and takes no keys; the card has them."""

    def __init__(self, theme: Theme, premises: Premises, day: date) -> None:
        super().__init__()
        self._grid = DayView(self)
        self._grid.set_theme(theme)
        self._grid.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grid.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setStyleSheet("QScrollArea, QScrollArea > QWidget { background: transparent; }")
        self._inside = QWidget()
        self.card = WelcomeCard(theme, premises, self._inside)
        self._shade = _Shade(theme, self.card, self._inside)
        self._shade.lower()
        self._area.setWidget(self._inside)
        # Both fill themselves as soon as they are put into it; the grid is to be seen.
        self._inside.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        for row in self.card.rows.values():
            row.reached.connect(self._show_reached)
        self.setFocusProxy(self.card)
        self.show_day(day)

    def show_day(self, day: date) -> None:
        """Which empty day is behind the card."""
        nobody = Practice(0, Site("", "", "UTC"), {}, {}, {})
        self._grid.set_state(CalendarState(nobody, Zone("UTC"), (day,), (), (), 0))

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._grid.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card stays in the middle, and in the upper part where there is room."""
        super().resizeEvent(event)
        self._grid.setGeometry(self.rect())
        self._area.setGeometry(self.rect())
        height = self.card.heightForWidth(WIDTH) if self.card.hasHeightForWidth() else 0
        height = max(height, self.card.sizeHint().height())
        top = max(_MARGIN, min(_FROM_TOP, (self.height() - height) // 2))
        self._inside.resize(max(self.width(), WIDTH), max(self.height(), height + 2 * _MARGIN))
        self._shade.setGeometry(self._inside.rect())
        self.card.setGeometry(max(0, (self.width() - WIDTH) // 2), top, WIDTH, height)

    @Slot()
    def _show_reached(self) -> None:
        row = self.sender()
        if isinstance(row, QWidget):
            self._area.ensureWidgetVisible(row, 0, _MARGIN)
