"""Days and times as people type them."""

import re
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from praxidesk.ui.wording import dates

translate = QCoreApplication.translate
_DAY_MONTH = re.compile(r"(\d{1,2})[./ ](?:(\d{1,2})[./ ]?)?", re.ASCII)
_STEP = re.compile(r"([+-]\d{1,3})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.,h ]?(\d{2}))?", re.ASCII)


def typed_day(text: str, today: date) -> date | None:
    """``26.11.``, ``26.``, ``do``, ``morgen``, ``+7`` or a whole date; days without a year lie ahead."""
    cleaned = text.strip().casefold()
    if not cleaned:
        return None
    words = {
        translate("typed", "today").casefold(): 0,
        translate("typed", "tomorrow").casefold(): 1,
        translate("typed", "day after tomorrow").casefold(): 2,
    }
    for word, days in words.items():
        if len(cleaned) >= 3 and word.startswith(cleaned):
            return today + timedelta(days=days)
    if found := _STEP.fullmatch(cleaned):
        return today + timedelta(days=int(found[1]))
    if found := _DAY_MONTH.fullmatch(cleaned):
        return _ahead(today, int(found[1]), int(found[2]) if found[2] else None)
    for days in range(1, 8):
        day = today + timedelta(days=days)
        if cleaned.rstrip(".") == dates.weekday_short(day).casefold():
            return day
    return dates.typed_date(cleaned, date(2200, 1, 1))


def typed_minute(text: str) -> int | None:
    """``9``, ``930``, ``09:30``, ``9.30``, ``9 Uhr``: minutes after midnight; nothing else."""
    cleaned = text.strip().casefold().removesuffix(translate("typed", "o'clock").casefold()).rstrip()
    found = _CLOCK.fullmatch(cleaned)
    if found is None and len(cleaned) == 3 and cleaned.isascii() and cleaned.isdigit():
        found = _CLOCK.fullmatch(f"0{cleaned}")
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def _ahead(today: date, day: int, month: int | None) -> date | None:
    """The next date of that day (and month) from today on."""
    for months in range(49):
        total = today.year * 12 + today.month - 1 + months
        year, place = divmod(total, 12)
        if month is not None and place + 1 != month:
            continue
        try:
            found = date(year, place + 1, day)
        except ValueError:
            continue
        if found >= today:
            return found
    return None
