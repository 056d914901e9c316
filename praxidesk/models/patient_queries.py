"""Patients who may be there already."""

from sqlalchemy import Connection, bindparam, or_, select

from praxidesk.engine.requests import NewPatient
from praxidesk.models.name_keys import name_key
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.tables import patient


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
