"""Tables go through the one way to book: in batches, repeatable, and without a trace when rehearsed."""

from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from praxidesk.engine.outcomes import Done, Invalid, Outcome, Refused
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.vocabulary import ConflictKind
from praxidesk.exchange.csv_mapping import read_mapping
from praxidesk.exchange.csv_rows import RowMapper
from praxidesk.exchange.csv_table import Table, TableError
from praxidesk.models.store import OverlapRefused, Store
from praxidesk.services import imports
from praxidesk.services.booking import book_in
from praxidesk.services.desk import Desk
from praxidesk.services.imports import PatientFate, RowResult, import_table, rehearse_table
from praxidesk.services.look import Look
from tests.services.diary import Diary
from tests.statement_log import StatementLog

MAPPING = """
[request]
key = { column = "No", prefix = "t-" }
type = "FREI"
start = { column = "Start" }
minutes = { column = "Min" }
participants = [{ role = "practitioner", actor = { column = "Who" } }]
patient = { column = "Pat", optional = true }
status = { column = "Status", codes = { b = "booked", c = "cancelled", f = "fulfilled" } }
"""
HEADER = "No,Start,Min,Who,Pat,Status\n"


@contextmanager
def opened(desk: Desk, rows: str, mapping: str = MAPPING, header: str = HEADER) -> Iterator[tuple[Any, ...]]:
    read = read_mapping(mapping)
    table = Table("t.csv", (header + rows).splitlines(keepends=True), read.layout)
    yield desk, table, RowMapper(read, table)


def imported(
    diary: Diary, rows: str, mapping: str = MAPPING, header: str = HEADER, **more: Any
) -> list[RowResult]:
    with opened(diary.desk, rows, mapping, header) as (desk, table, mapper):
        return list(import_table(desk, table, mapper, lambda: diary.now, **more))


def rehearsed(diary: Diary, rows: str, mapping: str = MAPPING, header: str = HEADER) -> list[RowResult]:
    with opened(diary.desk, rows, mapping, header) as (desk, table, mapper):
        return list(rehearse_table(desk, table, mapper, lambda: diary.now))


def words(results: list[RowResult]) -> list[str]:
    """What became of each row, in a word."""
    return [_word(result) for result in results]


def _word(result: RowResult) -> str:
    match result.outcome:
        case Done():
            return "replayed" if result.outcome.replayed else "booked"
        case Refused():
            return "refused"
        case Invalid():
            return "invalid"
    return "skipped" if result.row.skipped else "fault" if result.row.faults else "none"


ROWS = (
    "1,2026-11-23 09:00,30,KOC,,b\n"
    "2,2026-11-23 09:15,30,KOC,,b\n"
    "3,2026-11-23 09:30,30,KOC,,b\n"
    "4,2026-11-23 09:00,30,WEB,P-99,b\n"
    "5,nonsense,30,WEB,,b\n"
)
FATES = ["booked", "refused", "booked", "invalid", "fault"]


def starts(diary: Diary) -> list[int]:
    return [entry.starts_at for entry in diary.stored()]


@pytest.mark.parametrize("batch_rows", [1, 2, 3, 100])
def test_rows_meet_each_other_whatever_the_batch(diary: Diary, batch_rows: int) -> None:
    results = imported(diary, ROWS, batch_rows=batch_rows)
    assert words(results) == FATES
    assert [result.row.line for result in results] == [2, 3, 4, 5, 6]
    refused = results[1].outcome
    assert isinstance(refused, Refused)
    busy = next(each for each in refused.conflicts if each.kind is ConflictKind.PRACTITIONER_BUSY)
    first = results[0].outcome
    assert isinstance(first, Done)
    assert busy.entry == first.entry.id
    assert results[1].keys == {first.entry.id: "t-1"}
    assert starts(diary) == [diary.at("09:00"), diary.at("09:30")]


def test_an_import_is_run_again_without_doubling_anything(diary: Diary) -> None:
    imported(diary, ROWS)
    before = diary.stored()
    again = imported(diary, ROWS + "6,2026-11-23 12:00,30,KOC,,b\n")
    assert words(again) == ["replayed", "refused", "replayed", "invalid", "fault", "booked"]
    assert len(diary.stored()) == len(before) + 1


def test_an_import_that_stopped_goes_on_where_it_was(diary: Diary) -> None:
    with opened(diary.desk, ROWS) as (desk, table, mapper):
        results = import_table(desk, table, mapper, lambda: diary.now, batch_rows=1)
        assert _word(next(results)) == "booked"
        assert isinstance(results, Generator)
        results.close()
    assert starts(diary) == [diary.at("09:00")]
    assert words(imported(diary, ROWS)) == ["replayed", *FATES[1:]]


def test_another_row_under_a_known_key_is_named(diary: Diary) -> None:
    imported(diary, "1,2026-11-23 09:00,30,KOC,,b\n")
    [changed, twice, again] = imported(
        diary, "1,2026-11-23 10:00,30,KOC,,b\n7,2026-11-23 11:00,30,KOC,,b\n7,2026-11-23 12:00,30,KOC,,b\n"
    )
    assert words([changed, twice, again]) == ["invalid", "booked", "invalid"]
    assert isinstance(again.outcome, Invalid)
    assert [error.field for error in again.outcome.errors] == ["key"]


