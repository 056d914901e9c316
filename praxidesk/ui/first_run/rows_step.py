"""A step of the wizard that is a table: a line of fields for each thing, as many as one likes."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from praxidesk.ui.controls.discard import discard
from praxidesk.ui.controls.fitting_scroll import FittingScroll
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.named_fields import line
from praxidesk.ui.controls.refused_mark import Problem, mark_refused, refused
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import section_label
from praxidesk.ui.first_run.step import LONGEST_CODE, Step
from praxidesk.ui.look.icons import Icon, icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind, dress
from praxidesk.ui.text import plain_tooltip

_CODE_WIDTH = 84
MOST_ROWS = 200


class FieldRow:
    """One line: name, code, and what else its kind has."""

    def __init__(self, name: str, code: str) -> None:
        self.name = line(name)
        self.code = line(code, LONGEST_CODE)
        self.code.setFixedWidth(_CODE_WIDTH)
        self.remove = QToolButton()
        dress(self.remove, ButtonKind.QUIET)

    def fields(self) -> Sequence[QWidget]:
        """All of them, from left to right."""
        return (self.name, self.code)

    def by_key(self) -> Mapping[str, QWidget]:
        """The fields by the keys of the description."""
        return {"name": self.name, "code": self.code}


class RowsStep(Step):
    """Rows without a name count for nothing."""

    table = ""
    """As the description calls it."""
    least = 0
    """How many there must be."""

    def __init__(self, theme: Theme, headings: Sequence[str], stretches: Sequence[int]) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[FieldRow] = []
        self._made = 0
        inside = Surface(theme, "raised")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        for column, (heading, stretch) in enumerate(zip(headings, stretches, strict=True)):
            self._grid.addWidget(section_label(theme, heading), 0, column)
            self._grid.setColumnStretch(column, stretch)
        self.area = FittingScroll(inside)
        self.add = KeyButton(theme, icon=Icon.PLUS, key="Alt+N")
        self.add.clicked.connect(self.add_row)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(12)
        column_.addWidget(self.area)
        column_.addLayout(foot)
        column_.addStretch(1)

    @abstractmethod
    def new_row(self) -> FieldRow:
        """An empty line."""

    @abstractmethod
    def codes(self) -> Sequence[tuple[FieldRow, str]]:
        """The code that each named row will have."""

    @Slot()
    def add_row(self) -> None:
        """One more line, ready to be typed into."""
        if len(self.rows) < MOST_ROWS:
            row = self.put_row(self.new_row())
            # A layout shows what was added to it a moment later, and what is hidden cannot have the keys.
            for field in (*row.fields(), row.remove):
                field.show()
            row.name.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(self.rows[-1].name)

    def put_row(self, row: FieldRow) -> FieldRow:
        """Show a line at the end."""
        self._made += 1
        for column, field in enumerate(row.fields()):
            self._grid.addWidget(field, self._made, column)
        row.remove.setIcon(icon(Icon.TRASH, self._theme))
        row.remove.setToolTip(plain_tooltip(self.tr("Remove this line")))
        row.remove.setAccessibleName(self.tr("Remove this line"))
        row.remove.clicked.connect(self._on_remove)
        self._grid.addWidget(row.remove, self._made, len(row.fields()))
        row.name.textEdited.connect(self._on_edited)
        row.code.textEdited.connect(self._on_edited)
        self.rows.append(row)
        return row

    def clear(self) -> None:
        """Take all lines away."""
        for row in self.rows:
            self._discard(row)
        self.rows = []

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        for row in self.rows:
            row.remove.setIcon(icon(Icon.TRASH, theme))

    def problem(self) -> Problem | None:
        """Codes differ, and there are as many as needed."""
        for row in self.rows:
            for field in row.fields():
                mark_refused(field, refused=False)
        named = [row for row in self.rows if row.name.text().strip()]
        if len(named) < self.least:
            return refused(self.first(), self.too_few())
        for row in self.rows:
            if row.code.text().strip() and not row.name.text().strip():
                return refused(row.name, self.tr("This line has a code and no name."))
        seen: set[str] = self.taken()
        for row, code in self.codes():
            if code in seen:
                return refused(row.code, self.tr("The code {code} stands twice.").format(code=code))
            seen.add(code)
        return None

    def too_few(self) -> str:
        """What is missing."""
        return ""

    def taken(self) -> set[str]:
        """Codes that other steps have taken."""
        return set()

    def first(self) -> QWidget:
        """The first empty name, or the first name."""
        if not self.rows:
            return self.add
        empty = (row.name for row in self.rows if not row.name.text().strip())
        return next(empty, self.rows[0].name)

    def field_of(self, path: Sequence[str]) -> QWidget | None:
        """By table, number and key."""
        if not path or not path[0].startswith(f"{self.table}["):
            return None
        number = int(path[0].removeprefix(f"{self.table}[").rstrip("]") or 0)
        named = [row for row in self.rows if row.name.text().strip()]
        if number >= len(named):
            return self.first()
        fields = named[number].by_key()
        return fields.get(path[1].partition("[")[0] if len(path) > 1 else "name", named[number].name)

    def propose(self) -> None:
        """Show which code each row will have where nobody writes one."""
        for row in self.rows:
            row.code.setPlaceholderText("")
        for row, code in self.codes():
            row.code.setPlaceholderText(code)

    def _discard(self, row: FieldRow) -> None:
        for field in (*row.fields(), row.remove):
            self._grid.removeWidget(field)
            discard(field)

    @Slot(str)
    def _on_edited(self, text: str) -> None:  # noqa: ARG002 (Qt's)
        field = self.sender()
        if isinstance(field, QLineEdit):
            mark_refused(field, refused=False)
        self.propose()
        self.changed.emit()

    @Slot()
    def _on_remove(self) -> None:
        button = self.sender()
        place = next((at for at, row in enumerate(self.rows) if row.remove is button), None)
        if place is None:
            return
        self._discard(self.rows.pop(place))
        beside = self.rows[min(place, len(self.rows) - 1)].name if self.rows else self.add
        beside.setFocus(Qt.FocusReason.TabFocusReason)
        self.propose()
        self.changed.emit()
