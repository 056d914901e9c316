"""The dates of a series, as local wall time: each at the same time on the wall, across clock changes.

Weeks run from Monday to Sunday. A month without the date, or without a fifth such weekday, has none; nor
has a day on which the clocks skip the time. All of these are named. A time that exists twice is the first.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from praxidesk.engine.outcomes import FieldError
from praxidesk.engine.series_outcomes import MissingDate, MissingReason
from praxidesk.engine.series_requests import SeriesRule
from praxidesk.engine.vocabulary import Frequency
from praxidesk.engine.walltime import NonexistentTime, Zone

MOST_DATES = 1_000
LONGEST_YEARS = 10
LARGEST_INTERVAL = 1_000
LAST_DAY = date(2999, 12, 31)
"""No entry lies behind it."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a series, and the instant at which the clocks show its time."""

    day: date
    starts_at: int


@dataclass(frozen=True, slots=True)
class Occurrences:
    """All dates of a series, ascending, and those that it might be expected to have."""

    dates: tuple[Occurrence, ...]
    missing: tuple[MissingDate, ...]


def occurrences(rule: SeriesRule, zone: Zone, starts_at: int) -> Occurrences | FieldError:
    """The dates of a rule from a start on, or what is wrong with the rule."""
    fault = _fault(rule)
    if fault is not None:
        return fault
    start = zone.local(starts_at)
    horizon = min(_years_later(start.date(), LONGEST_YEARS), LAST_DAY)
    if rule.until is not None and rule.until > horizon:
        return FieldError("series.until", f"a series lasts at most {LONGEST_YEARS} years: to {horizon}")
    found: list[Occurrence] = []
    missing: list[MissingDate] = []
    for each in days(rule, start.date(), rule.until or horizon):
        if rule.count is not None and len(found) == rule.count:
            break
        if isinstance(each, MissingDate):
            missing.append(each)
            continue
        if len(found) == MOST_DATES:
            return FieldError("series.until", f"the series has more than {MOST_DATES:,} dates")
        try:
            # The very start is kept, also where its time exists twice and the second one is meant.
            is_first = each == start.date()
            instant = starts_at if is_first else zone.instant(datetime.combine(each, start.time()))
        except NonexistentTime:
            missing.append(MissingDate(each.replace(day=1), MissingReason.CLOCKS_SKIP_IT, each))
        else:
            found.append(Occurrence(each, instant))
    if rule.count is not None and len(found) < rule.count:
        return FieldError(
            "series.count",
            f"a series lasts at most {LONGEST_YEARS} years: to {horizon} there are {len(found)} dates of it",
        )
    if not found:
        return FieldError("series.until", f"the series has no date from {start.date()} to {rule.until}")
    return Occurrences(tuple(found), tuple(missing))


def days(rule: SeriesRule, first: date, last: date) -> Iterator[date | MissingDate]:
    """The days of a rule from the first to the last day, and the months between that have none."""
    match rule.frequency:
        case Frequency.DAILY:
            found = _daily(rule, first, last)
        case Frequency.WEEKLY:
            found = _weekly(rule, first, last)
        case Frequency.MONTHLY_BY_DATE | Frequency.MONTHLY_BY_WEEKDAY | Frequency.MONTHLY_BY_LAST_WEEKDAY:
            found = _monthly(rule, first, last)
    for each in found:
        if isinstance(each, MissingDate) or first <= each <= last:
            yield each


def _daily(rule: SeriesRule, first: date, last: date) -> Iterator[date | MissingDate]:
    for number in range(0, (last - first).days + 1, rule.interval):
        yield first + timedelta(days=number)


def _weekly(rule: SeriesRule, first: date, last: date) -> Iterator[date | MissingDate]:
    monday = first - timedelta(days=first.weekday())
    weekdays = sorted(rule.weekdays or {first.weekday()})
    for number in range(0, (last - monday).days + 1, 7 * rule.interval):
        for weekday in weekdays:
            yield monday + timedelta(days=number + weekday)


def _monthly(rule: SeriesRule, first: date, last: date) -> Iterator[date | MissingDate]:
    from_month, to_month = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    for number in range(from_month, to_month + 1, rule.interval):
        month = date(number // 12, number % 12 + 1, 1)
        length = monthrange(month.year, month.month)[1]
        day = _day_of_month(rule.frequency, first, month, length)
        if day <= length:
            yield month.replace(day=day)
        elif month.replace(day=length) <= last:
            yield MissingDate(month, MissingReason.NO_SUCH_DAY)


def _day_of_month(frequency: Frequency, first: date, month: date, length: int) -> int:
    """The day that a month should have; behind its length where it has none."""
    if frequency is Frequency.MONTHLY_BY_DATE:
        return first.day
    day = 1 + (first.weekday() - month.weekday()) % 7
    if frequency is Frequency.MONTHLY_BY_WEEKDAY:
        return day + 7 * ((first.day - 1) // 7)
    return day + 7 * ((length - day) // 7)


def _fault(rule: SeriesRule) -> FieldError | None:
    if not 1 <= rule.interval <= LARGEST_INTERVAL:
        return FieldError("series.interval", f"{rule.interval} is not from 1 to {LARGEST_INTERVAL:,}")
    if rule.weekdays and rule.frequency is not Frequency.WEEKLY:
        return FieldError("series.weekdays", "only a weekly series has chosen weekdays")
    if (rule.until is None) == (rule.count is None):
        return FieldError("series", "needs one of until and count")
    if rule.count is not None and not 1 <= rule.count <= MOST_DATES:
        return FieldError("series.count", f"{rule.count} is not from 1 to {MOST_DATES:,}")
    return None


def _years_later(day: date, years: int) -> date:
    """The same date; the last of February instead of its 29th where there is none."""
    length = monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, length))
