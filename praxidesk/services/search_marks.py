"""Which letters of a patient's line were typed."""

import re
from collections.abc import Iterator, Sequence

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.found import Mark, Part
from praxidesk.engine.spelling import folded
from praxidesk.models.name_keys import words_of
from praxidesk.models.name_sounds import KnownNames
from praxidesk.models.typed_words import TypedWord

_WORD = re.compile(r"[^\W_]+")


def marks(patient: PatientOnEntry, words: Sequence[TypedWord], names: KnownNames) -> tuple[Mark, ...]:
    """Of each part, without overlap, in order."""
    found: set[Mark] = set()
    for word in words:
        if word.is_name:
            alike = frozenset(names.like(word.text))
            for part, text in ((Part.FAMILY, patient.family), (Part.GIVEN, patient.given)):
                found.update(_in_name(part, text, word.text, alike))
        else:
            found.update(_in_numbers(patient, word))
    return tuple(_without_overlap(sorted(found, key=lambda mark: (mark.part.value, mark.start, -mark.end))))


def name_marks(patient: PatientOnEntry, words: Sequence[TypedWord], names: KnownNames) -> tuple[Mark, ...]:
    """Of the name alone."""
    return tuple(each for each in marks(patient, words, names) if each.part in (Part.FAMILY, Part.GIVEN))


def _in_name(part: Part, name: str, typed: str, alike: frozenset[str]) -> Iterator[Mark]:
    for found in _WORD.finditer(name):
        whole = "".join(words_of(folded(found[0])))
        if whole.startswith(typed):
            yield Mark(part, found.start(), found.start() + _length(found[0], typed))
        elif whole in alike:
            yield Mark(part, found.start(), found.end())


def _length(word: str, typed: str) -> int:
    """How many characters of a word hold what was typed: of ``Müller`` four hold ``muell``."""
    return next(
        (count for count in range(1, len(word)) if len(folded(word[:count])) >= len(typed)), len(word)
    )


def _in_numbers(patient: PatientOnEntry, word: TypedWord) -> Iterator[Mark]:
    born = patient.birth_date
    number = "".join(words_of(folded(patient.number)))
    digits = "".join(each for each in patient.phone if each.isdecimal())
    for head in word.heads:
        if born is not None and f"{born:%d%m%Y}".startswith(head):
            yield Mark(Part.BIRTH_DAY)
            if len(head) > 4:
                yield Mark(Part.BIRTH_YEAR)
        if born is not None and f"{born:%Y%m%d}".startswith(head):
            yield Mark(Part.BIRTH_YEAR)
            if len(head) > 4:
                yield Mark(Part.BIRTH_DAY)
        pieces = words_of(folded(patient.number))
        if number.startswith(head) or any(each.startswith(head) for each in pieces):
            yield Mark(Part.NUMBER)
        if digits and head.isdecimal() and (digits.startswith(head) or _home(digits).startswith(head)):
            yield Mark(Part.PHONE)


def _home(digits: str) -> str:
    """A German number as dialled at home."""
    for prefix in ("0049", "49"):
        if digits.startswith(prefix):
            return "0" + digits.removeprefix(prefix)
    return digits


def _without_overlap(found: Sequence[Mark]) -> Iterator[Mark]:
    part, reached = None, 0
    for mark in found:
        if mark.part is not part:
            part, reached = mark.part, 0
        if mark.end == 0 or mark.start >= reached:
            yield mark
            reached = max(reached, mark.end)
