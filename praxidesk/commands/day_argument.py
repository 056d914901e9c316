"""A day as an option of a command."""

import argparse
import re
from datetime import date

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def day(text: str) -> date:
    """``2026-11-23``, for ``type=`` of an argument; nothing else that ISO 8601 would allow."""
    refusal = argparse.ArgumentTypeError(f"{text!r} is no day such as 2026-11-23")
    if not _DAY.fullmatch(text):
        raise refusal
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refusal from None
