"""Who is connected, as the store knows it."""

from dataclasses import dataclass

from sqlalchemy import Connection, literal, select, text

from praxidesk.engine.roles import StaffRole
from praxidesk.engine.vocabulary import ActorId
from praxidesk.models.server.access import SCHEMA
from praxidesk.models.store import Store
from praxidesk.models.tables import account


@dataclass(frozen=True, slots=True)
class Login:
    """One person's, on a server with rights."""

    name: str
    role: StaffRole
    practitioner: ActorId | None
    full_name: str
    valid_until: int | None
    """The instant from which it is refused; ``None`` for never."""
    sites: tuple[str, ...] = ()
    """Codes of the sites that it sees; empty: all."""


def own_login(connection: Connection) -> Login | None:
    """The login of this connection; ``None`` where nobody has a role: a file, or a server of one login."""
    if connection.dialect.name != "postgresql" or not connection.scalar(_HAS_LOGINS):
        return None
    found = connection.execute(_OWN).one_or_none()
    if found is None:
        return None
    name, role, practitioner, full_name, valid_until, sites = found
    return Login(
        str(name),
        StaffRole(role),
        practitioner and ActorId(practitioner),
        str(full_name),
        valid_until,
        tuple(sites),
    )


def own_sites(connection: Connection) -> tuple[str, ...]:
    """Codes of the sites that the login of this connection sees; empty for all."""
    if connection.dialect.name != "postgresql" or not connection.scalar(_HAS_LOGINS):
        return ()
    return tuple(connection.scalar(_OWN_SITES) or ())


def everybody(connection: Connection) -> tuple[tuple[str, str, ActorId | None], ...]:
    """Logins of all people with their own names, and who they are in the practice. Two statements, or one."""
    if connection.dialect.name != "postgresql":
        rows = connection.execute(select(account.c.login, literal(""), account.c.practitioner_id)).all()
    elif connection.scalar(_HAS_LOGINS):
        rows = connection.execute(_EVERYBODY).all()
    else:
        return ()
    return tuple((str(login), str(name), who and ActorId(who)) for login, name, who in rows)


def has_rights(store: Store) -> bool:
    """Whether the store is on a server that was made ready for people's logins."""
    if store.dialect != "postgresql":
        return False
    with store.read() as connection:
        return bool(connection.scalar(_IS_READY))


_IS_READY = text(f"SELECT to_regnamespace('{SCHEMA}') IS NOT NULL")
_HAS_LOGINS = text(f"SELECT to_regprocedure('{SCHEMA}.people()') IS NOT NULL")
_OWN = text(
    f"SELECT session_user, role, practitioner_id, full_name, valid_until, {SCHEMA}.my_sites()"  # noqa: S608 - a constant
    f" FROM {SCHEMA}.my_login()"
)
_OWN_SITES = text(f"SELECT {SCHEMA}.my_sites()")
_EVERYBODY = text(f"SELECT name, full_name, practitioner_id FROM {SCHEMA}.people()")  # noqa: S608 - as above
