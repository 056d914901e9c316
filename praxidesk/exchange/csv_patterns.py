"""Dates and times of a foreign table, by patterns such as ``%m/%d/%y %H:%M``."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum

from praxidesk.exchange.texts import UnreadableError, checked_text, shown
from praxidesk.exchange.wall_times import birth_day, moment

_SAMPLE = datetime(2001, 12, 30, 23, 46, tzinfo=UTC)
"""Each of its parts differs from what a pattern that leaves it out would give."""


_ISO_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?"
)


class Part(Enum):
    """What a cell says of a moment; each with the pattern that fits where the mapping names none."""

    MOMENT = "a date and a time of day"
    DAY = "a date"
    TIME = "a time of day"

    def of(self, found: datetime) -> tuple[int, ...]:
        """The numbers that count."""
        of_day = (found.year, found.month, found.day)
        of_time = (found.hour, found.minute)
        return {Part.MOMENT: of_day + of_time, Part.DAY: of_day, Part.TIME: of_time}[self]


@dataclass(frozen=True, slots=True)
class Patterns:
    """Ways to write a date or time, tried in turn; without any, ISO 8601."""

    part: Part
    formats: tuple[str, ...] = ()

    def read(self, text: str) -> datetime:
        """What the text says; of a time alone the date means nothing."""
        if not self.formats:
            try:
                return _ISO[self.part](text)
            except UnreadableError as error:
                if self.part is Part.TIME:
                    raise
                raise UnreadableError(f'{error}; another way to write it needs format = "%d.%m.%Y"') from None
        for pattern in self.formats:
            try:
                return datetime.strptime(text, pattern)
            except ValueError:
                continue
        raise UnreadableError(f"{shown(text)} is not written as {' or '.join(self.formats)}")


def checked_pattern(value: object, part: Part) -> str:
    """A pattern that gives all that the part needs, or the reason why it does not."""
    pattern = checked_text(value, 100)
    try:
        read = datetime.strptime(_SAMPLE.strftime(pattern), pattern)
    except ValueError as error:
        raise UnreadableError(f"{shown(pattern)} is no pattern: {error}") from None
    if part.of(read) != part.of(_SAMPLE):
        raise UnreadableError(f"{shown(pattern)} does not name {part.value}")
    return pattern


def _iso_moment(text: str) -> datetime:
    # Tables write a space where ISO 8601 has a T, and seconds, which may be rounded later.
    if not _ISO_MOMENT.fullmatch(text):
        return moment(text)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return moment(text.replace(" ", "T"))


def _iso_day(text: str) -> datetime:
    found: date = birth_day(text)
    return datetime(found.year, found.month, found.day)


def _iso_time(text: str) -> datetime:
    for pattern in ("%H:%M", "%H:%M:%S"):
        try:
            return datetime.strptime(text, pattern)
        except ValueError:
            continue
    raise UnreadableError(f"{shown(text)} is no time of day such as 08:30")


_ISO: dict[Part, Callable[[str], datetime]] = {
    Part.MOMENT: _iso_moment,
    Part.DAY: _iso_day,
    Part.TIME: _iso_time,
}
