"""Saved views: saved and brought back by keys, named, changed, deleted, remembered."""

import pytest
from PySide6.QtWidgets import QApplication

from praxidesk.engine.vocabulary import Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.calendar.colour_by import ColourBy
from praxidesk.ui.calendar.entry_filter import EntryFilter
from praxidesk.ui.filtering.filter_codes import FilterCodes
from praxidesk.ui.overlays.toast import ToastKind
from praxidesk.ui.saved_views.save_view_sheet import SaveViewSheet
from praxidesk.ui.saved_views.saved_view import SavedView, read
from praxidesk.ui.saved_views.saved_views_sheet import SavedViewsSheet
from praxidesk.ui.search.command_sheet import CommandSheet
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.shown.arrangement import ColumnsBy, Grid
from praxidesk.ui.shown.view_kind import ViewKind
from tests.ui.desk import CTRL, SHIFT, Desk, Key
from tests.ui.desk_practice import KOC, MONDAY, WEBER
from tests.ui.window.conftest import OpenDesk

HOSTILE = "<b>x</b> & {name} %1 \u202e"


def save_as(desk: Desk, key: Key, name: str) -> None:
    desk.press(key, CTRL)
    desk.sheet(SaveViewSheet)
    desk.write(name)
    desk.press(Key.Key_Return)
    desk.no_sheet()


def test_a_view_is_saved_by_ctrl_and_its_key_and_comes_back_whole(desk: Desk) -> None:
    window = desk.window
    desk.press(Key.Key_2)
    window.choose_actors(("KOC",))
    window.actions_[ActionId.GRID_FIFTEEN].trigger()
    window.actions_[ActionId.COLOUR_PRACTITIONER].trigger()
    window.parts.views.set_zoom(ViewKind.WEEK, 12)
    window.filtering.show(EntryFilter(frozenset({Status.BOOKED}), hides=True))
    save_as(desk, Key.Key_F3, "Koc allein")
    assert "F3" in desk.toast()
    desk.press(Key.Key_1)
    window.filtering.clear()
    window.actions_[ActionId.GRID_AUTO].trigger()
    window.actions_[ActionId.COLOUR_TYPE].trigger()
    desk.press(Key.Key_F3)
    assert desk.toast() == "Ansicht „Koc allein“ (F3)"
    assert window.shown.view is ViewKind.WEEK
    assert window.shown.day == MONDAY
    assert window.actors.of(ViewKind.WEEK) == (KOC,)
    assert window.parts.side.actors.checked() == (KOC,)
    assert window.filtering.filter == EntryFilter(frozenset({Status.BOOKED}), hides=True)
    assert window._settings.grid is Grid.FIFTEEN
    assert window.actions_[ActionId.GRID_FIFTEEN].isChecked()
    assert window.actions_[ActionId.COLOUR_PRACTITIONER].isChecked()
    assert window.parts.views.zoom(ViewKind.WEEK) == 12


def test_left_out_rooms_are_saved_as_left_out(desk: Desk) -> None:
    desk.window.choose_actors(("WEB", "R1"))
    desk.press(Key.Key_S)
    save_as(desk, Key.Key_F1, "Nur Arzt")
    desk.press(Key.Key_S)
    desk.press(Key.Key_F1)
    assert desk.window.actors.of(ViewKind.DAY) == (WEBER,)
    assert desk.window.actors.columns(ViewKind.DAY) is ColumnsBy.PRACTITIONERS


def test_f1_is_help_until_a_view_is_saved_there(desk: Desk) -> None:
    for help_ in (Key.Key_F1, Key.Key_Question):
        desk.press(help_)
        sheet = desk.sheet(CommandSheet)
        assert len(sheet.lines()) > 60
        desk.press(Key.Key_Escape)
        desk.no_sheet()
    desk.press(Key.Key_S, CTRL)
    assert desk.sheet(SaveViewSheet).slot() == 2, "that key is the last to be proposed"
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    save_as(desk, Key.Key_F1, "Erste")
    desk.press(Key.Key_F1)
    assert "Erste" in desk.toast()
    assert desk.window.conversations.sheet is None


def test_an_empty_key_says_how_to_fill_it_and_changes_nothing(desk: Desk) -> None:
    before = desk.window.shown
    desk.press(Key.Key_F5)
    assert desk.toast() == "F5 ist noch leer. Strg+F5 speichert dort die jetzige Ansicht."
    assert desk.window.toast.kind() is ToastKind.HINT
    assert desk.window.shown == before


def test_in_the_sheet_function_keys_choose_the_key_and_say_what_they_replace(desk: Desk) -> None:
    save_as(desk, Key.Key_F2, "Erste")
    desk.press(Key.Key_S, CTRL)
    sheet = desk.sheet(SaveViewSheet)
    assert sheet.slot() == 3
    desk.press(Key.Key_F2)
    assert sheet.slot() == 2
    assert sheet.note.words() == "Ersetzt „Erste“ auf F2."
    desk.write("Zweite")
    desk.press(Key.Key_Return)
    assert {slot: view.name for slot, view in desk.window.saved_views.all().items()} == {2: "Zweite"}


