"""What somebody has entered in the wizard, as values, and the description that comes of it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from praxidesk.engine.vocabulary import Colour, Role

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CONSULTING = "consulting"
ROOM_KINDS = (CONSULTING, "operating", "treatment")
PEOPLE_ROLES = (Role.PRACTITIONER, Role.SURGEON, Role.ASSISTANT, Role.ANAESTHETIST)
_TITLES = {"dr", "prof", "med", "dent", "rer", "nat", "pd", "dipl", "phil", "frau", "herr", "mr", "mrs", "ms"}
_NO_LETTER = re.compile(r"[^A-Z0-9]")
_LETTERS = {"Ä": "AE", "Ö": "OE", "Ü": "UE", "ß": "SS", "Ø": "OE", "Å": "AA", "Ł": "L", "İ": "I", "I": "I"}
_CODE_LENGTH = 4


@dataclass(frozen=True, slots=True)
class DayDraft:
    """The hours of one weekday, in minutes after midnight."""

    is_open: bool = False
    opens: int | None = 8 * 60
    closes: int | None = 18 * 60
    lunch_begins: int | None = 12 * 60 + 30
    """``None``, like its end, where there is no break."""
    lunch_ends: int | None = 13 * 60 + 30


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """One practitioner."""

    name: str = ""
    code: str = ""
    specialty: str = ""
    roles: tuple[Role, ...] = (Role.PRACTITIONER,)


@dataclass(frozen=True, slots=True)
class RoomDraft:
    """One room."""

    name: str = ""
    code: str = ""
    kind: str = CONSULTING


@dataclass(frozen=True, slots=True)
class TypeDraft:
    """One appointment type."""

    name: str = ""
    code: str = ""
    minutes: int = 20
    colour: Colour = Colour.SLATE


@dataclass(frozen=True, slots=True)
class WizardDraft:
    """Everything, as far as it is entered."""

    name: str = ""
    timezone: str = "Europe/Berlin"
    holidays: str = ""
    days: tuple[DayDraft, ...] = tuple(DayDraft(is_open=number < 5) for number in range(7))
    """Monday first."""
    people: tuple[PersonDraft, ...] = (PersonDraft(),)
    rooms: tuple[RoomDraft, ...] = (RoomDraft(),)
    types: tuple[TypeDraft, ...] = ()


def proposed_code(name: str, taken: Iterable[str], *, by_first: bool = False) -> str:
    """A short code for a name: ``WEBE`` for Dr. Lena Weber; another one where that is taken.

    ``by_first``: what counts is the first word, not the family name at the end.
    """
    words = [word for word in re.split(r"[\s.,()/&-]+", name) if word and word.casefold() not in _TITLES]
    number = next((word for word in reversed(words) if word.isdecimal()), "")
    letters = [_plain(word) for word in words if not word.isdecimal()]
    chosen = next((each for each in (letters if by_first else reversed(letters)) if each), "")
    stem = f"{letters[0][:1]}{number}" if number and letters and letters[0] else chosen[:_CODE_LENGTH]
    stem = stem or number or ("X" if name.strip() else "")
    known = set(taken)
    if stem not in known or not stem:
        return stem
    return next(made for n in range(2, 10_000) if (made := f"{stem}{n}") not in known)


def coded(draft: WizardDraft) -> WizardDraft:
    """The same with a code for everybody who has none yet; rows without a name are left out."""
    people = [replace(each, name=each.name.strip()) for each in draft.people if each.name.strip()]
    rooms = [replace(each, name=each.name.strip()) for each in draft.rooms if each.name.strip()]
    types = [replace(each, name=each.name.strip()) for each in draft.types if each.name.strip()]
    written = [*(each.code for each in people), *(each.code for each in rooms)]
    taken = {code.strip() for code in written if code.strip()}
    done_people, done_rooms = [], []
    for person in people:
        code = person.code.strip() or proposed_code(person.name, taken)
        taken.add(code)
        done_people.append(replace(person, code=code))
    for room in rooms:
        code = room.code.strip() or proposed_code(room.name, taken)
        taken.add(code)
        done_rooms.append(replace(room, code=code))
    known = {each.code.strip() for each in types if each.code.strip()}
    done_types = []
    for kind in types:
        code = kind.code.strip() or proposed_code(kind.name, known, by_first=True)
        known.add(code)
        done_types.append(replace(kind, code=code))
    return replace(draft, people=tuple(done_people), rooms=tuple(done_rooms), types=tuple(done_types))


def description(draft: WizardDraft) -> dict[str, object]:
    """What would stand in a practice file; practitioners work in the hours of the practice.

    An appointment needs a practitioner, and a consulting room where there is one.
    """
    draft = coded(draft)
    hours, breaks = _hours(draft.days), _breaks(draft.days)
    need: list[dict[str, object]] = []
    if any(Role.PRACTITIONER in each.roles for each in draft.people):
        need.append({"role": "practitioner"})
    if any(each.kind == CONSULTING for each in draft.rooms):
        need.append({"role": "room", "kind": CONSULTING})
    return {
        "site": {
            "code": proposed_code(draft.name, ()) or "X",
            "name": draft.name.strip(),
            "timezone": draft.timezone.strip(),
            "holidays": draft.holidays.strip(),
            "hours": hours,
            "breaks": breaks,
        },
        "practitioner": [
            {
                "code": each.code,
                "name": each.name,
                "specialty": each.specialty.strip(),
                "roles": [str(role) for role in each.roles],
                "hours": hours,
            }
            for each in draft.people
        ],
        "room": [{"code": each.code, "name": each.name, "kind": each.kind} for each in draft.rooms],
        "appointment_type": [
            {
                "code": each.code,
                "name": each.name,
                "minutes": each.minutes,
                "colour": str(each.colour),
                "need": need,
            }
            for each in draft.types
        ],
    }


def _hours(days: Sequence[DayDraft]) -> list[Mapping[str, object]]:
    return [
        _window(number, day.opens, day.closes)
        for number, day in enumerate(days)
        if day.is_open and day.opens is not None and day.closes is not None
    ]


def _breaks(days: Sequence[DayDraft]) -> list[Mapping[str, object]]:
    return [
        _window(number, day.lunch_begins, day.lunch_ends)
        for number, day in enumerate(days)
        if day.is_open and day.lunch_begins is not None and day.lunch_ends is not None
    ]


def _window(number: int, begins: int, ends: int) -> Mapping[str, object]:
    return {"days": [WEEKDAYS[number]], "from": _clock(begins), "to": _clock(ends)}


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _plain(word: str) -> str:
    """Its letters and digits as capitals of ASCII."""
    upper = "".join(_LETTERS.get(each.upper(), each.upper()) for each in word)
    return _NO_LETTER.sub("", unicodedata.normalize("NFKD", upper))
