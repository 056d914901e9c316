"""Dates and times as the screen writes them, in the language that is spoken now."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from praxidesk.engine.spans import Span
from praxidesk.engine.walltime import Zone

translate = QCoreApplication.translate

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})[./ ](\d{1,2})[./ ](\d{4}|\d{2})", re.ASCII)
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})", re.ASCII)


@lru_cache(maxsize=8_192)
def clock(zone: Zone, instant: int) -> str:
    """``09:30``, in the practice's wall time."""
    return f"{zone.local(instant):%H:%M}"


def clock_or_day(zone: Zone, instant: int, now: int) -> str:
    """The time; with its day where that is another one than now."""
    day = zone.day_of(instant)
    time = clock(zone, instant)
    return time if day == zone.day_of(now) else f"{short_day(day)} {time}"


def minute_text(minute: int) -> str:
    """``09:30`` from minutes after midnight."""
    return f"{minute // 60:02}:{minute % 60:02}"


def time_range(zone: Zone, span: Span) -> str:
    """``09:30 – 09:50``, without days."""
    return f"{clock(zone, span.start)} – {clock(zone, span.end)}"


def weekday(day: date) -> str:
    """``Montag``."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)


def weekday_short(day: date) -> str:
    """``Mo``: two or three letters without a full stop."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat).rstrip(".")


def month_year(day: date) -> str:
    """``November 2026``."""
    return f"{QLocale().standaloneMonthName(day.month)} {day.year}"


def long_day(day: date) -> str:
    """``Montag, 23. November 2026``."""
    return _written(day, translate("dates", "dddd, d MMMM yyyy"))


def medium_day(day: date) -> str:
    """``Mo 23. November 2026``, for narrow windows."""
    return f"{weekday_short(day)} {_written(day, translate('dates', 'd MMMM yyyy'))}"


def short_day(day: date) -> str:
    """``Do 26. Nov.``, in lists of one year."""
    return f"{weekday_short(day)} {_written(day, translate('dates', 'd MMM'))}"


def tiny_day(day: date) -> str:
    """``Do 26.``, where month and year are clear."""
    return f"{weekday_short(day)} {_written(day, translate('dates', 'd', 'day of the month'))}"


def day_number(day: date) -> str:
    """``24.``, in a sheet of days."""
    return _written(day, translate("dates", "d", "day of the month"))


def day_and_month(day: date) -> str:
    """``23. Nov.``, where a month begins in a sheet of days."""
    return _written(day, translate("dates", "d MMM"))


def birth_date(day: date) -> str:
    """``29.02.1984``."""
    return _written(day, translate("dates", "dd/MM/yyyy"))


def day_month(day: date) -> str:
    """``12.11.``, of the recent past."""
    return _written(day, translate("dates", "dd/MM"))


def week_number(day: date) -> str:
    """``KW 48``: the week of ISO 8601."""
    return translate("dates", "Wk {number}").format(number=day.isocalendar().week)


def week_numbers(days: Sequence[date]) -> str:
    """``KW 48``, or ``KW 48 – 53``."""
    first, last = days[0].isocalendar().week, days[-1].isocalendar().week
    return week_number(days[0]) if first == last else f"{week_number(days[0])} – {last}"


def week_word() -> str:
    """``KW``, over a column of week numbers."""
    return translate("dates", "Wk", "over week numbers")


def days_title(days: Sequence[date], *, is_short: bool = False) -> str:
    """What stands over several days: ``23. – 27. November 2026``, or both months where they differ.

    :param is_short: with its month shortened, and of two years only the later one
    """
    first, last = days[0], days[-1]
    if first == last:
        return long_day(first)
    if (first.year, first.month) == (last.year, last.month):
        end = _written(
            last, translate("dates", "d MMM yyyy") if is_short else translate("dates", "d MMMM yyyy")
        )
        start = _written(first, translate("dates", "d", "day of the month"))
    else:
        end = _written(last, translate("dates", "d MMM yyyy"))
        year_too = first.year != last.year and not is_short
        start = _written(first, translate("dates", "d MMM yyyy") if year_too else translate("dates", "d MMM"))
    return f"{start} – {end}"


def when(zone: Zone, span: Span) -> str:
    """Day and time of a span: ``Do 26. Nov. 15:40 – 16:00``."""
    return f"{short_day(zone.day_of(span.start))} {time_range(zone, span)}"


def when_at(zone: Zone, instant: int) -> str:
    """An instant to the second: ``23.11.2026 10:42:07``."""
    return f"{birth_date(zone.day_of(instant))} {zone.local(instant):%H:%M:%S}"


def relative_day(day: date, today: date) -> str:
    """``Heute`` or ``Do 26. Nov.``."""
    return translate("dates", "Today") if day == today else short_day(day)


def age(born: date, on: date) -> int:
    """Years completed; somebody born on 29 February has a birthday on 1 March in common years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def typed_date(text: str, today: date) -> date | None:
    """A date as people type it: ``29.02.1984``, ``29.2.84``, ``29021984``, ``1984-02-29``; or nothing.

    Two-digit years are the last hundred years up to ``today``.
    """
    cleaned = text.strip()
    if found := _ISO.fullmatch(cleaned):
        year, month, day = found.groups()
    elif found := _DOTTED.fullmatch(cleaned) or _DIGITS.fullmatch(cleaned):
        day, month, year = found.groups()
    else:
        return None
    full = int(year)
    if len(year) == 2:
        full += today.year - today.year % 100
    for guess in (full, full - 100) if len(year) == 2 else (full,):
        try:
            result = date(guess, int(month), int(day))
        except ValueError:
            continue
        if len(year) == 4 or result <= today:
            return result
    return None


def _written(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
