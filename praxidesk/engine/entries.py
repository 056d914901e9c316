"""What stands in the calendar: entries, their allocations, and the patients on them."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import (
    ActorId,
    EntryId,
    EntryKind,
    Milestone,
    ProcedureId,
    Role,
    SeriesId,
    ServiceId,
    Status,
    TypeId,
    service_of_entry,
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
    seat: ActorId | None = None
    """The group through which this place was booked; ``None``: this very place is promised."""
    turnover: int = 0
    """Minutes at its end in which a room or device is cleaned or reprocessed; they may lie outside hours."""

    @property
    def span(self) -> Span:
        """The time taken."""
        return Span(self.starts_at, self.ends_at)

    @property
    def part(self) -> Span:
        """The time it takes part: without the turnover."""
        return Span(self.starts_at, self.ends_at - self.turnover * MINUTE)


class Reached(NamedTuple):
    """A milestone of an operation, and when it was reached."""

    milestone: Milestone
    at: int


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
    series: SeriesId | None = None
    """What binds it to others: a series, or a combination."""
    series_day: date | None = None
    """The date on which its series had it, wherever it stands now; ``None`` outside of series."""
    is_exception: bool = False
    """Changed by itself since: changes of the whole series leave it alone."""
    milestones: tuple[Reached, ...] = ()
    """What is recorded of an operation's course, in the order of the milestones."""

    @property
    def service(self) -> ServiceId:
        """The number of what it is for."""
        return service_of_entry(self.type, self.procedure)

    @property
    def span(self) -> Span:
        """From the first to the last moment."""
        return Span(self.starts_at, self.ends_at)


class Taken(NamedTuple):
    """An allocation of some other entry near a proposal: what a check or search sees of the store.

    A flat tuple in the order of the store's columns, because searches read ten thousands of them.
    Only occupying and tentative allocations are ever loaded.
    """

    actor: ActorId
    """``NOBODY`` where a whole entry is meant: what counts is only that it is there."""
    starts_at: int
    ends_at: int
    entry: EntryId
    service: ServiceId
    occupies: int
    """1, or 0 where the entry is only tentative."""
    seat: ActorId | None
    """The group through which this place was booked, and within which it may be changed for another."""

    @classmethod
    def of(cls, entry: EntryId, entry_status: Status, service: ServiceId, allocation: Allocation) -> "Taken":
        """What a check sees of an allocation of an entry that occupies or may."""
        return cls(
            allocation.actor,
            allocation.starts_at,
            allocation.ends_at,
            entry,
            service,
            int(entry_status.occupies),
            allocation.seat,
        )

    @property
    def span(self) -> Span:
        """The time taken."""
        return Span(self.starts_at, self.ends_at)

    @property
    def is_blockout(self) -> bool:
        """Whether it is no appointment and no operation."""
        return self.service == 0
