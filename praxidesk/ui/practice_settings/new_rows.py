"""What a new row begins with, and the code it is given."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.availability import WeeklyWindow
from praxidesk.engine.offerings import AppointmentType, Combination, CombinationPart, PhaseMinutes, Procedure
from praxidesk.engine.practice import Branch, Reservation
from praxidesk.engine.practice_draft import PracticeRow, Section, section_of
from praxidesk.engine.vocabulary import ActorKind, Role

_LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "ı": "i", "đ": "d"}
_WORD = re.compile(r"[A-Z0-9]+")
_TITLES = frozenset({"DR", "PROF", "MED", "DENT", "FR", "HR", "FRAU", "HERR", "PD"})
_SHARED = (
    (Section.SITE, Section.BRANCH),
    (Section.GROUP, Section.PRACTITIONER, Section.ROOM, Section.DEVICE),
)
_LENGTH = 6


def new_row(section: Section) -> PracticeRow:
    """A row without a name."""
    match section:
        case Section.BRANCH:
            return Branch("", "")
        case Section.PRACTITIONER:
            return Actor("", ActorKind.PRACTITIONER, "", roles=(Role.PRACTITIONER,))
        case Section.ROOM:
            return Actor("", ActorKind.ROOM, "")
        case Section.DEVICE:
            return Actor("", ActorKind.DEVICE, "")
        case Section.GROUP:
            return Group("", ActorKind.ROOM, "")
        case Section.APPOINTMENT_TYPE:
            return AppointmentType("", "", 15)
        case Section.PROCEDURE:
            return Procedure("", "", PhaseMinutes(20, 45, 10, 15))
        case Section.RESERVATION:
            return Reservation("", "", (), (WeeklyWindow(0, 8 * 60, 12 * 60),))
        case Section.COMBINATION:
            return Combination("", "", (CombinationPart(""), CombinationPart("")))
        case _:
            raise ValueError(section)


def code_for(name: str, taken: Collection[str]) -> str:
    """A short code that nobody has: ``WEBER`` of ``Dr. Lena Weber``, ``SPR2`` of ``Sprechzimmer 2``."""
    words = [each for each in _found_words(name) if each not in _TITLES] or ["NEU"]
    if len(words) > 1 and words[-1].isdigit():
        stem = words[0][:3] + words[-1]
    elif len(words) > 1 and "." in name:
        stem = words[-1][:_LENGTH]
    else:
        stem = words[0][:_LENGTH]
    upper = {each.upper() for each in taken}
    code, number = stem, 1
    while code in upper:
        number += 1
        code = f"{stem}{number}"
    return code


def codes_beside(section: Section, rows: Iterable[PracticeRow]) -> set[str]:
    """The codes that a row of a section must not have."""
    sections = next((each for each in _SHARED if section in each), (section,))
    return {row.code for row in rows if section_of(row) in sections}


def _found_words(name: str) -> list[str]:
    return [found.group() for found in _WORD.finditer(_plain(name).upper())]


def _plain(name: str) -> str:
    spelt = "".join(_LETTERS.get(each, each) for each in name.casefold())
    return "".join(each for each in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(each))
