"""Patients whole, as a practice file describes them: for comparing, not for screens."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, select

from praxidesk.engine.entries import Patient, PatientOnEntry
from praxidesk.engine.vocabulary import ActorId
from praxidesk.models.entry_queries import PATIENT_COLUMNS, patient_on_entry
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.tables import patient

_AT_ONCE = 500
"""Numbers in one statement: SQLite allows some thousands of parameters."""


def patients_by_number(connection: Connection, numbers: Sequence[str]) -> Iterator[Patient]:
    """Those of the patients that exist, in no order."""
    for at in range(0, len(numbers), _AT_ONCE):
        asked = {"numbers": list(numbers[at : at + _AT_ONCE])}
        for number, family, given, birth_date, *more in fetch_all(connection, _BY_NUMBERS, asked):
            born = date.fromisoformat(birth_date) if birth_date else None
            yield Patient(number, family, given, born, *more)


def patient_by_id(connection: Connection, id_: ActorId) -> Patient | None:
    """One patient whole, if there is one."""
    rows = fetch_all(connection, _BY_ID, {"id": id_})
    if not rows:
        return None
    number, family, given, birth_date, *more = rows[0]
    return Patient(number, family, given, date.fromisoformat(birth_date) if birth_date else None, *more)


def patient_on_entry_by_id(connection: Connection, id_: ActorId) -> PatientOnEntry | None:
    """One as entries show them, if there is one."""
    rows = fetch_all(connection, _ONE_ON_ENTRY, {"id": id_})
    return patient_on_entry(*rows[0]) if rows else None


def patients_of_entries(connection: Connection, numbers: Sequence[str]) -> dict[str, PatientOnEntry]:
    """The same as entries show them, by number; of at most 500 numbers."""
    rows = fetch_all(connection, _ON_ENTRIES, {"numbers": list(numbers)})
    return {row[1]: patient_on_entry(*row) for row in rows}


_ON_ENTRIES = select(*PATIENT_COLUMNS).where(patient.c.number.in_(bindparam("numbers", expanding=True)))
_ONE_ON_ENTRY = select(*PATIENT_COLUMNS).where(patient.c.actor_id == bindparam("id"))
_RECORDS = select(
    patient.c.number,
    patient.c.family,
    patient.c.given,
    patient.c.birth_date,
    patient.c.sex,
    patient.c.phone,
    patient.c.email,
    patient.c.note,
)
_BY_NUMBERS = _RECORDS.where(patient.c.number.in_(bindparam("numbers", expanding=True)))
_BY_ID = _RECORDS.where(patient.c.actor_id == bindparam("id"))
