"""Filtering by keys and clicks: marked over the calendar, ended by Escape, remembered."""

import pytest
from PySide6.QtCore import QPoint, Qt

from praxidesk.engine.vocabulary import Status, type_service
from praxidesk.ui.calendar.entry_filter import EntryFilter
from praxidesk.ui.calendar.grid.time_grid import TimeGrid
from praxidesk.ui.calendar.tile_face import Muting
from praxidesk.ui.filtering.filter_sheet import FilterSheet
from praxidesk.ui.settings_file import SettingsFile
from tests.ui.desk import SHIFT, Desk, Key
from tests.ui.desk_practice import CHECKUP, URGENT, WEBER
from tests.ui.window.conftest import OpenDesk


def mutings(desk: Desk) -> dict[int, Muting]:
    view = desk.window.parts.views.view
    assert isinstance(view, TimeGrid)
    assert view._layout is not None
    return {tile.entry: tile.face.muting for column in view._layout.columns for tile in column.tiles}


def filter_sheet(desk: Desk) -> FilterSheet:
    desk.press(Key.Key_G)
    return desk.sheet(FilterSheet)


def test_g_space_enter_filters_by_the_first_status(desk: Desk) -> None:
    sheet = filter_sheet(desk)
    desk.press(Key.Key_Space)
    assert sheet.statuses[Status.PENDING].isChecked()
    assert sheet.count.words() == "1 von 29 Terminen"
    desk.press(Key.Key_Return)
    desk.no_sheet()
    seen = [entry for entry, muting in mutings(desk).items() if muting is Muting.NONE]
    assert seen == [13]
    bar = desk.window.parts.filter_bar
    assert bar.isVisible()
    assert bar.title.words() == "Filter: 1 von 29 Terminen"
    assert "Angefragt" in bar.text.words()


def test_escape_in_the_sheet_changes_nothing(desk: Desk) -> None:
    filter_sheet(desk)
    desk.press(Key.Key_Space)
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert not desk.window.filtering.filter.is_active
    assert not desk.window.parts.filter_bar.isVisible()


def test_escape_deselects_first_and_then_ends_the_filter(desk: Desk) -> None:
    desk.window.filtering.show(EntryFilter(statuses=frozenset({Status.BOOKED})))
    desk.select(7)
    desk.press(Key.Key_Escape)
    assert desk.window.filtering.filter.is_active
    desk.press(Key.Key_Escape)
    assert not desk.window.filtering.filter.is_active
    assert set(mutings(desk).values()) == {Muting.NONE}


def test_shift_g_and_the_button_end_it_too(desk: Desk) -> None:
    wanted = EntryFilter(people=frozenset({WEBER}))
    desk.window.filtering.show(wanted)
    desk.press(Key.Key_G, SHIFT)
    assert not desk.window.filtering.filter.is_active
    desk.window.filtering.show(wanted)
    desk.window.parts.filter_bar.clear.click()
    assert not desk.window.parts.filter_bar.isVisible()


def test_a_click_in_the_legend_filters_by_type_and_another_adds(desk: Desk) -> None:
    rows = desk.window.parts.side.legend.rows
    for place, ids in ((0, {CHECKUP}), (2, {CHECKUP, URGENT}), (0, {URGENT})):
        desk.qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=QPoint(40, place * 25 + 12))
        asked = desk.window.filtering.filter.services
        assert asked == frozenset(map(type_service, ids))


def test_the_legend_is_filtered_by_keys_too(desk: Desk) -> None:
    rows = desk.window.parts.side.legend.rows
    rows.setFocus()
    desk.press(Key.Key_Down)
    assert rows.accessibleName() == "Erstvorstellung"
    desk.press(Key.Key_Space)
    assert rows.accessibleName() == "Erstvorstellung, im Filter"
    assert desk.window.parts.filter_bar.isVisible()


def test_hidden_entries_are_blocks_that_say_only_when(desk: Desk) -> None:
    desk.window.filtering.show(EntryFilter(services=frozenset({type_service(URGENT)}), hides=True))
    assert mutings(desk)[7] is Muting.HIDDEN
    assert "belegt" in desk.window.parts.filter_bar.text.words()


def test_a_filter_returns_at_the_next_start_without_the_patient(
    open_desk: OpenDesk, settings: SettingsFile
) -> None:
    first = open_desk()
    first.window.filtering.show(EntryFilter(frozenset({Status.BOOKED}), patient="Kaya", hides=True))
    first.window.close()
    settings.sync()
    second = open_desk()
    assert second.window.filtering.filter == EntryFilter(frozenset({Status.BOOKED}), hides=True)
    assert second.window.parts.filter_bar.isVisible()
    second.window.close()
    settings.sync()
    assert "Kaya" not in settings.file.read_text("utf-8")


@pytest.mark.parametrize("typed", ['<img src="x">', "\u202eKaya", "x" * 300, "%1 {name}"])
def test_a_hostile_patient_text_is_shown_as_it_is(desk: Desk, typed: str) -> None:
    sheet = filter_sheet(desk)
    sheet.patient.setText(typed)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert desk.window.parts.filter_bar.title.words() == "Filter: 0 von 29 Terminen"
    assert desk.window.parts.filter_bar.text.textFormat() is Qt.TextFormat.PlainText
    desk.window.grab()
