"""What comes of a request: each an expected answer, none an exception."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from praxidesk.engine.entries import Entry
from praxidesk.engine.offerings import Quota
from praxidesk.engine.requests import Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    ActorId,
    ConflictKind,
    EntryId,
    Milestone,
    Role,
    ServiceId,
    Severity,
    Status,
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that speaks against a request, and exactly where."""

    kind: ConflictKind
    severity: Severity
    """Never ``OFF``."""
    span: Span
    """The shared time of a busy kind, the span of the request for the hours kinds, the gap of a gap."""
    actor: ActorId | None = None
    entry: EntryId | None = None
    """The other entry."""
    role: Role | None = None
    """Of a need that nobody meets, or in which the actor cannot take part."""
    service: ServiceId | None = field(default=None, compare=False)
    """What the request was for, where that is known: only words need it."""
    quota: Quota | None = field(default=None, compare=False)
    """The one that is full."""


@dataclass(frozen=True, slots=True)
class Neatness:
    """Why a compact slot stands where it does: what it leaves of its practitioners' free time."""

    pieces: int
    """Free pieces left before and after it, of all its practitioners together."""
    minutes: int
    """How long they are together."""


@dataclass(frozen=True, slots=True)
class Workload:
    """Why an evenly spread slot stands where it does: how taken its practitioners are."""

    minutes: int
    """Minutes they are taken in the days searched, together."""
    practitioners: tuple[ActorId, ...]


@dataclass(frozen=True, slots=True)
class Habit:
    """Why a preferred slot stands where it does: how often the practice had it at such a time."""

    service: ServiceId
    weekday: int
    """0 is Monday."""
    hour: int
    """Local wall time, from this hour to the next."""
    count: int
    of: int
    """Entries of this service in the time looked back on; 0 where there is no history."""
    hours: int
    """Over so many hours of the week they are spread."""


Reason = Neatness | Workload | Habit
"""Why a slot stands where it does in its list; the earliest need none."""


class Slot(NamedTuple):
    """A time at which everybody named is free; a tuple, because a search makes thousands."""

    starts_at: int
    ends_at: int
    participants: tuple[Participant, ...]
    reason: Reason | None = None
    instead_of: tuple[tuple[ActorId, ActorId], ...] = ()
    """Of a substitute: who takes part, and in whose place."""


@dataclass(frozen=True, slots=True)
class Blocker:
    """Why one actor, or nobody at all, could do something at certain starts."""

    actor: ActorId | None
    """``None`` where it is the practice itself, or a rule that counts everybody."""
    kind: ConflictKind
    """``NEED_UNMET`` where an actor is free but needed in another place of the same team."""
    entry: EntryId | None = None
    until: int | None = None
    """When it is over; ``None`` where that is not in sight."""


@dataclass(frozen=True, slots=True)
class BlockedSpan:
    """Starts at which one need, or the whole, fails for the same reasons."""

    starts: Span
    """From the first start to just after the last one."""
    blockers: tuple[Blocker, ...]
    """One for each actor that could meet the need, in the order in which they are offered."""
    role: Role | None = None
    """Whose place stays empty, or the patient; ``None`` for the practice and its limits."""
    need: int | None = None
    """The place of the need among those searched for, from 0, ``all`` counting as one."""
    lost: int = 0
    """How many starts it holds; closed time between them holds none."""


@dataclass(frozen=True, slots=True)
class OtherMember:
    """Release: a colleague takes part instead."""

    actor: ActorId
    instead_of: ActorId


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """Release: another room or device is taken instead."""

    actor: ActorId
    instead_of: ActorId


@dataclass(frozen=True, slots=True)
class MovedEntry:
    """Release: an entry of low priority goes elsewhere, with the same people and length."""

    entry: EntryId
    service: ServiceId
    actor: ActorId
    """Whom it gives free."""
    span: Span
    """Where it stands."""
    moved_to: int
    """Where it could start."""


@dataclass(frozen=True, slots=True)
class Release:
    """The earliest slot that a single change would open; ``conflicts.check`` agrees after the change."""

    slot: Slot
    change: OtherMember | OtherPlace | MovedEntry

    @property
    def starts_at(self) -> int:
        """When it would start."""
        return self.slot.starts_at


