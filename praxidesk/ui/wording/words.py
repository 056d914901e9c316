"""The words of the domain as the screen says them."""

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.outcomes import Change
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId, ActorKind, EntryKind, Priority, Role, Status
from praxidesk.ui.wording.actor_names import short_name

translate = QCoreApplication.translate

NOT_TO_COME = frozenset({Status.CANCELLED, Status.ENTERED_IN_ERROR, Status.NOSHOW, Status.WAITLIST})
"""Statuses of entries that nobody is expected for, whenever they stand."""


def status_name(status: Status) -> str:
    """``Eingetroffen``."""
    return {
        Status.PROPOSED: translate("words", "Proposed"),
        Status.PENDING: translate("words", "Requested"),
        Status.BOOKED: translate("words", "Booked"),
        Status.ARRIVED: translate("words", "Arrived"),
        Status.CHECKED_IN: translate("words", "Checked in"),
        Status.FULFILLED: translate("words", "Done"),
        Status.CANCELLED: translate("words", "Cancelled"),
        Status.NOSHOW: translate("words", "No-show"),
        Status.WAITLIST: translate("words", "Waiting list"),
        Status.ENTERED_IN_ERROR: translate("words", "Entered in error"),
    }[status]


def role_name(role: Role) -> str:
    """``Operateur``."""
    return {
        Role.PRACTITIONER: translate("words", "Practitioner"),
        Role.SURGEON: translate("words", "Surgeon"),
        Role.ASSISTANT: translate("words", "Assistant"),
        Role.ANAESTHETIST: translate("words", "Anaesthetist"),
        Role.ROOM: translate("words", "Room"),
        Role.DEVICE: translate("words", "Device"),
        Role.PATIENT: translate("words", "Patient"),
    }[role]


def kind_name(kind: EntryKind) -> str:
    """``Sperrzeit``."""
    return {
        EntryKind.APPOINTMENT: translate("words", "Appointment"),
        EntryKind.OPERATION: translate("words", "Operation"),
        EntryKind.BLOCKOUT: translate("words", "Blocked time"),
    }[kind]


def actor_kind_name(kind: ActorKind) -> str:
    """The heading over a list of such actors: ``Behandler``."""
    return {
        ActorKind.PRACTITIONER: translate("words", "Practitioners"),
        ActorKind.ROOM: translate("words", "Rooms"),
        ActorKind.DEVICE: translate("words", "Devices"),
        ActorKind.PATIENT: translate("words", "Patients"),
    }[kind]


def history_word(change: Change, status: Status, *, has_moved: bool = False) -> str:
    """A line of an entry's history: ``eingetroffen``; ``verschoben`` where the time is another since."""
    if change is Change.MOVED and has_moved:
        return translate("words", "moved")
    if change is not Change.STATUS_CHANGED:
        return {
            Change.BOOKED: translate("words", "booked"),
            Change.MOVED: translate("words", "changed"),
            Change.CANCELLED: translate("words", "cancelled"),
        }[change]
    return {
        Status.PROPOSED: translate("words", "proposed"),
        Status.PENDING: translate("words", "requested"),
        Status.BOOKED: translate("words", "set to booked"),
        Status.ARRIVED: translate("words", "arrived"),
        Status.CHECKED_IN: translate("words", "checked in"),
        Status.FULFILLED: translate("words", "done"),
        Status.CANCELLED: translate("words", "cancelled"),
        Status.NOSHOW: translate("words", "did not appear"),
        Status.WAITLIST: translate("words", "on the waiting list"),
        Status.ENTERED_IN_ERROR: translate("words", "marked as entered in error"),
    }[status]


def series_name(entry: Entry) -> str:
    """What binds an entry to others; empty where nothing does."""
    if entry.series is None:
        return ""
    if entry.series_day is None:
        return translate("words", "Combined appointment")
    return translate("words", "Series of appointments")


def sex_letter(sex: str) -> str:
    """``w`` or ``m`` behind an age; empty where nothing is known."""
    return {
        "female": translate("words", "f", "sex, one letter"),
        "male": translate("words", "m", "sex, one letter"),
        "other": translate("words", "d", "sex, one letter"),
    }.get(sex, "")


def minutes_text(minutes: int) -> str:
    """``20 min``."""
    return translate("words", "{minutes} min").format(minutes=minutes)


def patient_name(patient: PatientOnEntry) -> str:
    """``Müller-Öztürk, Işıl``."""
    return ", ".join(part for part in (patient.family, patient.given) if part)


def actor_name(practice: Practice, actor: ActorId) -> str:
    """The name of somebody or something; a patient's is not part of the practice."""
    known = practice.actor_or_group(actor)
    return known.name if known is not None else translate("words", "Patient")


def short_actor_name(practice: Practice, actor: ActorId) -> str:
    """``Dr. Weber``, as over a column."""
    return short_name(actor_name(practice, actor))


def entry_name(practice: Practice, entry: Entry) -> str:
    """What an entry is called where there is room for one thing: its patient, its reason, its type."""
    if entry.patient is not None:
        return patient_name(entry.patient)
    if entry.kind is EntryKind.BLOCKOUT and entry.reason:
        return entry.reason
    return service_name(practice, entry)


def service_name(practice: Practice, entry: Entry) -> str:
    """Its type or procedure, or what kind of entry it is."""
    service = practice.service(entry.type, entry.procedure)
    return service.name if service is not None else kind_name(entry.kind)


def distinctions(practice: Practice, entry: Entry) -> tuple[str, ...]:
    """What sets it apart, as tiles show it by symbols: urgent, a first visit."""
    service = practice.service(entry.type, entry.procedure)
    found = []
    if is_urgent(practice, entry):
        found.append(translate("words", "urgent"))
    if service is not None and service.first_visit:
        found.append(translate("words", "first visit"))
    return tuple(found)


def is_urgent(practice: Practice, entry: Entry) -> bool:
    """Whether it is an appointment of a type that others give way to."""
    kind = practice.types.get(entry.type) if entry.type is not None else None
    return kind is not None and kind.priority is Priority.HIGH


def short_service_name(practice: Practice, entry: Entry) -> str:
    """The same where there is little room: the short name, if it has one."""
    service = practice.service(entry.type, entry.procedure)
    return service.short if service is not None and service.short else service_name(practice, entry)
