"""Patients found as somebody types, and those who may be there already."""

from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, case, or_, select

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.requests import NewPatient
from praxidesk.models.entry_queries import PATIENT_COLUMNS, patient_on_entry
from praxidesk.models.name_keys import name_key, wanted_words
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.tables import patient, patient_word

_LAST_CHARACTER = "\U0010ffff"


def find_patients(connection: Connection, text: str, limit: int = 20) -> tuple[PatientOnEntry, ...]:
    """Patients by parts of names in any order, number, birth date or phone; by family and given name.

    Each word typed must begin a word of the patient; family names that begin with one come first.
    Nothing typed finds nobody.
    """
    wanted = wanted_words(text)
    if not wanted:
        return ()
    asked: dict[str, Any] = {"limit": limit}
    for place, word in enumerate(wanted):
        asked[f"from_{place}"] = word
        asked[f"until_{place}"] = word + _LAST_CHARACTER
    return tuple(patient_on_entry(*row) for row in fetch_all(connection, _search(len(wanted)), asked))


def duplicates(connection: Connection, new: NewPatient) -> bool:
    """Whether somebody of this name and birth date is known already; a missing date may be any."""
    asked = {
        "family": name_key(new.family),
        "given": name_key(new.given),
        "born": new.birth_date.isoformat() if new.birth_date else None,
    }
    return bool(fetch_all(connection, _NAMESAKES if new.birth_date is None else _SAME_PERSON, asked))


def number_of_person(connection: Connection, person: NewPatient) -> str | None:
    """The number of the one patient of this name and birth date; without a date, of the one of this name.

    ``None`` also where there are several: nobody knows who of them is meant.
    """
    asked: dict[str, str | None] = {
        "family": name_key(person.family),
        "given": name_key(person.given),
        "born": person.birth_date.isoformat() if person.birth_date else None,
    }
    rows = fetch_all(connection, _NUMBERS_OF_NAME if person.birth_date is None else _NUMBERS_OF_PERSON, asked)
    return str(rows[0][0]) if len(rows) == 1 else None


_NUMBERS_OF_NAME = (
    select(patient.c.number)
    .where(patient.c.family_key == bindparam("family"), patient.c.given_key == bindparam("given"))
    .limit(2)
)
_NUMBERS_OF_PERSON = _NUMBERS_OF_NAME.where(patient.c.birth_date == bindparam("born"))
_NAMESAKES = (
    select(patient.c.actor_id)
    .where(patient.c.family_key == bindparam("family"), patient.c.given_key == bindparam("given"))
    .limit(1)
)
_SAME_PERSON = _NAMESAKES.where(
    or_(patient.c.birth_date == bindparam("born"), patient.c.birth_date.is_(None))
)


@lru_cache
def _search(count: int) -> Select[Any]:
    """The search for so many words: ranges of one index, no pattern whose signs could do harm."""
    statement = select(*PATIENT_COLUMNS)
    begins = [
        and_(
            patient.c.family_key >= bindparam(f"from_{place}"),
            patient.c.family_key < bindparam(f"until_{place}"),
        )
        for place in range(count)
    ]
    for place in range(count):
        statement = statement.where(
            patient.c.actor_id.in_(
                select(patient_word.c.actor_id).where(
                    patient_word.c.word >= bindparam(f"from_{place}"),
                    patient_word.c.word < bindparam(f"until_{place}"),
                )
            )
        )
    return statement.order_by(
        case((or_(*begins), 0), else_=1),
        patient.c.family_key,
        patient.c.given_key,
        patient.c.birth_date,
        patient.c.number,
    ).limit(bindparam("limit"))
