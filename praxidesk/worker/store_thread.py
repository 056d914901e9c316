"""The only place that touches the store: an object on its own thread, messages in and out."""

import logging
from collections.abc import Callable, Generator, Iterable
from dataclasses import replace
from datetime import date
from time import monotonic, perf_counter
from typing import cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from praxidesk.engine.outcomes import Invalid, SlotsFound, StoreFault
from praxidesk.engine.pauses import pause, pause_for
from praxidesk.engine.practice import Practice
from praxidesk.engine.roles import Person
from praxidesk.engine.spans import Span
from praxidesk.engine.walltime import Zone
from praxidesk.worker.access import (
    MOST_CONFLICTS,
    Access,
    AccessFailed,
    OpenStore,
    groundwork_of,
)
from praxidesk.worker.bug_trace import bug_trace
from praxidesk.worker.known_weeks import KnownWeeks
from praxidesk.worker.messages import (
    Answered,
    Ask,
    CalendarChanged,
    Check,
    CheckSeveral,
    CombinedAnswered,
    ConflictsLoaded,
    Delayed,
    EditorsChanged,
    Failed,
    FindCombined,
    FindSlots,
    Finished,
    LoadConflicts,
    LoadedWeek,
    LoadSeries,
    LoadWeeks,
    PatientsFound,
    PracticeLoaded,
    Request,
    SearchPatients,
    SeriesLoaded,
    SeveralAnswered,
    SignedIn,
    SlotsAnswered,
    Superseded,
    Told,
    WeekBatch,
    rests,
)
from praxidesk.worker.pieces import InPieces
from praxidesk.worker.requests import Change, key_of, kind_of, lost_with
from praxidesk.worker.store_line import StoreLine
from praxidesk.worker.tickets import Tickets
from praxidesk.worker.touched import answer_to, outcome_of, touched
from praxidesk.worker.unanswered import Unanswered
from praxidesk.worker.week_cache import week_span

POLL_MS = 250
AT_REST_SECONDS = 1.0
"""So long nobody has asked for anything when what the first change needs is done beforehand."""
REST_MS = 50
"""Longer than a page takes to be painted: the two threads share one interpreter."""

log = logging.getLogger(__name__)


