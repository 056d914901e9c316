"""One booking or edit, from the first key to the answer: asks the gateway, keeps the newest answer only."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.outcomes import Done, Free, Invalid, Refused
from praxidesk.engine.outcomes import Slot as FreeSlot
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import BookRequest, ChangeRequest, MoveRequest
from praxidesk.engine.vocabulary import Ranking, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.booking.draft import Draft, Missing, with_slot
from praxidesk.ui.booking.draft_requests import FAR_DAYS, PROPOSALS, booking, change, missing, search
from praxidesk.ui.booking.patient_watch import PatientWatch
from praxidesk.ui.booking.proposals import offered
from praxidesk.ui.booking.state import BookingState
from praxidesk.ui.booking.store_back import StoreBack
from praxidesk.ui.booking.why_talk import Reasons, WhyTalk
from praxidesk.ui.wording.conflict_wording import ConflictWording
from praxidesk.ui.wording.fault_wording import failed_message
from praxidesk.ui.wording.rank_words import next_ranking
from praxidesk.ui.wording.refusals import elsewhere, invalid_text, is_stale
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Answered, Failed, PatientsFound, SlotsAnswered, Ticket

DELAY_MS = 120
"""Between the last change and the question to the engine."""


class BookingSession(QObject):
    """Holds the draft; every change of it is followed by one check or one search."""

    changed = Signal(object)
    """``BookingState``."""
    patients_found = Signal(object)
    """``PatientsFound``: for the text asked last."""
    done = Signal(object)
    """``Answered`` with ``Done``: saved."""
    nothing_changed = Signal()
    """An edit was saved that edits nothing."""
    scope_wanted = Signal(object)
    """``MoveRequest``: of an entry of a series, before anybody has said how much of it."""
    became_stale = Signal(object)
    """``Answered`` with ``Refused``: somebody else changed the entry meanwhile."""

    def __init__(self, gateway: Gateway, practice: Practice, zone: Zone, draft: Draft) -> None:
        super().__init__()
        self._gateway = gateway
        self._practice = practice
        self._zone = zone
        self._state = BookingState(draft)
        self._check: Ticket | None = None
        self._search: Ticket | None = None
        self._patients: Ticket | None = None
        self._submitted: Ticket | None = None
        self._wanted = Status.BOOKED
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY_MS)
        self._delay.timeout.connect(self._ask)
        self._why = WhyTalk(gateway, practice, zone, self)
        self._why.told.connect(self._on_why_told)
        self.watch = PatientWatch(gateway, self)
        self.watch.changed.connect(self._on_patient_changed)
        gateway.answered.connect(self._on_answered)
        gateway.slots_answered.connect(self._on_slots_answered)
        gateway.patients_found.connect(self._on_patients_found)
        gateway.failed.connect(self._on_failed)
        gateway.delayed.connect(self._on_delayed)
        self._is_unanswered = False
        self._back = StoreBack(gateway, self)
        self._back.came.connect(self._on_store_back)

    @property
    def gateway(self) -> Gateway:
        """Whom it asks."""
        return self._gateway

    @property
    def state(self) -> BookingState:
        """What holds now."""
        return self._state

    @property
    def typed_note(self) -> str:
        """What was written of the note here; empty where it is the entry's, or none."""
        draft = self._state.draft
        return "" if draft.entry is not None and draft.note == draft.entry.note else draft.note.strip()

    def today(self) -> date:
        """The practice's date."""
        return self._zone.day_of(self._gateway.now())

    def note(self, text: str) -> None:
        """Another note; nothing speaks for or against it, so nothing is asked."""
        self._state = replace(self._state, draft=replace(self._state.draft, note=text))

    def begin(self) -> None:
        """Tell the first state and ask about it."""
        self.edit(self._state.draft)

    def edit(self, draft: Draft) -> None:
        """The draft is another one now; what was said about the old one no longer counts."""
        self._check = self._search = None
        self._is_unanswered = False
        self._why.drop()
        # An override counts for the one request it was given for.
        draft = replace(draft, override_reason=None)
        still = (self._state.slots, self._state.chosen) if draft.minute is None else ((), -1)
        self._state = BookingState(
            draft,
            missing=missing(self._practice, draft, self._zone),
            slots=still[0],
            chosen=still[1],
            checking=True,
            ranking=self._state.ranking,
        )
        self._delay.start()
        self._tell()

    def hold(self) -> None:
        """Something new is being typed: nothing that was found can be booked any more."""
        self._put(self._state.draft)

    def look(self, draft: Draft) -> None:
        """The draft is this one now, and asked about at once."""
        self._put(replace(draft, override_reason=None))
        self._ask()

    def rank(self, ranking: Ranking) -> None:
        """In what order the next search shall bring its proposals."""
        self._state = replace(self._state, ranking=ranking)

    def _put(self, draft: Draft) -> None:
        self._check = self._search = None
        self._is_unanswered = False
        self._delay.stop()
        self._why.drop()
        lacks = missing(self._practice, draft, self._zone)
        self._state = BookingState(draft, missing=lacks, checking=True, ranking=self._state.ranking)
        self._tell()

    def choose(self, index: int) -> None:
        """Enter shall book this proposal; -1: the draft as it is."""
        if index < len(self._state.slots):
            self._show(chosen=index)

    def find(self, first_day: date | None = None) -> None:
        """Search free times, with the people chosen."""
        self._seek(max(first_day or self._state.draft.day, self.today()), far=False)
        self._show(searching=True, nothing_found=False, why=(), release=None)

    @Slot()
    def rank_next(self) -> None:
        """Proposals in the next order."""
        self._show(ranking=next_ranking(self._state.ranking))
        if self._state.seeks_time:
            self._ask()

    @Slot()
    def take_release(self) -> None:
        """The slot that another member would open is the first proposal, and chosen."""
        release = self._state.release
        if release is not None:
            slots = (release, *self._state.slots)[:PROPOSALS]
            self._show(slots=slots, chosen=0, why=(), release=None, nothing_found=False)

    def to_repeat(self) -> Draft | None:
        """What would be booked now, to become a series; ``None`` while something is missing."""
        state = self._state
        draft = state.draft
        if state.chosen >= 0:
            draft = with_slot(draft, self._zone, state.slots[state.chosen])
        lacks = missing(self._practice, draft, self._zone)
        return None if lacks or state.saving or draft.entry is not None else draft

    def _seek(self, first_day: date, *, far: bool) -> None:
        ranking = self._state.ranking
        request = search(self._practice, self._state.draft, first_day, far=far, ranking=ranking)
        self._why.drop()
        self._search = self._gateway.find_slots(request)

    @Slot()
    def find_more(self) -> None:
        """Search on after what is offered now; the time typed gives way to proposals."""
        slots = self._state.slots
        if self._state.draft.minute is not None:
            self.edit(replace(self._state.draft, minute=None))
            return
        last = max((slot.starts_at for slot in slots), default=None)
        day = self._zone.day_of(last) if last is not None else self._state.draft.day
        self.find(day.fromordinal(day.toordinal() + 1))

    @Slot(object)
    def search_patients(self, text: str) -> None:
        """As somebody types."""
        self._patients = self._gateway.search_patients(text)

    def submit(self, status: Status = Status.BOOKED) -> None:
        """Save what Enter means now; or put it on the waiting list for that time."""
        state, self._wanted = self._state, status
        if not state.can_submit:
            return
        if state.seeks_time and state.chosen < 0:
            self.find()
            return
        request = self._request()
        if request is None:
            self.nothing_changed.emit()
            return
        if isinstance(request, BookRequest):
            request = replace(request, status=status)
        entry = state.draft.entry
        if isinstance(request, MoveRequest) and entry is not None and entry.series is not None:
            self.scope_wanted.emit(request)
            return
        self._why.drop()
        self._submitted = self._gateway.submit(request)
        self._show(saving=True, is_delayed=False, error="")

    def hand_over(self) -> Ticket | None:
        """What is being saved while nobody waits for it here any more; somebody else shall tell of it."""
        ticket, self._submitted = self._submitted, None
        return ticket

    def override(self, reason: str) -> None:
        """Save it, as it was wanted last, although something speaks against it."""
        draft = replace(self._state.draft, override_reason=reason)
        self._state = replace(self._state, draft=draft, blocking=(), chosen=-1)
        self.submit(self._wanted)

    def _request(self) -> ChangeRequest | None:
        state = self._state
        draft = state.draft
        if state.chosen >= 0:
            draft = with_slot(draft, self._zone, state.slots[state.chosen])
        return booking(draft, self._zone) if draft.entry is None else change(draft, self._zone)

    @Slot()
    def _ask(self) -> None:
        state = self._state
        lacks = {each for each in state.missing if not each.can_wait}
        if state.seeks_time:
            if lacks == {Missing.TIME}:
                self.find()
            else:
                self._show(checking=False, slots=(), chosen=-1)
        elif lacks:
            self._show(checking=False)
        else:
            self._check = self._gateway.check(booking(state.draft, self._zone))

    @Slot(object)
    def _on_answered(self, answer: Answered) -> None:
        if answer.ticket == self._submitted:
            self._submitted = None
            self._finish(answer)
        elif answer.ticket == self._check:
            self._check = None
            self._assess(answer)

    def _finish(self, answer: Answered) -> None:
        match answer.outcome:
            case Done():
                self.done.emit(answer)
            case Refused() as refused if is_stale(refused):
                self._show(saving=False)
                self.became_stale.emit(answer)
            case Refused():
                self._show(saving=False, refused=True)
                self._assess(answer)
            case Invalid() as invalid:
                self._show(saving=False, error=invalid_text(answer.request, invalid))
            case Free():
                self._show(saving=False)

    def _assess(self, answer: Answered) -> None:
        match answer.outcome:
            case Free(participants=people, warnings=warnings):
                self._show(
                    checking=False,
                    is_free=True,
                    filled=people,
                    blocking=(),
                    warnings=tuple(self._wording().warnings(warnings)),
                )
            case Refused(conflicts=conflicts, others=others) as refused:
                wording = self._wording(others)
                self._show(
                    checking=False,
                    is_free=False,
                    blocking=tuple(wording.blocking(conflicts)),
                    warnings=tuple(wording.warnings(conflicts)),
                    slots=elsewhere(refused, self._state.draft.entry),
                    chosen=-1,
                )
            case Invalid() as invalid:
                self._show(checking=False, is_free=False, error=invalid_text(answer.request, invalid))

    @Slot(object)
    def _on_slots_answered(self, answer: SlotsAnswered) -> None:
        if answer.ticket != self._search:
            return
        self._search = None
        found = offered(answer.request, answer.found)
        is_near = (answer.request.last_day - answer.request.first_day).days < FAR_DAYS
        if not found and answer.invalid is None and is_near:
            self._seek(answer.request.first_day, far=True)
            return
        error = "" if answer.invalid is None else "; ".join(each.message for each in answer.invalid.errors)
        self._show(
            searching=False,
            checking=False,
            slots=found,
            chosen=0 if found else -1,
            nothing_found=not found,
            widened=self._is_elsewhere(found),
            error=error,
        )
        if answer.invalid is None:
            self._why.explain(answer.request)

    def _is_elsewhere(self, found: tuple[FreeSlot, ...]) -> bool:
        window = self._state.draft.window
        return (
            window is not None and bool(found) and not any(window.holds(self._zone, each) for each in found)
        )

    @Slot(object)
    def _on_why_told(self, reasons: Reasons) -> None:
        self._show(why=reasons.said, release=reasons.release)

    @Slot(object)
    def _on_patient_changed(self, present: PatientOnEntry) -> None:
        """The same one, called otherwise by now: what was asked about the draft still counts."""
        self._show(draft=replace(self._state.draft, patient=present))

    @Slot(object)
    def _on_patients_found(self, found: PatientsFound) -> None:
        if found.ticket == self._patients:
            self.patients_found.emit(found)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket not in (self._submitted, self._check, self._search, self._patients):
            return
        if failed.ticket == self._submitted:
            self._submitted = None
        self._is_unanswered = failed.ticket in (self._check, self._search)
        message = failed_message(failed)
        self._show(saving=False, checking=False, searching=False, error=message.text)

    @Slot()
    def _on_store_back(self) -> None:
        """What could not be asked is asked now: nobody has to type anything for it."""
        if self._is_unanswered:
            self.look(self._state.draft)

    @Slot(object)
    def _on_delayed(self, ticket: Ticket) -> None:
        if ticket == self._submitted:
            self._show(is_delayed=True)

    def _wording(self, others: Iterable[Entry] = ()) -> ConflictWording:
        return ConflictWording(self._practice, self._zone, others)

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self._tell()

    def _tell(self) -> None:
        self.watch.chosen = self._state.draft.patient
        self.changed.emit(self._state)
