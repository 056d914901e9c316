"""How long and at what time of day: what stands in a typed line of that, and how many words it takes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from praxidesk.engine import typed_words as words
from praxidesk.engine.spans import LONGEST_ENTRY_MINUTES
from praxidesk.engine.typed_tokens import Token
from praxidesk.engine.typed_values import Between, Meaning, Moment, Trouble, Value

SHORTEST, LONGEST = 5, 600
"""Minutes that a bare number can mean."""
_LAST = 24 * 60
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(h|uhr)?", re.ASCII)
_HOUR = re.compile(r"(\d{1,2})(uhr|h)?", re.ASCII)
_HALF_DAY = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(am|pm)", re.ASCII)
_RANGE = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?[-–](\d{1,2})(?:[:.](\d{2}))?(?:uhr|h)?", re.ASCII)
_MINUTES = re.compile(r"(\d{1,4})(?:min|mins|minuten|minutes|m|['′])", re.ASCII)
_HOURS = re.compile(r"(\d{1,2})(?:[.,](\d{1,2}))?(?:h|std|hr|hrs)(\d{2})?", re.ASCII)
_BARE = re.compile(r"\d{1,3}", re.ASCII)
_FIRST_OFFICE, _LAST_OFFICE = 6, 21
"""Hours from and to which ``930`` or ``6:15`` is a time of day; ``1:30`` is a length."""
_USUAL = {"am": range(7, 12), "pm": (12, *range(1, 8))}
"""Hours that stand before am and pm; of others the number is minutes."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that begins at a word."""

    count: int
    """How many words it takes."""
    meaning: Meaning
    value: Value = None
    trouble: Trouble | None = None


def time_at(tokens: Sequence[Token], at: int) -> Found | None:
    """A part of the day or a time of it: ``nm``, ``ab 14``, ``um 9:30``, ``9 uhr``, ``10-12``."""
    key = tokens[at].key.rstrip(".")
    if key in words.PARTS:
        return Found(1, Meaning.TIME, words.PARTS[key])
    if (found := _RANGE.fullmatch(key)) is not None:
        start, end = _minute(found[1], found[2]), _minute(found[3], found[4])
        return _between(1, start, end)
    if key in words.WITHIN:
        return _within(tokens, at)
    for signs, make in _SIGNED:
        if key in signs and (clock := _clock_at(tokens, at + 1, is_sure=True)) is not None:
            count, minute = clock
            return Found(1 + count, Meaning.TIME, make(minute))
    if (clock := _clock_at(tokens, at, is_sure=False)) is not None:
        return Found(clock[0], Meaning.TIME, Moment(clock[1]))
    return _no_time(key)


def _no_time(key: str) -> Found | None:
    """``25:00``, ``9:75``: nothing else is written so."""
    found = _CLOCK.fullmatch(key)
    is_none = found is not None and ":" in key and _minute(found[1], found[2]) is None
    return Found(1, Meaning.TIME, None, Trouble.NO_SUCH_TIME) if is_none else None


def length_at(tokens: Sequence[Token], at: int) -> Found | None:
    """How long: ``20``, ``20min``, ``1h``, ``1:30``, ``halbe stunde``; or, of a bare ``9``, at what hour."""
    key, unit = tokens[at].key, _key(tokens, at + 1)
    if key in words.HALVES and unit in words.HOUR_UNITS:
        return Found(2, Meaning.LENGTH, 30)
    if key in words.LENGTHS:
        return Found(1, Meaning.LENGTH, words.LENGTHS[key])
    if (found := _MINUTES.fullmatch(key)) is not None:
        return _length(1, int(found[1]), LONGEST_ENTRY_MINUTES)
    if (found := _HOURS.fullmatch(key)) is not None:
        return _length(1, _hours(found), LONGEST_ENTRY_MINUTES)
    if (found := _CLOCK.fullmatch(key)) is not None and ":" in key and int(found[1]) < _FIRST_OFFICE:
        return _length(1, int(found[1]) * 60 + int(found[2]), LONGEST_ENTRY_MINUTES)
    if _BARE.fullmatch(key) is None:
        return None
    if unit in words.MINUTE_UNITS:
        return _length(2, int(key), LONGEST_ENTRY_MINUTES)
    if unit in words.HOUR_UNITS:
        return _length(2, int(key) * 60, LONGEST_ENTRY_MINUTES)
    return _bare_hour(int(key)) or _length(1, int(key), LONGEST)


