"""What the desk asks for: values that a dialog, a drag, a JSON line or a CSV row become."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from praxidesk.engine.offerings import Need
from praxidesk.engine.vocabulary import (
    ActorId,
    EntryId,
    EntryKind,
    Milestone,
    OnClash,
    Phase,
    ProcedureId,
    Ranking,
    Role,
    Scope,
    Status,
    TypeId,
)


class Keep(Enum):
    """The marker of a move for "leave this as it is"."""

    KEEP = "keep"


KEEP = Keep.KEEP


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody or something wanted for an entry."""

    actor: ActorId
    role: Role
    from_minute: int | None = None
    """Start of its own part, in minutes from the entry's start; ``None``: phases or all of it decide."""
    minutes: int | None = None
    """Length of its own part; ``None``: to the entry's end, where ``from_minute`` is given."""


@dataclass(frozen=True, slots=True)
class NewPatient:
    """Somebody the practice does not know yet."""

    family: str
    given: str
    birth_date: date | None
    phone: str = ""


@dataclass(frozen=True, slots=True)
class PatientNumber:
    """A patient by the practice's number, not yet looked up."""

    number: str


PatientRef = ActorId | PatientNumber | NewPatient


@dataclass(frozen=True, slots=True)
class RequestKey:
    """Makes a request repeatable: the same key and content answer alike and write once."""

    key: str
    fingerprint: str
    """Digest of verb and content, so that another request under the same key is noticed."""


@dataclass(frozen=True, slots=True)
class BookRequest:
    """Put a new entry into the calendar; or, with ``entry``, ask whether it could stand there (``check``)."""

    kind: EntryKind
    starts_at: int
    participants: tuple[Participant, ...]
    type: TypeId | None = None
    procedure: ProcedureId | None = None
    patient: PatientRef | None = None
    minutes: int | None = None
    """``None``: as long as the type says."""
    phases: Mapping[Phase, int] = field(default_factory=dict)
    """Minutes of the phases that differ from the procedure's."""
    fill: bool = False
    """Let the desk choose whom the needs still miss."""
    override_reason: str | None = None
    note: str = ""
    reason: str = ""
    """Of a blockout: what it is."""
    status: Status = Status.BOOKED
    entry: EntryId | None = None
    """For a check: the entry that would be in this place, which it never conflicts with."""
    key: RequestKey | None = None


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """Change an entry: its time, its people, or what it says."""

    entry: EntryId
    version: int
    starts_at: int | Keep = KEEP
    minutes: int | Keep = KEEP
    phases: Mapping[Phase, int] | Keep = KEEP
    participants: tuple[Participant, ...] | Keep = KEEP
    type: TypeId | Keep = KEEP
    procedure: ProcedureId | Keep = KEEP
    patient: PatientRef | Keep | None = KEEP
    note: str | Keep = KEEP
    reason: str | Keep = KEEP
    status: Status | Keep = KEEP
    """What it becomes where it is put: somebody on the waiting list is booked there. Never cancelled."""
    fill: bool = False
    override_reason: str | None = None
    key: RequestKey | None = None
    scope: Scope = Scope.THIS
    """How much of its series or combination changes alike; a new start shifts all of it on the wall."""
    on_clash: OnClash = OnClash.REFUSE
    restores: bool = False
    """It goes back to where it stood: hours that were taken away meanwhile do not keep it out."""


@dataclass(frozen=True, slots=True)
class CancelRequest:
    """Take an entry out of the calendar; its row stays."""

    entry: EntryId
    version: int
    reason: str = ""
    key: RequestKey | None = None
    scope: Scope = Scope.THIS
    """How much of its series or combination is cancelled with it."""


@dataclass(frozen=True, slots=True)
class StatusRequest:
    """Set an entry's status; checked wherever it begins to occupy."""

    entry: EntryId
    version: int
    status: Status
    override_reason: str | None = None
    key: RequestKey | None = None


@dataclass(frozen=True, slots=True)
class MilestoneRequest:
    """Say when milestones of an operation were reached, correct them, or take them back."""

    entry: EntryId
    version: int
    times: Mapping[Milestone, int | None]
    """Those that change: the whole minute, or ``None`` to take one away."""
    status: Status | None = None
    """What the entry becomes; ``None``: what follows from the milestones."""
    key: RequestKey | None = None


ChangeRequest = BookRequest | MoveRequest | CancelRequest | StatusRequest | MilestoneRequest


@dataclass(frozen=True, slots=True)
class SlotNeed:
    """One group of a slot search: as a need, or ``all_of``, codes that must all take part."""

    need: Need
    all_of: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class SlotRequest:
    """When could this be?"""

    kind: EntryKind
    first_day: date
    last_day: date
    """Searched too."""
    type: TypeId | None = None
    procedure: ProcedureId | None = None
    minutes: int | None = None
    phases: Mapping[Phase, int] = field(default_factory=dict)
    patient: PatientRef | None = None
    needs: tuple[SlotNeed, ...] | None = None
    """``None``: those of the type or procedure."""
    limit: int = 5
    """0: all starts, each with its first fitting participants."""
    step_minutes: int = 5
    weekdays: frozenset[int] = frozenset(range(7))
    between: tuple[int, int] = (0, 1440)
    """Minutes of local wall time within which the whole slot lies."""
    not_before: int | None = None
    """No slot starts earlier."""
    not_after: int | None = None
    """No slot ends later."""
    notice_minutes: int = 0
    """Minutes at least between now and the start, besides what the type or procedure asks for."""
    rank: Ranking = Ranking.EARLIEST
    explain: bool = False
    """Say why there is nothing earlier, and what would change that."""
