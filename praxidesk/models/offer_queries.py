"""What a practice offers: types, procedures, combinations, with needs and limits, in six statements."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Table, select

from praxidesk.engine.offerings import (
    AppointmentType,
    Combination,
    CombinationPart,
    Limits,
    Need,
    PhaseMinutes,
    Procedure,
    Quota,
)
from praxidesk.engine.vocabulary import Colour, Period, Phase, Priority, ProcedureId, Role, TypeId
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.tables import (
    actor,
    appointment_type,
    combination,
    combination_part,
    need,
    need_member,
    procedure,
    quota,
)

_Owner = tuple[int | None, int | None]
"""Type and procedure: one of them."""


def services(
    connection: Connection,
) -> tuple[dict[TypeId, AppointmentType], dict[ProcedureId, Procedure]]:
    """Appointment types and procedures, in the order they were put in."""
    needs = _needs(connection)
    quotas = _quotas(connection)
    types = {}
    for id_, code, name, minutes, colour, before, after, travel, priority, short, first, *limits in fetch_all(
        connection, _TYPES
    ):
        types[TypeId(id_)] = AppointmentType(
            code,
            name,
            minutes,
            Colour(colour),
            before,
            after,
            needs((id_, None)),
            Limits(quotas((id_, None)), *limits),
            Priority(priority),
            travel,
            short,
            bool(first),
        )
    procedures = {}
    for id_, code, name, colour, before, after, priority, short, *rest in fetch_all(connection, _PROCEDURES):
        procedures[ProcedureId(id_)] = Procedure(
            code,
            name,
            PhaseMinutes(*rest[:4]),
            Colour(colour),
            before,
            after,
            needs((None, id_)),
            Limits(quotas((None, id_)), *rest[4:]),
            Priority(priority),
            short,
        )
    return types, procedures


def combinations(connection: Connection) -> tuple[Combination, ...]:
    """Combinations, in the order they were put in."""
    names: dict[int, tuple[str, str]] = {}
    parts: dict[int, list[CombinationPart]] = defaultdict(list)
    for id_, code, name, *part in fetch_all(connection, _COMBINATIONS):
        names[id_] = code, name
        parts[id_].append(CombinationPart(*part))
    return tuple(Combination(*its_names, tuple(parts[id_])) for id_, its_names in names.items())


def _needs(connection: Connection) -> Callable[[_Owner], tuple[Need, ...]]:
    members: dict[int, list[str]] = defaultdict(list)
    for need_id, code in fetch_all(connection, _MEMBERS):
        members[need_id].append(code)
    needs: dict[_Owner, list[Need]] = defaultdict(list)
    for id_, type_id, procedure_id, role, specialty, category, phases, equipment in fetch_all(
        connection, _NEEDS
    ):
        needs[type_id, procedure_id].append(
            Need(
                Role(role),
                specialty,
                category,
                tuple(members[id_]) if id_ in members else None,
                tuple(Phase(phase) for phase in phases.split()),
                tuple(equipment.split()),
            )
        )
    return lambda owner: tuple(needs.get(owner, ()))


def _quotas(connection: Connection) -> Callable[[_Owner], tuple[Quota, ...]]:
    quotas: dict[_Owner, list[Quota]] = defaultdict(list)
    for type_id, procedure_id, per, most in fetch_all(connection, _QUOTAS):
        quotas[type_id, procedure_id].append(Quota(Period(per), most))
    return lambda owner: tuple(quotas.get(owner, ()))


def _limits(table: Table) -> list[Any]:
    """In the order of ``Limits``, after its quotas."""
    return [table.c.min_distance, table.c.at_once, table.c.min_notice, table.c.max_advance]


_TYPES = select(
    appointment_type.c.id,
    appointment_type.c.code,
    appointment_type.c.name,
    appointment_type.c.minutes,
    appointment_type.c.colour,
    appointment_type.c.buffer_before,
    appointment_type.c.buffer_after,
    appointment_type.c.travel,
    appointment_type.c.priority,
    appointment_type.c.short,
    appointment_type.c.first_visit,
    *_limits(appointment_type),
).order_by(appointment_type.c.id)
_PROCEDURES = select(
    procedure.c.id,
    procedure.c.code,
    procedure.c.name,
    procedure.c.colour,
    procedure.c.buffer_before,
    procedure.c.buffer_after,
    procedure.c.priority,
    procedure.c.short,
    procedure.c.setup_minutes,
    procedure.c.surgery_minutes,
    procedure.c.closing_minutes,
    procedure.c.cleaning_minutes,
    *_limits(procedure),
).order_by(procedure.c.id)
_NEEDS = select(
    need.c.id,
    need.c.type_id,
    need.c.procedure_id,
    need.c.role,
    need.c.specialty,
    need.c.category,
    need.c.phases,
    need.c.equipment,
).order_by(need.c.position)
_MEMBERS = (
    select(need_member.c.need_id, actor.c.code)
    .join(actor, actor.c.id == need_member.c.actor_id)
    .order_by(need_member.c.position)
)
_QUOTAS = select(quota.c.type_id, quota.c.procedure_id, quota.c.per, quota.c.most).order_by(quota.c.position)
_COMBINATIONS = (
    select(
        combination.c.id,
        combination.c.code,
        combination.c.name,
        appointment_type.c.code,
        combination_part.c.least_gap,
        combination_part.c.longest_gap,
    )
    .select_from(combination)
    .join(combination_part, combination_part.c.combination_id == combination.c.id)
    .join(appointment_type, appointment_type.c.id == combination_part.c.type_id)
    .order_by(combination.c.id, combination_part.c.position)
)
