"""The card of a patient: who it is, every appointment they had and will have, and what can be done next."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.found import PAGE, EntriesPage, PatientCard
from praxidesk.engine.practice import Practice
from praxidesk.engine.roles import Deed
from praxidesk.engine.walltime import Zone
from praxidesk.ui.actions.permission import reason_text
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR, SECONDARY, SEMIBOLD, TITLE
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.panels.facts import patient_line
from praxidesk.ui.panels.icon_line import IconLine
from praxidesk.ui.panels.note_box import NoteBox
from praxidesk.ui.search.found_layout import Block, Kind, Spot
from praxidesk.ui.search.found_line import FoundLine, entry_line, next_text
from praxidesk.ui.search.found_list import FoundList
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import words
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, Ticket, Told
from praxidesk.worker.questions.finding import AskPatientCard, MoreOfPatient

WIDTH = 800
_TALLEST = 480
_AROUND = 330
"""Pixels of a window that the list leaves to everything else."""
_LATE_MS = 200
_REST_MS = 300
"""So long it waits for more news before it asks again."""


class CardSheet(Sheet):
    """Arrows go through the appointments, Enter goes to one; letters begin a new one.

    What another desk changes of the patient or their entries comes while it is open; the line chosen stays.
    """

    booking_wanted = Signal(object)
    """``PatientOnEntry``."""
    next_free_wanted = Signal(object)
    """``PatientOnEntry``."""
    history_wanted = Signal(object)
    """``PatientOnEntry``: what was done to their data and entries, and who opened them."""
    record_wanted = Signal(object)
    """``PatientOnEntry``: their data shall be changed."""
    entry_wanted = Signal(object)
    """``Entry``: go there."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        gateway: Gateway,
        place: tuple[Practice, Zone],
        patient: PatientOnEntry,
    ) -> None:
        super().__init__(window, theme, WIDTH)
        self._gateway = gateway
        self._practice, self._zone = place
        self._patient = patient
        self._card: PatientCard | None = None
        self._entries: dict[int, Entry] = {}
        self._pages: dict[Ticket, int] = {}
        self._ticket: Ticket | None = None
        self.title = ToneLabel(theme, "", TITLE, SEMIBOLD)
        self.title.setWordWrap(True)
        self.subtitle = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self._phone = IconLine(theme, Icon.PHONE)
        self._mail = ToneLabel(theme, "", BASE, REGULAR).elide()
        self.next = ToneLabel(theme, "", BASE, SEMIBOLD)
        self.counts = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self.note = NoteBox(theme)
        self.list = FoundList(theme, self._line, inset=6)
        self.book = KeyButton(theme, ButtonKind.PRIMARY, Icon.PLUS)
        self.free = KeyButton(theme, None, Icon.CALENDAR_SEARCH)
        self.go = KeyButton(theme, None, Icon.CALENDAR)
        self.edit = KeyButton(theme, None, Icon.PENCIL)
        self.history = KeyButton(theme, None, Icon.CLOCK)
        self.again = KeyButton(theme, None, Icon.REFRESH)
        self._build(theme)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE_MS)
        self._late.timeout.connect(self._on_late)
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(_REST_MS)
        self._news.timeout.connect(self._on_news)
        self.book.clicked.connect(self._on_book)
        self.free.clicked.connect(self._on_free)
        self.go.clicked.connect(self._on_go)
        self.again.clicked.connect(self._ask)
        self.list.moved.connect(self._on_moved)
        self.list.taken.connect(self._on_taken)
        self.list.missing.connect(self._on_missing)
        self.edit.clicked.connect(self._on_edit)
        self.history.clicked.connect(self._on_history)
        self.listen("E", self._on_edit)
        self.listen("H", self._on_history)
        self.listen("N", self._on_book)
        self.listen("F", self._on_free)
        gateway.told.connect(self._on_told)
        gateway.failed.connect(self._on_failed)
        gateway.calendar_touched.connect(self._on_touched)
        self._show_head()
        self._ask()

    def open(self) -> None:
        """Show it; the keys go to the appointments."""
        super().open()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, paging and Enter are the list's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_go()
        elif not self.list.hears(event):
            super().keyPressEvent(event)
            return
        event.accept()

    def _build(self, theme: Theme) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 12)
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.subtitle)
        reach = QHBoxLayout()
        reach.setSpacing(24)
        reach.addWidget(self._phone, 1)
        reach.addWidget(self._mail, 1)
        head.addLayout(reach)
        head.addSpacing(8)
        head.addWidget(self.next)
        head.addWidget(self.counts)
        head.addWidget(self.note)
        self.card.column.addLayout(head)
        self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        self.card.column.addWidget(self.list)
        footer = Footer(theme)
        self.go.say(self.tr("Go there"), "↵")
        self.again.say(self.tr("Ask again"))
        self.free.say(self.tr("Next free time"), "F")
        self.book.say(self.tr("New appointment"), "N")
        footer.row.addWidget(self.go)
        self.edit.say(self.tr("Change data"), "E")
        footer.row.addWidget(self.edit)
        self.history.say(self.tr("History"), "H")
        footer.row.addWidget(self.history)
        footer.row.addWidget(self.again)
        footer.row.addStretch(1)
        footer.row.addWidget(self.free)
        footer.row.addWidget(self.book)
        self.card.column.addWidget(footer)
        person = self._gateway.person
        for button, deed in (
            (self.edit, Deed.WRITE_PATIENTS),
            (self.free, Deed.WRITE_OPERATIONS),
            (self.book, Deed.WRITE_OPERATIONS),
        ):
            if not person.may(deed):
                button.setEnabled(False)
                button.setToolTip(plain_tooltip(reason_text(deed)))

    def _show_head(self) -> None:
        patient, card = self._patient, self._card
        self.title.say(words.patient_name(patient))
        self.subtitle.say(patient_line(patient, self._zone, self._gateway.now()))
        self._phone.say(patient.phone)
        self._phone.setVisible(bool(patient.phone))
        self._mail.say(card.record.email if card is not None else "")
        note = card.record.note if card is not None else ""
        self.note.say(note)
        self.note.setVisible(bool(note))
        self.again.hide()
        self.go.setVisible(bool(self._entries))
        for label in (self.next, self.counts):
            label.setVisible(card is not None)
        if card is not None:
            self.next.say(self._next(card))
            self.counts.say(self._counts(card))

    def _next(self, card: PatientCard) -> str:
        coming = next((each for each in card.entries.entries if _stands(each, card.at)), None)
        text = next_text(self._practice, self._zone, coming, card.waiting_since, card.at)
        return self.tr("Next appointment: {when}").format(when=text) if coming is not None else text

    def _counts(self, card: PatientCard) -> str:
        counts = card.counts
        coming = self.tr("{number} to come").format(number=counts.coming)
        parts = [counted.found_entries(counts.total), coming]
        if counts.missed:
            parts.append(self.tr("{number} missed").format(number=counts.missed))
        if counts.cancelled:
            parts.append(self.tr("{number} cancelled").format(number=counts.cancelled))
        return " · ".join(parts)

    def _show_entries(self, place: int = 0) -> None:
        card = self._card
        if card is None:
            return
        total, coming = card.entries.total, card.entries.coming
        blocks = [
            *([Block(Kind.HEADING, text=self.tr("To come"))] if coming else []),
            Block(Kind.ENTRY, coming),
            *([Block(Kind.HEADING, text=self.tr("Past"))] if total > coming else []),
            Block(Kind.ENTRY, total - coming, coming),
        ]
        if not total:
            blocks = [Block(Kind.TEXT, text=self.tr("No appointment yet."))]
        tallest = max(160, min(_TALLEST, self._window.height() - _AROUND))
        first = Spot(Kind.ENTRY, min(place, total - 1)) if total else None
        self.list.show_blocks(blocks, first, tallest)
        self.follow_content()

    def _line(self, spot: Spot) -> FoundLine | None:
        entry = self._entries.get(spot.place)
        if entry is None:
            return None
        return entry_line(self._practice, self._zone, entry, self._gateway.now(), named=False)

    @Slot()
    def _ask(self) -> None:
        self._ticket = self._gateway.ask(AskPatientCard(self._patient.id))
        self._late.start()

    @Slot(object)
    def _on_touched(self, days: object) -> None:  # noqa: ARG002 (any day may hold one of the patient's)
        self._news.start()

    @Slot()
    def _on_news(self) -> None:
        if self._ticket is not None:
            self._news.start()  # it may have been read before the news
        elif self._card is not None:
            self._ticket = self._gateway.ask(AskPatientCard(self._patient.id, is_open=True))

    def _place_in(self, page: EntriesPage) -> int:
        """Where the entry chosen stands now; where it is not among the first, its place of before."""
        spot = self.list.chosen()
        chosen = self._entries.get(spot.place) if spot is not None else None
        if spot is None or chosen is None:
            return 0
        return next((at for at, each in enumerate(page.entries) if each.id == chosen.id), spot.place)

    @Slot()
    def _on_late(self) -> None:
        self.counts.say(self.tr("loading …"))
        self.counts.show()
        self.follow_content()

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket == self._ticket:
            self._late.stop()
            self._ticket = None
            place = 0
            if isinstance(told.answer, PatientCard):
                place = self._place_in(told.answer.entries)
                self._card = told.answer
                self._pages = {}
                self._entries = dict(enumerate(told.answer.entries.entries))
                record = told.answer.record
                self._patient = PatientOnEntry(
                    self._patient.id,
                    record.number,
                    record.family,
                    record.given,
                    record.birth_date,
                    record.sex,
                    record.phone,
                )
            self._show_head()
            self._show_entries(place)
        elif told.ticket in self._pages and isinstance(told.answer, EntriesPage):
            self._entries.update(enumerate(told.answer.entries, self._pages.pop(told.ticket)))
            self.list.refresh()

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        self._pages.pop(failed.ticket, None)
        if failed.ticket == self._ticket:
            self._late.stop()
            self._ticket = None
            self.counts.say(fault_message(failed.fault, None).happened)
            self.counts.show()
            self.again.show()
            self.follow_content()

    @Slot(object)
    def _on_missing(self, spot: Spot) -> None:
        offset = spot.place // PAGE * PAGE
        if self._card is not None and offset not in self._pages.values():
            ticket = self._gateway.ask(MoreOfPatient(self._patient.id, self._card.at, offset))
            self._pages = {ticket: offset}

    @Slot(object)
    def _on_moved(self, spot: Spot) -> None:  # noqa: ARG002 (the signal's)
        self.setAccessibleDescription(self.list.accessibleName())

    @Slot(object)
    def _on_taken(self, spot: Spot) -> None:  # noqa: ARG002 (the signal's)
        self._on_go()

    @Slot()
    def _on_go(self) -> None:
        spot = self.list.chosen()
        entry = self._entries.get(spot.place) if spot is not None else None
        if entry is not None:
            self.close_sheet()
            self.entry_wanted.emit(entry)

    @Slot()
    def _on_edit(self) -> None:
        if self.edit.isEnabled():
            self.close_sheet()
            self.record_wanted.emit(self._patient)

    @Slot()
    def _on_history(self) -> None:
        self.close_sheet()
        self.history_wanted.emit(self._patient)

    @Slot()
    def _on_book(self) -> None:
        if self.book.isEnabled():
            self.close_sheet()
            self.booking_wanted.emit(self._patient)

    @Slot()
    def _on_free(self) -> None:
        if self.free.isEnabled():
            self.close_sheet()
            self.next_free_wanted.emit(self._patient)


def _stands(entry: Entry, now: int) -> bool:
    return entry.starts_at >= now and entry.status not in words.NOT_TO_COME
