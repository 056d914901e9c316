"""Whose columns a view shows, and that the next start shows the same."""

from pathlib import Path

import pytest

from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.shown.arrangement import ColumnsBy, Grid, WeekLength
from praxidesk.ui.shown.chosen_actors import ChosenActors
from praxidesk.ui.shown.view_kind import ViewKind
from tests.ui.desk_practice import CARM, KOC, MINOR, ROOM1, WEBER, practice

DAY, WEEK, MONTH = ViewKind.DAY, ViewKind.WEEK, ViewKind.MONTH


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "desk.json"


def opened(file: Path) -> tuple[ChosenActors, DeskSettings]:
    """As at a start of the program."""
    settings = DeskSettings(SettingsFile(file))
    chosen = ChosenActors(settings)
    chosen.know(practice())
    return chosen, settings


def test_left_out_rooms_come_back_as_they_were_chosen(file: Path) -> None:
    chosen, _ = opened(file)
    chosen.choose(DAY, (WEBER, ROOM1, CARM))
    chosen.show_columns(DAY, ColumnsBy.PRACTITIONERS)
    assert chosen.of(DAY) == (WEBER,)
    chosen.show_columns(DAY, ColumnsBy.ROOMS)
    assert chosen.of(DAY) == (ROOM1, CARM)
    chosen.show_columns(DAY, ColumnsBy.BOTH)
    assert chosen.of(DAY) == (WEBER, ROOM1, CARM)


def test_a_choice_among_practitioners_leaves_the_hidden_rooms_chosen(file: Path) -> None:
    chosen, _ = opened(file)
    chosen.choose(DAY, (WEBER, ROOM1))
    chosen.show_columns(DAY, ColumnsBy.PRACTITIONERS)
    chosen.choose(DAY, (KOC,))
    chosen.show_columns(DAY, ColumnsBy.BOTH)
    assert chosen.of(DAY) == (KOC, ROOM1)


def test_a_room_that_is_ticked_shows_although_rooms_were_left_out(file: Path) -> None:
    chosen, settings = opened(file)
    chosen.choose(DAY, (WEBER, ROOM1))
    chosen.show_columns(DAY, ColumnsBy.PRACTITIONERS)
    chosen.choose(DAY, (WEBER, MINOR))
    assert chosen.of(DAY) == (WEBER, MINOR)
    assert settings.columns(DAY) is ColumnsBy.BOTH


def test_columns_of_rooms_are_never_none_where_nobody_chose_a_room(file: Path) -> None:
    chosen, _ = opened(file)
    chosen.choose(WEEK, (WEBER, KOC))
    chosen.show_columns(WEEK, ColumnsBy.ROOMS)
    assert len(chosen.of(WEEK)) == 2
    assert set(chosen.of(WEEK)).isdisjoint({WEBER, KOC})


def test_a_month_is_not_arranged_in_columns(file: Path) -> None:
    chosen, _ = opened(file)
    before = chosen.of(MONTH)
    chosen.show_columns(MONTH, ColumnsBy.ROOMS)
    assert chosen.of(MONTH) == before


def test_columns_week_and_grid_are_the_same_at_the_next_start(file: Path) -> None:
    chosen, settings = opened(file)
    chosen.choose(DAY, (WEBER, ROOM1))
    chosen.show_columns(DAY, ColumnsBy.ROOMS)
    settings.week_length, settings.grid = WeekLength.SEVEN, Grid.FIFTEEN
    settings.sync()
    again, remembered = opened(file)
    assert again.of(DAY) == (ROOM1,)
    assert (remembered.week_length, remembered.grid) == (WeekLength.SEVEN, Grid.FIFTEEN)
    assert again.columns(WEEK) is ColumnsBy.BOTH


def test_what_another_version_wrote_falls_back_to_the_usual(file: Path) -> None:
    file.write_text("[calendar]\ngrid=7\nweek_length=nine\ncolumns_day=dogs\n", encoding="utf-8")
    chosen, settings = opened(file)
    assert (settings.grid, settings.week_length) == (Grid.AUTO, WeekLength.AUTO)
    assert chosen.columns(DAY) is ColumnsBy.BOTH
