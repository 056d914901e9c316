"""A list of alike things in a form: a line each, one more by a button."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from praxidesk.ui.controls.discard import discard
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.practice_settings.part import Bound, Part
from praxidesk.ui.practice_settings.tool import Tool


class Line(QWidget):
    """One of them; its last button takes it out."""

    edited = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.remove = Tool(theme, Icon.CROSS, self.tr("Take out"))
        self.remove.clicked.connect(self.remove_wanted)

    def finish(self) -> None:
        """Put the last button behind all others."""
        self.row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def value(self) -> Any:  # noqa: ANN401 - of whatever kind the list is
        """What stands here."""
        raise NotImplementedError

    def fields(self) -> Sequence[QWidget]:
        """Those that are framed where something is wrong."""
        return ()

    def placed(self) -> Mapping[QWidget, str]:
        """Of them those of one value each, by its name in the row: the others are framed for any."""
        return {}

    def word(self, theme: Theme, text: str) -> ToneLabel:
        """A quiet word between two fields."""
        return ToneLabel(theme, text, BASE, REGULAR, Tone.SECOND)


class RowsPart(Part):
    """Values that are not shown (``is_shown``) keep their places."""

    def __init__(self, theme: Theme, label: str, bound: Bound, adds: str) -> None:
        super().__init__(theme, label, bound)
        self._values: list[Any] = []
        self.lines: list[Line | None] = []
        """In the order of the values; ``None`` for one that is not shown."""
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.body.addLayout(self._column)
        self.add = KeyButton(theme, ButtonKind.QUIET, Icon.PLUS).as_link()
        self.add.say(adds)
        self.add.clicked.connect(self._on_added)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch(1)
        self.below = below
        self.body.addLayout(below)
        self.close_with_error()

    def make_line(self, value: Any) -> Line:  # noqa: ANN401
        """The fields of one value."""
        raise NotImplementedError

    def new_value(self) -> Any:  # noqa: ANN401
        """What a new line begins with."""
        raise NotImplementedError

    def is_shown(self, value: Any) -> bool:  # noqa: ANN401, ARG002 - a subclass may hide some
        """Whether it has a line."""
        return True

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show these."""
        if list(value) != self._values or len(self.lines) != len(self._values):
            self._values = list(value)
            self.build()

    def value(self) -> Any:  # noqa: ANN401
        """All of them, shown or not."""
        return tuple(self._values)

    def marked(self) -> list[tuple[QWidget, str]]:
        """All fields of each line."""
        found: list[tuple[QWidget, str]] = []
        for index, line in enumerate(self.lines):
            if line is not None:
                place, named = f"{self.bound.key}[{index}]", line.placed()
                found += [
                    (field, f"{place}.{named[field]}" if field in named else place) for field in line.fields()
                ]
        return found

    def focus(self) -> None:
        """The first field that is wrong, else the button."""
        wrong = [field for field, _ in self.marked() if field.property("refused")]
        (wrong[0] if wrong else self.add).setFocus()

    def build(self) -> None:
        """Make the lines anew."""
        for line in self.lines:
            if line is not None:
                self._column.removeWidget(line)
                discard(line)
        self.lines = [self._line(value) if self.is_shown(value) else None for value in self._values]
        for made in self.lines:
            if made is not None:
                self._column.addWidget(made)

    def _line(self, value: Any) -> Line:  # noqa: ANN401
        line = self.make_line(value)
        line.finish()
        line.edited.connect(self._on_edited)
        line.remove_wanted.connect(self._on_removed)
        return line

    @Slot()
    def _on_edited(self) -> None:
        for index, line in enumerate(self.lines):
            if line is not None and line is self.sender():
                self._values[index] = line.value()
        self.edited.emit()

    @Slot()
    def _on_removed(self) -> None:
        del self._values[self.lines.index(self.sender())]  # type: ignore[arg-type]
        self.build()
        self.edited.emit()
        self.add.setFocus()

    @Slot()
    def _on_added(self) -> None:
        self._values.append(self.new_value())
        self.build()
        self.edited.emit()
        last = self.lines[-1]
        if last is not None and last.fields():
            last.fields()[0].setFocus()
