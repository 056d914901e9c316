"""A practice with six weeks of entries and a day of operations: made up, and the same every time."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Absence, Availability, WeeklyWindow
from praxidesk.engine.entries import Allocation, Entry, PatientOnEntry
from praxidesk.engine.offerings import AppointmentType, Need, PhaseMinutes, Procedure
from praxidesk.engine.practice import Practice, Site
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    Colour,
    EntryId,
    EntryKind,
    Phase,
    ProcedureId,
    Role,
    Status,
    TypeId,
)
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.state import CalendarState

ZONE = Zone("Europe/Berlin")
MONDAY = date(2026, 11, 23)
NOW = ZONE.at(MONDAY, 10 * 60 + 24)

_WEEKDAYS = range(5)
_SITE_HOURS = tuple(WeeklyWindow(day, 7 * 60, 18 * 60) for day in _WEEKDAYS)
_MORNINGS = tuple(WeeklyWindow(day, 8 * 60, 12 * 60) for day in _WEEKDAYS)
_AFTERNOONS = tuple(WeeklyWindow(day, 14 * 60, 17 * 60 + 30) for day in range(4))
_PEOPLE = (
    ("WEB", "Dr. Weber", Colour.TEAL),
    ("KOÇ", "Dr. Koç", Colour.BLUE),
    ("BRA", "Dr. Brandt", Colour.AMBER),
    ("LIN", "Dr. Lindqvist", Colour.PLUM),
    ("NOW", "Fr. Nowak", Colour.OLIVE),
)
_TYPES = (
    ("Kontrolle", 10, Colour.TEAL),
    ("Erstvorstellung", 20, Colour.BLUE),
    ("Injektion", 10, Colour.VIOLET),
    ("Verbandwechsel", 15, Colour.GREEN),
    ("Röntgen", 10, Colour.SLATE),
    ("Physiotherapie", 30, Colour.OLIVE),
)
_PROCEDURES = (
    ("Knie-TEP rechts", PhaseMinutes(25, 80, 15, 20), Colour.BLUE),
    ("Schulterarthroskopie", PhaseMinutes(20, 65, 15, 15), Colour.VIOLET),
    ("Sprunggelenk, ORIF", PhaseMinutes(20, 55, 10, 15), Colour.ROSE),
    ("Metallentfernung US", PhaseMinutes(15, 50, 10, 20), Colour.AMBER),
    ("CTS rechts", PhaseMinutes(10, 20, 5, 10), Colour.GREEN),
)
_FAMILIES = (
    *("Bergmann", "Schulze-Hagenbeck", "Kaya", "Oyelaran", "Weigel", "Lutz", "Öztürk", "Paul", "Kern"),
    *("Wirth", "Lindner", "Quandt", "Müller-Öztürk", "Vetter", "Conrad", "Preuß", "Unger", "Heinze"),
    *("Ivanova", "Adler", "Vasić", "Thoma"),
)
_GIVEN = (
    *("Ulrike", "Heiner", "Deniz", "Tobi", "Margit", "Baran", "Mechthild", "Sabine", "Clara", "Egon"),
    *("Ole", "Işıl", "Bodo", "Ella"),
)

OP_ROOMS = tuple(ActorId(number) for number in (21, 22, 23, 24))


def practice() -> Practice:
    actors: dict[ActorId, Actor] = {}
    for number, (code, name, colour) in enumerate(_PEOPLE, start=1):
        absences = (
            (Absence(datetime(2026, 11, 26, 12, 30), datetime(2026, 11, 27), "Fortbildung"),)
            if code == "KOÇ"
            else (Absence(datetime(2026, 12, 21), datetime(2027, 1, 1), "Urlaub"),)
            if code == "WEB"
            else ()
        )
        actors[ActorId(number)] = Actor(
            code,
            ActorKind.PRACTITIONER,
            name,
            "orthopaedics",
            roles=(Role.PRACTITIONER, Role.SURGEON, Role.ASSISTANT, Role.ANAESTHETIST),
            colour=colour,
            availability=Availability(hours=(*_MORNINGS, *_AFTERNOONS), absences=absences),
        )
    actors[ActorId(11)] = Actor("R1", ActorKind.ROOM, "Sprechzimmer 1", category="consulting")
    for number, room in enumerate(OP_ROOMS, start=1):
        until = (16, 16, 14, 17)[number - 1] * 60
        actors[room] = Actor(
            f"OP{number}",
            ActorKind.ROOM,
            f"OP {number}",
            category="operating",
            availability=Availability(hours=tuple(WeeklyWindow(day, 7 * 60, until) for day in _WEEKDAYS)),
        )
    actors[ActorId(31)] = Actor("CARM", ActorKind.DEVICE, "C-Bogen", category="c-arm")
    need = (Need(Role.SURGEON), Need(Role.ROOM, category="operating"))
    return Practice(
        version=1,
        site=Site(
            "PARK",
            "Praxisklinik am Park",
            "Europe/Berlin",
            availability=Availability(
                hours=_SITE_HOURS,
                absences=(Absence(datetime(2026, 12, 24), datetime(2026, 12, 25), "Betriebsferien"),),
            ),
        ),
        actors=actors,
        types={
            TypeId(number): AppointmentType(name[:5].upper(), name, minutes, colour)
            for number, (name, minutes, colour) in enumerate(_TYPES, start=1)
        },
        procedures={
            ProcedureId(number): Procedure(f"P{number}", name, phases, colour, need=need)
            for number, (name, phases, colour) in enumerate(_PROCEDURES, start=1)
        },
        holidays={
            date(2026, 12, 25): "1. Weihnachtstag",
            date(2026, 12, 26): "2. Weihnachtstag",
            date(2027, 1, 1): "Neujahr",
        },
    )


def patient(number: int) -> PatientOnEntry:
    return PatientOnEntry(
        ActorId(1000 + number),
        f"P-{1000 + number}",
        _FAMILIES[number * 7 % len(_FAMILIES)],
        _GIVEN[number * 5 % len(_GIVEN)],
        date(1935 + number * 13 % 80, 1 + number % 12, 1 + number % 28),
        ("female", "male")[number % 2],
        "030 5550100",
    )


def appointments(of: Practice) -> tuple[Entry, ...]:
    """Six weeks of practitioners' bookings, denser in the first of them."""
    entries: list[Entry] = []
    for week in range(6):
        for day in (MONDAY + timedelta(days=7 * week + weekday) for weekday in _WEEKDAYS):
            if day in of.holidays or day in (date(2026, 12, 24), date(2026, 12, 31)):
                continue
            for person in range(1, 6):
                at = 8 * 60 + 5 * (person % 3)
                while at < 17 * 60:
                    number = len(entries) + 1
                    kind = TypeId(1 + number * person % len(_TYPES))
                    minutes = of.types[kind].minutes
                    is_break = 12 * 60 - minutes < at < 14 * 60 or (day.weekday() == 4 and at >= 12 * 60)
                    if not is_break and number * 31 % 17 > week * 3:
                        entries.append(_appointment(number, ZONE.at(day, at), minutes, ActorId(person), kind))
                    elif not is_break:
                        entries.append(replace(entries[-1], id=EntryId(number), status=Status.CANCELLED))
                    at += max(minutes, 10) + 5 * (number % 2)
    return tuple(sorted(entries, key=lambda each: (each.starts_at, each.id)))


