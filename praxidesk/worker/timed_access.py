"""An open store whose every answer is timed and counted; used on the store thread."""

from collections.abc import Callable, Generator, Mapping
from datetime import date
from time import perf_counter
from typing import TypeVar

from praxidesk.engine.bulk import Breach
from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.outcomes import Invalid, Outcome, SlotsFound
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import BookRequest, ChangeRequest, MoveRequest, SlotRequest
from praxidesk.engine.roles import Person
from praxidesk.engine.series_outcomes import CombinedSlotsFound
from praxidesk.engine.series_requests import BulkRequest, CombinedSlotRequest
from praxidesk.engine.spans import Span
from praxidesk.engine.store_facts import StoreFacts
from praxidesk.engine.vocabulary import ConflictKind, SeriesId, Severity
from praxidesk.worker import use_cases
from praxidesk.worker.access import Access, Noticed, WeekRead
from praxidesk.worker.messages import SeveralOutcome, SeveralRequest
from praxidesk.worker.pieces import Pieces
from praxidesk.worker.questions.diagnostics import Diagnose
from praxidesk.worker.questions.question import Question
from praxidesk.worker.requests import Change
from praxidesk.worker.use_case_times import UseCaseLedger

_Answer = TypeVar("_Answer")


class TimedAccess:
    """Asks another access, and writes into a ledger that outlives it what that took."""

    def __init__(
        self, access: Access, ledger: UseCaseLedger, statements: Callable[[], int], clock: Callable[[], int]
    ) -> None:
        """:param statements: how many the store was sent so far"""
        self._access = access
        self._ledger = ledger
        self._statements = statements
        self._clock = clock

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._access.dialect

    @property
    def person(self) -> Person:
        """Who works with it, and as what."""
        return self._access.person

    def practice(self) -> Practice:
        """As last seen: costs nothing."""
        return self._access.practice()

    def week(self, span: Span) -> WeekRead:
        """All that touches the span."""
        return self._timed(use_cases.WEEK, lambda: self._access.week(span))

    def change(self, request: ChangeRequest, now: int) -> Outcome:
        """Book, move, cancel or set the status, in one transaction."""
        name = use_cases.change_name(request)
        return self._timed(name, lambda: self._access.change(request, now), request)

    def check(self, request: BookRequest | MoveRequest, now: int) -> Outcome:
        """Would this be free?"""
        return self._timed(use_cases.CHECK, lambda: self._access.check(request, now), request)

    def change_several(self, request: SeveralRequest, now: int) -> SeveralOutcome:
        """Book, move or cancel several entries, in one transaction."""
        return self._timed(use_cases.SEVERAL, lambda: self._access.change_several(request, now), request)

    def check_several(self, request: BulkRequest | MoveRequest, now: int) -> SeveralOutcome:
        """The exact dates, and what speaks against each."""
        return self._timed(use_cases.CHECK_SEVERAL, lambda: self._access.check_several(request, now), request)

    def what_came_of(self, asked: Change, now: int) -> object:
        """The answer to a change that is in already; too rare to be counted."""
        return self._access.what_came_of(asked, now)

    def series(self, series: SeriesId) -> tuple[Entry, ...]:
        """What a series or combination binds together."""
        return self._timed(use_cases.SERIES, lambda: self._access.series(series))

    def find_combined(self, request: CombinedSlotRequest, now: int) -> CombinedSlotsFound | Invalid:
        """When could a whole combination be?"""
        return self._timed(use_cases.COMBINED_SLOTS, lambda: self._access.find_combined(request, now))

    def find_slots(self, request: SlotRequest, now: int) -> SlotsFound | Invalid:
        """When could this be?"""
        return self._timed(use_cases.SLOTS, lambda: self._access.find_slots(request, now), request)

    def find_patients(self, text: str, now: int) -> tuple[int, tuple[PatientOnEntry, ...]]:
        """How many there are, and the best of them."""
        return self._timed(use_cases.PATIENTS, lambda: self._access.find_patients(text, now))

    def answer(self, question: Question, now: int) -> object:
        """What the question's class says it is answered by; a long answer counts once, all its pieces."""
        name = type(question).__name__
        if isinstance(question, Diagnose):
            facts = self._timed(name, lambda: self._access.answer(question, now))
            return self._ledger.diagnosis(facts, self._clock()) if isinstance(facts, StoreFacts) else facts
        answer = self._timed(name, lambda: self._access.answer(question, now), question)
        return self._timed_within(answer, question) if isinstance(answer, Generator) else answer

    def conflicts(self, first: date, last: date, now: int) -> tuple[Breach, ...]:
        """Entries of some days that break a rule where they stand."""
        return self._timed(use_cases.CONFLICTS, lambda: self._access.conflicts(first, last, now))

    def change_policy(self, changes: Mapping[ConflictKind, Severity], key: str, now: int) -> bool:
        """Store what kinds of conflict do from now on, once under its key."""
        return self._timed(use_cases.POLICY, lambda: self._access.change_policy(changes, key, now))

    def noticed(self) -> Noticed:
        """What anybody committed since the last call."""
        return self._timed(use_cases.NOTICED, self._access.noticed)

    def make_ready(self) -> None:
        """Have the store learn what booking takes; nobody waits for it, so it is not counted."""
        self._access.make_ready()

    @property
    def silence(self) -> float:
        """Seconds since the store last gave a sign of life."""
        return self._access.silence

    def close(self, *, leaving: bool = False) -> None:
        """Let go of every connection."""
        self._access.close(leaving=leaving)

    def _timed(self, name: str, work: Callable[[], _Answer], about: object = None) -> _Answer:
        before, began = self._statements(), perf_counter()
        try:
            answer = work()
        except BaseException:
            self._note(name, perf_counter() - began, self._statements() - before, about, failed=True)
            raise
        if not isinstance(answer, Generator):
            self._note(name, perf_counter() - began, self._statements() - before, about)
        return answer

    def _timed_within(self, pieces: Pieces, question: Question) -> Pieces:
        """The sum of all pieces, without what others did in between; one that is given up does not count."""
        name, taken, statements = type(question).__name__, 0.0, 0
        while True:
            before, began = self._statements(), perf_counter()
            try:
                next(pieces)
            except BaseException as end:
                taken += perf_counter() - began
                statements += self._statements() - before
                is_over = isinstance(end, StopIteration)
                self._note(name, taken, statements, question, failed=not is_over)
                if isinstance(end, StopIteration):
                    return end.value
                raise
            taken += perf_counter() - began
            statements += self._statements() - before
            try:
                yield
            except GeneratorExit:
                pieces.close()
                raise

    def _note(
        self, name: str, seconds: float, statements: int, about: object, *, failed: bool = False
    ) -> None:
        self._ledger.note(name, seconds * 1_000, statements, self._clock(), failed=failed, about=about)
