"""Text of patients and users, kept plain wherever Qt would guess markup from a ``<``."""

import re
import unicodedata
from html import escape

_LONG_RUN = re.compile(r"[^\s-]{21,}")
"""Longer than a word of a name or a service: the narrowest column has no room for more."""
_JOINER = "\N{ZERO WIDTH JOINER}"
_BREAK = "\N{ZERO WIDTH SPACE}"


def breakable(text: str) -> str:
    """``text`` that a label may wrap within a run of characters without a space; looks the same."""
    return _LONG_RUN.sub(_broken, text)


def _broken(run: re.Match[str]) -> str:
    parts: list[str] = []
    for each in run[0]:
        # Marks, variation selectors and joined emoji belong to the character before them.
        joined = each == _JOINER or unicodedata.category(each).startswith("M")
        if parts and not joined and not parts[-1].endswith(_JOINER):
            parts.append(_BREAK)
        parts.append(each)
    return "".join(parts)


def plain_tooltip(text: str) -> str:
    """``text`` for ``setToolTip``, which has no plain format: escaped, its line breaks and spaces kept."""
    return f'<div style="white-space: pre-wrap">{escape(text)}</div>' if text else ""