def _appointment(number: int, start: int, minutes: int, person: ActorId, kind: TypeId) -> Entry:
    end = start + minutes * MINUTE
    who = patient(number)
    status = Status.BOOKED
    if end < NOW:
        status = Status.NOSHOW if number % 11 == 0 else Status.FULFILLED
    elif start < NOW + 900:
        status = Status.CHECKED_IN if number % 2 else Status.ARRIVED
    return Entry(
        EntryId(number),
        1,
        EntryKind.APPOINTMENT,
        status,
        start,
        end,
        kind,
        None,
        None,
        who,
        "",
        "",
        "",
        (
            Allocation(person, Role.PRACTITIONER, start, end),
            Allocation(who.id, Role.PATIENT, start, end),
        ),
    )


def operation(
    number: int, room: ActorId | None, minute: int, procedure: int, status: Status = Status.BOOKED
) -> Entry:
    """An operation on the Monday, with a team and sometimes a device."""
    phases = _PROCEDURES[procedure - 1][1]
    start = ZONE.at(MONDAY, minute)

    def at(phase: Phase, which: int) -> int:
        return start + phases.of(phase)[which] * MINUTE

    end = start + phases.total * MINUTE
    cut, closed = at(Phase.SURGERY, 0), at(Phase.CLOSING, 1)
    who = patient(number)
    parts = [
        Allocation(ActorId(1), Role.SURGEON, cut, closed),
        Allocation(ActorId(2), Role.ASSISTANT, cut, closed),
        Allocation(ActorId(3), Role.ANAESTHETIST, start, closed),
    ]
    if room is not None:
        parts.append(Allocation(room, Role.ROOM, start, end))
    if number % 3 == 0:
        parts.append(Allocation(ActorId(31), Role.DEVICE, cut, at(Phase.SURGERY, 1)))
    parts.append(Allocation(who.id, Role.PATIENT, start, closed))
    return Entry(
        EntryId(90_000 + number),
        1,
        EntryKind.OPERATION,
        status,
        start,
        end,
        None,
        ProcedureId(procedure),
        phases,
        who,
        "Latexallergie" if number == 4 else "",
        "",
        "",
        tuple(parts),
    )


