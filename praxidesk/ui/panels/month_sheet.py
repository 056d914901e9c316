"""The month sheet: six weeks with the load of each day; a click or a key goes to the day."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from praxidesk.engine.free_time import DayTotal
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.look.fonts import REGULAR, SECONDARY, SEMIBOLD, SMALL
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.shown.month_days import WEEKS, month_later, sheet_days
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.counted import counted

translate = QCoreApplication.translate

_NUMBERS = 26
"""Width of the column of week numbers."""
_HEAD = 24
_ROW = 27
_CELL = 25
_BAR_WIDTH, _BAR_HEIGHT = 16, 3
_DOT = 4
_TINT = _RING = 2
"""Pixels around a cell: beside it where its day is shown, and all around it with focus."""

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OWN_KEYS = frozenset({*_STEPS, *_MONTHS, *_ENTER, Qt.Key.Key_Home, Qt.Key.Key_End})


_TRACK = 0.4


def filled(load: DayTotal, width: int) -> int:
    """Pixels of a bar that are full: none only where nothing is taken, all only where nothing is free."""
    if not load.taken_minutes:
        return 0
    if not load.free_minutes:
        return width
    return min(width - 1, max(2, round(width * load.taken_minutes / load.open_minutes)))


def load_words(load: DayTotal) -> str:
    """What is on a day, and what is free."""
    if not load.open_minutes:
        return counted.entries(load.entries) if load.entries else translate("month_sheet", "closed")
    free = f"{load.free_minutes // 60}:{load.free_minutes % 60:02}"
    words = translate("month_sheet", "{entries}, {time} h free").format(
        entries=counted.entries(load.entries), time=free
    )
    return (
        words
        if load.free_minutes
        else translate("month_sheet", "{entries}, nothing free").format(entries=counted.entries(load.entries))
    )


class MonthSheet(QWidget):
    """Shows one month; the days on screen are tinted, the chosen one filled, today's number in accent.

    Under each open day a bar as long as the day is full; closed days are recessed, holidays have a dot.
    """

    day_chosen = Signal(object)
    """``date``."""
    day_opened = Signal(object)
    """``date``: Enter on it."""
    turned = Signal()
    """To another month."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme = theme
        self._today = today
        self._day = today
        self._shown: frozenset[date] = frozenset()
        self._month = today.replace(day=1)
        self._hovered: date | None = None
        self._over: date | None = None
        self._loads: Mapping[date, DayTotal] = {}
        self._holidays: Mapping[date, str] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def show_days(self, day: date, shown: Sequence[date], today: date) -> None:
        """Turn to the month of the chosen day."""
        month, days = day.replace(day=1), sheet_days(self._month)
        before = [self._marks(each) for each in days]
        self._day, self._shown, self._today = day, frozenset(shown), today
        # Not under somebody's hand: what is held over a day would be over another one.
        stays = self._over is not None and day in days
        if month != self._month and not stays:
            self._turn_to(month)
            return
        self.setAccessibleName(self._told(day, ", "))
        # Pages are turned often, and most of the sheet looks as before.
        for index, (each, was) in enumerate(zip(days, before, strict=True)):
            if self._marks(each) != was:
                around = _RING if self.hasFocus() else 0
                self.update(_painted(self._cell(index // 7, index % 7)).adjusted(0, -around, 0, around))

    def show_loads(self, loads: Mapping[date, DayTotal]) -> None:
        """How full the days are; those not named say nothing."""
        self._loads = loads
        self._say()

    def show_holidays(self, holidays: Mapping[date, str]) -> None:
        """Name these days."""
        self._holidays = holidays
        self._say()

    def days(self) -> tuple[date, date]:
        """The first and the last day of the sheet."""
        days = sheet_days(self._month)
        return days[0], days[-1]

    def month(self) -> date:
        """The first of the month shown."""
        return self._month

    def turn(self, months: int) -> None:
        """Leaf without choosing."""
        self._turn_to(month_later(self._month, months))

    def day_under(self, at: QPoint) -> date | None:
        """The day at a point of the screen."""
        here = self.mapFromGlobal(at)
        is_seen = self.isVisible() and self.visibleRegion().contains(here)
        return self._day_at(here) if is_seen else None

    def show_over(self, day: date | None) -> None:
        """The day that somebody holds something over has a frame."""
        if day == self._over:
            return
        self._over = day
        self.update()
        if day is None:
            self._turn_to(self._day.replace(day=1))

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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what of the sheet is to be seen anew."""
        painter, region = QPainter(self), event.region()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        days = sheet_days(self._month)
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setFont(SMALL.font())
        painter.setPen(self._theme.text3)
        if region.intersects(QRect(0, 0, self.width(), _HEAD)):
            painter.drawText(QRect(0, 0, _NUMBERS - 4, _HEAD), centre, dates.week_word())
            for column, day in enumerate(days[:7]):
                head = self._cell(0, column)
                head.moveTop(0)
                painter.drawText(head, centre, dates.weekday_short(day))
        if region.intersects(QRect(0, _HEAD, _NUMBERS, WEEKS * _ROW)):
            for row in range(WEEKS):
                number = QRect(0, self._cell(row, 0).top(), _NUMBERS - 4, _CELL)
                painter.drawText(number, centre, str(days[row * 7].isocalendar().week))
            painter.fillRect(QRect(_NUMBERS - 1, _HEAD, 1, WEEKS * _ROW), self._theme.line)
        for index, day in enumerate(days):
            cell = self._cell(index // 7, index % 7)
            if region.intersects(_painted(cell)):
                self._paint_day(painter, cell, day)
        if self._over is not None and self._over in days:
            painter.setPen(QPen(self._theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.cell(self._over).toRectF().adjusted(-1, -1, 1, 1), 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.cell(self._day).toRectF().adjusted(-1, -1, 1, 1), 4, 4)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by days and weeks, Home and End to the ends of the week, pages by months."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _ENTER:
            self.day_opened.emit(self._day)
        elif key in _MONTHS:
            self._choose(month_later(self._day, _MONTHS[key]))
        elif key in _STEPS:
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
        """A tooltip writes the day out; its keys are no shortcuts of the window."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in _OWN_KEYS:
                event.accept()
                return True
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            day = self._day_at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tooltip(self._told(day, "\n")) if day else "", self)
            return True
        return super().event(event)

    def _say(self) -> None:
        self.setAccessibleName(self._told(self._day, ", "))
        self.update()

    def _turn_to(self, month: date) -> None:
        is_other = month != self._month
        self._month = month
        self._say()
        if is_other:
            self.turned.emit()

    def _marks(self, day: date) -> tuple[bool, bool, bool]:
        """What of a day's look turning pages changes."""
        return day == self._day, day in self._shown, day == self._today

    def _told(self, day: date, between: str) -> str:
        """The day written out, with what is on it."""
        parts = [dates.long_day(day)]
        if holiday := self._holidays.get(day):
            parts.append(one_line(holiday))
        if (load := self._loads.get(day)) is not None:
            parts.append(load_words(load))
        return between.join(parts)

    def _cell(self, row: int, column: int) -> QRect:
        width = self.width() - _NUMBERS
        left = _NUMBERS + column * width // 7
        right = _NUMBERS + (column + 1) * width // 7
        return QRect(left + (right - left - _CELL) // 2, _HEAD + row * _ROW, _CELL, _CELL)

    def _paint_day(self, painter: QPainter, cell: QRect, day: date) -> None:
        theme = self._theme
        if day in self._shown and day != self._day:
            painter.fillRect(_painted(cell), theme.accentsoft)
        fill: QColor | None = theme.accent if day == self._day else None
        if fill is None and day == self._hovered:
            fill = theme.hover
        load = self._loads.get(day)
        is_closed = load is not None and not load.open_minutes
        if fill is None and is_closed and day not in self._shown:
            fill = theme.closed
        if fill is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(cell, 4, 4)
        text = theme.text if day.month == self._month.month else theme.text3
        if day == self._today:
            text = theme.accent
        painter.setPen(theme.onaccent if day == self._day else text)
        painter.setFont(SECONDARY.font(SEMIBOLD if day in (self._day, self._today) else REGULAR))
        painter.drawText(cell.adjusted(0, -2, 0, -2), Qt.AlignmentFlag.AlignCenter, str(day.day))
        foot = QRect(0, 0, _BAR_WIDTH, _BAR_HEIGHT)
        foot.moveCenter(QPoint(cell.center().x(), cell.bottom() - 3))
        ink = theme.onaccent if day == self._day else theme.text2
        if day in self._holidays:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(QRectF(foot.center().x() - 1.5, foot.top() - 0.5, _DOT, _DOT))
        elif load is not None and load.open_minutes:
            self._paint_load(painter, foot, load, ink)

    def _paint_load(self, painter: QPainter, foot: QRect, load: DayTotal, ink: QColor) -> None:
        """A bar as long as the day is full, over a line as long as a day."""
        track = QColor(ink)
        track.setAlphaF(_TRACK)
        painter.fillRect(foot.left(), foot.bottom(), foot.width(), 1, track)
        painter.fillRect(foot.left(), foot.top(), filled(load, foot.width()), foot.height(), ink)

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


def _painted(cell: QRect) -> QRect:
    """All that a day is painted on, without focus."""
    return cell.adjusted(-_TINT, 0, _TINT, 0)
