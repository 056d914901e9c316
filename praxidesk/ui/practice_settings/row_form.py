"""The form of one row: its parts under each other, what is wrong beside each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout

from praxidesk.engine.practice_draft import PracticeRow
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.practice_settings.codes_part import CodesPart
from praxidesk.ui.practice_settings.part import Part, PartGroup
from praxidesk.ui.practice_settings.rows_part import RowsPart
from praxidesk.ui.practice_settings.week_part import WeekPart

_LABELS = 124

_NARROW = 600


class RowForm(QScrollArea):
    """Made anew for each row; scrolls."""

    edited = Signal(object)
    """``PracticeRow``: as it shall be now, by hand."""

    def __init__(self, theme: Theme, title: str, groups: Sequence[PartGroup], row: PracticeRow) -> None:
        super().__init__()
        self._theme = theme
        self._row = row
        self.parts = [part for group in groups for part in group.parts]
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        inside = Surface(theme, "raised")
        column = QVBoxLayout(inside)
        self._column = column
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        self.title = ToneLabel(theme, title, HEADING, SEMIBOLD).elide()
        self.title.setFixedHeight(HEADING.line + 2)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        self.code = ToneLabel(theme, row.code, SECONDARY, REGULAR, Tone.THIRD)
        head.addWidget(self.code)
        column.addLayout(head)
        self.error = ToneLabel(theme, "", BASE, REGULAR, Tone.DANGER)
        self.error.setWordWrap(True)
        self.error.hide()
        column.addWidget(self.error)
        for index, group in enumerate(groups):
            if index:
                column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
            self._lay_out(column, group)
        column.addStretch(1)
        self.setWidget(inside)
        self.show_row(row)
        for part in self.parts:
            part.edited.connect(self._on_edited)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the fields get the margins."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        self._column.setContentsMargins(12 if is_narrow else 24, 16, 8 if is_narrow else 24, 24)

    def show_row(self, row: PracticeRow) -> None:
        """Show another state of the same row."""
        self._row = row
        for part in self.parts:
            part.show_row(row)

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Say what is wrong, each beside its part, and what belongs to none at the top."""
        left = dict(errors)
        for part in self.parts:
            mine = {path: text for path, text in errors.items() if part.owns(path)}
            part.show_errors(mine)
            for path in mine:
                left.pop(path, None)
        self.error.say(" ".join(dict.fromkeys(left.values())))
        self.error.setVisible(bool(left))

    def focus_error(self) -> None:
        """Go to the first part that is wrong."""
        wrong = next((part for part in self.parts if part.error.isVisibleTo(self)), None)
        if wrong is not None:
            wrong.focus()
            self.ensureWidgetVisible(wrong, 0, 24)

    def part(self, key: str) -> Part:
        """The part of a key of the practice file."""
        return next(part for part in self.parts if part.bound.key == key)

    def _lay_out(self, column: QVBoxLayout, group: PartGroup) -> None:
        if group.heading:
            column.addWidget(ToneLabel(self._theme, group.heading, BASE, SEMIBOLD))
        grid: QGridLayout | None = None
        for part in group.parts:
            if isinstance(part, WeekPart | RowsPart) or not part.label:
                column.addWidget(ToneLabel(self._theme, part.label, BASE, SEMIBOLD))
                column.addWidget(part)
                grid = None
                continue
            if grid is None:
                grid = QGridLayout()
                grid.setHorizontalSpacing(12)
                grid.setVerticalSpacing(8)
                grid.setColumnMinimumWidth(0, _LABELS)
                grid.setColumnStretch(1, 1)
                column.addLayout(grid)
            label = ToneLabel(self._theme, part.label, SECONDARY, REGULAR, Tone.SECOND)
            label.setMinimumHeight(20 if isinstance(part, CodesPart) else 32)
            row = grid.rowCount()
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(part, row, 1, Qt.AlignmentFlag.AlignVCenter)

    @Slot()
    def _on_edited(self) -> None:
        part = self.sender()
        if isinstance(part, Part):
            self._row = part.into(self._row)
            part.show_errors({})
            self.edited.emit(self._row)
