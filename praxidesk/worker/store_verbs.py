"""What changes the calendar or searches it, as the store thread asks for it; imported when first needed.

Showing the first weeks waits for none of it.
"""

from collections.abc import Mapping
from datetime import date
from itertools import islice

from praxidesk.engine.bulk import Breach
from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.outcomes import Invalid, Outcome, SlotsFound
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
from praxidesk.engine.together import TogetherRequest
from praxidesk.engine.vocabulary import ConflictKind, SeriesId, Severity
from praxidesk.models.rehearsal import Rehearsal
from praxidesk.models.series_queries import stored_series
from praxidesk.models.settled_requests import Asked, claim
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
from praxidesk.worker.access import MOST_CONFLICTS
from praxidesk.worker.messages import Ask, ChangePolicy, SeveralOutcome, SeveralRequest, Submit
from praxidesk.worker.questions.question import Question
from praxidesk.worker.requests import Change, key_of


class StoreVerbs:
    """Of one open desk; each raises what the store does."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def change(self, request: ChangeRequest, now: int) -> Outcome:
        """Book, move, cancel or set the status, in one transaction."""
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
        return check(self._desk, request, now)

    def change_several(self, request: SeveralRequest, now: int) -> SeveralOutcome:
        """Book, move or cancel several entries, in one transaction."""
        if isinstance(request, TogetherRequest):
            return change_together(self._desk, request, now)
        return dispatch.change_several(self._desk, request, now)

    def what_came_of(self, asked: Change, now: int) -> object:
        """Asked once more where nothing stays: whoever still works on it is waited for, and then known."""
        if isinstance(asked, Ask | ChangePolicy):
            return self._settled(asked, now)
        verbs = StoreVerbs(Desk(Rehearsal.of(self._desk.store), self._desk.practice, self._desk.sites))
        outcome = (
            verbs.change(asked.request, now)
            if isinstance(asked, Submit)
            else verbs.change_several(asked.request, now)
        )
        return outcome if getattr(outcome, "replayed", False) else None

    def _settled(self, asked: Ask | ChangePolicy, now: int) -> object:
        with Rehearsal.of(self._desk.store).write() as connection:
            if claim(connection, Asked(str(key_of(asked)), now)) is None:
                return None
        return True if isinstance(asked, ChangePolicy) else self.answer(asked.question, now)

    def check_several(self, request: BulkRequest | MoveRequest, now: int) -> SeveralOutcome:
        """The exact dates, and what speaks against each."""
        return dispatch.check_several(self._desk, request, now)

    def series(self, series: SeriesId) -> tuple[Entry, ...]:
        """What a series or combination binds together."""
        with self._desk.store.read() as connection:
            return stored_series(connection, series).entries

    def find_combined(self, request: CombinedSlotRequest, now: int) -> CombinedSlotsFound | Invalid:
        """When could a whole combination be?"""
        return find_combined_slots(self._desk, request, now)

    def find_slots(self, request: SlotRequest, now: int) -> SlotsFound | Invalid:
        """When could this be?"""
        return find_slots(self._desk, request, now)

    def find_patients(self, text: str, now: int) -> tuple[int, tuple[PatientOnEntry, ...]]:
        """How many there are, and the best of them, at most 20; none for no text."""
        return find_patients(self._desk, text, now)

    def answer(self, question: Question, now: int) -> object:
        """What the question's class says it is answered by."""
        return store_answers.answer(self._desk, question, now)

    def conflicts(self, first: date, last: date, now: int) -> tuple[Breach, ...]:
        """Entries of some days that break a rule where they stand; one more than anybody is shown."""
        return tuple(islice(conflict_report(self._desk, first, last, now), MOST_CONFLICTS + 1))

    def change_policy(self, changes: Mapping[ConflictKind, Severity], key: str, now: int) -> bool:
        """Store what kinds of conflict do from now on, once under its key."""
        refusal = change_policy(self._desk, changes, Asked(key, now))
        if refusal is not None:
            raise ValueError(refusal.errors[0].message)  # a bug of the screen, which offers no such choice
        return True
