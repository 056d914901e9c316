"""Who works at this window: asked where the store asks, remembered by login, let go of on demand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.roles import Person
from praxidesk.engine.sign_in import SignInRefused
from praxidesk.ui import openings
from praxidesk.ui.actions.action_list import ActionId, Needs
from praxidesk.ui.actions.checked_actions import LOCKS
from praxidesk.ui.asking import Asking
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.shown.arrangement import LockAfter
from praxidesk.ui.sign_in.idle_watch import IdleWatch
from praxidesk.ui.sign_in.locking import close_others, forget_copied
from praxidesk.ui.sign_in.sign_in_words import (
    account_text,
    ended_text,
    lock_text,
    password_fault_text,
    person_text,
    place_text,
    refusal_text,
)
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway, system_clock
from praxidesk.worker.messages import Failed, StoreState
from praxidesk.worker.premises import Premises
from praxidesk.worker.questions.signing_in import (
    AskSignInForm,
    ChangePassword,
    Lock,
    PasswordFault,
    SignIn,
    SignInForm,
    SignOut,
)

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace


class SigningIn(QObject):
    """Covers the window while nobody is let in; a form that was open is there again for the same person."""

    other_person = Signal()
    """Somebody else than before: nothing of what the window holds is theirs."""

    def __init__(
        self, window: Workplace, gateway: Gateway, settings: DeskSettings, premises: Premises
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._premises = premises
        self._gateway = gateway
        self._asking = Asking(gateway, self)
        self._person: Person | None = None
        """Who was let in last."""
        self._tried = ""
        """The login that is tried now."""
        self._is_leaving = False
        """The store has not heard yet that nobody is here any more."""
        self._is_other = False
        self._covers_nothing = False
        """No practice was on the screen when it was covered, and so nothing had the keys."""
        self._watch = IdleWatch(window, lambda: settings.lock_after.seconds)
        self._watch.left_alone.connect(self.lock)
        self.sheet: openings.SignInSheet | None = None
        """What covers the window."""
        gateway.state_changed.connect(self._on_state)
        gateway.signed_in.connect(self._on_signed_in)
        window.parts.nothing.sign_in_wanted.connect(self.ask)
        window.conversations.rested.connect(self._on_rested)

    @property
    def doings(self) -> dict[ActionId, Callable[[], None]]:
        """What each action does."""
        return {
            ActionId.SIGN_OUT: self.sign_out,
            ActionId.LOCK: self.lock,
            ActionId.CHANGE_PASSWORD: self.change_password,
            **{action: partial(self._lock_after, each) for each, action in LOCKS.items()},
        }

    def needs_met(self) -> frozenset[Needs]:
        """What can be done because of who is signed in."""
        has_account = self._gateway.person.role is not None
        return frozenset({Needs.ACCOUNT}) if has_account else frozenset()

    @Slot()
    def sign_out(self) -> None:
        """Leave the store; the window is covered at once, before the store has heard of it."""
        self._is_leaving = True
        self.ask()
        self._asking.ask(SignOut(), self._on_left, self._on_left)

    @Slot()
    def lock(self) -> None:
        """Cover the window at once, whatever is open in it; the store lets nobody in without a password."""
        person = self._gateway.person
        if self.sheet is not None or person.role is None:
            return
        self._is_leaving = True
        close_others(self._window.window())
        forget_copied()
        self._cover(lock_text(person), is_lock=True)
        self._asking.ask(Lock(), self._on_left, self._on_left)

    @Slot()
    def ask(self) -> None:
        """Cover the window, and ask who works here."""
        self._cover(place_text(self._premises))

    def come_back(self) -> None:
        """The one whose window this is has signed in elsewhere, and finds it as it was."""
        self._is_other = False

    @property
    def person(self) -> Person | None:
        """Whose window this is."""
        return self._person

    def _cover(self, about: str, *, is_lock: bool = False) -> None:
        if self.sheet is not None:
            return
        window = self._window
        sheet = openings.SignInSheet(
            window,
            window.appearance.theme,
            about,
            leaves=window.practice is not None,
            is_lock=is_lock,
        )
        sheet.sign_in_wanted.connect(self._on_sign_in_wanted)
        sheet.elsewhere_wanted.connect(self._on_elsewhere_wanted)
        self.sheet = sheet
        self._covers_nothing = window.practice is None
        window.actions_.suspend(suspended=True)
        sheet.open()
        last = self._settings.last_login(self._premises.at)
        self._asking.ask(AskSignInForm(last), self._on_form, _nothing)

    @Slot()
    def change_password(self) -> None:
        """Give one's own login another password."""
        talk = self._window.conversations
        sheet = openings.PasswordSheet(self._window, talk.theme)
        sheet.change_wanted.connect(self._on_change_wanted)
        talk.show(sheet)

    def _lock_after(self, after: LockAfter) -> None:
        self._settings.lock_after = after

    def _lift(self) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            sheet.lift()
            if self._covers_nothing and self._window.conversations.sheet is None:
                self._window.parts.views.view.setFocus()
            self._window.actions_.suspend(suspended=self._window.conversations.sheet is not None)
            if self._window.parts.details.has_unsaved_note():
                said = self.tr("A note of yours is not saved yet: it stands in the details of its entry.")
                self._window.toast.say_hint(said)

    # Facts from elsewhere

    @Slot()
    def _on_rested(self) -> None:
        """What was open under the cover has closed by itself: the keys are the cover's all the same."""
        if self.sheet is not None:
            self._window.actions_.suspend(suspended=True)

    def _on_left(self, _: object) -> None:
        self._is_leaving = False

    def _on_form(self, form: SignInForm) -> None:
        if self.sheet is not None:
            self.sheet.show_form(form)

    @Slot(object)
    def _on_signed_in(self, person: Person) -> None:
        if person.role is not None:
            self._settings.set_last_login(self._premises.at, person.login, person.valid_until)
        if self._person is not None and self._person.login != person.login:
            self._is_other = True
            if self.sheet is not None:
                self.sheet.forget()
            self.other_person.emit()
            return
        self._person = person
        self._window.parts.status.show_person(person_text(person))
        if person.role is None:
            self._watch.stop()
        else:
            self._watch.start()

    @Slot(object)
    def _on_state(self, state: StoreState) -> None:
        is_older = state.fault is StoreFault.TOO_OLD and self._covers_nothing
        if (state.connected or is_older) and not self._is_leaving and not self._is_other:
            # What an older program has left, its key in hand: what to do stands where the calendar will be.
            self._lift()
        elif state.fault is StoreFault.SIGN_IN:
            if self.sheet is None and self._person is not None:
                close_others(self._window.window())
                forget_copied()
            self.ask()
            ended = ended_text(state.trouble)
            if ended and self.sheet is not None:
                self.sheet.say(ended)

    @Slot(object)
    def _on_sign_in_wanted(self, wanted: SignIn) -> None:
        self._tried = wanted.login
        self._asking.ask(wanted, self._on_tried, self._on_not_tried)

    def _on_tried(self, answer: object) -> None:
        state = self._gateway.state
        if self.sheet is not None and isinstance(answer, SignInRefused):
            self.sheet.say(account_text(answer, system_clock()), about_password=True)
        elif self.sheet is not None and not state.connected:
            ended = self._settings.login_end(self._premises.at, self._tried)
            is_refused = state.fault is StoreFault.SIGN_IN
            self.sheet.say(refusal_text(state, ended, self._gateway.now()), about_password=is_refused)

    def _on_not_tried(self, failed: Failed) -> None:
        if self.sheet is not None:
            self.sheet.say(fault_message(failed.fault, None).text)

    @Slot()
    def _on_elsewhere_wanted(self) -> None:
        if self._window.practice is not None:
            self._window.gestures.quit()
            return
        self._lift()
        self._window.beginnings.connecting.ask()

    @Slot(object)
    def _on_change_wanted(self, wanted: ChangePassword) -> None:
        def answered(fault: PasswordFault | None) -> None:
            sheet = self._window.conversations.sheet
            if not isinstance(sheet, openings.PasswordSheet):
                return
            if fault is not None:
                sheet.say(password_fault_text(fault), is_present=fault is PasswordFault.WRONG)
                return
            sheet.close_sheet()
            self._window.toast.say_done(self.tr("The password is changed."))

        def failed(failure: Failed) -> None:
            sheet = self._window.conversations.sheet
            if isinstance(sheet, openings.PasswordSheet):
                sheet.say(fault_message(failure.fault, None).text)

        self._asking.ask(wanted, answered, failed)


def _nothing(_: object) -> None:
    """Nobody waits for it."""
