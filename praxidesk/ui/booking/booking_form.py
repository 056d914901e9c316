"""The fields of a booking: what, how long, when, who, and a note."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import Participant
from praxidesk.engine.spans import LONGEST_ENTRY_MINUTES
from praxidesk.engine.vocabulary import Colour, EntryKind, ProcedureId, TypeId
from praxidesk.ui.booking.draft import Draft, default_minutes, service_of
from praxidesk.ui.booking.seat_rows import SeatRows
from praxidesk.ui.booking.service_choice import ServiceChoice
from praxidesk.ui.booking.when_fields import DayField, TimeField
from praxidesk.ui.controls.named_fields import LONGEST_REASON
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.swatch import SIDE, paint_swatch
from praxidesk.ui.controls.tone_label import section_label
from praxidesk.ui.look.theme import Theme


class BookingForm(Surface):
    """Shows a draft and says what was changed; decides nothing."""

    service_chosen = Signal(object)
    """``TypeId`` or ``ProcedureId``, by the draft's kind."""
    combination_chosen = Signal(object)
    """``Combination``: instead of a type."""
    minutes_changed = Signal(object)
    """``int``."""
    day_changed = Signal(object)
    """``date``."""
    minute_changed = Signal(object)
    """``int | None``."""
    note_changed = Signal(object)
    """``str``."""
    reason_changed = Signal(object)
    """``str``."""

    def __init__(self, theme: Theme, practice: Practice, today: date) -> None:
        super().__init__(theme, "raised")
        self._practice = practice
        self._kind: EntryKind | None = None
        self._combines = False
        """Whether combinations of the practice are offered beside its types."""
        self._services: list[TypeId] | list[ProcedureId] = []
        self.service = ServiceChoice()
        self.service.setMaxVisibleItems(16)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, LONGEST_ENTRY_MINUTES)
        self.minutes.setSingleStep(5)
        # The style sheet's padding does not reach the field inside a spin box.
        self.minutes.lineEdit().setTextMargins(7, 0, 0, 0)
        self.day = DayField(today)
        self.time = TimeField()
        self.seats = SeatRows(theme, practice)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(52)
        self._labels = {name: section_label(theme) for name in ("what", "minutes", "day", "time")}
        self._people = section_label(theme)
        self._note_title = section_label(theme)
        self._build()
        self.service.activated.connect(self._on_service)
        self.reason.textEdited.connect(self._on_reason)
        self.minutes.valueChanged.connect(self._on_minutes)
        self.day.changed.connect(self.day_changed)
        self.time.changed.connect(self.minute_changed)
        self.note.textChanged.connect(self._on_note)
        self._word()

    def show_draft(self, draft: Draft, filled: tuple[Participant, ...]) -> None:
        """Show it; tells nobody, and leaves alone what is being typed."""
        if draft.kind is not self._kind:
            self._kind = draft.kind
            self._combines = draft.entry is None
            self._fill_services()
        chosen = draft.procedure if draft.kind is EntryKind.OPERATION else draft.type
        with QSignalBlocker(self.service):
            self.service.setCurrentIndex(self._place(chosen))
        service = service_of(self._practice, draft)
        minutes = draft.minutes if draft.minutes is not None else default_minutes(service)
        if self.minutes.value() != minutes:
            with QSignalBlocker(self.minutes):
                self.minutes.setValue(minutes)
        if self.day.day() != draft.day or not self.day.text():
            self.day.set_day(draft.day)
        if self.time.minute() != draft.minute:
            self.time.set_minute(draft.minute)
        if self.reason.text() != draft.reason:
            self.reason.setText(draft.reason)
        if self.note.toPlainText() != draft.note:
            with QSignalBlocker(self.note):
                self.note.setPlainText(draft.note)
        self.seats.show_seats(draft.seats, filled)
        blocks = draft.kind is EntryKind.BLOCKOUT
        self.service.setVisible(not blocks)
        self.reason.setVisible(blocks)
        self._word()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        columns: tuple[tuple[str, QWidget, int, int], ...] = (
            ("what", self.service, 1, 0),
            ("minutes", self.minutes, 0, 96),
            ("day", self.day, 0, 132),
            ("time", self.time, 0, 116),
        )
        for column, (name, field, stretch, width) in enumerate(columns):
            grid.addWidget(self._labels[name], 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, stretch)
            if width:
                field.setFixedWidth(width)
        grid.addWidget(self.reason, 1, 0)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(4)
        column_layout.addLayout(grid)
        column_layout.addSpacing(8)
        column_layout.addWidget(self._people)
        column_layout.addWidget(self.seats)
        column_layout.addSpacing(8)
        column_layout.addWidget(self._note_title)
        column_layout.addWidget(self.note)

    def _word(self) -> None:
        what = {
            EntryKind.OPERATION: self.tr("Procedure"),
            EntryKind.BLOCKOUT: self.tr("What for"),
        }.get(self._kind or EntryKind.APPOINTMENT, self.tr("Type"))
        operates = self._kind is EntryKind.OPERATION
        words = {
            "what": what,
            "minutes": self.tr("Surgery") if operates else self.tr("Length"),
            "day": self.tr("Day"),
            "time": self.tr("Time"),
        }
        for name, text in words.items():
            self._labels[name].say(text)
        fields: dict[str, QWidget] = {
            "what": self.service,
            "minutes": self.minutes,
            "day": self.day,
            "time": self.time,
        }
        for name, field in fields.items():
            field.setAccessibleName(words[name])
        self.reason.setAccessibleName(what)
        self.minutes.setSuffix(self.tr(" min"))
        self.time.setPlaceholderText(self.tr("next free"))
        self.reason.setPlaceholderText(self.tr("Meeting, maintenance …"))
        self._people.say(self.tr("Participants"))
        self._note_title.say(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note"))

    def _fill_services(self) -> None:
        self.service.clear()
        if self._kind is EntryKind.OPERATION:
            self._services = list(self._practice.procedures)
            known = [(each.colour, each.name) for each in self._practice.procedures.values()]
        else:
            self._services = list(self._practice.types)
            known = [(each.colour, each.name) for each in self._practice.types.values()]
        for colour, name in known:
            self.service.addItem(self._swatch(colour), name)
        self.service.types = len(known)
        if self._kind is EntryKind.APPOINTMENT and self._combines:
            for combination in self._practice.combinations:
                self.service.addItem(self.tr("Combined: {name}").format(name=combination.name))

    def _swatch(self, colour: Colour) -> QIcon:
        picture = QPixmap(SIDE, SIDE)
        picture.fill(self._theme.raised)
        painter = QPainter(picture)
        paint_swatch(painter, picture.rect(), self._theme.types[colour])
        painter.end()
        return QIcon(picture)

    def _place(self, chosen: TypeId | ProcedureId | None) -> int:
        return next((place for place, each in enumerate(self._services) if each == chosen), -1)

    @Slot(int)
    def _on_service(self, index: int) -> None:
        if 0 <= index < len(self._services):
            self.service_chosen.emit(self._services[index])
        elif index >= len(self._services):
            self.combination_chosen.emit(self._practice.combinations[index - len(self._services)])

    @Slot(int)
    def _on_minutes(self, minutes: int) -> None:
        self.minutes_changed.emit(minutes)

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        self.reason_changed.emit(reason)

    @Slot()
    def _on_note(self) -> None:
        self.note_changed.emit(self.note.toPlainText())
