"""What happens on single days: absences and closures, other hours, local holidays."""

from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from praxidesk.engine.availability import Absence, DayException, LocalHoliday
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.practice_settings.clock_field import ClockField
from praxidesk.ui.practice_settings.field_parts import Combo, DateLine
from praxidesk.ui.practice_settings.part import Bound
from praxidesk.ui.practice_settings.rows_part import Line, RowsPart

_LONGEST = 200
_MIDNIGHT = time()


class AbsenceLine(Line):
    """Whole days, the last one included; or moments, where it has some."""

    def __init__(self, theme: Theme, absence: Absence) -> None:
        super().__init__(theme)
        self._absence = absence
        whole = absence.starts.time() == _MIDNIGHT == absence.ends.time()
        last = (
            absence.ends.date() - timedelta(days=1)
            if absence.ends.time() == _MIDNIGHT
            else absence.ends.date()
        )
        self.first, self.last = DateLine(), DateLine()
        self.first.set_day(absence.starts.date())
        self.last.set_day(last)
        self.begins = ClockField(8 * 60 if whole else _minute(absence.starts))
        self.ends = ClockField(18 * 60 if whole else _minute(absence.ends) or 1440, is_end=True)
        self.whole = QCheckBox(self.tr("Whole days"))
        self.whole.setChecked(whole)
        self.reason = QLineEdit(absence.reason)
        self.reason.setMaxLength(_LONGEST)
        self.reason.setPlaceholderText(self.tr("Reason"))
        self.reason.setMinimumWidth(90)
        self.reason.setCursorPosition(0)
        for field, words in (
            (self.first, self.tr("First day")),
            (self.last, self.tr("Last day")),
            (self.begins, self.tr("From")),
            (self.ends, self.tr("Until")),
            (self.reason, self.tr("Reason")),
        ):
            field.setAccessibleName(words)
        for field in (self.first, self.last):
            field.setFixedWidth(104)
            field.editingFinished.connect(self._on_edited)
        for widget in (self.first, self.begins, self.word(theme, "–"), self.last, self.ends, self.whole):
            self.row.addWidget(widget)
        self.row.addWidget(self.reason, 1)
        self.begins.changed.connect(self._on_edited)
        self.ends.changed.connect(self._on_edited)
        self.whole.clicked.connect(self._on_edited)
        self.reason.textEdited.connect(self._on_edited)
        self._show_clocks()

    def value(self) -> Any:  # noqa: ANN401
        """The absence."""
        return self._absence

    def fields(self) -> list[QWidget]:
        """Both ends."""
        return [self.first, self.begins, self.last, self.ends]

    def _show_clocks(self) -> None:
        for field in (self.begins, self.ends):
            field.setVisible(not self.whole.isChecked())

    @Slot()
    def _on_edited(self) -> None:
        self._show_clocks()
        first = self.first.day() or self._absence.starts.date()
        last = self.last.day() or first
        if last < first and self.sender() is self.first:
            last = first
            self.last.set_day(last)
        begins, ends = (0, 1440) if self.whole.isChecked() else (self.begins.minute(), self.ends.minute())
        changed = Absence(_moment(first, begins), _moment(last, ends), self.reason.text().strip())
        if changed != self._absence:
            self._absence = changed
            self.edited.emit()


class AbsencesPart(RowsPart):
    """Those that are over are shown on demand only."""

    def __init__(self, theme: Theme, label: str, bound: Bound, adds: str, today: date) -> None:
        super().__init__(theme, label, bound, adds)
        self._today = today
        self._all = False
        self.past = KeyButton(theme, ButtonKind.QUIET)
        self.past.clicked.connect(self._on_past)
        self.below.insertWidget(1, self.past)
        self.past.hide()

    def make_line(self, value: Any) -> Line:  # noqa: ANN401
        """The fields of an absence."""
        return AbsenceLine(self._theme, value)

    def new_value(self) -> Any:  # noqa: ANN401
        """Today."""
        return Absence(_moment(self._today, 0), _moment(self._today, 1440), "")

    def is_shown(self, value: Any) -> bool:  # noqa: ANN401
        """Not what is over."""
        return self._all or value.ends > _moment(self._today, 0)

    def build(self) -> None:
        """Say how many are over, too."""
        super().build()
        over = sum(line is None for line in self.lines)
        self.past.say(self.tr("Show %n past", "", over))
        self.past.setVisible(bool(over))

    @Slot()
    def _on_past(self) -> None:
        self._all = True
        self.build()


