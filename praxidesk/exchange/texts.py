"""What a text from outside may hold, and how a value is shown in a message."""

import json
import re
from datetime import date, datetime, time

CODE_LENGTH = 64
"""Characters of a code: a practitioner's, room's, type's, or a patient's number."""
NAME_LENGTH = 200
"""Characters of a name or another text on one line."""
REASON_LENGTH = 2_000
NOTE_LENGTH = 20_000
KEY_LENGTH = 200
_SHOWN_LENGTH = 80

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class UnreadableError(ValueError):
    """A value that cannot be what it should be; its text is the reason, fit to be shown."""


def printable(text: str) -> str:
    """The same text on one line, in characters that every terminal and file takes."""

    def escaped(match: re.Match[str]) -> str:
        return json.dumps(match.group())[1:-1]

    return _SURROGATE.sub(escaped, _CONTROL.sub(escaped, text))


def shown(value: object) -> str:
    """A value as a message quotes it: short, on one line, never unprintable."""
    if isinstance(value, datetime | date | time):
        text = value.isoformat()
    elif isinstance(value, dict):
        return "{…}"
    elif isinstance(value, list):
        return "[…]"
    elif isinstance(value, int) and not -(10**18) < value < 10**18:
        return "a number of more than 18 digits"
    else:
        text = json.dumps(value, ensure_ascii=False, default=str)
    if len(text) > _SHOWN_LENGTH:
        text = text[: _SHOWN_LENGTH - 1] + "…"
    return printable(text)


def checked_text(value: object, most: int, *, several_lines: bool = False, any_control: bool = False) -> str:
    """The text itself, or the reason why it is none that can be stored.

    ``several_lines`` allows tabs and line ends; ``any_control`` all control characters but NUL.
    """
    if not isinstance(value, str):
        raise UnreadableError(f"{shown(value)} is no text")
    if len(value) > most:
        raise UnreadableError(f"{shown(value)} has {len(value):,} characters, at most {most:,} are allowed")
    if _SURROGATE.search(value):
        raise UnreadableError(f"{shown(value)} holds bytes or half characters that are no text")
    if "\0" in value:
        raise UnreadableError(f"{shown(value)} holds a NUL character")
    if any_control:
        return value
    allowed = "\t\n\r\u2028\u2029" if several_lines else ""
    bad = next((found.group() for found in _CONTROL.finditer(value) if found.group() not in allowed), None)
    if bad is not None:
        raise UnreadableError(f"{shown(value)} holds the control character U+{ord(bad):04X}")
    return value