@dataclass(frozen=True, slots=True)
class WhyNotEarlier:
    """What stands against everything before the first slot."""

    spans: tuple[BlockedSpan, ...]
    """By start, then by need; those of different needs may share time. Closed hours are in none."""
    release: Release | None
    until: int
    """How far it looks: to the first slot, to the end of the search, or as far as is sensible."""


@dataclass(frozen=True, slots=True)
class SlotsFound:
    """The answer to a slot search."""

    slots: tuple[Slot, ...]
    searched_to: date
    """Last day looked at; before the last day asked for where the limit was reached."""
    substitutes: tuple[Slot, ...] = ()
    """With colleagues, where those asked for have nothing at all."""
    why_not_earlier: WhyNotEarlier | None = None
    """Only where it was asked for."""


class Change(StrEnum):
    """What was done to an entry."""

    BOOKED = "booked"
    MOVED = "moved"
    CANCELLED = "cancelled"
    STATUS_CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class RecordedChange:
    """One line of an entry's history."""

    version: int
    change: Change
    status: Status
    at: int
    """Instant of the change."""
    span: Span
    """The entry's, from then on."""
    milestones: tuple[tuple[Milestone, int | None], ...] = ()
    """Those that it was about, and when they were reached; ``None`` for one taken away."""


@dataclass(frozen=True, slots=True)
class Done:
    """It is in the calendar, and safe."""

    change: Change
    entry: Entry
    warnings: tuple[Conflict, ...] = ()
    replayed: bool = False
    """The key was known: nothing was written."""
    before: Entry | None = None
    """The entry as it was, where it existed: what undo restores."""


@dataclass(frozen=True, slots=True)
class Free:
    """A check found nothing that blocks."""

    span: Span
    participants: tuple[Participant, ...]
    warnings: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Not done; everything is as it was."""

    conflicts: tuple[Conflict, ...]
    """All of them, warnings too."""
    alternatives: tuple[Slot, ...] = ()
    """Nearest to the wish first."""
    apart: tuple[Slot, ...] = ()
    """Of the same, those of which no two have people and time in common: for whoever chooses by eye.

    One more where something stored was to change, for one of them may be where it stands.
    """
    current: Entry | None = None
    """The present state, where the request knew an older one."""
    others: tuple[Entry, ...] = ()
    """The entries that the conflicts name."""


@dataclass(frozen=True, slots=True)
class FieldError:
    """One field of a request that cannot be understood."""

    field: str
    """As the interface names it, such as ``start`` or ``participants[0].actor``."""
    message: str


@dataclass(frozen=True, slots=True)
class Invalid:
    """Not a request; everything is as it was."""

    errors: tuple[FieldError, ...]


Outcome = Done | Free | Refused | Invalid


class StoreFault(StrEnum):
    """Why the store could not do something; never a fault of the request."""

    LOCKED = "locked"
    READ_ONLY = "read_only"
    NOT_ALLOWED = "not_allowed"
    """The login lacks the right; another one may have it."""
    DISK_FULL = "disk_full"
    DAMAGED = "damaged"
    """Truncated, corrupt, or no database at all."""
    FOREIGN = "foreign"
    """A database, but another program's."""
    TOO_NEW = "too_new"
    """Written by a newer PraxiDesk."""
    TOO_OLD = "too_old"
    """Needs ``praxidesk store upgrade``."""
    MISSING = "missing"
    EMPTY = "empty"
    """Has no practice yet: ``praxidesk setup``."""
    UNSAFE_PLACE = "unsafe_place"
    """A network or cloud-synchronised folder."""
    UNREACHABLE = "unreachable"
    """The server does not answer, or no safe way leads to it."""
    SIGN_IN = "sign_in"
    """Somebody has to say who they are: nobody has yet, or the store refuses the login."""
    UNSEEN = "unseen"
    """Somebody who takes part is taken by an entry that this login does not see."""
    BUSY = "busy"
    """Others were faster again and again, or a deadline passed."""
    OTHER = "other"
