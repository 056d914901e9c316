"""The site, its people, things and groups, and its policy: each row replaced whole.

Every change counts the practice's version up.
"""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, func, insert, select, update

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import DEFAULT_POLICY, Branch, Site
from praxidesk.engine.vocabulary import ActorId, ConflictKind, Severity
from praxidesk.models import tables
from praxidesk.models.availability_writes import save_absences, save_availability, save_local_holidays
from praxidesk.models.coded_rows import insert_all, save_row
from praxidesk.models.erasing import erase
from praxidesk.models.faults import StoreUnavailable
from praxidesk.models.practice_version import COUNT_PRACTICE_UP


def hold_practice(connection: Connection) -> None:
    """Make others who change the practice wait until the end. Lock the actors first, like those who book."""
    connection.execute(COUNT_PRACTICE_UP)


def save_site(connection: Connection, site: Site) -> None:
    """Put in the site, or replace the one there is."""
    row = {"code": site.code, "name": site.name, "timezone": site.timezone, "holidays": site.holidays}
    id_ = connection.execute(_ANY_SITE).scalar()
    if id_ is None:
        id_ = connection.execute(insert(tables.site).values(row).returning(tables.site.c.id)).scalar_one()
    else:
        connection.execute(update(tables.site).where(tables.site.c.id == id_).values(row))
    # They are one practice: the wall time of its branches is its own.
    of_all = {"timezone": site.timezone, "holidays": site.holidays}
    connection.execute(update(tables.site).where(tables.site.c.id != id_).values(of_all))
    save_availability(connection, "site_id", id_, site.availability)
    save_local_holidays(connection, id_, site.local_holidays)
    connection.execute(COUNT_PRACTICE_UP)


def save_branch(connection: Connection, branch: Branch) -> None:
    """Put in a further site, or replace the one of this code. The practice's own is there already."""
    own = connection.execute(select(tables.site).order_by(tables.site.c.id).limit(1)).one()
    if branch.code == own.code:
        raise ValueError(f"{branch.code} is the practice's own site, not a branch")
    row = {"code": branch.code, "name": branch.name, "timezone": own.timezone, "holidays": own.holidays}
    save_row(connection, tables.site, row)
    connection.execute(COUNT_PRACTICE_UP)


def save_actor(connection: Connection, actor: Actor) -> ActorId:
    """Put in a practitioner, room or device, or replace the one of this code. Its group is there already.

    Raises ``ValueError`` where that one is of another kind: entries have it in its role.
    """
    id_ = save_row(
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
            "is_group": False,
            "group_id": _group_id(connection, actor),
            "equipment": " ".join(actor.equipment),
            "inspected_until": actor.inspected_until.isoformat() if actor.inspected_until else None,
            "turnover": actor.turnover,
        },
        final=_FINAL,
    )
    save_availability(connection, "actor_id", id_, actor.availability)
    _save_sites(connection, id_, actor.sites)
    connection.execute(COUNT_PRACTICE_UP)
    return ActorId(id_)


def save_actor_absences(connection: Connection, actor: Actor) -> None:
    """When a stored actor is away; nothing else about it is written, for which others need no right."""
    id_ = connection.execute(select(tables.actor.c.id).where(tables.actor.c.code == actor.code)).scalar_one()
    save_absences(connection, "actor_id", id_, actor.availability.absences)
    kept = select(func.count()).select_from(tables.absence).where(tables.absence.c.actor_id == id_)
    if connection.scalar(kept) != len(actor.availability.absences):
        # What somebody has no right to delete, a server leaves without a word.
        raise StoreUnavailable(StoreFault.NOT_ALLOWED, "the login lacks a right")
    connection.execute(COUNT_PRACTICE_UP)


def save_group(connection: Connection, group: Group) -> ActorId:
    """Put in a group, or replace the one of this code; its members name it.

    Raises ``ValueError`` where the code is another kind's, or somebody's who is no group.
    """
    row = {
        "kind": group.kind.value,
        "code": group.code,
        "name": group.name,
        "specialty": "",
        "category": "",
        "roles": "",
        "active": True,
        "is_group": True,
    }
    id_ = save_row(connection, tables.actor, row, final=_FINAL)
    connection.execute(COUNT_PRACTICE_UP)
    return ActorId(id_)


def save_policy(connection: Connection, policy: Mapping[ConflictKind, Severity]) -> None:
    """Replace the policy: kinds that it leaves out are as the product has them."""
    erase(connection, tables.policy, "kind", None, [kind.value for kind in ConflictKind])
    rows = [
        {"kind": kind.value, "severity": severity.value}
        for kind, severity in policy.items()
        if severity is not DEFAULT_POLICY[kind]
    ]
    if rows:
        connection.execute(insert(tables.policy), rows)
    connection.execute(COUNT_PRACTICE_UP)


def _group_id(connection: Connection, actor: Actor) -> int | None:
    if not actor.group:
        return None
    found = connection.execute(select(tables.actor.c.id).where(tables.actor.c.code == actor.group)).scalar()
    if found is None:
        raise ValueError(f"{actor.code} is said to belong to {actor.group}, which is not there")
    return int(found)


def _save_sites(connection: Connection, actor: int, codes: Collection[str]) -> None:
    """Where somebody is; only what differs is written. Raises ``ValueError`` for a site that is not there."""
    sites = connection.execute(select(tables.site.c.code, tables.site.c.id))
    known = {str(code): int(id_) for code, id_ in sites}
    if missing := set(codes) - known.keys():
        raise ValueError(f"there is no site {', '.join(sorted(missing))}")
    wanted = {known[code] for code in codes}
    of_actor = select(tables.actor_site.c.site_id).where(tables.actor_site.c.actor_id == actor)
    stored = set(connection.execute(of_actor).scalars())
    if stored - wanted:
        erase(connection, tables.actor_site, "actor_id", [actor])
        stored = set()
    rows = [{"actor_id": actor, "site_id": site} for site in sorted(wanted - stored)]
    insert_all(connection, tables.actor_site, rows)


_FINAL = ("kind", "is_group")
_ANY_SITE = select(tables.site.c.id).order_by(tables.site.c.id).limit(1)
