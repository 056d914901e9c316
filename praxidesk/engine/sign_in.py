"""What comes of a login and a password."""

from dataclasses import dataclass
from enum import StrEnum


class NotSignedIn(StrEnum):
    """Why somebody was not let in."""

    WRONG = "wrong"
    """No such login, or not its password: which of both is not told."""
    WAITING = "waiting"
    """Too many wrong passwords: not even looked at before a time."""
    LOCKED = "locked"
    """The password was right, and an administrator has locked the login."""


@dataclass(frozen=True, slots=True)
class SignInRefused:
    """Nobody was let in."""

    why: NotSignedIn
    until: int | None = None
    """When the next attempt is heard, in seconds since 1970-01-01 UTC, where one has to wait."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is at work now."""

    login: str
    role: str
    """As ``StaffRole`` names it."""
    practitioner: str = ""
    """The code of the practitioner whose login it is."""
