"""Two people at one desk, on a real file with accounts: locked, unlocked, and each finds their own."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.app import Program, desk_settings
from praxidesk.engine.journal import Deed
from praxidesk.engine.roles import StaffRole
from praxidesk.models import password_hash
from praxidesk.models.journal_queries import JournalFilter
from praxidesk.models.sqlite import keys_in_hand
from praxidesk.models.store import Store
from praxidesk.practice_clock import PracticeClock
from praxidesk.services.accounts import Accounts
from praxidesk.services.encryption import encrypt
from praxidesk.services.journal import newest_lines
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.worker.opening import store_at
from tests.models.bookings import appointment, put
from tests.older_file import take_back
from tests.small_practice import put_into
from tests.stores import Stores

PASSWORD = "Grüße-Ⅸ-aus-Łódź"


@pytest.fixture
def url(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(password_hash, "MEMORY_KIB", 64)
    with stores.url("sqlite") as made, closing(Store.open(made)) as store:
        practice = put_into(store)
        put(practice, appointment(practice))
        accounts = Accounts(store)
        accounts.add("chefin", StaffRole.ADMIN, PASSWORD, now=1)
        accounts.add("anna", StaffRole.RECEPTION, PASSWORD, now=1)
        yield made


@contextmanager
def begun(qtbot: QtBot, url: str, tmp_path: Path) -> Iterator[Program]:
    clock = PracticeClock(datetime(2026, 11, 23, 9, 0))
    made = Program(store_at(url), clock, desk_settings(tmp_path / "desk.json"))
    qtbot.addWidget(made.window)
    made.window.resize(1280, 800)
    made.show()
    try:
        yield made
    finally:
        made.end()


@pytest.fixture
def program(qtbot: QtBot, url: str, tmp_path: Path) -> Iterator[Program]:
    with begun(qtbot, url, tmp_path) as made:
        yield made


def sign_in(qtbot: QtBot, program: Program, login: str) -> None:
    """Until the window is theirs."""
    qtbot.waitUntil(lambda: program.workplace.signing_in.sheet is not None)
    qtbot.waitUntil(lambda: not program.workplace.signing_in._is_leaving)
    sheet = program.workplace.signing_in.sheet
    assert sheet is not None
    sheet.login.setText(login)
    sheet.password.setText(PASSWORD)
    sheet.confirm.click()

    def is_in() -> bool:
        signing_in = program.workplace.signing_in
        is_there = signing_in.person is not None and signing_in.person.login == login
        return is_there and signing_in.sheet is None and program.workplace.practice is not None

    qtbot.waitUntil(is_in)


def role(program: Program) -> StaffRole | None:
    """As what the window works."""
    return program.gateway.person.role


def why_locked(qtbot: QtBot, program: Program) -> str:
    """What the cover says that has come by itself."""
    qtbot.waitUntil(lambda: program.workplace.signing_in.sheet is not None)
    sheet = program.workplace.signing_in.sheet
    assert sheet is not None
    qtbot.waitUntil(sheet.answer.isVisible)
    return sheet.answer.words()


def lock(program: Program) -> None:
    program.workplace.actions_[ActionId.LOCK].trigger()
    assert program.workplace.signing_in.sheet is not None


def test_a_form_waits_for_its_own_person_while_somebody_else_works(
    qtbot: QtBot, program: Program, url: str
) -> None:
    sign_in(qtbot, program, "anna")
    hers = program.workplace
    hers.actions_[ActionId.BOOK].trigger()
    form = hers.conversations.sheet
    assert form is not None

    lock(program)
    assert not form.isVisible()
    sign_in(qtbot, program, "anna")
    assert program.workplace is hers
    assert hers.conversations.sheet is form
    assert form.isVisible()

    lock(program)
    cover = hers.signing_in.sheet
    sign_in(qtbot, program, "chefin")
    others = program.workplace
    assert others is not hers
    assert not hers.isVisible()
    assert others.conversations.sheet is None
    assert cover is not None
    assert cover.password.text() == ""
    assert role(program) is StaffRole.ADMIN

    lock(program)
    sign_in(qtbot, program, "anna")
    assert program.workplace is hers
    assert hers.isVisible()
    assert hers.conversations.sheet is form
    assert form.isVisible()
    assert role(program) is StaffRole.RECEPTION
    form.close_sheet()
    qtbot.waitUntil(lambda: hers.conversations.sheet is None)
    _note_waits(qtbot, program)
    # What she left without anything unsaved is not kept: the next one begins anew.
    lock(program)
    sign_in(qtbot, program, "chefin")
    assert program._resting is not None
    assert program._resting.gateways == []
    with closing(Store.open(url)) as store:
        lines = newest_lines(store, JournalFilter(), 20)
    signed_in = [seal.login for seal, line in lines if line.subject == "account" and line.deed is Deed.UPDATE]
    assert signed_in == ["chefin", "anna", "chefin", "anna", "chefin", "anna", "anna"]


def test_whoever_is_taken_away_or_becomes_something_else_hears_of_it_at_once(
    qtbot: QtBot, program: Program, url: str
) -> None:
    sign_in(qtbot, program, "anna")
    place = program.workplace
    assert place.actions_.is_allowed(ActionId.BOOK)
    with closing(Store.open(url)) as store:
        chefin = Accounts(store)
        chefin.set_role("anna", StaffRole.VIEWER)
        qtbot.waitUntil(lambda: role(program) is StaffRole.VIEWER)
        qtbot.waitUntil(lambda: not place.actions_.is_allowed(ActionId.BOOK))
        assert place.signing_in.sheet is None
        chefin.lock("anna")
        assert "gesperrt" in why_locked(qtbot, program)
        chefin.unlock("anna")
        sign_in(qtbot, program, "anna")
        chefin.remove("anna")
        assert "entfernt" in why_locked(qtbot, program)
    sign_in(qtbot, program, "chefin")
    assert role(program) is StaffRole.ADMIN


def test_an_encrypted_file_of_an_older_program_is_brought_up_to_date_in_the_window(
    qtbot: QtBot, url: str, tmp_path: Path
) -> None:
    pytest.importorskip("sqlcipher3")
    file = Path(url)
    encrypt(file, "chefin", PASSWORD, 1, wipes=True)
    take_back(file)
    keys_in_hand.drop(file)
    with begun(qtbot, url, tmp_path) as program:
        place = program.workplace
        qtbot.waitUntil(lambda: place.signing_in.sheet is not None)
        cover = place.signing_in.sheet
        assert cover is not None
        cover.login.setText("chefin")
        for password in (PASSWORD[::-1], PASSWORD):
            assert place.signing_in.sheet is cover
            cover.password.setText(password)
            cover.confirm.click()
            qtbot.waitUntil(lambda: place.signing_in.sheet is None or cover.answer.isVisible())
        nothing = place.parts.nothing
        qtbot.waitUntil(lambda: "neuen Stand" in nothing.retry.words())
        assert nothing.isVisible()
        assert place.signing_in.sheet is None
        nothing.retry.click()
        qtbot.waitUntil(lambda: place.practice is not None)
        assert program.gateway.person.login == "chefin"
        qtbot.waitUntil(lambda: f"{file.name}.before-" in place.toast.label.text())
    assert len(list(file.parent.glob(f"{file.name}.before-*"))) == 2


def _note_waits(qtbot: QtBot, program: Program) -> None:
    """One that could not be saved stays for who wrote it, and that is said."""
    place = program.workplace
    qtbot.waitUntil(lambda: any(place.feed.entries()))
    place.select(next(iter(place.feed.entries())))
    note = place.parts.details.entry.note
    qtbot.waitUntil(lambda: place.selected is not None)
    place.reception.refuses = lambda _: True
    note.setFocus()
    note.insertPlainText("nüchtern")
    lock(program)
    sign_in(qtbot, program, "chefin")
    assert program.workplace is not place
    lock(program)
    sign_in(qtbot, program, "anna")
    assert program.workplace is place
    assert note.toPlainText() == "nüchtern"
    assert place.toast.label.text().startswith("Eine Notiz von Ihnen ist noch nicht gespeichert")
    note.setPlainText("")
