"""On which day: what stands in a typed line of that, and how many words it takes."""

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta

from praxidesk.engine import typed_words as words
from praxidesk.engine.typed_times import Found
from praxidesk.engine.typed_tokens import Token
from praxidesk.engine.typed_values import Meaning, Stretch, Trouble, Weekday

_WEEK = timedelta(days=7)
_AHEAD = timedelta(days=2 * 366)
"""A date with a year that lies within is a day of an appointment; before today it is a birth date."""
_OLDEST = 1890
_DOTTED = re.compile(r"(\d{1,2})\.(?:(\d{1,2})(?:\.(\d{4}|\d{2})?)?)?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?", re.ASCII)
_DAY_ONLY = re.compile(r"(\d{1,2})\.?", re.ASCII)
_CALENDAR_WEEK = re.compile(r"(?:kw|wk|cw)(\d{1,2})", re.ASCII)
_STEP = re.compile(r"\+(\d{1,3})([a-z]*)", re.ASCII)
_COUNT = re.compile(r"(\d{1,3})([a-z]*)", re.ASCII)


def day_at(tokens: Sequence[Token], at: int, today: date) -> Found | None:
    """A day or several: ``heute``, ``do``, ``26.11.``, ``nächste woche``, ``in 2 wochen``, ``kw 49``."""
    key = _key(tokens, at)
    if key in words.JOINING and at + 1 < len(tokens) and key in {"am", "on", "den"}:
        return _behind_preposition(tokens, at, today)
    if key == "day" and _key(tokens, at + 1) == "after" and _key(tokens, at + 2) == "tomorrow":
        return Found(3, Meaning.DAY, today + timedelta(days=2))
    if key in words.NEAR_DAYS:
        return Found(1, Meaning.DAY, today + timedelta(days=words.NEAR_DAYS[key]))
    if key in words.NEXT and (found := _next_at(tokens, at, today)) is not None:
        return found
    if key == "in":
        return _counted(tokens, at, today)
    if (week := _week_at(tokens, at, today)) is not None:
        return week
    if key in words.WEEKDAYS:
        return Found(1, Meaning.DAY, Weekday(words.WEEKDAYS[key]))
    if (step := _STEP.fullmatch(key)) is not None:
        ahead = _ahead(int(step[1]), step[2] or "d", today)
        return None if ahead is None else Found(1, Meaning.DAY, ahead.first)
    return _date_at(tokens, at, today)


def day_of_week(wanted: Weekday, today: date) -> date:
    """The date a weekday stands for: from tomorrow on, or in a certain week."""
    monday = today - timedelta(days=today.weekday())
    if wanted.weeks is not None:
        return monday + wanted.weeks * _WEEK + timedelta(days=wanted.number)
    return today + timedelta(days=(wanted.number - today.weekday() - 1) % 7 + 1)


def _behind_preposition(tokens: Sequence[Token], at: int, today: date) -> Found | None:
    """``am Do``, ``am 26.11.``; before an English day ``am`` is the morning."""
    key, behind = _key(tokens, at), tokens[at + 1].key.rstrip(".")
    is_german = behind in words.GERMAN_DAYS or _DOTTED.fullmatch(tokens[at + 1].key) is not None
    if key == "am" and not is_german:
        return None
    found = day_at(tokens, at + 1, today)
    return None if found is None else Found(found.count + 1, found.meaning, found.value, found.trouble)


def _next_at(tokens: Sequence[Token], at: int, today: date) -> Found | None:
    ahead, behind = words.NEXT[_key(tokens, at)], _key(tokens, at + 1)
    monday = today - timedelta(days=today.weekday())
    if behind in words.WEEK:
        first = monday + ahead * _WEEK
        return Found(2, Meaning.DAY, Stretch(max(first, today), first + timedelta(days=6)))
    if behind in words.MONTH:
        first = _months_later(today.replace(day=1), ahead)
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return Found(2, Meaning.DAY, Stretch(max(first, today), last))
    if behind in words.WEEKDAYS:
        return Found(2, Meaning.DAY, Weekday(words.WEEKDAYS[behind], ahead))
    return None


def _counted(tokens: Sequence[Token], at: int, today: date) -> Found | None:
    """``in 2 wochen``, ``in einer woche``, ``in 3w``; of weeks and months the seven days from then on."""
    number, unit = _key(tokens, at + 1), _key(tokens, at + 2)
    if (found := _COUNT.fullmatch(number)) is not None:
        count, own = int(found[1]), found[2]
    elif number in words.NUMBERS:
        count, own = words.NUMBERS[number], ""
    else:
        return None
    ahead = _ahead(count, own or unit, today)
    return None if ahead is None else Found(2 if own else 3, Meaning.DAY, ahead)


