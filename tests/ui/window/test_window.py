"""The window as a whole: keys, refresh, settings, languages, hostile names."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.vocabulary import ActorId, EntryId, EntryKind, Status
from praxidesk.ui.actions.action_list import ACTIONS, ActionId
from praxidesk.ui.booking.patient_field import Page
from praxidesk.ui.calendar.state import MenuWanted
from praxidesk.ui.look.appearance import Appearance
from praxidesk.ui.look.theme import ThemeName
from praxidesk.ui.panels.month_sheet import MonthSheet
from praxidesk.ui.search.command_sheet import CommandSheet
from praxidesk.ui.search.search_sheet import SearchSheet
from praxidesk.ui.settings import DeskSettings, ThemeMode
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.window.workplace import Workplace
from praxidesk.ui.wording.language import Language
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import StoreState
from tests.ui import desk_practice
from tests.ui.desk import ALT, CTRL, Desk, Key
from tests.ui.desk_practice import BRANDT, KOC, WEBER, at
from tests.ui.fake_gateway import FakeGateway
from tests.ui.window.conftest import OpenDesk

HOSTILE = '<img src="file:///etc/passwd"><b>Meier</b> & {name} %1 %n'
LETTERS = "nfbemacdx1234t/"


def test_letters_are_text_while_a_field_has_the_focus(desk: Desk) -> None:
    desk.select(7)
    before = desk.window.shown
    desk.press(Key.Key_N)
    sheet = desk.booking()
    desk.write(LETTERS)
    assert sheet.patient.search.text() == LETTERS
    sheet.form.note.setFocus()
    desk.write(LETTERS)
    assert sheet.form.note.toPlainText() == LETTERS
    assert desk.window.conversations.sheet is sheet
    assert desk.window.shown == before
    assert desk.gateway.submitted == []


def test_letters_do_nothing_to_the_calendar_behind_a_sheet(desk: Desk) -> None:
    desk.select(7)
    desk.press(Key.Key_N)
    sheet = desk.settled()
    sheet.cancel.setFocus()
    for letter in LETTERS:
        desk.write(letter)
    assert desk.window.conversations.sheet is sheet
    assert desk.gateway.submitted == []
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    desk.press(Key.Key_2)
    assert desk.window.shown.view is ViewKind.WEEK


@pytest.mark.parametrize(
    ("key", "view"),
    [(Key.Key_2, ViewKind.WEEK), (Key.Key_3, ViewKind.MONTH), (Key.Key_4, ViewKind.ROOMS)],
)
def test_digits_turn_the_view_and_one_comes_back(desk: Desk, key: Key, view: ViewKind) -> None:
    desk.press(key)
    assert desk.window.shown.view is view
    assert desk.view.hasFocus()
    desk.press(Key.Key_1)
    assert desk.window.shown.view is ViewKind.DAY


def test_paging_and_today(desk: Desk) -> None:
    desk.press(Key.Key_PageDown)
    assert desk.window.parts.toolbar.title.words() == "Dienstag, 24. November 2026"
    desk.press(Key.Key_PageUp)
    desk.press(Key.Key_PageUp)
    assert desk.window.parts.toolbar.title.words() == "Sonntag, 22. November 2026"
    desk.press(Key.Key_T)
    assert desk.window.shown.day == desk_practice.MONDAY


def test_selection_and_scroll_survive_what_others_do(desk: Desk) -> None:
    desk.select(7)
    bar = desk.window.parts.views.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    where = bar.value()
    other = replace(desk.entry(22), version=2, status=Status.ARRIVED)
    desk.gateway.store.entries[other.id] = other
    desk.gateway.refresh()
    assert desk.window.parts.views.selected() == 7
    assert bar.value() == where
    assert desk.window.feed.entry(EntryId(22)) == other


def test_the_details_follow_what_others_do(desk: Desk) -> None:
    desk.select(7)
    theirs = replace(desk.entry(7), version=2, note="von drüben")
    desk.gateway.store.entries[theirs.id] = theirs
    desk.gateway.refresh()
    assert desk.window.parts.details.entry.note.toPlainText() == "von drüben"


def test_what_is_typed_survives_what_others_do(desk: Desk) -> None:
    desk.press(Key.Key_N)
    sheet = desk.booking()
    desk.write("schr")
    desk.gateway.refresh()
    assert sheet.patient.search.text() == "schr"
    assert QApplication.focusWidget() is sheet.patient.search


def test_hostile_names_are_plain_text_everywhere(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    store = gateway.store
    villain = PatientOnEntry(ActorId(1050), "P-1050", HOSTILE, HOSTILE, None, "", HOSTILE)
    store.patients[villain.id] = villain
    entry = store.entries[EntryId(7)]
    store.entries[entry.id] = replace(
        entry, patient=villain, note=HOSTILE, reason=HOSTILE, override_reason=HOSTILE
    )
    desk = open_desk(gateway)
    desk.select(7)
    assert desk.window.parts.details.entry.title.words() == f"{HOSTILE}, {HOSTILE}"
    desk.press(Key.Key_A)
    desk.toast()
    assert_plain(desk.window)
    desk.press(Key.Key_Delete)
    desk.qtbot.waitUntil(lambda: desk.window.conversations.sheet is not None)
    assert_plain(desk.window)
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_E)
    sheet = desk.settled()
    assert sheet.patient.page() is Page.CHOSEN
    assert_plain(desk.window)
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    desk.press(Key.Key_Slash)
    search = desk.sheet(SearchSheet)
    desk.write("img")
    desk.qtbot.waitUntil(lambda: len(search.pages.patients) == 1)
    assert_plain(desk.window)


def assert_plain(window: QWidget) -> None:
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or "<" not in label.text(), label.text()
    for widget in window.findChildren(QWidget):
        assert "<img" not in widget.toolTip()
    for field in window.findChildren(QLineEdit):
        assert "&lt;" not in field.text()


def test_no_key_means_two_things(desk: Desk) -> None:
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_the_command_list_finds_and_does_what_it_lists(desk: Desk) -> None:
    desk.press(Key.Key_K, CTRL)
    sheet = desk.sheet(CommandSheet)
    assert len(sheet.choices.lines()) > 20
    desk.write("woch")
    found = [line.cells[0].text for line in sheet.choices.lines()]
    assert found[0] == "Ansicht: Woche"
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert desk.window.shown.view is ViewKind.WEEK


def test_search_books_for_whom_it_finds(desk: Desk) -> None:
    desk.press(Key.Key_F, CTRL)
    sheet = desk.sheet(SearchSheet)
    desk.write("kaya")
    desk.qtbot.waitUntil(lambda: bool(sheet.pages.patients))
    desk.press(Key.Key_Return)
    booking = desk.settled()
    patient = booking.session.state.draft.patient
    assert isinstance(patient, PatientOnEntry)
    assert patient.family == "Kaya"


def test_search_goes_to_an_entry(desk: Desk) -> None:
    desk.press(Key.Key_Slash)
    sheet = desk.sheet(SearchSheet)
    desk.write("lorenz")
    desk.qtbot.waitUntil(lambda: bool(sheet.pages.entries))
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert desk.window.parts.views.selected() == 7


def test_the_next_free_time_from_the_patient_found(desk: Desk) -> None:
    desk.press(Key.Key_Slash)
    sheet = desk.sheet(SearchSheet)
    desk.write("kaya")
    desk.qtbot.waitUntil(lambda: bool(sheet.pages.patients))
    desk.press(Key.Key_F, ALT)
    assert desk.settled().session.state.slots


def test_the_next_start_remembers_the_desk_and_nobody_s_data(
    desk: Desk, open_desk: OpenDesk, settings: SettingsFile
) -> None:
    window = desk.window
    desk.press(Key.Key_2)
    window.parts.side.actors.row(BRANDT).click()
    window.actions_[ActionId.SIDE_PANEL].trigger()
    window.actions_[ActionId.THEME_DARK].trigger()
    window.parts.views.view.zoom_in()
    zoom = window.parts.views.zoom(ViewKind.WEEK)
    desk.select(7)
    window.close()
    again = open_desk().window
    assert again.shown.view is ViewKind.WEEK
    assert again.parts.side.actors.checked() == (WEBER, KOC, BRANDT)
    assert not again.parts.side.isVisible()
    assert again.appearance.theme.name is ThemeName.DARK
    assert again.parts.views.zoom(ViewKind.WEEK) == zoom
    settings.sync()
    written = settings.file.read_text("utf-8")
    assert "dark" in written
    assert "Lorenz" not in written
    again.actions_[ActionId.THEME_LIGHT].trigger()


def test_settings_of_an_unknown_program_are_passed_over(settings: SettingsFile) -> None:
    for key in ("look/theme", "look/language", "calendar/view", "calendar/zoom_day"):
        settings.set_value(key, "martian")
    read = DeskSettings(settings)
    assert read.theme is ThemeMode.SYSTEM
    assert read.view is ViewKind.DAY
    assert read.zoom(ViewKind.DAY) is None


def test_f10_opens_the_menu_and_its_button_says_so(desk: Desk) -> None:
    toolbar = desk.window.parts.toolbar
    assert "(F10)" in toolbar.menu.toolTip()
    desk.press(Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert menu is toolbar.menu.menu()
    assert toolbar.menu.menu().activeAction() is not None
    menu.close()


def test_the_language_changes_while_the_program_runs(desk: Desk) -> None:
    desk.select(7)
    desk.window.actions_[ActionId.ENGLISH].trigger()
    parts = desk.window.parts
    desk.qtbot.waitUntil(lambda: parts.toolbar.title.words() == "Monday, 23 November 2026")
    assert parts.toolbar.book.words() == "New appointment"
    assert parts.details.entry.status.button(Status.NOSHOW).words() == "No-show"
    assert parts.status.entries.words() == "29 entries"
    assert desk.window.actions_.key(ActionId.UNDO) == "Ctrl+Z"
    desk.window.actions_[ActionId.GERMAN].trigger()
    desk.qtbot.waitUntil(lambda: parts.toolbar.title.words() == "Montag, 23. November 2026")
    assert parts.status.entries.words() == "29 Termine"


def test_english_plurals(open_desk: OpenDesk) -> None:
    desk = open_desk(language=Language.ENGLISH)
    waiting = desk.window.parts.status.waiting
    desk.qtbot.waitUntil(lambda: waiting.words() == "4 in the waiting room")


def test_the_palette_changes_while_the_program_runs(desk: Desk) -> None:
    for action, name in ((ActionId.THEME_DARK, ThemeName.DARK), (ActionId.THEME_LIGHT, ThemeName.LIGHT)):
        desk.window.actions_[action].trigger()
        assert desk.window.appearance.theme.name is name


@pytest.mark.parametrize(
    ("width", "side", "details"),
    [(1600, True, True), (1280, True, True), (1100, True, False), (920, False, False)],
)
def test_panels_fold_away_where_there_is_no_room(desk: Desk, width: int, side: bool, details: bool) -> None:
    desk.window.resize(width, 800)
    assert desk.window.parts.side.isVisible() is side
    assert desk.window.parts.details.isVisible() is details


@pytest.mark.parametrize(
    ("key", "side", "details"),
    [(Key.Key_1, True, True), (Key.Key_2, True, False), (Key.Key_3, True, False), (Key.Key_4, False, True)],
)
def test_each_view_has_its_own_panels_at_first(desk: Desk, key: Key, side: bool, details: bool) -> None:
    desk.press(key)
    assert desk.window.parts.side.isVisible() is side
    assert desk.window.parts.details.isVisible() is details


def test_a_panel_opened_beside_the_plan_is_remembered_there(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.press(Key.Key_4)
    desk.press(Key.Key_B, CTRL)
    assert desk.window.parts.side.isVisible()
    desk.window.close()
    again = open_desk()
    assert again.window.shown.view is ViewKind.ROOMS
    assert again.window.parts.side.isVisible()


def test_in_the_plan_of_rooms_an_operation_is_booked(desk: Desk) -> None:
    desk.press(Key.Key_4)
    desk.press(Key.Key_N)
    assert desk.settled().session.state.draft.kind is EntryKind.OPERATION


def test_beside_the_plan_of_rooms_operations_are_counted(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    entries = gateway.store.entries
    for each in (EntryId(7), EntryId(8)):
        entries[each] = replace(entries[each], kind=EntryKind.OPERATION)
    desk = open_desk(gateway)
    said = desk.window.parts.status.entries
    assert said.words() == "29 Termine"
    desk.press(Key.Key_4)
    desk.qtbot.waitUntil(lambda: said.words() == "2 Operationen")
    desk.press(Key.Key_1)
    desk.qtbot.waitUntil(lambda: said.words() == "29 Termine")


def test_a_new_patient_typed_as_a_search_is_written_as_a_name(desk: Desk) -> None:
    desk.press(Key.Key_N)
    fields = desk.booking().patient.new
    for typed, family, given in (
        ("yıldız özge", "Yıldız", "Özge"),
        ("von der weide, anna-lena", "von der Weide", "Anna-Lena"),
        ("McKay ian", "McKay", "ian"),
        ("o'brien 3.4.1980", "O'Brien", ""),
    ):
        fields.begin(typed)
        assert (fields.family.text(), fields.given.text()) == (family, given)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("width", [900, 1100, 1280, 1600])
def test_nothing_in_the_toolbar_is_squeezed(open_desk: OpenDesk, language: Language, width: int) -> None:
    desk = open_desk(language=language)
    desk.press(Key.Key_2)
    desk.window.resize(width, 800)
    toolbar = desk.window.parts.toolbar
    assert toolbar.today.minimumWidth() >= toolbar.today.sizeHint().width()
    desk.window.appearance.set_mode(ThemeMode.DARK)
    assert toolbar.today.minimumWidth() >= toolbar.today.sizeHint().width()
    for widget in (toolbar.today, toolbar.title, toolbar.week):
        needed = widget.fontMetrics().horizontalAdvance(getattr(widget, "words", widget.text)())
        desk.qtbot.waitUntil(partial(_has_room, widget, needed))
    assert toolbar.book.width() >= toolbar.book.sizeHint().width()
    assert toolbar.book.geometry().right() < width
    for place in range(4):
        button = toolbar.views.button(place)
        needed = button.fontMetrics().horizontalAdvance(button.text()) + 9
        desk.qtbot.waitUntil(partial(_has_room, button, needed))


def test_a_name_without_a_space_does_not_push_the_details_apart(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    long = PatientOnEntry(ActorId(1050), "P-1050", "W" * 200, "W" * 60, None, "", "")
    gateway.store.patients[long.id] = long
    entry = gateway.store.entries[EntryId(7)]
    gateway.store.entries[entry.id] = replace(entry, patient=long, note="W" * 200)
    desk = open_desk(gateway)
    desk.select(7)
    details = desk.window.parts.details.entry
    desk.qtbot.waitUntil(lambda: details.title.height() > 100)
    for part in (details.title, details.note, details.status):
        assert part.width() <= details.width()


def test_a_store_that_does_not_open_says_why(open_desk: OpenDesk) -> None:
    desk = open_desk()
    parts = desk.window.parts
    state = StoreState(connected=False, since=at("09:40"), fault=StoreFault.EMPTY)
    desk.gateway.state_changed.emit(state)
    assert parts.status.live.words() == "ohne Verbindung seit 09:40; der Stand kann veraltet sein"
    nothing = parts.nothing
    assert nothing.title.words() == "In dieser Datenbank ist noch keine Praxis angelegt."
    assert nothing.text.words().endswith("PraxiDesk öffnet die Praxis von selbst, sobald es geht.")
    desk.gateway.state_changed.emit(replace(state, fault=StoreFault.DAMAGED, detail="no database"))
    assert nothing.text.words().splitlines()[-1] == (
        "Buchen Sie nicht weiter und spielen Sie die letzte Sicherung zurück."
    )
    assert nothing.detail.words() == "Für den Support: no database"


def test_no_widget_becomes_a_window_of_its_own(desk: Desk) -> None:
    for entry in (4, 7, 30):
        desk.select(entry)
        desk.qtbot.waitUntil(lambda: not desk.window.parts.details.isHidden())
    desk.press(Key.Key_E)
    desk.settled()
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    strays = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not desk.window]
    assert strays == []


def _has_room(widget: QWidget, needed: int) -> bool:
    return widget.isHidden() or widget.width() >= needed


def test_the_next_free_time_for_the_patient_selected(desk: Desk) -> None:
    desk.select(22)
    desk.press(Key.Key_F)
    draft = desk.settled().session.state.draft
    assert draft.patient == desk.entry(22).patient
    assert draft.type == desk.entry(22).type
    assert draft.minute is None


def test_the_context_menu_offers_what_can_be_done(desk: Desk) -> None:
    desk.select(4)
    desk.window.parts.views.menu_wanted.emit(MenuWanted(EntryId(4), None, QPoint(100, 100)))
    desk.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert "Absagen …" in texts
    assert "Zurück auf gebucht" in texts
    menu.close()


def test_cancelled_entries_are_shown_on_request(desk: Desk) -> None:
    gone = replace(desk.entry(7), version=2, status=Status.CANCELLED)
    desk.gateway.store.entries[gone.id] = gone
    desk.gateway.refresh()
    desk.window.parts.views.select(gone.id)
    assert desk.window.parts.views.selected() is None
    desk.window.actions_[ActionId.SHOW_CANCELLED].trigger()
    assert desk.window.parts.views.selected() == 7
    assert not desk.window.actions_[ActionId.ARRIVED].isEnabled()
    desk.window.actions_[ActionId.RESTORE].trigger()
    desk.qtbot.waitUntil(lambda: desk.entry(7).status is Status.BOOKED)


def test_names_choose_columns(desk: Desk) -> None:
    side = desk.window.parts.side
    before = side.actors.checked()
    row = side.actors.row(BRANDT)
    desk.qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    assert side.actors.checked() == tuple(each for each in before if each != BRANDT)
    desk.qtbot.mouseDClick(row, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    assert side.actors.checked() == (BRANDT,)


def test_a_day_of_the_month_sheet_is_gone_to(desk: Desk) -> None:
    sheet = desk.window.parts.side.findChild(MonthSheet)
    assert isinstance(sheet, MonthSheet)
    day = date(2026, 11, 26)
    desk.qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.cell(day).center())
    assert desk.window.shown.day == day
    sheet.setFocus()
    desk.press(Key.Key_Down)
    assert desk.window.shown.day == date(2026, 12, 3)


def test_slow_work_is_told_and_quick_work_is_not(desk: Desk) -> None:
    desk.gateway.is_held = True
    desk.select(7)
    desk.press(Key.Key_A)
    busy = desk.window.parts.status.busy
    assert busy.words() == ""
    desk.qtbot.waitUntil(lambda: busy.words() == "speichert …")
    desk.gateway.release()
    assert busy.words() == ""


def test_a_day_asked_for_before_the_practice_is_known_stays(qtbot: QtBot, settings: SettingsFile) -> None:
    gateway, remembered = FakeGateway(), DeskSettings(settings)
    appearance = Appearance(cast(QApplication, QApplication.instance()), remembered)
    window = Workplace(cast(Gateway, gateway), appearance, remembered)
    appearance.setParent(window)
    qtbot.addWidget(window)
    wanted = Shown(ViewKind.WEEK, date(2026, 12, 15))
    window.go_to(wanted)
    with qtbot.waitSignal(gateway.load_finished):
        gateway.start()
    assert window.shown == wanted
