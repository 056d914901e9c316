"""The practice as one versioned value: hours, absences, types, procedures, people.

Patients are not in it; there may be a million of them. All values compare by content, so an
update is the difference of two of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    Colour,
    ConflictKind,
    Phase,
    ProcedureId,
    Role,
    Severity,
    TypeId,
)


@dataclass(frozen=True, slots=True, order=True)
class WeeklyWindow:
    """A stretch of one weekday, in minutes of local wall time."""

    weekday: int
    """0 is Monday."""
    from_minute: int
    """0 to 1439."""
    to_minute: int
    """After ``from_minute``, at most 1440 (24:00)."""


@dataclass(frozen=True, slots=True)
class Absence:
    """Local time somebody is away, or a site is shut (closure)."""

    starts: datetime
    """Naive local wall time."""
    ends: datetime
    """Naive local wall time, excluded."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DayException:
    """What replaces one date's weekly hours: a window, or closed all day."""

    date: date
    from_minute: int | None = None
    """``None``, with ``to_minute``, where the date is closed. Several windows of one date add up."""
    to_minute: int | None = None


@dataclass(frozen=True, slots=True)
class Availability:
    """When a site or actor can be asked for: weekly hours, and what takes from or replaces them."""

    hours: tuple[WeeklyWindow, ...] = ()
    breaks: tuple[WeeklyWindow, ...] = ()
    absences: tuple[Absence, ...] = ()
    exceptions: tuple[DayException, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """The place, whose wall time counts."""

    code: str
    name: str
    timezone: str
    """IANA zone name."""
    holidays: str = ""
    """Region as the ``holidays`` package names it, such as ``DE-BE``; empty for none."""
    availability: Availability = Availability()


@dataclass(frozen=True, slots=True)
class Actor:
    """A practitioner, room or device."""

    code: str
    kind: ActorKind
    name: str
    specialty: str = ""
    """Practitioners only."""
    category: str = ""
    """Rooms and devices only: what the practice file calls ``kind``, such as ``consulting``."""
    roles: tuple[Role, ...] = ()
    """What a practitioner may be in an entry; a room or device has its one role."""
    colour: Colour | None = None
    active: bool = True
    availability: Availability = Availability()


@dataclass(frozen=True, slots=True)
class Need:
    """One actor that a type or procedure takes: at most one of ``specialty``, ``category``, ``any_of``."""

    role: Role
    specialty: str | None = None
    category: str | None = None
    any_of: tuple[str, ...] | None = None
    """Codes, in order of preference."""
    phases: tuple[Phase, ...] = ()
    """Of an operation; empty for all of it."""

    def fits(self, actor: Actor) -> bool:
        """Whether this actor may fill the need (roles apart)."""
        if self.any_of is not None:
            return actor.code in self.any_of
        if self.specialty is not None:
            return actor.specialty == self.specialty
        if self.category is not None:
            return actor.category == self.category
        return True


@dataclass(frozen=True, slots=True)
class AppointmentType:
    """What an appointment is for."""

    code: str
    name: str
    minutes: int
    colour: Colour = Colour.SLATE
    buffer_before: int = 0
    """Minutes its actors need free before it."""
    buffer_after: int = 0
    need: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class PhaseMinutes:
    """How long each phase of an operation takes; they run in this order without a gap."""

    setup: int = 0
    surgery: int = 0
    closing: int = 0
    cleaning: int = 0

    @property
    def total(self) -> int:
        """Minutes from the first to the last phase."""
        return self.setup + self.surgery + self.closing + self.cleaning

    def by_phase(self) -> dict[Phase, int]:
        """The minutes of every phase, in their order."""
        return dict(zip(Phase, (self.setup, self.surgery, self.closing, self.cleaning), strict=True))

    def of(self, phase: Phase) -> tuple[int, int]:
        """Start and end of a phase, in minutes from the operation's start."""
        at = 0
        for each, minutes in self.by_phase().items():
            if each is phase:
                return at, at + minutes
            at += minutes
        raise AssertionError(phase)


@dataclass(frozen=True, slots=True)
class Procedure:
    """What an operation does."""

    code: str
    name: str
    phases: PhaseMinutes
    colour: Colour = Colour.SLATE
    buffer_before: int = 0
    buffer_after: int = 0
    need: tuple[Need, ...] = ()


ALWAYS_BLOCKING = frozenset(
    {ConflictKind.PRACTITIONER_BUSY, ConflictKind.ROOM_BUSY, ConflictKind.DEVICE_BUSY}
)
"""No policy may soften these: the database forbids them too."""

DEFAULT_POLICY: Mapping[ConflictKind, Severity] = {
    kind: Severity.WARNING
    if kind
    in {
        ConflictKind.NO_HOURS,
        ConflictKind.IN_THE_PAST,
        ConflictKind.NEED_UNMET,
        ConflictKind.POSSIBLE_DUPLICATE,
        ConflictKind.TENTATIVE,
    }
    else Severity.BLOCKING
    for kind in ConflictKind
}


@dataclass(frozen=True, slots=True)
class Practice:
    """Everything the engine needs to know of a practice but its entries and patients."""

    version: int
    """Counts up with every change of the practice."""
    site: Site
    actors: Mapping[ActorId, Actor]
    types: Mapping[TypeId, AppointmentType]
    procedures: Mapping[ProcedureId, Procedure]
    policy: Mapping[ConflictKind, Severity] = field(default_factory=lambda: DEFAULT_POLICY)
    """A severity for every kind."""
    holidays: Mapping[date, str] = field(default_factory=dict)
    """Public holidays of the site's region, with their names."""
    actor_ids: Mapping[str, ActorId] = field(init=False, repr=False, compare=False)
    """Codes of practitioners, rooms and devices."""
    type_ids: Mapping[str, TypeId] = field(init=False, repr=False, compare=False)
    procedure_ids: Mapping[str, ProcedureId] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the codes."""
        put = object.__setattr__
        put(self, "actor_ids", {actor.code: id_ for id_, actor in self.actors.items()})
        put(self, "type_ids", {each.code: id_ for id_, each in self.types.items()})
        put(self, "procedure_ids", {each.code: id_ for id_, each in self.procedures.items()})

    def severity(self, kind: ConflictKind) -> Severity:
        """What the practice makes of a kind of conflict."""
        return self.policy.get(kind, DEFAULT_POLICY[kind])

    def service(
        self, type_id: TypeId | None, procedure_id: ProcedureId | None
    ) -> AppointmentType | Procedure | None:
        """The type or procedure an entry names; a blockout names neither.

        ``None`` too for one that this version of the practice does not know yet: another desk may add a type
        and book it between two looks at the store.
        """
        if type_id is not None:
            return self.types.get(type_id)
        return self.procedures.get(procedure_id) if procedure_id is not None else None