class StoreThread(QObject):
    """Gives each request exactly one final answer: its result, ``Failed`` or superseded.

    Parentless, moved once to its thread, and spoken to by queued signals only.
    """

    answered = Signal(object)
    """Any message; one signal, so that their order holds."""
    closed = Signal()
    _rest_wanted = Signal(object)
    _piece_wanted = Signal(object)

    give_way: Callable[[], None] | None = None  # called between two pieces of work

    def __init__(self, open_store: OpenStore, tickets: Tickets, clock: Callable[[], int]) -> None:
        super().__init__()
        self._open_store = open_store
        self._tickets = tickets
        self._clock = clock
        self._line = StoreLine(open_store, clock, self.answered.emit, self._on_open)
        self._unanswered = Unanswered()
        self._asked_at = monotonic()
        self._practice: Practice | None = None
        self._person: Person | None = None
        self._zone = Zone("UTC")
        self._weeks = KnownWeeks()
        self._resting: list[Request] = []
        """What nobody waits for, until nothing else has come in for a moment."""
        self._rest: QTimer | None = None
        self._watch: QTimer | None = None
        # Through the event loop, so that a booking need not wait for six weeks to load.
        self._rest_wanted.connect(self.receive, Qt.ConnectionType.QueuedConnection)
        self._piece_wanted.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def start(self) -> None:
        """Open the store and begin to watch it; called on the thread itself."""
        pause_for(self.give_way)
        self._watch = QTimer(self, interval=POLL_MS)
        self._watch.timeout.connect(self.look)
        self._watch.start()
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._rested)
        self.look()

    @Slot()
    def close(self) -> None:
        """Let go of the store; the last thing that happens on the thread."""
        for timer in (self._watch, self._rest):
            if timer is not None:
                timer.stop()
                timer.deleteLater()
        self._watch = self._rest = None
        self._rested()
        self._end_unanswered()
        self._line.let_go(leaving=True)
        pause_for(None)
        self.closed.emit()

    @Slot()
    def give_up(self) -> None:
        """Carry out nothing any more whose answer was lost; what is done already is told all the same."""
        self._unanswered.give_up()
        self._line.count(0)

    @Slot(object)
    def receive(self, request: Request) -> None:
        """Answer one request; the rest of a load is posted behind what else has come in."""
        self._asked_at = monotonic()
        if self._rest is not None and (self._resting or rests(request)):
            self._rest.start()
            if rests(request):
                self._resting.append(request)
                return
        self._serve(request)

    @Slot()
    def _rested(self) -> None:
        """Nothing has come in for a moment: whoever is at the window has it painted by now."""
        resting, self._resting = self._resting, []
        for request in resting:
            self._serve(request)

    def _serve(self, request: Request) -> None:
        pause()
        if self._is_superseded(request):
            self.answered.emit(
                Finished(request.ticket, superseded=True)
                if isinstance(request, LoadWeeks)
                else Superseded(request.ticket)
            )
            return
        if isinstance(request, Ask) and not request.question.needs_practice:
            self._prepare(request)
            return
        if key_of(request) is not None:
            change = cast(Change, request)
            self._try(request, lambda: self._submit(change))
            return
        self._try(request, lambda: self._answer(self._opened(), request))

    @Slot(object)
    def _go_on(self, answer: InPieces) -> None:
        """One more piece of a long answer, behind whatever else has come in."""
        if self._is_superseded(answer.ask):
            answer.pieces.close()
            self.answered.emit(Superseded(answer.ask.ticket))
        else:
            self._try(answer.ask, lambda: self._do_piece(answer))

    def _do_piece(self, answer: InPieces) -> None:
        if answer.access is not self._line.access:
            raise AccessFailed(StoreFault.UNREACHABLE, "the connection was lost meanwhile")
        try:
            next(answer.pieces)
        except StopIteration as end:
            self._tell(answer.access, answer.ask, end.value)
        else:
            self._piece_wanted.emit(answer)

    def _try(self, request: Request, work: Callable[[], None]) -> None:
        began = perf_counter()
        try:
            work()
        except AccessFailed as failure:
            self._fail(request, failure)
        except Exception as bug:  # noqa: BLE001  it would end in the excepthook and answer nobody
            log.error("answering %s: %s", type(request).__name__, bug_trace(bug))  # noqa: TRY400  see there
            self._fail(request, AccessFailed(StoreFault.OTHER, type(bug).__name__))
        else:
            self._line.measure((perf_counter() - began) * 1000)

    @Slot()
    def look(self) -> None:
        """Notice what others committed, and reconnect; four times a second."""
        if not (self._line.state.connected or self._line.is_hopeful):
            self._line.grow_old()
            for change in self._unanswered.taken_unsent():
                self._fail(change, AccessFailed(StoreFault.UNREACHABLE, self._line.state.detail))
            self._line.count(self._unanswered.wanted)
        if not self._line.may_try:
            return
        try:
            access = self._opened()
            self._unanswered.ask_again(access, self._carry_out, self._look_for, self._fail)
            self._line.count(self._unanswered.wanted)
            noticed = access.noticed()
            if noticed.editors is not None:
                self.answered.emit(EditorsChanged(noticed.editors))
            if access.person != self._person:
                self._say_person(access)
            if noticed:
                self._say_practice(access)
                self._tell_changed(None if noticed.everything else noticed.days)
            elif monotonic() - self._asked_at > AT_REST_SECONDS:
                access.make_ready()
        except AccessFailed as failure:
            self._line.note(failure)
        except Exception as bug:  # noqa: BLE001  a timer's slot has nobody to tell
            log.error("watching the store: %s", bug_trace(bug))  # noqa: TRY400  see there
            self._line.let_go()
            self._line.note(AccessFailed(StoreFault.OTHER, type(bug).__name__))

    def _is_superseded(self, request: Request) -> bool:
        return not self._tickets.is_current(kind_of(request), request.ticket)

    def _prepare(self, request: Ask) -> None:
        """Answer what needs no practice; whatever came of it, look at the store again at once."""
        try:
            answer = groundwork_of(self._open_store).prepare(request.question, self._clock())
        except AccessFailed as failure:
            # About the question alone: the store is as it was.
            self.answered.emit(Failed(request.ticket, failure.fault, failure.detail))
        except Exception as bug:  # noqa: BLE001  as above
            log.error("preparing %s: %s", type(request.question).__name__, bug_trace(bug))  # noqa: TRY400
            self.answered.emit(Failed(request.ticket, StoreFault.OTHER, type(bug).__name__))
        else:
            if request.question.changes_practice:
                # A server's word of the change may still be on its way to the open store.
                self._line.let_go()
            self._line.hurry()
            self.look()
            self.answered.emit(Told(request.ticket, request.question, answer))

    def _answer(self, access: Access, request: Request) -> None:
        match request:
            case LoadWeeks():
                self._load(access, request)
            case CheckSeveral(ticket, wanted):
                several = access.check_several(wanted, self._clock())
                self._say_practice(access)
                self.answered.emit(SeveralAnswered(ticket, wanted, several))
            case FindCombined(ticket, combined):
                chains = access.find_combined(combined, self._clock())
                self._say_practice(access)
                self.answered.emit(CombinedAnswered(ticket, chains))
            case LoadSeries(ticket, series):
                self.answered.emit(SeriesLoaded(ticket, series, access.series(series)))
            case Check(ticket, wish):
                outcome = access.check(wish, self._clock())
                self._say_practice(access)
                self.answered.emit(Answered(ticket, wish, outcome))
            case FindSlots(ticket, search):
                found = access.find_slots(search, self._clock())
                self._say_practice(access)
                if isinstance(found, Invalid):
                    nothing = SlotsFound((), search.last_day)
                    self.answered.emit(SlotsAnswered(ticket, search, nothing, found))
                else:
                    self.answered.emit(SlotsAnswered(ticket, search, found))
            case SearchPatients(ticket, text):
                total, patients = access.find_patients(text, self._clock())
                self.answered.emit(PatientsFound(ticket, text, patients, total))
            case Ask(_, question):
                answer = access.answer(question, self._clock())
                if isinstance(answer, Generator):
                    self._piece_wanted.emit(InPieces(request, answer, access))
                else:
                    self._tell(access, request, answer)
            case LoadConflicts(ticket, first, last):
                breaches = access.conflicts(first, last, self._clock())
                self._say_practice(access)
                shown = breaches[:MOST_CONFLICTS]
                self.answered.emit(ConflictsLoaded(ticket, shown, is_complete=len(breaches) == len(shown)))

    def _tell(self, access: Access, asked: Ask, answer: object) -> None:
        self._say_practice(access)
        self.answered.emit(Told(asked.ticket, asked.question, answer))

    def _load(self, access: Access, wanted: LoadWeeks) -> None:
        if not wanted.mondays:
            self.answered.emit(Finished(wanted.ticket))
            return
        monday, *rest = wanted.mondays
        span = week_span(self._zone, monday)
        batch = self._weeks.fresh(monday, span)
        if batch is None:
            part = self._weeks.outdated(monday, span, self._zone)
            read = access.week(part)
            batch = self._weeks.renewed(WeekBatch(monday, span, read.entries, read.unseen), part)
        self.answered.emit(LoadedWeek(wanted.ticket, batch))
        if rest:
            self._rest_wanted.emit(replace(wanted, mondays=tuple(rest), rests=False))
        else:
            self.answered.emit(Finished(wanted.ticket))

    def _submit(self, wanted: Change) -> None:
        access = None
        try:
            access = self._opened()
            self._carry_out(access, wanted)
        except AccessFailed as failure:
            self._line.note(failure)
            can_wait = failure.fault is StoreFault.UNREACHABLE
            if not can_wait or (access is None and not self._line.is_hopeful):
                raise
            # Where it was sent, the answer to COMMIT may have been lost; the key tells whether it is in.
            self._unanswered.keep(wanted, was_sent=access is not None)
            self._line.count(self._unanswered.wanted)
            self.answered.emit(Delayed(wanted.ticket))
            self.look()

    def _carry_out(self, access: Access, wanted: Change) -> None:
        self._say_outcome(access, wanted, outcome_of(access, wanted, self._clock()))

    def _look_for(self, access: Access, given_up: Change) -> None:
        outcome = access.what_came_of(given_up, self._clock())
        if outcome is not None:
            self._say_outcome(access, given_up, outcome)
        else:
            lost = lost_with(given_up)
            self.answered.emit(Failed(given_up.ticket, StoreFault.UNREACHABLE, "", lost, given_up=True))

    def _say_outcome(self, access: Access, wanted: Change, outcome: object) -> None:
        self._say_practice(access)
        self.answered.emit(answer_to(wanted, outcome))
        self._say_changed(touched(outcome))

    def _end_unanswered(self) -> None:
        """The program ends: one more try, and then nobody is left to hear of it."""
        if self._unanswered:
            self._line.hurry()
            self.look()
        for change in self._unanswered.taken():
            what = change.question if isinstance(change, Ask) else lost_with(change)
            log.warning("ended without an answer: %s", type(what).__name__)
            self._fail(change, AccessFailed(StoreFault.UNREACHABLE, "the answer was lost"))

    def _say_changed(self, spans: Iterable[Span]) -> None:
        days: set[date] = {day for span in spans for day in self._zone.days(span)}
        if days:
            self._tell_changed(tuple(sorted(days)))

    def _tell_changed(self, days: tuple[date, ...] | None) -> None:
        self._weeks.touched(days)
        self.answered.emit(CalendarChanged(days))

    def _opened(self) -> Access:
        access, is_again = self._line.opened()
        if is_again:
            self._tell_changed(None)
        return access

    def _on_open(self, access: Access) -> None:
        self._say_person(access)
        self._say_practice(access)

    def _say_person(self, access: Access) -> None:
        self._person = access.person
        self.answered.emit(SignedIn(access.person))

    def _say_practice(self, access: Access) -> None:
        practice = access.practice()
        if practice is self._practice:
            return
        self._zone = Zone(practice.site.timezone)
        self._practice = practice
        self.answered.emit(PracticeLoaded(practice))

    def _fail(self, request: Request, failure: AccessFailed) -> None:
        self._line.note(failure)
        self.answered.emit(Failed(request.ticket, failure.fault, failure.detail, lost_with(request)))
