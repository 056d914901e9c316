"""The hours of a week: a row for each weekday, its windows beside each other."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from praxidesk.engine.availability import WeeklyWindow
from praxidesk.engine.vocabulary import Weeks
from praxidesk.ui.controls.discard import clear
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.practice_settings.clock_field import ClockField
from praxidesk.ui.practice_settings.field_parts import DateLine
from praxidesk.ui.practice_settings.part import Bound, Part
from praxidesk.ui.practice_settings.setting_words import weeks_name
from praxidesk.ui.practice_settings.tool import Tool
from praxidesk.ui.wording import dates

_MONDAY = date(2026, 11, 23)
_DAY_WIDTH = 40
_BESIDE = 2
"""Windows of every week in one line."""
_FIRST = (8 * 60, 12 * 60)
_LONGEST_BREAK = 2 * 60


class WindowFields(QWidget):
    """From, to, and a menu for what is rarely wanted: weeks, seasons, the other days."""

    edited = Signal()
    remove_wanted = Signal()
    copy_wanted = Signal(object)
    """``tuple[int, ...]``: the weekdays that shall be like this one."""

    def __init__(self, theme: Theme, window: WeeklyWindow) -> None:
        super().__init__()
        self._window = window
        self.start = ClockField(window.from_minute)
        self.end = ClockField(window.to_minute, is_end=True)
        self.since, self.until = DateLine(), DateLine()
        day = dates.weekday(_day(window.weekday))
        for field, words in (
            (self.start, self.tr("{day} from").format(day=day)),
            (self.end, self.tr("{day} to").format(day=day)),
        ):
            field.setAccessibleName(words)
            field.changed.connect(self._on_clock)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.start)
        row.addWidget(ToneLabel(theme, "–", BASE, REGULAR, Tone.SECOND))
        row.addWidget(self.end)
        self.more = Tool(theme, Icon.CHEVRON_DOWN, self.tr("Weeks, season, other days"))
        self.more.clicked.connect(self._on_more)
        self.remove = Tool(theme, Icon.CROSS, self.tr("Take out"))
        self.remove.clicked.connect(self.remove_wanted)
        self.weeks = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        row.addWidget(self.more)
        row.addWidget(self.remove)
        row.addWidget(self.weeks)
        self._season(theme, row)
        row.addStretch(1)
        self._show_weeks()

    @property
    def is_special(self) -> bool:
        """Whether it is not of every week, or has a season: it then needs a line of its own."""
        return is_special(self._window)

    def window_value(self) -> WeeklyWindow:
        """What stands here."""
        return self._window

    def _season(self, theme: Theme, row: QHBoxLayout) -> None:
        window = self._window
        self._season_widgets: list[QWidget] = []
        self.since.set_day(None if window.valid_from == date.min else window.valid_from)
        self.until.set_day(None if window.valid_to == date.max else window.valid_to)
        labels = (self.tr("from", "a day on"), self.tr("until", "a day"))
        for field, words in zip((self.since, self.until), labels, strict=True):
            label = ToneLabel(theme, words, SECONDARY, REGULAR, Tone.SECOND)
            field.setAccessibleName(words)
            field.setFixedWidth(104)
            field.editingFinished.connect(self._on_season)
            for widget in (label, field):
                row.addWidget(widget)
                widget.setVisible(_has_season(window))
                self._season_widgets.append(widget)

    def _show_weeks(self) -> None:
        self.weeks.say("" if self._window.weeks is Weeks.ALL else weeks_name(self._window.weeks))

    @Slot()
    def _on_clock(self) -> None:
        self._window = replace(self._window, from_minute=self.start.minute(), to_minute=self.end.minute())
        self.edited.emit()

    @Slot()
    def _on_season(self) -> None:
        since, until = self.since.day() or date.min, self.until.day() or date.max
        if (since, until) != (self._window.valid_from, self._window.valid_to):
            self._window = replace(self._window, valid_from=since, valid_to=until)
            self.edited.emit()

    @Slot()
    def _on_more(self) -> None:
        menu = self.menu_of_window()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu_of_window(self) -> QMenu:
        """What can be done with it."""
        menu = QMenu(self)
        for weeks in Weeks:
            action = menu.addAction(weeks_name(weeks))
            action.setCheckable(True)
            action.setChecked(self._window.weeks is weeks)
            action.setData(weeks)
            action.triggered.connect(self._on_weeks)
        menu.addSeparator()
        season = menu.addAction(self.tr("Only in a season …"))
        season.setEnabled(not _has_season(self._window))
        season.triggered.connect(self._on_season_wanted)
        menu.addSeparator()
        here = self._window.weekday
        workdays = menu.addAction(self.tr("Take this day for Monday to Friday"))
        workdays.setData(tuple(day for day in range(5) if day != here))
        all_days = menu.addAction(self.tr("Take this day for the whole week"))
        all_days.setData(tuple(day for day in range(7) if day != here))
        single = menu.addMenu(self.tr("Take this day for"))
        singles = [single.addAction(dates.weekday(_day(day))) for day in range(7) if day != here]
        for action, day in zip(singles, (day for day in range(7) if day != here), strict=True):
            action.setData((day,))
        for action in (workdays, all_days, *singles):
            action.triggered.connect(self._on_copy)
        return menu

    @Slot()
    def _on_weeks(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window = replace(self._window, weeks=Weeks(action.data()))
            self._show_weeks()
            self.edited.emit()

    @Slot()
    def _on_season_wanted(self) -> None:
        for widget in self._season_widgets:
            widget.show()
        self.since.setFocus()

    @Slot()
    def _on_copy(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.copy_wanted.emit(tuple(int(day) for day in action.data()))


class WeekPart(Part):
    """Nothing of a week is lost: odd weeks and seasons stand in lines of their own."""

    def __init__(
        self, theme: Theme, label: str, bound: Bound, *, breaks: bool = False, nothing: str = ""
    ) -> None:
        super().__init__(theme, label, bound)
        self.none_said = ToneLabel(theme, nothing, SECONDARY, REGULAR, Tone.SECOND)
        self.none_said.setWordWrap(True)
        self.none_said.hide()
        self.body.addWidget(self.none_said)
        self._breaks = breaks
        self._windows: list[WeeklyWindow] = []
        self.fields: list[WindowFields] = []
        self._adders: dict[QWidget, int] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.close_with_error()

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show these windows."""
        if list(value) != self._windows or not self.fields:
            self._windows = list(value)
            self._build()

    def value(self) -> Any:  # noqa: ANN401
        """The windows, weekday by weekday."""
        return tuple(self._windows)

    def marked(self) -> list[tuple[QWidget, str]]:
        """Both ends of each window."""
        places = [f"{self.bound.key}[{index}]" for index in range(len(self.fields))]
        fields: list[tuple[QWidget, str]] = []
        for each, place in zip(self.fields, places, strict=True):
            fields += [(each.start, place), (each.end, place)]
        return fields

    def focus(self) -> None:
        """The first field that is wrong, else the first."""
        wrong = [each.start for each in self.fields if each.start.property("refused")]
        first: list[QWidget] = [*wrong, *(each.start for each in self.fields), *self._adders]
        first[0].setFocus()

    def adder(self, weekday: int) -> QWidget:
        """The button that adds a window to a weekday."""
        return next(button for button, day in self._adders.items() if day == weekday)

    def _build(self) -> None:
        clear(self._grid)
        self.none_said.setVisible(bool(self.none_said.words()) and not self._windows)
        self._windows.sort(key=lambda window: window.weekday)
        self.fields, self._adders = [], {}
        for weekday in range(7):
            name = ToneLabel(self._theme, dates.weekday_short(_day(weekday)), BASE, SEMIBOLD)
            name.setFixedWidth(_DAY_WIDTH)
            name.setMinimumHeight(32)
            self._grid.addWidget(name, weekday, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._day(weekday), weekday, 1)

    def _day(self, weekday: int) -> QWidget:
        windows = [each for each in self._windows if each.weekday == weekday]
        made = [self._fields_of(window) for window in windows]
        self.fields += made
        add = Tool(
            self._theme,
            Icon.PLUS,
            self.tr("Add a time on {day}").format(day=dates.weekday(_day(weekday))),
        )
        add.clicked.connect(self._on_added)
        self._adders[add] = weekday
        day = QWidget()
        column = QVBoxLayout(day)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        lines: list[list[QWidget]] = []
        for each in made:
            if each.is_special or not lines or len(lines[-1]) >= _BESIDE or _is_alone(lines[-1]):
                lines.append([])
            lines[-1].append(each)
        if not lines:
            none = ToneLabel(self._theme, self._nothing(), BASE, REGULAR, Tone.THIRD)
            lines.append([none])
        lines[-1].append(add)
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(8)
            for widget in line:
                row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        return day

    def _nothing(self) -> str:
        if self.bound.key == "windows":
            return "–"  # of a reserved time: nothing is kept
        return self.tr("no break") if self._breaks else self.tr("no hours")

    def _fields_of(self, window: WeeklyWindow) -> WindowFields:
        fields = WindowFields(self._theme, window)
        fields.edited.connect(self._on_edited)
        fields.remove_wanted.connect(self._on_removed)
        fields.copy_wanted.connect(self._on_copied)
        return fields

    def _rebuilt(self) -> None:
        self._build()
        self.edited.emit()

    @Slot()
    def _on_edited(self) -> None:
        was_special = [is_special(each) for each in self._windows]
        self._windows = [each.window_value() for each in self.fields]
        if [is_special(each) for each in self._windows] != was_special:
            self._build()
        self.edited.emit()

    @Slot()
    def _on_removed(self) -> None:
        place = self.fields.index(self.sender())  # type: ignore[arg-type]
        weekday = self._windows[place].weekday
        del self._windows[place]
        self._rebuilt()
        self.adder(weekday).setFocus()

    @Slot()
    def _on_added(self) -> None:
        weekday = self._adders[self.sender()]  # type: ignore[index]
        last = max((each.to_minute for each in self._windows if each.weekday == weekday), default=None)
        start, end = _next_window(last, breaks=self._breaks)
        self._windows.append(WeeklyWindow(weekday, start, end))
        self._rebuilt()
        added = [each for each in self.fields if each.window_value().weekday == weekday][-1]
        added.start.setFocus()

    @Slot(object)
    def _on_copied(self, weekdays: tuple[int, ...]) -> None:
        place = self.fields.index(self.sender())  # type: ignore[arg-type]
        pattern = [each for each in self._windows if each.weekday == self._windows[place].weekday]
        kept = [each for each in self._windows if each.weekday not in weekdays]
        self._windows = [*kept, *(replace(each, weekday=day) for day in weekdays for each in pattern)]
        self._rebuilt()
        self.fields[0].start.setFocus()


def is_special(window: WeeklyWindow) -> bool:
    """Whether a window is not of every week of every year."""
    return window.weeks is not Weeks.ALL or _has_season(window)


def _has_season(window: WeeklyWindow) -> bool:
    return (window.valid_from, window.valid_to) != (date.min, date.max)


def _is_alone(line: list[QWidget]) -> bool:
    return any(isinstance(each, WindowFields) and each.is_special for each in line)


def _next_window(last: int | None, *, breaks: bool) -> tuple[int, int]:
    """A first guess for another window of a day, after those it has."""
    if last is None:
        return (12 * 60, 13 * 60) if breaks else _FIRST
    start = min(last + _LONGEST_BREAK, 22 * 60) if last < 22 * 60 else 0
    return start, min(start + (60 if breaks else 4 * 60), 1440)


def _day(weekday: int) -> date:
    return date.fromordinal(_MONDAY.toordinal() + weekday)
