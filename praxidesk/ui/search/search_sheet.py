"""Finds patients and entries as one types; Enter on a patient books, on an entry goes there."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import Role
from praxidesk.engine.walltime import Zone
from praxidesk.ui import dates, words
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import section_label
from praxidesk.ui.fault_wording import fault_message
from praxidesk.ui.icons import Icon
from praxidesk.ui.overlays.choices import Cell, CellLook, Choice, Choices
from praxidesk.ui.overlays.footer import Footer, Hint
from praxidesk.ui.search.found_entries import entries_of
from praxidesk.ui.search.query_sheet import QuerySheet
from praxidesk.ui.theme import Theme
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, PatientsFound, Ticket

DELAY_MS = 60
SHOWN_ENTRIES = 6


class SearchSheet(QuerySheet):
    """Patients from the store, entries from what is loaded."""

    booking_wanted = Signal(object)
    """``PatientOnEntry``."""
    next_free_wanted = Signal(object)
    """``PatientOnEntry``: and the first proposal at once."""
    entry_wanted = Signal(object)
    """``Entry``: go there."""
    new_patient_wanted = Signal(object)
    """``str``: book for somebody of this name."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        gateway: Gateway,
        place: tuple[Practice, Zone],
        known: Callable[[], Iterable[Entry]],
    ) -> None:
        super().__init__(window, theme, Icon.SEARCH)
        self._gateway = gateway
        self._practice, self._zone = place
        self._known = known
        self._asked: Ticket | None = None
        self._patients: tuple[PatientOnEntry, ...] = ()
        self._entries: tuple[Entry, ...] = ()
        self._people_title = section_label(theme, self.tr("Patients"))
        self.people = Choices(theme, 46, framed=False)
        self._entries_title = section_label(theme, self.tr("Entries of the days shown"))
        self.found = Choices(theme, 34, framed=False)
        self._rule = Rule(theme, Qt.Orientation.Horizontal)
        for widget in (self._people_title, self.people, self._rule, self._entries_title, self.found):
            self.body.addWidget(widget)
        for title in (self._people_title, self._entries_title):
            title.setContentsMargins(10, 2, 10, 2)
        self.card.column.addWidget(self._footer(theme))
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY_MS)
        self._delay.timeout.connect(self._on_delay)
        gateway.patients_found.connect(self._on_found)
        gateway.failed.connect(self._on_failed)
        self.field.setPlaceholderText(self.tr("Name in any order, birth date, number, phone"))
        self.field.setAccessibleName(self.tr("Search"))
        self.field.textEdited.connect(self._on_typed)
        self.stepped.connect(self._on_stepped)
        self.taken.connect(self._on_enter)
        self.people.taken.connect(self._on_person)
        self.found.taken.connect(self._on_entry)
        self.listen("Alt+F", self._on_next_free)
        self.listen("Ctrl+N", self._on_new)
        self._fill()

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        footer.row.setContentsMargins(16, 8, 16, 8)
        for keys, text in (
            (("↵",), self.tr("book, or go there")),
            ((self.tr("Alt F"),), self.tr("next free time")),
        ):
            hint = Hint(theme, *keys)
            hint.say(text)
            footer.row.addWidget(hint)
        footer.row.addStretch(1)
        new = Hint(theme, self.tr("Ctrl N"))
        new.say(self.tr("new patient"))
        footer.row.addWidget(new)
        return footer

    def _fill(self) -> None:
        self.people.show_lines([self._person_line(each) for each in self._patients])
        self.found.show_lines([self._entry_line(each) for each in self._entries])
        for widget in (self._people_title, self.people):
            widget.setVisible(bool(self._patients))
        for widget in (self._entries_title, self.found):
            widget.setVisible(bool(self._entries))
        self._rule.setVisible(bool(self._patients and self._entries))
        if self._patients:
            self.people.make_current(0)
        elif self._entries:
            self.found.make_current(0)
        nothing = self.field.text().strip() and not self._patients and not self._entries
        self.count.say(
            self._counted() if self._patients or self._entries else self.tr("nothing") if nothing else ""
        )
        self.area.setVisible(bool(self._patients or self._entries))
        self.fit_body()

    def _counted(self) -> str:
        people = self.tr("%n patient(s)", "", len(self._patients))
        entries = self.tr("%n entry(s)", "", len(self._entries))
        return f"{people} · {entries}" if self._entries else people

    def _person_line(self, patient: PatientOnEntry) -> Choice:
        today = self._zone.day_of(self._gateway.now())
        born = ""
        if patient.birth_date is not None:
            years = dates.age(patient.birth_date, today)
            born = (
                f"{dates.birth_date(patient.birth_date)} · {years} {words.sex_letter(patient.sex)}".rstrip()
            )
        return Choice(
            (
                Cell(words.patient_name(patient), 0, CellLook.NAME, below=patient.number),
                Cell(born, 320),
                Cell(patient.phone, 500, CellLook.QUIET),
            )
        )

    def _entry_line(self, entry: Entry) -> Choice:
        day = self._zone.day_of(entry.starts_at)
        today = self._zone.day_of(self._gateway.now())
        when = f"{dates.relative_day(day, today)} {dates.clock(self._zone, entry.starts_at)}"
        first = next((each for each in entry.allocations if each.role is not Role.PATIENT), None)
        who = words.short_actor_name(self._practice, first.actor) if first else ""
        return Choice(
            (
                Cell(when, 0),
                Cell(words.entry_name(self._practice, entry), 150, CellLook.NAME),
                Cell(f"{words.service_name(self._practice, entry)} · {who}", 380, CellLook.QUIET),
                Cell(words.status_name(entry.status), -1, CellLook.QUIET),
            )
        )

    @Slot()
    def _on_next_free(self) -> None:
        if 0 <= self.people.current() < len(self._patients):
            patient = self._patients[self.people.current()]
            self.close_sheet()
            self.next_free_wanted.emit(patient)

    @Slot()
    def _on_new(self) -> None:
        text = self.field.text()
        self.close_sheet()
        self.new_patient_wanted.emit(text)

    @Slot(str)
    def _on_typed(self, text: str) -> None:  # noqa: ARG002 (Qt's)
        self._delay.start()

    @Slot()
    def _on_delay(self) -> None:
        text = self.field.text().strip()
        if text:
            self._asked = self._gateway.search_patients(text)
        else:
            self._asked = None
            self._patients = self._entries = ()
            self._fill()

    @Slot(object)
    def _on_found(self, found: PatientsFound) -> None:
        if found.ticket == self._asked:
            self._patients = found.patients
            self._entries = entries_of(self._practice, self._known(), found, SHOWN_ENTRIES)
            self._fill()

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket == self._asked:
            self.count.say(fault_message(failed.fault, None).happened)

    @Slot(object)
    def _on_stepped(self, by: int) -> None:
        """Through the patients, then the entries, and back."""
        inside = self.people if self.people.current() >= 0 else self.found
        other = self.found if inside is self.people else self.people
        at = inside.current() + by
        leaves = at >= len(inside.lines()) if inside is self.people else at < 0
        if leaves and other.lines():
            inside.show_lines(inside.lines())
            other.make_current(0 if other is self.found else len(other.lines()) - 1)
        else:
            inside.step(by)
        current = self.people if self.people.current() >= 0 else self.found
        rect = current.rect_of(current.current()).translated(current.pos())
        self.area.ensureVisible(rect.center().x(), rect.center().y(), 0, rect.height())

    @Slot()
    def _on_enter(self) -> None:
        if self.people.current() >= 0:
            self._on_person(self.people.current())
        elif self.found.current() >= 0:
            self._on_entry(self.found.current())

    @Slot(object)
    def _on_person(self, index: int) -> None:
        patient = self._patients[index]
        self.close_sheet()
        self.booking_wanted.emit(patient)

    @Slot(object)
    def _on_entry(self, index: int) -> None:
        entry = self._entries[index]
        self.close_sheet()
        self.entry_wanted.emit(entry)
