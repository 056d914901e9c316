"""The gateway's signals and methods over a calendar in memory: no thread, no database."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from praxidesk.engine.bulk import breaches
from praxidesk.engine.entries import Entry
from praxidesk.engine.history import HistoryPage
from praxidesk.engine.journal import Anchor, SealSeen
from praxidesk.engine.outcomes import Done, Invalid, RecordedChange, SlotsFound, StoreFault
from praxidesk.engine.practice import Practice
from praxidesk.engine.progress import room_of
from praxidesk.engine.requests import (
    BookRequest,
    CancelRequest,
    ChangeRequest,
    MoveRequest,
    SlotRequest,
)
from praxidesk.engine.roles import ANYBODY, Person
from praxidesk.engine.series_outcomes import CombinedOutcome, SeriesOutcome
from praxidesk.engine.series_requests import BulkRequest, CombinedSlotRequest
from praxidesk.engine.spans import Span
from praxidesk.engine.together import TogetherOutcome
from praxidesk.engine.vocabulary import GONE, ConflictKind, EntryKind, SeriesId, Severity, Status
from praxidesk.engine.waiting import Waiting
from praxidesk.engine.walltime import Zone
from praxidesk.worker.messages import (
    Answered,
    CombinedAnswered,
    ConflictsLoaded,
    Failed,
    PatientsFound,
    PolicyChanged,
    PracticeLoaded,
    SeriesLoaded,
    SeveralAnswered,
    SeveralRequest,
    SlotsAnswered,
    StoreState,
    Ticket,
    Told,
    WeekBatch,
)
from praxidesk.worker.questions.diagnostics import Diagnose
from praxidesk.worker.questions.editing import AnnounceEditing, PresentState
from praxidesk.worker.questions.finding import (
    AskPatientCard,
    EntriesAround,
    FindEverything,
    MoreEntries,
    MoreOfPatient,
    MorePatients,
    NeighbourEntry,
)
from praxidesk.worker.questions.free_times import NextFree, SheetLoad
from praxidesk.worker.questions.held import ParkedEntries, WaitingList
from praxidesk.worker.questions.history import AskHistory, EntryDeeds, EntryHistory, LastChange, LookAtSeal
from praxidesk.worker.questions.patients import AskPatient, ChangePatient, PresentName, PresentPatient
from praxidesk.worker.questions.practice_settings import PreviewPractice, SavePractice
from praxidesk.worker.questions.question import Question
from praxidesk.worker.questions.theatre import RoomlessOperations
from praxidesk.worker.questions.waiting_room import PresenceOfDay
from tests.ui import desk_practice
from tests.ui.fake_diagnosis import diagnosis
from tests.ui.fake_drafts import preview_draft, save_draft
from tests.ui.fake_finding import (
    change_patient,
    entries_around,
    find_everything,
    more_entries,
    more_of_patient,
    more_patients,
    neighbour_entry,
    patient_card,
    patient_record,
)
from tests.ui.fake_glances import next_free_times, presence, sheet_load
from tests.ui.fake_series import change_several, check_several, find_combined, siblings
from tests.ui.fake_store import FakeStore


class FakeGateway(QObject):
    practice_loaded = Signal(object)
    week_loaded = Signal(object)
    load_finished = Signal(object)
    superseded = Signal(object)
    answered = Signal(object)
    several_answered = Signal(object)
    series_loaded = Signal(object)
    combined_answered = Signal(object)
    slots_answered = Signal(object)
    patients_found = Signal(object)
    told = Signal(object)
    conflicts_loaded = Signal(object)
    policy_changed = Signal(object)
    failed = Signal(object)
    delayed = Signal(object)
    unanswered_given_up = Signal()
    store_changed = Signal(object)
    calendar_touched = Signal(object)
    state_changed = Signal(object)
    signed_in = Signal(object)
    editors_changed = Signal(object)

    def __init__(self, store: FakeStore | None = None, now: int = desk_practice.NOW) -> None:
        super().__init__()
        self.store = store or FakeStore(
            desk_practice.practice(), desk_practice.ZONE, desk_practice.patients(), desk_practice.entries()
        )
        self._now = now
        self._practice: Practice | None = None
        self._weeks: dict[date, WeekBatch] = {}
        self._shown: tuple[date, ...] = ()
        self._count = 0
        self._waiting: list[Callable[[], None]] = []
        self.person = ANYBODY
        """Who works here; ``work_as`` tells the window of somebody else."""
        self.is_held = False
        """Answers wait for ``release``."""
        self._is_away = False
        self.fault: StoreFault | None = None
        """What every change meets."""
        self.submitted: list[ChangeRequest] = []
        self.several: list[SeveralRequest] = []
        self.checked: list[BookRequest] = []
        self.searched: list[SlotRequest] = []
        self.reported: list[tuple[date, date]] = []
        self.asked: list[Question] = []
        self.answers: dict[type[Question], Callable[[Any], object]] = {
            EntryHistory: self._history,
            EntryDeeds: lambda _: None,
            AskHistory: lambda _: HistoryPage(0, 0, ()),
            LastChange: lambda _: None,
            LookAtSeal: lambda _: SealSeen(Anchor(0, ""), Anchor(0, ""), True),
            ParkedEntries: self._parked,
            WaitingList: self._waiting_list,
            PresentState: lambda asked: tuple(filter(None, [self.store.entries.get(asked.entry)])),
            AnnounceEditing: lambda asked: None,
            RoomlessOperations: self._roomless,
            NextFree: lambda asked: next_free_times(self.store, max(self._now, asked.since)),
            PreviewPractice: lambda asked: preview_draft(self.store, asked.draft, self._now),
            SavePractice: self._save_practice,
            FindEverything: lambda asked: find_everything(self.store, asked, self._now),
            MorePatients: lambda asked: more_patients(self.store, asked),
            MoreEntries: lambda asked: more_entries(self.store, asked),
            AskPatientCard: lambda asked: patient_card(self.store, asked, self._now),
            MoreOfPatient: lambda asked: more_of_patient(self.store, asked),
            AskPatient: lambda asked: patient_record(self.store, asked),
            PresentPatient: lambda asked: patient_record(self.store, AskPatient(asked.patient)),
            PresentName: lambda asked: self.store.patients.get(asked.patient),
            ChangePatient: self._change_patient,
            NeighbourEntry: lambda asked: neighbour_entry(self.store, asked),
            EntriesAround: lambda asked: entries_around(self.store, asked),
            SheetLoad: lambda asked: sheet_load(self.store, asked),
            PresenceOfDay: lambda _: presence(self.store),
            Diagnose: lambda _: diagnosis(self._now),
        }
        """How each class of question is answered; tests replace and add."""

    @property
    def practice(self) -> Practice | None:
        return self._practice

    @property
    def zone(self) -> Zone | None:
        return self.store.zone if self._practice is not None else None

    @property
    def state(self) -> StoreState:
        is_there = self._practice is not None and not self._is_away
        return StoreState(is_there, self._now, 2.0, "sqlite")

    def go_away(self, *, back: bool = False) -> None:
        """From now on the server answers no question of a booking, or answers again."""
        self._is_away = not back
        self.state_changed.emit(self.state)

    def _is_lost(self, ticket: Ticket) -> bool:
        if self._is_away:
            self.failed.emit(Failed(ticket, StoreFault.UNREACHABLE, "made up"))
        return self._is_away

    @property
    def known_weeks(self) -> tuple[int, int]:
        return 412, 480

    def now(self) -> int:
        return self._now

    def work_as(self, person: Person) -> None:
        self.person = person
        self.signed_in.emit(person)

    def start(self) -> None:
        def opened() -> None:
            self._practice = self.store.practice
            self.practice_loaded.emit(PracticeLoaded(self.store.practice))
            self.state_changed.emit(self.state)

        self._later(opened)

    def show_weeks(self, mondays: Iterable[date]) -> Ticket:
        ticket = self._ticket()
        self._shown = tuple(mondays)
        wanted = self._shown

        def loaded() -> None:
            for monday in wanted:
                self.week_loaded.emit(self._load(monday))
            self.load_finished.emit(ticket)

        self._later(loaded)
        return ticket

    def week(self, monday: date) -> WeekBatch | None:
        return self._weeks.get(monday)

    def submit(self, request: ChangeRequest) -> Ticket:
        ticket = self._ticket()
        self.submitted.append(request)

        def changed() -> None:
            if self.fault is not None:
                self.failed.emit(Failed(ticket, self.fault, "made up", request))
                return
            outcome = self.store.change(request, self._now)
            self.answered.emit(Answered(ticket, request, outcome))
            if isinstance(outcome, Done):
                self.refresh()

        self._later(changed)
        return ticket

    def submit_several(self, request: SeveralRequest) -> Ticket:
        ticket = self._ticket()
        self.several.append(request)

        def changed() -> None:
            if self.fault is not None:
                lost = None if isinstance(request, MoveRequest | CancelRequest) else request
                self.failed.emit(Failed(ticket, self.fault, "made up", lost))
                return
            outcome = change_several(self.store, request, self._now)
            self.several_answered.emit(SeveralAnswered(ticket, request, outcome))
            if isinstance(outcome, SeriesOutcome | CombinedOutcome | TogetherOutcome) and outcome.is_done:
                self.refresh()

        self._later(changed)
        return ticket

    def check_several(self, request: BulkRequest | MoveRequest) -> Ticket:
        ticket = self._ticket()
        self._later(
            lambda: self.several_answered.emit(
                SeveralAnswered(ticket, request, check_several(self.store, request, self._now))
            )
        )
        return ticket

    def find_combined(self, request: CombinedSlotRequest) -> Ticket:
        ticket = self._ticket()
        self._later(
            lambda: self.combined_answered.emit(
                CombinedAnswered(ticket, find_combined(self.store, request, self._now))
            )
        )
        return ticket

    def load_series(self, series: SeriesId) -> Ticket:
        ticket = self._ticket()

        def loaded() -> None:
            self.series_loaded.emit(SeriesLoaded(ticket, series, tuple(siblings(self.store, series))))

        self._later(loaded)
        return ticket

    def check(self, request: BookRequest) -> Ticket:
        ticket = self._ticket()
        self.checked.append(request)

        def checked() -> None:
            if not self._is_lost(ticket):
                self.answered.emit(Answered(ticket, request, self.store.check(request, self._now)))

        self._later(checked)
        return ticket

    def find_slots(self, request: SlotRequest) -> Ticket:
        ticket = self._ticket()
        self.searched.append(request)

        def found() -> None:
            if self._is_lost(ticket):
                return
            answer = self.store.find_slots(request, self._now)
            if isinstance(answer, Invalid):
                nothing = SlotsFound((), request.last_day)
                self.slots_answered.emit(SlotsAnswered(ticket, request, nothing, answer))
            else:
                self.slots_answered.emit(SlotsAnswered(ticket, request, answer))

        self._later(found)
        return ticket

    def search_patients(self, text: str) -> Ticket:
        ticket = self._ticket()

        def found() -> None:
            if self._is_lost(ticket):
                return
            every = self.store.find_patients(text)
            self.patients_found.emit(PatientsFound(ticket, text, every[:20], len(every)))

        self._later(found)
        return ticket

    def ask(self, question: Question) -> Ticket:
        ticket = self._ticket()
        self.asked.append(question)

        def told() -> None:
            if self.fault is not None:
                self.failed.emit(Failed(ticket, self.fault, "made up"))
            else:
                self.told.emit(Told(ticket, question, self.answers[type(question)](question)))

        self._later(told)
        return ticket

    def _parked(self, asked: ParkedEntries) -> tuple[Entry, ...]:
        return tuple(self.store.entries[each] for each in asked.entries if each in self.store.entries)

    def _roomless(self, asked: RoomlessOperations) -> tuple[Entry, ...]:
        found = [
            each
            for each in self.store.entries.values()
            if each.kind is EntryKind.OPERATION and each.status not in GONE and room_of(each) is None
        ]
        return tuple(sorted(found, key=lambda each: (each.starts_at, each.id)))

    def _waiting_list(self, asked: WaitingList) -> tuple[Waiting, ...]:
        found = []
        for each in self.store.entries.values():
            if each.status is Status.WAITLIST:
                lines = self.store.lines.get(each.id, [])
                since = next((line.at for line in lines if line.status is Status.WAITLIST), each.starts_at)
                found.append(Waiting(each, since))
        return tuple(sorted(found, key=lambda each: each.since))

    def _history(self, asked: EntryHistory) -> tuple[RecordedChange, ...]:
        return tuple(self.store.lines.get(asked.entry, []))

    def _change_patient(self, asked: ChangePatient) -> object:
        answer = change_patient(self.store, asked)
        self.refresh()
        return answer

    def _save_practice(self, asked: SavePractice) -> object:
        answer = save_draft(self.store, asked.draft)
        if self.store.practice is not self._practice:
            self._practice = self.store.practice
            self.practice_loaded.emit(PracticeLoaded(self.store.practice))
        return answer

    def load_conflicts(self, first: date, last: date) -> Ticket:
        ticket = self._ticket()
        self.reported.append((first, last))

        def loaded() -> None:
            if self.fault is not None:
                self.failed.emit(Failed(ticket, self.fault, "made up"))
                return
            zone = self.store.zone
            span = Span(zone.day(first).start, zone.day(last).end)
            entries = tuple(self.store.entries.values())
            found = [
                replace(each, conflicts=blocking)
                for each in breaches(self.store.practice, zone, entries, span, self._now)
                if (blocking := tuple(c for c in each.conflicts if c.severity is Severity.BLOCKING))
            ]
            found.sort(key=lambda each: (each.entry.starts_at, each.entry.id))
            self.conflicts_loaded.emit(ConflictsLoaded(ticket, tuple(found), is_complete=True))

        self._later(loaded)
        return ticket

    def change_policy(self, changes: Mapping[ConflictKind, Severity]) -> Ticket:
        ticket = self._ticket()

        def changed() -> None:
            if self.fault is not None:
                self.failed.emit(Failed(ticket, self.fault, "made up"))
                return
            practice = self.store.practice
            policy = {**practice.policy, **changes}
            self.store.practice = replace(practice, version=practice.version + 1, policy=policy)
            self._practice = self.store.practice
            self.practice_loaded.emit(PracticeLoaded(self.store.practice))
            self.policy_changed.emit(PolicyChanged(ticket))

        self._later(changed)
        return ticket

    def shutdown(self, within_ms: int = 0) -> bool:
        return True

    def refresh(self) -> None:
        """Another desk, or this one, has changed something: the weeks shown are read anew."""
        self.calendar_touched.emit(None)
        for monday in self._shown:
            self._load(monday)
        self.store_changed.emit(self._shown)

    def release(self, *, backwards: bool = False) -> None:
        """Give every answer that waits; ``backwards``: the oldest last."""
        self.is_held = False
        waiting, self._waiting = self._waiting, []
        for answer in reversed(waiting) if backwards else waiting:
            answer()

    def _load(self, monday: date) -> WeekBatch:
        zone = self.store.zone
        span = Span(zone.at(monday, 0), zone.at(monday + timedelta(days=7), 0))
        self._weeks[monday] = WeekBatch(monday, span, self.store.week(monday), self.store.unseen_in(span))
        return self._weeks[monday]

    def _ticket(self) -> Ticket:
        self._count += 1
        return Ticket(self._count)

    def _later(self, answer: Callable[[], None]) -> None:
        if self.is_held:
            self._waiting.append(answer)
        else:
            QTimer.singleShot(0, self, answer)