class ExceptionLine(Line):
    """A day with a window of its own, or with none."""

    def __init__(self, theme: Theme, exception: DayException, none: str) -> None:
        super().__init__(theme)
        self._exception = exception
        self.day = DateLine()
        self.day.set_day(exception.date)
        self.day.setAccessibleName(self.tr("Day"))
        self.none = QCheckBox(none)
        self.none.setChecked(exception.from_minute is None)
        self.start = ClockField(8 * 60 if exception.from_minute is None else exception.from_minute)
        self.end = ClockField(exception.to_minute or 12 * 60, is_end=True)
        self.start.setAccessibleName(self.tr("From"))
        self.end.setAccessibleName(self.tr("Until"))
        self.dash = self.word(theme, "–")
        for widget in (self.day, self.none, self.start, self.dash, self.end):
            self.row.addWidget(widget)
        self.row.addStretch(1)
        self.day.editingFinished.connect(self._on_edited)
        self.none.clicked.connect(self._on_edited)
        self.start.changed.connect(self._on_edited)
        self.end.changed.connect(self._on_edited)
        self._show_clocks()

    def value(self) -> Any:  # noqa: ANN401
        """The exception."""
        return self._exception

    def fields(self) -> list[QWidget]:
        """Day and both ends."""
        return [self.day, self.start, self.end]

    def _show_clocks(self) -> None:
        for each in (self.start, self.dash, self.end):
            each.setVisible(not self.none.isChecked())

    @Slot()
    def _on_edited(self) -> None:
        self._show_clocks()
        day = self.day.day() or self._exception.date
        changed = (
            DayException(day)
            if self.none.isChecked()
            else DayException(day, self.start.minute(), self.end.minute())
        )
        if changed != self._exception:
            self._exception = changed
            self.edited.emit()


class ExceptionsPart(RowsPart):
    """Days whose hours, or breaks, are not those of the week."""

    def __init__(  # noqa: PLR0917 - what a list needs, and its two words
        self, theme: Theme, label: str, bound: Bound, adds: str, none: str, today: date
    ) -> None:
        super().__init__(theme, label, bound, adds)
        self._none, self._today = none, today

    def make_line(self, value: Any) -> Line:  # noqa: ANN401
        """The fields of a day."""
        return ExceptionLine(self._theme, value, self._none)

    def new_value(self) -> Any:  # noqa: ANN401
        """Today, without any."""
        return DayException(self._today)


class HolidayLine(Line):
    """A day of one year or of every year, and its name."""

    def __init__(self, theme: Theme, holiday: LocalHoliday, year: int) -> None:
        super().__init__(theme)
        self._holiday, self._year = holiday, year
        self.day = DateLine()
        self.day.set_day(_shown_day(holiday, year))
        self.day.setAccessibleName(self.tr("Day"))
        self.every = Combo()
        self.every.addItems([self.tr("every year"), self.tr("this year only")])
        self.every.setCurrentIndex(0 if holiday.year is None else 1)
        self.every.setAccessibleName(self.tr("How often"))
        self.name = QLineEdit(holiday.name)
        self.name.setMaxLength(_LONGEST)
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name"))
        self.row.addWidget(self.day)
        self.row.addWidget(self.every)
        self.row.addWidget(self.name, 1)
        self.day.editingFinished.connect(self._on_edited)
        self.every.activated.connect(self._on_chosen)
        self.name.textEdited.connect(self._on_edited)

    def value(self) -> Any:  # noqa: ANN401
        """The holiday."""
        return self._holiday

    def fields(self) -> list[QWidget]:
        """Day and name."""
        return [self.day, self.name]

    def placed(self) -> dict[QWidget, str]:
        """Each by itself: a missing name is nothing against the day."""
        return {self.day: "date", self.name: "name"}

    @Slot(int)
    def _on_chosen(self, index: int) -> None:  # noqa: ARG002 (Qt's)
        self._on_edited()

    @Slot()
    def _on_edited(self) -> None:
        day = self.day.day() or _shown_day(self._holiday, self._year)
        year = None if self.every.currentIndex() == 0 else day.year
        changed = LocalHoliday(self.name.text().strip(), day.month, day.day, year)
        if changed != self._holiday:
            self._holiday = changed
            self.edited.emit()


class HolidaysPart(RowsPart):
    """Closed days that the region's calendar does not know."""

    def __init__(self, theme: Theme, label: str, bound: Bound, adds: str, today: date) -> None:
        super().__init__(theme, label, bound, adds)
        self._today = today

    def make_line(self, value: Any) -> Line:  # noqa: ANN401
        """The fields of a holiday."""
        return HolidayLine(self._theme, value, self._today.year)

    def new_value(self) -> Any:  # noqa: ANN401
        """Today, of every year, without a name."""
        return LocalHoliday("", self._today.month, self._today.day)


def _minute(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def _moment(day: date, minute: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def _shown_day(holiday: LocalHoliday, year: int) -> date:
    """The day in its year, or this one; the 29th of February in a year that has it."""
    shown = holiday.year or (year if (holiday.month, holiday.day) != (2, 29) else 2028)
    return date(shown, holiday.month, holiday.day)
