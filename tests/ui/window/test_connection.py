"""While the store does not answer: said at the top and at the bottom, and in nobody's way."""

import re
from dataclasses import replace

from PySide6.QtCore import Qt

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import Status
from praxidesk.ui.actions.action_list import ACTIONS, ActionId
from praxidesk.ui.actions.permission import CHANGING
from praxidesk.ui.booking.booking_sheet import BookingSheet
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.worker.messages import Failed, StoreState
from tests.ui.desk import Desk
from tests.ui.desk_practice import MONDAY, NOW
from tests.ui.screens.every_screen import SCREENS, shown
from tests.ui.screens.example_day import screens_gateway
from tests.ui.window.conftest import OpenDesk

DAY = 24 * 60 * MINUTE


LOST = StoreState(False, NOW, 0.0, "postgresql", StoreFault.UNREACHABLE, as_of=NOW - MINUTE, is_passing=True)


def test_a_lost_connection_is_told_with_its_times_and_the_calendar_goes_on(desk: Desk) -> None:
    window, gateway = desk.window, desk.gateway
    strip, status = window.parts.connection, window.parts.status
    entries = tuple(window.feed.entries())
    assert strip.isHidden()

    # One that is found again at once moves nothing.
    gateway.state_changed.emit(LOST)
    assert (strip.isHidden(), status.live.words()) == (True, "verbindet wieder …")
    gateway.state_changed.emit(gateway.state)
    assert (strip._delay.isActive(), status.live.words()) == (False, "live")

    gateway.state_changed.emit(LOST)
    desk.qtbot.waitUntil(strip.isVisible)
    assert strip.title.words() == "Verbindung wird wiederhergestellt …"
    assert "Stand von 09:41" in strip.text.words()
    assert strip.give_up.isHidden()
    gateway.state_changed.emit(replace(LOST, is_passing=False))
    assert strip.title.words() == "Offline seit 09:42"
    assert strip.text.words().startswith("Der Datenbankserver antwortet nicht.")
    assert "seit 09:42" in status.live.words()
    assert strip.accessibleName().startswith("Offline seit 09:42 Der Datenbankserver")

    # What was loaded can be looked at, turned to and selected.
    assert tuple(window.feed.entries()) == entries
    window.gestures.do(ActionId.VIEW_WEEK)
    desk.select(entries[0].id)
    window.go_to(Shown(ViewKind.DAY, MONDAY))
    assert window.selected == entries[0]

    gateway.state_changed.emit(gateway.state)
    assert strip.isHidden()


def test_while_it_lasts_what_changes_something_is_greyed_and_says_since_when(desk: Desk) -> None:
    window, gateway = desk.window, desk.gateway
    booked = [each for each in window.feed.entries() if each.status is Status.BOOKED and each.patient]
    first, other = booked[:2]
    desk.select(first.id)
    note = window.parts.details.entry.note
    gateway.state_changed.emit(LOST)
    assert window.actions_.is_allowed(ActionId.BOOK), "what comes in the first seconds is sent later"
    gateway.state_changed.emit(replace(LOST, is_passing=False))
    why = "Offline seit 09:42: Ändern geht wieder, sobald die Datenbank antwortet."
    greyed = {spec.id for spec in ACTIONS if window.actions_.refusal(spec.id)}
    assert greyed == CHANGING
    assert not window.actions_.is_allowed(ActionId.BOOK)
    assert why in re.sub("<[^>]*>", "", window.actions_[ActionId.BOOK].toolTip())
    assert greyed.isdisjoint({ActionId.PATIENT, ActionId.PRINT, ActionId.SEARCH, ActionId.PARK})
    assert window.actions_.is_allowed(ActionId.PATIENT)
    window.parts.views.view.setFocus()
    desk.press(Qt.Key.Key_N)
    assert (desk.toast(), window.conversations.sheet) == (why, None)
    window.reception.set_status([first], Status.ARRIVED)
    assert gateway.submitted == []
    assert note.isReadOnly()
    buttons = window.parts.details.entry.buttons.values()
    assert not any(each.isEnabled() for each in buttons)
    gateway.state_changed.emit(gateway.state)
    assert window.actions_.is_allowed(ActionId.BOOK)
    assert not note.isReadOnly()
    assert all(each.isEnabled() and not each.toolTip() for each in buttons)

    # What was being written when it happened stays, whatever is looked at meanwhile, and is saved later.
    note.setFocus()
    note.insertPlainText("nüchtern")
    gateway.state_changed.emit(replace(LOST, is_passing=False))
    assert not note.isReadOnly()
    desk.select(other.id)
    assert (desk.toast(), note.toPlainText()) == (why, other.note)
    assert window.parts.details.has_unsaved_note()
    desk.select(first.id)
    assert "nüchtern" in note.toPlainText()
    window.parts.views.view.setFocus()
    gateway.state_changed.emit(gateway.state)
    elsewhere = replace(desk.entry(first.id), version=first.version + 1, reason="von nebenan")
    gateway.store.entries[first.id] = elsewhere
    gateway.refresh()
    assert "nüchtern" in note.toPlainText()
    note.setFocus()
    window.parts.views.view.setFocus()
    desk.qtbot.waitUntil(lambda: "nüchtern" in desk.entry(first.id).note)
    desk.select(other.id)
    desk.qtbot.waitUntil(lambda: not window.parts.details.has_unsaved_note())


def test_what_is_still_being_booked_is_counted_and_can_be_given_up(desk: Desk) -> None:
    strip, gateway = desk.window.parts.connection, desk.gateway
    yesterday = replace(LOST, unanswered=2, is_passing=False, since=NOW - DAY, as_of=NOW - DAY)
    gateway.state_changed.emit(yesterday)
    desk.qtbot.waitUntil(strip.isVisible)
    assert strip.title.words() == "Offline seit So 22. Nov. 09:42"
    assert strip.booking.words() == "2 Änderungen werden noch gespeichert …"
    with desk.qtbot.waitSignal(gateway.unanswered_given_up):
        desk.qtbot.mouseClick(strip.give_up, Qt.MouseButton.LeftButton)

    # A moment after the connection is back, it is still being asked for.
    gateway.state_changed.emit(StoreState(True, NOW, 1.0, "postgresql", unanswered=1))
    assert (strip.isVisible(), strip.title.words()) == (True, "Wieder verbunden")
    assert strip.booking.words() == "1 Änderung wird noch gespeichert …"
    gateway.state_changed.emit(gateway.state)
    assert strip.isHidden()


def test_a_sheet_whose_answer_was_lost_says_so_and_what_was_given_up_is_told(open_desk: OpenDesk) -> None:
    desk = open_desk(screens_gateway())
    gateway = desk.gateway
    booking = next(each for each in SCREENS if each.name == "booking")
    with shown(desk, booking):
        sheet = desk.sheet(BookingSheet)
        desk.qtbot.waitUntil(lambda: sheet.session.state.can_submit)
        gateway.is_held = True
        sheet.submit.click()
        ticket = sheet.session._submitted
        assert ticket is not None
        gateway.delayed.emit(ticket)
        assert "wird noch gebucht" in sheet.verdict.label.words()
        sheet.close_sheet()
    # Nobody waits in the sheet any more; what comes of it is told at the bottom.
    gateway.failed.emit(Failed(ticket, StoreFault.UNREACHABLE, "", gateway.submitted[-1], given_up=True))
    assert "aufgegeben" in desk.toast()
    assert "Der Termin wurde nicht gebucht." in desk.toast()
