"""Where what is held by mouse is parked while the panel beside the calendar is folded away."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from praxidesk.ui.controls.key_cap import cap_width, paint_cap
from praxidesk.ui.look.fonts import BASE, SEMIBOLD
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.held_panel import HeldPanel

_HEIGHT, _PAD, _GAP, _ICON = 48, 14, 10, 18
_RIGHT, _BOTTOM = 28, 56
"""From the edges of the calendar: beside its scroll bar, above the bar of keys."""
_KEY = "P"


class ParkCard(QWidget):
    """A card over the lower right of the calendar; takes neither mouse nor focus."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over, self._theme = parent, theme
        self._is_over = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def offer(self) -> None:
        """Something is held."""
        text = QFontMetrics(BASE.font(SEMIBOLD)).horizontalAdvance(self._words())
        width = 2 * _PAD + _ICON + _GAP + text + 2 + _GAP + cap_width(_KEY)
        over = self._over
        self.setGeometry(over.width() - width - _RIGHT, over.height() - _HEIGHT - _BOTTOM, width, _HEIGHT)
        self.setAccessibleName(self._words())
        self._is_over = False
        self.show()
        self.raise_()

    def show_held(self, *, over: bool) -> None:
        """Show that what is held would be parked; or no longer."""
        if over != self._is_over:
            self._is_over = over
            self.update()

    def covers(self, at: QPoint) -> bool:
        """Whether a point of the screen is on it."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(at))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """A dashed frame, as empty places have; in accent where it would be let go."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.accent if self._is_over else theme.control, 2 if self._is_over else 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(theme.accentsoft if self._is_over else theme.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        top = (self.height() - _ICON) // 2
        painter.drawPixmap(_PAD, top, pixmap(Icon.PARK, theme.text2, _ICON, self.devicePixelRatioF()))
        left = _PAD + _ICON + _GAP
        room = QRect(left, 0, self.width() - left - _PAD - cap_width(_KEY) - _GAP, self.height())
        painter.setFont(BASE.font(SEMIBOLD))
        painter.setPen(theme.text)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words())
        paint_cap(painter, QPoint(self.width() - _PAD, self.height() // 2), _KEY, theme.text2, theme.control)
        painter.end()

    def _words(self) -> str:
        return self.tr("Park here")


class ParkingPlaces:
    """The panel where it is to be seen, else the card: a drop target of the calendar."""

    def __init__(self, panel: HeldPanel, card: ParkCard) -> None:
        self._panel, self.card = panel, card

    def covers(self, at: QPoint) -> bool:
        """Whether a point of the screen is in one of them."""
        return self._panel.covers(at) or self.card.covers(at)

    def show_held(self, *, over: bool) -> None:
        """Show that what is held would be parked; or no longer."""
        self._panel.show_held(over=over)
        self.card.show_held(over=over)

    def offer(self, *, is_held: bool) -> None:
        """Something is held by mouse, or no longer."""
        if is_held and not self._panel.isVisible():
            self.card.offer()
        else:
            self.card.hide()
