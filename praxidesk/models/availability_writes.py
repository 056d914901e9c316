"""Hours, breaks, absences and exceptions of a site or actor, replaced as a whole."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection

from praxidesk.engine.availability import Absence, Availability, LocalHoliday, WeeklyWindow
from praxidesk.models.coded_rows import insert_all
from praxidesk.models.erasing import erase
from praxidesk.models.tables import absence, day_exception, local_holiday, weekly_window


def save_availability(connection: Connection, owner: str, id_: int, available: Availability) -> None:
    """What is said of a site (``site_id``) or actor (``actor_id``) replaces what was."""
    save_absences(connection, owner, id_, available.absences)
    for table in (weekly_window, day_exception):
        erase(connection, table, owner, [id_])
    insert_all(
        connection,
        weekly_window,
        [
            {owner: id_, "purpose": purpose} | weekly_row(window)
            for purpose, windows in (("hours", available.hours), ("break", available.breaks))
            for window in windows
        ],
    )
    insert_all(
        connection,
        day_exception,
        [
            {
                owner: id_,
                "purpose": purpose,
                "day": other.date.isoformat(),
                "from_minute": other.from_minute,
                "to_minute": other.to_minute,
            }
            for purpose, exceptions in (
                ("hours", available.exceptions),
                ("break", available.break_exceptions),
            )
            for other in exceptions
        ],
    )


def save_absences(connection: Connection, owner: str, id_: int, absences: Iterable[Absence]) -> None:
    """They replace those that were."""
    erase(connection, absence, owner, [id_])
    rows = [
        {
            owner: id_,
            "starts_local": away.starts.isoformat(timespec="seconds"),
            "ends_local": away.ends.isoformat(timespec="seconds"),
            "reason": away.reason,
        }
        for away in absences
    ]
    insert_all(connection, absence, rows)


def weekly_row(window: WeeklyWindow) -> dict[str, Any]:
    """The columns of a window; the bounds of time itself are none."""
    return {
        "weekday": window.weekday,
        "from_minute": window.from_minute,
        "to_minute": window.to_minute,
        "weeks": window.weeks.value,
        "valid_from": None if window.valid_from == date.min else window.valid_from.isoformat(),
        "valid_to": None if window.valid_to == date.max else window.valid_to.isoformat(),
    }


def save_local_holidays(connection: Connection, site_id: int, days: Iterable[LocalHoliday]) -> None:
    """Closed days of a site replace those that were."""
    erase(connection, local_holiday, "site_id", [site_id])
    rows = [
        {
            "site_id": site_id,
            "day": ("" if each.year is None else f"{each.year:04}-") + f"{each.month:02}-{each.day:02}",
            "name": each.name,
        }
        for each in days
    ]
    insert_all(connection, local_holiday, rows)
