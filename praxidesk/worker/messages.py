"""What crosses between the GUI thread and the store thread: frozen values, one ticket each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NewType

from praxidesk.engine.at_work import Editor
from praxidesk.engine.bulk import Breach
from praxidesk.engine.entries import Entry, PatientOnEntry, Taken
from praxidesk.engine.outcomes import Invalid, Outcome, Refused, SlotsFound, StoreFault
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import BookRequest, ChangeRequest, MoveRequest, SlotRequest
from praxidesk.engine.roles import Person
from praxidesk.engine.series_outcomes import BulkOutcome, CombinedSlotsFound
from praxidesk.engine.series_requests import BulkRequest, CombinedSlotRequest, ScopedRequest
from praxidesk.engine.server_probe import ServerTrouble
from praxidesk.engine.spans import Span
from praxidesk.engine.together import TogetherOutcome, TogetherRequest
from praxidesk.engine.vocabulary import ConflictKind, SeriesId, Severity
from praxidesk.worker.questions.question import Question

Ticket = NewType("Ticket", int)
"""Counts up; of requests of one kind only the newest is answered where an older answer is useless."""

SeveralRequest = BulkRequest | ScopedRequest | TogetherRequest
"""About several entries at once: a series or combination, all of its entries in a scope, or chosen ones."""
SeveralOutcome = BulkOutcome | TogetherOutcome | Refused | Invalid


@dataclass(frozen=True, slots=True)
class LoadWeeks:
    """Weeks by their Mondays, the most wanted first."""

    ticket: Ticket
    mondays: tuple[date, ...]
    in_advance: bool = False
    """Nobody waits for them: neighbours of what is shown, and shown weeks that changed."""
    rests: bool = False
    """They wait until nothing else has come in for a moment."""


@dataclass(frozen=True, slots=True)
class Submit:
    """Change the calendar. Never superseded."""

    ticket: Ticket
    request: ChangeRequest


@dataclass(frozen=True, slots=True)
class Check:
    """Would this be free? Superseded by the next check."""

    ticket: Ticket
    request: BookRequest | MoveRequest


@dataclass(frozen=True, slots=True)
class SubmitSeveral:
    """Put several entries into the calendar, or change them. Never superseded."""

    ticket: Ticket
    request: SeveralRequest


@dataclass(frozen=True, slots=True)
class CheckSeveral:
    """Which dates would there be, and which of them clash? Superseded by the next check of any kind."""

    ticket: Ticket
    request: BulkRequest | MoveRequest


@dataclass(frozen=True, slots=True)
class LoadSeries:
    """Which entries does a series or combination bind? Never superseded."""

    ticket: Ticket
    series: SeriesId


@dataclass(frozen=True, slots=True)
class FindCombined:
    """When could a whole combination be? Superseded by the next search of any kind."""

    ticket: Ticket
    request: CombinedSlotRequest


@dataclass(frozen=True, slots=True)
class FindSlots:
    """Superseded by the next search."""

    ticket: Ticket
    request: SlotRequest


@dataclass(frozen=True, slots=True)
class SearchPatients:
    """As somebody types; superseded by the next."""

    ticket: Ticket
    text: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Any question; superseded by the next of its class, unless that says otherwise."""

    ticket: Ticket
    question: Question


@dataclass(frozen=True, slots=True)
class LoadConflicts:
    """Which entries break a rule where they stand? Superseded by the next."""

    ticket: Ticket
    first: date
    last: date
    """Included."""


@dataclass(frozen=True, slots=True)
class ChangePolicy:
    """What kinds of conflict do from now on. Never superseded."""

    ticket: Ticket
    changes: Mapping[ConflictKind, Severity]
    """The others stay."""
    key: str


@dataclass(frozen=True, slots=True)
class WeekBatch:
    """All entries that touch one local week, Monday 00:00 to Monday 00:00."""

    monday: date
    span: Span
    entries: tuple[Entry, ...]
    """Every status, ordered by start, then id."""
    unseen: tuple[Taken, ...] = ()
    """Who is taken when by entries that the login does not see; by start."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The outcome of a ``Submit`` or ``Check``."""

    ticket: Ticket
    request: ChangeRequest
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class SeveralAnswered:
    """The outcome of a ``SubmitSeveral`` or ``CheckSeveral``."""

    ticket: Ticket
    request: SeveralRequest
    outcome: SeveralOutcome


@dataclass(frozen=True, slots=True)
class SeriesLoaded:
    """The entries of a series or combination, of any status, by start and then id."""

    ticket: Ticket
    series: SeriesId
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class CombinedAnswered:
    """The outcome of a ``FindCombined``."""

    ticket: Ticket
    found: CombinedSlotsFound | Invalid


@dataclass(frozen=True, slots=True)
class SlotsAnswered:
    """The outcome of a ``FindSlots``."""

    ticket: Ticket
    request: SlotRequest
    found: SlotsFound
    invalid: Invalid | None = None
    """Why the request is none; ``found`` is empty then."""


