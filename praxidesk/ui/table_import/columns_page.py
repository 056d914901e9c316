"""What each column of a table says: guessed, shown with its first cells, and changed where it is wrong."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from praxidesk.engine.table_import import OF_PATIENTS, Meaning, Subject, TableChoice, TableLook
from praxidesk.ui.controls.fitting_scroll import FittingScroll
from praxidesk.ui.controls.named_fields import combo
from praxidesk.ui.controls.segments import Segments
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.look.fonts import BASE, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.table_import.meaning_words import column_name, meaning_name
from praxidesk.ui.text import plain_tooltip

SUBJECTS = (Subject.APPOINTMENTS, Subject.PATIENTS)
_SHOWN = 3
"""Cells that stand for a column."""
MOST_SHOWN = 60
"""Columns; whoever has more of them has no table of patients."""


class ColumnsPage(QWidget):
    """One line for each column."""

    changed = Signal()

    def __init__(self, theme: Theme, look: TableLook) -> None:
        super().__init__()
        self._look = look
        self.choice = look.guess
        self.subject = Segments(len(SUBJECTS))
        self.subject.say([self.tr("Appointments"), self.tr("Patients")])
        self.subject.choose(SUBJECTS.index(look.guess.subject))
        self.subject.chosen.connect(self._on_subject)
        self.combos: list[QComboBox] = []
        inside = Surface(theme, "raised")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 160)
        grid.setColumnStretch(1, 1)
        headings = (self.tr("Column"), self.tr("First cells"), self.tr("Means"))
        for place, heading in enumerate(headings):
            grid.addWidget(section_label(theme, heading), 0, place)
        for place in range(min(len(look.columns), MOST_SHOWN)):
            name = column_name(look.columns, place + 1)
            label = ToneLabel(theme, name, BASE, SEMIBOLD).elide()
            label.setToolTip(plain_tooltip(name))
            cells = [row[place] for row in look.samples if place < len(row) and row[place]][:_SHOWN]
            sample = ToneLabel(theme, " · ".join(cells), SECONDARY, REGULAR, Tone.SECOND).elide()
            field = combo(self.tr("{column} means").format(column=name))
            field.setMinimumWidth(230)
            field.activated.connect(self._on_activated)
            self.combos.append(field)
            for column, widget in enumerate((label, sample, field)):
                grid.addWidget(widget, place + 1, column)
        top = QHBoxLayout()
        top.addWidget(ToneLabel(theme, self.tr("The rows are"), BASE, REGULAR, Tone.SECOND))
        top.addSpacing(8)
        top.addWidget(self.subject)
        top.addStretch(1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(12)
        column_.addLayout(top)
        self.area = FittingScroll(inside)
        column_.addWidget(self.area)
        column_.addStretch(1)
        self._fill()

    def first(self) -> QWidget:
        """The field to begin with."""
        return self.combos[0]

    def field_for(self, meaning: Meaning) -> QWidget:
        """The first field that could say it: one that says nothing yet."""
        free = [field for field, said in zip(self.combos, self.choice.meanings, strict=False) if said is None]
        return free[0] if free and meaning not in self.choice.meanings else self.combos[0]

    def _fill(self) -> None:
        is_calendar = self.choice.subject is Subject.APPOINTMENTS
        offered = [each for each in Meaning if is_calendar or each in OF_PATIENTS]
        for field, meaning in zip(self.combos, self.choice.meanings, strict=False):
            field.clear()
            field.addItem(self.tr("– not imported –"), None)
            for each in offered:
                field.addItem(meaning_name(each), each.value)
            field.setCurrentIndex(0 if meaning is None else field.findData(meaning.value))

    def _take(self, choice: TableChoice) -> None:
        self.choice = choice
        self._fill()
        self.changed.emit()

    @Slot(object)
    def _on_subject(self, place: int) -> None:
        subject = SUBJECTS[place]
        # What a table of patients cannot say comes back with the appointments.
        guess = self._look.guess
        kept = self.choice.of_subject(subject)
        if subject is Subject.APPOINTMENTS:
            meanings = tuple(
                now if now is not None or then in kept.meanings else then
                for now, then in zip(kept.meanings, guess.meanings, strict=True)
            )
            kept = TableChoice(subject, meanings, kept.writing, kept.words)
        self._take(kept)

    @Slot(int)
    def _on_activated(self, index: int) -> None:  # noqa: ARG002 (Qt's)
        field = self.sender()
        if isinstance(field, QComboBox):
            said = field.currentData()
            meaning = None if said is None else Meaning(said)
            self._take(self.choice.with_meaning(self.combos.index(field), meaning))
