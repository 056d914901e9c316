"""Words as they are compared: one spelling for what is written alike.

German umlauts are written out, ß is ss, and letters of other European alphabets lose their marks, so that
Müller, MÜLLER and Mueller are one, İpek is found by ipek and Łukasz by lukasz. Other scripts keep theirs.
"""

import re
import unicodedata
from functools import lru_cache

_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_LETTERS = str.maketrans(
    {"ß": "ss", "ı": "i", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ø": "oe", "ħ": "h"}
)
WORD = re.compile(r"[^\W_]+")
"""What a word is made of: letters and digits of any script."""


@lru_cache(maxsize=8_192)
def folded(text: str) -> str:
    """Lower case, umlauts written out, no marks."""
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    return without_marks(composed.translate(_WRITTEN_OUT))


def bare(text: str) -> str:
    """Lower case and without dots and marks, as many abroad type: Muller of Müller."""
    return without_marks(unicodedata.normalize("NFKC", text).casefold())


def without_marks(text: str) -> str:
    """The letters alone."""
    letters = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def is_one_slip(typed: str, meant: str) -> bool:
    """Whether one letter is wrong, missing or too much, or two are swapped; not where all is right."""
    if abs(len(typed) - len(meant)) > 1 or typed == meant:
        return False
    same = next((at for at, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), None)
    if same is None:
        return True
    rest, other = typed[same:], meant[same:]
    if len(typed) == len(meant):
        return rest[1:] == other[1:] or (rest[1::-1] == other[:2] and rest[2:] == other[2:])
    return rest[1:] == other or rest == other[1:]
