"""What is done at this desk: sends changes to the gateway, hears what came of them, takes them back."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.engine.entries import Entry
from praxidesk.engine.milestones import next_milestone
from praxidesk.engine.outcomes import Done, Invalid, Refused
from praxidesk.engine.patient_changes import PatientChange
from praxidesk.engine.practice_draft import DraftStale
from praxidesk.engine.requests import (
    BookRequest,
    CancelRequest,
    ChangeRequest,
    MilestoneRequest,
    MoveRequest,
    StatusRequest,
)
from praxidesk.engine.series_outcomes import BulkOutcome, CombinedOutcome, SeriesOutcome
from praxidesk.engine.series_plan import is_scoped
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.together import EntryRequest, TogetherOutcome, TogetherRequest
from praxidesk.engine.vocabulary import EntryId, Scope, Status
from praxidesk.ui.changes.happenings import (
    Clash,
    Happened,
    Noted,
    Purpose,
    Sent,
    Setback,
    Wanted,
    entries_of,
)
from praxidesk.ui.changes.noted_changes import (
    NotedChange,
    PracticeChange,
    is_saved,
    kept_text,
    noted_name,
    question_of,
    saved_text,
)
from praxidesk.ui.changes.replays import completed, several_completed
from praxidesk.ui.changes.step_words import has_stale, none_undone_text, not_undone_text, practice_kept_text
from praxidesk.ui.changes.under_way import UnderWay
from praxidesk.ui.changes.undo import UndoSteps
from praxidesk.ui.series.several_words import (
    several_refused_text,
    several_text,
    several_undone_text,
)
from praxidesk.ui.series.taking_back import changed_by, written
from praxidesk.ui.wording.done_words import done_text, redone_text, undone_text
from praxidesk.ui.wording.fault_wording import failed_message
from praxidesk.ui.wording.refusals import invalid_text, is_stale
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Answered, Failed, SeveralAnswered, Ticket, Told

One = TypeVar("One", bound=MoveRequest | CancelRequest | StatusRequest | MilestoneRequest)


class Reception(QObject):
    """Every change goes through here, except those of a booking sheet, which only reports its end."""

    happened = Signal(object)
    """``Happened``."""
    refused = Signal(object)
    """``Setback``: something is in the way."""
    clashed = Signal(object)
    """``Clash``: something is in the way of some of several."""
    became_stale = Signal(object)
    """``Setback``: somebody else changed the same entry meanwhile."""
    went_wrong = Signal(object)
    """``str``: what happened, what was not saved, what to do."""
    noted = Signal(object)
    """``Noted``."""
    hinted = Signal(object)
    """``str``: why nothing was done."""
    steps_changed = Signal()
    """Other things can be undone or redone now."""

    def __init__(self, gateway: Gateway, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._under_way = UnderWay(self)
        self.lateness = self._under_way.lateness
        self.refuses: Callable[[Wanted], bool] = _nothing_refused
        """Whether somebody may not make a change; asked before each, and says why."""
        self.known: Callable[[EntryId], Entry | None] = _nothing_known
        """An entry as the screen shows it."""
        self.steps = UndoSteps(self)
        gateway.answered.connect(self._on_answered)
        gateway.several_answered.connect(self._on_several_answered)
        gateway.told.connect(self._on_told)
        gateway.failed.connect(self._on_failed)

    def submit(self, request: Wanted, purpose: Purpose = Purpose.NEW) -> None:
        """Send a change, behind the one of the same entry that is under way; once, if asked twice."""
        sent = Sent(request, purpose)
        if self.refuses(request):
            return
        if sent in self._under_way:
            return
        if self._under_way.is_about(entries_of(request)):
            self._under_way.wait(sent)
        else:
            self._send(sent)

    def submit_all(self, changes: Iterable[EntryRequest]) -> None:
        """Several changes as one, all or none; a single one by itself."""
        wanted = tuple(changes)
        if len(wanted) == 1:
            self.submit(wanted[0])
        elif wanted:
            self.submit(TogetherRequest(wanted))

    def adopt(self, ticket: Ticket) -> None:
        """Tell what comes of a change that a sheet has sent and not waited for."""
        self._under_way.send(ticket, Sent(None, Purpose.NEW))

    def is_behind(self, entry: Entry) -> bool:
        """Whether a change of this desk is to come on top of what the screen shows of an entry."""
        return self._under_way.is_about((entry.id,)) or self.steps.version(entry.id) > entry.version

    def set_status(self, entries: Iterable[Entry], status: Status) -> None:
        """Arrived, checked in, done, no-show, waiting, or back: of all of them or of none."""
        self.submit_all(
            StatusRequest(each.id, each.version, status) for each in entries if each.status is not status
        )

    def record_next(self, entry: Entry) -> None:
        """The next milestone of an operation, at this minute; pressed twice at once, it is recorded once."""
        milestone = next_milestone(entry)
        if milestone is not None and entry.status.occupies and not self.is_behind(entry):
            now = self._gateway.now()
            self.submit(MilestoneRequest(entry.id, entry.version, {milestone: now - now % MINUTE}))

    def cancel(self, entry: Entry, reason: str, scope: Scope = Scope.THIS) -> None:
        """Take it out of the calendar, or as much of its series."""
        self.submit(CancelRequest(entry.id, entry.version, reason, scope=scope))

    def override(self, request: ChangeRequest, reason: str) -> None:
        """The same request once more, with a reason to do it all the same."""
        if not isinstance(request, CancelRequest | MilestoneRequest):
            self.submit(replace(request, override_reason=reason, key=None))

    @Slot()
    def undo(self) -> None:
        """Take the last change back, once it is done."""
        self._turn(Purpose.UNDO)

    @Slot()
    def redo(self) -> None:
        """Do what was undone last again."""
        self._turn(Purpose.REDO)

    @Slot(object)
    def note_done(self, answer: Answered) -> None:
        """A booking sheet has saved something."""
        if isinstance(answer.outcome, Done):
            before = self._known([answer.outcome.entry.id])
            self._finish(completed(answer.outcome, before), Purpose.NEW)

    @Slot(object)
    def note_patient(self, change: PatientChange) -> None:
        """A sheet has saved what is known about a patient."""
        self._finish_noted(change, Purpose.NEW)

    @Slot(object)
    def note_practice(self, saved: tuple[PracticeChange, str]) -> None:
        """A sheet has entered an absence or saved settings, and says so in its own words."""
        change, text = saved
        self._finish_noted(change, Purpose.NEW, text)

    @Slot(object)
    def note_several_done(self, answer: SeveralAnswered) -> None:
        """A sheet has saved several entries."""
        if isinstance(answer.outcome, SeriesOutcome | CombinedOutcome):
            before = self._known(each.id for each in written(answer.outcome))
            self._finish_several(several_completed(answer.outcome, before), Purpose.NEW)

    @Slot(object)
    def _on_several_answered(self, answer: SeveralAnswered) -> None:
        sent = self._under_way.answered(answer.ticket)
        if sent is None:
            return
        outcome, request, purpose = answer.outcome, answer.request, sent.purpose
        is_done = isinstance(outcome, SeriesOutcome | CombinedOutcome | TogetherOutcome) and bool(
            written(outcome)
        )
        match outcome:
            case TogetherOutcome() if isinstance(request, TogetherRequest) and not is_done:
                self._none_changed(request, outcome, purpose)
            case SeriesOutcome() | CombinedOutcome() | TogetherOutcome():
                before = self._known(each.id for each in written(outcome)) | dict(sent.before)
                self._finish_several(several_completed(outcome, before), purpose)
            case Refused() if isinstance(request, MoveRequest | CancelRequest):
                self._refuse(request, outcome, purpose)
            case Invalid():
                self._drop(purpose)
                single = request if isinstance(request, MoveRequest | CancelRequest) else None
                what = "; ".join(f"{each.field}: {each.message}" for each in outcome.errors)
                self.went_wrong.emit(what if single is None else invalid_text(single, outcome))
        self._go_on(is_done=is_done)

    @Slot(object)
    def _on_answered(self, answer: Answered) -> None:
        sent = self._under_way.answered(answer.ticket)
        if sent is None:
            return
        purpose = sent.purpose
        match answer.outcome:
            case Done() as done:
                self._finish(completed(done, sent.before), purpose)
            case Refused() as refused:
                self._refuse(answer.request, refused, purpose)
            case Invalid() as invalid:
                self._drop(purpose)
                self.went_wrong.emit(invalid_text(answer.request, invalid))
        self._go_on(is_done=isinstance(answer.outcome, Done))

    def _turn(self, purpose: Purpose) -> None:
        """Undo or redo, at once or behind what is under way."""
        if self._under_way.is_turning(purpose):
            return
        if any(self._under_way):
            self._under_way.wait(Sent(None, purpose))
            return
        is_undo = purpose is Purpose.UNDO
        last = self.steps.next_undo()
        if is_undo and last is not None and last.is_of_practice:
            self._drop(purpose)
            self.hinted.emit(practice_kept_text())
            return
        request = self.steps.undo_request() if is_undo else self.steps.redo_request()
        if request is not None:
            self._send(Sent(request, purpose))

    def _send(self, sent: Sent) -> bool:
        if sent.request is None:
            return False
        request = self._over_own_changes(sent.request)
        if isinstance(request, NotedChange):
            question = question_of(request, self._gateway.practice)
            if question is None:
                self._keep(request, None, sent.purpose)
                return False
            ticket = self._gateway.ask(question)
        elif isinstance(request, TogetherRequest) or (
            isinstance(request, MoveRequest | CancelRequest) and is_scoped(request)
        ):
            ticket = self._gateway.submit_several(request)
        else:
            ticket = self._gateway.submit(request)
        self._under_way.send(ticket, replace(sent, before=self._known(entries_of(request))))
        return True

    def _known(self, entries: Iterable[EntryId]) -> dict[EntryId, Entry]:
        return {each: known for each in entries if (known := self.known(each)) is not None}

    def _over_own_changes(self, request: Wanted) -> Wanted:
        """The screen may lag behind our own last change, which is not somebody else's."""
        if isinstance(request, BookRequest | NotedChange):
            return request
        if isinstance(request, TogetherRequest):
            return replace(request, changes=tuple(self._newest(each) for each in request.changes))
        return self._newest(request)

    def _newest(self, request: One) -> One:
        return replace(request, version=max(request.version, self.steps.version(request.entry)))

    def _go_on(self, *, is_done: bool) -> None:
        """Send what waited; what was to be undone and did not come about is not undone."""
        for sent in self._under_way.taken():
            if sent.request is not None:
                self.submit(sent.request, sent.purpose)
            elif is_done:
                self._turn(sent.purpose)

    def _finish(self, done: Done, purpose: Purpose) -> None:
        practice, zone = self._gateway.practice, self._gateway.zone
        if practice is None or zone is None:
            return
        match purpose:
            case Purpose.NEW:
                self.steps.remember(done)
                text = done_text(practice, zone, done, self._gateway.now())
            case Purpose.UNDO:
                self.steps.undone((done.entry,))
                text = undone_text(practice, done)
            case Purpose.REDO:
                self.steps.redone((done.entry,))
                text = redone_text(practice, done)
        self.steps_changed.emit()
        self.happened.emit(Happened(text, (done.entry,), can_undo=purpose is not Purpose.UNDO))

    def _finish_several(self, outcome: BulkOutcome | TogetherOutcome, purpose: Purpose) -> None:
        practice, zone = self._gateway.practice, self._gateway.zone
        if practice is None or zone is None:
            return
        entries = written(outcome)
        if not entries:
            if not isinstance(outcome, TogetherOutcome):
                self.went_wrong.emit(several_refused_text(practice, zone, outcome))
            return
        changed = changed_by(outcome)
        match purpose:
            case Purpose.UNDO:
                self.steps.undone(entries)
                text = several_undone_text(practice, entries)
            case Purpose.REDO:
                self.steps.redone(entries)
            case Purpose.NEW:
                is_of_series = not isinstance(outcome, TogetherOutcome)
                self.steps.remember_several(changed, is_of_series=is_of_series)
        if purpose is not Purpose.UNDO:
            text = several_text(practice, zone, outcome, self._gateway.now(), can_undo=bool(changed))
        can_undo = bool(changed) and purpose is not Purpose.UNDO
        self.steps_changed.emit()
        self.happened.emit(Happened(text, entries, can_undo=can_undo))

    def _finish_noted(self, change: NotedChange, purpose: Purpose, text: str = "") -> None:
        practice, is_undo = self._gateway.practice, purpose is Purpose.UNDO
        match purpose:
            case Purpose.NEW:
                self.steps.remember_noted(change)
            case Purpose.UNDO:
                self.steps.undone(())
            case Purpose.REDO:
                self.steps.redone(())
        self.steps_changed.emit()
        if practice is not None:
            said = text or saved_text(practice, change, is_undo=is_undo)
            self.noted.emit(Noted(said, noted_name(practice, change), can_undo=not is_undo))

    def _keep(self, change: NotedChange, answer: object, purpose: Purpose) -> None:
        self._drop(purpose)
        self.went_wrong.emit(kept_text(change, answer, is_undo=purpose is Purpose.UNDO))

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        sent = self._under_way.answered(told.ticket)
        if sent is None:
            return
        change, answer = sent.request, told.answer
        if isinstance(change, PracticeChange) and isinstance(answer, DraftStale) and sent.may_go_again:
            # Something else of theirs was changed: over what is stored now.
            if self._send(replace(sent, tries=sent.tries + 1)):
                return
        elif isinstance(change, NotedChange) and is_saved(answer):
            self._finish_noted(change, sent.purpose)
        elif isinstance(change, NotedChange):
            self._keep(change, answer, sent.purpose)
        self._go_on(is_done=is_saved(answer))

    def _refuse(self, request: ChangeRequest, refused: Refused, purpose: Purpose) -> None:
        practice, zone = self._gateway.practice, self._gateway.zone
        if purpose is not Purpose.NEW and practice is not None and zone is not None:
            if is_stale(refused):
                self._drop(purpose)
            is_undo = purpose is Purpose.UNDO
            self.went_wrong.emit(not_undone_text(practice, zone, refused, is_undo=is_undo))
        elif is_stale(refused):
            self.became_stale.emit(Setback(request, refused))
        else:
            self.refused.emit(Setback(request, refused))

    def _none_changed(self, request: TogetherRequest, outcome: TogetherOutcome, purpose: Purpose) -> None:
        practice, zone = self._gateway.practice, self._gateway.zone
        if purpose is Purpose.NEW or practice is None or zone is None:
            self.clashed.emit(Clash(request, outcome))
            return
        if has_stale(outcome):
            self._drop(purpose)
        is_undo = purpose is Purpose.UNDO
        self.went_wrong.emit(none_undone_text(practice, zone, outcome, is_undo=is_undo))

    def _drop(self, purpose: Purpose) -> None:
        if purpose is Purpose.UNDO:
            self.steps.drop_undo()
        elif purpose is Purpose.REDO:
            self.steps.drop_redo()
        self.steps_changed.emit()

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if self._under_way.answered(failed.ticket) is not None:
            self.went_wrong.emit(failed_message(failed).text)
            self._go_on(is_done=False)


def _nothing_refused(_: object) -> bool:
    return False


def _nothing_known(_: object) -> None:
    return None
