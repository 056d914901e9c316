"""What is known of what was found: counts, and those pages that have been looked at."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from praxidesk.engine.entries import Entry
from praxidesk.engine.found import PAGE, EntriesPage, Found, Mark, PatientHit, PatientsPage
from praxidesk.engine.outcomes import StoreFault
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, Ticket, Told
from praxidesk.worker.questions.finding import FindEverything, MoreEntries, MorePatients

DELAY_MS = 60
LATE_MS = 200
NEWS_MS = 3_000
"""A search may be costly, and desks book all day: however much is changed, it is asked anew no sooner."""


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry, and what of its patient's name was typed."""

    entry: Entry
    marks: tuple[Mark, ...] = ()


class FoundPages(QObject):
    """Asks for a text when its typing rests, and for further pages where somebody looks at them."""

    changed = Signal()
    """Something else was found, or nothing, or it could not be asked."""
    grown = Signal()
    """More lines of the same are known."""
    renewed = Signal()
    """The same was asked again, because somebody's data or appointments may be others now."""
    became_late = Signal()
    """The answer takes long enough to say so."""

    def __init__(self, gateway: Gateway, parent: QObject) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._wanted = ""
        self._ticket: Ticket | None = None
        self._again: Ticket | None = None
        self._more: dict[Ticket, MorePatients | MoreEntries] = {}
        self.text = ""
        """What the lines were found for."""
        self.found: Found | None = None
        self.fault: StoreFault | None = None
        self.patients: dict[int, PatientHit] = {}
        self.entries: dict[int, FoundEntry] = {}
        self._delay = self._timer(DELAY_MS)
        self._delay.timeout.connect(self._ask)
        self._late = self._timer(LATE_MS)
        self._late.timeout.connect(self.became_late)
        self._news = self._timer(NEWS_MS)
        self._news.timeout.connect(self._on_news)
        gateway.told.connect(self._on_told)
        gateway.failed.connect(self._on_failed)
        gateway.calendar_touched.connect(self._on_touched)

    @property
    def is_current(self) -> bool:
        """Whether the lines are those of the newest text."""
        return self.text == self._wanted and self.fault is None

    def want(self, text: str) -> None:
        """Look for this text, once no other follows at once."""
        self._wanted = text.strip()
        if not self._wanted:
            self._delay.stop()
            self._late.stop()
            self._ticket = None
            self._take("", None)
        else:
            self._delay.start()

    def hurry(self) -> None:
        """Do not wait for more letters."""
        if self._delay.isActive():
            self._delay.stop()
            self._ask()

    def again(self) -> None:
        """Ask the same once more, after a failure."""
        self._ask()

    def want_patient(self, place: int) -> None:
        """The page with this patient."""
        self._want_page(MorePatients(self.text, self._at(), place // PAGE * PAGE))

    def want_entry(self, place: int) -> None:
        """The page with this entry."""
        self._want_page(MoreEntries(self.text, self._at(), place // PAGE * PAGE))

    def _want_page(self, question: MorePatients | MoreEntries) -> None:
        # A newer page supersedes an older one of the same kind: what is still to be seen is asked for again.
        if self.found is not None and question not in self._more.values():
            self._more = {
                ticket: each for ticket, each in self._more.items() if type(each) is not type(question)
            }
            self._more[self._gateway.ask(question)] = question

    def _at(self) -> int:
        return self.found.at if self.found is not None else 0

    @Slot()
    def _ask(self) -> None:
        self._again = None
        self._ticket = self._gateway.ask(FindEverything(self._wanted))
        self._late.start()

    @Slot(object)
    def _on_touched(self, days: object) -> None:
        """Somebody has changed entries, or, without days, what stands on any of them, as patients' data."""
        if days is None and self._ticket is None:
            self._on_news()
        elif self.found is not None and not self._news.isActive():
            self._news.start()

    @Slot()
    def _on_news(self) -> None:
        if self._ticket is not None:
            self._news.start()  # it may have been read before the news
        elif self.found is not None and self.is_current:
            self._news.stop()
            self._again = self._gateway.ask(FindEverything(self.text))

    def _take(self, text: str, found: Found | None, fault: StoreFault | None = None) -> None:
        self._fill(text, found, fault)
        self.changed.emit()

    def _fill(self, text: str, found: Found | None, fault: StoreFault | None = None) -> None:
        self.text, self.found, self.fault = text, found, fault
        self._more = {}
        self.patients, self.entries = {}, {}
        if found is not None:
            self._add_patients(found.patients, 0)
            if found.entries is not None:
                self._add_entries(found.entries, 0)

    def _add_patients(self, page: PatientsPage, first: int) -> None:
        self.patients.update(enumerate(page.hits, first))

    def _add_entries(self, page: EntriesPage, first: int) -> None:
        marks = page.marks or ((),) * len(page.entries)
        lines = (FoundEntry(each, marked) for each, marked in zip(page.entries, marks, strict=True))
        self.entries.update(enumerate(lines, first))

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        answer, asked = told.answer, told.question
        if told.ticket == self._ticket and isinstance(answer, Found) and isinstance(asked, FindEverything):
            self._late.stop()
            self._ticket = None
            self._take(asked.text, answer)
            return
        if told.ticket == self._again and isinstance(answer, Found) and isinstance(asked, FindEverything):
            self._again = None
            if self.is_current and asked.text == self.text:
                self._fill(asked.text, answer)
                self.renewed.emit()
            return
        question = self._more.pop(told.ticket, None)
        if isinstance(question, MorePatients) and isinstance(told.answer, PatientsPage):
            self._add_patients(told.answer, question.offset)
            self.grown.emit()
        elif isinstance(question, MoreEntries) and isinstance(told.answer, EntriesPage):
            self._add_entries(told.answer, question.offset)
            self.grown.emit()

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket == self._ticket:
            self._late.stop()
            self._ticket = None
            self._take(self._wanted, None, failed.fault)
        self._more.pop(failed.ticket, None)

    def _timer(self, delay_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay_ms)
        return timer
