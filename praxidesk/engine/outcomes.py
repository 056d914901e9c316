"""What comes of a request: each an expected answer, none an exception."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from praxidesk.engine.entries import Entry
from praxidesk.engine.requests import Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, Role, Severity, Status


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
    """Of a need that nobody meets."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A time at which everybody named is free."""

    starts_at: int
    ends_at: int
    participants: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class SlotsFound:
    """The answer to a slot search."""

    slots: tuple[Slot, ...]
    searched_to: date
    """Last day looked at; before the last day asked for where the limit was reached."""


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
    """The server does not answer, or refuses the login."""
    BUSY = "busy"
    """Others were faster again and again, or a deadline passed."""
    OTHER = "other"
