"""The month sheet: six weeks with their numbers; a click or a key goes to the day."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from praxidesk.ui import dates
from praxidesk.ui.fonts import REGULAR, SECONDARY, SEMIBOLD, SMALL
from praxidesk.ui.panels.month_days import WEEKS, month_later, sheet_days
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.theme import Theme

_NUMBERS = 26
"""Width of the column of week numbers."""
_HEAD = 24
_ROW = 25
_CELL = 24

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class MonthSheet(QWidget):
    """Shows one month; the days on screen are tinted, the chosen one filled, today's number in accent."""

    day_chosen = Signal(object)
    """``date``."""

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self._day = today
        self._shown: frozenset[date] = frozenset()
        self._month = today.replace(day=1)
        self._hovered: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def show_days(self, day: date, shown: Sequence[date], today: date) -> None:
        """Turn to the month of the chosen day."""
        self._day, self._shown, self._today = day, frozenset(shown), today
        self._month = day.replace(day=1)
        self._say()

    def month(self) -> date:
        """The first of the month shown."""
        return self._month

    def turn(self, months: int) -> None:
        """Leaf without choosing."""
        self._month = month_later(self._month, months)
        self._say()

    def sizeHint(self) -> QSize:
        """Six weeks and a head."""
        return QSize(192, _HEAD + WEEKS * _ROW)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def cell(self, day: date) -> QRect:
        """Where a day of the sheet stands."""
        index = (day - sheet_days(self._month)[0]).days
        return self._cell(index // 7, index % 7)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Draw the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        days = sheet_days(self._month)
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setFont(SMALL.font())
        painter.setPen(self._theme.text3)
        painter.drawText(QRect(0, 0, _NUMBERS - 4, _HEAD), centre, dates.week_word())
        for column, day in enumerate(days[:7]):
            head = self._cell(0, column)
            head.moveTop(0)
            painter.drawText(head, centre, dates.weekday_short(day))
        for row in range(WEEKS):
            number = QRect(0, self._cell(row, 0).top(), _NUMBERS - 4, _CELL)
            painter.setFont(SMALL.font())
            painter.setPen(self._theme.text3)
            painter.drawText(number, centre, str(days[row * 7].isocalendar().week))
        painter.fillRect(QRect(_NUMBERS - 1, _HEAD, 1, WEEKS * _ROW), self._theme.line)
        for index, day in enumerate(days):
            self._paint_day(painter, self._cell(index // 7, index % 7), day)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.cell(self._day).toRectF().adjusted(-1, -1, 1, 1), 4, 4)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by days and weeks, Home and End to the ends of the week."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._choose(self._day + timedelta(days=_STEPS[key]))
        elif key is Qt.Key.Key_Home:
            self._choose(self._day - timedelta(days=self._day.weekday()))
        elif key is Qt.Key.Key_End:
            self._choose(self._day + timedelta(days=6 - self._day.weekday()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the day."""
        day = self._day_at(event.position().toPoint())
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self._choose(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the day under the pointer."""
        self._hover(self._day_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002 (Qt's)
        """None is under the pointer."""
        self._hover(None)

    def event(self, event: QEvent) -> bool:
        """A tooltip writes the day out."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            day = self._day_at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tooltip(dates.long_day(day)) if day else "", self)
            return True
        return super().event(event)

    def _say(self) -> None:
        self.setAccessibleName(dates.long_day(self._day))
        self.update()

    def _cell(self, row: int, column: int) -> QRect:
        width = self.width() - _NUMBERS
        left = _NUMBERS + column * width // 7
        right = _NUMBERS + (column + 1) * width // 7
        return QRect(left + (right - left - _CELL) // 2, _HEAD + row * _ROW, _CELL, _CELL)

    def _paint_day(self, painter: QPainter, cell: QRect, day: date) -> None:
        theme = self._theme
        if day in self._shown and day != self._day:
            painter.fillRect(cell.adjusted(-2, 0, 2, 0), theme.accentsoft)
        fill: QColor | None = theme.accent if day == self._day else None
        if fill is None and day == self._hovered:
            fill = theme.hover
        if fill is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(cell, 4, 4)
        text = theme.text if day.month == self._month.month else theme.text3
        if day == self._today:
            text = theme.accent
        painter.setPen(theme.onaccent if day == self._day else text)
        painter.setFont(SECONDARY.font(SEMIBOLD if day in (self._day, self._today) else REGULAR))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _day_at(self, at: QPoint) -> date | None:
        for index, day in enumerate(sheet_days(self._month)):
            if self._cell(index // 7, index % 7).adjusted(-1, 0, 1, 1).contains(at):
                return day
        return None

    def _hover(self, day: date | None) -> None:
        if day != self._hovered:
            self._hovered = day
            self.update()

    def _choose(self, day: date) -> None:
        self.day_chosen.emit(day)
