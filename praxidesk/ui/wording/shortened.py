"""Shorter forms of a name for little room, as people write them: ``Karpalt.``, ``Hallux``, ``Müller-Ö.``

An ellipsis takes the room of two letters and says nothing; a name cut before a vowel, with a full stop, is
read at once. Pure.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from praxidesk.ui.wording.actor_names import numbered

_LEAST = 3
"""Letters of a word that still tell which it is."""
_VOWELS = frozenset("aeiouyıøœæ")
_WORD = re.compile(r"[^\s\-–/]+")
_SMALL = 4
"""Longest word that joins others, such as ``nach``: a name never ends with one."""


@lru_cache(maxsize=4096)
def shortened(name: str) -> tuple[str, ...]:
    """The name of a thing from all of it to the least that tells it; longer forms first.

    A number at its end stays: it tells the thing from its like.
    """
    kind, number = numbered(name)
    if any(each.isdigit() for each in number):
        return (name, *(f"{each} {number}" for each in shortened(kind)[1:]))
    found = [name]
    words = list(_WORD.finditer(name))
    for at in range(len(words) - 1, -1, -1):
        word = words[at].group()
        if _only_joins(word):
            continue
        if at < len(words) - 1:
            found.append(name[: words[at].end()])
        found += (name[: words[at].start()] + cut for cut in _cuts(word))
    return tuple(each for each in dict.fromkeys(found) if len(each) >= _LEAST or each == name)


@lru_cache(maxsize=4096)
def shortened_family(family: str) -> tuple[str, ...]:
    """A family name; where it is a double one, also with the second as an initial, and without it."""
    first, dash, second = family.partition("-")
    if not (dash and len(first) >= _LEAST and second):
        return (family,)
    return family, f"{first}-{second[0]}.", first


def _only_joins(word: str) -> bool:
    return not any(each.isalnum() for each in word) or (len(word) <= _SMALL and word.islower())


def _cuts(word: str) -> Iterator[str]:
    """A word up to a vowel that follows a consonant, with a full stop; longest first."""
    letters = word.rstrip(".")
    for at in range(len(letters) - 2, _LEAST - 1, -1):
        before, after = _base(letters[at - 1]), _base(letters[at])
        if after in _VOWELS and before.isalpha() and before not in _VOWELS:
            yield letters[:at] + "."


def _base(letter: str) -> str:
    """A letter without its marks, small."""
    return unicodedata.normalize("NFD", letter)[0].lower()
