"""Where things are and what time it is, as options and environment say; light enough for any start."""

from __future__ import annotations

import argparse
import os
import re
import sys
from typing import TYPE_CHECKING

from praxidesk.commands.refusing import CommandRefused, warn
from praxidesk.models.at_desk import give_name

if TYPE_CHECKING:
    from datetime import datetime

STORE_VARIABLE = "PRAXIDESK_STORE"
NOW_VARIABLE = "PRAXIDESK_NOW"
_ISO = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?"


def add_global_options(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    """The options that may stand before and after the command.

    After it they have no default: argparse would overwrite with it what stood before.
    """
    parser.add_argument(
        "--store",
        metavar="URL",
        default=default,
        help="path, sqlite:///… or postgresql://… (else PRAXIDESK_STORE, else the user's data folder)",
    )
    parser.add_argument(
        "--now",
        metavar="ISO",
        default=default,
        help="replaces the clock, such as 2026-11-23T09:00 (else PRAXIDESK_NOW)",
    )
    parser.add_argument(
        "--desk",
        metavar="NAME",
        default=default,
        help="what this desk is called in the journal (else PRAXIDESK_DESK, else as chosen in the window)",
    )


def name_desk(options: argparse.Namespace) -> None:
    """Tell the whole program what ``--desk`` says."""
    if options.desk is not None:
        give_name(options.desk)


def warn_of_passwords(options: argparse.Namespace) -> None:
    """Say that a password on the command line stands in the list of processes for everybody to read."""
    for option, address in (("--store", options.store), ("--admin-url", getattr(options, "admin_url", None))):
        if not address or not address.startswith("postgres"):
            continue
        from praxidesk.commands.faults import without_password  # noqa: PLC0415 - not for every start

        if without_password(address) != address and any(address in given for given in sys.argv[1:]):
            other = "PRAXIDESK_ADMIN_PASSWORD" if option == "--admin-url" else "PRAXIDESK_PASSWORD"
            warn(
                f"everybody on this computer can read the password in {option}, in its list of processes:"
                f" leave it out, and type it when you are asked, or set {other}, or use ~/.pgpass;"
                " the window keeps it in the keyring"
            )


def store_url(options: argparse.Namespace) -> str:
    """The store: ``--store``, else PRAXIDESK_STORE, else a file in the user's data folder."""
    given: str | None = options.store
    if given is None:
        given = os.environ.get(STORE_VARIABLE) or None
    if given == "":
        raise CommandRefused("--store is empty: give a path, sqlite:///… or postgresql://…")
    return given if given is not None else default_store()


def default_store() -> str:
    """A file in the user's data folder."""
    from platformdirs import user_data_path  # noqa: PLC0415 - most commands name their store

    return str(user_data_path("PraxiDesk", appauthor=False) / "praxis.db")


def replaced_now(options: argparse.Namespace) -> datetime | None:
    """What ``--now`` or PRAXIDESK_NOW says instead of the clock; without an offset, the site's wall time."""
    name, text = "--now", options.now
    if text is None:
        name, text = NOW_VARIABLE, os.environ.get(NOW_VARIABLE) or None
    if text is None:
        return None
    if not re.fullmatch(_ISO, text, re.ASCII):
        raise CommandRefused(
            f"{name}: {text!r} is no time such as 2026-11-23T09:00 or 2026-11-23T09:00+01:00"
        )
    from datetime import datetime  # noqa: PLC0415 - seldom asked for, and the window is to be there at once

    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise CommandRefused(f"{name}: {text!r} does not exist: {error}") from error
