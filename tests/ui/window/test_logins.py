"""An administrator lets people in at the window, by keyboard; and only who shows that it is themselves."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from praxidesk.engine.logins import (
    AddLogin,
    EditLogin,
    LockLogin,
    LoginDeed,
    LoginFault,
    LoginKeeping,
    LoginRefused,
    RemoveLogin,
    RenewPassword,
    UnlockLogin,
)
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import Branch
from praxidesk.engine.roles import ANYBODY, Person, StaffRole
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.logins.login_page import LoginPage
from praxidesk.ui.logins.logins_sheet import LoginsSheet
from praxidesk.worker.messages import StoreState
from praxidesk.worker.questions.logins import AskLogins, ChangeLogins
from praxidesk.worker.questions.signing_in import AskSignInForm, Remembering, SignInForm
from tests.ui.desk import CTRL, NONE, SHIFT, Desk, Key
from tests.ui.fake_gateway import FakeGateway
from tests.ui.fake_logins import IN_FILE, ON_SERVER, OWN, OWN_PASSWORD, FakeLogins
from tests.ui.window.conftest import OpenDesk

R = StaffRole
ROTH = Person(OWN, "Dr. Eva Roth", R.ADMIN)
NEW = "ganz-neue-vier-worte"


@pytest.fixture
def desk(open_desk: OpenDesk) -> Iterator[Desk]:
    """Of a practice with two sites."""
    gateway = FakeGateway()
    branches = (Branch("OST", "Praxis Ost"),)
    gateway.store.practice = replace(gateway.store.practice, branches=branches)
    made = open_desk(gateway)
    yield made
    made.window.close()


def opened(desk: Desk) -> LoginsSheet:
    desk.press(Key.Key_U, CTRL)
    return desk.sheet(LoginsSheet)


def proven(desk: Desk) -> LoginsSheet:
    sheet = opened(desk)
    desk.write(OWN_PASSWORD)
    desk.press(Key.Key_Return)
    turned(desk, sheet, sheet.list)
    return sheet


def turned(desk: Desk, sheet: LoginsSheet, page: LoginPage) -> None:
    desk.qtbot.waitUntil(lambda: sheet.page is page and not sheet.is_busy)


def focused() -> object:
    return QApplication.focusWidget()


def chosen(sheet: LoginsSheet) -> str:
    known = sheet.list.chosen()
    assert known is not None
    return known.login


def last(logins: FakeLogins) -> LoginDeed:
    return logins.deeds[-1]


def page_of(sheet: LoginsSheet) -> LoginPage:
    return sheet.page


def listed(sheet: LoginsSheet) -> list[str]:
    return [line.spoken for line in sheet.list.choices.lines()]


def test_logins_of_a_server_are_kept_by_keyboard(desk: Desk) -> None:  # noqa: PLR0915 - one window
    logins = FakeLogins(desk.gateway, LoginKeeping.SERVER, ON_SERVER)
    desk.gateway.work_as(ROTH)
    sheet = opened(desk)

    # nothing is told before the own password
    assert focused() is sheet.own.password
    assert sheet.own.password.echoMode() is QLineEdit.EchoMode.Password
    desk.write("something else")
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(sheet.answer.isVisible)
    assert sheet.answer.words() == "Ihr eigenes Passwort ist ein anderes."
    assert not sheet.own.password.text()
    assert not sheet.list.choices.lines()
    desk.write(OWN_PASSWORD)
    desk.press(Key.Key_Return)
    turned(desk, sheet, sheet.list)
    assert not sheet.own.password.text()
    assert focused() is sheet.list.choices
    assert listed(sheet)[:3] == [
        "Anna Beck, beck, Empfang, aktiv, jetzt 1 Verbindung",
        "Bildschirm im Flur, flur, Nur Anzeige, Praxis Ost, aktiv, jetzt 2 Verbindungen",
        "Dr. Emre Koç, koc, Ärztlicher Dienst, Praxisklinik am Park · Praxis Ost, aktiv, nicht verbunden",
    ]

    # nobody locks themselves out, nor the last administrator
    desk.write("roth")
    assert listed(sheet) == ["Dr. Eva Roth, roth (Sie), Verwaltung, aktiv, jetzt 1 Verbindung"]
    assert (sheet.list.edit.isEnabled(), sheet.list.password.isEnabled()) == (True, False)
    assert not any(each.isEnabled() for each in (sheet.list.lock, sheet.list.remove))
    assert sheet.list.why.words() == (
        "Ihr eigenes Passwort ändern Sie im Menü: „Passwort ändern …“. Das ist Ihr eigener Zugang: Das muss"
        " ein anderer Administrator tun."
    )
    desk.press(Key.Key_B, CTRL)
    desk.press(Key.Key_P, CTRL)
    assert page_of(sheet) is sheet.list

    # a new one, of one site
    desk.press(Key.Key_N, CTRL)
    form = sheet.form
    assert focused() is form.login
    desk.press(Key.Key_Return)
    assert sheet.answer.words() == "Bitte ausfüllen: Benutzer."
    for typed, said in (("9anna", "beginnt mit einem Buchstaben"), ("Beck", "Benutzer beck gibt es schon")):
        form.login.clear()
        desk.write(typed)
        desk.press(Key.Key_Return)
        assert said in sheet.answer.words()
        assert form.login.property("refused")
    desk.write("er")  # becker
    form.name.setFocus()
    desk.write("Jana Becker")
    desk.press(Key.Key_Tab)
    assert focused() is form.role
    assert form.sites.isVisible()
    form.role.setCurrentIndex(form.role.findData(R.PRACTITIONER.value))
    form.role.activated.emit(form.role.currentIndex())
    assert form.practitioner.isVisible()
    form.new.wanted.setFocus()
    desk.write(NEW)
    desk.press(Key.Key_Return)
    assert "Behandler" in sheet.answer.words()
    form.role.setCurrentIndex(form.role.findData(R.RECEPTION.value))
    form.role.activated.emit(form.role.currentIndex())
    assert form.practitioner.isHidden()
    form.sites.show_value(("OST",))
    desk.press(Key.Key_Return)
    assert sheet.answer.words() == "Bitte ausfüllen: Noch einmal dasselbe."
    form.new.again.setFocus()
    desk.write("becker-1234")
    desk.press(Key.Key_Return)
    assert sheet.answer.words() == "Die beiden sind nicht gleich."
    assert not form.new.again.text()
    desk.write(NEW)
    logins.refusal = LoginRefused(LoginFault.NO_SITE)
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: sheet.answer.words() == "Einen dieser Standorte gibt es nicht mehr.")
    assert form.new.wanted.text() == NEW  # nothing has to be typed again
    desk.press(Key.Key_Return)
    turned(desk, sheet, sheet.list)
    added = AddLogin("becker", R.RECEPTION, NEW, "", "Jana Becker", ("OST",))
    assert logins.deeds == [added]
    assert not any(each.text() for each in form.new.fields)
    assert chosen(sheet) == "becker"
    assert sheet.list.said.label.words().startswith("Jana Becker kann sich jetzt anmelden")
    assert not any(secret in repr(desk.gateway.asked) for secret in (NEW, OWN_PASSWORD))

    # what may be changed of it there
    desk.press(Key.Key_Return)
    turned(desk, sheet, form)
    assert focused() is form.name
    assert not any(each.isEnabled() for each in (form.login, form.role))
    assert form.new.wanted.isHidden()
    desk.write("Jana Winter")
    form.sites.show_value(())
    desk.press(Key.Key_Return)
    turned(desk, sheet, sheet.list)
    assert last(logins) == EditLogin("becker", R.RECEPTION, "", "Jana Winter", ())
    desk.press(Key.Key_P, CTRL)
    turned(desk, sheet, sheet.password)
    assert sheet.title.words() == "Neues Passwort für Jana Winter"
    desk.write("kurz")
    desk.press(Key.Key_Tab)
    desk.write("kurz")
    desk.press(Key.Key_Return)
    assert sheet.answer.words() == "Das neue Passwort braucht zehn Zeichen oder mehr."
    assert focused() is sheet.password.new.wanted
    desk.write(NEW)
    desk.press(Key.Key_Tab)
    desk.write(NEW)
    desk.press(Key.Key_Return)
    turned(desk, sheet, sheet.list)
    assert last(logins) == RenewPassword("becker", NEW)

    # locked, let in again, taken away; each is asked about but the second
    desk.press(Key.Key_B, CTRL)
    turned(desk, sheet, sheet.question)
    assert sheet.title.words() == "Jana Winter sperren?"
    assert focused() is sheet.take
    desk.press(Key.Key_Escape)
    turned(desk, sheet, sheet.list)
    assert chosen(sheet) == "becker"
    desk.press(Key.Key_B, CTRL)
    desk.press(Key.Key_Return)
    turned(desk, sheet, sheet.list)
    assert last(logins) == LockLogin("becker")
    assert sheet.list.lock.words() == "Freigeben"
    desk.press(Key.Key_B, CTRL)
    turned(desk, sheet, sheet.list)
    desk.qtbot.waitUntil(lambda: last(logins) == UnlockLogin("becker"))
    desk.qtbot.waitUntil(lambda: not sheet.is_busy)
    desk.press(Key.Key_Delete)
    assert sheet.title.words() == "Den Zugang von Jana Winter entfernen?"
    desk.press(Key.Key_Tab, SHIFT)
    assert focused() is sheet.back
    desk.press(Key.Key_Return)  # on the button that goes back
    turned(desk, sheet, sheet.list)
    desk.press(Key.Key_Delete)
    desk.press(Key.Key_Return)
    turned(desk, sheet, sheet.list)
    assert last(logins) == RemoveLogin("becker")
    assert sheet.list.said.label.words() == "Der Zugang von Jana Winter ist entfernt."

    # what was not done is said; and where only the answer was lost, that it is not known
    unknown = "Ob es geschehen ist, zeigt die Liste"
    for fault, said in ((StoreFault.BUSY, ""), (StoreFault.UNREACHABLE, unknown)):
        desk.press(Key.Key_Delete)
        desk.gateway.fault = fault
        desk.press(Key.Key_Return)
        desk.qtbot.waitUntil(sheet.answer.isVisible)
        assert said in sheet.answer.words()
        assert focused() is sheet.take
        desk.gateway.fault = None
        count = len(desk.gateway.asked)
        desk.press(Key.Key_Escape)
        turned(desk, sheet, sheet.list)
        assert (len(desk.gateway.asked) > count) == bool(said)  # the list is asked for anew

    # whoever is let in next shows anew who they are; so does who opens it again
    desk.gateway.answers[AskSignInForm] = lambda asked: SignInForm(asked.login, Remembering.NOT_HERE)
    desk.gateway.state_changed.emit(StoreState(False, 0, 0.0, "postgresql", StoreFault.SIGN_IN))
    assert page_of(sheet) is sheet.own
    desk.gateway.state_changed.emit(desk.gateway.state)
    sheet.own.password.setFocus()
    desk.write(OWN_PASSWORD)
    desk.press(Key.Key_Return)
    turned(desk, sheet, sheet.list)
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert opened(desk).page is not sheet.list


def test_accounts_are_introduced_in_a_file_and_changed_there(desk: Desk) -> None:
    logins = FakeLogins(desk.gateway, LoginKeeping.FILE, (), "")
    sheet = opened(desk)
    turned(desk, sheet, sheet.question)
    desk.qtbot.waitUntil(sheet.confirm.isVisible)
    assert sheet.title.words() == "Noch keine Zugänge"
    assert "schützen nicht vor dem, der die Datei" in sheet.question.words()
    assert focused() is sheet.confirm
    desk.press(Key.Key_Return)
    turned(desk, sheet, sheet.form)
    assert [sheet.form.role.itemText(each) for each in range(sheet.form.role.count())] == ["Verwaltung"]
    assert sheet.form.name.isHidden()
    assert sheet.form.sites.isHidden()
    assert "fragt dieses Fenster, wer daran arbeitet" in sheet.about.words()
    desk.gateway.answers[AskSignInForm] = lambda asked: SignInForm(asked.login, Remembering.NOT_HERE)
    shut = StoreState(False, 0, 0.0, "sqlite", StoreFault.SIGN_IN)

    def introduced(asked: ChangeLogins) -> object:
        desk.gateway.state_changed.emit(shut)
        return logins.change(asked)

    desk.gateway.answers[ChangeLogins] = introduced
    for typed, key in ((OWN, Key.Key_Tab), ("", Key.Key_Tab), (NEW, Key.Key_Tab), (NEW, Key.Key_Return)):
        desk.write(typed)
        desk.press(key)
    desk.no_sheet()
    assert logins.deeds == [AddLogin(OWN, R.ADMIN, NEW)]
    # Whoever goes on signs in: the cover, which came first, has the keys although the sheet under it closed.
    assert desk.window.signing_in.sheet is not None
    assert desk.window.actions_.are_suspended
    desk.gateway.state_changed.emit(desk.gateway.state)
    assert not desk.window.actions_.are_suspended

    logins = FakeLogins(desk.gateway, LoginKeeping.FILE, IN_FILE)
    desk.gateway.work_as(ROTH)
    desk.view.setFocus()
    sheet = proven(desk)
    assert listed(sheet) == [
        "beck, Empfang, aktiv, zuletzt 23.11.2026 09:00",
        "Dr. Emre Koç, koc, Ärztlicher Dienst, wartet: falsche Passwörter, bis 10:02",
        "lange, OP-Leitung, gesperrt, zuletzt 26.09.2026 13:06",
        "roth, Sie, Verwaltung, aktiv, zuletzt 23.11.2026 08:00",
    ]
    desk.press(Key.Key_Return)
    turned(desk, sheet, sheet.form)
    assert focused() is sheet.form.role
    assert sheet.about.words().startswith("In einer Datei sieht jeder alle Standorte")
    sheet.form.role.setCurrentIndex(sheet.form.role.findData(R.OP_MANAGER.value))
    desk.press(Key.Key_Return)
    turned(desk, sheet, sheet.list)
    assert logins.deeds == [EditLogin("beck", R.OP_MANAGER)]
    desk.press(Key.Key_Down)
    assert sheet.list.lock.words() == "Wartezeit beenden"
    desk.press(Key.Key_B, CTRL)
    desk.qtbot.waitUntil(lambda: last(logins) == UnlockLogin("koc") and not sheet.is_busy)
    sheet.list.choices.step(9)
    assert chosen(sheet) == OWN
    assert not sheet.list.edit.isEnabled()


def test_who_may_not_hears_why(desk: Desk) -> None:
    FakeLogins(desk.gateway, LoginKeeping.SERVER, ON_SERVER)
    desk.gateway.work_as(replace(ROTH, role=R.RECEPTION))
    action = desk.window.actions_[ActionId.LOGINS]
    assert not action.isEnabled()
    desk.press(Key.Key_U, CTRL)
    desk.no_sheet()
    assert desk.window.toast.label.text() == "Nur die Verwaltung darf Zugänge anlegen und ändern."
    # A store that has none, or does not let one: nothing to do but leave.
    desk.gateway.work_as(ANYBODY)
    desk.gateway.answers[AskLogins] = lambda _: LoginRefused(LoginFault.NOT_SET_UP)
    sheet = opened(desk)
    desk.qtbot.waitUntil(lambda: "praxidesk server init" in sheet.question.words())
    assert sheet.confirm.isHidden()
    desk.press(Key.Key_Return, NONE)
    desk.no_sheet()
    assert not [each for each in desk.gateway.asked if isinstance(each, ChangeLogins)]
