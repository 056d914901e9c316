"""Block time of a practice file: hours that are kept for some people or services."""

from praxidesk.engine.availability import WeeklyWindow
from praxidesk.engine.practice import Reservation
from praxidesk.exchange.fields import Fields
from praxidesk.exchange.known_codes import KnownPeople, KnownServices
from praxidesk.exchange.practice_limits import FURTHEST_DAYS
from praxidesk.exchange.practice_people import read_code
from praxidesk.exchange.practice_windows import WINDOW_KEYS, read_weekly, read_window


def read_reservation(fields: Fields, people: KnownPeople, services: KnownServices) -> Reservation:
    """One block; its windows stand in it directly, or as a list."""
    reservation = Reservation(
        code=read_code(fields),
        name=fields.text("name", required=True),
        actors=tuple(sorted(fields.each("actors", people.reservable, required=True))),
        windows=_windows(fields),
        holders=tuple(sorted(fields.each("for", people.practitioner, required=fields.has("for")))),
        services=tuple(sorted(fields.each("services", services.service, required=fields.has("services")))),
        release_days=fields.integer("release_days", 0, FURTHEST_DAYS),
    )
    if not fields.has("for") and not fields.has("services"):
        fields.fault("for", "is missing, and so is services: one of them says whom the time is kept for")
    fields.close()
    return reservation


def _windows(fields: Fields) -> tuple[WeeklyWindow, ...]:
    if not fields.has("windows"):
        return tuple(sorted(read_window(fields)))
    for key in WINDOW_KEYS:
        fields.refuse(key, "cannot stand beside windows")
    return read_weekly(fields, "windows", required=True)
