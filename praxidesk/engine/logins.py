"""Who may sign in: what is known of each login, and what an administrator may do with them.

The same for the logins of a server and the accounts of a store in a file. A new password is in a deed on its
way to the store, and in nothing that is shown, logged or told.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from praxidesk.engine.passwords import PasswordFlaw
from praxidesk.engine.roles import StaffRole


class LoginKeeping(StrEnum):
    """Where logins are."""

    FILE = "file"
    """The store's own: they have no names, and see every site."""
    SERVER = "server"
    """Each keeps its role; when somebody was there last the server does not know."""


class LoginState(StrEnum):
    """Whether somebody gets in."""

    OPEN = "open"
    WAITING = "waiting"
    """After too many wrong passwords, until a time."""
    LOCKED = "locked"
    """By an administrator, until one unlocks it."""
    WITHOUT_KEY = "without_key"
    """The store is encrypted, and only a new password gives them its key."""


@dataclass(frozen=True, slots=True)
class KnownLogin:
    """One login and what its person does."""

    login: str
    role: StaffRole
    name: str = ""
    """As windows show it; empty where nothing is kept."""
    practitioner: str = ""
    """The code of the practitioner whose login it is; else empty."""
    sites: tuple[str, ...] = ()
    """Codes of the sites that it sees; empty: all."""
    state: LoginState = LoginState.OPEN
    until: int | None = None
    """The instant up to which it waits."""
    signed_in_at: int | None = None
    """The instant of the last time; ``None`` for never, and on a server."""
    sessions: int | None = None
    """How many connections it has now; ``None`` where nobody counts them."""


@dataclass(frozen=True, slots=True)
class LoginList:
    """Everybody's."""

    keeping: LoginKeeping
    logins: tuple[KnownLogin, ...]
    """By login."""
    own: str = ""
    """Of who asks; empty where that has none: a file without accounts, a server's own administrator."""
    is_encrypted: bool = False
    """Whether each password opens the store by itself."""

    def of(self, login: str) -> KnownLogin | None:
        """That one, if there is one."""
        return next((each for each in self.logins if each.login == login), None)


class LoginFault(StrEnum):
    """Why nothing was done."""

    WRONG_PASSWORD = "wrong_password"  # noqa: S105  no secret
    """The own one of who asks is another."""
    WAITING = "waiting"
    """Too many wrong ones: not even looked at before a time."""
    NOT_ALLOWED = "not_allowed"
    """Only an administrator may."""
    NOT_SET_UP = "not_set_up"
    """The server was not made ready for people's logins."""
    BAD_LOGIN = "bad_login"
    TAKEN = "taken"
    """There is one of that name."""
    UNKNOWN = "unknown"
    """There is none of that name any more."""
    ONESELF = "oneself"
    """Another administrator has to do that."""
    LAST_ADMIN = "last_admin"
    FIRST_IS_ADMIN = "first_is_admin"
    NO_PRACTITIONER = "no_practitioner"
    """There is none of that code, or the role needs one, or has none."""
    NO_SITE = "no_site"
    ADMIN_SEES_ALL = "admin_sees_all"
    BAD_NAME = "bad_name"
    ROLE_STAYS = "role_stays"
    """On a server: another role is another login."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class LoginRefused:
    """Nothing was done."""

    why: LoginFault | PasswordFlaw
    about: str = ""
    """What was said of it, where no word of ours is for it."""
    until: int | None = None
    """The instant from which the own password is heard again."""


@dataclass(frozen=True, slots=True)
class AddLogin:
    """Let somebody in."""

    login: str
    role: StaffRole
    password: str = field(repr=False)
    practitioner: str = ""
    name: str = ""
    sites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditLogin:
    """As somebody's login shall be."""

    login: str
    role: StaffRole
    practitioner: str = ""
    name: str = ""
    sites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RenewPassword:
    """Give somebody else another password."""

    login: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LockLogin:
    """Let nobody in by it for now, and end its connections."""

    login: str


@dataclass(frozen=True, slots=True)
class UnlockLogin:
    """Let it in again, without waiting."""

    login: str


@dataclass(frozen=True, slots=True)
class RemoveLogin:
    """Take it away for ever, and end its connections."""

    login: str


LoginDeed = AddLogin | EditLogin | RenewPassword | LockLogin | UnlockLogin | RemoveLogin


def keeps_in(known: LoginList, login: str) -> LoginFault | None:
    """Why this one can be neither locked nor removed by who asks; ``None`` where it can."""
    if login == known.own:
        return LoginFault.ONESELF
    admins = [
        each.login
        for each in known.logins
        if each.role is StaffRole.ADMIN and each.state is not LoginState.LOCKED
    ]
    return LoginFault.LAST_ADMIN if admins == [login] else None
