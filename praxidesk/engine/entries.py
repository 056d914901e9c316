"""What stands in the calendar: entries, their allocations, and the patients on them."""

from dataclasses import dataclass
from datetime import date

from praxidesk.engine.practice import PhaseMinutes
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    ActorId,
    EntryId,
    EntryKind,
    ProcedureId,
    Role,
    Status,
    TypeId,
)


@dataclass(frozen=True, slots=True)
class Patient:
    """A patient as the practice file, a request or the patient search gives one."""

    number: str
    """Unique; the practice's own."""
    family: str
    given: str
    birth_date: date | None = None
    sex: str = ""
    """FHIR administrative gender: ``male female other unknown`` or empty."""
    phone: str = ""
    email: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PatientOnEntry:
    """As much of a patient as a tile, list or agenda line shows."""

    id: ActorId
    number: str
    family: str
    given: str
    birth_date: date | None
    sex: str
    phone: str


@dataclass(frozen=True, slots=True)
class Allocation:
    """This actor is taken from here to there, in this role. The one idea of the whole."""

    actor: ActorId
    role: Role
    starts_at: int
    ends_at: int
    blocking: bool = True
    """Guarded by the database. ``False`` where overridden, tentative or not occupying."""
    own_part: bool = False
    """The participant named its part itself (``from``, ``minutes``): no phase or length changes it."""

    @property
    def span(self) -> Span:
        """The time taken."""
        return Span(self.starts_at, self.ends_at)


@dataclass(frozen=True, slots=True)
class Entry:
    """An appointment, operation or blockout, with everybody taken for it."""

    id: EntryId
    version: int
    kind: EntryKind
    status: Status
    starts_at: int
    ends_at: int
    type: TypeId | None
    procedure: ProcedureId | None
    phases: PhaseMinutes | None
    """Operations only."""
    patient: PatientOnEntry | None
    note: str
    reason: str
    """Why it was cancelled; of a blockout, what it is."""
    override_reason: str
    """Why it stands although something spoke against it; empty where nothing did."""
    allocations: tuple[Allocation, ...]
    """In the order the participants were given, the patient's last."""

    @property
    def span(self) -> Span:
        """From the first to the last moment."""
        return Span(self.starts_at, self.ends_at)


@dataclass(frozen=True, slots=True)
class Taken:
    """An allocation of some other entry near a proposal: what a check sees of the store."""

    actor: ActorId
    starts_at: int
    ends_at: int
    entry: EntryId
    kind: EntryKind
    status: Status
    """Occupying or tentative; others are never loaded."""
    type: TypeId | None
    procedure: ProcedureId | None
