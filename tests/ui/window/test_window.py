"""The window as a whole: keys, refresh, settings, languages, hostile names."""

from dataclasses import replace
from datetime import date
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
from praxidesk.ui.panels.month_sheet import MonthSheet
from praxidesk.ui.search.search_sheet import SearchSheet
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.window.workplace import Workplace
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import StoreState
from tests.ui import desk_practice
from tests.ui.desk import Desk, Key
from tests.ui.desk_practice import BRANDT, at
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


def test_f10_opens_the_menu_and_its_button_says_so(desk: Desk) -> None:
    toolbar = desk.window.parts.toolbar
    assert "(F10)" in toolbar.menu.toolTip()
    desk.press(Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert menu is toolbar.menu.menu()
    assert toolbar.menu.menu().activeAction() is not None
    menu.close()


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
