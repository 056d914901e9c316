"""One booking at a time for each actor: what keeps two of them from seeing the same free hour."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from praxidesk.engine.vocabulary import ActorId
from praxidesk.models.id_list import is_among
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.schema import TEXT
from praxidesk.models.tables import actor, patient


class ActorsMissing(Exception):
    """An actor asked for is not in the store."""


def lock_actors(connection: Connection, actors: Iterable[ActorId], patient_number: str | None = None) -> None:
    """Make others who want one of these actors, or the patient of this number, wait until the end.

    In one order for everybody, so that nobody waits in a circle. SQLite has one writer at a time anyway,
    and gets no statement. An unknown number locks nothing. Raises ``ActorsMissing``.
    """
    if connection.dialect.name == "sqlite":
        return
    asked = sorted(set(actors))
    locked = {row[0] for row in fetch_all(connection, _LOCK, {"actors": asked, "number": patient_number})}
    if not locked.issuperset(asked):
        raise ActorsMissing


_LOCK = (
    select(actor.c.id)
    .where(
        is_among(
            actor.c.id,
            "actors",
            or_found=select(patient.c.actor_id)
            .where(patient.c.number == bindparam("number", type_=TEXT))
            .scalar_subquery(),
        )
    )
    .order_by(actor.c.id)
    .with_for_update(key_share=True)
)
