"""Who is connected, as the store knows it."""

from dataclasses import dataclass

from sqlalchemy import Connection, text

from praxidesk.engine.roles import StaffRole
from praxidesk.engine.vocabulary import ActorId
from praxidesk.models.server_access import SCHEMA


@dataclass(frozen=True, slots=True)
class Login:
    """One person's, on a server with rights."""

    name: str
    role: StaffRole
    practitioner: ActorId | None
    full_name: str
    valid_until: int | None
    """The instant from which it is refused; ``None`` for never."""


def own_login(connection: Connection) -> Login | None:
    """The login of this connection; ``None`` where nobody has a role: a file, or a server of one login."""
    if connection.dialect.name != "postgresql" or not connection.scalar(_HAS_LOGINS):
        return None
    found = connection.execute(_OWN).one_or_none()
    if found is None:
        return None
    name, role, practitioner, full_name, valid_until = found
    return Login(
        str(name), StaffRole(role), practitioner and ActorId(practitioner), str(full_name), valid_until
    )


_HAS_LOGINS = text(f"SELECT to_regprocedure('{SCHEMA}.my_login()') IS NOT NULL")
_OWN = text(
    "SELECT session_user, role, practitioner_id, full_name, valid_until"  # noqa: S608 - a constant
    f" FROM {SCHEMA}.my_login()"
)
