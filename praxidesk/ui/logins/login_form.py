"""The form of one login: a new one, or what may be changed of one."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from praxidesk.engine.actors import Actor
from praxidesk.engine.logins import AddLogin, EditLogin, KnownLogin, LoginFault, LoginKeeping, LoginList
from praxidesk.engine.passwords import LONGEST_LOGIN, PasswordFlaw, objection_to_login
from praxidesk.engine.practice import Practice
from praxidesk.engine.roles import StaffRole
from praxidesk.engine.vocabulary import ActorKind
from praxidesk.ui.controls.named_fields import combo, line
from praxidesk.ui.controls.refused_mark import Problem, refused
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.logins.login_page import FieldsPage, first_empty
from praxidesk.ui.logins.login_words import fault_text, role_about
from praxidesk.ui.logins.password_pages import NewPassword
from praxidesk.ui.look.fonts import REGULAR, SECONDARY
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.practice_settings.codes_part import CodesPart
from praxidesk.ui.practice_settings.part import attribute
from praxidesk.ui.sign_in.sign_in_words import password_advice, role_name

F = LoginFault


class LoginForm(FieldsPage):
    """Which fields there are depends on the store, on the role, and on whether the login is new."""

    def __init__(self, theme: Theme, practice: Practice) -> None:
        super().__init__(theme)
        self._practice = practice
        self._known = LoginList(LoginKeeping.FILE, ())
        self._edited: KnownLogin | None = None
        self.login = line(self.tr("User"), LONGEST_LOGIN)
        self.name = line(self.tr("Name"))
        self.role = combo(self.tr("Role"))
        self.about_role = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self.practitioner = combo(self.tr("Practitioner"))
        sites = list(practice.site_names.items())
        self.sites = CodesPart(theme, self.tr("Sites"), attribute("sites"), sites, self.tr("every site"))
        self.hint = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self.add_row(self.login.accessibleName(), self.login)
        self.add_row(self.name.accessibleName(), self.name)
        self.add_row(self.role.accessibleName(), self.role)
        self.add_hint(self.about_role)
        self.add_row(self.practitioner.accessibleName(), self.practitioner)
        self.add_row(self.sites.label, self.sites)
        self.new = NewPassword(self, self.tr("Password"), self.tr("The same once more"))
        self.add_hint(self.hint)
        self.column.addStretch(1)
        self.role.activated.connect(self._on_role)
        self.practitioner.activated.connect(self._on_chosen)
        self.login.textEdited.connect(self._on_login)

    def begin(self, known: LoginList, edited: KnownLogin | None) -> None:
        """A new login, or one that is there."""
        self._known, self._edited = known, edited
        is_first = known.keeping is LoginKeeping.FILE and not known.logins
        roles = (StaffRole.ADMIN,) if is_first else tuple(StaffRole)
        self.role.clear()
        for role in roles:
            self.role.addItem(role_name(role), role.value)
        self._offer_practitioners(edited)
        its = edited or KnownLogin("", roles[0])
        self.login.setText(its.login)
        self.login.setEnabled(edited is None)
        self.name.setText(its.name)
        self.role.setCurrentIndex(self.role.findData(its.role.value))
        self.practitioner.setCurrentIndex(self.practitioner.findData(its.practitioner))
        self.sites.show_value(its.sites)
        self.new.forget()
        self.unmark()
        self._say(is_first=is_first)
        self._follow_role()

    def first(self) -> QWidget:
        """The first that may be changed."""
        if self._edited is None:
            return self.login
        return self.name if self._has_names else self.role

    def forget(self) -> None:
        """Take the password out."""
        self.new.forget()

    def field_of(self, why: LoginFault | PasswordFlaw) -> QWidget | None:
        """What it is about."""
        if isinstance(why, PasswordFlaw):
            return self.new.wanted
        return {
            F.BAD_LOGIN: self.login,
            F.TAKEN: self.login,
            F.NO_PRACTITIONER: self.practitioner,
            F.BAD_NAME: self.name,
            F.ROLE_STAYS: self.role,
            F.FIRST_IS_ADMIN: self.role,
        }.get(why)

    def deed(self) -> AddLogin | EditLogin | Problem:
        """What is to be done; or what is wrong, marked."""
        return self._problem() or self._wanted()

    @property
    def _has_names(self) -> bool:
        return self._known.keeping is LoginKeeping.SERVER

    @property
    def _role(self) -> StaffRole:
        return StaffRole(self.role.currentData())

    def _wanted(self) -> AddLogin | EditLogin:
        login, role = self.login.text().strip(), self._role
        practitioner = str(self.practitioner.currentData() or "") if self._is_practitioner else ""
        name = self.name.text().strip() if self._has_names else ""
        sites: tuple[str, ...] = self.sites.value() if self._can_bind else ()
        if self._edited is not None:
            return EditLogin(login, role, practitioner, name, sites)
        return AddLogin(login, role, self.new.wanted.text(), practitioner, name, sites)

    def _problem(self) -> Problem | None:
        login = self.login.text().strip()
        if self._edited is None:
            found = first_empty((self.login,))
            if found is not None:
                return found
            if objection_to_login(login):
                return refused(self.login, fault_text(F.BAD_LOGIN, login))
            if self._known.of(login) is not None:
                return refused(self.login, fault_text(F.TAKEN, login))
        if self._is_practitioner and not self.practitioner.currentData():
            return refused(self.practitioner, fault_text(F.NO_PRACTITIONER, login))
        if self._edited is not None:
            return None
        return self.new.problem(login)

    @property
    def _is_practitioner(self) -> bool:
        return self._role is StaffRole.PRACTITIONER

    @property
    def _can_bind(self) -> bool:
        has_several = bool(self._practice.branches)
        return self._has_names and has_several and self._role is not StaffRole.ADMIN

    def _offer_practitioners(self, edited: KnownLogin | None) -> None:
        known = [each for each in self._practice.actors.values() if each.kind is ActorKind.PRACTITIONER]
        its = edited.practitioner if edited is not None else ""
        self.practitioner.clear()
        self.practitioner.addItem(self.tr("please choose"), "")
        for each in sorted(known, key=_by_name):
            if each.active or each.code == its:
                self.practitioner.addItem(each.name, each.code)

    def _say(self, *, is_first: bool) -> None:
        is_new, is_server = self._edited is None, self._has_names
        self.title = self.tr("New login") if is_new else self.tr("Change the login")
        self.confirm = self.tr("Let in") if is_new else self.tr("Save")
        self.about = ""
        if is_first:
            self.title, self.confirm = self.tr("The first login: yours"), self.tr("Introduce logins")
            self.about = self.tr(
                "It is one of the administration, so that you can let the others in. When it is there, this"
                " window asks who works at it: sign in with it."
            )
        elif not is_server and self._practice.branches:
            self.about = self.tr("In a file everybody sees every site; on a server a login can be for some.")
        elif not is_new and is_server and self._can_bind:
            self.about = self.tr("Other sites end the connections that this person has now.")
        for field in self.new.fields:
            self.show_row(field, on=is_new)
        self.show_row(self.name, on=is_server)
        can_change = is_new or not is_server
        self.role.setEnabled(can_change)
        self.practitioner.setEnabled(can_change)
        self.hint.say(password_advice() if is_new else fault_text(F.ROLE_STAYS, "") if is_server else "")
        self.hint.setVisible(bool(self.hint.words()))

    def _follow_role(self) -> None:
        self.about_role.say(role_about(self._role))
        self.show_row(self.practitioner, on=self._is_practitioner)
        self.show_row(self.sites, on=self._can_bind)
        self.name.setPlaceholderText(
            self.tr("the practitioner's, if none is given") if self._is_practitioner else self.tr("Anna Beck")
        )

    @Slot(int)
    def _on_role(self, index: int) -> None:  # noqa: ARG002 (Qt's)
        self._follow_role()
        self._on_edited("")

    @Slot(int)
    def _on_chosen(self, index: int) -> None:  # noqa: ARG002 (Qt's)
        self._on_edited("")

    @Slot(str)
    def _on_login(self, text: str) -> None:
        """Small letters, whatever the keyboard says; the cursor stays."""
        if text != text.lower():
            at = self.login.cursorPosition()
            self.login.setText(text.lower())
            self.login.setCursorPosition(at)


def _by_name(actor: Actor) -> str:
    return actor.name.casefold()
