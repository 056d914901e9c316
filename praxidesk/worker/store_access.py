"""The real store behind the gateway. Imported on the store thread only, after the first paint."""

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Self

from praxidesk.engine.at_work import Editor
from praxidesk.engine.bulk import Breach
from praxidesk.engine.entries import Entry, PatientOnEntry, Taken
from praxidesk.engine.outcomes import Invalid, Outcome, SlotsFound, StoreFault
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import (
    BookRequest,
    ChangeRequest,
    MoveRequest,
    SlotRequest,
)
from praxidesk.engine.roles import ANYBODY, Person
from praxidesk.engine.series_outcomes import CombinedSlotsFound
from praxidesk.engine.series_requests import BulkRequest, CombinedSlotRequest
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ConflictKind, SeriesId, Severity
from praxidesk.models import queries
from praxidesk.models.at_work import at_work_of
from praxidesk.models.changes import ChangeWatch
from praxidesk.models.statement_count import StatementCount
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services.desk import Desk
from praxidesk.services.people import person_of
from praxidesk.worker.access import AccessFailed, Noticed, WeekRead
from praxidesk.worker.messages import SeveralOutcome, SeveralRequest
from praxidesk.worker.pieces import Pieces
from praxidesk.worker.questions.editing import AnnounceEditing
from praxidesk.worker.questions.question import Question
from praxidesk.worker.requests import Change

if TYPE_CHECKING:
    from praxidesk.worker.store_verbs import StoreVerbs


