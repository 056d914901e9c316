"""What a search finds: patients and entries a page at a time, with how many there are in all."""

from dataclasses import dataclass
from enum import Enum

from praxidesk.engine.entries import Entry, Patient, PatientOnEntry

PAGE = 40
"""Lines of a page."""


class Fit(Enum):
    """How well somebody fits what was typed; the best first."""

    WHOLE = 0
    """Every word, as typed."""
    SOUND = 1
    """Every word, some of them only by a similar sound."""
    NAME = 2
    """The names alone: a number, date or phone typed beside them is another."""


class Part(Enum):
    """Which part of a patient's line a word was found in."""

    FAMILY = "family"
    GIVEN = "given"
    NUMBER = "number"
    PHONE = "phone"
    BIRTH_DAY = "birth_day"
    """Day and month."""
    BIRTH_YEAR = "birth_year"


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of a part that were typed; of a birth date or phone number the whole part."""

    part: Part
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class PatientHit:
    """A patient found, and when the practice sees them next."""

    patient: PatientOnEntry
    fit: Fit
    marks: tuple[Mark, ...] = ()
    next: Entry | None = None
    """The first one coming; where none is, the first of today."""
    waiting_since: int | None = None
    """Since when they have stood on the waiting list, at the longest."""


@dataclass(frozen=True, slots=True)
class PatientsPage:
    """Some of the patients found: those that fit best first, then by name."""

    total: int
    whole: int
    """How many of them fit every word; they come first."""
    hits: tuple[PatientHit, ...]


@dataclass(frozen=True, slots=True)
class EntriesPage:
    """Some of the entries found: those from today on by start, then the past ones from the last back."""

    total: int
    coming: int
    """From the start of today on; of a patient's card, from now on."""
    entries: tuple[Entry, ...]
    marks: tuple[tuple[Mark, ...], ...] = ()
    """Of the patient's name, for each entry."""


@dataclass(frozen=True, slots=True)
class Found:
    """The first page of everything."""

    at: int
    """The instant at which it was found; further pages are asked for with it."""
    patients: PatientsPage
    entries: EntriesPage | None
    """``None`` where too little was typed to look for entries."""


@dataclass(frozen=True, slots=True)
class CardCounts:
    """How many entries a patient has had and will have."""

    total: int
    coming: int
    """Not cancelled, from now on."""
    missed: int
    cancelled: int


@dataclass(frozen=True, slots=True)
class PatientCard:
    """Everything about one patient, and the first page of their entries."""

    at: int
    record: Patient
    counts: CardCounts
    waiting_since: int | None
    entries: EntriesPage
    """Of every status."""