def _ahead(count: int, unit: str, today: date) -> Stretch | None:
    days = words.COUNTED.get(unit)
    if days is None:
        return None
    first = _months_later(today, count) if days == 0 else today + timedelta(days=days * count)
    return Stretch(first, first if days == 1 and count < 7 else first + timedelta(days=6))


def _week_at(tokens: Sequence[Token], at: int, today: date) -> Found | None:
    """``kw 49``, ``kw49``, ``week 49``: the next week of this number."""
    key = _key(tokens, at)
    if (found := _CALENDAR_WEEK.fullmatch(key)) is not None:
        count, number = 1, int(found[1])
    elif key in words.CALENDAR_WEEK and (behind := _DAY_ONLY.fullmatch(_key(tokens, at + 1))) is not None:
        count, number = 2, int(behind[1])
    else:
        return None
    year = today.isocalendar().year
    for each in (year, year + 1):
        try:
            monday = date.fromisocalendar(each, number, 1)
        except ValueError:
            continue
        if monday + _WEEK > today:
            return Found(count, Meaning.DAY, Stretch(max(monday, today), monday + timedelta(days=6)))
    return Found(count, Meaning.DAY, None, Trouble.NO_SUCH_DAY)


def _date_at(tokens: Sequence[Token], at: int, today: date) -> Found | None:
    key = tokens[at].key
    if (found := _ISO.fullmatch(key)) is not None:
        return _full(1, int(found[1]), int(found[2]), int(found[3]), today)
    if (found := _SLASHED.fullmatch(key)) is not None:
        return _slashed(found, today)
    if (found := _DOTTED.fullmatch(key)) is None:
        return None
    day, month, year = found.groups()
    if year is not None:
        return _full(1, _century(int(year), int(month), int(day), today), int(month), int(day), today)
    if month is None and (name := words.MONTHS.get(_key(tokens, at + 1))) is not None:
        named = re.fullmatch(r"\d{4}", _key(tokens, at + 2), re.ASCII)
        if named is not None:
            return _full(3, int(named[0]), name, int(day), today)
        return _upcoming(2, int(day), name, today)
    return _upcoming(1, int(day), None if month is None else int(month), today)


def _slashed(found: re.Match[str], today: date) -> Found:
    """Day and month in either order, where only one of them is possible."""
    first, second = int(found[1]), int(found[2])
    orders = {(day, month) for day, month in ((first, second), (second, first)) if month <= 12 and day <= 31}
    if len(orders) != 1:
        trouble = Trouble.EITHER_WAY if orders else Trouble.NO_SUCH_DAY
        return Found(1, Meaning.DAY, None, trouble)
    day, month = orders.pop()
    if found[3] is not None:
        return _full(1, int(found[3]), month, day, today)
    return _upcoming(1, day, month, today)


def _century(year: int, month: int, day: int, today: date) -> int:
    """Of two digits: the year of an appointment, where that is near; else the last such year."""
    if year >= 100:
        return year
    ahead = today.year - today.year % 100 + year
    try:
        is_near = today <= date(ahead, month, day) <= today + _AHEAD
    except ValueError:
        is_near = False
    return ahead if is_near or ahead <= today.year else ahead - 100


def _full(count: int, year: int, month: int, day: int, today: date) -> Found:
    try:
        found = date(year, month, day)
    except ValueError:
        return Found(count, Meaning.DAY, None, Trouble.NO_SUCH_DAY)
    if found >= today:
        return Found(count, Meaning.DAY, found)
    if found.year < _OLDEST:
        return Found(count, Meaning.DAY, None, Trouble.NO_SUCH_DAY)
    return Found(count, Meaning.PATIENT, found)


def _upcoming(count: int, day: int, month: int | None, today: date) -> Found:
    """The next date of that day, and month."""
    for months in range(12 * 8 + 1):
        year, place = divmod(today.year * 12 + today.month - 1 + months, 12)
        if month is not None and place + 1 != month:
            continue
        try:
            found = date(year, place + 1, day)
        except ValueError:
            continue
        if found >= today:
            return Found(count, Meaning.DAY, found)
    return Found(count, Meaning.DAY, None, Trouble.NO_SUCH_DAY)


def _months_later(day: date, months: int) -> date:
    year, place = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, place + 1)[1]
    return date(year, place + 1, min(day.day, last))


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key.rstrip(".") if at < len(tokens) else ""
