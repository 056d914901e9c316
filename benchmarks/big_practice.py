"""A practice with years of bookings: twenty practitioners with a room each, and operating teams."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import insert

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Availability, WeeklyWindow
from praxidesk.engine.entries import Patient
from praxidesk.engine.offerings import AppointmentType, Need, PhaseMinutes, Procedure
from praxidesk.engine.practice import Site
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId, ActorKind, Phase, Role
from praxidesk.engine.walltime import Zone
from praxidesk.models import tables, writes
from praxidesk.models.store import Store

ZONE = Zone("Europe/Berlin")
MONTH = date(2026, 11, 1)
"""First day of the month that is measured, and the first of the full ones."""
END = date(2027, 2, 1)
"""The day after the last full one."""
PRACTITIONERS = 20
TEAMS = 4
PATIENTS = 500
"""Enough for each of a day to have one visit."""
MINUTES = 20
FULL, THIN = 24, 4
"""Appointments a day and practitioner: in the full months, and in the years before."""
OPERATIONS = 3
"""A day and team."""
_BATCH = 2_000
_MORNING, _AFTERNOON = 8 * 60, 13 * 60
_OPERATION_STARTS = (8 * 60, 10 * 60, 12 * 60)
PHASES = PhaseMinutes(setup=20, surgery=50, closing=10, cleaning=15)


@dataclass(frozen=True, slots=True)
class _Booking:
    starts_at: int
    minutes: int
    is_operation: bool
    patient: ActorId
    parts: tuple[tuple[ActorId, Role], ...]


@dataclass(frozen=True, slots=True)
class BigPractice:
    """What was put into a store."""

    store: Store
    entries: int
    codes: dict[str, ActorId]
    patients: tuple[ActorId, ...]


def fill(store: Store, months: int) -> BigPractice:
    """Set the practice up and book it full from ``MONTH`` on, and thinly so many months before."""
    with store.write() as connection:
        writes.save_site(connection, _site())
        codes = {actor.code: writes.save_actor(connection, actor) for actor in _actors()}
        type_id = writes.save_type(connection, _visit())
        procedure_id = writes.save_procedure(connection, _operation())
        patients = tuple(
            writes.insert_patient(connection, Patient(f"P-{number}", f"Familie {number}", "Anna"))
            for number in range(1, PATIENTS + 1)
        )
        since = MONTH.year * 12 + MONTH.month - 1 - months
        first = date(since // 12, since % 12 + 1, 1)
        count = 0
        rows: list[dict[str, object]] = []
        parts: list[dict[str, object]] = []
        for booking in _bookings(first, codes, patients):
            count += 1
            rows.append(_entry_row(count, booking, type_id, procedure_id))
            parts.extend(_allocation_rows(count, booking))
            if len(rows) == _BATCH:
                connection.execute(insert(tables.entry), rows)
                connection.execute(insert(tables.allocation), parts)
                rows.clear()
                parts.clear()
        connection.execute(insert(tables.entry), rows)
        connection.execute(insert(tables.allocation), parts)
        if store.dialect == "postgresql":
            connection.exec_driver_sql("SELECT setval('entry_id_seq', (SELECT max(id) FROM entry))")
        if store.dialect == "sqlite":
            connection.exec_driver_sql("ANALYZE")
    _tidied(store)
    return BigPractice(store, count, codes, patients)


def _tidied(store: Store) -> None:
    """What the server does by itself within minutes: only then does it read an index alone."""
    if store.dialect == "postgresql":
        driver = store.driver_connection()
        try:
            driver.autocommit = True
            driver.execute("VACUUM (ANALYZE)")
        finally:
            driver.close()


def _site() -> Site:
    return Site("BIG", "Big practice", ZONE.name, availability=Availability(hours=_hours(7 * 60, 18 * 60)))


def _hours(start: int, end: int) -> tuple[WeeklyWindow, ...]:
    return tuple(WeeklyWindow(weekday, start, end) for weekday in range(5))


def _actors() -> Iterator[Actor]:
    working = Availability(hours=_hours(7 * 60, 18 * 60))
    people = {f"D{number}": Role.PRACTITIONER for number in range(PRACTITIONERS)}
    for number in range(TEAMS):
        people |= {f"S{number}": Role.SURGEON, f"A{number}": Role.ANAESTHETIST, f"H{number}": Role.ASSISTANT}
    for code, role in people.items():
        yield Actor(code, ActorKind.PRACTITIONER, code, roles=(role,), availability=working)
    for number in range(PRACTITIONERS):
        yield Actor(f"R{number}", ActorKind.ROOM, f"R{number}", category="consulting")
    for number in range(TEAMS):
        yield Actor(f"OP{number}", ActorKind.ROOM, f"OP{number}", category="operating")
        for kind in ("c-arm", "tower"):
            code = f"{kind}{number}"
            yield Actor(code, ActorKind.DEVICE, code, category=kind)


def _visit() -> AppointmentType:
    need = (Need(Role.PRACTITIONER), Need(Role.ROOM, category="consulting"))
    return AppointmentType("VISIT", "Visit", MINUTES, buffer_after=5, need=need)


def _operation() -> Procedure:
    asleep = (Phase.SETUP, Phase.SURGERY, Phase.CLOSING)
    return Procedure(
        "OPERATION",
        "Operation",
        PHASES,
        need=(
            Need(Role.SURGEON, phases=(Phase.SURGERY, Phase.CLOSING)),
            Need(Role.ANAESTHETIST, phases=asleep),
            Need(Role.ASSISTANT, phases=asleep),
            Need(Role.ROOM, category="operating"),
            Need(Role.DEVICE, category="c-arm", phases=(Phase.SURGERY,)),
            Need(Role.DEVICE, category="tower", phases=(Phase.SURGERY,)),
        ),
    )


def _bookings(first: date, codes: dict[str, ActorId], patients: tuple[ActorId, ...]) -> Iterator[_Booking]:
    day, number = first, 0
    while day < END:
        if day.weekday() < 5:
            per_day = FULL if day >= MONTH else THIN
            for who in range(PRACTITIONERS):
                for place in range(per_day):
                    half = FULL // 2
                    minute = (_MORNING if place < half else _AFTERNOON) + place % half * MINUTES
                    number += 1
                    parts = ((codes[f"D{who}"], Role.PRACTITIONER), (codes[f"R{who}"], Role.ROOM))
                    yield _Booking(
                        ZONE.at(day, minute),
                        MINUTES,
                        False,
                        patients[(who * FULL + place) % PATIENTS],
                        parts,
                    )
            for team in range(TEAMS):
                for place in range(OPERATIONS):
                    yield _Booking(
                        ZONE.at(day, _OPERATION_STARTS[place]),
                        PHASES.total,
                        True,
                        patients[PATIENTS - 1 - team * OPERATIONS - place],
                        tuple((codes[code], role) for code, role in team_of(team)),
                    )
        day += timedelta(days=1)


def team_of(team: int) -> tuple[tuple[str, Role], ...]:
    """Who operates together, by code."""
    return (
        (f"S{team}", Role.SURGEON),
        (f"A{team}", Role.ANAESTHETIST),
        (f"H{team}", Role.ASSISTANT),
        (f"OP{team}", Role.ROOM),
        (f"c-arm{team}", Role.DEVICE),
        (f"tower{team}", Role.DEVICE),
    )


def _entry_row(id_: int, booking: _Booking, type_id: int, procedure_id: int) -> dict[str, object]:
    phases = PHASES if booking.is_operation else None
    return {
        "id": id_,
        "version": 1,
        "kind": "operation" if booking.is_operation else "appointment",
        "status": "booked",
        "starts_at": booking.starts_at,
        "ends_at": booking.starts_at + booking.minutes * MINUTE,
        "type_id": None if booking.is_operation else type_id,
        "procedure_id": procedure_id if booking.is_operation else None,
        "setup_minutes": phases and phases.setup,
        "surgery_minutes": phases and phases.surgery,
        "closing_minutes": phases and phases.closing,
        "cleaning_minutes": phases and phases.cleaning,
        "patient_id": booking.patient,
        "note": "",
        "reason": "",
        "override_reason": "",
        "last_change": "booked",
        "changed_at": booking.starts_at - 86_400,
        "request_key": None,
        "request_fingerprint": None,
    }


def _allocation_rows(id_: int, booking: _Booking) -> Iterator[dict[str, object]]:
    for actor, role in (*booking.parts, (booking.patient, Role.PATIENT)):
        yield {
            "entry_id": id_,
            "actor_id": actor,
            "role": role.value,
            "starts_at": booking.starts_at,
            "ends_at": booking.starts_at + booking.minutes * MINUTE,
            "blocking": True,
            "own_part": False,
        }
