"""The real store behind the gateway. Imported on the store thread only, after the first paint."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from itertools import islice
from typing import Self

from praxidesk.engine.bulk import Breach
from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.outcomes import Invalid, Outcome, SlotsFound
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import (
    BookRequest,
    CancelRequest,
    ChangeRequest,
    MilestoneRequest,
    MoveRequest,
    SlotRequest,
    StatusRequest,
)
from praxidesk.engine.series_outcomes import CombinedSlotsFound
from praxidesk.engine.series_requests import BulkRequest, CombinedSlotRequest
from praxidesk.engine.spans import Span
from praxidesk.engine.together import TogetherRequest
from praxidesk.engine.vocabulary import ConflictKind, SeriesId, Severity
from praxidesk.models import queries
from praxidesk.models.changes import ChangeWatch
from praxidesk.models.series_queries import stored_series
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services import dispatch
from praxidesk.services.booking import book, check
from praxidesk.services.cancelling import cancel
from praxidesk.services.combined_slots import find_combined_slots
from praxidesk.services.conflict_report import conflict_report
from praxidesk.services.desk import Desk
from praxidesk.services.milestones import set_milestones
from praxidesk.services.moving import move
from praxidesk.services.patients import find_patients
from praxidesk.services.policy import change_policy
from praxidesk.services.slots import find_slots
from praxidesk.services.status_changes import set_status
from praxidesk.services.together_changes import change_together
from praxidesk.worker import store_answers
from praxidesk.worker.access import MOST_CONFLICTS, AccessFailed, Bound, Noticed
from praxidesk.worker.messages import SeveralOutcome, SeveralRequest
from praxidesk.worker.questions.question import Question


class StoreAccess:
    """An open store, its practice, and a watch over what others commit."""

    def __init__(self, desk: Desk, watch: ChangeWatch) -> None:
        self._desk = desk
        self._watch = watch

    @classmethod
    def open(cls, url: str) -> Self:
        """The store at an address, which must have a practice.

        :raises AccessFailed: with what is wrong
        """
        with _faults_named():
            store = Store.open(url)
            try:
                desk = Desk.open(store)
                watch = ChangeWatch(store)
                # What was committed between the two lines before would go unnoticed.
                desk.refresh()
            except BaseException:
                store.close()
                raise
            return cls(desk, watch)

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._desk.store.dialect

    def practice(self) -> Practice:
        """As last seen; ``noticed`` and every change look again."""
        return self._desk.practice

    def week(self, span: Span) -> tuple[Entry, ...]:
        """All entries that touch the span, in two statements."""
        with _faults_named(), self._desk.store.read() as connection:
            return queries.entries(connection, span)

    def change(self, request: ChangeRequest, now: int) -> Outcome:
        """Book, move, cancel or set the status, in one transaction."""
        with _faults_named():
            match request:
                case BookRequest():
                    return book(self._desk, request, now)
                case MoveRequest():
                    return move(self._desk, request, now)
                case CancelRequest():
                    return cancel(self._desk, request, now)
                case StatusRequest():
                    return set_status(self._desk, request, now)
                case MilestoneRequest():
                    return set_milestones(self._desk, request, now)

    def check(self, request: BookRequest | MoveRequest, now: int) -> Outcome:
        """Would this be free?"""
        with _faults_named():
            return check(self._desk, request, now)

    def change_several(self, request: SeveralRequest, now: int) -> SeveralOutcome:
        """Book, move or cancel several entries, in one transaction."""
        with _faults_named():
            if isinstance(request, TogetherRequest):
                return change_together(self._desk, request, now)
            return dispatch.change_several(self._desk, request, now)

    def check_several(self, request: BulkRequest | MoveRequest, now: int) -> SeveralOutcome:
        """The exact dates, and what speaks against each."""
        with _faults_named():
            return dispatch.check_several(self._desk, request, now)

    def series(self, series: SeriesId) -> Bound:
        """What a series or combination binds together."""
        with _faults_named(), self._desk.store.read() as connection:
            stored = stored_series(connection, series)
            return Bound(stored.is_combination, stored.entries)

    def find_combined(self, request: CombinedSlotRequest, now: int) -> CombinedSlotsFound | Invalid:
        """When could a whole combination be?"""
        with _faults_named():
            return find_combined_slots(self._desk, request, now)

    def find_slots(self, request: SlotRequest, now: int) -> SlotsFound | Invalid:
        """When could this be?"""
        with _faults_named():
            return find_slots(self._desk, request, now)

    def find_patients(self, text: str) -> tuple[PatientOnEntry, ...]:
        """Best first, at most 20; none for no text."""
        if not text.strip():
            return ()
        with _faults_named():
            return find_patients(self._desk, text)

    def answer(self, question: Question, now: int) -> object:
        """What the question's class says it is answered by."""
        with _faults_named():
            return store_answers.answer(self._desk, question, now)

    def conflicts(self, first: date, last: date, now: int) -> tuple[Breach, ...]:
        """Entries of some days that break a rule where they stand; one more than anybody is shown."""
        with _faults_named():
            return tuple(islice(conflict_report(self._desk, first, last, now), MOST_CONFLICTS + 1))

    def change_policy(self, changes: Mapping[ConflictKind, Severity]) -> None:
        """Store what kinds of conflict do from now on."""
        with _faults_named():
            refusal = change_policy(self._desk, changes)
        if refusal is not None:
            raise ValueError(refusal.errors[0].message)  # a bug of the screen, which offers no such choice

    def noticed(self) -> Noticed:
        """What anybody committed since the last call; reads the practice again where that changed."""
        with _faults_named():
            changes = self._watch.poll()
            if changes.practice or changes.everything:
                self._desk.refresh()
            zone = self._desk.zone
            days = {day for span in changes.spans for day in zone.days(span)}
            # A patient's or somebody's new name stands on entries of any day.
            return Noticed(tuple(sorted(days)), everything=changes.everything or changes.practice)

    def close(self) -> None:
        """Let go of every connection."""
        self._watch.close()
        self._desk.store.close()


@contextmanager
def _faults_named() -> Iterator[None]:
    """Give the store's faults the name under which the thread knows them, without their cause."""
    try:
        yield
    except StoreUnavailable as fault:
        raise AccessFailed(fault.fault, fault.detail) from None
