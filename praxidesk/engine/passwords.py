"""What a login and a password must be like, on a server and in a file alike."""

import re
import unicodedata
from enum import Enum

LONGEST_LOGIN = 63
SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 1_000
"""Nobody types more; it would only cost work."""
_LOGIN = re.compile(r"[a-z][a-z0-9_.-]{0,62}", re.ASCII)
_TAKEN = re.compile(r"(pg_|praxi_).*|postgres|public|none", re.ASCII)


def objection_to_login(login: str) -> str | None:
    """Why this cannot be a login, as a sentence; ``None`` where it can. A server's function says the same."""
    if _LOGIN.fullmatch(login) is None or _TAKEN.fullmatch(login):
        return f"{login} cannot be a login: take up to 63 of a-z 0-9 . _ -, a letter first"
    return None


class PasswordFlaw(Enum):
    """Why a password is not good enough, as a sentence."""

    TOO_SHORT = f"a password needs {SHORTEST_PASSWORD} characters or more"
    TOO_LONG = f"a password has at most {LONGEST_PASSWORD:,} characters"
    HOLDS_LOGIN = "the password holds the name of the login: take another"
    UNTYPABLE = "the password holds a character that cannot be typed"


def flaw_of_password(login: str, password: str) -> PasswordFlaw | None:
    """Why this password is not good enough; ``None`` where it is."""
    if len(password) < SHORTEST_PASSWORD:
        return PasswordFlaw.TOO_SHORT
    if len(password) > LONGEST_PASSWORD:
        return PasswordFlaw.TOO_LONG
    if login.casefold() in password.casefold():
        return PasswordFlaw.HOLDS_LOGIN
    return None if password.isprintable() else PasswordFlaw.UNTYPABLE


def as_typed(password: str) -> bytes:
    """The same bytes however a keyboard composes the letters: NFKC, UTF-8."""
    return unicodedata.normalize("NFKC", password).encode()
