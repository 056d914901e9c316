"""Patients put in, with the words they are found by."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, text, update

from praxidesk.engine.entries import Patient
from praxidesk.engine.pauses import pausing
from praxidesk.engine.vocabulary import ActorId, ActorKind
from praxidesk.models.erasing import erase
from praxidesk.models.name_keys import name_key, words
from praxidesk.models.practice_version import COUNT_PRACTICE_UP
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.tables import actor, patient, patient_word

_COUNTER = "last_patient_number"
_LONGEST = 15
"""Digits: a longer one was typed for something else, and nothing could be counted after it."""


def insert_patient(connection: Connection, new: Patient) -> ActorId:
    """Put in a patient; ``NumberTaken`` leaves the store where the number is in use."""
    id_ = ActorId(connection.execute(_INSERT_ACTOR).scalar_one())
    connection.execute(_INSERT_PATIENT, _columns(new) | {"actor_id": id_})
    _insert_words(connection, id_, words(new))
    return id_


def insert_patients(connection: Connection, new: Sequence[Patient]) -> None:
    """The same for many, in three statements."""
    if not new:
        return
    made = connection.execute(_INSERT_ACTORS, [_A_PATIENT] * len(new))
    ids = [ActorId(id_) for id_ in made.scalars()]
    connection.execute(
        _INSERT_PATIENT, [_columns(each) | {"actor_id": id_} for id_, each in zip(ids, new, strict=True)]
    )
    rows = [
        {"actor_id": id_, "word": word}
        for id_, each in zip(ids, pausing(new), strict=True)
        for word in sorted(words(each))
    ]
    if rows:
        connection.execute(_INSERT_WORDS, rows)


def save_patient(connection: Connection, given: Patient) -> ActorId:
    """Put in a patient, or replace the one of this number whole; that counts as a change of the practice."""
    found = fetch_all(connection, _BY_NUMBER, {"its_number": given.number})
    if not found:
        return insert_patient(connection, given)
    id_ = ActorId(found[0][0])
    update_patient(connection, id_, given)
    return id_


def update_patient(connection: Connection, id_: ActorId, given: Patient) -> None:
    """Replace a patient whole; that counts as a change of the practice. ``NumberTaken`` as for a new one."""
    connection.execute(_UPDATE_PATIENT, _columns(given) | {"its_id": id_})
    erase(connection, patient_word, "actor_id", [id_])
    _insert_words(connection, id_, words(given))
    connection.execute(COUNT_PRACTICE_UP)


def next_patient_number(connection: Connection) -> str:
    """A number that no patient has, such as ``P-1001``. Others who want one wait for this transaction."""
    number = int(connection.execute(_COUNT_UP, {"name": _COUNTER}).scalar_one())
    if fetch_all(connection, _BY_NUMBER, {"its_number": f"P-{number}"}):
        # Numbers of this form were brought along: go on after the highest.
        ((highest,),) = fetch_all(connection, _HIGHEST, {"longest": len("P-") + _LONGEST - 1})
        number = 1 + int(highest)
        connection.execute(_SET_COUNT, {"name": _COUNTER, "value": str(number)})
    return f"P-{number}"


def _columns(given: Patient) -> dict[str, Any]:
    return {
        "number": given.number,
        "family": given.family,
        "given": given.given,
        "birth_date": given.birth_date.isoformat() if given.birth_date else None,
        "sex": given.sex,
        "phone": given.phone,
        "email": given.email,
        "note": given.note,
        "family_key": name_key(given.family),
        "given_key": name_key(given.given),
    }


def _insert_words(connection: Connection, id_: ActorId, found: Iterable[str]) -> None:
    rows = [{"actor_id": id_, "word": word} for word in sorted(found)]
    if rows:
        connection.execute(_INSERT_WORDS, rows)


_A_PATIENT = {
    "kind": ActorKind.PATIENT.value,
    "name": "",
    "specialty": "",
    "category": "",
    "roles": "",
    "active": True,
}
_INSERT_ACTOR = insert(actor).values(_A_PATIENT).returning(actor.c.id)
_INSERT_ACTORS = insert(actor).returning(actor.c.id)
_INSERT_PATIENT = insert(patient)
_INSERT_WORDS = insert(patient_word)
_BY_NUMBER = select(patient.c.actor_id).where(patient.c.number == bindparam("its_number"))
_HIGHEST = text(
    "SELECT max(CAST(substr(number, 3) AS bigint)) FROM patient"
    " WHERE number LIKE 'P-_%' AND length(number) <= :longest AND trim(substr(number, 3), '0123456789') = ''"
)
"""Reads all of them, once after they were brought along; the store keeps them to itself."""
_UPDATE_PATIENT = update(patient).where(patient.c.actor_id == bindparam("its_id"))
_COUNT_UP = text(
    "INSERT INTO setting (name, value) VALUES (:name, '1001')"
    " ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(setting.value AS bigint) + 1 AS text)"
    " RETURNING value"
)
_SET_COUNT = text("UPDATE setting SET value = :value WHERE name = :name")
