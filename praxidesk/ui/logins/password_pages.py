"""Passwords: the own one of who wants to change logins, and a new one for somebody else."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from praxidesk.engine.logins import KnownLogin, LoginFault, LoginKeeping, RenewPassword
from praxidesk.engine.passwords import PasswordFlaw, flaw_of_password
from praxidesk.ui.controls.refused_mark import Problem, mark_refused
from praxidesk.ui.logins.login_page import FieldsPage, first_empty, password_line
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.sign_in.sign_in_words import password_advice, password_flaw_text

translate = QCoreApplication.translate


class OwnPasswordPage(FieldsPage):
    """Who sits there has to show that it is themselves: a window that was left alone lets nobody in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.title = self.tr("Logins")
        self.about = self.tr(
            "Whoever changes logins shows by their own password that it is themselves. It counts until you"
            " close this page, and is stored nowhere."
        )
        self.confirm = self.tr("Go on")
        self.password = password_line(self.tr("Your password"))
        self.add_row(self.password.accessibleName(), self.password)
        self.column.addStretch(1)

    def first(self) -> QWidget:
        """The field."""
        return self.password

    def forget(self) -> None:
        """Empty it."""
        self.password.clear()

    def field_of(self, why: LoginFault | PasswordFlaw) -> QWidget | None:
        """The field, where it was another one."""
        return self.password if why in {LoginFault.WRONG_PASSWORD, LoginFault.WAITING} else None

    def answer(self) -> str | Problem:
        """What was typed."""
        return first_empty((self.password,)) or self.password.text()


class NewPassword:
    """Two fields of a page in which the same has to stand."""

    def __init__(self, page: FieldsPage, wanted: str, again: str) -> None:
        self.wanted, self.again = password_line(wanted), password_line(again)
        self.fields: tuple[QLineEdit, ...] = (self.wanted, self.again)
        for field in self.fields:
            page.add_row(field.accessibleName(), field)

    def problem(self, login: str) -> Problem | None:
        """Why it cannot be one, with its field marked and emptied."""
        found = first_empty(self.fields)
        if found is not None:
            return found
        if self.again.text() != self.wanted.text():
            return self._refused(self.again, translate("logins", "The two are not the same."))
        flaw = flaw_of_password(login, self.wanted.text())
        if flaw is None:
            return None
        self.again.clear()
        return self._refused(self.wanted, password_flaw_text(flaw))

    def forget(self) -> None:
        """Empty both."""
        for field in self.fields:
            field.clear()

    @staticmethod
    def _refused(field: QLineEdit, message: str) -> Problem:
        field.clear()
        mark_refused(field, refused=True)
        return Problem(message, field)


class NewPasswordPage(FieldsPage):
    """For somebody who has forgotten theirs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._login = ""
        self.confirm = self.tr("Set the password")
        self.new = NewPassword(self, self.tr("New password"), self.tr("The same once more"))
        self.column.addStretch(1)

    def begin(self, known: KnownLogin, name: str, keeping: LoginKeeping) -> None:
        """For this one."""
        self._login = known.login
        self.title = self.tr("New password for {name}").format(name=name)
        told = self.tr("Tell it to the person yourself; they can change it in the menu.")
        works_on = (
            self.tr("Who is signed in stays so.")
            if keeping is LoginKeeping.SERVER
            else self.tr("It ends a wait after wrong passwords, too.")
        )
        self.about = f"{password_advice()} {told} {works_on}"
        self.forget()
        self.unmark()

    def first(self) -> QWidget:
        """The new one."""
        return self.new.wanted

    def forget(self) -> None:
        """Empty both."""
        self.new.forget()

    def field_of(self, why: LoginFault | PasswordFlaw) -> QWidget | None:
        """The new one, where it is not good enough."""
        return self.new.wanted if isinstance(why, PasswordFlaw) else None

    def deed(self) -> RenewPassword | Problem:
        """What is to be done."""
        problem = self.new.problem(self._login)
        return problem or RenewPassword(self._login, self.new.wanted.text())
