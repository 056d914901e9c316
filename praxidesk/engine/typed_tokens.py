"""A typed line as words."""

import re
from dataclasses import dataclass

from praxidesk.engine.spelling import WORD, bare, folded

MOST_WORDS = 40
"""More are no wish but a text."""
LONGEST_WORD = 80
_PARTED = re.compile(r"[\s;]+")
_AROUND = ',;:!?"„“”«»()[]'


@dataclass(frozen=True, slots=True)
class Token:
    """One word."""

    text: str
    place: int
    """From 0."""
    key: str
    """Folded, with the signs inside."""
    plain: str
    """Folded, letters and digits only."""
    unmarked: str
    """The same without dots and marks written out: ``muller``."""


def tokens_of(line: str) -> list[Token]:
    """The words of a line, without commas and quotes around them."""
    words = [cut for each in _PARTED.split(line) if (cut := each.strip(_AROUND)[:LONGEST_WORD])]
    return [_token(word, place) for place, word in enumerate(words[:MOST_WORDS])]


def _token(word: str, place: int) -> Token:
    key = folded(word)
    return Token(word, place, key, "".join(WORD.findall(key)), "".join(WORD.findall(bare(word))))
