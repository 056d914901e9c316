"""What would become of the first rows, and what is to be done with those that have something wrong."""

from dataclasses import replace

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from praxidesk.engine.practice import Practice
from praxidesk.engine.table_import import Subject, TableChoice, TableLook, TablePreview
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.look.fonts import BASE, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.table_import.meaning_words import column_name, problems
from praxidesk.ui.table_import.row_table import RowTable


class PreviewPage(QWidget):
    """Nothing is stored yet."""

    changed = Signal()
    """The first rows must be looked at anew."""

    def __init__(
        self, theme: Theme, look: TableLook, place: tuple[Practice, Zone] | None, about: str
    ) -> None:
        super().__init__()
        self._look = look
        self._place = place
        self._about = about
        self.choice = look.guess
        self.summary = ToneLabel(theme, "", BASE, SEMIBOLD)
        self.summary.setWordWrap(True)
        self.rows = RowTable(theme)
        self.breaches = QCheckBox(self.tr("Import appointments that break a rule too, and mark them"))
        self.leaves_out = QCheckBox(self.tr("Leave out rows that cannot be imported"))
        self.breaches.toggled.connect(self._on_breaches)
        self.leaves_out.toggled.connect(self._on_leaves_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self.rows, 1)
        for box in (self.breaches, self.leaves_out):
            column.addWidget(box)
        self.rows.setAccessibleName(self.tr("First rows of the table"))

    def begin(self, choice: TableChoice) -> None:
        """This is asked about now."""
        self.choice = replace(
            choice,
            breach_reason=self._about if self.breaches.isChecked() else "",
            leaves_out=self.leaves_out.isChecked(),
        )
        self.breaches.setVisible(choice.subject is Subject.APPOINTMENTS)
        self.summary.say(self.tr("The first rows are being checked …"))

    def show_preview(self, preview: TablePreview) -> None:
        """The answer."""
        place = self._place
        if place is None:
            return
        chosen = [at for at, meaning in enumerate(self.choice.meanings) if meaning is not None]
        names = [column_name(self._look.columns, at + 1) for at in chosen]
        lines, bad = [], set()
        for at, row in enumerate(preview.rows):
            said = " · ".join(problems(row, self._look.columns, *place))
            if said:
                bad.add(at)
            elif row.is_known:
                said = self.tr("is there already")
            cells = [row.cells[column] if column < len(row.cells) else "" for column in chosen]
            lines.append((str(row.line), f"⚠ {said}" if at in bad else said or self.tr("fits"), *cells))
        self.rows.show_rows([self.tr("Row"), self.tr("Result"), *names], lines, frozenset(bad))
        locale = QLocale()
        shown, of, wrong = (
            locale.toString(each) for each in (len(preview.rows), self._look.rows, preview.bad)
        )
        if preview.bad:
            said = self.tr("Of the first {shown} of {all} rows, {wrong} cannot be imported.")
        elif len(preview.rows) < self._look.rows:
            said = self.tr("The first {shown} of {all} rows fit.")
        else:
            said = self.tr("All {all} rows fit.")
        self.summary.say(said.format(shown=shown, all=of, wrong=wrong))

    @Slot(bool)
    def _on_breaches(self, checked: bool) -> None:  # noqa: ARG002 (begin reads it)
        self.changed.emit()

    @Slot(bool)
    def _on_leaves_out(self, checked: bool) -> None:
        self.choice = replace(self.choice, leaves_out=checked)
