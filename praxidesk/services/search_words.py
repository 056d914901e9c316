"""What a typed word may mean beside a patient's: a type, somebody or something, a date."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import Span
from praxidesk.engine.spelling import folded
from praxidesk.engine.vocabulary import ActorKind
from praxidesk.engine.walltime import Zone
from praxidesk.models.found_entries import Meanings
from praxidesk.models.name_keys import words_of
from praxidesk.models.typed_words import TypedWord

TITLES = frozenset({"dr", "prof", "med", "dent", "fr", "frau", "hr", "herr"})
"""They begin half of all names: beside other words they mean nobody."""
_NEAR = {
    "vorgestern": -2,
    "gestern": -1,
    "yesterday": -1,
    "heute": 0,
    "today": 0,
    "morgen": 1,
    "tomorrow": 1,
    "uebermorgen": 2,
}
_WEEKDAYS = (
    ("montag", "monday"),
    ("dienstag", "tuesday"),
    ("mittwoch", "wednesday"),
    ("donnerstag", "thursday"),
    ("freitag", "friday"),
    ("samstag", "sonnabend", "saturday"),
    ("sonntag", "sunday"),
)
_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./]?(\d{4}|\d{2})?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_MONTH = re.compile(r"(\d{1,2})[./](\d{4})", re.ASCII)
_YEAR = re.compile(r"(19|20)\d{2}", re.ASCII)


def meanings(practice: Practice, zone: Zone, word: TypedWord, today: date) -> Meanings:
    """Everything a word may mean; a weekday is the next one, today counting."""
    spans = tuple(_spans(zone, word.plain, today))
    if not word.is_name:
        return Meanings(spans=spans)
    return Meanings(
        tuple(id_ for id_, each in practice.types.items() if _begins(word, (each.name,))),
        tuple(id_ for id_, each in practice.procedures.items() if _begins(word, (each.name,))),
        tuple(
            id_
            for id_, actor in practice.actors.items()
            if actor.kind is not ActorKind.PATIENT and _begins(word, (actor.name,), TITLES)
        ),
        spans,
    )


def _begins(word: TypedWord, names: Iterable[str], ignored: frozenset[str] = frozenset()) -> bool:
    return any(
        each.startswith(word.text) for name in names for each in words_of(folded(name)) if each not in ignored
    )


def _spans(zone: Zone, text: str, today: date) -> Iterator[Span]:
    if text in _NEAR:
        yield zone.day(today + timedelta(days=_NEAR[text]))
        return
    for number, names in enumerate(_WEEKDAYS):
        if text in names:
            yield zone.day(today + timedelta(days=(number - today.weekday()) % 7))
            return
    if _YEAR.fullmatch(text):
        yield Span(zone.at(date(int(text), 1, 1), 0), zone.at(date(int(text) + 1, 1, 1), 0))
    elif (month := _MONTH.fullmatch(text)) and 1 <= int(month[1]) <= 12 and 1900 < int(month[2]) < 2200:
        first = date(int(month[2]), int(month[1]), 1)
        yield Span(zone.at(first, 0), zone.at((first + timedelta(days=31)).replace(day=1), 0))
    else:
        for year, month_number, day in _dates(text, today):
            if 1900 < year < 2200 and (known := _date(year, month_number, day)) is not None:
                yield zone.day(known)


def _dates(text: str, today: date) -> Iterator[tuple[int, int, int]]:
    """The dates meant: of one without its year, the last, this and the next."""
    if iso := _ISO.fullmatch(text):
        yield int(iso[1]), int(iso[2]), int(iso[3])
    elif found := _DAY.fullmatch(text):
        day, month, year = int(found[1]), int(found[2]), found[3]
        if year is None:
            yield from ((each, month, day) for each in (today.year - 1, today.year, today.year + 1))
        elif len(year) == 2:
            yield today.year // 100 * 100 + int(year), month, day
        else:
            yield int(year), month, day


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
