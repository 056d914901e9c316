from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from praxidesk.engine.actors import Actor
from praxidesk.engine.entries import Entry, Patient
from praxidesk.engine.hours import background
from praxidesk.engine.spans import Span, intersected, merged
from praxidesk.engine.vocabulary import ActorId, ActorKind, ConflictKind, EntryKind, Role, Status
from praxidesk.models import writes
from praxidesk.models.store import StoreUnavailable
from praxidesk.services.demo import make_demo
from praxidesk.services.demo_practice.scene import PatientPool, TooFewPatients
from praxidesk.services.desk import Desk
from tests.services.demo_practice.made_practice import BERLIN, MadePractice, at, made
from tests.stores import Stores

MONDAY = date(2026, 11, 23)
SUNDAY_OF_CHANGE = date(2026, 3, 29)
LEAP_DAY = date(2028, 2, 29)
CHRISTMAS = date(2026, 12, 25)


@pytest.fixture(scope="module")
def monday(stores: Stores) -> MadePractice:
    with stores.new("sqlite") as store:
        return made(store, MONDAY, at(MONDAY, 10, 42))


def staff(practice: MadePractice, *roles: Role) -> list[Actor]:
    return [
        each
        for each in practice.practice.actors.values()
        if each.kind is ActorKind.PRACTITIONER and set(each.roles) & set(roles)
    ]


def places(practice: MadePractice, category: str) -> int:
    return sum(each.category == category for each in practice.practice.actors.values())


def test_it_has_the_people_and_things_of_a_day_clinic(monday: MadePractice) -> None:
    doctors = staff(monday, Role.SURGEON, Role.ANAESTHETIST)
    assert len(doctors) == 10
    assert len({each.specialty for each in doctors}) == 4
    assert sum(each.specialty == "anaesthesia" for each in doctors) == 3
    assert len(staff(monday, Role.ASSISTANT)) >= 4
    assert (places(monday, "consulting"), places(monday, "operating")) == (8, 4)
    assert sum(each.kind is ActorKind.DEVICE for each in monday.practice.actors.values()) == 8
    assert len(monday.practice.types) == 12
    assert len({each.colour for each in monday.practice.types.values()}) == 12
    assert len(monday.practice.procedures) == 10
    assert monday.report.patients == 4_000


def test_the_report_counts_what_is_stored(monday: MadePractice) -> None:
    kinds = Counter(each.kind for each in monday.entries)
    report = monday.report
    assert kinds == {
        EntryKind.APPOINTMENT: report.appointments,
        EntryKind.OPERATION: report.operations,
        EntryKind.BLOCKOUT: report.blockouts,
    }
    assert report.last_day - report.first_day == timedelta(days=12 * 7 - 1)
    days = {BERLIN.day_of(each.starts_at) for each in monday.entries}
    assert report.first_day <= min(days) <= report.first_day + timedelta(days=1)
    assert report.last_day - timedelta(days=4) <= max(days) <= report.last_day


def test_nobody_is_in_two_places_but_for_the_emergency(monday: MadePractice) -> None:
    (pair,) = monday.overlaps()
    assert monday.emergency().id in pair
    assert {each.kind for each in monday.entries if each.id in pair} == {EntryKind.APPOINTMENT}


def test_the_engine_finds_nothing_wrong_but_with_the_emergency(monday: MadePractice) -> None:
    found = monday.conflicts()
    emergency = monday.emergency()
    (neighbour,) = (each for each in found[emergency.id])
    assert neighbour.kind is ConflictKind.PRACTITIONER_BUSY
    assert neighbour.entry is not None
    assert set(found) == {emergency.id, neighbour.entry}
    assert [(each.kind, each.entry) for each in found[neighbour.entry]] == [
        (ConflictKind.PRACTITIONER_BUSY, emergency.id)
    ]


