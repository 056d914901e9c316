"""A time of day in a field, midnight at its end included."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from praxidesk.ui.booking.typed import typed_minute
from praxidesk.ui.controls.read_field import ReadField
from praxidesk.ui.wording import dates

WIDTH = 66
DAY_END = 1440
_STEP = 15


class ClockField(ReadField):
    """``08:30``; reads ``8``, ``830``, and as an end ``24``; Up and Down go by quarters of an hour."""

    changed = Signal()
    """By hand."""

    def __init__(self, minute: int, *, is_end: bool = False) -> None:
        super().__init__()
        self._minute = minute
        self._least, self._most = (1, DAY_END) if is_end else (0, DAY_END - 1)
        self.setFixedWidth(WIDTH)
        self.setMaxLength(8)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.set_minute(minute)

    def set_minute(self, minute: int) -> None:
        """Show a time; tells nobody."""
        self._minute = minute
        self.setText(dates.minute_text(minute))

    def minute(self) -> int:
        """Minutes after midnight; at the end of a day 1440."""
        return self._minute

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down by a quarter of an hour."""
        step = {Qt.Key.Key_Up: _STEP, Qt.Key.Key_Down: -_STEP}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.read()
        whole = self._minute - self._minute % _STEP if step > 0 else -(-self._minute // _STEP) * _STEP
        self._take(max(self._least, min(self._most, whole + step)))

    def read(self) -> bool:
        """Take the time that is typed; nothing typed is the time as it was."""
        typed = _typed(self.text()) if self.text().strip() else self._minute
        if typed is not None and self._most == DAY_END and typed == 0:
            typed = DAY_END
        if typed is None or not self._least <= typed <= self._most:
            return False
        self._take(typed)
        return True

    def _take(self, minute: int) -> None:
        different = minute != self._minute
        self.set_minute(minute)
        if different:
            self.changed.emit()


def finish_typing() -> None:
    """Let the field that has the focus read what was typed, as if somebody had left it."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit):
        focused.editingFinished.emit()


def _typed(text: str) -> int | None:
    return DAY_END if text.strip() in {"24", "24:00", "2400", "24.00"} else typed_minute(text)
