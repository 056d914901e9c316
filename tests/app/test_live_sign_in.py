"""Signing in at the program's own window, on a server with rights: told apart, kept secret, nothing lost."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import psycopg
import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import make_url

from praxidesk.app import Program, desk_settings
from praxidesk.engine.roles import StaffRole
from praxidesk.models.server import users as server_users
from praxidesk.models.server.admin import server_address
from praxidesk.practice_clock import PracticeClock
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.sign_in.password_sheet import PasswordSheet
from praxidesk.ui.sign_in.sign_in_sheet import SignInSheet
from praxidesk.ui.window.workplace import Workplace
from praxidesk.ui.wording.language import Language
from praxidesk.worker.keyring_box import KeyringBox
from praxidesk.worker.opening import store_at
from praxidesk.worker.questions.signing_in import Remembering, SignInForm
from praxidesk.worker.server_door import ServerDoor
from tests.models.desks_of_a_server import PASSWORD, Server, login_of, server
from tests.stores import Stores

ANNA, WRONG, FIRST, NEW = "anna.beck", "wrong-horse-battery", "first-words-of-staple", "four-words-of-staple"


@pytest.fixture(scope="module")
def practice(stores: Stores) -> Iterator[Server]:
    with server(stores) as made:
        yield made


def address(bare: str, login: str, password: str) -> str:
    return make_url(bare).set(username=login, password=password).render_as_string(hide_password=False)


class Box:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_signing_in_and_out_by_hand(  # noqa: PLR0915 - one journey
    practice: Server,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    box = Box()
    monkeypatch.setattr("praxidesk.worker.keyring_box.system_keyring", lambda: box)
    for variable in ("PGPASSWORD", "PGPASSFILE"):
        monkeypatch.delenv(variable, raising=False)
    bare = make_url(practice.url).set(username="", password="").render_as_string(hide_password=False)
    bare = bare.replace("//:@", "//")
    with psycopg.connect(practice.url, autocommit=True) as superuser:
        # As ``user add`` does, with fewer rounds: they cost half a second each time.
        for statement in (
            f"CREATE ROLE \"{ANNA}\" LOGIN PASSWORD '{FIRST}' IN ROLE praxi_user, praxi_reception",
            f'GRANT "{ANNA}" TO praxi_keeper WITH ADMIN OPTION',
            f"INSERT INTO praxi_access.login VALUES ('{ANNA}', 'reception', NULL, 'Anna Beck')",
        ):
            superuser.execute(statement.encode())
    settings = desk_settings(tmp_path / "desk.json")
    program = Program(store_at(bare), PracticeClock(datetime(2026, 11, 20, 9, 42)), settings)
    program.window.settings.language = Language.ENGLISH
    program.window.appearance.speak(Language.ENGLISH)
    qtbot.addWidget(program.window)
    program.window.resize(1280, 800)
    program.show()

    def window() -> Workplace:
        return program.workplace

    def asked() -> SignInSheet:
        qtbot.waitUntil(lambda: window().signing_in.sheet is not None)
        sheet = window().signing_in.sheet
        assert sheet is not None
        qtbot.waitUntil(sheet.remember.isEnabled)
        return sheet

    def sign_in(login: str, password: str, *, remember: bool = False) -> None:
        sheet = asked()
        sheet.login.setText(login)
        sheet.password.setText(password)
        sheet.remember.setChecked(remember)
        sheet.confirm.click()

    def let_in() -> None:
        qtbot.waitUntil(lambda: window().signing_in.sheet is None)
        qtbot.waitUntil(lambda: window().practice is not None)

    def refused(words: str) -> None:
        sheet = asked()
        qtbot.waitUntil(lambda: words in sheet.answer.words())
        assert sheet.answer.isVisible()

    try:
        # a wrong password: said, to be typed anew, nothing else lost
        sign_in(ANNA, WRONG)
        refused("does not know this user with this password")
        sheet = asked()
        assert (sheet.login.text(), sheet.password.text()) == (ANNA, "")
        # a locked login is told from it to whoever has its password
        with psycopg.connect(practice.url, autocommit=True) as superuser:
            superuser.execute(f'ALTER ROLE "{ANNA}" NOLOGIN'.encode())
            sign_in(ANNA, FIRST)
            refused("is locked")
            superuser.execute(f'ALTER ROLE "{ANNA}" LOGIN'.encode())
        sign_in(ANNA, FIRST, remember=True)
        let_in()
        assert window().parts.status.person.words() == "Anna Beck · Reception"
        assert list(box.kept.values()) == [FIRST]
        reception = window()

        # locked: the keyring keeps the password, and lets nobody in by itself
        reception.actions_[ActionId.LOCK].trigger()
        assert not reception.parts.isVisible()
        qtbot.waitUntil(lambda: not program.gateway.state.connected)
        sign_in(ANNA, WRONG, remember=True)
        refused("does not know this user with this password")
        assert list(box.kept.values()) == [FIRST]
        sign_in(ANNA, FIRST, remember=True)
        let_in()
        assert window() is reception

        # signed out with a form open: covered, and there again for the same person
        reception.gestures.book()
        form = reception.conversations.sheet
        assert form is not None
        reception.signing_in.sign_out()
        assert not form.isVisible()
        assert not reception.parts.isVisible()
        sheet = asked()
        qtbot.waitUntil(lambda: not program.gateway.state.connected)
        qtbot.waitUntil(lambda: sheet.login.text() == ANNA)
        assert box.kept == {}
        sign_in(ANNA, FIRST)
        let_in()
        assert form.isVisible()
        assert window() is reception
        form.close_sheet()

        # another password, under the present one only
        reception.signing_in.change_password()
        change = reception.conversations.sheet
        assert isinstance(change, PasswordSheet)
        for present, wanted, said in (
            (WRONG, NEW, "present password is another"),
            (FIRST, "short", "ten"),
        ):
            change.present.setText(present)
            change.wanted.setText(wanted)
            change.again.setText(wanted)
            change.confirm.click()
            qtbot.waitUntil(lambda said=said: said in change.answer.words())  # type: ignore[misc]
        change.wanted.setText(NEW)
        change.again.setText(NEW)
        change.confirm.click()
        qtbot.waitUntil(lambda: reception.conversations.sheet is None)
        with psycopg.connect(address(bare, ANNA, NEW)):
            pass

        # somebody else begins anew, and may less
        reception.signing_in.sign_out()
        qtbot.waitUntil(lambda: not program.gateway.state.connected)
        sign_in(login_of(StaffRole.VIEWER), PASSWORD)
        qtbot.waitUntil(lambda: window() is not reception)
        let_in()
        assert window().parts.status.person.words().endswith("Display only")
        assert not window().actions_.is_allowed(ActionId.SEARCH)
        assert window().actions_.refusal(ActionId.BOOK)
    finally:
        program.end()
        server_users.remove_user(server_address(practice.url), ANNA)
    assert program.ended_in_time
    settings.sync()
    told = (tmp_path / "desk.json").read_text("utf-8") + caplog.text + repr(store_at(bare).__dict__)
    assert login_of(StaffRole.VIEWER) in told
    for secret in (PASSWORD, WRONG, FIRST, NEW):
        assert secret not in told


def test_a_door_is_not_tried_again_and_keeps_a_password_in_the_keyring_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    box = Box()
    monkeypatch.setattr("praxidesk.worker.keyring_box.system_keyring", lambda: box)
    door = ServerDoor("postgresql://db.praxis.local/praxis", "db.praxis.local/praxis", "anna")
    assert door.form("") == SignInForm("anna", Remembering.POSSIBLE)
    assert "anna@db.praxis.local" in door.url
    door.sign_in("anna", NEW, remember=True)
    assert box.kept == {}  # not before it is known to be right
    door.opened()
    assert door.form("").remembers
    assert ServerDoor("postgresql://db.praxis.local/praxis", "db.praxis.local/praxis", "anna").url == door.url
    assert NEW not in repr(door)
    assert NEW not in repr(KeyringBox())
    monkeypatch.setattr("praxidesk.worker.keyring_box.system_keyring", lambda: None)
    assert ServerDoor("postgresql://h/d", "h/d").form("x") == SignInForm("x", Remembering.NO_KEYRING)
