"""The slot search over the store: a few days first, and all the rest only where they hold too little."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from praxidesk.engine import slots as engine
from praxidesk.engine.outcomes import FieldError, Invalid, Slot, SlotsFound
from praxidesk.engine.reach import widened
from praxidesk.engine.requests import NewPatient, PatientNumber, SlotRequest
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.models import queries
from praxidesk.services.answers import invalid
from praxidesk.services.desk import Desk

HORIZONS_DAYS = (2, 8)
"""Days of the first two searches where few slots are wanted. Fetching allocations is what costs."""
_LAST_DAY = date(9999, 12, 29)
"""Midnights after it are dates that Python has, in all zones."""


def find_slots(desk: Desk, request: SlotRequest, now: int) -> SlotsFound | Invalid:
    """The first times at which everybody wanted is free; at most three queries, for all starts one."""
    with desk.store.read() as connection:
        while True:
            version = desk.practice.version
            answer = _found(connection, desk, request, now)
            if desk.practice.version == version:
                return answer


def _found(connection: Connection, desk: Desk, request: SlotRequest, now: int) -> SlotsFound | Invalid:
    """The answer; useless where the practice turned out to have changed, and was read again."""
    length = engine.length(desk.practice, request)
    if isinstance(length, FieldError):
        desk.refresh_in(connection)
        return Invalid((length,))
    number = request.patient.number if isinstance(request.patient, PatientNumber) else None
    patient = None if isinstance(request.patient, NewPatient | PatientNumber) else request.patient
    actors = {*engine.actors(desk.practice, request), *(() if patient is None else (patient,))}
    slots: list[Slot] = []
    for span in _horizons(desk, request, now):
        ends = Span(span.start, span.end + length.minutes * MINUTE)
        facts = queries.surroundings(
            connection,
            actors,
            widened(desk.practice, ends),
            patient_number=number,
            patient_id=patient,
        )
        if facts.practice_version != desk.practice.version:
            desk.reload(connection)
            return SlotsFound((), request.last_day)
        if facts.patient is not None:
            patient = facts.patient.id
        elif number is not None:
            return invalid("patient", f"no patient has the number {number!r}")
        wanted = replace(request, limit=request.limit - len(slots)) if request.limit else request
        slots += engine.find(desk.practice, desk.zone, wanted, patient, facts.taken, now, span)
        if request.limit and len(slots) >= request.limit:
            return SlotsFound(tuple(slots), desk.zone.day_of(slots[-1].starts_at))
    return SlotsFound(tuple(slots), request.last_day)


def _horizons(desk: Desk, request: SlotRequest, now: int) -> Iterator[Span]:
    """What to search, in turn: at least one span, which is empty where the last day is over."""
    zone = desk.zone
    last = min(request.last_day, _LAST_DAY)
    day = _next_wanted(request, max(request.first_day, zone.day_of(now)), last)
    if day > last:
        yield Span(now, now)
        return
    for days in HORIZONS_DAYS if request.limit else ():
        until = day + timedelta(days=days - 1)
        if until >= last:
            break
        yield Span(zone.day(day).start, zone.day(until).end)
        day = _next_wanted(request, until + timedelta(days=1), last)
        if day > last:
            return
    yield Span(zone.day(day).start, zone.day(last).end)


def _next_wanted(request: SlotRequest, day: date, last: date) -> date:
    """The first day of a wanted weekday from this one on; behind the last day where there is none."""
    while day <= last and day.weekday() not in request.weekdays:
        day += timedelta(days=1)
    return day
