"""The GUI thread's side of the store: asks, remembers weeks, and tells what came of it.

The window talks to nothing else. No method waits; every answer is a signal.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from weakref import WeakSet

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread, QTimer, Signal, Slot

from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import BookRequest, ChangeRequest, MoveRequest, SlotRequest
from praxidesk.engine.roles import ANYBODY, Person
from praxidesk.engine.series_requests import BulkRequest, CombinedSlotRequest
from praxidesk.engine.vocabulary import ConflictKind, SeriesId, Severity
from praxidesk.engine.walltime import Zone
from praxidesk.worker.access import OpenStore
from praxidesk.worker.errand import Errand
from praxidesk.worker.messages import (
    FINAL,
    PASSED_ON,
    Answered,
    Ask,
    Asking,
    CalendarChanged,
    ChangePolicy,
    Check,
    CheckSeveral,
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
    PracticeLoaded,
    SearchPatients,
    SeveralAnswered,
    SeveralRequest,
    SignedIn,
    StoreState,
    Submit,
    SubmitSeveral,
    Superseded,
    Ticket,
    WeekBatch,
)
from praxidesk.worker.questions.question import LongQuestion, Question, new_key
from praxidesk.worker.request_keys import with_key, with_key_for_all
from praxidesk.worker.right_of_way import RightOfWay
from praxidesk.worker.shown_weeks import ShownWeeks
from praxidesk.worker.store_thread import StoreThread
from praxidesk.worker.tickets import Kind, Superseding, Tickets

REFRESH_AGAIN_MS = 1000
CLOSE_WITHIN_MS = 20_000
"""Longer than any deadline of the database."""

_unfinished: list[QThread] = []
"""Threads that did not end in time: destroying one would abort the process."""


def system_clock() -> int:
    """Now, as an instant."""
    return int(time.time())


class Gateway(QObject):
    """Lives in the GUI thread and owns the store thread."""

    practice_loaded = Signal(object)
    """``PracticeLoaded``: at the start and after each change of it."""
    week_loaded = Signal(object)
    """``WeekBatch`` of a week that was asked for, or that others changed."""
    load_finished = Signal(object)
    """``Ticket``: all its weeks are there."""
    superseded = Signal(object)
    """``Ticket``: a newer request made this one useless."""
    answered = Signal(object)
    several_answered = Signal(object)
    series_loaded = Signal(object)
    combined_answered = Signal(object)
    slots_answered = Signal(object)
    patients_found = Signal(object)
    told = Signal(object)
    """``Told``: the answer to any question."""
    conflicts_loaded = Signal(object)
    policy_changed = Signal(object)
    failed = Signal(object)
    store_changed = Signal(object)
    """Mondays of shown weeks whose new state has been loaded after a change."""
    calendar_touched = Signal(object)
    """Days that were changed, shown or not, as dates; ``None``: nobody knows which."""
    state_changed = Signal(object)
    """``StoreState``."""
    signed_in = Signal(object)
    """``Person``: the store was opened by somebody, perhaps somebody else than before."""
    editors_changed = Signal(object)
    """``tuple[Editor, ...]``: who has which entry open at another desk, now."""
    left = Signal()
    """The store is let go of, and the thread has ended."""

    delayed = Signal(object)
    """``Ticket`` of a change whose answer was lost; what came of it follows when the store is there again."""
    unanswered_given_up = Signal()
    """Emit it, and none is carried out any more whose answer was lost; what is in already is answered."""

    _request_made = Signal(object)
    _close_wanted = Signal()
    _known_found = Signal(object)

    def __init__(
        self, open_store: OpenStore, clock: Callable[[], int] = system_clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._tickets = Tickets()
        self._weeks = ShownWeeks()
        self._practice: Practice | None = None
        self._zone: Zone | None = None
        self._state = StoreState(connected=False, since=clock())
        self._person = ANYBODY
        self._asked: dict[Ticket, ChangeRequest] = {}
        self._asked_several: dict[Ticket, SeveralRequest] = {}
        self._unasked: set[Ticket] = set()
        """Loads that nobody outside knows of: refreshes and neighbours."""
        self._news: list[date] = []
        self._unanswered: set[Ticket] = set()
        self._errands: WeakSet[Errand] = WeakSet()
        self._thread = QThread()
        self._thread.setObjectName("store")
        self._way = RightOfWay(self)
        self._store = StoreThread(open_store, self._tickets, clock)
        self._store.give_way = self._way.give
        self._store.moveToThread(self._thread)
        self._thread.started.connect(self._store.start)
        self._thread.finished.connect(self.left)
        self._store.answered.connect(self._on_answered)
        # Direct, because the GUI thread waits for this very event.
        self._store.closed.connect(self._thread.quit, Qt.ConnectionType.DirectConnection)
        self._request_made.connect(self._store.receive)
        self.unanswered_given_up.connect(self._store.give_up)
        self._close_wanted.connect(self._store.close)
        self._known_found.connect(self._on_known_found, Qt.ConnectionType.QueuedConnection)

    @property
    def practice(self) -> Practice | None:
        """The newest snapshot; ``None`` until it is loaded."""
        return self._practice

    @property
    def zone(self) -> Zone | None:
        """The site's."""
        return self._zone

    @property
    def state(self) -> StoreState:
        """The newest word on the connection."""
        return self._state

    @property
    def known_weeks(self) -> tuple[int, int]:
        """How many weeks that were to be shown were known already, and of how many."""
        return self._weeks.known, self._weeks.wanted

    @property
    def person(self) -> Person:
        """Who works with the store; until it is open, somebody who may do everything."""
        return self._person

    @property
    def is_asked(self) -> bool:
        """Whether somebody waits for an answer; refreshes and neighbour weeks do not count."""
        return bool(self._unanswered)

    def now(self) -> int:
        """The instant that counts as now."""
        return self._clock()

    def start(self) -> None:
        """Open the store on its thread, after the first paint; or once more after ``leave``, all unknown."""
        self._weeks.forget()
        self._thread.start()

    def expect(self, mondays: Iterable[date]) -> None:
        """Read these weeks as soon as the store is open: somebody is about to show them."""
        self._load_unasked(tuple(mondays))

    def show_weeks(self, mondays: Iterable[date]) -> Ticket:
        """Load these weeks, the most wanted first; older loads stop. Known weeks ask the store nothing."""
        ready, missing = self._weeks.show(mondays)
        ticket = self._tickets.issue(Kind.WEEKS)
        self._tickets.issue(Kind.UNASKED)
        self._unanswered.add(ticket)
        self._known_found.emit((ticket, ready, not missing))
        if missing:
            self._request_made.emit(LoadWeeks(ticket, missing))
        return ticket

    def week(self, monday: date) -> WeekBatch | None:
        """A week from the cache, at once."""
        return self._weeks.cache.get(monday)

    def submit(self, request: ChangeRequest) -> Ticket:
        """Change the calendar; answered by ``answered`` or ``failed``."""
        ticket = self._tickets.issue(Kind.CHANGE)
        self._asked[ticket] = request
        self._unanswered.add(ticket)
        self._request_made.emit(Submit(ticket, with_key(request)))
        return ticket

    def submit_several(self, request: SeveralRequest) -> Ticket:
        """Change several entries at once; answered by ``several_answered`` or ``failed``."""
        ticket = self._tickets.issue(Kind.CHANGE)
        self._asked_several[ticket] = request
        self._unanswered.add(ticket)
        self._request_made.emit(SubmitSeveral(ticket, with_key_for_all(request)))
        return ticket

    def check_several(self, request: BulkRequest | MoveRequest) -> Ticket:
        """Ask for the dates and what speaks against each; answered by ``several_answered``."""
        return self._ask(Kind.CHECK, lambda ticket: CheckSeveral(ticket, request))

    def load_series(self, series: SeriesId) -> Ticket:
        """What a series or combination binds together; answered by ``series_loaded``."""
        return self._ask(Kind.SERIES, lambda ticket: LoadSeries(ticket, series))

    def find_combined(self, request: CombinedSlotRequest) -> Ticket:
        """Ask when a whole combination could be; answered by ``combined_answered``."""
        return self._ask(Kind.SLOTS, lambda ticket: FindCombined(ticket, request))

    def check(self, request: BookRequest | MoveRequest) -> Ticket:
        """Ask whether this would be free; answered by ``answered``."""
        return self._ask(Kind.CHECK, lambda ticket: Check(ticket, request))

    def find_slots(self, request: SlotRequest) -> Ticket:
        """Ask when this could be; answered by ``slots_answered``."""
        return self._ask(Kind.SLOTS, lambda ticket: FindSlots(ticket, request))

    def search_patients(self, text: str) -> Ticket:
        """Find patients as somebody types; answered by ``patients_found``."""
        return self._ask(Kind.PATIENTS, lambda ticket: SearchPatients(ticket, text))

    def ask(self, question: Question) -> Ticket:
        """Any question; answered by ``told`` with what its class says."""
        if isinstance(question, LongQuestion):
            self._errands.add(question.errand)
        return self._ask(type(question), lambda ticket: Ask(ticket, question))

    def load_conflicts(self, first: date, last: date) -> Ticket:
        """Which entries break a rule where they stand; answered by ``conflicts_loaded``."""
        return self._ask(Kind.CONFLICTS, lambda ticket: LoadConflicts(ticket, first, last))

    def change_policy(self, changes: Mapping[ConflictKind, Severity]) -> Ticket:
        """What kinds of conflict do from now on; answered by ``policy_changed`` or ``failed``."""
        return self._ask(Kind.POLICY, lambda ticket: ChangePolicy(ticket, changes, new_key()))

    def shutdown(self, within_ms: int = CLOSE_WITHIN_MS) -> bool:
        """Finish what changes the calendar, drop the rest, end the thread; whether it ended in time."""
        if not self._thread.isRunning():
            return True
        self.leave()
        if not self._thread.wait(within_ms):
            _unfinished.append(self._thread)
            return False
        # The last bookings' answers are still on their way: whoever asked shall hear them.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return True

    def leave(self) -> None:
        """Begin to end as ``shutdown`` does, without waiting; ``left`` tells when it is done."""
        self._tickets.renew()
        self._way.end()
        for errand in self._errands:
            errand.give_up()
        self._close_wanted.emit()

    def _ask(self, kind: Superseding, message: Callable[[Ticket], Asking]) -> Ticket:
        ticket = self._tickets.issue(kind)
        self._unanswered.add(ticket)
        self._request_made.emit(message(ticket))
        return ticket

    @Slot(object)
    def _on_known_found(self, known: tuple[Ticket, tuple[WeekBatch, ...], bool]) -> None:
        ticket, ready, complete = known
        if self._tickets.is_current(Kind.WEEKS, ticket):
            for batch in ready:
                self.week_loaded.emit(batch)
        if complete:
            self._finish(ticket, superseded=False)

    @Slot(object)
    def _on_answered(self, message: object) -> None:
        if isinstance(message, FINAL):
            self._unanswered.discard(message.ticket)
        match message:
            case LoadedWeek():
                self._on_week(message)
            case Finished(ticket, superseded):
                self._on_finished(ticket, superseded=superseded)
            case Answered(ticket, _, _):
                request = self._asked.pop(ticket, message.request)
                self.answered.emit(replace(message, request=request))
            case SeveralAnswered(ticket, _, _):
                several = self._asked_several.pop(ticket, message.request)
                self.several_answered.emit(replace(message, request=several))
            case CalendarChanged(days):
                self._weeks.touched(days)
                self.calendar_touched.emit(days)
                self._refresh_shown()
            case EditorsChanged(editors):
                self.editors_changed.emit(editors)
            case PracticeLoaded():
                self._on_practice(message)
            case SignedIn(person):
                self._person = person
                self.signed_in.emit(person)
            case StoreState():
                self._state = message
                self.state_changed.emit(message)
            case Failed():
                self._on_failed(message)
            case Delayed(ticket):
                self.delayed.emit(ticket)
            case Superseded(ticket):
                self.superseded.emit(ticket)
            case _:
                getattr(self, PASSED_ON[type(message)]).emit(message)

    def _on_week(self, loaded: LoadedWeek) -> None:
        batch = loaded.batch
        is_news = self._weeks.arrived(batch)
        if batch.monday not in self._weeks.shown:
            return
        if loaded.ticket not in self._unasked:
            self.week_loaded.emit(batch)
        elif is_news:
            self._news.append(batch.monday)
            self.week_loaded.emit(batch)

    def _on_finished(self, ticket: Ticket, *, superseded: bool) -> None:
        if ticket not in self._unasked:
            self._finish(ticket, superseded=superseded)
            return
        self._unasked.discard(ticket)
        news, self._news = tuple(self._news), []
        if news:
            self.store_changed.emit(news)
        if not superseded:
            self._load_neighbours()

    def _finish(self, ticket: Ticket, *, superseded: bool) -> None:
        self._way.begin()
        self._unanswered.discard(ticket)
        if superseded or not self._tickets.is_current(Kind.WEEKS, ticket):
            self.superseded.emit(ticket)
            return
        self.load_finished.emit(ticket)
        self._load_neighbours()

    def _on_practice(self, message: PracticeLoaded) -> None:
        known, self._practice = self._practice, message.practice
        zone = message.practice.site.timezone
        if known is None or known.site.timezone != zone:
            self._zone = Zone(zone)
            self._weeks.forget()
        self.practice_loaded.emit(message)

    def _on_failed(self, failed: Failed) -> None:
        self._asked.pop(failed.ticket, None)
        self._asked_several.pop(failed.ticket, None)
        if failed.ticket not in self._unasked:
            self.failed.emit(failed)
            return
        self._unasked.discard(failed.ticket)
        if self._state.connected:
            QTimer.singleShot(REFRESH_AGAIN_MS, self, self._refresh_shown)

    @Slot()
    def _refresh_shown(self) -> None:
        if stale := self._weeks.to_refresh():
            self._load_unasked(stale)

    def _load_neighbours(self) -> None:
        if self._weeks.to_refresh():
            self._refresh_shown()  # which this load would stop
        elif unknown := self._weeks.to_prefetch():
            self._load_unasked(unknown, rests=True)

    def _load_unasked(self, mondays: tuple[date, ...], *, rests: bool = False) -> None:
        ticket = self._tickets.issue(Kind.UNASKED)
        self._unasked.add(ticket)
        self._request_made.emit(LoadWeeks(ticket, mondays, in_advance=True, rests=rests))
