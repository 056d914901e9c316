"""A small practice's Monday, written as a diary: what the tests of the time grid show."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Absence, Availability, WeeklyWindow
from praxidesk.engine.entries import Allocation, Entry, PatientOnEntry
from praxidesk.engine.offerings import AppointmentType
from praxidesk.engine.practice import Practice, Site
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    Colour,
    EntryId,
    EntryKind,
    Role,
    Status,
    TypeId,
)
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.state import CalendarState

ZONE = Zone("Europe/Berlin")
MONDAY = date(2026, 11, 23)
WEBER, KOC, ROOM = ActorId(1), ActorId(2), ActorId(3)
CHECK, INJECTION = TypeId(1), TypeId(2)
_DAYS = range(5)


def minute(text: str) -> int:
    """``09:30`` in minutes."""
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def windows(*spans: str) -> tuple[WeeklyWindow, ...]:
    """``08:00-12:00`` on every working day."""
    pairs = [span.split("-") for span in spans]
    return tuple(WeeklyWindow(day, minute(start), minute(end)) for day in _DAYS for start, end in pairs)


def span(text: str, day: date = MONDAY) -> Span:
    """``09:00-09:30`` of a day."""
    start, end = text.split("-")
    return Span(ZONE.at(day, minute(start)), ZONE.at(day, minute(end)))


def practice() -> Practice:
    roles = (Role.PRACTITIONER,)
    return Practice(
        version=1,
        site=Site("X", "Praxis", "Europe/Berlin", availability=Availability(hours=windows("07:00-18:00"))),
        actors={
            WEBER: Actor(
                "WEB",
                ActorKind.PRACTITIONER,
                "Dr. med. Lena Weber",
                "orthopaedics",
                roles=roles,
                colour=Colour.ROSE,
                availability=Availability(hours=windows("08:00-12:00", "14:00-18:00")),
            ),
            KOC: Actor(
                "KOÇ",
                ActorKind.PRACTITIONER,
                "Dr. Koç",
                "surgery",
                roles=roles,
                availability=Availability(
                    hours=windows("08:00-16:00"),
                    breaks=windows("10:00-10:30"),
                    absences=(Absence(datetime(2026, 11, 23, 13), datetime(2026, 11, 24), "Fortbildung"),),
                ),
            ),
            ROOM: Actor("R1", ActorKind.ROOM, "Sprechzimmer 1", category="consulting"),
        },
        types={
            CHECK: AppointmentType("K", "Kontrolle", 20, Colour.TEAL),
            INJECTION: AppointmentType("I", "Injektion", 20, Colour.VIOLET, 0, 10),
        },
        procedures={},
    )


def patient(number: int, family: str = "Kaya", given: str = "Deniz") -> PatientOnEntry:
    return PatientOnEntry(
        ActorId(1000 + number), f"P-{number}", family, given, date(1984, 2, 29), "female", ""
    )


def appointment(
    number: int,
    when: str,
    *actors: ActorId,
    family: str = "Kaya",
    status: Status = Status.BOOKED,
    type_id: TypeId = CHECK,
    day: date = MONDAY,
) -> Entry:
    at = span(when, day)
    who = patient(number, family)
    roles = {ROOM: Role.ROOM}
    return Entry(
        id=EntryId(number),
        version=1,
        kind=EntryKind.APPOINTMENT,
        status=status,
        starts_at=at.start,
        ends_at=at.end,
        type=type_id,
        procedure=None,
        phases=None,
        patient=who,
        note="",
        reason="",
        override_reason="",
        allocations=(
            *(Allocation(actor, roles.get(actor, Role.PRACTITIONER), *at) for actor in actors or (WEBER,)),
            Allocation(who.id, Role.PATIENT, *at),
        ),
    )


def blockout(number: int, when: str, actor: ActorId, reason: str) -> Entry:
    made = appointment(number, when, actor)
    return replace(
        made,
        kind=EntryKind.BLOCKOUT,
        type=None,
        patient=None,
        reason=reason,
        allocations=made.allocations[:1],
    )


def state(
    *entries: Entry,
    actors: Sequence[ActorId] = (WEBER, KOC, ROOM),
    days: Sequence[date] = (MONDAY,),
    now: str = "09:42",
) -> CalendarState:
    ordered = sorted(entries, key=lambda each: (each.starts_at, each.id))
    at = ZONE.at(MONDAY, minute(now))
    return CalendarState(practice(), ZONE, tuple(days), tuple(actors), tuple(ordered), at)


def usual_day() -> CalendarState:
    return state(
        appointment(1, "08:00-08:20", family="Bergmann", status=Status.FULFILLED),
        appointment(2, "08:30-09:00", WEBER, ROOM, family="Müller-Öztürk", status=Status.CHECKED_IN),
        appointment(3, "09:30-09:50", family="Wieczorek", type_id=INJECTION, status=Status.ARRIVED),
        appointment(4, "08:30-09:00", KOC, family="Yılmaz"),
        appointment(5, "09:00-09:30", KOC, family="Otto"),
        blockout(6, "11:00-11:30", KOC, "Besprechung"),
        appointment(7, "15:00-15:20", family="Petersen", status=Status.NOSHOW),
        appointment(8, "16:00-16:20", family="Storno", status=Status.CANCELLED),
    )
