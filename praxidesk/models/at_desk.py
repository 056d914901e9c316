"""What this desk is called: its own label, written into the journal beside what the database sees.

Chosen by ``--desk``, else by the environment, else in the window, else it is the machine's name.
"""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

VARIABLE = "PRAXIDESK_DESK"
LONGEST_NAME = 40
"""Characters."""

_names = {"given": "", "chosen": "", "acting": ""}


def give_name(name: str) -> None:
    """Whoever started the program names the desk: nothing in the window changes that."""
    _names["given"] = clean_name(name)


def choose_name(name: str) -> None:
    """Name the desk from now on, where nobody has given it a name; empty for the machine's."""
    _names["chosen"] = clean_name(name)


def given_name() -> str:
    """What whoever started the program called it; empty where they did not."""
    return _names["given"] or clean_name(os.environ.get(VARIABLE, ""))


def own_name() -> str:
    """What somebody called it; empty where nobody has."""
    return given_name() or _names["chosen"]


def desk_name() -> str:
    """What it is called now: never empty."""
    return _names["acting"] or own_name() or machine_name()


@contextmanager
def acting_as(name: str) -> Iterator[None]:
    """Write as another desk would: a demonstration has several."""
    before, _names["acting"] = _names["acting"], clean_name(name)
    try:
        yield
    finally:
        _names["acting"] = before


@cache
def machine_name() -> str:
    """The machine's own."""
    return clean_name(socket.gethostname()) or "?"


def clean_name(text: str) -> str:
    """One line without control characters, short enough for a line of history."""
    shown = "".join(each if each.isprintable() else " " for each in text)
    return " ".join(shown.split())[:LONGEST_NAME].rstrip()
