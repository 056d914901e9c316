"""What was typed into the search, word by word, as ranges of the words that patients are found by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from praxidesk.engine.spelling import folded
from praxidesk.models.name_keys import LONGEST_WORD, parts_of, words_of

MOST_WORDS = 12
"""Nobody has more; a text with more finds nothing."""
_LAST_CHARACTER = "\U0010ffff"
_SHORT = 3
_DAY_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})\.?", re.ASCII)
_DATE = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_YEAR = re.compile(r"\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class TypedWord:
    """One word: a patient fits it if one of their words begins with one of its heads."""

    text: str
    """As typed, folded, without signs."""
    heads: tuple[str, ...]
    is_name: bool
    """Letters alone; otherwise it is a date, number or phone."""
    plain: str = ""
    """As typed, with its signs."""

    @property
    def ranges(self) -> tuple[tuple[str, str], ...]:
        """Half-open ranges of words, by code point.

        Up to three letters alone are no beginning of a number such as P-1001: else P would find everybody.
        """
        if self.is_name and len(self.text) <= _SHORT:
            return ((self.text, self.text + "0"), (self.text + ":", self.text + _LAST_CHARACTER))
        return tuple((head, head + _LAST_CHARACTER) for head in self.heads)


def typed_words(text: str, today: date) -> tuple[TypedWord, ...] | None:
    """The words of a text, each once; none where nothing that counts was typed, ``None`` for too many.

    A year of two digits is one of the last hundred years, and may be any number too.
    """
    found: dict[str, TypedWord] = {}
    for part in parts_of(text):
        for word in _words(part, today):
            found.setdefault(word.text, word)
            if len(found) > MOST_WORDS:
                return None
    return tuple(found.values())


def birth_years(two_digits: str, today: date) -> tuple[str, ...]:
    """``84``: 1984. ``24``: 2024 and, for who is very old, 1924."""
    century = today.year // 100 * 100
    years = (century + int(two_digits), century - 100 + int(two_digits))
    return tuple(str(year) for year in years if today.year - 110 <= year <= today.year)


def _words(part: str, today: date) -> Iterator[TypedWord]:
    if dated := _DATE.fullmatch(part):
        day, month, year = dated.groups()
        years = (year,) if len(year) == 4 else birth_years(year, today)
        yield _number(part, *(f"{day:0>2}{month:0>2}{each}" for each in years))
    elif iso := _ISO.fullmatch(part):
        yield _number(part, "{}{:0>2}{:0>2}".format(*iso.groups()))
    elif short := _DAY_MONTH.fullmatch(part):
        day, month = short.groups()
        yield _number(part, f"{day:0>2}{month:0>2}")
    elif any(each.isdigit() for each in part):
        joined = "".join(words_of(folded(part)))[:LONGEST_WORD]
        if joined:
            years = birth_years(joined, today) if _YEAR.fullmatch(joined) else ()
            yield _number(part, joined, *years)
    else:
        for word in words_of(folded(part)):
            yield TypedWord(word[:LONGEST_WORD], (word[:LONGEST_WORD],), is_name=True, plain=word)


def _number(part: str, *heads: str) -> TypedWord:
    return TypedWord("".join(words_of(folded(part)))[:LONGEST_WORD], heads, is_name=False, plain=part)
