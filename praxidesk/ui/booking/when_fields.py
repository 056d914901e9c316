"""Day and time as fields that read what people type."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from praxidesk.ui.booking.typed import typed_day, typed_minute
from praxidesk.ui.controls.read_field import ReadField
from praxidesk.ui.wording import dates

_LAST_MINUTE = 24 * 60 - 5
_WITHOUT_YEAR_DAYS = 300
"""So near a day is of no other year than one thinks of."""


class DayField(ReadField):
    """``Do 26. Nov.``; reads ``26.11.``, ``morgen``, ``+7``; Up and Down go by days."""

    changed = Signal(object)
    """``date``: by hand."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._day = today

    def set_day(self, day: date) -> None:
        """Show a day; tells nobody."""
        self._day = day
        self.setText(_written(day, self._today))

    def day(self) -> date:
        """The day shown."""
        return self._day

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down by a day, with Shift by a week; Enter reads what is typed first."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        weeks = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self._take(self._day + timedelta(days=step * (7 if weeks else 1)))

    def read(self) -> bool:
        """Take the day that is typed; nothing typed is the day as it was."""
        if self.text() == _written(self._day, self._today):
            return True
        typed = typed_day(self.text(), self._today) if self.text().strip() else self._day
        if typed is not None:
            self._take(typed)
        return typed is not None

    def _take(self, day: date) -> None:
        different = day != self._day
        self.set_day(day)
        self.selectAll()
        if different:
            self.changed.emit(day)


class TimeField(ReadField):
    """``09:30``; reads ``9``, ``930``; empty means the next free one; Up and Down go by five minutes."""

    changed = Signal(object)
    """``int | None``: minutes after midnight, by hand."""

    def __init__(self) -> None:
        super().__init__()
        self._minute: int | None = None

    def set_minute(self, minute: int | None) -> None:
        """Show a time, or none; tells nobody."""
        self._minute = minute
        self.setText("" if minute is None else dates.minute_text(minute))

    def minute(self) -> int | None:
        """The time shown."""
        return self._minute

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down by five minutes."""
        step = {Qt.Key.Key_Up: 5, Qt.Key.Key_Down: -5}.get(Qt.Key(event.key()))
        if step is None or self._minute is None:
            super().keyPressEvent(event)
            return
        self._take(max(0, min(_LAST_MINUTE, self._minute - self._minute % 5 + step)))

    def read(self) -> bool:
        """Take the time that is typed; nothing typed is the next free one."""
        typed = typed_minute(self.text())
        if typed is None and self.text().strip():
            return False
        self._take(typed)
        return True

    def _take(self, minute: int | None) -> None:
        different = minute != self._minute
        self.set_minute(minute)
        if different:
            self.changed.emit(minute)


def _written(day: date, today: date) -> str:
    is_near = abs((day - today).days) < _WITHOUT_YEAR_DAYS
    return dates.short_day(day) if is_near else f"{dates.short_day(day)} {day.year}"
