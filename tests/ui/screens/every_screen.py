"""Every view and dialog of the window by its name, and how one comes to it: a new screen is one line."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QApplication

from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.practice_settings.setting_words import Page
from praxidesk.ui.search.command_sheet import CommandSheet
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind
from tests.ui.desk import Desk
from tests.ui.desk_practice import MONDAY
from tests.ui.screens import beginnings, booking, entries, lists, logins, practice, trouble
from tests.ui.screens.screen import Screen, press, view

A = ActionId

VIEWS = (
    Screen("day", view(A.VIEW_DAY)),
    Screen("week", view(A.VIEW_WEEK)),
    Screen("month", view(A.VIEW_MONTH)),
    Screen("rooms", view(A.VIEW_ROOMS)),
)
DIALOGS = (
    Screen("waiting", lists.waiting),
    Screen("details", entries.selected),
    Screen("several", entries.several),
    Screen("booking", booking.booking),
    Screen("booking-line", booking.line),
    Screen("booking-new-patient", booking.new_patient),
    Screen("booking-change", booking.edit),
    Screen("others-at-work", booking.others),
    Screen("refusal", entries.refusal),
    Screen("stale", entries.stale),
    Screen("cancel", entries.cancel),
    Screen("series-scope", entries.scope),
    Screen("series", booking.series),
    Screen("combined", booking.combined),
    Screen("search", lists.search),
    Screen("patient-data", lists.patient_data),
    Screen("commands", press(A.COMMANDS, CommandSheet)),
    Screen("filter", press(A.FILTER, Sheet)),
    Screen("save-view", press(A.SAVE_VIEW, Sheet)),
    Screen("saved-views", press(A.SAVED_VIEWS, Sheet)),
    Screen("history", lists.history),
    Screen("desk-name", lists.desk_name),
    Screen("locked", logins.locked),
    Screen("sign-in", logins.sign_in),
    Screen("password", logins.password),
    Screen("logins", logins.list_of_logins),
    Screen("logins-new", logins.new_login),
    Screen("logins-password", logins.new_password),
    Screen("logins-none", logins.no_logins),
    Screen("conflicts", lists.conflicts),
    Screen("diagnosis", lists.open_diagnosis),
    Screen("diagnosis-server", lists.diagnosis_of_server),
    Screen("diagnosis-waiting", partial(lists.diagnosis_of_server, page=1)),
    Screen("rules", press(A.RULES, Sheet)),
    Screen("absence", practice.absence),
    *(Screen(f"settings-{page.value}", practice.page_of_settings(page)) for page in Page),
    Screen("settings-clash", practice.settings_clash),
    Screen("print", lists.open_print),
    Screen("import", beginnings.bring_import),
    Screen("import-words", beginnings.import_words),
    Screen("import-preview", beginnings.import_preview),
    Screen("error", trouble.error),
    Screen("offline", trouble.offline),
    Screen("wizard", beginnings.wizard),
    Screen("demo-close", beginnings.closing),
    Screen("server", beginnings.server),
    # What these put into the day stays in it.
    Screen("operation", entries.operation),
    Screen("delay", entries.delay),
    Screen("elsewhere", entries.elsewhere),
    # Last: what it takes away does not come back.
    Screen("fault", trouble.fault),
    Screen("welcome", beginnings.welcome),
)
SCREENS = (*VIEWS, *DIALOGS)


@contextmanager
def shown(desk: Desk, screen: Screen) -> Iterator[None]:
    """The screen, for as long as it is looked at."""
    desk.window.go_to(Shown(ViewKind.DAY, MONDAY))
    settle(desk)
    screen.open(desk)
    settle(desk)
    yield
    sheet = desk.window.conversations.sheet
    if sheet is not None:
        sheet.close_sheet()
    if desk.window.signing_in.sheet is not None:
        logins.unlock(desk)
    if desk.gateway.person.sites:
        desk.gateway.store.reveal()
        desk.gateway.work_as(replace(logins.ANNA, role=None))
        desk.gateway.refresh()
    desk.gateway.editors_changed.emit(())
    desk.window.toast.hide()
    if desk.window.waiting.is_shown:
        desk.window.waiting.toggle()
    if desk.window.parts.connection.isVisible():
        desk.gateway.state_changed.emit(desk.gateway.state)


def settle(desk: Desk) -> None:
    """Everything that is to come has come: answers, layouts, repaints."""
    for _ in range(3):
        QApplication.processEvents()
        desk.qtbot.waitUntil(lambda: desk.window.parts.views.is_ready)
        sheet = desk.window.conversations.sheet
        if sheet is not None:
            sheet._place()
