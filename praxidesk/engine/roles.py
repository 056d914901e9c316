"""Who somebody is in the practice, and what each role may do: the one source of it.

The rights in the database are made from it, and so are the reasons that the window gives. Where there are no
accounts everybody may do everything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from praxidesk.engine.actors import Actor
from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import ActorId, ActorKind, EntryKind, Status


class StaffRole(StrEnum):
    """What somebody does in the practice, and so may do in its store."""

    RECEPTION = "reception"
    PRACTITIONER = "practitioner"
    OP_MANAGER = "op_manager"
    VIEWER = "viewer"
    ADMIN = "admin"

    @property
    def group(self) -> str:
        """What the group of these people is called in a server's database."""
        return f"praxi_{self.value}"


class Deed(StrEnum):
    """Something that one may do or not."""

    READ_NAMES = "read_names"
    """See who the patients are; a practitioner those of the OP plan and of own appointments."""
    READ_TIMES = "read_times"
    """See of everybody when they are taken; a practitioner only of oneself."""
    READ_EVERYTHING = "read_everything"
    """See the whole calendar and every patient."""
    WRITE_APPOINTMENTS = "write_appointments"
    """Book, move, note and cancel them, and set their status."""
    WRITE_OPERATIONS = "write_operations"
    """The same for operations, and when each milestone was reached."""
    BLOCK_TIME = "block_time"
    SET_OWN_STATUS = "set_own_status"
    """Say of an own appointment or operation that the patient has arrived, is called, is done."""
    OVERRIDE = "override"
    """Book against a rule, with a reason."""
    WRITE_PATIENTS = "write_patients"
    """Put them in, and change what is known about them."""
    CLOSE_ROOMS = "close_rooms"
    """Enter and end the absence of a room or device."""
    ENTER_ABSENCES = "enter_absences"
    """Enter and end the absence of anybody and anything."""
    IMPORT_TABLES = "import_tables"
    DESCRIBE_PRACTICE = "describe_practice"
    """Change people, rooms, hours, types, holidays and all else of the settings."""
    SET_RULES = "set_rules"
    """Change what each rule of booking does."""
    READ_JOURNAL = "read_journal"
    """Who did what, in the whole practice."""
    ADMIT_PEOPLE = "admit_people"
    """Make logins, lock them, give them passwords."""


_OF_OP_MANAGERS = frozenset(
    {
        Deed.READ_NAMES,
        Deed.READ_TIMES,
        Deed.READ_EVERYTHING,
        Deed.WRITE_OPERATIONS,
        Deed.BLOCK_TIME,
        Deed.OVERRIDE,
        Deed.WRITE_PATIENTS,
        Deed.CLOSE_ROOMS,
    }
)
_OF_RECEPTION = _OF_OP_MANAGERS | {Deed.WRITE_APPOINTMENTS, Deed.ENTER_ABSENCES, Deed.IMPORT_TABLES}

DEEDS: Mapping[StaffRole, frozenset[Deed]] = {
    StaffRole.RECEPTION: _OF_RECEPTION,
    StaffRole.PRACTITIONER: frozenset({Deed.READ_NAMES, Deed.SET_OWN_STATUS}),
    StaffRole.OP_MANAGER: _OF_OP_MANAGERS,
    StaffRole.VIEWER: frozenset({Deed.READ_TIMES}),
    StaffRole.ADMIN: _OF_RECEPTION
    | {Deed.DESCRIBE_PRACTICE, Deed.SET_RULES, Deed.READ_JOURNAL, Deed.ADMIT_PEOPLE},
}
"""What each role may do."""

OWN_STATUSES = (Status.ARRIVED, Status.CHECKED_IN, Status.FULFILLED)
"""What a practitioner says of an own entry."""

_WRITING = {
    EntryKind.APPOINTMENT: Deed.WRITE_APPOINTMENTS,
    EntryKind.OPERATION: Deed.WRITE_OPERATIONS,
    EntryKind.BLOCKOUT: Deed.BLOCK_TIME,
}


def who_may(deed: Deed) -> tuple[StaffRole, ...]:
    """The roles that may do it, in their order."""
    return tuple(role for role in StaffRole if deed in DEEDS[role])


def writing(kind: EntryKind) -> Deed:
    """What one must be allowed to do to write entries of a kind."""
    return _WRITING[kind]


@dataclass(frozen=True, slots=True)
class Person:
    """Who works at a window; without a role there are no accounts, and everything is allowed."""

    login: str = ""
    name: str = ""
    """As it is shown; the login where nothing better is known."""
    role: StaffRole | None = None
    practitioner: ActorId | None = None
    """Who that is in the calendar."""
    valid_until: int | None = None
    """The instant at which the login ends; ``None`` for never."""
    sites: tuple[str, ...] = ()
    """Names of the sites whose calendar this person sees; empty for all."""

    def may(self, deed: Deed) -> bool:
        """Whether this person may do it."""
        return self.role is None or deed in DEEDS[self.role]

    def may_write(self, entry: Entry) -> bool:
        """Whether this person may move, note and cancel an entry."""
        return self.may(writing(entry.kind))

    def may_set(self, entry: Entry, status: Status) -> bool:
        """Whether this person may give an entry a status."""
        if self.may_write(entry):
            return True
        return self.may(Deed.SET_OWN_STATUS) and status in OWN_STATUSES and self.takes_part_in(entry)

    def takes_part_in(self, entry: Entry) -> bool:
        """Whether it is one of this person's own."""
        return self.practitioner is not None and any(
            part.actor == self.practitioner for part in entry.allocations
        )

    def knows_times_of(self, actor: ActorId) -> bool:
        """Whether this person sees all that takes somebody or something, so that the rest is free."""
        return self.may(Deed.READ_TIMES) or actor == self.practitioner

    def may_close(self, actor: Actor) -> bool:
        """Whether this person may enter that somebody is away, or something out of service."""
        if self.may(Deed.ENTER_ABSENCES):
            return True
        return self.may(Deed.CLOSE_ROOMS) and actor.kind in {ActorKind.ROOM, ActorKind.DEVICE}


ANYBODY = Person()
"""Whoever sits at a window of a store without accounts."""
