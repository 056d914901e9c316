"""A foreign table on its way in: what its columns mean, what each row comes to, what became of all.

Values that cross between the window and the store; who reads the file is elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Conflict


class Subject(StrEnum):
    """What a row of the table is."""

    PATIENTS = "patients"
    APPOINTMENTS = "appointments"


class Meaning(StrEnum):
    """What a column says."""

    NUMBER = "number"
    """The patient's number in the practice."""
    FAMILY = "family"
    GIVEN = "given"
    NAME = "name"
    """Both names in one column."""
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    PHONE = "phone"
    EMAIL = "email"
    REMARK = "remark"
    """About the patient."""
    START = "start"
    """Date and time in one column."""
    DATE = "date"
    TIME = "time"
    END = "end"
    """As a time of the same day, or with its date."""
    MINUTES = "minutes"
    TYPE = "type"
    PRACTITIONER = "practitioner"
    ROOM = "room"
    STATUS = "status"
    NOTE = "note"
    """About the appointment."""
    KEY = "key"
    """The appointment's own number in the other program."""


OF_PATIENTS = frozenset(
    {
        Meaning.NUMBER,
        Meaning.FAMILY,
        Meaning.GIVEN,
        Meaning.NAME,
        Meaning.BIRTH_DATE,
        Meaning.SEX,
        Meaning.PHONE,
        Meaning.EMAIL,
        Meaning.REMARK,
    }
)
"""Meanings that a table of patients can have; a table of appointments can have all."""
CODED = (Meaning.PRACTITIONER, Meaning.ROOM, Meaning.TYPE, Meaning.STATUS, Meaning.SEX)
"""Meanings whose words stand for something that PraxiDesk knows by a code of its own."""


@dataclass(frozen=True, slots=True)
class Writing:
    """How the file is written."""

    encoding: str = "utf-8"
    delimiter: str = ","
    has_header: bool = True


@dataclass(frozen=True, slots=True)
class TableChoice:
    """What somebody says about a table."""

    subject: Subject
    meanings: tuple[Meaning | None, ...]
    """Of each column; no meaning twice."""
    writing: Writing = Writing()
    words: Mapping[Meaning, Mapping[str, str]] = field(default_factory=dict)
    """What the table's own words stand for: codes of the practice, statuses, sexes."""
    everywhere: Mapping[Meaning, str] = field(default_factory=dict)
    """Codes that hold for every row, where no column says it: of the type and the practitioner."""
    breach_reason: str = ""
    """Appointments that break a rule are taken over too, and say this; empty: they are not."""
    leaves_out: bool = False
    """Rows that cannot be taken over are left out; else one of them keeps all from it."""

    def column(self, meaning: Meaning) -> int | None:
        """The position of the column, from 1; ``None`` where there is none."""
        return self.meanings.index(meaning) + 1 if meaning in self.meanings else None

    def missing(self) -> tuple[Meaning, ...]:
        """What must still be said before any row can be read."""
        has = set(self.meanings) | set(self.everywhere)
        wanted: list[Meaning] = []
        if not has & {Meaning.NUMBER, Meaning.FAMILY, Meaning.NAME}:
            wanted.append(Meaning.FAMILY)
        if self.subject is Subject.PATIENTS and not has & {Meaning.FAMILY, Meaning.NAME}:
            wanted.append(Meaning.FAMILY)
        if self.subject is Subject.APPOINTMENTS:
            if Meaning.START not in has:
                wanted += [each for each in (Meaning.DATE, Meaning.TIME) if each not in has]
            wanted += [each for each in (Meaning.TYPE, Meaning.PRACTITIONER) if each not in has]
        return tuple(dict.fromkeys(wanted))

    def of_subject(self, subject: Subject) -> "TableChoice":
        """The same for a table of something else: what it cannot have is left out."""
        if subject is Subject.APPOINTMENTS:
            return replace(self, subject=subject)
        kept = tuple(each if each in OF_PATIENTS else None for each in self.meanings)
        return replace(self, subject=subject, meanings=kept, everywhere={})

    def with_meaning(self, place: int, meaning: Meaning | None) -> "TableChoice":
        """The same with one column, counted from 0, saying this; no other says it any more."""
        meanings = [None if each is meaning else each for each in self.meanings]
        meanings[place] = meaning
        return replace(self, meanings=tuple(meanings))


@dataclass(frozen=True, slots=True)
class TableLook:
    """What a table looks like before anything is said about it."""

    columns: tuple[str, ...]
    """Names, as the header has them; empty ones where it has none."""
    samples: tuple[tuple[str, ...], ...]
    """The first rows, each as long as the header."""
    rows: int
    words: tuple[tuple[str, ...], ...]
    """Of each column the different words, where they are few; else none."""
    guess: TableChoice


class TableTrouble(StrEnum):
    """Why a file is no table that can be read."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    NO_TABLE = "no_table"
    CHANGED = "changed"
    """Its columns are others than when it was looked at."""


@dataclass(frozen=True, slots=True)
class TableRefused:
    """The file itself cannot be read; nothing was taken over."""

    trouble: TableTrouble


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing that keeps a row from being taken over."""

    columns: tuple[int, ...]
    """Positions from 1 of the columns it is about; none where it is about the whole row."""
    reason: str = ""
    """The reader's, in English; empty where a conflict says it."""
    conflict: Conflict | None = None


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What a row comes to."""

    line: int
    """Of the file, from 1."""
    cells: tuple[str, ...]
    problems: tuple[RowProblem, ...] = ()
    others: tuple[Entry, ...] = ()
    """The entries that its conflicts name."""
    is_known: bool = False
    """It stands in PraxiDesk already, and stays as it is."""


@dataclass(frozen=True, slots=True)
class TablePreview:
    """What an import of the first rows would do; nothing was taken over."""

    rows: tuple[ReadRow, ...]

    @property
    def bad(self) -> int:
        """How many of them cannot be taken over."""
        return sum(bool(each.problems) for each in self.rows)


@dataclass(frozen=True, slots=True)
class TableImported:
    """What became of the whole table."""

    rows: int
    patients: int = 0
    """Put in."""
    appointments: int = 0
    """Put in."""
    known: int = 0
    """Rows that were there already, and stay as they are."""
    marked: int = 0
    """Appointments put in although they break a rule."""
    left_out: int = 0
    problems: tuple[ReadRow, ...] = ()
    """Of the rows that could not be taken over the first ones."""
    is_done: bool = True
    """Whether anything was taken over: else a problem kept all from it."""
