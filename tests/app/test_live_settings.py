"""The real window on real stores: absence and name are entered, beside another desk that does the same."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from praxidesk.app import Program, desk_settings
from praxidesk.engine.practice_draft import DraftSaved, PracticeDraft, RowChange
from praxidesk.models.at_desk import desk_name
from praxidesk.models.store import Store
from praxidesk.practice_clock import PracticeClock
from praxidesk.services.desk import Desk
from praxidesk.services.practice_drafts import save_draft
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.overlays.toast import ToastKind
from praxidesk.ui.practice_settings.absence_sheet import AbsenceSheet
from praxidesk.ui.practice_settings.field_parts import LinePart
from praxidesk.ui.practice_settings.settings_sheet import SettingsSheet
from praxidesk.ui.window.workplace import Workplace
from praxidesk.worker.opening import store_at
from tests.small_practice import put_into


@pytest.fixture
def program(qtbot: QtBot, store_url: str, tmp_path: Path) -> Iterator[Program]:
    store = Store.open(store_url)
    put_into(store)
    store.close()
    clock = PracticeClock(datetime(2026, 11, 23, 9, 0))
    made = Program(store_at(store_url), clock, desk_settings(tmp_path / "desk.json"))
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.gateway.load_finished):
        made.show()
    yield made
    made.end()


def test_an_absence_and_a_name_are_stored(qtbot: QtBot, program: Program, store_url: str) -> None:
    window, gateway = program.workplace, program.gateway
    window.gestures.do(ActionId.ABSENCE)
    sheet = window.conversations.sheet
    assert isinstance(sheet, AbsenceSheet)
    qtbot.waitUntil(lambda: not sheet.questions.is_previewing)
    with qtbot.waitSignal(gateway.practice_loaded):
        sheet.confirm.click()
    qtbot.waitUntil(lambda: window.conversations.sheet is None)

    window.gestures.do(ActionId.SETTINGS)
    settings = window.conversations.sheet
    assert isinstance(settings, SettingsSheet)
    assert settings.body.form is not None
    name = settings.body.form.part("name")
    assert isinstance(name, LinePart)
    name.field.setFocus()
    name.field.selectAll()
    qtbot.keyClicks(name.field, "<b>Haus</b> am See")
    with qtbot.waitSignal(gateway.practice_loaded):
        qtbot.keyClick(name.field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: settings.rows.count() == 0)

    with closing(Store.open(store_url)) as store:
        other = Desk.open(store)
        assert other.practice.site.name == "<b>Haus</b> am See"
        assert datetime(2026, 11, 23) in absences(other)

        # Two desks at one field: nothing is stored that was not chosen.
        name = settings.body.form.part("name")
        assert isinstance(name, LinePart)
        name.field.end(False)
        qtbot.keyClicks(name.field, " II")
        site = other.practice.site
        theirs = replace(site, name="Haus am Wald", holidays="DE-BY")
        assert isinstance(save_draft(other, PracticeDraft((RowChange(site, theirs),))), DraftSaved)
        qtbot.waitUntil(settings.message.isVisible)
        assert name.field.text() == "<b>Haus</b> am See II"
        qtbot.keyClick(name.field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(settings.clashes.isVisible)
        qtbot.waitUntil(lambda: desk_name() in settings.clashes.grids[0].saved.words())
        settings.clashes.all_ours.click()
        with qtbot.waitSignal(gateway.practice_loaded):
            settings.save.click()
        qtbot.waitUntil(lambda: settings.rows.count() == 0)
        settings.dismiss()
        site = Desk.open(store).practice.site
        assert (site.name, site.holidays) == ("<b>Haus</b> am See II", "DE-BY")

        takes_back(qtbot, window, store)


def absences(desk: Desk) -> list[datetime]:
    actors = desk.practice.actors.values()
    return [each.starts for actor in actors for each in actor.availability.absences]


def takes_back(qtbot: QtBot, window: Workplace, store: Store) -> None:
    # The last save is taken back. Of the one before, the other desk has changed the same: that stays.
    window.gestures.do(ActionId.UNDO)
    qtbot.waitUntil(lambda: Desk.open(store).practice.site.name == "Haus am Wald")
    qtbot.waitUntil(lambda: window.reception.steps.next_redo() is not None)
    window.gestures.do(ActionId.UNDO)
    qtbot.waitUntil(lambda: window.toast.kind() is ToastKind.ERROR)
    site = Desk.open(store).practice.site
    assert (site.name, site.holidays) == ("Haus am Wald", "DE-BY")
    # And the absence before them.
    window.gestures.do(ActionId.UNDO)
    qtbot.waitUntil(lambda: datetime(2026, 11, 23) not in absences(Desk.open(store)))
    window.gestures.do(ActionId.REDO)
    qtbot.waitUntil(lambda: datetime(2026, 11, 23) in absences(Desk.open(store)))
