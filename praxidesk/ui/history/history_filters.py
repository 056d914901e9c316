"""What the practice's history is narrowed down by: kind, person, desk, days, patient."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from praxidesk.engine.history import Doers, HistoryFilter, Topic
from praxidesk.engine.spans import Span
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.refused_mark import mark_refused
from praxidesk.ui.controls.segments import Segments
from praxidesk.ui.controls.tone_label import section_label
from praxidesk.ui.history.history_words import topic_name
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.counted import counted
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import PatientsFound, Ticket, Told
from praxidesk.worker.questions.history import HistoryDoers

_TOPICS = (None, *Topic)
_DELAY_MS = 150
_BEGINNING, _END = 0, 1 << 60


class HistoryFilters(QWidget):
    """Each change tells; what cannot be read as a day is marked and does not count."""

    changed = Signal()

    def __init__(self, theme: Theme, gateway: Gateway, zone: Zone) -> None:
        super().__init__()
        self._gateway = gateway
        self._zone = zone
        self._doers: Ticket | None = None
        self._search: Ticket | None = None
        self._patients: tuple[int, ...] | None = None
        self.topics = Segments(len(_TOPICS))
        self.topics.say([self.tr("All", "kinds of changes"), *map(topic_name, Topic)])
        self.topics.choose(0)
        self.person, self.desk = QComboBox(), QComboBox()
        self.first, self.last, self.patient = QLineEdit(), QLineEdit(), QLineEdit()
        self.patients = section_label(theme)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_DELAY_MS)
        self._build(theme)
        self.topics.chosen.connect(self._on_changed)
        for box in (self.person, self.desk):
            box.currentIndexChanged.connect(self._on_changed)
        for day in (self.first, self.last):
            day.textChanged.connect(self._typing.start)
        self.patient.textChanged.connect(self._on_patient_typed)
        self._typing.timeout.connect(self._on_typed)
        gateway.told.connect(self._on_told)
        gateway.patients_found.connect(self._on_patients_found)
        self._doers = gateway.ask(HistoryDoers())

    def wanted(self) -> HistoryFilter:
        """What is chosen and typed."""
        topic = _TOPICS[self.topics.choice()]
        return HistoryFilter(
            patients=self._patients,  # type: ignore[arg-type]
            topic=topic,
            login=self.person.currentData(),
            desk=self.desk.currentData(),
            span=self._span(),
        )

    def _build(self, theme: Theme) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        texts = (
            (self.tr("Person"), self.person, 3),
            (self.tr("Desk"), self.desk, 3),
            (self.tr("From day"), self.first, 2),
            (self.tr("To day"), self.last, 2),
            (self.tr("Patient"), self.patient, 4),
        )
        for column, (text, field, stretch) in enumerate(texts):
            label = self.patients if field is self.patient else section_label(theme)
            label.say(text)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, stretch)
            field.setAccessibleName(text)
        for box, text in ((self.person, self.tr("Everybody")), (self.desk, self.tr("Every desk"))):
            box.addItem(text, None)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        today = dates.birth_date(self._zone.day_of(self._gateway.now()))
        for day in (self.first, self.last):
            day.setPlaceholderText(today)
        self.patient.setPlaceholderText(self.tr("Name or number"))
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(24, 12, 24, 12)
        column_.setSpacing(10)
        column_.addWidget(self.topics)
        column_.addLayout(grid)

    def _span(self) -> Span | None:
        today = self._zone.day_of(self._gateway.now())
        first, last = (dates.typed_date(each.text(), today) for each in (self.first, self.last))
        if first is None and last is None:
            return None
        start = self._zone.day(first).start if first is not None else _BEGINNING
        end = self._zone.day(last).end if last is not None else _END
        return Span(start, max(start + 1, end))

    @Slot()
    def _on_typed(self) -> None:
        today = self._zone.day_of(self._gateway.now())
        for each in (self.first, self.last):
            text = each.text().strip()
            mark_refused(each, bool(text) and dates.typed_date(text, today) is None)
        self._on_changed()

    @Slot()
    def _on_patient_typed(self) -> None:
        text = self.patient.text().strip()
        self._search = self._gateway.search_patients(text) if text else None
        if not text:
            self._take_patients(None, self.tr("Patient"))

    @Slot(object)
    def _on_patients_found(self, found: PatientsFound) -> None:
        if found.ticket == self._search:
            shown = len(found.patients)
            said = counted.patients(found.total)
            if found.total > shown:
                said = self.tr("the first {number} of {patients}").format(number=shown, patients=said)
            self._take_patients(tuple(each.id for each in found.patients), said)

    def _take_patients(self, patients: tuple[int, ...] | None, text: str) -> None:
        self._patients = patients
        self.patients.say(text)
        self._on_changed()

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket == self._doers and isinstance(told.answer, Doers):
            for box, names in ((self.person, told.answer.logins), (self.desk, told.answer.desks)):
                box.setEnabled(bool(names))
                for name in names:
                    box.addItem(name, name)
                    box.setItemData(box.count() - 1, plain_tooltip(name), 3)

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
