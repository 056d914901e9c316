"""What a practice does: appointment types, procedures, what each needs, and how often it may be."""

from dataclasses import dataclass

from praxidesk.engine.actors import Actor
from praxidesk.engine.vocabulary import Colour, Period, Phase, Priority, Role


@dataclass(frozen=True, slots=True)
class Need:
    """One actor that a type or procedure takes: at most one of ``specialty``, ``category``, ``any_of``."""

    role: Role
    specialty: str | None = None
    category: str | None = None
    any_of: tuple[str, ...] | None = None
    """Codes of actors or groups, in order of preference."""
    phases: tuple[Phase, ...] = ()
    """Of an operation; empty for all of it."""
    equipment: tuple[str, ...] = ()
    """What the room or device must have, all of it."""

    def fits(self, actor: Actor) -> bool:
        """Whether this actor may fill the need (roles apart)."""
        return self.chooses(actor) and set(self.equipment) <= set(actor.equipment)

    def chooses(self, actor: Actor) -> bool:
        """The same, whatever equipment there is."""
        if self.any_of is not None:
            return actor.code in self.any_of or (actor.group != "" and actor.group in self.any_of)
        if self.specialty is not None:
            return actor.specialty == self.specialty
        if self.category is not None:
            return actor.category == self.category
        return True


@dataclass(frozen=True, slots=True)
class Quota:
    """At most so many of a type, for each practitioner, that start within one period."""

    per: Period
    most: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How often, how near and how far ahead something may be booked; ``None`` and 0 for no limit."""

    quotas: tuple[Quota, ...] = ()
    distance: int = 0
    """Minutes at least from one start to the next of the same type, for each practitioner."""
    at_once: int | None = None
    """How many of the type may run at the same time, in the whole practice."""
    notice: int = 0
    """Minutes at least between now and the start."""
    advance: int | None = None
    """Days ahead at most; the last of them is allowed."""


NO_LIMITS = Limits()


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
    limits: Limits = NO_LIMITS
    priority: Priority = Priority.NORMAL
    travel: int = 0
    """Minutes its practitioners are on the way before and after it: a home visit."""
    short: str = ""
    """What it is called where there is little room; empty for its name."""
    first_visit: bool = False
    """Whether whoever has it comes for the first time."""


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
    limits: Limits = NO_LIMITS
    priority: Priority = Priority.NORMAL
    short: str = ""
    """What it is called where there is little room; empty for its name."""

    @property
    def first_visit(self) -> bool:
        """Nobody's first visit is an operation."""
        return False

    @property
    def travel(self) -> int:
        """Nobody travels to an operation."""
        return 0


Service = AppointmentType | Procedure
"""What an entry is for."""


@dataclass(frozen=True, slots=True)
class CombinationPart:
    """One appointment of a combination, and how long after the end of the one before it."""

    type: str
    """Code of the appointment type."""
    least_gap: int = 0
    """Minutes; of the first part 0."""
    longest_gap: int = 0
    """Minutes, not below ``least_gap``."""


@dataclass(frozen=True, slots=True)
class Combination:
    """Appointments of one patient that follow each other and are booked all or none."""

    code: str
    name: str
    parts: tuple[CombinationPart, ...]
    """Two at least, in their order."""
