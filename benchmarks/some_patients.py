"""Patients to book for, whoever they are."""

from sqlalchemy import Connection, bindparam, select

from praxidesk.engine.vocabulary import ActorId
from praxidesk.models.tables import patient


def some_patients(connection: Connection, count: int) -> list[ActorId]:
    """The first of them."""
    found = select(patient.c.actor_id).order_by(patient.c.actor_id).limit(bindparam("count"))
    return [ActorId(id_) for id_ in connection.execute(found, {"count": count}).scalars()]
