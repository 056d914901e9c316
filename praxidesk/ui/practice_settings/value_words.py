"""What a field of a row is called, and any value of one in a few words: for two states beside each other."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.availability import Absence, DayException, LocalHoliday, WeeklyWindow
from praxidesk.engine.offerings import CombinationPart, Need, Quota
from praxidesk.engine.practice import Site
from praxidesk.engine.practice_draft import PracticeRow
from praxidesk.engine.vocabulary import Colour, Phase, Priority, Role, Weeks
from praxidesk.ui.practice_settings.row_merge import Place
from praxidesk.ui.practice_settings.setting_words import (
    colour_name,
    period_name,
    phase_name,
    priority_name,
    weeks_name,
)
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.practice_words import practice_word
from praxidesk.ui.wording.regions import regions

translate = QCoreApplication.translate

_MONDAY = date(2026, 11, 23)
_MIDNIGHT = time()
_LEAP_YEAR = 2028
_IN_MINUTES = frozenset({
    "minutes", "buffer_before", "buffer_after", "travel", "turnover", "distance", "notice",
    *(phase.value for phase in Phase),
})  # fmt: skip
_CODES = frozenset({"group", "sites", "actors", "holders", "services"})
"""Fields that name other rows."""


def place_name(place: Place, row: PracticeRow) -> str:
    """``Sprechzeiten · Montag``."""
    name = _field_name(place.field, is_site=isinstance(row, Site))
    match place.day:
        case None:
            return name
        case datetime():
            return f"{name} · {dates.short_day(place.day.date())}"
        case date():
            return f"{name} · {_day(place.day)}"
        case int():
            return f"{name} · {dates.weekday(_MONDAY + timedelta(days=place.day))}"
    month, day, year = place.day
    return f"{name} · {dates.day_and_month(date(year or _LEAP_YEAR, month, day))}"


def value_text(place: Place, value: Any, names: Mapping[str, str]) -> str:  # noqa: ANN401 - of any field
    """A value in words; empty for none.

    :param names: what the rows of the practice are called, by their codes
    """
    if isinstance(value, tuple):
        between = "; " if value and isinstance(value[0], Need) else ", "
        return between.join(value_text(place, each, names) for each in value)
    if isinstance(value, bool):
        return translate("settings", "yes") if value else translate("settings", "no")
    match value:
        case None:
            return ""
        case Absence() | DayException() | LocalHoliday() | WeeklyWindow():
            return _time_text(value)
        case Need() | Quota() | CombinationPart():
            return _service_text(value, names)
        case Colour():
            return colour_name(value)
        case Role():
            return words.role_name(value)
        case Priority():
            return priority_name(value)
        case date():
            return _day(value)
        case int():
            return words.minutes_text(value) if place.field in _IN_MINUTES else str(value)
    text = str(value)
    if place.field in _CODES:
        return names.get(text, text)
    if place.field == "holidays":
        return regions().get(text, text)
    return practice_word(text) if place.field in {"specialty", "category", "equipment"} else text


def _day(day: date) -> str:
    return f"{dates.weekday_short(day)} {dates.birth_date(day)}"


def _range(start: int, end: int) -> str:
    return f"{dates.minute_text(start)} – {dates.minute_text(end)}"


def _time_text(value: Absence | DayException | LocalHoliday | WeeklyWindow) -> str:
    match value:
        case Absence():
            return _absence_text(value)
        case DayException(from_minute=None):
            return translate("settings", "none", "no hours, or no break, on that day")
        case DayException(from_minute=int(start), to_minute=int(end)):
            return _range(start, end)
        case LocalHoliday(name=name, year=year):
            often = translate("settings", "every year") if year is None else str(year)
            return f"{name} ({often})"
        case WeeklyWindow():
            return _window_text(value)
    return ""


def _absence_text(absence: Absence) -> str:
    whole = absence.starts.time() == _MIDNIGHT == absence.ends.time()
    first, last = absence.starts, absence.ends
    if whole:
        last -= timedelta(days=1)
        days = [_day(each.date()) for each in (first, last)]
    else:
        days = [f"{_day(each.date())} {each:%H:%M}" for each in (first, last)]
    span = days[0] if days[0] == days[1] else f"{days[0]} – {days[1]}"
    return f"{span}: {absence.reason}" if absence.reason else span


def _window_text(window: WeeklyWindow) -> str:
    said = []
    if window.weeks is not Weeks.ALL:
        said.append(weeks_name(window.weeks))
    if window.valid_from != date.min:
        said.append(translate("settings", "from {day}").format(day=dates.birth_date(window.valid_from)))
    if window.valid_to != date.max:
        said.append(translate("settings", "until {day}").format(day=dates.birth_date(window.valid_to)))
    hours = _range(window.from_minute, window.to_minute)
    return f"{hours} ({', '.join(said)})" if said else hours


def _service_text(value: Need | Quota | CombinationPart, names: Mapping[str, str]) -> str:
    match value:
        case Quota(per=per, most=most):
            return f"{most} {period_name(per)}"
        case CombinationPart(type=type_, least_gap=least, longest_gap=longest):
            name = names.get(type_, type_)
            return f"{name} ({least} – {words.minutes_text(longest)})" if longest else name
        case Need():
            which = [names.get(each, each) for each in value.any_of or ()]
            which += [practice_word(each) for each in (value.specialty, value.category) if each]
            which += [practice_word(each) for each in value.equipment]
            which += [phase_name(each) for each in value.phases]
            role = words.role_name(value.role)
            return f"{role}: {', '.join(which)}" if which else role


def _field_name(field: str, *, is_site: bool) -> str:
    """As the forms call it."""
    if field in {phase.value for phase in Phase}:
        return phase_name(Phase(field))
    if is_site and field in {"hours", "absences"}:
        away = field == "absences"
        return translate("settings", "Closures") if away else translate("settings", "Opening hours")
    return {
        "name": translate("settings", "Name"),
        "timezone": translate("settings", "Time zone"),
        "holidays": translate("settings", "Region"),
        "local_holidays": translate("settings", "Further closed days"),
        "hours": translate("settings", "Hours"),
        "breaks": translate("settings", "Breaks"),
        "absences": translate("settings", "Absences"),
        "exceptions": translate("settings", "Other hours on single days"),
        "break_exceptions": translate("settings", "Other breaks on single days"),
        "specialty": translate("settings", "Specialty"),
        "category": translate("settings", "Kind"),
        "roles": translate("settings", "Roles"),
        "colour": translate("settings", "Colour"),
        "active": translate("settings", "Active"),
        "equipment": translate("settings", "Equipment"),
        "inspected_until": translate("settings", "Inspected until"),
        "group": translate("settings", "Place of"),
        "turnover": translate("settings", "Turnover"),
        "sites": translate("settings", "Sites"),
        "short": translate("settings", "Short name"),
        "minutes": translate("settings", "Length"),
        "buffer_before": translate("settings", "Gap before"),
        "buffer_after": translate("settings", "Gap after"),
        "need": translate("settings", "Who and what takes part"),
        "quotas": translate("settings", "Quotas of each practitioner"),
        "distance": translate("settings", "Distance"),
        "at_once": translate("settings", "At the same time"),
        "notice": translate("settings", "Notice"),
        "advance": translate("settings", "Ahead"),
        "priority": translate("settings", "Priority"),
        "travel": translate("settings", "Way"),
        "first_visit": translate("settings", "First visit"),
        "actors": translate("settings", "Whose time"),
        "windows": translate("settings", "Reserved"),
        "holders": translate("settings", "For whom"),
        "services": translate("settings", "For what"),
        "release_days": translate("settings", "Released"),
        "parts": translate("settings", "Appointments in their order"),
    }.get(field, field)
