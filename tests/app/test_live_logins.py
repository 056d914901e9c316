"""Logins at the program's own window, introduced in a real file; those of a server: see the live roles."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.app import Program, desk_settings
from praxidesk.engine.roles import StaffRole
from praxidesk.models import password_hash
from praxidesk.models.store import Store
from praxidesk.practice_clock import PracticeClock
from praxidesk.services.accounts import Accounts
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.logins.logins_sheet import LoginsSheet
from praxidesk.worker.opening import store_at
from tests.small_practice import put_into
from tests.stores import Stores

BOSS, RIGHT = "Grüße-Ⅸ-aus-Łódź", "vier-worte-ohne-sinn"


@contextmanager
def begun(qtbot: QtBot, url: str, folder: Path) -> Iterator[Program]:
    settings = desk_settings(folder / "desk.json")
    program = Program(store_at(url), PracticeClock(datetime(2026, 11, 23, 9, 0)), settings)
    qtbot.addWidget(program.window)
    program.window.resize(1280, 800)
    program.show()
    try:
        qtbot.waitUntil(lambda: program.workplace.practice is not None)
        yield program
    finally:
        program.end()


def opened(program: Program) -> LoginsSheet:
    program.workplace.actions_[ActionId.LOGINS].trigger()
    sheet = program.workplace.conversations.sheet
    assert isinstance(sheet, LoginsSheet)
    return sheet


def proven(qtbot: QtBot, program: Program, password: str) -> LoginsSheet:
    sheet = opened(program)
    sheet.own.password.setText(password)
    sheet.confirm.click()
    qtbot.waitUntil(lambda: sheet.page is sheet.list and not sheet.is_busy)
    return sheet


def let_in(qtbot: QtBot, sheet: LoginsSheet, login: str, password: str) -> None:
    """With the form that is open."""
    sheet.form.login.setText(login)
    for field in sheet.form.new.fields:
        field.setText(password)
    sheet.confirm.click()
    qtbot.waitUntil(lambda: not sheet.is_busy)


def test_a_file_that_asked_nobody_asks_once_logins_are_introduced(
    qtbot: QtBot, stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(password_hash, "MEMORY_KIB", 64)
    with stores.url("sqlite") as url:
        with closing(Store.open(url)) as store:
            put_into(store)
        with begun(qtbot, url, tmp_path) as program:
            sheet, before = opened(program), program.workplace
            qtbot.waitUntil(sheet.confirm.isVisible)
            sheet.confirm.click()
            let_in(qtbot, sheet, "chefin", BOSS)
            qtbot.waitUntil(lambda: before.signing_in.sheet is not None)
            assert before.conversations.sheet is None
            cover = before.signing_in.sheet
            assert cover is not None
            cover.login.setText("chefin")
            cover.password.setText(BOSS)
            cover.confirm.click()
            qtbot.waitUntil(lambda: program.workplace is not before)
            qtbot.waitUntil(lambda: program.workplace.practice is not None)
            assert program.gateway.person.role is StaffRole.ADMIN
            assert program._resting is None or not program._resting.gateways

            sheet = proven(qtbot, program, BOSS)
            sheet.add.click()
            let_in(qtbot, sheet, "anna", RIGHT)
            assert sheet.list.choices.lines()[0].spoken.startswith("anna")
            program.workplace.actions_[ActionId.LOCK].trigger()
            qtbot.waitUntil(lambda: sheet.page is sheet.own)
            assert not sheet._present
        with closing(Store.open(url)) as store:
            assert [each.login for each in Accounts(store).listed()] == ["anna", "chefin"]
