"""The lock over the window: nothing of the practice is left to see, hear or press, and nothing is lost."""

from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.roles import Person, StaffRole
from praxidesk.engine.sign_in import NotSignedIn, SignInRefused
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.look.appearance import Appearance
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.shown.arrangement import LockAfter
from praxidesk.ui.sign_in.sign_in_words import account_text
from praxidesk.ui.window.workplace import Workplace
from praxidesk.ui.wording.language import Language, speak
from praxidesk.worker.gateway import Gateway, system_clock
from praxidesk.worker.messages import StoreState
from praxidesk.worker.questions.signing_in import AskSignInForm, Lock, Remembering, SignIn, SignInForm
from tests.ui.desk import CTRL, Desk, Key
from tests.ui.fake_gateway import FakeGateway
from tests.ui.window.conftest import OpenDesk

ANNA = Person("anna", "Anna Beck", StaffRole.ADMIN)


@pytest.fixture
def desk(open_desk: OpenDesk) -> Iterator[Desk]:
    """Anna is signed in; the lock is answered at once."""
    made = open_desk()
    made.gateway.answers |= {
        Lock: lambda _: None,
        SignIn: lambda _: None,
        AskSignInForm: lambda asked: SignInForm(asked.login, Remembering.NOT_HERE),
    }
    made.gateway.work_as(ANNA)
    yield made
    made.window.close()


def seen(window: Workplace) -> list[QWidget]:
    """All that can be seen in the window besides what covers it."""
    sheet = window.signing_in.sheet
    assert sheet is not None
    every = [each for each in window.findChildren(QWidget) if each.isVisible()]
    return [each for each in every if each is not sheet and not sheet.isAncestorOf(each)]


def heard(interface: Any) -> str:
    """What a screen reader can find under an object that is on the screen."""
    if interface is None or interface.state().invisible:
        return ""
    words = [interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
    return "".join(words) + "".join(heard(interface.child(place)) for place in range(interface.childCount()))


def test_the_lock_hides_everything_and_gives_it_back_as_it_was(desk: Desk) -> None:
    window = desk.window
    desk.press(Key.Key_N)
    sheet = window.conversations.sheet
    assert sheet is not None
    focused = QApplication.focusWidget()

    # Also while a form is open, which keeps all other keys to itself.
    desk.press(Key.Key_L, CTRL)
    cover = window.signing_in.sheet
    assert cover is not None
    assert seen(window) == []
    assert cover.geometry() == window.rect()
    desk.qtbot.waitUntil(lambda: cover.login.text() == "anna")
    desk.qtbot.waitUntil(lambda: QApplication.focusWidget() is cover.password)
    told = heard(QAccessible.queryAccessibleInterface(window))
    assert "Gesperrt" in told
    assert "Anna Beck" in told
    assert not any(
        each.patient.family in told for each in desk.gateway.store.entries.values() if each.patient
    )
    # No key reaches what is under it, nor does anything come up meanwhile.
    before = window.shown
    for key in (Key.Key_3, Key.Key_N, Key.Key_Delete, Key.Key_Escape, Key.Key_F10):
        desk.qtbot.keyClick(cover, key)
    window.toast.say_done("Müller")
    late = QLabel("Müller", window)
    late.show()
    assert window.shown == before
    assert seen(window) == []
    desk.press(Key.Key_L, CTRL)
    assert window.signing_in.sheet is cover
    assert [type(each) for each in desk.gateway.asked].count(Lock) == 1

    # A wrong password: said, and to be typed anew.
    desk.gateway.answers[SignIn] = lambda _: SignInRefused(NotSignedIn.WRONG, system_clock() + 600)
    cover.password.setText("falsch")
    with desk.qtbot.waitSignal(desk.gateway.told):
        desk.qtbot.keyClick(cover.password, Key.Key_Return)
    assert "Erneut möglich in 10 Minuten." in cover.answer.words()
    assert cover.password.text() == ""
    assert seen(window) == []

    desk.gateway.work_as(ANNA)
    desk.gateway.state_changed.emit(desk.gateway.state)
    assert window.signing_in.sheet is None
    assert window.conversations.sheet is sheet
    assert sheet.isVisible()
    assert QApplication.focusWidget() is focused
    late.deleteLater()


def test_it_locks_by_itself_and_only_where_somebody_has_signed_in(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.gateway.answers |= {Lock: lambda _: None, AskSignInForm: lambda _: SignInForm()}
    signing_in = desk.window.signing_in
    assert not desk.window.actions_.is_allowed(ActionId.LOCK)
    signing_in.lock()
    signing_in._watch.left_alone.emit()
    assert signing_in.sheet is None
    assert not signing_in._watch.is_on
    desk.gateway.work_as(ANNA)
    assert signing_in._watch.is_on
    # Five minutes unless one chooses another time, which is remembered.
    assert desk.window.actions_[ActionId.LOCK_FIVE].isChecked()
    assert signing_in._watch._seconds() == 300
    desk.window.actions_[ActionId.LOCK_FIFTEEN].trigger()
    assert signing_in._watch._seconds() == 900
    assert desk.window._settings.lock_after is LockAfter.FIFTEEN
    signing_in._watch.left_alone.emit()
    assert signing_in.sheet is not None
    desk.window.close()


def test_other_windows_close_and_what_was_copied_here_is_forgotten(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard = QGuiApplication.clipboard()
    dialog = QDialog(desk.window)
    dialog.show()
    for is_ours, left in ((False, "Müller"), (True, "")):
        clipboard.setText("Müller")
        monkeypatch.setattr(type(clipboard), "ownsClipboard", lambda _, owns=is_ours: owns)
        desk.window.signing_in.lock()
        assert clipboard.text() == left
        assert not dialog.isVisible()
        desk.gateway.work_as(ANNA)
        desk.qtbot.waitUntil(lambda: not desk.window.signing_in._is_leaving)
        desk.gateway.state_changed.emit(desk.gateway.state)


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (
            SignInRefused(NotSignedIn.WRONG),
            "Diesen Benutzer gibt es nicht, oder das Passwort ist ein anderes.",
        ),
        (SignInRefused(NotSignedIn.WAITING, 1), "Zu viele falsche Passwörter. Erneut möglich in 1 Sekunde."),
        (SignInRefused(NotSignedIn.WAITING, 61), "Zu viele falsche Passwörter. Erneut möglich in 2 Minuten."),
        (SignInRefused(NotSignedIn.LOCKED), "Dieser Benutzer ist von der Verwaltung gesperrt."),
    ],
)
def test_a_refusal_is_said_in_words(qapp: QApplication, refused: SignInRefused, said: str) -> None:
    speak(qapp, Language.GERMAN)
    assert account_text(refused, 0) == said


def test_whoever_signs_in_first_has_the_keys_in_the_calendar(qtbot: QtBot, settings: SettingsFile) -> None:
    gateway, remembered = FakeGateway(), DeskSettings(settings)
    gateway.answers[AskSignInForm] = lambda _: SignInForm()
    appearance = Appearance(cast(QApplication, QApplication.instance()), remembered)
    window = Workplace(cast(Gateway, gateway), appearance, remembered)
    appearance.setParent(window)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.parts.toolbar.menu.setFocus()
    gateway.state_changed.emit(StoreState(False, gateway.now(), 0.0, "postgresql", StoreFault.SIGN_IN))
    cover = window.signing_in.sheet
    assert cover is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is cover.login)
    with qtbot.waitSignal(gateway.load_finished):
        gateway.start()
    gateway.state_changed.emit(gateway.state)
    assert window.signing_in.sheet is None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.parts.views.view)
