"""Who may sign in: for an administrator, who lets people in and locks them out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from praxidesk.engine.logins import (
    KnownLogin,
    LockLogin,
    LoginDeed,
    LoginFault,
    LoginKeeping,
    LoginList,
    LoginRefused,
    LoginState,
    RemoveLogin,
    UnlockLogin,
)
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import Practice
from praxidesk.engine.walltime import Zone
from praxidesk.ui.asking import Asking
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.refused_mark import Problem
from praxidesk.ui.logins.login_form import LoginForm
from praxidesk.ui.logins.login_list import LoginListPage
from praxidesk.ui.logins.login_page import LoginPage
from praxidesk.ui.logins.login_words import done_text, offer_text, question_text, refused_text, shown_name
from praxidesk.ui.logins.paged_sheet import PagedSheet
from praxidesk.ui.logins.password_pages import NewPasswordPage, OwnPasswordPage
from praxidesk.ui.logins.text_page import TextPage
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway, system_clock
from praxidesk.worker.messages import Failed, StoreState
from praxidesk.worker.questions.logins import AskLogins, ChangeLogins

F = LoginFault


class LoginsSheet(PagedSheet):
    """Enter does what the page is for, Escape goes back; the own password is forgotten with the sheet."""

    def __init__(
        self, window: QWidget, theme: Theme, gateway: Gateway, practice: Practice, zone: Zone
    ) -> None:
        self.own = OwnPasswordPage(theme)
        self.list = LoginListPage(theme, practice, zone)
        self.form = LoginForm(theme, practice)
        self.password = NewPasswordPage(theme)
        self.question = TextPage(theme)
        super().__init__(window, theme, (self.own, self.list, self.form, self.password, self.question))
        self._practice = practice
        self._asking = Asking(gateway, self)
        self._needs_proof = gateway.person.role is not None
        self._present = ""
        self._known: LoginList | None = None
        self._deed: LockLogin | RemoveLogin | None = None
        """What is asked about."""
        self._is_stale = False
        """The answer to a change was lost: the list may be another one now."""
        self.add = KeyButton(theme, ButtonKind.QUIET, Icon.USER_PLUS, self.tr("Ctrl+N")).as_link()
        self.add.say(self.tr("New login …"))
        self.footer.row.insertWidget(0, self.add)
        self._connect()
        gateway.state_changed.connect(self._on_state)
        self._begin()

    def open(self) -> None:
        """Show it, with the keys in its page."""
        super().open()
        self.give_keys()
        if not self._needs_proof:
            self._ask()

    def close_sheet(self) -> None:
        """Whoever opens it next shows anew who they are."""
        self._forget()
        super().close_sheet()

    def dismiss(self) -> None:
        """Back to the list; from there out of the sheet. What is under way is waited for."""
        if self.is_busy and self._known is not None:
            return
        if self._known is None or self._is_outermost(self.page):
            self.close_sheet()
        else:
            is_known, self._is_stale = not self._is_stale, False
            self._show_list(self._known)
            if not is_known:
                self._ask()

    def _forget(self) -> None:
        self._present = ""
        for page in self.pages:
            page.forget()

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_new)
        self.confirm.clicked.connect(self._on_confirmed)
        self.take.clicked.connect(self._on_confirmed)
        self.list.edit_wanted.connect(self._on_edit)
        self.list.password_wanted.connect(self._on_password)
        self.list.lock_wanted.connect(self._on_lock)
        self.list.remove_wanted.connect(self._on_remove)
        for page in self.pages:
            page.edited.connect(self._on_edited)
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Return", self._on_enter),
            ("Enter", self._on_enter),
            ("Ctrl+N", self._on_new),
            ("Ctrl+P", self._on_password_key),
            ("Ctrl+B", self._on_lock_key),
        )
        for key, answer in keys:
            self.listen(key, answer)

    # What is shown

    def _begin(self) -> None:
        if self._needs_proof:
            self._turn(self.own)
        else:
            self.question.ask(self.tr("Logins"), "", (self.tr("Asking the store …"),))
            self._turn(self.question)

    def _turn(self, page: LoginPage) -> None:
        self.add.setVisible(page is self.list)
        self.turn(page, leaves=self._known is None or self._is_outermost(page))

    def _is_outermost(self, page: LoginPage) -> bool:
        """Whether there is nothing behind it: the list, or what is offered or told instead of one."""
        return page is self.list or (page is self.question and self._deed is None)

    def _show_list(self, known: LoginList, chosen: str = "", said: str = "") -> None:
        self._known, self._deed = known, None
        for page in (self.form, self.password, self.own):
            page.forget()
        if known.keeping is LoginKeeping.FILE and not known.logins:
            self.question.ask(*offer_text(), self.tr("Introduce logins …"))
            self._turn(self.question)
            return
        before = self.list.chosen()
        self.list.show_logins(known, chosen or (before.login if before is not None else ""), said)
        self._turn(self.list)

    # Asking

    def _ask(self) -> None:
        self.wait(on=True)
        self._asking.ask(AskLogins(self._present), self._on_told, self._on_failed)

    def _do(self, deed: LoginDeed) -> None:
        self.wait(on=True)
        self.say("")
        asked = ChangeLogins(deed, self._present)
        self._asking.ask(asked, partial(self._on_done, deed), self._on_not_done)

    def _on_told(self, answer: LoginList | LoginRefused) -> None:
        self.wait(on=False)
        if isinstance(answer, LoginList):
            self._show_list(answer)
        else:
            self._refuse(answer, "")

    def _on_done(self, deed: LoginDeed, answer: LoginList | LoginRefused) -> None:
        self.wait(on=False)
        if isinstance(answer, LoginRefused):
            self._refuse(answer, deed.login)
            return
        before = self._known.of(deed.login) if self._known is not None else None
        if not answer.own and answer.keeping is LoginKeeping.FILE:
            # Somebody has to sign in now, before anything else: the cover may be there already.
            self._forget()
            self.close_covered()
            return
        known = answer.of(deed.login) or before
        name = shown_name(self._practice, known) if known is not None else deed.login
        self._show_list(answer, deed.login, done_text(deed, name, answer))

    def _refuse(self, refused: LoginRefused, login: str) -> None:
        said = refused_text(refused, login, system_clock())
        if refused.why in {F.NOT_ALLOWED, F.NOT_SET_UP}:
            self._known = self._deed = None
            self.question.ask(self.tr("Logins"), "", (said,))
            self._turn(self.question)
            return
        if refused.why in {F.WRONG_PASSWORD, F.WAITING}:
            self._present = ""
            self.own.forget()
            if self.page is not self.own:
                self._turn(self.own)
        self.give_keys()
        self.say(said, self.page.field_of(refused.why))

    def _on_failed(self, failed: Failed) -> None:
        self.wait(on=False)
        self.give_keys()
        self.say(fault_message(failed.fault, None).text)

    def _on_not_done(self, failed: Failed) -> None:
        """It may have been done all the same, where only the answer was lost."""
        self.wait(on=False)
        self.give_keys()
        if failed.fault is not StoreFault.UNREACHABLE:
            self.say(fault_message(failed.fault, None).text)
            return
        self._is_stale = True
        happened = fault_message(failed.fault, None).happened
        self.say(
            self.tr("{happened} Whether it was done, the list says once it answers again.").format(
                happened=happened
            )
        )

    # Keys and buttons

    @Slot()
    def _on_enter(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, KeyButton) and focused.isEnabled():
            focused.click()
        elif self.page is self.list:
            self.list.begin_edit()
        else:
            self._on_confirmed()

    @Slot()
    def _on_confirmed(self) -> None:
        page = self.page
        if self.is_busy:
            return
        if page is self.own:
            typed = self.own.answer()
            if isinstance(typed, Problem):
                self.say(typed.message, typed.field)
                return
            self._present = typed
            self._ask()
        elif page is self.form or page is self.password:
            deed = self.form.deed() if page is self.form else self.password.deed()
            if isinstance(deed, Problem):
                self.say(deed.message, deed.field)
            else:
                self._do(deed)
        elif self._deed is not None:
            self._do(self._deed)
        elif page.confirm:
            self._on_new()

    @Slot()
    def _on_new(self) -> None:
        if self._known is not None and not self.is_busy and self._is_outermost(self.page):
            self.form.begin(self._known, None)
            self._turn(self.form)

    @Slot()
    def _on_password_key(self) -> None:
        if self.page is self.list and not self.is_busy:
            self.list.begin_password()

    @Slot()
    def _on_lock_key(self) -> None:
        if self.page is self.list and not self.is_busy:
            self.list.begin_lock()

    @Slot(object)
    def _on_edit(self, known: KnownLogin) -> None:
        if self._known is not None:
            self.form.begin(self._known, known)
            self._turn(self.form)

    @Slot(object)
    def _on_password(self, known: KnownLogin) -> None:
        if self._known is not None:
            self.password.begin(known, shown_name(self._practice, known), self._known.keeping)
            self._turn(self.password)

    @Slot(object)
    def _on_lock(self, known: KnownLogin) -> None:
        if known.state in {LoginState.LOCKED, LoginState.WAITING}:
            self._do(UnlockLogin(known.login))
        else:
            said = self.tr("Lock {name}?"), self.tr("Lock")
            self._ask_about(LockLogin(known.login), known, *said)

    @Slot(object)
    def _on_remove(self, known: KnownLogin) -> None:
        self._ask_about(
            RemoveLogin(known.login), known, self.tr("Remove the login of {name}?"), self.tr("Remove")
        )

    def _ask_about(self, deed: LockLogin | RemoveLogin, known: KnownLogin, title: str, confirm: str) -> None:
        if self._known is not None:
            self._deed = deed
            name = shown_name(self._practice, known)
            about = self.tr("User {login}").format(login=known.login)
            means = question_text(deed, self._known.keeping)
            self.question.ask(title.format(name=name), about, (means,), confirm, takes=True)
            self._turn(self.question)

    @Slot()
    def _on_edited(self) -> None:
        self.say("")
        self.fit()

    @Slot(object)
    def _on_state(self, state: StoreState) -> None:
        """Nobody is let in at the moment: whoever comes next shows anew who they are."""
        if state.fault is not StoreFault.SIGN_IN or not self._needs_proof:
            return
        self._forget()
        if not self.is_busy:
            self._known = self._deed = None
            self._turn(self.own)
