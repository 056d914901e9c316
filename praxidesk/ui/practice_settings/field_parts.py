"""The plain fields of a form: a line, a number, a choice, a mark, a date, words."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFocusEvent, QIntValidator, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.practice_settings.part import Bound, Part
from praxidesk.ui.wording import dates

_NUMBER_WIDTH = 88
_DATE_WIDTH = 132
_HIGHEST = 9_999_999


class Combo(QComboBox):
    """The wheel scrolls the form, and changes nothing that somebody only passes over."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the form."""
        event.ignore()


class DateLine(QLineEdit):
    """``31.12.2027``, or nothing; what cannot be read is framed and goes back."""

    def __init__(self) -> None:
        super().__init__()
        self._day: date | None = None
        self.setFixedWidth(_DATE_WIDTH)
        self.setMaxLength(20)
        self.editingFinished.connect(self._on_finished)

    def set_day(self, day: date | None) -> None:
        """Show a day or nothing."""
        self._day = day
        self.setText("" if day is None else dates.birth_date(day))

    def day(self) -> date | None:
        """What stands there."""
        if not self.text().strip():
            return None
        return dates.typed_date(self.text(), date(2100, 1, 1)) or self._day

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ready to be overwritten."""
        super().focusInEvent(event)
        self.selectAll()

    @Slot()
    def _on_finished(self) -> None:
        self.set_day(self.day())


class LinePart(Part):
    """A text on one line."""

    def __init__(self, theme: Theme, label: str, bound: Bound, most: int = 200) -> None:
        super().__init__(theme, label, bound)
        self.field = QLineEdit()
        self.field.setMaxLength(most)
        self.field.setAccessibleName(label)
        self.field.textEdited.connect(self.edited)
        self.body.addWidget(self.field)
        self.close_with_error()

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show a text; the cursor of whoever types stays."""
        if self.field.text() != value:
            self.field.setText(value)
            self.field.setCursorPosition(0)

    def value(self) -> Any:  # noqa: ANN401
        """The text, without blanks around it."""
        return self.field.text().strip()

    def marked(self) -> list[tuple[QWidget, str]]:
        """The one field."""
        return [(self.field, self.bound.key)]

    def focus(self) -> None:
        """The field."""
        self.field.setFocus()


class WordsPart(LinePart):
    """Words with spaces or commas between them."""

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show them in a line."""
        if self.value() != value:
            self.field.setText(" ".join(value))

    def value(self) -> Any:  # noqa: ANN401
        """Each once, in the order in which they are stored."""
        return tuple(sorted(set(self.field.text().replace(",", " ").split())))


class NumberPart(Part):
    """A whole number with its unit; empty means none where that is possible, else nought."""

    def __init__(
        self, theme: Theme, label: str, bound: Bound, unit: str = "", *, optional: bool = False
    ) -> None:
        super().__init__(theme, label, bound)
        self._empty = None if optional else 0
        self.field = QLineEdit()
        self.field.setValidator(QIntValidator(0, _HIGHEST, self.field))
        self.field.setFixedWidth(_NUMBER_WIDTH)
        self.field.setAccessibleName(f"{label} {unit}".strip())
        self.field.textEdited.connect(self.edited)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field)
        row.addWidget(ToneLabel(theme, unit, BASE, REGULAR, Tone.SECOND))
        row.addStretch(1)
        self.body.addLayout(row)
        self.close_with_error()

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show a number."""
        if self.value() != value or not self.field.hasFocus():
            self.field.setText("" if value is None or (value == 0 and self._empty == 0) else str(value))

    def value(self) -> Any:  # noqa: ANN401
        """The number."""
        text = self.field.text().strip()
        return int(text) if text.isascii() and text.isdigit() else self._empty

    def marked(self) -> list[tuple[QWidget, str]]:
        """The one field."""
        return [(self.field, self.bound.key)]

    def focus(self) -> None:
        """The field."""
        self.field.setFocus()


