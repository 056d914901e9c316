"""The demo practice: twelve weeks of a surgical day clinic around a day, the same for the same day."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Absence
from praxidesk.engine.entries import Patient
from praxidesk.engine.outcomes import Change
from praxidesk.engine.practice import Practice, Site
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId, EntryId, EntryKind, SeriesId, Status
from praxidesk.engine.walltime import Zone
from praxidesk.exchange import practice_file
from praxidesk.exchange.practice_file import PracticeFile
from praxidesk.models import writes
from praxidesk.models.at_desk import acting_as
from praxidesk.models.series_writes import SeriesRow, insert_series
from praxidesk.models.store import Store
from praxidesk.services.demo_practice.arrivals import let_patients_come
from praxidesk.services.demo_practice.booking_plan import BookingPlan, booking_plan, demo_text
from praxidesk.services.demo_practice.consulting import fill_consulting
from praxidesk.services.demo_practice.course import Course
from praxidesk.services.demo_practice.draft_calendar import DraftCalendar, DraftEntry, OfSeries
from praxidesk.services.demo_practice.incidents import (
    add_emergency,
    fill_blockouts,
    fill_requests,
    fill_waiting,
)
from praxidesk.services.demo_practice.operating_day import add_without_room, let_the_day_go_on
from praxidesk.services.demo_practice.people import make_patients
from praxidesk.services.demo_practice.repeats import fill_series, rule_of
from praxidesk.services.demo_practice.scene import PatientPool, Scene, days_around, seeded
from praxidesk.services.demo_practice.theatre import fill_theatre
from praxidesk.services.desk import read_practice
from praxidesk.services.series import SERIES, rule_values
from praxidesk.services.setup import written

PATIENTS = 4_000
DESKS = ("Platz 1", "Platz 2", "OP-Leitstelle")
_GLANCE_SECONDS = 30 * MINUTE
_USUAL_PRESENT_MINUTE = 10 * 60 + 30


@dataclass(frozen=True, slots=True)
class DemoReport:
    """What was made."""

    name: str
    """Of the practice."""
    patients: int
    appointments: int
    operations: int
    blockouts: int
    first_day: date
    last_day: date


class DemoGivenUp(Exception):
    """Nobody waits for it any more; nothing was stored."""


Follow = Callable[[int, int], bool]
"""Told how many entries of how many are written; whether to go on."""


def go_on(done: int, total: int) -> bool:  # noqa: ARG001  a Follow
    """Nobody looks on, and nobody gives up."""
    return True


def demo_site() -> Site:
    """Where the demo practice is, by which it is known again."""
    told = practice_file.read(demo_text("practice.toml"))
    if told.site is None:
        raise ValueError("the demo practice has no site")
    return told.site


def make_demo(store: Store, day: date, now: int, follow: Follow = go_on) -> DemoReport:
    """Fill an empty store with the demo practice: all of it, or nothing.

    ``follow`` hears of every entry, and may give up (``DemoGivenUp``).

    Who comes when hangs on the day alone. How far the day itself has come hangs on ``now``, by the half hour;
    at half past ten where ``now`` is another day.
    """
    plan = booking_plan()
    told = practice_file.read(demo_text("practice.toml"))
    site, actors = _dated(told, plan, day)
    patients = make_patients(seeded(day, "patients"), PATIENTS, day)
    with store.write() as connection:
        list(written(connection, None, replace(told, site=site, actors=actors)))
        ids = [writes.insert_patient(connection, each) for each in patients]
        practice = read_practice(connection)
        entries = _planned(practice, plan, day, now, list(zip(ids, patients, strict=True)))
        series: dict[int, SeriesId] = {}
        for done, each in enumerate(entries):
            if not follow(done, len(entries)):
                raise DemoGivenUp
            with acting_as(_desk(each, done)):
                id_ = _insert(connection, each, _series(connection, practice, each.series, series))
            with acting_as(_desk(each, done + 1)):
                _go_on_with(connection, id_, each)
    kinds = [each.proposal.kind for each in entries]
    days = days_around(day)
    return DemoReport(
        name=site.name,
        patients=len(patients),
        appointments=kinds.count(EntryKind.APPOINTMENT),
        operations=kinds.count(EntryKind.OPERATION),
        blockouts=kinds.count(EntryKind.BLOCKOUT),
        first_day=days[0],
        last_day=days[-1],
    )


def _desk(entry: DraftEntry, number: int) -> str:
    """Where it is done: a practice has more than one desk."""
    of_theatre = entry.proposal.kind is EntryKind.OPERATION
    return DESKS[-1] if of_theatre else DESKS[number % (len(DESKS) - 1)]


def _insert(connection: Connection, entry: DraftEntry, series: SeriesId | None) -> EntryId:
    return writes.insert_entry(
        connection,
        replace(entry.proposal, status=Status.BOOKED) if entry.came else entry.proposal,
        note=entry.note,
        reason=entry.reason,
        override_reason=entry.override_reason,
        key=None,
        now=entry.booked_at,
        series=series,
        series_day=entry.series.day if entry.series is not None else None,
    )


def _series(
    connection: Connection, practice: Practice, of: OfSeries | None, known: dict[int, SeriesId]
) -> SeriesId | None:
    """The series an entry belongs to, put in with its first one."""
    if of is None:
        return None
    if of.number not in known:
        starts = datetime.combine(of.first, time()) + timedelta(minutes=of.minute)
        row = SeriesRow(
            SERIES,
            starts.isoformat(timespec="seconds"),
            practice.site.timezone,
            json.dumps(rule_values(rule_of(of))),
        )
        known[of.number] = insert_series(connection, row)
    return known[of.number]


def _go_on_with(connection: Connection, id_: EntryId, entry: DraftEntry) -> None:
    """What has become of it since it was booked: who came, and what its operation has reached."""
    steps = list(entry.came)
    if entry.milestones:
        steps.append((entry.proposal.status, entry.milestones[-1].at))
    for version, (status, at) in enumerate(steps, start=1):
        writes.update_entry(connection, id_, version, change=Change.STATUS_CHANGED, now=at, status=status)
    if entry.milestones:
        writes.set_milestones(connection, id_, dict(entry.milestones))


def _planned(
    practice: Practice, plan: BookingPlan, day: date, now: int, patients: Sequence[tuple[ActorId, Patient]]
) -> list[DraftEntry]:
    """All entries, by start."""
    zone = Zone(practice.site.timezone)
    scene = Scene(
        practice=practice,
        zone=zone,
        plan=plan,
        today=day,
        days=days_around(day),
        pool=PatientPool(patients, day),
        course=Course(_present(zone, day, now), zone.day(day)),
        calendar=DraftCalendar(practice, zone),
    )
    scene.course.run_late(scene.random("delays"), [scene.actor(code) for code in plan.rooms])
    fill_blockouts(scene)
    visits = fill_theatre(scene)
    fill_series(scene)
    fill_consulting(scene, visits)
    add_emergency(scene)
    fill_requests(scene)
    fill_waiting(scene)
    add_without_room(scene)
    let_the_day_go_on(scene)
    let_patients_come(scene)
    return sorted(scene.calendar.entries, key=lambda each: each.proposal.starts_at)


def _present(zone: Zone, day: date, now: int) -> int:
    if zone.day_of(now) != day:
        return zone.at(day, _USUAL_PRESENT_MINUTE)
    # So that the same practice comes out of two calls, one shortly after the other.
    return now - now % _GLANCE_SECONDS


def _dated(told: PracticeFile, plan: BookingPlan, day: date) -> tuple[Site, tuple[Actor, ...]]:
    """Site and actors with the outing and the absences of the plan, on dates."""
    if told.site is None:
        raise ValueError("the demo practice has no site")
    outing = datetime.combine(day + timedelta(days=plan.outing.day), time())
    closure = Absence(
        outing + timedelta(minutes=plan.outing.from_minute), outing + timedelta(days=1), plan.outing.reason
    )
    site = replace(told.site, availability=replace(told.site.availability, absences=(closure,)))
    return site, tuple(_with_absences(each, plan, day) for each in told.actors)


def _with_absences(actor: Actor, plan: BookingPlan, day: date) -> Actor:
    midnight = datetime.combine(day, time())
    absences = tuple(
        Absence(midnight + timedelta(days=each.first), midnight + timedelta(days=each.last + 1), each.reason)
        for each in plan.absences
        if each.code == actor.code
    )
    return replace(actor, availability=replace(actor.availability, absences=absences))
