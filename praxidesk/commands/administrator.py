"""Who administers the server: the address of ``--admin-url``, and a password that no command line shows."""

import argparse
import getpass
import os

from sqlalchemy import URL

from praxidesk.commands.credentials import at_terminal, named_by_environment
from praxidesk.commands.opening import wants_password
from praxidesk.commands.refusing import CommandRefused
from praxidesk.models.server.admin import ServerRefused, server_address

URL_VARIABLE = "PRAXIDESK_ADMIN_URL"
PASSWORD_VARIABLE = "PRAXIDESK_ADMIN_PASSWORD"  # noqa: S105 - the name of a variable


def add_administrator_options(parser: argparse.ArgumentParser) -> None:
    """The server, and how its administrator logs in."""
    parser.add_argument(
        "--admin-url",
        metavar="URL",
        help=f"postgresql://login@server/database of an administrator (else {URL_VARIABLE}); leave the"
        f" password out of it: {PASSWORD_VARIABLE}, PGPASSWORD and ~/.pgpass are read",
    )
    parser.add_argument("--ask-password", action="store_true", help="ask for the administrator's password")


def administrator(options: argparse.Namespace, otherwise: str | None = None) -> URL:
    """The address, with its password if there is one; ``otherwise`` where none is given."""
    address = options.admin_url or os.environ.get(URL_VARIABLE)
    password = os.environ.get(PASSWORD_VARIABLE) or None
    if not address and otherwise:
        # A store's, opened as every command opens it.
        address = otherwise if password else named_by_environment(otherwise)
    if not address:
        raise CommandRefused(f"which server? Give --admin-url postgresql://… or {URL_VARIABLE}")
    try:
        url = server_address(address, password)
    except ServerRefused as refusal:
        raise CommandRefused(str(refusal)) from None
    asks = options.ask_password or (
        at_terminal() and wants_password(url.render_as_string(hide_password=False))
    )
    return url.set(password=getpass.getpass("Password of the administrator: ")) if asks else url


def shown(url: URL) -> str:
    """The address as messages name it: as it was given, but for a password."""
    return url.set(drivername="postgresql")._replace(password=None).render_as_string()
