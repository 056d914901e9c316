"""The words of the domain: FHIR R4 terms as closed choices."""

from enum import StrEnum
from typing import NewType

ActorId = NewType("ActorId", int)
"""Row id of a practitioner, room, device or patient."""
EntryId = NewType("EntryId", int)
TypeId = NewType("TypeId", int)
"""Row id of an appointment type."""
ProcedureId = NewType("ProcedureId", int)


class ActorKind(StrEnum):
    """What can be taken: FHIR's ``participant.actor``, narrowed to four."""

    PRACTITIONER = "practitioner"
    ROOM = "room"
    DEVICE = "device"
    PATIENT = "patient"


class EntryKind(StrEnum):
    """What can stand in a calendar."""

    APPOINTMENT = "appointment"
    OPERATION = "operation"
    BLOCKOUT = "blockout"


class Status(StrEnum):
    """FHIR R4 AppointmentStatus."""

    PROPOSED = "proposed"
    PENDING = "pending"
    BOOKED = "booked"
    ARRIVED = "arrived"
    CHECKED_IN = "checked-in"
    FULFILLED = "fulfilled"
    CANCELLED = "cancelled"
    NOSHOW = "noshow"
    WAITLIST = "waitlist"
    ENTERED_IN_ERROR = "entered-in-error"

    @property
    def occupies(self) -> bool:
        """Whether an entry of this status takes its actors."""
        return self in OCCUPYING

    @property
    def is_tentative(self) -> bool:
        """Whether an entry of this status only hints that its actors may be taken."""
        return self in TENTATIVE


OCCUPYING = frozenset({Status.BOOKED, Status.ARRIVED, Status.CHECKED_IN, Status.FULFILLED})
TENTATIVE = frozenset({Status.PROPOSED, Status.PENDING, Status.WAITLIST})
GONE = frozenset({Status.CANCELLED, Status.ENTERED_IN_ERROR})
"""Out of the calendar, though never out of the store."""


class Role(StrEnum):
    """The part an actor plays in an entry."""

    PRACTITIONER = "practitioner"
    SURGEON = "surgeon"
    ASSISTANT = "assistant"
    ANAESTHETIST = "anaesthetist"
    ROOM = "room"
    DEVICE = "device"
    PATIENT = "patient"

    @property
    def actor_kind(self) -> ActorKind:
        """The only kind of actor that can play this role."""
        return _KIND_OF_ROLE.get(self, ActorKind.PRACTITIONER)


_KIND_OF_ROLE = {
    Role.ROOM: ActorKind.ROOM,
    Role.DEVICE: ActorKind.DEVICE,
    Role.PATIENT: ActorKind.PATIENT,
}


class Phase(StrEnum):
    """The phases of an operation, in the order they always run."""

    SETUP = "setup"
    SURGERY = "surgery"
    CLOSING = "closing"
    CLEANING = "cleaning"


class Severity(StrEnum):
    """What a conflict does to a request."""

    BLOCKING = "blocking"
    WARNING = "warning"
    OFF = "off"


class ConflictKind(StrEnum):
    """Everything that can speak against a request (interfaces, section 4)."""

    PRACTITIONER_BUSY = "practitioner_busy"
    ROOM_BUSY = "room_busy"
    DEVICE_BUSY = "device_busy"
    PATIENT_BUSY = "patient_busy"
    PRACTICE_CLOSED = "practice_closed"
    OUTSIDE_HOURS = "outside_hours"
    ON_BREAK = "on_break"
    ABSENT = "absent"
    BLOCKOUT = "blockout"
    GAP_TOO_SHORT = "gap_too_short"
    NOT_QUALIFIED = "not_qualified"
    INACTIVE = "inactive"
    STALE_VERSION = "stale_version"
    NO_HOURS = "no_hours"
    IN_THE_PAST = "in_the_past"
    NEED_UNMET = "need_unmet"
    POSSIBLE_DUPLICATE = "possible_duplicate"
    TENTATIVE = "tentative"


class Colour(StrEnum):
    """The twelve type colours of the look; the theme gives each its tints."""

    SLATE = "slate"
    BLUE = "blue"
    AZURE = "azure"
    TEAL = "teal"
    GREEN = "green"
    OLIVE = "olive"
    AMBER = "amber"
    ORANGE = "orange"
    BROWN = "brown"
    ROSE = "rose"
    PLUM = "plum"
    VIOLET = "violet"
