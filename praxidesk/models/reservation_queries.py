"""Block time: all reservations of the practice, in three statements."""

from collections import defaultdict

from sqlalchemy import Connection, func, literal, select, union_all

from praxidesk.engine.availability import WeeklyWindow
from praxidesk.engine.practice import Reservation
from praxidesk.models.availability_queries import weekly
from praxidesk.models.raw_rows import fetch_all
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

_ACTOR, _HOLDER, _SERVICE = "actor", "holder", "service"


def reservations(connection: Connection) -> tuple[Reservation, ...]:
    """Reservations, in the order they were put in."""
    windows: dict[int, list[WeeklyWindow]] = defaultdict(list)
    for id_, *window in fetch_all(connection, _WINDOWS):
        windows[id_].append(weekly(*window))
    codes: dict[tuple[int, str], list[str]] = defaultdict(list)
    for id_, what, code, _ in fetch_all(connection, _CODES):
        codes[id_, what].append(code)
    return tuple(
        Reservation(
            code,
            name,
            tuple(codes.get((id_, _ACTOR), ())),
            tuple(windows.get(id_, ())),
            tuple(codes.get((id_, _HOLDER), ())),
            tuple(codes.get((id_, _SERVICE), ())),
            release_days,
        )
        for id_, code, name, release_days in fetch_all(connection, _RESERVATIONS)
    )


_RESERVATIONS = select(
    reservation.c.id, reservation.c.code, reservation.c.name, reservation.c.release_days
).order_by(reservation.c.id)
_WINDOWS = select(
    reservation_window.c.reservation_id,
    reservation_window.c.weekday,
    reservation_window.c.from_minute,
    reservation_window.c.to_minute,
    reservation_window.c.weeks,
    reservation_window.c.valid_from,
    reservation_window.c.valid_to,
).order_by(reservation_window.c.id)
_CODES = union_all(
    *(
        select(
            table.c.reservation_id,
            literal(what).label("what"),
            actor.c.code.label("code"),
            table.c.position.label("place"),
        ).join(actor, actor.c.id == table.c.actor_id)
        for table, what in ((reservation_actor, _ACTOR), (reservation_holder, _HOLDER))
    ),
    select(
        reservation_service.c.reservation_id,
        literal(_SERVICE).label("what"),
        func.coalesce(appointment_type.c.code, procedure.c.code).label("code"),
        reservation_service.c.position.label("place"),
    )
    .outerjoin(appointment_type, appointment_type.c.id == reservation_service.c.type_id)
    .outerjoin(procedure, procedure.c.id == reservation_service.c.procedure_id),
).order_by("place")
