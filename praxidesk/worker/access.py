"""What the store thread asks of a store, so that tests can hand it a fake one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, runtime_checkable

from praxidesk.engine.at_work import Editor
from praxidesk.engine.bulk import Breach
from praxidesk.engine.entries import Entry, PatientOnEntry, Taken
from praxidesk.engine.outcomes import Invalid, Outcome, SlotsFound, StoreFault
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import BookRequest, ChangeRequest, MoveRequest, SlotRequest
from praxidesk.engine.roles import Person
from praxidesk.engine.series_outcomes import CombinedSlotsFound
from praxidesk.engine.series_requests import BulkRequest, CombinedSlotRequest
from praxidesk.engine.server_probe import ServerTrouble
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ConflictKind, SeriesId, Severity
from praxidesk.worker.messages import SeveralOutcome, SeveralRequest
from praxidesk.worker.questions.question import Question
from praxidesk.worker.requests import Change

LOST_CONNECTION = frozenset(
    {
        StoreFault.UNREACHABLE,
        StoreFault.SIGN_IN,
        StoreFault.MISSING,
        StoreFault.EMPTY,
        StoreFault.DAMAGED,
        StoreFault.FOREIGN,
        StoreFault.TOO_NEW,
        StoreFault.TOO_OLD,
        StoreFault.UNSAFE_PLACE,
    }
)
"""Faults after which nothing works until the store is opened anew; others concern one request."""


MOST_CONFLICTS = 500
"""As many as anybody looks through; the command line tells all."""


class AccessFailed(Exception):
    """The environment kept the store from answering."""

    def __init__(self, fault: StoreFault, detail: str, trouble: ServerTrouble | None = None) -> None:
        super().__init__(detail)
        self.fault = fault
        self.detail = detail
        self.trouble = trouble
        """What keeps a server from letting one in, where that is known."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """What was committed since the last look, by anybody."""

    days: tuple[date, ...] = ()
    everything: bool = False
    editors: tuple[Editor, ...] | None = None
    """Who has which entry open at another desk now; ``None``: the same as before. No change of anything."""

    def __bool__(self) -> bool:
        """Whether anything was."""
        return self.everything or bool(self.days)


@dataclass(frozen=True, slots=True)
class WeekRead:
    """What a week, or a part of one, has to show."""

    entries: tuple[Entry, ...]
    """Every status, ordered by start, then id."""
    unseen: tuple[Taken, ...] = ()
    """When somebody is taken by an entry that the login does not see, by start; of most logins none."""


class Access(Protocol):
    """An open store. Used on the store thread only; each call may raise ``AccessFailed``."""

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""

    @property
    def person(self) -> Person:
        """Who works with it, and as what."""

    def practice(self) -> Practice:
        """The practice as it is now, holidays included; the same object while it is unchanged."""

    def week(self, span: Span) -> WeekRead:
        """All that touches the span and is seen."""

    def change(self, request: ChangeRequest, now: int) -> Outcome:
        """Book, move, cancel or set the status, in one transaction."""

    def check(self, request: BookRequest | MoveRequest, now: int) -> Outcome:
        """Would this be free?"""

    def change_several(self, request: SeveralRequest, now: int) -> SeveralOutcome:
        """Book, move or cancel several entries, in one transaction."""

    def check_several(self, request: BulkRequest | MoveRequest, now: int) -> SeveralOutcome:
        """The exact dates, and what speaks against each."""

    def what_came_of(self, asked: Change, now: int) -> object:
        """The answer to a change that is in already, under its key; else ``None``. Changes nothing."""

    def series(self, series: SeriesId) -> tuple[Entry, ...]:
        """What a series or combination binds together."""

    def find_combined(self, request: CombinedSlotRequest, now: int) -> CombinedSlotsFound | Invalid:
        """When could a whole combination be?"""

    def find_slots(self, request: SlotRequest, now: int) -> SlotsFound | Invalid:
        """When could this be?"""

    def find_patients(self, text: str, now: int) -> tuple[int, tuple[PatientOnEntry, ...]]:
        """How many there are, and the best of them, at most 20."""

    def answer(self, question: Question, now: int) -> object:
        """What the question's class says it is answered by."""

    def conflicts(self, first: date, last: date, now: int) -> tuple[Breach, ...]:
        """Entries of some days that break a rule where they stand, by start, then id; not too many."""

    def change_policy(self, changes: Mapping[ConflictKind, Severity], key: str, now: int) -> bool:
        """Store what kinds of conflict do from now on, once under its key."""

    def noticed(self) -> Noticed:
        """What others committed since the last call (own commits may be among it)."""

    def make_ready(self) -> None:
        """While nobody waits for anything: do now what the first change would take longer for; once."""

    @property
    def silence(self) -> float:
        """Seconds since the store last gave a sign of life."""

    def close(self, *, leaving: bool = False) -> None:
        """Let go of every connection; never raises.

        :param leaving: the program ends by itself: other desks are told that nothing is open here any more
        """


OpenStore = Callable[[], Access]
"""Opens the store; called on the store thread, and again after the connection was lost."""


@runtime_checkable
class Groundwork(Protocol):
    """Answers what needs no practice yet; an ``OpenStore`` may be one, too."""

    def prepare(self, question: Question, now: int) -> object:
        """What the question's class says it is answered by; may raise ``AccessFailed``."""


def groundwork_of(open_store: OpenStore) -> Groundwork:
    """What answers where no practice is yet.

    :raises AccessFailed: where nothing can be set up
    """
    if isinstance(open_store, Groundwork):
        return open_store
    raise AccessFailed(StoreFault.OTHER, "nothing can be set up here")