def operations() -> tuple[Entry, ...]:
    """A full day in four rooms."""
    one, two, three, four = OP_ROOMS
    done, run = Status.FULFILLED, Status.CHECKED_IN
    free = _blockout(99, four, 11 * 60 + 50, 60, "Notfall frei")
    planned = [
        operation(1, one, 430, 1, done),
        operation(2, one, 572, 1, run),
        operation(3, one, 720, 2),
        operation(4, one, 838, 4),
        operation(5, two, 440, 4, done),
        operation(6, two, 535, 3, run),
        operation(7, two, 640, 1),
        operation(8, two, 800, 3),
        operation(9, three, 450, 5, done),
        operation(10, three, 500, 5, done),
        operation(11, three, 550, 3, Status.ARRIVED),
        operation(12, three, 660, 2),
        operation(13, three, 790, 5, Status.PENDING),
        operation(14, four, 465, 2, Status.NOSHOW),
        operation(15, four, 605, 3),
        free,
        operation(16, four, 785, 1),
        operation(17, None, 600, 2),
        operation(18, None, 660, 5),
    ]
    return tuple(sorted(planned, key=lambda each: (each.starts_at, each.id)))


def _blockout(number: int, room: ActorId, minute: int, minutes: int, reason: str) -> Entry:
    start = ZONE.at(MONDAY, minute)
    end = start + minutes * MINUTE
    return Entry(
        EntryId(90_000 + number),
        1,
        EntryKind.BLOCKOUT,
        Status.BOOKED,
        start,
        end,
        None,
        None,
        None,
        None,
        "",
        reason,
        "",
        (Allocation(room, Role.ROOM, start, end),),
    )


def month_state() -> CalendarState:
    of = practice()
    days = tuple(MONDAY + timedelta(days=at) for at in range(42))
    return CalendarState(
        of, ZONE, days, tuple(ActorId(number) for number in range(1, 6)), appointments(of), NOW
    )


def rooms_state() -> CalendarState:
    return CalendarState(practice(), ZONE, (MONDAY,), OP_ROOMS, operations(), NOW)
