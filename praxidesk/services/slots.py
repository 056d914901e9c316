"""The slot search over the store: a few days first, and all the rest only where they hold too little."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection

from praxidesk.engine import slots as engine
from praxidesk.engine.diaries import Diaries
from praxidesk.engine.entries import Taken
from praxidesk.engine.outcomes import FieldError, Invalid, Slot, SlotsFound
from praxidesk.engine.requests import NewPatient, PatientNumber, SlotRequest
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId
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
    slots: list[Slot] = []
    for span in _horizons(desk, request, now):
        wanted = replace(request, limit=request.limit - len(slots)) if request.limit else request
        search = engine.Search.of(desk.practice, desk.zone, wanted, patient, now)
        seen = _seen(connection, search, span, number)
        if seen.practice_version != desk.practice.version:
            desk.reload(connection)
            return SlotsFound((), request.last_day)
        if seen.patient is not None:
            patient = seen.patient
            search = replace(search, patient=patient)
        elif number is not None:
            return invalid("patient", f"no patient has the number {number!r}")
        slots += search.slots(seen.rows, span, columns=seen.columns)
        if request.limit and len(slots) >= request.limit:
            return SlotsFound(tuple(slots), desk.zone.day_of(slots[-1].starts_at))
    return SlotsFound(tuple(slots), request.last_day)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one query brought: rows, or where they would say no more, columns."""

    practice_version: int
    patient: ActorId | None
    rows: Sequence[Taken]
    columns: Diaries | None


def _seen(connection: Connection, search: engine.Search, span: Span, number: str | None) -> _Seen:
    reach = search.reach(span)
    if search.reads_single_entries:
        facts = queries.surroundings(
            connection,
            reach.actors,
            reach.span,
            services=reach.services,
            patient_number=number,
            patient_id=search.patient,
        )
        patient = facts.patient.id if facts.patient is not None else None
        return _Seen(facts.practice_version, patient, facts.taken, None)
    seen = queries.columns(
        connection, reach.actors, reach.span, patient_number=number, patient_id=search.patient
    )
    return _Seen(seen.practice_version, seen.patient, (), seen.diaries)


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
