"""What to print: which sheet, of when, of whom; the left part of the print dialog."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId
from praxidesk.ui.booking.when_fields import DayField
from praxidesk.ui.controls.segments import Segments
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.look.fonts import BASE, REGULAR, SECONDARY
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.actor_list import ActorList
from praxidesk.ui.printing.composing import kind_title
from praxidesk.ui.printing.job import Job, Offer, PrintKind
from praxidesk.ui.wording import dates

WIDTH = 264
_ROW = 27
_OF_PEOPLE = frozenset({PrintKind.DAY, PrintKind.WEEK, PrintKind.MONTH})
_OF_DAYS = _OF_PEOPLE | {PrintKind.ROOMS}


class PrintOptions(QWidget):
    """Arrows go through the sheets, Tab through what each of them asks."""

    changed = Signal()
    """Something else is wanted: see ``job``."""

    def __init__(self, theme: Theme, practice: Practice, today: date, offer: Offer) -> None:
        super().__init__()
        job = self._job = offer.job
        self._actors = {**offer.shown, job.kind: job.actors}
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 16, 12)
        column.setSpacing(4)
        self.kinds: dict[PrintKind, QRadioButton] = {}
        for kind in PrintKind:
            self.kinds[kind] = self._kind(kind)
            column.addWidget(self.kinds[kind])
        self.kinds[PrintKind.SLIP].setEnabled(job.entry is not None)
        if job.entry is None:
            self.kinds[PrintKind.SLIP].setToolTip(self.tr("Select an appointment first"))
        self.day = self._day_field(today)
        self.day_name = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self.people = ActorList(theme)
        self.people.show_practice(practice, job.actors)
        self.people.chosen.connect(self._on_people)
        self.entry_label = ToneLabel(theme, offer.about_entry, BASE)
        self.entry_label.setWordWrap(True)
        self.paper = Segments(2)
        self.paper.say([self.tr("A6"), self.tr("A4, to cut out")])
        self.paper.set_compact(compact=True)
        self.paper.choose(int(job.on_a4))
        self.paper.chosen.connect(self._on_paper)
        self.type = QComboBox()
        self.type.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.type.setMinimumContentsLength(8)
        for id_, each in practice.types.items():
            self.type.addItem(each.name, int(id_))
        self.first, self.last = self._day_field(today), self._day_field(today)
        self._types = tuple(practice.types)
        self.pages = {
            "day": self._page(theme, (self.tr("Day"), self.day), ("", self.day_name)),
            "slip": self._page(
                theme, (self.tr("Appointment"), self.entry_label), (self.tr("Paper"), self.paper)
            ),
            "recall": self._page(
                theme,
                (self.tr("Type"), self.type),
                (self.tr("Last here from"), self.first),
                (self.tr("to"), self.last),
            ),
        }
        for page in self.pages.values():
            column.addWidget(page)
        self.people_area = self._people_area(theme)
        column.addWidget(self.people_area, 1)
        column.addStretch(0)
        self.type.setCurrentIndex(self._types.index(job.type) if job.type in self._types else 0)
        self.type.currentIndexChanged.connect(self._on_type)
        self._name_fields()
        self._show_job()

    @property
    def job(self) -> Job:
        """What is chosen now."""
        return self._job

    def focus(self) -> None:
        """The sheet that is chosen has the keys."""
        self.kinds[self._job.kind].setFocus(Qt.FocusReason.TabFocusReason)

    def _kind(self, kind: PrintKind) -> QRadioButton:
        button = QRadioButton(kind_title(kind).replace("&", "&&"))
        button.setFont(BASE.font())
        button.setFixedHeight(_ROW)
        button.setChecked(kind is self._job.kind)
        button.setProperty("sheet", kind.value)
        button.toggled.connect(self._on_kind)
        return button

    def _day_field(self, today: date) -> DayField:
        field = DayField(today)
        field.changed.connect(self._on_day)
        return field

    def _page(self, theme: Theme, *fields: tuple[str, QWidget]) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        for title, field in fields:
            if title and column.count():
                column.addSpacing(4)
            if title:
                column.addWidget(section_label(theme, title))
            column.addWidget(field)
        return page

    def _people_area(self, theme: Theme) -> QScrollArea:
        inside = Surface(theme, "raised")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 8, 0)
        column.addWidget(self.people)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _name_fields(self) -> None:
        for field, name in (
            (self.day, self.tr("Day")),
            (self.first, self.tr("Last here from")),
            (self.last, self.tr("to")),
            (self.type, self.tr("Type")),
        ):
            field.setAccessibleName(name)

    def _show_job(self) -> None:
        job = self._job
        self.day.set_day(job.day)
        is_week = job.kind in {PrintKind.WEEK, PrintKind.MONTH}
        self.day_name.say(dates.week_number(job.day))
        self.day_name.setVisible(is_week)
        if job.first > date.min:
            self.first.set_day(job.first)
            self.last.set_day(job.last)
        self.pages["day"].setVisible(job.kind in _OF_DAYS)
        self.pages["slip"].setVisible(job.kind is PrintKind.SLIP)
        self.pages["recall"].setVisible(job.kind is PrintKind.RECALL)
        self.people_area.setVisible(job.kind in _OF_PEOPLE)

    def _take(self, job: Job) -> None:
        self._job = job
        self._show_job()
        self.changed.emit()

    @Slot(bool)
    def _on_kind(self, checked: bool) -> None:
        if not checked:
            return
        kind = next(kind for kind, button in self.kinds.items() if button.isChecked())
        self._actors[self._job.kind] = self._job.actors
        actors = self._actors.get(kind, ())
        self.people.check(actors)
        self._take(replace(self._job, kind=kind, actors=actors))

    @Slot(object)
    def _on_day(self, day: date) -> None:  # noqa: ARG002 (which field it was is read from all)
        self._take(replace(self._job, day=self.day.day(), first=self.first.day(), last=self.last.day()))

    @Slot(object)
    def _on_people(self, actors: tuple[ActorId, ...]) -> None:
        self._take(replace(self._job, actors=actors))

    @Slot(object)
    def _on_paper(self, place: int) -> None:
        self._take(replace(self._job, on_a4=place == 1))

    @Slot(int)
    def _on_type(self, place: int) -> None:
        if 0 <= place < len(self._types):
            self._take(replace(self._job, type=self._types[place]))