def test_only_the_practitioner_of_the_emergency_is_left_unguarded(monday: MadePractice) -> None:
    unguarded = {
        (each.id, part.role)
        for each in monday.entries
        if each.status.occupies
        for part in each.allocations
        if not part.blocking
    }
    assert unguarded == {(monday.emergency().id, Role.PRACTITIONER)}
    assert BERLIN.day_of(monday.emergency().starts_at) == MONDAY


def test_what_occupies_nothing_is_not_guarded(monday: MadePractice) -> None:
    settled = [each for each in monday.entries if not each.status.occupies]
    assert settled
    assert not any(part.blocking for each in settled for part in each.allocations)


def test_every_operation_has_its_whole_team_but_for_those_that_wait_for_a_room(monday: MadePractice) -> None:
    waiting = [
        each for each in monday.entries if each.kind is EntryKind.OPERATION and each.status is Status.PENDING
    ]
    assert len(waiting) == 3
    for each in waiting:
        assert {part.role for part in each.allocations} == {Role.SURGEON, Role.PATIENT}
        assert BERLIN.day_of(each.starts_at) > MONDAY
    for each in monday.entries:
        if each.kind is EntryKind.OPERATION and each.procedure is not None and each not in waiting:
            needs = {need.role for need in monday.practice.procedures[each.procedure].need}
            assert {part.role for part in each.allocations} == needs | {Role.PATIENT}


def test_mornings_of_these_days_are_full_and_later_ones_are_not(monday: MadePractice) -> None:
    def fullness(day: date) -> float:
        span = Span(at(day, 8), at(day, 12))
        open_time = taken = 0
        for id_, actor in monday.practice.actors.items():
            if Role.PRACTITIONER in actor.roles and Role.SURGEON in actor.roles:
                hours = background(monday.practice, BERLIN, id_, span).open
                parts = merged(
                    part.span
                    for each in monday.entries
                    if each.status.occupies or each.status is Status.NOSHOW
                    for part in each.allocations
                    if part.actor == id_
                )
                open_time += sum(end - start for start, end in hours)
                taken += sum(end - start for start, end in intersected(list(hours), parts))
        return taken / open_time

    # A surgeon's morning in theatre has gaps of its own: set-up and cleaning go on without.
    assert fullness(MONDAY) > 0.7
    assert fullness(MONDAY + timedelta(weeks=9)) < 0.5 * fullness(MONDAY)


def test_days_off_are_empty(monday: MadePractice) -> None:
    days = Counter(BERLIN.day_of(each.starts_at) for each in monday.entries)
    for off in (CHRISTMAS, date(2026, 12, 26), date(2027, 1, 1), date(2026, 11, 28), date(2026, 11, 29)):
        assert days[off] == 0
    assert days[date(2026, 12, 28)] > 0


def test_it_shows_everything_that_happens(monday: MadePractice) -> None:
    by_status = Counter(each.status for each in monday.entries)
    assert by_status[Status.CANCELLED] > 20
    assert by_status[Status.NOSHOW] > 10
    assert by_status[Status.PENDING] > 3
    assert by_status[Status.WAITLIST] == 4
    series = Counter(each.series for each in monday.entries if each.series is not None)
    assert len(series) >= 8
    assert sum(count >= 3 for count in series.values()) >= 6
    assert all(each.series_day == BERLIN.day_of(each.starts_at) for each in monday.entries if each.series)
    assert all(each.reason for each in monday.entries if each.status is Status.CANCELLED)
    assert sum(bool(each.note) for each in monday.entries) > 100
    blockouts = {each.reason for each in monday.entries if each.kind is EntryKind.BLOCKOUT}
    assert len(blockouts) >= 4
    assert {part.role for each in monday.entries for part in each.allocations} == set(Role)


