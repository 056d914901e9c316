"""The wizard's second step: when the practice is open, a line for each weekday."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from praxidesk.ui.booking.typed import typed_minute
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.named_fields import line
from praxidesk.ui.controls.refused_mark import Problem, mark_refused, refused
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.first_run.step import Step
from praxidesk.ui.first_run.wizard_draft import DayDraft, WizardDraft
from praxidesk.ui.look.fonts import BASE, REGULAR
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.wording import dates

_TIME_WIDTH = 76
_DAY_MINUTES = 1440


@dataclass(frozen=True, slots=True)
class DayLine:
    """The fields of one weekday."""

    is_open: QCheckBox
    times: tuple[QLineEdit, QLineEdit, QLineEdit, QLineEdit]
    """Opens, closes, lunch begins, lunch ends."""


class HoursStep(Step):
    """Days that are not ticked are closed; a lunch left empty is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = self.tr("Opening hours")
        self.about = self.tr("At first everybody works in these hours. People's own hours can be set later.")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(8, 1)
        grid.addWidget(section_label(theme, self.tr("Open")), 0, 1, 1, 3)
        grid.addWidget(section_label(theme, self.tr("Lunch break")), 0, 5, 1, 3)
        grid.setColumnMinimumWidth(4, 24)
        self.lines = tuple(self._line(theme, grid, number) for number in range(7))
        self.same = KeyButton(theme)
        self.same.say(self.tr("All as on Monday"))
        self.same.clicked.connect(self._on_same)
        grid.addWidget(self.same, 9, 0, 1, 4)
        grid.setRowStretch(10, 1)

    def show_draft(self, draft: WizardDraft) -> None:
        """Put it into the fields."""
        for each, day in zip(self.lines, draft.days, strict=True):
            self._show_day(each, day)

    def read(self, draft: WizardDraft) -> WizardDraft:
        """The draft with what stands in the fields."""
        return replace(draft, days=tuple(self._day(each) for each in self.lines))

    def problem(self) -> Problem | None:
        """An end is after its start, and a lunch within the hours; one day is open at least."""
        for each in self.lines:
            for field in each.times:
                mark_refused(field, refused=False)
        if not any(each.is_open.isChecked() for each in self.lines):
            return Problem(self.tr("Tick at least one day on which you are open."), self.lines[0].is_open)
        found = (self._wrong(each) for each in self.lines if each.is_open.isChecked())
        return next((each for each in found if each is not None), None)

    def first(self) -> QWidget:
        """Monday."""
        return self.lines[0].is_open

    def field_of(self, path: Sequence[str]) -> QWidget | None:
        """The hours and breaks of ``[site]`` as a whole."""
        key = path[1].partition("[")[0] if len(path) > 1 and path[0] == "site" else ""
        return self.lines[0].times[0] if key in {"hours", "breaks"} else None

    def _line(self, theme: Theme, grid: QGridLayout, number: int) -> DayLine:
        day = QLocale().standaloneDayName(number + 1)
        is_open = QCheckBox(day)
        is_open.setFont(BASE.font())
        is_open.toggled.connect(self._follow)
        names = (
            self.tr("{day} opens at"),
            self.tr("{day} closes at"),
            self.tr("{day} lunch from"),
            self.tr("{day} lunch until"),
        )
        opens, closes, begins, ends = (line(name.format(day=day), 8) for name in names)
        row = number + 1
        grid.addWidget(is_open, row, 0)
        for column, field in ((1, opens), (3, closes), (5, begins), (7, ends)):
            field.setFixedWidth(_TIME_WIDTH)
            field.editingFinished.connect(self._on_edited)
            field.textEdited.connect(self.changed)
            grid.addWidget(field, row, column)
        for column in (2, 6):
            grid.addWidget(ToneLabel(theme, "–", BASE, REGULAR, Tone.SECOND), row, column)
        return DayLine(is_open, (opens, closes, begins, ends))

    def _show_day(self, shown: DayLine, day: DayDraft) -> None:
        shown.is_open.setChecked(day.is_open)
        minutes = (day.opens, day.closes, day.lunch_begins, day.lunch_ends)
        for field, minute in zip(shown.times, minutes, strict=True):
            field.setText("" if minute is None else dates.minute_text(minute))
        self._follow()

    def _day(self, shown: DayLine) -> DayDraft:
        minutes = [_minute(field) for field in shown.times]
        return DayDraft(shown.is_open.isChecked(), *minutes)

    def _wrong(self, shown: DayLine) -> Problem | None:
        opens, closes, begins, ends = shown.times
        empty_lunch = not begins.text().strip() and not ends.text().strip()
        for field in (opens, closes) if empty_lunch else shown.times:
            if _minute(field) is None:
                return refused(field, self.tr("This is no time of day. Write 8, 8:30 or 18:00."))
        day = self._day(shown)
        if (day.opens or 0) >= (day.closes or 0):
            return refused(closes, self.tr("The practice must close after it opens."))
        if empty_lunch or day.lunch_begins is None or day.lunch_ends is None:
            return None
        if day.lunch_begins >= day.lunch_ends:
            return refused(ends, self.tr("The lunch break must end after it begins."))
        if day.lunch_begins < (day.opens or 0) or day.lunch_ends > (day.closes or 0):
            return refused(begins, self.tr("The lunch break must lie within the opening hours."))
        return None

    @Slot()
    def _follow(self) -> None:
        for each in self.lines:
            for field in each.times:
                field.setEnabled(each.is_open.isChecked())
        self.changed.emit()

    @Slot()
    def _on_edited(self) -> None:
        field = self.sender()
        if isinstance(field, QLineEdit) and (minute := _minute(field)) is not None:
            field.setText(dates.minute_text(minute))

    @Slot()
    def _on_same(self) -> None:
        first = self._day(self.lines[0])
        for each in self.lines[1:]:
            self._show_day(each, replace(first, is_open=each.is_open.isChecked()))
        self.changed.emit()


def _minute(field: QLineEdit) -> int | None:
    text = field.text().strip()
    if text in {"24", "24:00"}:
        return _DAY_MINUTES
    return typed_minute(text)
