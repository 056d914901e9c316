"""A practice with years of bookings: 20 practitioners, 10 rooms, 5 devices, 540 entries a working day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Self

from benchmarks.pouring import Booking, poured
from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Availability, WeeklyWindow
from praxidesk.engine.entries import Patient
from praxidesk.engine.offerings import AppointmentType, Need, PhaseMinutes, Procedure
from praxidesk.engine.practice import Site
from praxidesk.engine.vocabulary import ActorId, ActorKind, Phase, ProcedureId, Role, TypeId
from praxidesk.engine.walltime import Zone
from praxidesk.models import writes
from praxidesk.models.store import Store

ZONE = Zone("Europe/Berlin")
MONTH = date(2026, 11, 1)
"""First day of the month that is measured: the only one of the smallest store."""
AHEAD = 2
"""Months after that one that are booked as well, where there are so many."""
PRACTITIONERS, CONSULTING_ROOMS, OPERATING_ROOMS = 20, 6, 4
SURGEONS, ASSISTANTS, ANAESTHETISTS = range(8, 12), range(12, 16), range(16, 20)
"""Those of the practitioners who operate too, two teams each morning."""
TEAMS = 2
PATIENTS = 2_000
MINUTES, RASTER = 10, 15
"""Of a visit: with the five minutes that are kept free behind it, one after the other."""
PHASES = PhaseMinutes(setup=20, surgery=50, closing=5, cleaning=5)
_MORNING, _AFTERNOON, _HALF = 8 * 60, 13 * 60, 16
"""Where half a day of visits begins, and how many it has; a quarter before it in the morning one more."""
_OPERATION_STARTS = (8 * 60, 9 * 60 + 20, 10 * 60 + 40)
_LEFT_FREE = 0.015
_NO_VISITS = 2
"""The weekday, Wednesday, on whose afternoon the first two of each kind who operate see nobody."""
_HOURS = (((7 * 60, 18 * 60),), ((7 * 60 + 30, 17 * 60 + 30),), ((7 * 60, 17 * 60),))


@dataclass(frozen=True, slots=True)
class BigPractice:
    """What was put into a store."""

    store: Store
    codes: dict[str, ActorId]
    patients: tuple[ActorId, ...]
    visit: TypeId
    examination: TypeId
    operation: ProcedureId
    months: int = 0
    entries: int = 0

    @classmethod
    def in_store(cls, store: Store, patients: int = PATIENTS) -> Self:
        """Set the practice up, with nothing in its calendar."""
        with store.write() as connection:
            writes.save_site(connection, _site())
            codes = {actor.code: writes.save_actor(connection, actor) for actor in actors()}
            visit, examination = (writes.save_type(connection, each) for each in _types())
            operation = writes.save_procedure(connection, _operation())
            known = tuple(
                writes.insert_patient(connection, Patient(f"P-{number}", f"Familie {number}", "Anna"))
                for number in range(1, patients + 1)
            )
        return cls(store, codes, known, visit, examination, operation)

    def grown(self, months: int) -> Self:
        """The same with so many months booked: the measured one, those ahead, and the rest before it."""
        days = [*_days(*_bounds(months))]
        there = set(_days(*_bounds(self.months))) if self.months else set()
        new = (booking for day in days if day not in there for booking in self._bookings(day))
        return replace(self, months=months, entries=self.entries + poured(self.store, self.entries, new))

    def _bookings(self, day: date) -> Iterator[Booking]:
        """A day like every other, but for who operates where, who has a room, and what was left free."""
        number = day.toordinal()
        random = Random(number)
        patients = _from(self.patients, number * 7)
        operating: set[int] = set()
        for team in range(TEAMS):
            codes = team_of(number * TEAMS + team, team)
            operating |= {int(code[1:]) for code, _ in codes[:3]}
            parts = tuple((self.codes[code], role) for code, role in codes)
            for start in _OPERATION_STARTS:
                at = ZONE.at(day, start)
                yield Booking(
                    at, PHASES.total, next(patients), parts, procedure=self.operation, phases=PHASES
                )
        off = {*SURGEONS[:2], *ASSISTANTS[:2], *ANAESTHETISTS[:2]} if day.weekday() == _NO_VISITS else set()
        halves = ((_MORNING, range(-1, _HALF), operating), (_AFTERNOON, range(_HALF), off))
        for first, places, away in halves:
            begin = ZONE.at(day, first)
            for place in places:
                at = begin + place * RASTER * 60
                for who in range(PRACTITIONERS):
                    if random.random() < _LEFT_FREE or who in away:
                        continue
                    room = (who + number) % PRACTITIONERS
                    parts = ((self.codes[f"D{who}"], Role.PRACTITIONER),)
                    if room < CONSULTING_ROOMS:
                        parts += ((self.codes[f"R{room}"], Role.ROOM),)
                    if room == 0:
                        parts += ((self.codes["sono0"], Role.DEVICE),)
                    type_id = self.examination if room < CONSULTING_ROOMS else self.visit
                    yield Booking(at, MINUTES, next(patients), parts, type=type_id)


def team_of(number: int, devices: int) -> tuple[tuple[str, Role], ...]:
    """Who operates together, by code."""
    return (
        (f"D{SURGEONS[number % 4]}", Role.SURGEON),
        (f"D{ASSISTANTS[number % 4]}", Role.ASSISTANT),
        (f"D{ANAESTHETISTS[number % 4]}", Role.ANAESTHETIST),
        (f"OP{number % OPERATING_ROOMS}", Role.ROOM),
        (f"c-arm{devices}", Role.DEVICE),
        (f"tower{devices}", Role.DEVICE),
    )


def _bounds(months: int) -> tuple[date, date]:
    """The first day of so many months, and the day after the last."""
    ahead = min(months - 1, AHEAD)
    return _month(ahead + 1 - months), _month(ahead + 1)


def _month(by: int) -> date:
    number = MONTH.year * 12 + MONTH.month - 1 + by
    return date(number // 12, number % 12 + 1, 1)


def _days(first: date, end: date) -> Iterator[date]:
    for by in range((end - first).days):
        day = first + timedelta(days=by)
        if day.weekday() < 5:
            yield day


def _from(patients: Sequence[ActorId], place: int) -> Iterator[ActorId]:
    """All of them once: nobody comes twice on a day."""
    place %= len(patients)
    yield from patients[place:]
    yield from patients[:place]


def _site() -> Site:
    return Site("BIG", "Big practice", ZONE.name, availability=Availability(hours=_week((7 * 60, 18 * 60))))


def _week(*windows: tuple[int, int]) -> tuple[WeeklyWindow, ...]:
    return tuple(WeeklyWindow(weekday, *each) for weekday in range(5) for each in windows)


def actors(prefix: str = "") -> Iterator[Actor]:
    """Its people, rooms and devices; with a prefix those of another practice, never taken for these."""
    for number in range(PRACTITIONERS):
        roles = [Role.PRACTITIONER]
        for role, able in (
            (Role.SURGEON, SURGEONS),
            (Role.ASSISTANT, ASSISTANTS),
            (Role.ANAESTHETIST, ANAESTHETISTS),
        ):
            roles += [role] if number in able else []
        breaks = _week((12 * 60 + 15, 12 * 60 + 45)) if number % 3 == 2 else ()
        working = Availability(hours=_week(*_HOURS[number % 3]), breaks=breaks)
        code = f"{prefix}D{number}"
        yield Actor(code, ActorKind.PRACTITIONER, code, roles=tuple(roles), availability=working)
    for kind, plain, category in _places():
        code = f"{prefix}{plain}"
        yield Actor(code, kind, code, category=f"{prefix}{category}")


def _places() -> Iterator[tuple[ActorKind, str, str]]:
    for number in range(CONSULTING_ROOMS):
        yield ActorKind.ROOM, f"R{number}", "consulting"
    for number in range(OPERATING_ROOMS):
        yield ActorKind.ROOM, f"OP{number}", "operating"
    for code in ("c-arm0", "c-arm1", "tower0", "tower1", "sono0"):
        yield ActorKind.DEVICE, code, code[:-1]


def _types() -> Iterator[AppointmentType]:
    doctor = Need(Role.PRACTITIONER)
    yield AppointmentType("VISIT", "Visit", MINUTES, buffer_after=5, need=(doctor,))
    room = Need(Role.ROOM, category="consulting")
    yield AppointmentType("EXAM", "Examination", MINUTES, buffer_after=5, need=(doctor, room))


def _operation() -> Procedure:
    asleep = (Phase.SETUP, Phase.SURGERY, Phase.CLOSING)
    return Procedure(
        "OPERATION",
        "Operation",
        PHASES,
        need=(
            Need(Role.SURGEON, phases=(Phase.SURGERY, Phase.CLOSING)),
            Need(Role.ASSISTANT, phases=asleep),
            Need(Role.ANAESTHETIST, phases=asleep),
            Need(Role.ROOM, category="operating"),
            Need(Role.DEVICE, category="c-arm", phases=(Phase.SURGERY,)),
            Need(Role.DEVICE, category="tower", phases=(Phase.SURGERY,)),
        ),
    )
