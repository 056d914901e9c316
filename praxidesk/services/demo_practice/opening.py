"""When the demo practice sees patients: a demo that opens on a Sunday would show an empty calendar."""

from datetime import date, datetime, timedelta

from praxidesk.engine.availability import WeeklyWindow
from praxidesk.engine.practice import Site
from praxidesk.services.holidays_calendar import holidays_of


def next_open_day(site: Site, day: date) -> date:
    """The day itself, or the first one after it that has hours and is no holiday."""
    while not _windows(site, day):
        day += timedelta(days=1)
    return day


def is_open(site: Site, moment: datetime) -> bool:
    """Whether the weekly hours hold that moment, in the site's wall time."""
    minute = moment.hour * 60 + moment.minute
    return any(each.from_minute <= minute < each.to_minute for each in _windows(site, moment.date()))


def _windows(site: Site, day: date) -> list[WeeklyWindow]:
    if day in holidays_of(site):
        return []
    return [each for each in site.availability.hours if each.is_of(day)]
