"""What a mapping makes of a row's cells: texts, numbers and times, for requests and patients."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import Enum

from praxidesk.exchange.csv_patterns import Patterns
from praxidesk.exchange.texts import UnreadableError, shown

Column = str | int
"""A name in the header, or a position counted from 1."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a table."""

    line: int
    """Of the file, from 1: where the record begins."""
    cells: Sequence[str]
    places: Mapping[Column, int]
    """Index of each column that the mapping names."""

    def cell(self, column: Column) -> str:
        """The trimmed text of one cell."""
        return self.cells[self.places[column]].strip()


class CellError(UnreadableError):
    """A cell, or several together, from which no value can be made."""

    def __init__(self, columns: Sequence[Column], reason: str) -> None:
        super().__init__(reason)
        self.columns = columns


@dataclass(frozen=True, slots=True)
class Condition:
    """Whether a row is meant, by the text of one cell."""

    column: Column
    texts: frozenset[str]
    wanted: bool = True
    """Whether the cell must be one of the texts, or must be none of them."""

    def holds(self, row: Row) -> bool:
        """Decide for one row."""
        return (row.cell(self.column) in self.texts) is self.wanted


@dataclass(frozen=True, slots=True)
class TextCell:
    """A text from one or several cells, translated and completed; or the same text in every row."""

    columns: tuple[Column, ...] = ()
    join: str = " "
    constant: str | None = None
    line: bool = False
    """The number of the line instead of a cell."""
    match: re.Pattern[str] | None = None
    """Which part of the cell counts: its group, or all that it finds."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """What the table's own words mean; all that may stand there, unless ``otherwise`` is given."""
    otherwise: str | None = None
    when_empty: str | None = None
    prefix: str = ""
    suffix: str = ""
    optional: bool = False
    only_if: Condition | None = None

    def text(self, row: Row) -> str | None:
        """The text; ``None`` where the field is to be left out. Raises ``CellError``."""
        if self.only_if is not None and not self.only_if.holds(row):
            return None
        if self.constant is not None:
            return self.constant
        found = self._found(row)
        if not found:
            if self.when_empty is not None:
                return self.when_empty
            if self.optional:
                return None
            raise CellError(self.columns, "is empty")
        if self.match is not None:
            found = self._matched(found, self.match)
        if self.codes:
            found = self._translated(found)
        return f"{self.prefix}{found}{self.suffix}"

    def used_columns(self) -> Iterator[Column]:
        """Every column it looks at."""
        yield from self.columns
        if self.only_if is not None:
            yield self.only_if.column

    def known_results(self) -> Iterator[str]:
        """The results that do not depend on what stands in a cell."""
        if self.constant is not None:
            yield self.constant
        if self.when_empty is not None:
            yield self.when_empty
        for target in (*self.codes.values(), *([] if self.otherwise is None else [self.otherwise])):
            yield f"{self.prefix}{target}{self.suffix}"

    def _found(self, row: Row) -> str:
        if self.line:
            return str(row.line)
        return self.join.join(text for column in self.columns if (text := row.cell(column)))

    def _matched(self, text: str, pattern: re.Pattern[str]) -> str:
        found = pattern.search(text)
        part = None if found is None else found[1 if pattern.groups else 0]
        if not part:
            raise CellError(self.columns, f"{shown(text)} does not match {pattern.pattern}")
        return part.strip()

    def _translated(self, text: str) -> str:
        if text in self.codes:
            return self.codes[text]
        if self.otherwise is None:
            raise CellError(self.columns, f"{shown(text)} is not among the codes of the mapping")
        return self.otherwise


class Rounding(Enum):
    """What becomes of a fraction of a minute; without one, it is a fault."""

    UP = "up"
    DOWN = "down"
    NEAREST = "nearest"

    def apply(self, number: Decimal) -> int:
        """The whole number; halves go up."""
        modes = {Rounding.UP: ROUND_CEILING, Rounding.DOWN: ROUND_FLOOR, Rounding.NEAREST: ROUND_HALF_UP}
        return int(number.to_integral_value(modes[self]))


