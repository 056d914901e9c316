"""A store that answers from memory, and notes what was asked of it on which thread."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from threading import Event, get_ident

from praxidesk.engine.bulk import Breach
from praxidesk.engine.entries import Entry, PatientOnEntry, Taken
from praxidesk.engine.outcomes import (
    Change,
    Done,
    FieldError,
    Free,
    Invalid,
    Outcome,
    SlotsFound,
)
from praxidesk.engine.practice import Practice, Site
from praxidesk.engine.requests import BookRequest, ChangeRequest, MoveRequest, SlotRequest
from praxidesk.engine.roles import ANYBODY
from praxidesk.engine.series_outcomes import (
    CombinedSlotsFound,
    DateOutcome,
    DateState,
    SeriesOutcome,
    Verdict,
)
from praxidesk.engine.series_requests import BulkRequest, CombinedSlotRequest, SeriesRequest
from praxidesk.engine.spans import HOUR, Span
from praxidesk.engine.vocabulary import (
    ActorId,
    ConflictKind,
    EntryId,
    EntryKind,
    SeriesId,
    Severity,
    Status,
)
from praxidesk.worker import requests
from praxidesk.worker.access import AccessFailed, Noticed, WeekRead
from praxidesk.worker.messages import SeveralOutcome, SeveralRequest, Submit, SubmitSeveral
from praxidesk.worker.pieces import Pieces
from praxidesk.worker.questions.free_times import NextFree, SheetLoad
from praxidesk.worker.questions.question import Question

NOW = 1_795_420_800
"""2026-11-23 08:00 UTC, a Monday."""
DAY = 24 * HOUR


def _day(entry: Entry) -> date:
    return date(1970, 1, 1) + timedelta(seconds=entry.starts_at)


def entry_at(start: int, number: int = 1, minutes: int = 20) -> Entry:
    return Entry(
        EntryId(number),
        1,
        EntryKind.APPOINTMENT,
        Status.BOOKED,
        start,
        start + minutes * 60,
        None,
        None,
        None,
        None,
        "",
        "",
        "",
        (),
    )


@dataclass
class FakeStore:
    """What lies behind every access: shared by all that are opened."""

    entries: list[Entry] = field(default_factory=list)
    unseen: list[Taken] = field(default_factory=list)
    practice: Practice = field(
        default_factory=lambda: Practice(1, Site("M", "Mitte", "Europe/Berlin"), {}, {}, {})
    )
    asked: list[object] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)
    breaches: list[Breach] = field(default_factory=list)
    news: list[Noticed] = field(default_factory=list)
    came: Outcome | None = None
    """What came of a change that was given up."""
    opened: int = 0
    closed: int = 0
    readied_after: int | None = None
    """How much had been asked when it was made ready last."""
    faults: list[Exception] = field(default_factory=list)
    """Raised, one at a time, by the next requests."""
    open_faults: list[AccessFailed] = field(default_factory=list)
    gate: Event | None = None
    """Where set, every week read waits for it."""
    pieces: Callable[[Question], Pieces] | None = None
    """Answers questions in pieces, where there is one."""
    on_week: Callable[[Span], None] | None = None

    def open(self) -> "FakeAccess":
        self.threads.add(get_ident())
        if self.open_faults:
            raise self.open_faults.pop(0)
        self.opened += 1
        return FakeAccess(self)


class FakeAccess:
    """One connection to a ``FakeStore``."""

    dialect = "fake"
    person = ANYBODY
    silence = 0.0

    def __init__(self, store: FakeStore) -> None:
        self._store = store

    def practice(self) -> Practice:
        return self._store.practice

    def week(self, span: Span) -> WeekRead:
        self._ask(span)
        if self._store.on_week is not None:
            self._store.on_week(span)
        if self._store.gate is not None:
            assert self._store.gate.wait(10)
        entries = tuple(each for each in self._store.entries if each.span.overlaps(span))
        return WeekRead(entries, tuple(each for each in self._store.unseen if each.span.overlaps(span)))

    def change(self, request: ChangeRequest, now: int) -> Outcome:
        self._ask(request)
        if isinstance(request, MoveRequest):
            before = next(each for each in self._store.entries if each.id == request.entry)
            assert isinstance(request.starts_at, int)
            after = replace(
                before,
                version=before.version + 1,
                starts_at=request.starts_at,
                ends_at=request.starts_at + before.ends_at - before.starts_at,
            )
            self._store.entries[self._store.entries.index(before)] = after
            return Done(Change.MOVED, after, before=before)
        assert isinstance(request, BookRequest)
        entry = entry_at(request.starts_at, len(self._store.entries) + 1, request.minutes or 20)
        self._store.entries.append(entry)
        return Done(Change.BOOKED, entry)

    def what_came_of(self, asked: requests.Change, now: int) -> object:
        what = asked.request if isinstance(asked, Submit | SubmitSeveral) else asked
        self._ask(("what came of", what))
        return self._store.came

    def check(self, request: BookRequest | MoveRequest, now: int) -> Outcome:
        self._ask(request)
        assert isinstance(request, BookRequest)
        return Free(Span(request.starts_at, request.starts_at + HOUR), request.participants)

    def change_several(self, request: SeveralRequest, now: int) -> SeveralOutcome:
        self._ask(request)
        if isinstance(request, SeriesRequest):
            made = [entry_at(request.booking.starts_at + number * DAY, number + 1) for number in range(2)]
            self._store.entries += made
            return SeriesOutcome(
                Verdict.BOOKED,
                tuple(DateOutcome(_day(each), DateState.DONE, each.span, entry=each) for each in made),
            )
        return Invalid((FieldError("scope", "of a series alone"),))

    def check_several(self, request: BulkRequest | MoveRequest, now: int) -> SeveralOutcome:
        self._ask(request)
        return SeriesOutcome(Verdict.FREE, ())

    def series(self, series: SeriesId) -> tuple[Entry, ...]:
        self._ask(series)
        return tuple(self._store.entries)

    def find_combined(self, request: CombinedSlotRequest, now: int) -> CombinedSlotsFound | Invalid:
        self._ask(request)
        return CombinedSlotsFound((), request.search.last_day)

    def find_slots(self, request: SlotRequest, now: int) -> SlotsFound | Invalid:
        self._ask(request)
        return SlotsFound((), request.last_day)

    def find_patients(self, text: str, now: int) -> tuple[int, tuple[PatientOnEntry, ...]]:
        self._ask(text)
        return 1, (PatientOnEntry(ActorId(9), "P-1", text, "", date(1990, 1, 1), "", ""),)

    def answer(self, question: Question, now: int) -> object:
        self._ask(question)
        if self._store.pieces is not None:
            return self._store.pieces(question)
        # Nothing, as a question about days and people is answered, or as all others are.
        return {} if isinstance(question, SheetLoad | NextFree) else ()

    def conflicts(self, first: date, last: date, now: int) -> tuple[Breach, ...]:
        self._ask((first, last))
        return tuple(self._store.breaches)

    def change_policy(self, changes: Mapping[ConflictKind, Severity], key: str, now: int) -> bool:
        self._ask(changes)
        practice = self._store.practice
        self._store.practice = replace(
            practice, version=practice.version + 1, policy={**practice.policy, **changes}
        )
        return True

    def noticed(self) -> Noticed:
        return self._store.news.pop(0) if self._store.news else Noticed()

    def make_ready(self) -> None:
        self._store.readied_after = len(self._store.asked)

    def close(self, *, leaving: bool = False) -> None:
        self._store.closed += 1

    def _ask(self, what: object) -> None:
        self._store.asked.append(what)
        self._store.threads.add(get_ident())
        if self._store.faults:
            raise self._store.faults.pop(0)
