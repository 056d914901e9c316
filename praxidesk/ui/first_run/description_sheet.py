"""What a practice file would create, or everything that is wrong in it."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.engine.setup_outcomes import Fate, SetupInvalid, SetupReport
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.first_run.line_list import LineList
from praxidesk.ui.first_run.setup_words import line_text
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.heading import head
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.wording.reader_words import file_error

WIDTH = 720
_LINES_HEIGHT = 320


class DescriptionSheet(Sheet):
    """Enter creates the practice, or chooses another file where this one is none."""

    accepted = Signal(object)
    """``Path``."""
    other_wanted = Signal()

    def __init__(self, window: QWidget, theme: Theme, file: Path, answer: SetupReport | SetupInvalid) -> None:
        super().__init__(window, theme, WIDTH)
        self._file = file
        self._can_do = isinstance(answer, SetupReport)
        if isinstance(answer, SetupReport):
            title, text = self.tr("This will be created"), self._counts(answer)
            lines = tuple(line_text(line) for line in answer.changed)
        else:
            title = self.tr("This file cannot be used")
            text = self.tr(
                "{file}: nothing was created. Each line names the key and what is wrong with its value."
            ).format(file=file.name)
            lines = tuple(file_error(error) for error in answer.errors)
        head(self, theme, title, text)
        self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        self.lines = LineList()
        self.lines.setAccessibleName(title)
        self.lines.setFixedHeight(min(_LINES_HEIGHT, max(120, window.height() - 320)))
        self.lines.show_lines(lines)
        inset = QVBoxLayout()
        inset.setContentsMargins(16, 8, 8, 8)
        inset.addWidget(self.lines)
        self.card.column.addLayout(inset)
        self.card.column.addWidget(self._footer(theme))
        self.listen("Return", self._on_enter)
        self.listen("Enter", self._on_enter)

    def open(self) -> None:
        """Show it; the button has the keys."""
        super().open()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _counts(self, report: SetupReport) -> str:
        number = QLocale().toString(report.count(Fate.CREATED))
        changed = report.count(Fate.CHANGED)
        if changed:
            return self.tr("{file}: {new} rows are new, {changed} are changed.").format(
                file=self._file.name, new=number, changed=QLocale().toString(changed)
            )
        return self.tr("{file}: {new} rows are new. Nothing has been stored yet.").format(
            file=self._file.name, new=number
        )

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        other = KeyButton(theme)
        other.say(self.tr("Other file …"))
        other.clicked.connect(self._on_other)
        cancel = footer.way_out(self.tr("Cancel"), self.close_sheet)
        words = self.tr("Create the practice") if self._can_do else self.tr("Other file …")
        self.go = footer.way_on(words, self._on_enter)
        other.setVisible(self._can_do)
        footer.row.addWidget(other)
        footer.row.addStretch(1)
        footer.row.addWidget(cancel)
        footer.row.addWidget(self.go)
        return footer

    @Slot()
    def _on_enter(self) -> None:
        self.close_sheet()
        if self._can_do:
            self.accepted.emit(self._file)
        else:
            self.other_wanted.emit()

    @Slot()
    def _on_other(self) -> None:
        self.close_sheet()
        self.other_wanted.emit()
