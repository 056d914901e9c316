"""Names as they are searched: the words somebody may begin to type, in one spelling."""

import re

from praxidesk.engine.entries import Patient
from praxidesk.engine.spelling import WORD, bare, folded

_PARTED = re.compile(r"[\s,;]+")
_SPACED_NUMBER = re.compile(
    # The group within a look ahead is taken whole or not at all; possessive ones fail before Python 3.11.5.
    r"(?:^|(?<=\s))(?=(?P<whole>(?:\+|\(?0)\d*(?![\w.])(?:[ ()/-]*\d+(?![\w.]))*))(?P=whole)"
    r"(?=[ ()/-]*(?:$|[\s,;]))"
)
"""A phone number as people type it: ``030 / 123 45``; up to the end of a part, never the head of a word."""
_LONGEST_KEY = 200
LONGEST_WORD = 60
"""An index of PostgreSQL holds some 2,700 bytes in a row; names may be any text."""


def name_key(name: str) -> str:
    """A name to sort and compare by: its words, folded, with single blanks."""
    return " ".join(WORD.findall(folded(name)))[:_LONGEST_KEY]


def words(patient: Patient) -> frozenset[str]:
    """Everything somebody may begin to type to find this patient."""
    found: set[str] = set()
    for name in (patient.family, patient.given):
        found |= _name_words(name)
    found |= _number_words(patient.number)
    if patient.birth_date is not None:
        found |= {f"{patient.birth_date:%d%m%Y}", f"{patient.birth_date:%Y%m%d}"}
    found |= _phone_words(patient.phone)
    return frozenset(word[:LONGEST_WORD] for word in found if word)


def parts_of(text: str) -> list[str]:
    """What stands between blanks and commas; a phone number with blanks is one part."""
    return [part for part in _PARTED.split(_SPACED_NUMBER.sub(_without_blanks, text).strip()) if part]


def words_of(text: str) -> list[str]:
    """The letters and digits of a text that stand together."""
    return WORD.findall(text)


def _name_words(name: str) -> set[str]:
    """Each word of a name, with umlauts written out and, as many abroad type them, without their dots.

    What an apostrophe or hyphen joins counts joined too: O'Brien is ``o``, ``brien`` and ``obrien``.
    """
    found: set[str] = set()
    for part in _PARTED.split(name):  # where what is typed is parted too
        found |= _joined(part) | _joined(bare(part))
    return found


def _without_blanks(number: re.Match[str]) -> str:
    return number.group().replace(" ", "") + " "


def _joined(text: str) -> set[str]:
    single = WORD.findall(folded(text))
    return {*single, "".join(single)}


def _number_words(number: str) -> set[str]:
    """Whole, and its parts with digits: the letters that all numbers share would find everybody."""
    single = WORD.findall(folded(number))
    return {"".join(single), *(each for each in single if any(sign.isdigit() for sign in each))}


def _phone_words(phone: str) -> set[str]:
    """The number as dialled from abroad and at home."""
    digits = "".join(letter for letter in phone if letter.isdecimal())
    if phone.strip().startswith("+"):
        digits = "00" + digits
    if not digits.startswith("0049"):
        return {digits}
    return {digits, digits[2:], "0" + digits[4:]}
