"""A day of the board: OP 1 is late and pushes the next, some time is kept; every free text is peculiar."""

from dataclasses import replace
from datetime import date, datetime

from praxidesk.engine.availability import Absence, Availability
from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.practice import Practice, Reservation
from praxidesk.engine.vocabulary import ActorId, Status
from praxidesk.ui.calendar.state import CalendarState
from tests.engine.diary import MONDAY, ZONE, at, weekly
from tests.engine.theatre_day import OP1, OP2, THEATRE, blocked, operation

SECRETS = ("Quittkowski", "Xaverine", "Zwiebelkraut", "Begehungsgrund", "Ausnahmsweise", "Wasserschadow")
"""Family name, given name, note, reason of a blockout, reason of an override, reason of an absence."""
_FAMILY, _GIVEN, _NOTE, _REASON, _OVERRIDE, _ABSENCE = SECRETS


def practice() -> Practice:
    """Two rooms; time is kept for emergencies in the first, the second is away from 17 on."""
    away = Absence(datetime(2026, 11, 23, 17), datetime(2026, 11, 24), _ABSENCE)
    second = replace(
        THEATRE.actors[OP2], availability=Availability(weekly("mon", "07:00-18:00"), absences=(away,))
    )
    kept = Reservation("E", "Emergency", ("OP1",), weekly("mon", "13:00-15:00"))
    return replace(THEATRE, actors={**THEATRE.actors, OP2: second}, reservations=(kept,))


def patient(number: int) -> PatientOnEntry:
    return PatientOnEntry(
        ActorId(1000 + number), f"P-{number}", f"{_FAMILY}{number}", _GIVEN, date(1980, 1, 1), "female", "030"
    )


def entries() -> tuple[Entry, ...]:
    """OP 1: one is over, one 25 minutes late, the next waits. OP 2: blocked at noon, and one that may be."""
    day = (
        operation(1, "07:15", reached="in 07:15 cut 07:35 suture 08:20 out 08:30 clean 08:45"),
        operation(2, "09:00", reached="in 09:05 cut 09:45"),
        operation(3, "10:30"),
        operation(4, "14:00"),
        operation(5, "08:00", room=OP2),
        blocked(6, "12:00", "13:00", OP2),
        operation(7, "15:00", room=OP2, status=Status.PENDING),
        operation(8, "16:00", room=OP2, status=Status.NOSHOW),
        operation(9, "16:00", room=OP2, status=Status.CANCELLED),
    )
    return tuple(
        replace(
            each,
            patient=patient(each.id) if each.procedure is not None else None,
            note=_NOTE,
            reason=_REASON,
            override_reason=_OVERRIDE,
        )
        for each in day
    )


def wall_state(now: str = "10:00") -> CalendarState:
    return CalendarState(practice(), ZONE, (MONDAY,), (OP1, OP2), entries(), at(now))
