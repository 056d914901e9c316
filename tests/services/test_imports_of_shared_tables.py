"""The hospital's and the clinic's tables, imported by the documented mappings and held against their rows."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Done, Refused
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ConflictKind, EntryKind, Role, Severity, Status
from praxidesk.exchange.csv_mapping import read_mapping
from praxidesk.exchange.csv_rows import RowMapper
from praxidesk.exchange.csv_table import Table, open_table
from praxidesk.exchange.practice_file import read
from praxidesk.models import queries
from praxidesk.models.store import Store
from praxidesk.services.desk import Desk
from praxidesk.services.imports import RowResult, import_table, rehearse_table
from praxidesk.services.setup import apply

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
DATA = ROOT.parent / "shared" / "data"
OR_TABLE = DATA / "or" / "or_utilization_2022_jan_feb.csv"
VISITS = DATA / "outpatient" / "medscheduler_2026h1_appointments.csv"
PATIENTS = DATA / "outpatient" / "medscheduler_2026h1_patients.csv"
SLOTS = DATA / "outpatient" / "gonzalez_galtier_slots_2025.csv"

pytestmark = pytest.mark.shared_data


def desk_of(store: Store, practice: str) -> Desk:
    apply(store, read(EXAMPLES / f"{practice}-practice.toml"))
    return Desk.open(store)


def imported(desk: Desk, path: Path, mapping: str, *, rehearse: bool = False) -> list[RowResult]:
    read_by = read_mapping(EXAMPLES / f"{mapping}-mapping.toml")
    work = rehearse_table if rehearse else import_table
    now = desk.zone.instant(datetime(2026, 11, 20, 12))
    with open_table(path, read_by.layout) as table:
        return list(work(desk, table, RowMapper(read_by, table), lambda: now))


def in_the_store(desk: Desk) -> tuple[Entry, ...]:
    zone = desk.zone
    span = Span(zone.instant(datetime(2021, 1, 1)), zone.instant(datetime(2028, 1, 1)))
    with desk.store.read() as connection:
        return queries.entries(connection, span)


def records(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


class Case(NamedTuple):
    """A row of the hospital's table, read by hand."""

    number: str
    room: str
    start: datetime
    end: datetime


def cases() -> list[Case]:
    found = []
    for row in records(OR_TABLE):
        month, day, rest = row["OR Schedule"].split("/")
        year, clock = rest.split()
        hour, minute = clock.split(":")
        start = datetime(2000 + int(year), int(month), int(day), int(hour), int(minute))
        end = start + timedelta(minutes=int(row["Booked Time (min)"]))
        found.append(Case(row["Encounter ID"], row["OR Suite"], start, end))
    return found


def test_every_case_is_booked_but_those_whose_room_is_taken(store: Store) -> None:
    desk = desk_of(store, "or")
    results = imported(desk, OR_TABLE, "or")

    # The definition: in the order of the table, a case is booked unless a booked one is in its room then.
    booked: list[Case] = []
    clashes: dict[str, set[str]] = {}
    for case in cases():
        others = {
            other.number
            for other in booked
            if other.room == case.room and other.start < case.end and case.start < other.end
        }
        if others:
            clashes[case.number] = others
        else:
            booked.append(case)
    assert len(results) == 1357
    assert len(clashes) == 14

    assert [result.row.key for result in results if isinstance(result.outcome, Done)] == [
        f"or-2022-{case.number}" for case in booked
    ]
    named: dict[str, set[str]] = {}
    for result in results:
        if isinstance(result.outcome, Refused):
            blocking = [each for each in result.outcome.conflicts if each.severity is Severity.BLOCKING]
            assert {each.kind for each in blocking} == {ConflictKind.ROOM_BUSY}
            assert result.row.key is not None
            keys = {result.keys[each.entry] for each in blocking if each.entry is not None}
            named[result.row.key.removeprefix("or-2022-")] = {key.removeprefix("or-2022-") for key in keys}
    assert named == clashes

    stored = in_the_store(desk)
    assert Counter(each.kind for each in stored) == {EntryKind.OPERATION: len(booked)}
    rooms = {actor_id: actor.code.removeprefix("OP") for actor_id, actor in desk.practice.actors.items()}
    assert Counter(
        (rooms[part.actor], desk.zone.local(part.starts_at), desk.zone.local(part.ends_at))
        for each in stored
        for part in each.allocations
    ) == Counter((case.room, case.start, case.end) for case in booked)


