"""The patients of the demo practice: names of a big town, ages of a surgical practice."""

import tomllib
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from praxidesk.engine.entries import Patient
from praxidesk.services.demo_practice.booking_plan import demo_text

FIRST_NUMBER = 1001
_AGES = range(0, 100, 10)
_AGE_WEIGHTS = (8, 8, 11, 13, 13, 15, 13, 11, 7, 1)
_DAYS_OF_TEN_YEARS = 3652
_DOUBLE_NAMES = 0.04
_WITH_EMAIL = 0.3

_PHONES = (
    # Numbers that the Federal Network Agency keeps for films and books: nobody ever answers them.
    ("030 23125 ", 1000),
    ("040 66969 ", 1000),
    ("0221 4710 ", 1000),
    ("089 99998 ", 1000),
    ("0171 39200 ", 100),
    ("0176 040690 ", 100),
)
_PHONE_WEIGHTS = (10, 1, 1, 1, 4, 4)
_PLAIN_LETTERS = str.maketrans(
    {"ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue", "ø": "o", "ı": "i", "ł": "l", "đ": "d"}
)


def make_patients(random: Random, count: int, day: date) -> tuple[Patient, ...]:
    """So many different people, as they are on that day."""
    origins: list[Mapping[str, Any]] = tomllib.loads(demo_text("names.toml"))["origin"]
    shares = [origin["share"] for origin in origins]
    patients: list[Patient] = []
    known: set[tuple[str, str, date]] = set()
    while len(patients) < count:
        origin = random.choices(origins, shares)[0]
        sex = random.choices(("female", "male"), (54, 46))[0]
        born = _birth_date(random, day)
        family, given = _family(random, origin, sex), random.choice(_given_names(origin[sex], born))
        if random.random() < _DOUBLE_NAMES and "-" not in family:
            family = f"{family}-{_family(random, random.choices(origins, shares)[0], sex)}"
        if (family, given, born) in known:
            continue
        known.add((family, given, born))
        patients.append(
            Patient(
                number=f"P-{FIRST_NUMBER + len(patients)}",
                family=family,
                given=given,
                birth_date=born,
                sex=sex,
                phone=_phone(random),
                email=_email(given, family) if random.random() < _WITH_EMAIL else "",
            )
        )
    return tuple(patients)


def age_on(patient: Patient, day: date) -> int:
    """Whole years; 0 where the birth date is unknown."""
    if (born := patient.birth_date) is None:
        return 0
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _birth_date(random: Random, day: date) -> date:
    decade = random.choices(_AGES, _AGE_WEIGHTS)[0]
    # Nobody is born on the day itself, and hardly anybody is treated in the first month.
    return day - timedelta(days=decade * _DAYS_OF_TEN_YEARS // 10 + random.randrange(30, _DAYS_OF_TEN_YEARS))


def _family(random: Random, origin: Mapping[str, Any], sex: str) -> str:
    """A family name; "Nowicki/Nowicka" is a man's and a woman's."""
    name: str = random.choice(origin["families"])
    man, _, woman = name.partition("/")
    return woman if woman and sex == "female" else man


def _given_names(names: Mapping[str, list[str]], born: date) -> list[str]:
    """The names of a generation, or those that every generation has."""
    if "any" in names:
        return names["any"]
    if born.year < 1960:
        return names["before_1960"]
    return names["before_1990"] if born.year < 1990 else names["since_1990"]


def _phone(random: Random) -> str:
    start, count = random.choices(_PHONES, _PHONE_WEIGHTS)[0]
    return f"{start}{random.randrange(count):0{len(str(count - 1))}}"


def _email(given: str, family: str) -> str:
    """An address below the ending that is kept for examples."""
    return f"{_plain(given)}.{_plain(family)}@post.example"


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.lower().translate(_PLAIN_LETTERS))
    return "".join(letter for letter in letters if letter.isascii() and (letter.isalpha() or letter == "-"))
