"""What this desk is called: its own label, written into the journal beside what the database sees.

Chosen by ``--desk``, else by the environment, else in the window, else it is the machine's name.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from urllib.parse import quote, unquote

VARIABLE = "PRAXIDESK_DESK"
LONGEST_NAME = 40
"""Characters."""
_PROGRAM = "praxidesk"
_LONGEST_APPLICATION = 63
"""Bytes a server keeps of it."""
_CUT_OFF = re.compile(r"%[0-9A-F]?$")
_AS_IT_IS = "".join(chr(each) for each in range(ord(" "), 127) if chr(each) != "%")

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
    import socket  # noqa: PLC0415 - not before the window's first paint

    return clean_name(socket.gethostname()) or "?"


def application_name() -> str:
    """What this desk's connections call themselves to a server, which keeps letters of ASCII alone."""
    return f"{_PROGRAM} {quote(desk_name(), safe=_AS_IT_IS)}"[:_LONGEST_APPLICATION]


def desk_of(application: str) -> str:
    """The desk that calls itself so; empty where it is none of ours. Any client may call itself anything."""
    program, _, name = application.partition(" ")
    if program != _PROGRAM:
        return ""
    return clean_name(unquote(_CUT_OFF.sub("", name), errors="ignore"))


def clean_name(text: str) -> str:
    """One line without control characters, short enough for a line of history."""
    shown = "".join(each if each.isprintable() else " " for each in text)
    return " ".join(shown.split())[:LONGEST_NAME].rstrip()
