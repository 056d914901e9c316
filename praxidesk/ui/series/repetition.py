"""How a booking repeats, while it is being thought of."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.series_requests import SeriesRule
from praxidesk.engine.vocabulary import Frequency
from praxidesk.ui.wording import dates

translate = QCoreApplication.translate

FREQUENCIES = tuple(Frequency)
MOST_COUNT = 365
LARGEST_INTERVAL = 99


@dataclass(frozen=True, slots=True)
class Repetition:
    """What the fields of the row say."""

    frequency: Frequency = Frequency.WEEKLY
    interval: int = 1
    weekdays: frozenset[int] = frozenset()
    """Monday is 0; none: that of the first date."""
    count: int = 6
    until: date | None = None
    """The last day, where a day ends it instead of the count."""

    def rule(self) -> SeriesRule:
        """As the engine wants it."""
        return SeriesRule(
            self.frequency,
            self.interval,
            self.weekdays if self.frequency is Frequency.WEEKLY else frozenset(),
            until=self.until,
            count=None if self.until is not None else self.count,
        )


def frequency_name(frequency: Frequency, first: date) -> str:
    """``Monatlich am 4. Montag``: as the first date has it."""
    return {
        Frequency.DAILY: translate("series", "Daily"),
        Frequency.WEEKLY: translate("series", "Weekly"),
        Frequency.MONTHLY_BY_DATE: translate("series", "Monthly on day {day}"),
        Frequency.MONTHLY_BY_WEEKDAY: translate("series", "Monthly on {weekday} no. {number}"),
        Frequency.MONTHLY_BY_LAST_WEEKDAY: translate("series", "Monthly on the last {weekday}"),
    }[frequency].format(day=first.day, weekday=dates.weekday(first), number=(first.day - 1) // 7 + 1)


def every(frequency: Frequency) -> tuple[str, str, str]:
    """What stands before and behind the interval, and instead of both where it is 1."""
    one, many = {
        Frequency.DAILY: (translate("series", "every day"), translate("series", "every {n} days")),
        Frequency.WEEKLY: (translate("series", "every week"), translate("series", "every {n} weeks")),
    }.get(frequency, (translate("series", "every month"), translate("series", "every {n} months")))
    before, _, behind = many.partition("{n}")
    return before, behind, one
