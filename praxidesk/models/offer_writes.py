"""Types, procedures and combinations, each replaced whole with its needs, quotas and parts."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from praxidesk.engine.offerings import AppointmentType, Combination, Limits, Need, Procedure, Quota, Service
from praxidesk.engine.vocabulary import ProcedureId, TypeId
from praxidesk.models.coded_rows import insert_all, save_row
from praxidesk.models.erasing import erase
from praxidesk.models.practice_version import COUNT_PRACTICE_UP
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


def save_type(connection: Connection, type_: AppointmentType) -> TypeId:
    """Put in an appointment type, or replace the one of this code. The actors it names are there already."""
    row = _common(type_) | {
        "minutes": type_.minutes,
        "travel": type_.travel,
        "first_visit": type_.first_visit,
    }
    id_ = save_row(connection, appointment_type, row)
    _save_parts(connection, "type_id", id_, type_)
    return TypeId(id_)


def save_procedure(connection: Connection, procedure_: Procedure) -> ProcedureId:
    """Put in a procedure, or replace the one of this code. The actors it names are there already."""
    row = _common(procedure_) | {
        "setup_minutes": procedure_.phases.setup,
        "surgery_minutes": procedure_.phases.surgery,
        "closing_minutes": procedure_.phases.closing,
        "cleaning_minutes": procedure_.phases.cleaning,
    }
    id_ = save_row(connection, procedure, row)
    _save_parts(connection, "procedure_id", id_, procedure_)
    return ProcedureId(id_)


def save_combination(connection: Connection, combination_: Combination) -> None:
    """Put in a combination, or replace the one of this code. Its types are there already."""
    id_ = save_row(connection, combination, {"code": combination_.code, "name": combination_.name})
    erase(connection, combination_part, "combination_id", [id_])
    for position, part in enumerate(combination_.parts):
        # A code that no type has finds no id, which the table refuses.
        type_id = select(appointment_type.c.id).where(appointment_type.c.code == part.type).scalar_subquery()
        connection.execute(
            insert(combination_part).values(
                combination_id=id_,
                position=position,
                type_id=type_id,
                least_gap=part.least_gap,
                longest_gap=part.longest_gap,
            )
        )
    connection.execute(COUNT_PRACTICE_UP)


def _common(service: Service) -> dict[str, Any]:
    return {
        "code": service.code,
        "name": service.name,
        "colour": service.colour.value,
        "buffer_before": service.buffer_before,
        "buffer_after": service.buffer_after,
        "priority": service.priority.value,
        "short": service.short,
    } | _limit_columns(service.limits)


def _limit_columns(limits: Limits) -> dict[str, int | None]:
    return {
        "min_distance": limits.distance,
        "at_once": limits.at_once,
        "min_notice": limits.notice,
        "max_advance": limits.advance,
    }


def _save_parts(connection: Connection, owner: str, id_: int, service: Service) -> None:
    _save_needs(connection, owner, id_, service.need)
    _save_quotas(connection, owner, id_, service.limits.quotas)
    connection.execute(COUNT_PRACTICE_UP)


def _save_quotas(connection: Connection, owner: str, id_: int, quotas: Sequence[Quota]) -> None:
    erase(connection, quota, owner, [id_])
    rows = [
        {owner: id_, "position": position, "per": each.per.value, "most": each.most}
        for position, each in enumerate(quotas)
    ]
    insert_all(connection, quota, rows)


def _save_needs(connection: Connection, owner: str, id_: int, needs: Sequence[Need]) -> None:
    kept = connection.scalars(select(need.c.id).where(need.c[owner] == id_)).all()
    erase(connection, need_member, "need_id", kept)
    erase(connection, need, owner, [id_])
    for position, each in enumerate(needs):
        row = {
            owner: id_,
            "position": position,
            "role": each.role.value,
            "specialty": each.specialty,
            "category": each.category,
            "phases": " ".join(phase.value for phase in each.phases),
            "equipment": " ".join(each.equipment),
        }
        need_id = connection.execute(insert(need).values(row).returning(need.c.id)).scalar_one()
        for place, code in enumerate(each.any_of or ()):
            # A code that nobody has finds no id, which the table refuses.
            member = select(actor.c.id).where(actor.c.code == code).scalar_subquery()
            connection.execute(insert(need_member).values(need_id=need_id, position=place, actor_id=member))
