"""The words of the domain: FHIR R4 terms as closed choices."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import date

ActorId = NewType("ActorId", int)
"""Row id of a practitioner, room, device or patient."""
EntryId = NewType("EntryId", int)
TypeId = NewType("TypeId", int)
"""Row id of an appointment type."""
ProcedureId = NewType("ProcedureId", int)
ServiceId = NewType("ServiceId", int)
"""One number for what an entry is for: a type's id, a procedure's id negated, 0 for a blockout."""
SeriesId = NewType("SeriesId", int)
"""Row id of what binds entries together: a series, or a combination."""

NOBODY = ActorId(0)
"""No row has this id: a patient not looked up yet, or an entry seen without anybody in it."""


def type_service(id_: TypeId) -> ServiceId:
    """The number of an appointment type as a service."""
    return ServiceId(id_)


def procedure_service(id_: ProcedureId) -> ServiceId:
    """The number of a procedure as a service."""
    return ServiceId(-id_)


def service_of_entry(type_id: TypeId | None, procedure_id: ProcedureId | None) -> ServiceId:
    """The number of what an entry is for."""
    if type_id is not None:
        return type_service(type_id)
    return procedure_service(procedure_id) if procedure_id is not None else ServiceId(0)


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


class Milestone(StrEnum):
    """What marks the course of an operation, in the order it happens; each carries its own time."""

    PATIENT_IN_ROOM = "patient-in-room"
    ANAESTHESIA_READY = "anaesthesia-ready"
    TIME_OUT = "time-out"
    INCISION = "incision"
    SUTURE = "suture"
    PATIENT_OUT = "patient-out"
    ROOM_READY = "room-ready"


class Severity(StrEnum):
    """What a conflict does to a request."""

    BLOCKING = "blocking"
    WARNING = "warning"
    OFF = "off"


class ConflictKind(StrEnum):
    """Everything that can speak against a request; docs/integrators.md says what each means."""

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
    RESERVED = "reserved"
    TRAVEL_TOO_SHORT = "travel_too_short"
    EQUIPMENT_MISSING = "equipment_missing"
    OUT_OF_SERVICE = "out_of_service"
    CAPACITY_FULL = "capacity_full"
    QUOTA_FULL = "quota_full"
    TOO_CLOSE = "too_close"
    TOO_MANY_AT_ONCE = "too_many_at_once"
    NOTICE_TOO_SHORT = "notice_too_short"
    TOO_FAR_AHEAD = "too_far_ahead"
    STATUS_NOT_ALLOWED = "status_not_allowed"


class Weeks(StrEnum):
    """Which calendar weeks a weekly window belongs to, by their ISO 8601 number."""

    ALL = "all"
    ODD = "odd"
    EVEN = "even"

    def include(self, day: date) -> bool:
        """Whether the week of this date is one of them."""
        if self is Weeks.ALL:
            return True
        return (day.isocalendar().week % 2 == 1) == (self is Weeks.ODD)


class Period(StrEnum):
    """What a quota counts within, in local time; noon divides a day."""

    HALF_DAY = "half_day"
    DAY = "day"
    WEEK = "week"
    """Monday to Sunday."""


class Priority(StrEnum):
    """How readily an appointment is moved for another."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """Greater is more important."""
        return list(Priority).index(self)


class Frequency(StrEnum):
    """How a series repeats."""

    DAILY = "daily"
    WEEKLY = "weekly"
    """On chosen weekdays."""
    MONTHLY_BY_DATE = "monthly_by_date"
    """On the same day of the month; a month without it is skipped."""
    MONTHLY_BY_WEEKDAY = "monthly_by_weekday"
    """On the first to fifth such weekday; a month without a fifth is skipped."""
    MONTHLY_BY_LAST_WEEKDAY = "monthly_by_last_weekday"


class Scope(StrEnum):
    """How much of a series, or combination, a change is about."""

    THIS = "this"
    FOLLOWING = "following"
    """This one and those after it."""
    ALL = "all"
    """All that are still to come."""


class OnClash(StrEnum):
    """What becomes of the dates of a series that cannot be."""

    REFUSE = "refuse"
    """Nothing is done at all."""
    SKIP = "skip"
    """They are left out; of a change, left as they are."""


class Ranking(StrEnum):
    """In what order slots are offered."""

    EARLIEST = "earliest"
    COMPACT = "compact"
    """Fewest left-over gaps first."""
    EVEN = "even"
    """Least taken practitioners first."""
    PREFERRED = "preferred"
    """At the times at which the practice has most often booked it."""


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
