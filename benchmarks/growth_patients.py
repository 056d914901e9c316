"""Patients by the hundred thousand, with names as frequent as they are in life."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from praxidesk.engine.entries import Patient
from praxidesk.models.name_keys import name_key, words

_ONSETS = [
    "b",
    "br",
    "d",
    "dr",
    "f",
    "fr",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kl",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sch",
    "schm",
    "st",
    "str",
    "t",
    "v",
    "w",
    "z",
]
_MIDDLES = ["a", "au", "e", "ei", "i", "ie", "o", "u", "ue", "ae"]
_ENDS = [
    "bach",
    "bauer",
    "berg",
    "beck",
    "ck",
    "dler",
    "eler",
    "er",
    "ert",
    "feld",
    "ger",
    "hof",
    "ig",
    "ke",
    "ler",
    "lich",
    "ling",
    "ller",
    "mann",
    "mer",
    "nig",
    "nke",
    "rich",
    "sen",
    "ser",
    "sler",
    "tel",
    "ter",
    "tner",
    "tz",
    "witz",
]
_GIVEN = [
    start + end
    for start in ("An", "Be", "El", "Ka", "Le", "Ma", "Pe", "So")
    for end in (
        "na",
        "ate",
        "isa",
        "rin",
        "na-Lena",
        "ria",
        "tra",
        "fie",
        "dreas",
        "rnd",
        "mil",
        "rl",
        "on",
        "rkus",
    )
]


def pour_patients(driver: Any, first: int, count: int) -> None:  # noqa: ANN401 - psycopg's
    """Put in so many, by the ids from ``first`` on; the most frequent family name is one in 150."""
    chance = random.Random(count)
    families = [start + middle + end for start in _ONSETS for middle in _MIDDLES for end in _ENDS]
    chance.shuffle(families)
    for at in range(0, count, 100_000):
        some = [
            (first + number, _patient(number, families, chance))
            for number in range(at, min(at + 100_000, count))
        ]
        _copy(
            driver,
            "actor (id, kind, name, specialty, category, roles, active)",
            ((id_, "patient", "", "", "", "", True) for id_, _ in some),
        )
        _copy(
            driver,
            "patient (actor_id, number, family, given, birth_date, sex, phone, email, note,"
            " family_key, given_key)",
            (
                (
                    id_,
                    who.number,
                    who.family,
                    who.given,
                    who.birth_date,
                    "",
                    who.phone,
                    "",
                    "",
                    _key(who.family),
                    _key(who.given),
                )
                for id_, who in some
            ),
        )
        _copy(
            driver, "patient_word (actor_id, word)", ((id_, word) for id_, who in some for word in words(who))
        )
    driver.execute("SELECT setval('actor_id_seq', (SELECT max(id) FROM actor))")


def _patient(number: int, families: list[str], chance: random.Random) -> Patient:
    family = families[int(len(families) * chance.random() ** 2)].capitalize()
    born = date(1930, 1, 1) + timedelta(days=chance.randrange(90 * 365))
    return Patient(
        f"P-{number + 1}", family, chance.choice(_GIVEN), born, phone=f"0{chance.randrange(10**9, 10**10)}"
    )


_key = lru_cache(maxsize=None)(name_key)


def _copy(driver: Any, into: str, rows: Iterator[tuple[object, ...]]) -> None:  # noqa: ANN401 - psycopg's
    with driver.cursor().copy(f"COPY {into} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