class StoreAccess:
    """An open store, its practice, and a watch over what others commit."""

    def __init__(
        self,
        desk: Desk,
        watch: ChangeWatch,
        person: Person = ANYBODY,
        look_at_person: Callable[[], Person] | None = None,
        *,
        books: bool = True,
    ) -> None:
        self._desk = desk
        self._watch = watch
        self._at_work = at_work_of(desk.store, person.login if person.role is not None else "")
        self._editors: tuple[Editor, ...] | None = None
        self._statements = StatementCount(desk.store.engine)
        self._person = person
        self._look_at_person = look_at_person
        """Asked again, of a file, whenever something else than the calendar was changed."""
        self._books = books

    @classmethod
    def open(
        cls,
        url: str,
        account: str | None = None,
        shut: Callable[[], None] | None = None,
        *,
        reads_only: bool = False,
    ) -> Self:
        """The store at an address, which must have a practice, for who has signed in to it.

        :param shut: called at once where its accounts let them in no more
        :param reads_only: of several servers, one that follows the others is taken where there is one
        :raises AccessFailed: with what is wrong
        """
        with _faults_named():
            store = Store.open(url, reads_only=reads_only)
            try:
                store.sign_as(account)
                desk = Desk.open(store, ready=False)
                watch = ChangeWatch(store)
                # What was committed between the two lines before would go unnoticed.
                desk.refresh()
                look_at_person = partial(_person_at, desk, account, shut, asks=not reads_only)
                person = look_at_person()
            except BaseException:
                store.close()
                raise
            look_again = look_at_person if store.file is not None else None
            return cls(desk, watch, person, look_again, books=not reads_only)

    @cached_property
    def _verbs(self) -> "StoreVerbs":
        from praxidesk.worker.store_verbs import StoreVerbs  # noqa: PLC0415 - not before the first weeks

        return StoreVerbs(self._desk)

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._desk.store.dialect

    def statements(self) -> int:
        """How many the store was sent since it was opened."""
        return self._statements.count

    @property
    def person(self) -> Person:
        """Who works with it, and as what."""
        return self._person

    def practice(self) -> Practice:
        """As last seen; ``noticed`` and every change look again."""
        return self._desk.practice

    def week(self, span: Span) -> WeekRead:
        """All that touches the span, in two statements."""
        unseen: tuple[Taken, ...] = ()
        with _faults_named(), self._desk.store.read() as connection:
            if self._person.sites:
                rows, unseen = queries.rows_with_unseen(connection, span)
            else:
                rows = queries.entry_rows(connection, span)
        return WeekRead(queries.entries_of(rows), unseen)

    def change(self, request: ChangeRequest, now: int) -> Outcome:
        """Book, move, cancel or set the status, in one transaction."""
        with _faults_named():
            return self._verbs.change(request, now)

    def check(self, request: BookRequest | MoveRequest, now: int) -> Outcome:
        """Would this be free?"""
        with _faults_named():
            return self._verbs.check(request, now)

    def change_several(self, request: SeveralRequest, now: int) -> SeveralOutcome:
        """Book, move or cancel several entries, in one transaction."""
        with _faults_named():
            return self._verbs.change_several(request, now)

    def check_several(self, request: BulkRequest | MoveRequest, now: int) -> SeveralOutcome:
        """The exact dates, and what speaks against each."""
        with _faults_named():
            return self._verbs.check_several(request, now)

    def what_came_of(self, asked: Change, now: int) -> object:
        """The answer to a change that is in already, under its key; else ``None``. Changes nothing."""
        with _faults_named():
            return self._verbs.what_came_of(asked, now)

    def series(self, series: SeriesId) -> tuple[Entry, ...]:
        """What a series or combination binds together."""
        with _faults_named():
            return self._verbs.series(series)

    def find_combined(self, request: CombinedSlotRequest, now: int) -> CombinedSlotsFound | Invalid:
        """When could a whole combination be?"""
        with _faults_named():
            return self._verbs.find_combined(request, now)

    def find_slots(self, request: SlotRequest, now: int) -> SlotsFound | Invalid:
        """When could this be?"""
        with _faults_named():
            return self._verbs.find_slots(request, now)

    def find_patients(self, text: str, now: int) -> tuple[int, tuple[PatientOnEntry, ...]]:
        """How many there are, and the best of them, at most 20; none for no text."""
        with _faults_named():
            return self._verbs.find_patients(text, now)

    def answer(self, question: Question, now: int) -> object:
        """What the question's class says it is answered by."""
        if isinstance(question, AnnounceEditing):
            self._at_work.announce(question.token, question.entries, question.record)
            return None
        with _faults_named():
            answer = self._verbs.answer(question, now)
        return _named_within(answer) if isinstance(answer, Generator) else answer

    def conflicts(self, first: date, last: date, now: int) -> tuple[Breach, ...]:
        """Entries of some days that break a rule where they stand; one more than anybody is shown."""
        with _faults_named():
            return self._verbs.conflicts(first, last, now)

    def change_policy(self, changes: Mapping[ConflictKind, Severity], key: str, now: int) -> bool:
        """Store what kinds of conflict do from now on, once under its key."""
        with _faults_named():
            return self._verbs.change_policy(changes, key, now)

    def noticed(self) -> Noticed:
        """What anybody committed since the last call; reads the practice again where that changed."""
        with _faults_named():
            changes = self._watch.poll()
            if changes.practice or changes.everything:
                self._desk.refresh()
            if changes.everything and self._look_at_person is not None:
                # Perhaps accounts: somebody may be let in no more, or as something else.
                self._person = self._look_at_person()
            zone = self._desk.zone
            days = {day for span in changes.spans for day in zone.days(span)}
            # A patient's or somebody's new name stands on entries of any day.
            return Noticed(
                tuple(sorted(days)),
                everything=changes.everything or changes.practice,
                editors=self._new_editors(self._at_work.poll(changes.heard)),
            )

    def make_ready(self) -> None:
        """Have the store learn what booking takes, while nobody waits for anything; at once where it has."""
        if self._books:
            self._desk.make_ready()

    @property
    def silence(self) -> float:
        """Seconds since the server last gave a sign of life."""
        return self._watch.silence

    def _new_editors(self, editors: tuple[Editor, ...]) -> tuple[Editor, ...] | None:
        before, self._editors = self._editors, editors
        return None if editors == before else editors

    def close(self, *, leaving: bool = False) -> None:
        """Let go of every connection."""
        if leaving:
            self._at_work.leave()
        self._watch.close()
        self._desk.store.close()


def _person_at(desk: Desk, account: str | None, shut: Callable[[], None] | None, *, asks: bool) -> Person:
    try:
        return person_of(desk, account, asks=asks)
    except StoreUnavailable as fault:
        if shut is not None and fault.fault is StoreFault.SIGN_IN:
            shut()
        raise


def _named_within(pieces: Pieces) -> Pieces:
    """The same for work that is done in pieces."""
    with _faults_named():
        return (yield from pieces)


@contextmanager
def _faults_named() -> Iterator[None]:
    """Give the store's faults the name under which the thread knows them, without their cause."""
    try:
        yield
    except StoreUnavailable as fault:
        raise AccessFailed(fault.fault, fault.detail, fault.trouble) from None