def test_a_view_without_a_name_is_not_saved(desk: Desk) -> None:
    desk.press(Key.Key_F1, CTRL)
    sheet = desk.sheet(SaveViewSheet)
    assert sheet.name.selectedText()
    desk.write("   ")
    assert not sheet.save.isEnabled()
    desk.press(Key.Key_Return)
    assert desk.window.conversations.sheet is sheet
    desk.press(Key.Key_Escape)
    assert desk.window.saved_views.all() == {}


def test_the_list_shows_changes_and_deletes_by_keys(desk: Desk) -> None:
    save_as(desk, Key.Key_F1, "Eins")
    save_as(desk, Key.Key_F2, "Zwei")
    desk.press(Key.Key_S, SHIFT)
    desk.sheet(SavedViewsSheet)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_E)
    sheet = desk.sheet(SaveViewSheet)
    desk.press(Key.Key_F7)
    desk.write("Sieben")
    assert sheet.note.words() == "F7 ist frei."
    desk.press(Key.Key_Return)
    assert [(slot, view.name) for slot, view in desk.window.saved_views.all().items()] == [
        (1, "Eins"),
        (7, "Sieben"),
    ]
    desk.press(Key.Key_S, SHIFT)
    listed = desk.sheet(SavedViewsSheet)
    desk.press(Key.Key_Delete)
    assert len(listed.choices.lines()) == 1
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert desk.toast() == "Ansicht „Sieben“ (F7)"


def test_the_command_list_knows_saved_views_by_name_and_no_empty_ones(desk: Desk) -> None:
    save_as(desk, Key.Key_F4, "Chirurgie")
    desk.press(Key.Key_K, CTRL)
    sheet = desk.sheet(CommandSheet)
    names = [line.cells[0].text for line in sheet.choices.lines()]
    assert "Chirurgie" in names
    assert "Gespeicherte Ansicht 5" not in names


def test_saved_views_return_at_the_next_start_and_hold_no_patient(
    open_desk: OpenDesk, settings: SettingsFile
) -> None:
    first = open_desk()
    first.window.filtering.show(EntryFilter(patient="Kaya"))
    save_as(first, Key.Key_F8, "Acht")
    first.window.close()
    settings.sync()
    assert "Acht" in (written := settings.file.read_text("utf-8"))
    assert "Kaya" not in written
    second = open_desk()
    second.press(Key.Key_F8)
    assert second.toast() == "Ansicht „Acht“ (F8)"
    second.window.close()


def test_a_hostile_name_is_shown_as_it_is(desk: Desk) -> None:
    desk.press(Key.Key_F1, CTRL)
    sheet = desk.sheet(SaveViewSheet)
    sheet.name.setText(HOSTILE)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    desk.press(Key.Key_F1)
    assert HOSTILE.strip() in desk.toast()
    desk.press(Key.Key_S, SHIFT)
    assert desk.sheet(SavedViewsSheet).choices.lines()[0].cells[0].text == HOSTILE.strip()
    desk.window.grab()


def test_a_saved_view_of_people_who_are_gone_shows_whom_the_practice_has(desk: Desk) -> None:
    desk.window._settings.set_saved_view(1, SavedView("Alt", ViewKind.DAY, ("GONE",)).written())
    desk.press(Key.Key_F1)
    assert len(desk.window.actors.of(ViewKind.DAY)) > 1


@pytest.mark.parametrize(
    "text", ["", "nonsense", "[]", "{}", '{"view": "year"}', '{"view": 3}', '{"view": ["day"]}']
)
def test_what_cannot_be_read_is_no_view(text: str) -> None:
    assert read(text) is None


def test_a_view_of_another_version_is_read_as_far_as_it_goes() -> None:
    text = '{"view": "day", "name": 5, "actors": ["A", 1], "zoom": "big", "grid": "7", "new": true}'
    assert read(text) == SavedView("", ViewKind.DAY, ("A",))
    whole = SavedView("n", ViewKind.WEEK, ("A",), zoom=8, filter=FilterCodes(("booked",), hides=True))
    assert read(whole.written()) == whole
    assert whole.colour_by is ColourBy.TYPE


def test_f_keys_rest_while_a_sheet_is_open(desk: Desk) -> None:
    save_as(desk, Key.Key_F1, "Eins")
    desk.press(Key.Key_2)
    desk.press(Key.Key_K, CTRL)
    desk.sheet(CommandSheet)
    desk.press(Key.Key_F1)
    assert desk.window.shown.view is ViewKind.WEEK
    assert QApplication.focusWidget() is not None
