"""The settings of the practice, and absences."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Absence
from praxidesk.engine.history import Doer, HistoryLine, HistoryPage, RowDeed, Topic
from praxidesk.engine.journal import Deed
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.practice_settings.absence_sheet import AbsenceSheet
from praxidesk.ui.practice_settings.setting_words import Page
from praxidesk.ui.practice_settings.settings_sheet import SettingsSheet
from praxidesk.worker.questions.history import AskHistory
from tests.ui.desk import CTRL, Desk, Key
from tests.ui.desk_practice import WEBER, at

A = ActionId


def page_of_settings(page: Page) -> Callable[[Desk], None]:
    def opened(desk: Desk) -> None:
        desk.window.gestures.do(A.SETTINGS)
        desk.sheet(SettingsSheet).body.show_page(page)

    return opened


def settings_clash(desk: Desk) -> None:
    page_of_settings(Page.PRACTITIONER)(desk)
    sheet = desk.sheet(SettingsSheet)
    before = desk.gateway.store.practice.actors[WEBER]
    monday, *hours = before.availability.hours
    away = Absence(datetime(2026, 12, 21), datetime(2026, 12, 24), "Urlaub")

    def changed(name: str, minute: int, absences: tuple[Absence, ...], specialty: str) -> Actor:
        windows = (replace(monday, from_minute=minute), *hours)
        available = replace(before.availability, hours=windows, absences=absences)
        return replace(before, name=name, specialty=specialty, availability=available)

    handle = sheet.body.handle
    assert handle is not None
    sheet.rows.put(handle, changed("Dr. med. Lena Weber-Kaya", 540, (away,), before.specialty))
    store = desk.gateway.store
    theirs = changed("Dr. Lena Weber", 570, (), "Chirurgie")
    theirs_saved = replace(store.practice, version=9, actors={**store.practice.actors, WEBER: theirs})
    doer, what = Doer("anna", "", "Platz 2", is_person=True), RowDeed("actor", before.name, WEBER)
    line = HistoryLine(1, at("09:40"), Deed.UPDATE, Topic.SETTINGS, doer, None, "", what)
    told = desk.gateway.answers.get(AskHistory)
    desk.gateway.answers[AskHistory] = lambda _: HistoryPage(1, 1, (line,))
    known, desk.gateway._practice = store.practice, theirs_saved
    store.practice = theirs_saved
    desk.press(Key.Key_S, CTRL)
    desk.qtbot.waitUntil(sheet.clashes.isVisible)
    desk.qtbot.waitUntil(lambda: "Platz 2" in sheet.clashes.grids[0].saved.words())
    desk.gateway._practice = store.practice = known
    if told is not None:
        desk.gateway.answers[AskHistory] = told


def absence(desk: Desk) -> None:
    desk.window.gestures.do(A.ABSENCE)
    sheet = desk.sheet(AbsenceSheet)
    desk.qtbot.waitUntil(lambda: not sheet.questions.is_previewing)