def test_the_day_has_come_as_far_as_the_clock_says(monday: MadePractice) -> None:
    shown = at(MONDAY, 10, 30)  # the half hour that has begun
    late = 15 * 60
    patients = [each for each in monday.of_the_day() if each.patient and each.status is not Status.CANCELLED]
    for each in patients:
        if each.ends_at <= shown - late:
            assert each.status in (Status.FULFILLED, Status.NOSHOW)
        elif each.starts_at > shown:
            assert each.status in (Status.BOOKED, Status.ARRIVED)
    now_there = Counter(each.status for each in patients)
    assert now_there[Status.CHECKED_IN] >= 2
    assert now_there[Status.ARRIVED] >= 1
    other_days = [each for each in monday.entries if BERLIN.day_of(each.starts_at) > MONDAY]
    assert {each.status for each in other_days} <= {
        Status.BOOKED,
        Status.CANCELLED,
        Status.PENDING,
        Status.WAITLIST,
    }


def test_the_same_day_gives_the_same_practice(stores: Stores, dialect: str, monday: MadePractice) -> None:
    with stores.new(dialect) as store:
        again = made(store, MONDAY, at(MONDAY, 10, 55))
    assert again.digest() == monday.digest()


def plan_of(entries: tuple[Entry, ...]) -> list[object]:
    """Who is booked when, whatever has become of it."""
    return [
        (
            each.starts_at,
            each.ends_at,
            each.patient,
            each.type,
            each.procedure,
            each.note,
            each.status is Status.CANCELLED,
            [(part.actor, part.role, part.span) for part in each.allocations],
        )
        for each in entries
    ]


@pytest.mark.parametrize("hour", [0, 23])
def test_the_clock_changes_only_how_far_the_day_has_come(
    stores: Stores, hour: int, monday: MadePractice
) -> None:
    with stores.new("sqlite") as store:
        other = made(store, MONDAY, at(MONDAY, hour, 30))
    assert plan_of(other.entries) == plan_of(monday.entries)
    today = {each.status for each in other.of_the_day() if each.patient}
    if hour == 0:
        assert today <= {Status.BOOKED, Status.CANCELLED}
    else:
        assert today <= {Status.FULFILLED, Status.NOSHOW, Status.CANCELLED}


@pytest.mark.parametrize("day", [SUNDAY_OF_CHANGE, LEAP_DAY, CHRISTMAS], ids=str)
def test_any_day_will_do(stores: Stores, day: date, monday: MadePractice) -> None:
    with stores.new("sqlite") as store:
        other = made(store, day, now=0)
    assert other.digest() != monday.digest()
    assert len(other.entries) > 2_000
    (pair,) = other.overlaps()
    assert other.emergency().id in pair
    assert set(other.conflicts()) == pair
    assert 0 <= (BERLIN.day_of(other.emergency().starts_at) - day).days < 7


def test_it_is_made_whole_or_not_at_all(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object, **__: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(writes, "insert_entry", full_disk)
    with stores.new("sqlite") as store:
        with pytest.raises(OSError, match="no space left"):
            make_demo(store, MONDAY, at(MONDAY, 10))
        with pytest.raises(StoreUnavailable):
            Desk.open(store)


def test_the_demo_has_its_own_patients(monday: MadePractice) -> None:
    seen = {each.patient for each in monday.entries if each.patient is not None}
    assert len({(each.family, each.given, each.birth_date) for each in seen}) == len(seen) > 1_500
    assert all(each.birth_date and each.birth_date < MONDAY for each in seen)
    assert all(each.phone for each in seen)


@pytest.mark.parametrize("count", [0, 3])
def test_too_few_patients_are_said_instead_of_looked_for_without_end(count: int) -> None:
    people = [(ActorId(id_), Patient(str(id_), "Kaya", "Deniz", date(1990, 1, 1))) for id_ in range(count)]
    pool = PatientPool(people, MONDAY)
    found = {pool.choose(Random(1), MONDAY) for _ in range(count)}
    assert len(found) == count
    with pytest.raises(TooFewPatients, match="2026-11-23"):
        pool.choose(Random(1), MONDAY)
