"""The practice changed: each row replaced whole, and the practice's version counted up."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Availability
from praxidesk.engine.offerings import AppointmentType, Need, Procedure
from praxidesk.engine.practice import DEFAULT_POLICY, Site
from praxidesk.engine.vocabulary import ActorId, ConflictKind, ProcedureId, Severity, TypeId
from praxidesk.models import tables
from praxidesk.models.practice_version import COUNT_PRACTICE_UP


def save_site(connection: Connection, site: Site) -> None:
    """Put in the site, or replace the one there is."""
    row = {"code": site.code, "name": site.name, "timezone": site.timezone, "holidays": site.holidays}
    id_ = connection.execute(_ANY_SITE).scalar()
    if id_ is None:
        id_ = connection.execute(insert(tables.site).values(row).returning(tables.site.c.id)).scalar_one()
    else:
        connection.execute(update(tables.site).where(tables.site.c.id == id_).values(row))
    _save_availability(connection, "site_id", id_, site.availability)
    connection.execute(COUNT_PRACTICE_UP)


def save_actor(connection: Connection, actor: Actor) -> ActorId:
    """Put in a practitioner, room or device, or replace the one of this code.

    Raises ``ValueError`` where that one is of another kind: entries have it in its role.
    """
    id_ = _saved(
        connection,
        tables.actor,
        {
            "kind": actor.kind.value,
            "code": actor.code,
            "name": actor.name,
            "specialty": actor.specialty,
            "category": actor.category,
            "roles": " ".join(role.value for role in actor.roles),
            "colour": actor.colour.value if actor.colour else None,
            "active": actor.active,
        },
    )
    _save_availability(connection, "actor_id", id_, actor.availability)
    connection.execute(COUNT_PRACTICE_UP)
    return ActorId(id_)


def save_type(connection: Connection, type_: AppointmentType) -> TypeId:
    """Put in an appointment type, or replace the one of this code. The actors it names are there already."""
    id_ = _saved(
        connection,
        tables.appointment_type,
        {
            "code": type_.code,
            "name": type_.name,
            "minutes": type_.minutes,
            "colour": type_.colour.value,
            "buffer_before": type_.buffer_before,
            "buffer_after": type_.buffer_after,
        },
    )
    _save_needs(connection, "type_id", id_, type_.need)
    connection.execute(COUNT_PRACTICE_UP)
    return TypeId(id_)


def save_procedure(connection: Connection, procedure: Procedure) -> ProcedureId:
    """Put in a procedure, or replace the one of this code. The actors it names are there already."""
    id_ = _saved(
        connection,
        tables.procedure,
        {
            "code": procedure.code,
            "name": procedure.name,
            "setup_minutes": procedure.phases.setup,
            "surgery_minutes": procedure.phases.surgery,
            "closing_minutes": procedure.phases.closing,
            "cleaning_minutes": procedure.phases.cleaning,
            "colour": procedure.colour.value,
            "buffer_before": procedure.buffer_before,
            "buffer_after": procedure.buffer_after,
        },
    )
    _save_needs(connection, "procedure_id", id_, procedure.need)
    connection.execute(COUNT_PRACTICE_UP)
    return ProcedureId(id_)


def save_policy(connection: Connection, policy: Mapping[ConflictKind, Severity]) -> None:
    """Replace the policy: kinds that it leaves out are as the product has them."""
    connection.execute(delete(tables.policy))
    rows = [
        {"kind": kind.value, "severity": severity.value}
        for kind, severity in policy.items()
        if severity is not DEFAULT_POLICY[kind]
    ]
    if rows:
        connection.execute(insert(tables.policy), rows)
    connection.execute(COUNT_PRACTICE_UP)


def _saved(connection: Connection, table: Table, row: Mapping[str, Any]) -> int:
    """The id of the row with this code, put in or replaced; what has a kind keeps it."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).values(row)
    others = {name: statement.excluded[name] for name in row if name != "code"}
    same_kind = table.c.kind == statement.excluded.kind if "kind" in row else None
    upsert = statement.on_conflict_do_update(index_elements=["code"], set_=others, where=same_kind)
    id_ = connection.execute(upsert.returning(table.c.id)).scalar()
    if id_ is None:
        raise ValueError(f"{row['code']} is stored as another kind")
    return int(id_)


def _save_availability(connection: Connection, owner: str, id_: int, available: Availability) -> None:
    for table in (tables.weekly_window, tables.absence, tables.day_exception):
        connection.execute(delete(table).where(table.c[owner] == id_))
    _insert_all(
        connection,
        tables.weekly_window,
        [
            {
                owner: id_,
                "purpose": purpose,
                "weekday": window.weekday,
                "from_minute": window.from_minute,
                "to_minute": window.to_minute,
            }
            for purpose, windows in (("hours", available.hours), ("break", available.breaks))
            for window in windows
        ],
    )
    _insert_all(
        connection,
        tables.absence,
        [
            {
                owner: id_,
                "starts_local": away.starts.isoformat(timespec="seconds"),
                "ends_local": away.ends.isoformat(timespec="seconds"),
                "reason": away.reason,
            }
            for away in available.absences
        ],
    )
    _insert_all(
        connection,
        tables.day_exception,
        [
            {
                owner: id_,
                "day": other.date.isoformat(),
                "from_minute": other.from_minute,
                "to_minute": other.to_minute,
            }
            for other in available.exceptions
        ],
    )


def _save_needs(connection: Connection, owner: str, id_: int, needs: Sequence[Need]) -> None:
    connection.execute(_DELETE_MEMBERS, {"type": None, "procedure": None} | {owner.removesuffix("_id"): id_})
    connection.execute(delete(tables.need).where(tables.need.c[owner] == id_))
    for position, need in enumerate(needs):
        row = {
            owner: id_,
            "position": position,
            "role": need.role.value,
            "specialty": need.specialty,
            "category": need.category,
            "phases": " ".join(phase.value for phase in need.phases),
        }
        need_id = connection.execute(insert(tables.need).values(row).returning(tables.need.c.id)).scalar_one()
        for place, code in enumerate(need.any_of or ()):
            # A code that nobody has finds no id, which the table refuses.
            member = select(tables.actor.c.id).where(tables.actor.c.code == code).scalar_subquery()
            connection.execute(
                insert(tables.need_member).values(need_id=need_id, position=place, actor_id=member)
            )


def _insert_all(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


_ANY_SITE = select(tables.site.c.id).order_by(tables.site.c.id).limit(1)
_DELETE_MEMBERS = delete(tables.need_member).where(
    tables.need_member.c.need_id.in_(
        select(tables.need.c.id).where(
            or_(
                tables.need.c.type_id == bindparam("type", type_=tables.need.c.type_id.type),
                tables.need.c.procedure_id == bindparam("procedure", type_=tables.need.c.procedure_id.type),
            )
        )
    )
)
