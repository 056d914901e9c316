"""What a look at a database server found: a practice, room for one, or what is in the way."""

from dataclasses import dataclass
from enum import StrEnum


class ServerTrouble(StrEnum):
    """What keeps a database from being used, as far as somebody can do something about it."""

    HOST_UNKNOWN = "host_unknown"
    REFUSED = "refused"
    """A computer is there, and no database server on this port of it."""
    NO_ANSWER = "no_answer"
    LOGIN_REFUSED = "login_refused"
    """User or password are wrong."""
    WANTS_PASSWORD = "wants_password"  # noqa: S105  no secret
    SIGNED_OUT = "signed_out"
    """Somebody has worked with it, and has gone."""
    EXPIRED = "expired"
    """The login was given until a day that is over."""
    LOCKED = "locked"
    """User and password are right, and an administrator lets the login in no more."""
    REMOVED = "removed"
    """Whoever was signed in has no account any more."""
    NOT_ALLOWED = "not_allowed"
    """The server lets nobody in from here, or not this user."""
    DATABASE_MISSING = "database_missing"
    STARTING = "starting"
    ONLY_COPY = "only_copy"
    """Of several servers, only one that follows another answers."""
    FULL = "full"
    """It has no place for one more connection."""
    SERVER_TOO_OLD = "server_too_old"
    TLS_MISSING = "tls_missing"
    """The server offers no encryption."""
    TLS_UNTRUSTED = "tls_untrusted"
    """Nobody trusted vouches for its certificate."""
    TLS_OTHER_NAME = "tls_other_name"
    """Its certificate is that of another host."""
    TLS_NO_CERTIFICATE = "tls_no_certificate"
    """The certificate named to check it by cannot be read."""
    TLS_NOT_PERMITTED = "tls_not_permitted"
    """Less than a checked way was asked for, and the administrator of this computer permits it not."""
    FOREIGN = "foreign"
    """The database belongs to another program."""
    NO_RIGHT = "no_right"
    """It is empty, and this user may create nothing in it."""
    NO_EXTENSION = "no_extension"
    """It is empty, and lacks ``btree_gist``, which this user may not add."""
    SCHEMA_TOO_OLD = "schema_too_old"
    SCHEMA_TOO_NEW = "schema_too_new"
    BAD_ADDRESS = "bad_address"
    OTHER = "other"


ABOUT_LOGIN = frozenset(
    {
        ServerTrouble.SIGNED_OUT,
        ServerTrouble.LOGIN_REFUSED,
        ServerTrouble.WANTS_PASSWORD,
        ServerTrouble.EXPIRED,
        ServerTrouble.LOCKED,
        ServerTrouble.REMOVED,
    }
)
"""What another login, or another password, may mend."""


class Readiness(StrEnum):
    """What is in a database that can be used."""

    PRACTICE = "practice"
    EMPTY = "empty"
    """Nothing yet: what is needed is created with the practice."""


@dataclass(frozen=True, slots=True)
class ServerFound:
    """It can be used."""

    readiness: Readiness
    practice: str = ""
    """Its name."""


@dataclass(frozen=True, slots=True)
class ServerRefused:
    """It cannot."""

    trouble: ServerTrouble
    detail: str = ""
    """Technical, in English: a version, a code; never a password."""