def test_a_rehearsal_says_the_same_and_leaves_nothing(diary: Diary) -> None:
    assert words(rehearsed(diary, ROWS)) == FATES
    assert diary.stored() == ()
    assert words(imported(diary, ROWS)) == FATES


def test_cancelled_rows_do_not_stand_in_the_way(diary: Diary) -> None:
    rows = (
        "1,2026-11-23 09:00,30,KOC,,c\n"
        "2,2026-11-23 09:00,30,KOC,,f\n"
        "3,2026-11-23 09:00,30,KOC,,c\n"
        "4,2026-11-23 09:00,30,KOC,,b\n"
    )
    assert words(imported(diary, rows)) == ["booked", "booked", "booked", "refused"]
    assert [entry.status.value for entry in diary.stored()] == ["cancelled", "fulfilled", "cancelled"]


def test_a_batch_is_one_commit(diary: Diary, statements: StatementLog) -> None:
    rows = "".join(
        f"{number},2026-11-23 {8 + number}:00,30,KOC,,b\n".replace(" 9:", " 09:") for number in range(1, 6)
    )
    statements.clear()
    assert words(imported(diary, rows)) == ["booked"] * 5
    assert statements.count("COMMIT") <= 2  # the look whether the practice changed, and the batch


def test_what_the_database_refuses_is_booked_row_by_row(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def overtaken(connection: Connection, desk: Desk, request: BookRequest, now: int, look: Look) -> Outcome:
        calls.append(request)
        if len(calls) == 3:
            raise OverlapRefused
        return book_in(connection, desk, request, now, look)

    monkeypatch.setattr(imports, "book_in", overtaken)
    assert words(imported(diary, ROWS)) == FATES
    assert len(calls) == 3
    assert starts(diary) == [diary.at("09:00"), diary.at("09:30")]


def test_two_desks_import_the_same_table_at_once(diary: Diary, store_url: str) -> None:
    day = [f"{hour:02}:{minute:02}" for hour in range(8, 16) for minute in range(0, 60, 10)]
    rows = "".join(f"{number},2026-11-23 {start},10,KOC,,b\n" for number, start in enumerate(day))

    def other_desk() -> list[str]:
        with closing(Store.open(store_url)) as store:
            return words(imported(replace(diary, desk=Desk.open(store)), rows, batch_rows=7))

    with ThreadPoolExecutor(2) as desks:
        answers = [answer.result() for answer in [desks.submit(other_desk), desks.submit(other_desk)]]
    assert all(sorted(pair) == ["booked", "replayed"] for pair in zip(*answers, strict=True))
    assert len(starts(diary)) == len(day)


PATIENTS = """
[patient]
number = { column = "No" }
family = { column = "F" }
given = { column = "G" }
"""


def test_patients_are_added_once_and_stay_as_stored(diary: Diary) -> None:
    header, rows = "No,F,G\n", "X-1,Öz,Ada\nX-2,Groß,Ida\nX-1,Other,Name\n"
    fates = [result.patient for result in rehearsed(diary, rows, PATIENTS, header)]
    assert fates == [PatientFate.ADDED, PatientFate.ADDED, PatientFate.KNOWN]
    results = imported(diary, rows, PATIENTS, header)
    assert [result.patient for result in results] == fates
    again = imported(diary, rows, PATIENTS, header)
    assert [result.patient for result in again] == [PatientFate.KNOWN] * 3


def test_a_row_may_bring_its_patient_along(diary: Diary) -> None:
    mapping = MAPPING + PATIENTS.replace('"No"', '"Pat"').replace('"F"', '"Pat"').replace('"G"', '"Who"')
    rows = "1,2026-11-23 09:00,30,KOC,X-1,b\n2,2026-11-23 10:00,30,KOC,X-1,b\n"
    results = imported(diary, rows, mapping)
    assert words(results) == ["booked", "booked"]
    assert [result.patient for result in results] == [PatientFate.ADDED, PatientFate.KNOWN]
    numbers = {entry.patient.number for entry in diary.stored() if entry.patient is not None}
    assert numbers == {"X-1"}


def test_a_table_that_breaks_off_leaves_what_was_booked(diary: Diary, tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        yield HEADER
        yield "1,2026-11-23 09:00,30,KOC,,b\n"
        raise OSError(5, "Input/output error", str(tmp_path))

    mapping = read_mapping(MAPPING)
    table = Table("t.csv", lines(), mapping.layout)
    results = import_table(diary.desk, table, RowMapper(mapping, table), lambda: diary.now, batch_rows=1)
    assert _word(next(results)) == "booked"
    with pytest.raises(TableError, match="cannot be read after line 2"):
        next(results)
    assert starts(diary) == [diary.at("09:00")]


def test_rows_of_a_batch_share_one_look_at_what_stands_around_them(
    diary: Diary, statements: StatementLog
) -> None:
    def looks(rows: str) -> int:
        statements.clear()
        imported(diary, rows)
        return len([each for each in statements if "practice.version" in each and "allocation" in each])

    few = "".join(f"K{n},2026-11-23T{8 + n:02}:00,30,KOC,,b\n" for n in range(2))
    many = "".join(f"W{n},2026-11-24T{8 + n:02}:00,30,KOC,,b\n" for n in range(7))
    assert looks(few) == looks(many)
