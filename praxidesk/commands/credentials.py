"""Who opens an encrypted store, or a server's: named by the environment, or asked for at the terminal."""

import getpass
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import ArgumentError

from praxidesk.commands.refusing import CommandRefused
from praxidesk.engine.sign_in import NotSignedIn, SignedIn, SignInRefused
from praxidesk.models.server.url import server_url
from praxidesk.services.sign_in import recover, sign_in

LOGIN_VARIABLE = "PRAXIDESK_LOGIN"
PASSWORD_VARIABLE = "PRAXIDESK_PASSWORD"  # noqa: S105 - the name of a variable
RECOVERY_VARIABLE = "PRAXIDESK_RECOVERY_KEY"


def brought_in(file: Path, now: int) -> SignedIn | None:
    """Bring out the key of an encrypted store; nobody in particular where it was the recovery key."""
    recovery = os.environ.get(RECOVERY_VARIABLE)
    if recovery:
        refused = recover(file, recovery, now)
        if refused is not None:
            raise CommandRefused(f"store {file}: {refusal(refused)}")
        return None
    login, password = credentials(file)
    answer = sign_in(file, login, password, now)
    if isinstance(answer, SignInRefused):
        raise CommandRefused(f"store {file}: {refusal(answer)}")
    return answer


def credentials(file: Path, login: str | None = None) -> tuple[str, str]:
    """A login and its password."""
    login = login or os.environ.get(LOGIN_VARIABLE)
    password = os.environ.get(PASSWORD_VARIABLE)
    if (not login or password is None) and not at_terminal():
        raise CommandRefused(
            f"store {file} asks who opens it: set {LOGIN_VARIABLE} and {PASSWORD_VARIABLE},"
            f" or {RECOVERY_VARIABLE}, or call it at a terminal"
        )
    login = login or _asked_login()
    return login, getpass.getpass(f"Password of {login}: ") if password is None else password


def named_by_environment(address: str) -> str:
    """The address of a server, with login and password of the environment where it names none."""
    try:
        url = server_url(address)
    except (ArgumentError, ValueError):
        return address  # who opens it says so
    login, password = os.environ.get(LOGIN_VARIABLE), os.environ.get(PASSWORD_VARIABLE)
    if login and url.username is None and "user" not in url.query:
        url = url.set(username=login)
    if password and url.password is None and "password" not in url.query:
        url = url.set(password=password)
    return url.render_as_string(hide_password=False)


def asked_for(address: str) -> str:
    """The address of a server, with the password that is typed now; with the login, where none is named."""
    url = server_url(address)
    login = url.username or url.query.get("user") or os.environ.get("PGUSER") or _asked_login()
    password = getpass.getpass(f"Password of {login}: ")
    if url.username is None and "user" not in url.query:
        url = url.set(username=str(login))
    return url.set(password=password).render_as_string(hide_password=False)


def at_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _asked_login() -> str:
    sys.stderr.write("Login: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def refusal(refused: SignInRefused) -> str:
    """Why nobody was let in, and from when on to try again."""
    said = _WORDS[refused.why]
    if refused.until is None:
        return said
    until = datetime.fromtimestamp(refused.until, UTC).astimezone().strftime("%H:%M:%S")
    return f"{said}; the next attempt is heard from {until} on"


_WORDS = {
    NotSignedIn.WRONG: "no such login, or not its password",
    NotSignedIn.WAITING: "too many wrong passwords",
    NotSignedIn.LOCKED: "an administrator has locked this login",
}
