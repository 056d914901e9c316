"""Block time, each reservation replaced whole."""

from collections.abc import Sequence

from sqlalchemy import Connection, Table, insert, select

from praxidesk.engine.practice import Reservation
from praxidesk.models.availability_writes import weekly_row
from praxidesk.models.coded_rows import insert_all, save_row
from praxidesk.models.erasing import erase
from praxidesk.models.practice_version import COUNT_PRACTICE_UP
from praxidesk.models.tables import (
    actor,
    appointment_type,
    procedure,
    reservation,
    reservation_actor,
    reservation_holder,
    reservation_service,
    reservation_window,
)


def save_reservation(connection: Connection, reserved: Reservation) -> None:
    """Put in a reservation, or replace the one of this code. Those whom it names are there already."""
    row = {"code": reserved.code, "name": reserved.name, "release_days": reserved.release_days}
    id_ = save_row(connection, reservation, row)
    for table in (reservation_actor, reservation_holder, reservation_service, reservation_window):
        erase(connection, table, "reservation_id", [id_])
    _save_people(connection, reservation_actor, id_, reserved.actors)
    _save_people(connection, reservation_holder, id_, reserved.holders)
    for position, code in enumerate(reserved.services):
        type_id = connection.execute(
            select(appointment_type.c.id).where(appointment_type.c.code == code)
        ).scalar()
        # Where a type and a procedure have one code it is the type, as everywhere. What is neither finds
        # no id, which the table refuses.
        other = select(procedure.c.id).where(procedure.c.code == code).scalar_subquery()
        connection.execute(
            insert(reservation_service).values(
                reservation_id=id_,
                position=position,
                type_id=type_id,
                procedure_id=other if type_id is None else None,
            )
        )
    windows = [{"reservation_id": id_} | weekly_row(window) for window in reserved.windows]
    insert_all(connection, reservation_window, windows)
    connection.execute(COUNT_PRACTICE_UP)


def _save_people(connection: Connection, table: Table, id_: int, codes: Sequence[str]) -> None:
    for position, code in enumerate(codes):
        # A code that nobody has finds no id, which the table refuses.
        who = select(actor.c.id).where(actor.c.code == code).scalar_subquery()
        connection.execute(insert(table).values(reservation_id=id_, position=position, actor_id=who))
