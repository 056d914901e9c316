"""Columns, weeks, grids and whole months, by the keys somebody at the desk has."""

from datetime import date

import pytest

from praxidesk.engine.vocabulary import ActorKind
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.calendar.grid.cursor import step_minutes
from praxidesk.ui.calendar.grid.time_grid import TimeGrid
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.shown.arrangement import ColumnsBy, WeekLength
from praxidesk.ui.shown.view_kind import ViewKind
from tests.ui.desk import SHIFT, Desk, Key
from tests.ui.desk_practice import MINOR, MONDAY, ROOM1, WEBER
from tests.ui.window.conftest import OpenDesk


def grid(desk: Desk) -> TimeGrid:
    view = desk.window.parts.views.view
    assert isinstance(view, TimeGrid)
    return view


def shown_actors(desk: Desk) -> set[int]:
    layout = grid(desk)._layout
    assert layout is not None
    return {column.actor for column in layout.columns}


def test_s_goes_from_both_to_practitioners_to_rooms_and_the_list_follows(desk: Desk) -> None:
    desk.window.choose_actors(("WEB", "R1"))
    assert shown_actors(desk) == {WEBER, ROOM1}
    desk.press(Key.Key_S)
    assert shown_actors(desk) == {WEBER}
    assert desk.window.parts.side.actors.checked() == (WEBER,)
    assert desk.window.actions_[ActionId.COLUMNS_PRACTITIONERS].isChecked()
    assert desk.toast() == "Nur Spalten der Behandler"
    # What is ticked by showing it is in sight, too.
    rooms = desk.window.parts.side.actors._sections[ActorKind.ROOM]
    rooms.set_open(False)
    desk.press(Key.Key_S)
    assert shown_actors(desk) == {ROOM1}
    assert desk.window.parts.side.actors.checked() == (ROOM1,)
    assert rooms.is_open()
    desk.press(Key.Key_S)
    assert shown_actors(desk) == {WEBER, ROOM1}


def test_ticking_a_room_brings_back_what_was_left_out(desk: Desk) -> None:
    desk.window.choose_actors(("WEB", "R1"))
    desk.press(Key.Key_S)
    desk.window.parts.side.actors.row(MINOR).click()
    assert shown_actors(desk) == {WEBER, MINOR}
    assert desk.window.actions_[ActionId.COLUMNS_BOTH].isChecked()


def test_shift_w_turns_the_weekend_on_and_off_and_is_remembered(desk: Desk, settings: SettingsFile) -> None:
    desk.press(Key.Key_2)
    assert len(desk.window.feed.days) == 5
    desk.press(Key.Key_W, SHIFT)
    assert len(desk.window.feed.days) == 7
    assert DeskSettings(settings).week_length is WeekLength.SEVEN
    desk.press(Key.Key_W, SHIFT)
    assert len(desk.window.feed.days) == 5


def test_keys_of_weeks_and_columns_are_silent_where_they_say_nothing(desk: Desk) -> None:
    desk.press(Key.Key_W, SHIFT)
    assert DeskSettings(desk.window._settings._store).week_length is WeekLength.AUTO
    desk.press(Key.Key_3)
    desk.press(Key.Key_S)
    assert desk.window.actors.columns(ViewKind.DAY) is ColumnsBy.BOTH


@pytest.mark.parametrize(
    ("action", "minutes"), [(ActionId.GRID_FIVE, 5), (ActionId.GRID_TWENTY, 20), (ActionId.GRID_THIRTY, 30)]
)
def test_the_cursor_steps_and_drags_snap_by_the_chosen_grid(
    desk: Desk, action: ActionId, minutes: int
) -> None:
    desk.window.actions_[action].trigger()
    layout = grid(desk)._layout
    assert layout is not None
    assert (step_minutes(layout), layout.snap_minutes) == (minutes, minutes)


def test_the_grid_is_the_same_at_the_next_start(open_desk: OpenDesk) -> None:
    first = open_desk()
    first.window.actions_[ActionId.GRID_FIFTEEN].trigger()
    first.window.close()
    second = open_desk()
    layout = grid(second)._layout
    assert layout is not None
    assert layout.snap_minutes == 15
    assert second.window.actions_[ActionId.GRID_FIFTEEN].isChecked()
    second.window.close()


def test_paging_a_month_shows_whole_months_and_today_the_weeks_from_now(desk: Desk) -> None:
    desk.press(Key.Key_3)
    title = desk.window.parts.toolbar.title
    assert title.words() == "23. Nov. 2026 – 3. Jan. 2027"
    desk.press(Key.Key_PageDown)
    assert title.words() == "Dezember 2026"
    assert desk.window.feed.days[0] == date(2026, 11, 30)
    desk.press(Key.Key_PageUp)
    assert title.words() == "November 2026"
    desk.press(Key.Key_T)
    assert desk.window.feed.days[0] == MONDAY
    assert title.words() == "23. Nov. 2026 – 3. Jan. 2027"


def test_a_week_of_two_people_fits_a_small_screen(desk: Desk) -> None:
    desk.window.resize(1280, 800)
    desk.press(Key.Key_2)
    assert len(shown_actors(desk)) == 2
    desk.qtbot.waitUntil(lambda: grid(desk).horizontalScrollBar().maximum() == 0)