def test_the_hospital_is_imported_once(store: Store) -> None:
    desk = desk_of(store, "or")
    rehearsal = imported(desk, OR_TABLE, "or", rehearse=True)
    assert in_the_store(desk) == ()
    first = imported(desk, OR_TABLE, "or")
    assert [type(each.outcome) for each in rehearsal] == [type(each.outcome) for each in first]
    before = in_the_store(desk)
    again = imported(desk, OR_TABLE, "or")
    assert in_the_store(desk) == before
    assert Counter(each.outcome.replayed for each in again if isinstance(each.outcome, Done)) == {True: 1343}


def test_the_clinic_comes_with_its_patients_and_statuses(store: Store) -> None:
    desk = desk_of(store, "outpatient")
    patients = imported(desk, PATIENTS, "outpatient-patients")
    assert Counter(each.patient for each in patients) == {"added": 1941}
    visits = imported(desk, VISITS, "outpatient")
    assert all(isinstance(each.outcome, Done) for each in visits)
    stored = in_the_store(desk)
    assert Counter(each.status for each in stored) == {
        Status.FULFILLED: 1649,
        Status.CANCELLED: 366,
        Status.NOSHOW: 117,
        Status.BOOKED: 115 + 8,
    }
    people = {row["patient_id"]: row["name"] for row in records(PATIENTS)}
    expected = Counter(
        (row["appointment_date"], row["appointment_time"], people[row["patient_id"]])
        for row in records(VISITS)
    )
    assert expected == Counter(
        (
            f"{desk.zone.local(each.starts_at):%Y-%m-%d}",
            f"{desk.zone.local(each.starts_at):%H:%M:%S}",
            f"{each.patient.given} {each.patient.family}" if each.patient is not None else "",
        )
        for each in stored
    )
    assert {each.ends_at - each.starts_at for each in stored} == {15 * 60}


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_slots_that_are_taken_become_visits_and_free_ones_are_left_out(store: Store) -> None:
    desk = desk_of(store, "outpatient")
    results = imported(desk, SLOTS, "outpatient-slots")
    taken = [
        f"{row['appointment_date']} {row['appointment_time']}"
        for row in records(SLOTS)
        if row["is_available"] == "False"
    ]
    assert sum(each.row.skipped for each in results) == 10_440 - len(taken)
    stored = in_the_store(desk)
    assert [f"{desk.zone.local(each.starts_at):%Y-%m-%d %H:%M:%S}" for each in stored] == sorted(taken)
    assert {part.role for each in stored for part in each.allocations} == {Role.PRACTITIONER, Role.ROOM}


NAUGHTY = """
[request]
key = { line = true }
type = "VISIT"
start = "2026-11-23T09:00"
status = "cancelled"
reason = { column = "Text", prefix = "r" }
note = { column = "Text" }
participants = []
patient = { family = { column = "Text" }, given = { column = "Text" } }
"""


def test_naughty_strings_are_stored_as_they_are_or_named(store: Store) -> None:
    desk = desk_of(store, "outpatient")
    mapping = read_mapping(NAUGHTY)
    strings: list[str] = json.loads((DATA / "names" / "blns.json").read_text("utf-8"))
    file = io.StringIO()
    csv.writer(file).writerows([("Text", "Other"), *((text, "x") for text in strings)])
    table = Table("t.csv", io.StringIO(file.getvalue(), newline=""), mapping.layout)
    results = list(import_table(desk, table, RowMapper(mapping, table), lambda: 0))
    assert len(results) == len(strings)
    stored = {each.id: each for each in in_the_store(desk)}
    for text, result in zip(strings, results, strict=True):
        if not isinstance(result.outcome, Done):
            assert result.row.faults
            continue
        entry = stored[result.outcome.entry.id]
        assert entry.patient is not None
        assert {entry.note, entry.patient.family, entry.patient.given, entry.reason[1:]} == {text.strip()}
    assert len(stored) > 400
