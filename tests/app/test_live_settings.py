"""The real window on real stores: an absence and a new name are entered, and the calendar follows."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from praxidesk.app import Program, desk_settings
from praxidesk.models.store import Store
from praxidesk.practice_clock import PracticeClock
from praxidesk.services.desk import Desk
from praxidesk.ui.action_list import ActionId
from praxidesk.ui.practice_settings.absence_sheet import AbsenceSheet
from praxidesk.ui.practice_settings.field_parts import LinePart
from praxidesk.ui.practice_settings.settings_sheet import SettingsSheet
from praxidesk.worker.opening import store_at
from tests.small_practice import put_into


@pytest.fixture
def program(qtbot: QtBot, store_url: str, tmp_path: Path) -> Iterator[Program]:
    store = Store.open(store_url)
    put_into(store)
    store.close()
    clock = PracticeClock(datetime(2026, 11, 23, 9, 0))
    made = Program(store_at(store_url), clock, desk_settings(tmp_path / "desk.ini"))
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

    store = Store.open(store_url)
    practice = Desk.open(store).practice
    store.close()
    assert practice.site.name == "<b>Haus</b> am See"
    away = [each for actor in practice.actors.values() for each in actor.availability.absences]
    assert datetime(2026, 11, 23) in [each.starts for each in away]