class FlagPart(Part):
    """Yes or no; its words stand beside the box."""

    def __init__(self, theme: Theme, label: str, bound: Bound, words: str) -> None:
        super().__init__(theme, label, bound)
        self.field = QCheckBox(words.replace("&", "&&"))
        self.field.setAccessibleName(words)
        self.field.clicked.connect(self.edited)
        self.body.addWidget(self.field)
        self.close_with_error()

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show yes or no."""
        self.field.setChecked(bool(value))

    def value(self) -> Any:  # noqa: ANN401
        """Yes or no."""
        return self.field.isChecked()

    def focus(self) -> None:
        """The box."""
        self.field.setFocus()


class ChoicePart(Part):
    """One of a few; a value that is not among them is added, so that it is never lost."""

    def __init__(self, theme: Theme, label: str, bound: Bound, options: Sequence[tuple[Any, str]]) -> None:
        super().__init__(theme, label, bound)
        self._options = list(options)
        self.field = Combo()
        self.field.setAccessibleName(label)
        self.field.addItems([words for _, words in self._options])
        self.field.activated.connect(self._on_activated)
        self.body.addWidget(self.field)
        self.close_with_error()

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show one."""
        values = [each for each, _ in self._options]
        if value not in values:
            self._options.append((value, str(value)))
            self.field.addItem(str(value))
            values.append(value)
        self.field.setCurrentIndex(values.index(value))

    def value(self) -> Any:  # noqa: ANN401
        """The chosen one."""
        return self._options[max(0, self.field.currentIndex())][0]

    def marked(self) -> list[tuple[QWidget, str]]:
        """The one field."""
        return [(self.field, self.bound.key)]

    def focus(self) -> None:
        """The field."""
        self.field.setFocus()

    @Slot(int)
    def _on_activated(self, index: int) -> None:  # noqa: ARG002 (Qt's)
        self.edited.emit()


class SuggestPart(Part):
    """Any text; what the practice uses already is offered, in the words of the screen."""

    def __init__(
        self, theme: Theme, label: str, bound: Bound, options: Sequence[tuple[str, str]], most: int = 200
    ) -> None:
        super().__init__(theme, label, bound)
        self._options = list(options)
        self.field = Combo()
        self.field.setEditable(True)
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.field.setAccessibleName(label)
        self.field.addItems([words for _, words in self._options])
        line = self.field.lineEdit()
        if line is not None:
            line.setMaxLength(most)
            line.textEdited.connect(self._on_edited)
        self.field.activated.connect(self._on_activated)
        self.body.addWidget(self.field)
        self.close_with_error()

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show a text, in the words of the screen."""
        if self.value() != value:
            self.field.setEditText(next((words for text, words in self._options if text == value), value))

    def value(self) -> Any:  # noqa: ANN401
        """The text as it is stored."""
        shown = self.field.currentText().strip()
        return next((text for text, words in self._options if words == shown), shown)

    def marked(self) -> list[tuple[QWidget, str]]:
        """The one field."""
        return [(self.field, self.bound.key)]

    def focus(self) -> None:
        """The field."""
        self.field.setFocus()

    @Slot(str)
    def _on_edited(self, text: str) -> None:  # noqa: ARG002 (Qt's)
        self.edited.emit()

    @Slot(int)
    def _on_activated(self, index: int) -> None:  # noqa: ARG002 (Qt's)
        self.edited.emit()


class DatePart(Part):
    """A day, or none."""

    def __init__(self, theme: Theme, label: str, bound: Bound) -> None:
        super().__init__(theme, label, bound)
        self.field = DateLine()
        self.field.setAccessibleName(label)
        self.field.editingFinished.connect(self._on_finished)
        self._shown: date | None = None
        self.body.addWidget(self.field)
        self.close_with_error()

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show a day or none."""
        self._shown = value
        self.field.set_day(value)

    def value(self) -> Any:  # noqa: ANN401
        """The day, or ``None``."""
        return self.field.day()

    def marked(self) -> list[tuple[QWidget, str]]:
        """The one field."""
        return [(self.field, self.bound.key)]

    def focus(self) -> None:
        """The field."""
        self.field.setFocus()

    @Slot()
    def _on_finished(self) -> None:
        if self.field.day() != self._shown:
            self._shown = self.field.day()
            self.edited.emit()


class ChecksPart(Part):
    """Several marks beside each other: those chosen, in the order of the choices."""

    def __init__(self, theme: Theme, label: str, bound: Bound, options: Sequence[tuple[Any, str]]) -> None:
        super().__init__(theme, label, bound)
        self._options = list(options)
        self._order: tuple[Any, ...] = ()
        self.boxes: list[QCheckBox] = []
        row = QHBoxLayout()
        row.setSpacing(16)
        for _, words in self._options:
            box = QCheckBox(words.replace("&", "&&"))
            box.clicked.connect(self.edited)
            self.boxes.append(box)
            row.addWidget(box)
        row.addStretch(1)
        self.body.addLayout(row)
        self.close_with_error()

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Mark these."""
        self._order = tuple(value)
        for box, (each, _) in zip(self.boxes, self._options, strict=True):
            box.setChecked(each in value)

    def value(self) -> Any:  # noqa: ANN401
        """The marked ones; those from before in their order."""
        marked = [each for box, (each, _) in zip(self.boxes, self._options, strict=True) if box.isChecked()]
        kept = [each for each in self._order if each in marked]
        return (*kept, *(each for each in marked if each not in kept))

    def focus(self) -> None:
        """The first box."""
        self.boxes[0].setFocus()