class Unit(Enum):
    """What a length of time is counted in."""

    MINUTES = "minutes"
    HOURS = "hours"
    SECONDS = "seconds"
    CLOCK = "h:mm"


_CLOCK = re.compile(r"([0-9]{1,3}):([0-9]{2})(?::([0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class MinutesCell:
    """A length of time in minutes."""

    source: TextCell
    decimal: str = "."
    thousands: str = ""
    unit: Unit = Unit.MINUTES
    rounding: Rounding | None = None

    def minutes(self, row: Row) -> int | None:
        """Whole minutes; ``None`` where the field is to be left out. Raises ``CellError``."""
        text = self.source.text(row)
        if text is None:
            return None
        number = self._clock(text) if self.unit is Unit.CLOCK else self._number(text)
        if self.rounding is not None:
            return self.rounding.apply(number)
        if number != number.to_integral_value():
            raise CellError(self.source.columns, f"{shown(text)} is no whole number of minutes; choose round")
        return int(number)

    def _number(self, text: str) -> Decimal:
        plain = text.replace(self.thousands, "") if self.thousands else text
        whole, mark, fraction = plain.partition(self.decimal)
        digits = whole.removeprefix("-").removeprefix("+")
        parts = (digits, fraction) if mark else (digits,)
        if len(plain) > 15 or not all(part.isascii() and part.isdigit() for part in parts):
            raise CellError(self.source.columns, f"{shown(text)} is no number of {self.unit.value}")
        number = Decimal(f"{whole}.{fraction or 0}")
        if self.unit is Unit.HOURS:
            return number * 60
        return number / 60 if self.unit is Unit.SECONDS else number

    def _clock(self, text: str) -> Decimal:
        match = _CLOCK.fullmatch(text)
        if match is None or int(match[2]) > 59 or int(match[3] or 0) > 59:
            raise CellError(self.source.columns, f"{shown(text)} is no length such as 1:30")
        return Decimal(int(match[1]) * 60 + int(match[2])) + Decimal(int(match[3] or 0)) / 60


@dataclass(frozen=True, slots=True)
class TimeCell:
    """A date, or a moment from one cell."""

    source: TextCell
    patterns: Patterns
    rounding: Rounding | None = None

    def read(self, row: Row) -> datetime | None:
        """What the cell says, to the minute; ``None`` where the field is to be left out."""
        text = self.source.text(row)
        if text is None:
            return None
        try:
            found = self.patterns.read(text)
        except UnreadableError as unreadable:
            raise CellError(self.source.columns, str(unreadable)) from None
        return self._to_the_minute(found, text)

    def date(self, row: Row) -> date | None:
        """Only the day of it."""
        found = self.read(row)
        return None if found is None else found.date()

    def _to_the_minute(self, found: datetime, text: str) -> datetime:
        beyond = timedelta(seconds=found.second, microseconds=found.microsecond)
        if not beyond:
            return found
        if self.rounding is None:
            raise CellError(self.source.columns, f"{shown(text)} is no whole minute; choose round")
        minutes = self.rounding.apply(Decimal(beyond // timedelta(microseconds=1)) / 60_000_000)
        return found - beyond + timedelta(minutes=minutes)


@dataclass(frozen=True, slots=True)
class MomentCell:
    """A moment from one cell, or from a date and a time in two."""

    whole: TimeCell | None = None
    day: TimeCell | None = None
    time: TimeCell | None = None

    def read(self, row: Row) -> datetime | None:
        """Naive wall time, or aware where the cell names an offset; ``None`` where it is to be left out."""
        if self.whole is not None:
            return self.whole.read(row)
        if self.day is None or self.time is None:
            return None
        of_day, of_time = self.day.read(row), self.time.read(row)
        if of_day is None or of_time is None:
            return None
        # Rounding may have carried the time into the next day: strptime begins with 1900-01-01.
        carried = timedelta(days=(of_time.date() - date(1900, 1, 1)).days)
        return datetime.combine(of_day.date(), of_time.time(), of_time.tzinfo) + carried

    def used_columns(self) -> Iterator[Column]:
        """Every column it looks at."""
        for each in (self.whole, self.day, self.time):
            if each is not None:
                yield from each.source.used_columns()
