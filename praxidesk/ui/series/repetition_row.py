"""The fields that say how a booking repeats, beside each other."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QSpinBox, QStackedLayout, QWidget

from praxidesk.engine.vocabulary import Frequency
from praxidesk.ui.booking.when_fields import DayField
from praxidesk.ui.controls.segments import Segments
from praxidesk.ui.controls.tone_label import section_label
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.series.repetition import (
    FREQUENCIES,
    LARGEST_INTERVAL,
    MOST_COUNT,
    Repetition,
    every,
    frequency_name,
)
from praxidesk.ui.series.weekday_buttons import WeekdayButtons
from praxidesk.ui.wording import dates

_MONDAY = date(2024, 1, 1)
_LIST_WIDTH = 270


class RepetitionRow(QWidget):
    """How often, on which weekdays, to when."""

    changed = Signal(object)
    """``Repetition``: by hand."""

    def __init__(self, theme: Theme, repetition: Repetition, first: date, today: date) -> None:
        super().__init__()
        self._repetition = repetition
        self._until = first
        self.frequency = QComboBox()
        # While it is weekly the weekdays need the room that the longest words would take.
        self.frequency.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.frequency.setMinimumContentsLength(8)
        self.frequency.view().setMinimumWidth(_LIST_WIDTH)
        for each in FREQUENCIES:
            self.frequency.addItem(frequency_name(each, first))
        self.interval = QSpinBox()
        self.interval.setRange(1, LARGEST_INTERVAL)
        self.interval.lineEdit().setTextMargins(7, 0, 0, 0)
        self.weekdays = WeekdayButtons()
        week = [date.fromordinal(_MONDAY.toordinal() + number) for number in range(7)]
        self.weekdays.say([dates.weekday_short(day) for day in week], [dates.weekday(day) for day in week])
        self.end = Segments(2)
        self.end.say([self.tr("Number", "how many times"), self.tr("Until", "a day")])
        self.end.set_compact(compact=True)
        self.count = QSpinBox()
        self.count.setRange(1, MOST_COUNT)
        self.count.lineEdit().setTextMargins(7, 0, 0, 0)
        self.until = DayField(today)
        names = (self.tr("Repeat"), self.tr("How often"), self.tr("On"), self.tr("End"))
        self._labels = [section_label(theme, name) for name in names]
        for field, name in ((self.frequency, names[0]), (self.interval, names[1])):
            field.setAccessibleName(name)
        self.count.setAccessibleName(self.tr("Number of appointments"))
        self.until.setAccessibleName(self.tr("Last day"))
        self._build()
        self._show(first)
        self.frequency.activated.connect(self._on_frequency)
        self.interval.valueChanged.connect(self._on_interval)
        self.weekdays.chosen.connect(self._on_weekdays)
        self.end.chosen.connect(self._on_end)
        self.count.valueChanged.connect(self._on_count)
        self.until.changed.connect(self._on_until)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        last = QWidget()
        self._last = QStackedLayout(last)
        self._last.setContentsMargins(0, 0, 0, 0)
        self._last.addWidget(self.count)
        self._last.addWidget(self.until)
        last.setFixedWidth(114)
        self.interval.setFixedWidth(138)
        fields = (self.frequency, self.interval, self.weekdays, self.end, last)
        for column, field in enumerate(fields):
            if column < len(self._labels):
                grid.addWidget(self._labels[column], 0, column)
            grid.addWidget(field, 1, column)
        grid.setColumnStretch(0, 1)

    def _show(self, first: date) -> None:
        shown = self._repetition
        with QSignalBlocker(self.frequency):
            self.frequency.setCurrentIndex(FREQUENCIES.index(shown.frequency))
        with QSignalBlocker(self.interval):
            self.interval.setValue(shown.interval)
        with QSignalBlocker(self.count):
            self.count.setValue(shown.count)
        self._until = shown.until or _weeks_later(first, 12)
        self.until.set_day(self._until)
        self.weekdays.choose(shown.weekdays or frozenset({first.weekday()}))
        self.end.choose(0 if shown.until is None else 1)
        self._fold()

    def _fold(self) -> None:
        """Show what the frequency and the end ask for."""
        is_weekly = self._repetition.frequency is Frequency.WEEKLY
        self.weekdays.setVisible(is_weekly)
        self._labels[2].setVisible(is_weekly)
        before, behind, one = every(self._repetition.frequency)
        self.interval.setPrefix(before)
        self.interval.setSuffix(behind)
        self.interval.setSpecialValueText(one)
        self._last.setCurrentWidget(self.count if self._repetition.until is None else self.until)

    def _become(self, repetition: Repetition) -> None:
        self._repetition = repetition
        self._fold()
        self.changed.emit(repetition)

    @Slot(int)
    def _on_frequency(self, index: int) -> None:
        self._become(replace(self._repetition, frequency=FREQUENCIES[index]))

    @Slot(int)
    def _on_interval(self, interval: int) -> None:
        self._become(replace(self._repetition, interval=interval))

    @Slot(object)
    def _on_weekdays(self, weekdays: frozenset[int]) -> None:
        self._become(replace(self._repetition, weekdays=weekdays))

    @Slot(object)
    def _on_end(self, index: int) -> None:
        self._become(replace(self._repetition, until=self._until if index else None))

    @Slot(int)
    def _on_count(self, count: int) -> None:
        self._become(replace(self._repetition, count=count))

    @Slot(object)
    def _on_until(self, day: date) -> None:
        self._until = day
        self._become(replace(self._repetition, until=day))


def _weeks_later(day: date, weeks: int) -> date:
    return date.fromordinal(day.toordinal() + 7 * weeks)
