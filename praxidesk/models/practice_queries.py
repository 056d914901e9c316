"""The practice as one value: eleven small statements, whatever its size."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy import Connection, select

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Absence, Availability, DayException, WeeklyWindow
from praxidesk.engine.offerings import AppointmentType, Need, PhaseMinutes, Procedure
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import DEFAULT_POLICY, Practice, Site
from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    Colour,
    ConflictKind,
    Phase,
    ProcedureId,
    Role,
    Severity,
    TypeId,
)
from praxidesk.models import tables
from praxidesk.models.faults import StoreUnavailable
from praxidesk.models.raw_rows import fetch_all

_Owner = tuple[int | None, int | None]
"""Site and actor: one of them."""


def practice(connection: Connection) -> Practice:
    """The practice without its holidays, which come from a calendar.

    Raises ``StoreUnavailable`` (``EMPTY``) where none was set up.
    """
    ((version,),) = fetch_all(connection, _VERSION)
    found = fetch_all(connection, _SITE)
    if not found:
        raise StoreUnavailable(StoreFault.EMPTY, "no practice was set up in this store")
    site_id, code, name, timezone, holidays = found[0]
    available = _availabilities(connection)
    needs = _needs(connection)
    return Practice(
        version,
        Site(code, name, timezone, holidays, available((site_id, None))),
        {
            ActorId(id_): Actor(
                code,
                ActorKind(kind),
                name,
                specialty,
                category,
                tuple(Role(role) for role in roles.split()),
                Colour(colour) if colour is not None else None,
                bool(active),
                available((None, id_)),
            )
            for id_, kind, code, name, specialty, category, roles, colour, active in fetch_all(
                connection, _ACTORS
            )
        },
        {
            TypeId(id_): AppointmentType(
                code, name, minutes, Colour(colour), before, after, needs((id_, None))
            )
            for id_, code, name, minutes, colour, before, after in fetch_all(connection, _TYPES)
        },
        {
            ProcedureId(id_): Procedure(
                code, name, PhaseMinutes(*phases), Colour(colour), before, after, needs((None, id_))
            )
            for id_, code, name, *phases, colour, before, after in fetch_all(connection, _PROCEDURES)
        },
        dict(DEFAULT_POLICY)
        | {ConflictKind(kind): Severity(severity) for kind, severity in fetch_all(connection, _POLICY)},
    )


def _availabilities(connection: Connection) -> Callable[[_Owner], Availability]:
    hours: dict[_Owner, list[WeeklyWindow]] = defaultdict(list)
    breaks: dict[_Owner, list[WeeklyWindow]] = defaultdict(list)
    for site_id, actor_id, purpose, weekday, from_minute, to_minute in fetch_all(connection, _WINDOWS):
        windows = hours if purpose == "hours" else breaks
        windows[site_id, actor_id].append(WeeklyWindow(weekday, from_minute, to_minute))
    absences: dict[_Owner, list[Absence]] = defaultdict(list)
    for site_id, actor_id, starts, ends, reason in fetch_all(connection, _ABSENCES):
        away = Absence(datetime.fromisoformat(starts), datetime.fromisoformat(ends), reason)
        absences[site_id, actor_id].append(away)
    exceptions: dict[_Owner, list[DayException]] = defaultdict(list)
    for site_id, actor_id, day, from_minute, to_minute in fetch_all(connection, _EXCEPTIONS):
        other = DayException(date.fromisoformat(day), from_minute, to_minute)
        exceptions[site_id, actor_id].append(other)

    def available(owner: _Owner) -> Availability:
        return Availability(
            tuple(hours.get(owner, ())),
            tuple(breaks.get(owner, ())),
            tuple(absences.get(owner, ())),
            tuple(exceptions.get(owner, ())),
        )

    return available


def _needs(connection: Connection) -> Callable[[_Owner], tuple[Need, ...]]:
    members: dict[int, list[str]] = defaultdict(list)
    for need_id, code in fetch_all(connection, _MEMBERS):
        members[need_id].append(code)
    needs: dict[_Owner, list[Need]] = defaultdict(list)
    for id_, type_id, procedure_id, role, specialty, category, phases in fetch_all(connection, _NEEDS):
        needs[type_id, procedure_id].append(
            Need(
                Role(role),
                specialty,
                category,
                tuple(members[id_]) if id_ in members else None,
                tuple(Phase(phase) for phase in phases.split()),
            )
        )
    return lambda owner: tuple(needs.get(owner, ()))


_VERSION = select(tables.practice.c.version)
_SITE = select(
    tables.site.c.id,
    tables.site.c.code,
    tables.site.c.name,
    tables.site.c.timezone,
    tables.site.c.holidays,
).order_by(tables.site.c.id)
# Patients have no code: the index of the codes leads past all of them.
_ACTORS = select(tables.actor).where(tables.actor.c.code.is_not(None)).order_by(tables.actor.c.id)
_WINDOWS = select(
    tables.weekly_window.c.site_id,
    tables.weekly_window.c.actor_id,
    tables.weekly_window.c.purpose,
    tables.weekly_window.c.weekday,
    tables.weekly_window.c.from_minute,
    tables.weekly_window.c.to_minute,
).order_by(tables.weekly_window.c.id)
_ABSENCES = select(
    tables.absence.c.site_id,
    tables.absence.c.actor_id,
    tables.absence.c.starts_local,
    tables.absence.c.ends_local,
    tables.absence.c.reason,
).order_by(tables.absence.c.id)
_EXCEPTIONS = select(
    tables.day_exception.c.site_id,
    tables.day_exception.c.actor_id,
    tables.day_exception.c.day,
    tables.day_exception.c.from_minute,
    tables.day_exception.c.to_minute,
).order_by(tables.day_exception.c.id)
_NEEDS = select(
    tables.need.c.id,
    tables.need.c.type_id,
    tables.need.c.procedure_id,
    tables.need.c.role,
    tables.need.c.specialty,
    tables.need.c.category,
    tables.need.c.phases,
).order_by(tables.need.c.position)
_MEMBERS = (
    select(tables.need_member.c.need_id, tables.actor.c.code)
    .join(tables.actor, tables.actor.c.id == tables.need_member.c.actor_id)
    .order_by(tables.need_member.c.position)
)
_TYPES = select(tables.appointment_type).order_by(tables.appointment_type.c.id)
_PROCEDURES = select(tables.procedure).order_by(tables.procedure.c.id)
_POLICY = select(tables.policy.c.kind, tables.policy.c.severity)