@dataclass(frozen=True, slots=True)
class PatientsFound:
    """Best first, at most 20."""

    ticket: Ticket
    text: str
    patients: tuple[PatientOnEntry, ...]
    total: int
    """How many there are."""


@dataclass(frozen=True, slots=True)
class Told:
    """The answer to an ``Ask``; the question's class says what it is."""

    ticket: Ticket
    question: Question
    answer: object


@dataclass(frozen=True, slots=True)
class ConflictsLoaded:
    """The entries of some days that break a rule, by start, then id."""

    ticket: Ticket
    breaches: tuple[Breach, ...]
    is_complete: bool
    """Whether there are no more than were asked for at most."""


@dataclass(frozen=True, slots=True)
class PolicyChanged:
    """The policy is stored; the practice that has it comes before this."""

    ticket: Ticket


@dataclass(frozen=True, slots=True)
class PracticeLoaded:
    """The practice, at the start and after each change of it."""

    practice: Practice


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who works with the store, and as what; told whenever it was opened, before anything that is in it."""

    person: Person


@dataclass(frozen=True, slots=True)
class Failed:
    """The store could not answer; nothing of the request was saved."""

    ticket: Ticket
    fault: StoreFault
    detail: str
    """For the details of a message: technical, in English, without patient data."""
    lost: ChangeRequest | BulkRequest | TogetherRequest | None = None
    """What was not saved."""
    given_up: bool = False
    """Its first answer was lost, somebody gave it up, and it turned out not to have been saved."""


@dataclass(frozen=True, slots=True)
class LoadedWeek:
    """One batch of a load, on its way to the gateway."""

    ticket: Ticket
    batch: WeekBatch


@dataclass(frozen=True, slots=True)
class Finished:
    """The last word on a load."""

    ticket: Ticket
    superseded: bool = False
    """A newer load was wanted; some weeks were not read."""


@dataclass(frozen=True, slots=True)
class Superseded:
    """The last word on a check or search that a newer one made useless."""

    ticket: Ticket


@dataclass(frozen=True, slots=True)
class CalendarChanged:
    """Something was committed, here or at another desk."""

    days: tuple[date, ...] | None
    """The local days touched; ``None``: any may be."""


@dataclass(frozen=True, slots=True)
class Delayed:
    """The answer to a change was lost with the connection; it is asked again over the next one."""

    ticket: Ticket


class Link(Enum):
    """How the store is connected."""

    CONNECTED = "connected"
    RECONNECTING = "reconnecting"
    """Lost a moment ago."""
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class EditorsChanged:
    """Others have opened entries for editing, or closed them."""

    editors: tuple[Editor, ...]
    """All of them, as of now."""


@dataclass(frozen=True, slots=True)
class StoreState:
    """Whether the store answers, and how fast."""

    connected: bool
    since: int
    """Instant from which this holds."""
    last_ms: float = 0.0
    """Milliseconds the newest request took in the store."""
    dialect: str = ""
    """``sqlite`` or ``postgresql``; empty until it was open once."""
    fault: StoreFault | None = None
    """Why it does not answer."""
    detail: str = ""
    """Technical, in English, without patient data."""
    trouble: ServerTrouble | None = None
    """What keeps a server from letting one in, where that is known."""
    is_passing: bool = False
    """Lost only a moment ago, and by a fault that passes by itself."""
    as_of: int | None = None
    """Instant of the last sign of life before it was lost: what others did later is not known."""
    unanswered: int = 0
    """Changes that were sent and of which nobody knows whether they are in."""

    @property
    def link(self) -> Link:
        """The same in one word."""
        if self.connected:
            return Link.CONNECTED
        return Link.RECONNECTING if self.is_passing else Link.OFFLINE


Asking = (
    Check
    | CheckSeveral
    | FindSlots
    | FindCombined
    | SearchPatients
    | Ask
    | LoadSeries
    | LoadConflicts
    | ChangePolicy
)
FINAL = (
    Answered,
    CombinedAnswered,
    ConflictsLoaded,
    Failed,
    Finished,
    PatientsFound,
    PolicyChanged,
    SeriesLoaded,
    SeveralAnswered,
    SlotsAnswered,
    Superseded,
    Told,
)
"""The last word on a request."""

PASSED_ON: Mapping[type, str] = {
    SeriesLoaded: "series_loaded",
    CombinedAnswered: "combined_answered",
    SlotsAnswered: "slots_answered",
    PatientsFound: "patients_found",
    Told: "told",
    ConflictsLoaded: "conflicts_loaded",
    PolicyChanged: "policy_changed",
}
"""Answers that are told as they are, by which signal of the gateway."""

Request = LoadWeeks | Submit | SubmitSeveral | Asking
"""All that the store thread is asked for."""


def rests(request: Request) -> bool:
    """Whether it only fills in what is glanced at, or what may be shown next."""
    if isinstance(request, Ask):
        return request.question.yields
    return isinstance(request, LoadWeeks) and request.rests
