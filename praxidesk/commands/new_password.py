"""A new password from the person at the terminal, or from what is piped in; never an argument."""

import getpass
import sys

from praxidesk.commands.refusing import CommandRefused


def new_password(name: str) -> str:
    """Asked for twice without showing it, or the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass(f"New password of {name}: ")
    if getpass.getpass("The same once more: ") != password:
        raise CommandRefused("the two are not the same: nothing was changed")
    return password
