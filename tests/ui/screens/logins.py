"""Signing in and out, the lock, and who may."""

from dataclasses import replace

from praxidesk.engine.logins import LoginKeeping
from praxidesk.engine.roles import Person, StaffRole
from praxidesk.engine.sign_in import NotSignedIn, SignInRefused
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.logins.logins_sheet import LoginsSheet
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.sign_in.sign_in_words import account_text
from praxidesk.worker.questions.signing_in import AskSignInForm, Lock, Remembering, SignInForm, SignOut
from tests.ui.desk import Desk
from tests.ui.fake_logins import IN_FILE, ON_SERVER, OWN, OWN_PASSWORD, FakeLogins

A = ActionId

ANNA = Person("anna", "Anna Beck", StaffRole.RECEPTION)


ROTH = Person(OWN, "Dr. Eva Roth", StaffRole.ADMIN)


def locked(desk: Desk) -> None:
    """After several wrong passwords, so that it says most."""
    desk.gateway.answers |= {
        Lock: lambda _: None,
        AskSignInForm: lambda asked: SignInForm(asked.login, Remembering.NOT_HERE),
    }
    desk.gateway.work_as(ANNA)
    desk.window.signing_in.lock()
    sheet = desk.window.signing_in.sheet
    assert sheet is not None
    desk.qtbot.waitUntil(lambda: sheet.login.text() == ANNA.login)
    sheet.say(account_text(SignInRefused(NotSignedIn.WRONG, 480), 0), about_password=True)


def sign_in(desk: Desk) -> None:
    desk.gateway.answers |= {
        SignOut: lambda _: None,
        AskSignInForm: lambda asked: SignInForm(asked.login, Remembering.POSSIBLE, remembers=True),
    }
    desk.gateway.work_as(ANNA)
    desk.window.signing_in.sign_out()
    sheet = desk.window.signing_in.sheet
    assert sheet is not None
    desk.qtbot.waitUntil(lambda: sheet.login.text() == ANNA.login)


def password(desk: Desk) -> None:
    desk.gateway.work_as(ANNA)
    desk.window.signing_in.change_password()
    desk.sheet(Sheet)
    desk.gateway.work_as(replace(ANNA, role=None))


def unlock(desk: Desk) -> None:
    """Whoever is there has no role any more, as on the other screens."""
    desk.gateway.work_as(replace(ANNA, role=None))
    desk.qtbot.waitUntil(lambda: not desk.window.signing_in._is_leaving)
    desk.gateway.state_changed.emit(desk.gateway.state)


def logins(desk: Desk, keeping: LoginKeeping = LoginKeeping.SERVER) -> LoginsSheet:
    """After an administrator has shown who that is."""
    FakeLogins(desk.gateway, keeping, ON_SERVER if keeping is LoginKeeping.SERVER else IN_FILE)
    desk.gateway.work_as(ROTH)
    desk.window.gestures.do(A.LOGINS)
    sheet = desk.sheet(LoginsSheet)
    sheet.own.password.setText(OWN_PASSWORD)
    sheet.confirm.click()
    desk.qtbot.waitUntil(lambda: sheet.page is sheet.list)
    desk.gateway.work_as(replace(ROTH, role=None))
    return sheet


def list_of_logins(desk: Desk) -> None:
    sheet = logins(desk)
    sheet.list.choices.make_current(3)  # the own one: everything that cannot be done is said


def new_login(desk: Desk) -> None:
    """A practitioner's, with a user that cannot be one."""
    sheet = logins(desk)
    sheet.add.click()
    sheet.form.role.setCurrentIndex(sheet.form.role.findData(StaffRole.PRACTITIONER.value))
    sheet.form.role.activated.emit(sheet.form.role.currentIndex())
    sheet.form.login.setText("9weber")
    sheet.confirm.click()


def new_password(desk: Desk) -> None:
    logins(desk, LoginKeeping.FILE).list.begin_password()


def no_logins(desk: Desk) -> None:
    FakeLogins(desk.gateway, LoginKeeping.FILE, (), "")
    desk.window.gestures.do(A.LOGINS)
    sheet = desk.sheet(LoginsSheet)
    desk.qtbot.waitUntil(sheet.confirm.isVisible)
