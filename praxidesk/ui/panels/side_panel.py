"""The left panel: month sheet, whom to show, what the colours mean."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId, ActorKind
from praxidesk.ui.calendar.colour_by import ColourBy
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.look.fonts import BASE, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.icons import Icon, icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind, dress
from praxidesk.ui.panels.actor_list import ActorList
from praxidesk.ui.panels.legend import Legend
from praxidesk.ui.panels.month_sheet import MonthSheet
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import dates, words

WIDTH = 216


class SidePanel(Surface):
    """Scrolls below the month sheet, which stays."""

    day_chosen = Signal(object)
    """``date``."""
    actors_chosen = Signal(object)
    """``tuple[ActorId, ...]``."""
    colour_by_wanted = Signal(object)
    """``ColourBy``."""
    day_opened = Signal(object)
    """``date``: Enter on a day of the sheet."""
    free_wanted = Signal(object)
    """``Place``: somebody's next free time."""
    sheet_turned = Signal()
    """The month sheet shows other days."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(theme, "chrome")
        self.setFixedWidth(WIDTH)
        self.sheet = MonthSheet(theme, today)
        self._title = ToneLabel(theme, "", BASE, SEMIBOLD)
        self._earlier = self._turner()
        self._later = self._turner()
        self.actors = ActorList(theme)
        self.legend = Legend(theme)
        self._people = section_label(theme)
        self._nobody = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self._nobody.setWordWrap(True)
        self._rules = (Rule(theme, Qt.Orientation.Horizontal), Rule(theme, Qt.Orientation.Horizontal))
        self._lists = (self._rules[0], self._people, self._nobody, self.actors, self._rules[1], self.legend)
        for part in self._lists:
            part.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        head.setSpacing(0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._earlier)
        head.addWidget(self._later)
        column.addLayout(head)
        sheet = QHBoxLayout()
        sheet.setContentsMargins(0, 0, 12, 12)
        sheet.addWidget(self.sheet)
        column.addLayout(sheet)
        column.addWidget(self._rest(theme), 1)
        self.sheet.day_chosen.connect(self.day_chosen)
        self.sheet.day_opened.connect(self.day_opened)
        self.sheet.turned.connect(self.sheet_turned)
        self.actors.free_wanted.connect(self.free_wanted)
        self._earlier.clicked.connect(self._on_earlier)
        self._later.clicked.connect(self._on_later)
        self.actors.chosen.connect(self.actors_chosen)
        self.legend.switch_wanted.connect(self.colour_by_wanted)
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        super().set_theme(theme)
        self._earlier.setIcon(icon(Icon.CHEVRON_LEFT, theme))
        self._later.setIcon(icon(Icon.CHEVRON_RIGHT, theme))

    def show_days(self, day: date, shown: Sequence[date], today: date) -> None:
        """Turn the month sheet to the chosen day."""
        self.sheet.show_days(day, shown, today)
        self._title.say(dates.month_year(self.sheet.month()))

    def show_practice(self, practice: Practice, checked: Iterable[ActorId], by: ColourBy) -> None:
        """List the people, rooms, devices and types."""
        for part in self._lists:
            part.show()
        has_people = any(map(practice.is_practitioner, practice.actors))
        self._people.setVisible(not has_people)
        self._nobody.setVisible(not has_people)
        self.actors.show_practice(practice, checked)
        self.legend.show_practice(practice, by)
        self.sheet.show_holidays(practice.holidays)

    def show_nobody(self) -> None:
        """There is no practice yet."""
        for part in (self._rules[0], self._people, self._nobody):
            part.show()

    def show_colours(self, practice: Practice, by: ColourBy) -> None:
        """Explain the colours of types or of practitioners."""
        self.legend.show_practice(practice, by)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word it anew."""
        self._title.say(dates.month_year(self.sheet.month()))
        self._earlier.setToolTip(plain_tooltip(self.tr("Earlier month")))
        self._later.setToolTip(plain_tooltip(self.tr("Later month")))
        self._earlier.setAccessibleName(self.tr("Earlier month"))
        self._later.setAccessibleName(self.tr("Later month"))
        self._people.say(words.actor_kind_name(ActorKind.PRACTITIONER))
        self._nobody.say(self.tr("Nobody yet."))
        self.actors.retranslate()

    def _rest(self, theme: Theme) -> QScrollArea:
        inside = Surface(theme, "chrome")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 16)
        column.setSpacing(12)
        for part in self._lists:
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _turner(self) -> QToolButton:
        button = QToolButton()
        button.setAutoRepeat(True)
        dress(button, ButtonKind.QUIET)
        return button

    @Slot()
    def _on_earlier(self) -> None:
        self._turn(-1)

    @Slot()
    def _on_later(self) -> None:
        self._turn(1)

    def _turn(self, months: int) -> None:
        self.sheet.turn(months)
        self._title.say(dates.month_year(self.sheet.month()))
