"""A change of what is known about a patient: over the state that was read, and what becomes of it."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from praxidesk.engine.entries import Patient
from praxidesk.engine.vocabulary import ActorId

LONGEST_NUMBER, LONGEST_TEXT, LONGEST_NOTE = 64, 200, 20_000
_OLDEST = 1800
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_CONTROL_OF_LINES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class PatientField(StrEnum):
    """What can be changed, by the names of ``Patient``."""

    FAMILY = "family"
    GIVEN = "given"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    PHONE = "phone"
    EMAIL = "email"
    NUMBER = "number"
    NOTE = "note"


class PatientFault(Enum):
    """Why a field cannot be as it is wanted."""

    MISSING = "missing"
    TOO_LONG = "too-long"
    UNREADABLE = "unreadable"
    """No birth date that can be, no e-mail address, no phone number, or signs that are no text."""
    TAKEN = "taken"
    """The number is another patient's."""


@dataclass(frozen=True, slots=True)
class PatientChange:
    """What somebody saw, and what shall be instead."""

    id: ActorId
    before: Patient
    after: Patient

    @property
    def reversed(self) -> "PatientChange":
        """What takes it back."""
        return PatientChange(self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class PatientSaved:
    """It is as it was wanted."""

    change: PatientChange


@dataclass(frozen=True, slots=True)
class PatientStale:
    """Somebody else has changed the patient meanwhile; nothing was saved."""

    present: Patient


@dataclass(frozen=True, slots=True)
class PatientRefused:
    """Some fields cannot be so; nothing was saved."""

    faults: tuple[tuple[PatientField, PatientFault], ...]


@dataclass(frozen=True, slots=True)
class PatientMissing:
    """There is no such patient."""


PatientAnswer = PatientSaved | PatientStale | PatientRefused | PatientMissing


def faults_of(patient: Patient, today: date) -> tuple[tuple[PatientField, PatientFault], ...]:
    """What speaks against it by itself, in the order of the fields; not whether the number is free."""
    found: list[tuple[PatientField, PatientFault]] = []
    texts = {
        PatientField.FAMILY: (patient.family, LONGEST_TEXT),
        PatientField.GIVEN: (patient.given, LONGEST_TEXT),
        PatientField.PHONE: (patient.phone, LONGEST_TEXT),
        PatientField.EMAIL: (patient.email, LONGEST_TEXT),
        PatientField.NUMBER: (patient.number, LONGEST_NUMBER),
        PatientField.NOTE: (patient.note, LONGEST_NOTE),
    }
    for field in PatientField:
        text, most = texts.get(field, ("", 0))
        if field in _REQUIRED and not text.strip():
            found.append((field, PatientFault.MISSING))
        elif len(text) > most:
            found.append((field, PatientFault.TOO_LONG))
        elif not _is_readable(field, text) or (
            field is PatientField.BIRTH_DATE and not _can_be_born(patient.birth_date, today)
        ):
            found.append((field, PatientFault.UNREADABLE))
    return tuple(found)


_REQUIRED = (PatientField.FAMILY, PatientField.NUMBER)


def _is_readable(field: PatientField, text: str) -> bool:
    control = _CONTROL_OF_LINES if field is PatientField.NOTE else _CONTROL
    if control.search(text):
        return False
    if field is PatientField.EMAIL:
        return not text or _MAIL.fullmatch(text) is not None
    if field is PatientField.PHONE:
        return not text or any(sign.isdecimal() for sign in text)
    return True


def _can_be_born(born: date | None, today: date) -> bool:
    return born is None or (born.year >= _OLDEST and born <= today)
