"""The practice as one value: seventeen small statements, whatever its size."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, Text, cast, func, select

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import DEFAULT_POLICY, Branch, Practice, Site
from praxidesk.engine.vocabulary import ActorId, ActorKind, Colour, ConflictKind, Role, Severity
from praxidesk.models import tables
from praxidesk.models.availability_queries import availabilities, local_holidays
from praxidesk.models.faults import StoreUnavailable
from praxidesk.models.offer_queries import combinations, services
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.reservation_queries import reservations


def practice(connection: Connection) -> Practice:
    """The practice without its public holidays, which come from a calendar.

    Raises ``StoreUnavailable`` (``EMPTY``) where none was set up.
    """
    ((version,),) = fetch_all(connection, _VERSION)
    found = fetch_all(connection, _SITE)
    if not found:
        raise StoreUnavailable(StoreFault.EMPTY, "no practice was set up in this store")
    (site_id, code, name, timezone, holidays), *further = found
    codes = {row[0]: row[1] for row in found}
    available = availabilities(connection)
    rows = fetch_all(connection, _ACTORS)
    groups = {
        ActorId(id_): Group(code, ActorKind(kind), name)
        for id_, kind, code, name, is_group, *_ in rows
        if is_group
    }
    types, procedures = services(connection)
    return Practice(
        version,
        Site(
            code,
            name,
            timezone,
            holidays,
            available((site_id, None)),
            local_holidays(connection, site_id),
        ),
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
                tuple(equipment.split()),
                date.fromisoformat(inspected) if inspected is not None else None,
                groups[group_id].code if group_id is not None else "",
                turnover,
                _sites(codes, sites),
            )
            for (
                id_,
                kind,
                code,
                name,
                is_group,
                specialty,
                category,
                roles,
                colour,
                active,
                equipment,
                inspected,
                group_id,
                turnover,
                sites,
            ) in rows
            if not is_group
        },
        types,
        procedures,
        dict(DEFAULT_POLICY)
        | {ConflictKind(kind): Severity(severity) for kind, severity in fetch_all(connection, _POLICY)},
        {},
        groups,
        reservations(connection),
        combinations(connection),
        tuple(Branch(code, name) for _, code, name, *_ in further),
    )


def _sites(codes: Mapping[int, str], ids: str | None) -> tuple[str, ...]:
    return tuple(sorted(codes[int(each)] for each in ids.split(","))) if ids else ()


def practice_version(connection: Connection) -> int:
    """How often the practice has changed: all that every login may know. One statement."""
    ((version,),) = fetch_all(connection, _VERSION)
    return int(version)


_VERSION = select(tables.practice.c.version)
_SITE = select(
    tables.site.c.id,
    tables.site.c.code,
    tables.site.c.name,
    tables.site.c.timezone,
    tables.site.c.holidays,
).order_by(tables.site.c.id)
_ACTORS = (
    select(
        tables.actor.c.id,
        tables.actor.c.kind,
        tables.actor.c.code,
        tables.actor.c.name,
        tables.actor.c.is_group,
        tables.actor.c.specialty,
        tables.actor.c.category,
        tables.actor.c.roles,
        tables.actor.c.colour,
        tables.actor.c.active,
        tables.actor.c.equipment,
        tables.actor.c.inspected_until,
        tables.actor.c.group_id,
        tables.actor.c.turnover,
        select(func.aggregate_strings(cast(tables.actor_site.c.site_id, Text), ","))
        .where(tables.actor_site.c.actor_id == tables.actor.c.id)
        .scalar_subquery(),
    )
    # Patients have no code: the index of the codes leads past all of them.
    .where(tables.actor.c.code.is_not(None))
    .order_by(tables.actor.c.id)
)
_POLICY = select(tables.policy.c.kind, tables.policy.c.severity)
