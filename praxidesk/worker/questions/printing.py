"""What a print is made of: days, one appointment with those that follow, patients to call."""

from dataclasses import dataclass
from datetime import date

from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.recall import Recall
from praxidesk.engine.vocabulary import EntryId, TypeId
from praxidesk.worker.questions.question import Question

MOST_RECALLED = 2000
"""As many as anybody calls."""


@dataclass(frozen=True, slots=True)
class PrintedDays(Question):
    """Answered by ``DaysToPrint``."""

    first: date
    last: date
    """Included."""


@dataclass(frozen=True, slots=True)
class DaysToPrint:
    """Everything that stands on some days."""

    entries: tuple[Entry, ...]
    """Every status, ordered by start, then id."""
    read_at: int
    """When the store was asked."""
    unseen: tuple[Taken, ...] = ()
    """Who is taken when by entries that the login does not see."""


@dataclass(frozen=True, slots=True)
class PrintedSlip(Question):
    """Answered by ``SlipToPrint``, or ``None`` where there is no such entry."""

    entry: EntryId


@dataclass(frozen=True, slots=True)
class SlipToPrint:
    """An appointment or operation, and what else its patient is coming for."""

    entry: Entry
    coming: tuple[Entry, ...]
    """Later than now, ordered by start; those that stand, without the entry itself."""
    read_at: int


@dataclass(frozen=True, slots=True)
class PatientsToCall(Question):
    """Answered by ``CallsToPrint``."""

    type: TypeId
    first: date
    last: date
    """Included."""


@dataclass(frozen=True, slots=True)
class CallsToPrint:
    """Patients whose last appointment of a type lies in some days, and who have none to come."""

    patients: tuple[Recall, ...]
    is_complete: bool
    """Whether there are no more than are listed at most."""
    read_at: int