def _bare_hour(number: int) -> Found | None:
    """``do 9``: lengths are counted in fives, so that any other number of an office hour is that hour."""
    is_hour = _FIRST_OFFICE <= number <= _LAST_OFFICE and number % 5 != 0
    return Found(1, Meaning.TIME, Moment(number * 60)) if is_hour else None


def _length(count: int, minutes: int, most: int) -> Found:
    least = SHORTEST if most == LONGEST else 1
    is_one = least <= minutes <= most
    return Found(count, Meaning.LENGTH, minutes, None if is_one else Trouble.NO_MEANING)


def _hours(found: re.Match[str]) -> int:
    part = f"0.{found[2]}" if found[2] else "0"
    return int(found[1]) * 60 + round(float(part) * 60) + int(found[3] or 0)


def _within(tokens: Sequence[Token], at: int) -> Found | None:
    first = _clock_at(tokens, at + 1, is_sure=True)
    if first is None:
        return None
    middle = at + 1 + first[0]
    if _key(tokens, middle) not in words.TO:
        return None
    second = _clock_at(tokens, middle + 1, is_sure=True)
    return None if second is None else _between(2 + first[0] + second[0], first[1], second[1])


def _between(count: int, start: int | None, end: int | None) -> Found | None:
    if start is None or end is None:
        return None
    if start >= end:
        return Found(count, Meaning.TIME, None, Trouble.NO_MEANING)
    return Found(count, Meaning.TIME, Between(start, end))


def _clock_at(tokens: Sequence[Token], at: int, *, is_sure: bool) -> tuple[int, int] | None:
    """A time of day and how many words it takes; ``is_sure`` behind a word that only times follow."""
    key, behind = _key(tokens, at), _key(tokens, at + 1)
    if (found := _HALF_DAY.fullmatch(key)) is not None:
        return _counted(1, _twelve(found[1], found[2], found[3]))
    if behind in _USUAL and (found := re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?", key, re.ASCII)) is not None:
        usual = int(found[1]) in _USUAL[behind] or found[2] is not None or is_sure
        if usual:
            return _counted(2, _twelve(found[1], found[2], behind))
    has_hour = behind in words.HOUR - {"h"} or (is_sure and behind == "h")
    if (found := _CLOCK.fullmatch(key)) is not None:
        minute = _by_day(_minute(found[1], found[2]))
        is_said = is_sure or has_hour or found[3] is not None
        # ``9.12`` is a date; ``9.10`` is a time unless a preposition of days stands before it.
        looks_so = int(found[1]) >= _FIRST_OFFICE and (":" in key or int(found[2]) % 5 == 0)
        is_clock = is_said or looks_so
        return _counted(2 if has_hour else 1, minute) if is_clock else None
    if (found := _HOUR.fullmatch(key)) is not None and (is_sure or has_hour or found[2] == "uhr"):
        return _counted(2 if has_hour else 1, _by_day(_minute(found[1], None)))
    if re.fullmatch(r"\d{3}", key, re.ASCII) is not None:
        minute = _minute(key[0], key[1:])
        is_office = minute is not None and _FIRST_OFFICE * 60 <= minute <= _LAST_OFFICE * 60
        if is_office and int(key) > LONGEST and int(key) % 5 == 0:
            return _counted(1, minute)
    return None


def _counted(count: int, minute: int | None) -> tuple[int, int] | None:
    return None if minute is None else (count, minute)


def _by_day(minute: int | None) -> int | None:
    """``um 3`` at a practice is in the afternoon."""
    is_night = minute is not None and 60 <= minute < _FIRST_OFFICE * 60
    return minute + 12 * 60 if is_night and minute is not None else minute


def _twelve(hour: str, minute: str | None, half: str) -> int | None:
    if not 1 <= int(hour) <= 12:
        return None
    base = int(hour) % 12 + (12 if half == "pm" else 0)
    return _minute(str(base), minute)


def _minute(hour: str, minute: str | None) -> int | None:
    total = int(hour) * 60 + int(minute or 0)
    return total if int(minute or 0) < 60 and total <= _LAST else None


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key.rstrip(".") if at < len(tokens) else ""


_SIGNED = (
    (words.FROM, lambda minute: Between(minute, _LAST)),
    (words.UNTIL, lambda minute: Between(0, minute)),
    (words.AT, Moment),
    (words.AROUND, lambda minute: Between(max(0, minute - 30), min(_LAST, minute + 60))),
)
