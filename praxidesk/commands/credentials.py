"""Who opens an encrypted store from the command line: asked at the terminal, or named by the environment."""

import getpass
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from praxidesk.commands.refusing import CommandRefused
from praxidesk.engine.sign_in import NotSignedIn, SignedIn, SignInRefused
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
    if (not login or password is None) and not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise CommandRefused(
            f"store {file} asks who opens it: set {LOGIN_VARIABLE} and {PASSWORD_VARIABLE},"
            f" or {RECOVERY_VARIABLE}, or call it at a terminal"
        )
    if not login:
        sys.stderr.write("Login: ")
        sys.stderr.flush()
        login = sys.stdin.readline().strip()
    return login, getpass.getpass(f"Password of {login}: ") if password is None else password


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
