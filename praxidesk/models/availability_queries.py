"""Hours, breaks, absences and exceptions of the site and everybody, in three statements."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, select

from praxidesk.engine.availability import Absence, Availability, DayException, LocalHoliday, WeeklyWindow
from praxidesk.engine.vocabulary import Weeks
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.tables import absence, day_exception, local_holiday, weekly_window

Owner = tuple[int | None, int | None]
"""Site and actor: one of them."""


def availabilities(connection: Connection) -> Callable[[Owner], Availability]:
    """What was said of each site and actor."""
    windows: dict[tuple[str, Owner], list[WeeklyWindow]] = defaultdict(list)
    for site_id, actor_id, purpose, *window in fetch_all(connection, _WINDOWS):
        windows[purpose, (site_id, actor_id)].append(weekly(*window))
    absences: dict[Owner, list[Absence]] = defaultdict(list)
    for site_id, actor_id, starts, ends, reason in fetch_all(connection, _ABSENCES):
        away = Absence(datetime.fromisoformat(starts), datetime.fromisoformat(ends), reason)
        absences[site_id, actor_id].append(away)
    exceptions: dict[tuple[str, Owner], list[DayException]] = defaultdict(list)
    for site_id, actor_id, purpose, day, from_minute, to_minute in fetch_all(connection, _EXCEPTIONS):
        other = DayException(date.fromisoformat(day), from_minute, to_minute)
        exceptions[purpose, (site_id, actor_id)].append(other)

    def available(owner: Owner) -> Availability:
        return Availability(
            tuple(windows.get(("hours", owner), ())),
            tuple(windows.get(("break", owner), ())),
            tuple(absences.get(owner, ())),
            tuple(exceptions.get(("hours", owner), ())),
            tuple(exceptions.get(("break", owner), ())),
        )

    return available


def weekly(  # noqa: PLR0917 - the columns, as a row has them
    weekday: int, from_minute: int, to_minute: int, weeks: str, valid_from: str | None, valid_to: str | None
) -> WeeklyWindow:
    """A window from the columns as they are stored."""
    return WeeklyWindow(
        weekday,
        from_minute,
        to_minute,
        Weeks(weeks),
        date.fromisoformat(valid_from) if valid_from else date.min,
        date.fromisoformat(valid_to) if valid_to else date.max,
    )


def local_holidays(connection: Connection, site_id: int) -> tuple[LocalHoliday, ...]:
    """The days on which the site is closed besides its region's."""
    rows = fetch_all(connection, _HOLIDAYS, {"site": site_id})
    return tuple(LocalHoliday(name, *_month_and_day(day)) for day, name in rows)


def _month_and_day(day: str) -> tuple[int, int, int | None]:
    *year, month, day_of_month = day.split("-")
    return int(month), int(day_of_month), int(year[0]) if year else None


_WINDOWS = select(
    weekly_window.c.site_id,
    weekly_window.c.actor_id,
    weekly_window.c.purpose,
    weekly_window.c.weekday,
    weekly_window.c.from_minute,
    weekly_window.c.to_minute,
    weekly_window.c.weeks,
    weekly_window.c.valid_from,
    weekly_window.c.valid_to,
).order_by(weekly_window.c.id)
_ABSENCES = select(
    absence.c.site_id,
    absence.c.actor_id,
    absence.c.starts_local,
    absence.c.ends_local,
    absence.c.reason,
).order_by(absence.c.id)
_EXCEPTIONS = select(
    day_exception.c.site_id,
    day_exception.c.actor_id,
    day_exception.c.purpose,
    day_exception.c.day,
    day_exception.c.from_minute,
    day_exception.c.to_minute,
).order_by(day_exception.c.id)
_HOLIDAYS = (
    select(local_holiday.c.day, local_holiday.c.name)
    .where(local_holiday.c.site_id == bindparam("site"))
    .order_by(local_holiday.c.id)
)
