"""What somebody types into the search, and everything about one patient."""

from dataclasses import dataclass

from praxidesk.engine.vocabulary import ActorId, EntryId
from praxidesk.worker.questions.question import Question


@dataclass(frozen=True, slots=True)
class FindEverything(Question):
    """Answered by ``engine.found.Found``: patients and entries of any time."""

    text: str


@dataclass(frozen=True, slots=True)
class MorePatients(Question):
    """Answered by ``PatientsPage``, from ``offset`` on."""

    text: str
    at: int
    """As the first answer has it."""
    offset: int


@dataclass(frozen=True, slots=True)
class MoreEntries(Question):
    """Answered by ``EntriesPage``, from ``offset`` on."""

    text: str
    at: int
    offset: int


@dataclass(frozen=True, slots=True)
class AskPatientCard(Question):
    """Answered by ``PatientCard``, or ``None`` where there is no such patient."""

    patient: ActorId
    is_open: bool = False
    """It is on the screen already; else the journal notes that it was opened."""


@dataclass(frozen=True, slots=True)
class MoreOfPatient(Question):
    """Answered by ``EntriesPage`` of one patient, from ``offset`` on."""

    patient: ActorId
    at: int
    offset: int


@dataclass(frozen=True, slots=True)
class NeighbourEntry(Question):
    """Answered by the patient's ``Entry`` right after or before another, or ``None``; never by one gone."""

    patient: ActorId
    starts_at: int
    entry: EntryId
    later: bool


@dataclass(frozen=True, slots=True)
class EntriesAround(Question):
    """Answered by ``tuple[Entry, ...]`` by start: the patient's of the day of ``at``, and some around it.

    Two before that day, four after it, at most; none that are gone.
    """

    patient: ActorId
    at: int
