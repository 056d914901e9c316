"""Rows written as tables of a practice file are read back as the same rows."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.availability import Absence, DayException, WeeklyWindow
from praxidesk.engine.practice_draft import PracticeRow, section_of
from praxidesk.engine.vocabulary import Weeks
from praxidesk.exchange.practice_document import document_of, table_of_row
from praxidesk.exchange.practice_file import PracticeFile, PracticeFileError, read
from tests.exchange.practices import practice_of

ROOT = Path(__file__).parents[2]
FILES = (
    ROOT / "docs" / "examples" / "complete-practice.toml",
    ROOT / "praxidesk" / "resources" / "demo" / "practice.toml",
    ROOT / "tests" / "contract" / "practice.toml",
    ROOT / "tests" / "contract" / "rules.toml",
)


def rows(file: PracticeFile) -> list[PracticeRow]:
    site = [file.site] if file.site is not None else []
    return [
        *site,
        *file.branches,
        *file.groups,
        *file.actors,
        *file.types,
        *file.procedures,
        *file.reservations,
        *file.combinations,
    ]


@pytest.mark.parametrize("path", [each for each in FILES if each.exists()], ids=lambda path: path.parent.name)
def test_a_whole_practice_comes_back_as_it_was(path: Path) -> None:
    file = read(path)
    policy = {kind.value: severity.value for kind, severity in file.policy.items()}
    document = document_of([(section_of(row).value, table_of_row(row)) for row in rows(file)], policy)
    assert read(document) == replace(file, patients=())


def _weber() -> Actor:
    return next(each for each in read(FILES[0]).actors if each.code == "WEB")


def _reread(row: Actor) -> Actor:
    (found,) = read({section_of(row).value: [table_of_row(row)]}, stored=practice_of(FILES[0])).actors
    return found


@pytest.mark.parametrize(
    "absence",
    [
        pytest.param(Absence(datetime(2026, 12, 1), datetime(2026, 12, 2), "krank"), id="one-day"),
        pytest.param(
            Absence(datetime(2026, 12, 1, 0, 30), datetime(2026, 12, 2)), id="from-half-past-midnight"
        ),
        pytest.param(Absence(datetime(2026, 12, 1), datetime(2026, 12, 1, 12)), id="a-morning"),
    ],
)
def test_absences_of_days_and_of_hours_come_back(absence: Absence) -> None:
    weber = _weber()
    row = replace(weber, availability=replace(weber.availability, absences=(absence,)))
    assert _reread(row) == row


def test_hours_of_some_weeks_and_seasons_come_back() -> None:
    weber = _weber()
    windows = (
        WeeklyWindow(0, 0, 1440, Weeks.ODD, date(2026, 10, 1), date(2027, 3, 31)),
        WeeklyWindow(0, 600, 720, Weeks.EVEN),
        WeeklyWindow(6, 1, 2, Weeks.ALL, date.min, date(2026, 12, 31)),
    )
    row = replace(
        weber,
        availability=replace(
            weber.availability, hours=windows, exceptions=(DayException(date(2026, 11, 24), 600, 1440),)
        ),
    )
    assert _reread(row) == row


def test_a_fault_names_the_place_in_the_order_of_the_row() -> None:
    weber = _weber()
    windows = (WeeklyWindow(3, 600, 720), WeeklyWindow(0, 800, 700))
    row = replace(weber, availability=replace(weber.availability, hours=windows))
    with pytest.raises(PracticeFileError) as refused:
        _reread(row)
    assert [each.field for each in refused.value.errors] == ["practitioner[0].hours[1].to"]


def test_the_example_has_rows_of_every_kind() -> None:
    found = rows(read(FILES[0]))
    assert len({section_of(row) for row in found}) == 10
    assert any(isinstance(row, Group) for row in found)
