"""Asks who works here, and for the password that proves it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from praxidesk.engine.passwords import LONGEST_LOGIN, LONGEST_PASSWORD
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.named_fields import line
from praxidesk.ui.controls.refused_mark import mark_refused
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.heading import head
from praxidesk.ui.sign_in.cover import Cover
from praxidesk.worker.questions.signing_in import Remembering, SignIn, SignInForm

WIDTH = 480


class SignInSheet(Cover):
    """Enter signs in. It knows nothing of where the store is: whoever opened it answers its signals."""

    sign_in_wanted = Signal(object)
    """``SignIn``."""
    elsewhere_wanted = Signal()
    """Not here: another server, or the end of the program."""

    def __init__(
        self, window: QWidget, theme: Theme, place: str, *, leaves: bool = False, is_lock: bool = False
    ) -> None:
        """``place`` says where, in one line; ``leaves``: the other button ends the program."""
        super().__init__(window, theme, WIDTH)
        self._remembering = Remembering.NO_KEYRING
        self._is_trying = False
        head(self, theme, self.tr("Locked") if is_lock else self.tr("Sign in"), place)
        self.login = line(self.tr("User"), LONGEST_LOGIN)
        self.password = line(self.tr("Password"), LONGEST_PASSWORD)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.remember = QCheckBox(self.tr("Remember on this computer"))
        self.about_remember = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self.answer = ToneLabel(theme, "", BASE, SEMIBOLD, Tone.DANGER)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setAccessibleName(self.tr("Signing in"))
        self.elsewhere = KeyButton(theme)
        self.elsewhere.say(self.tr("Quit") if leaves else self.tr("Other server …"))
        self.confirm = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        self.confirm.say(self.tr("Sign in"))
        self._build(theme)
        self.bar.hide()
        self.answer.hide()
        self.show_form(SignInForm(remembering=Remembering.NOT_HERE))
        self.confirm.clicked.connect(self._on_confirmed)
        self.elsewhere.clicked.connect(self.elsewhere_wanted)
        for field in (self.login, self.password):
            field.textEdited.connect(self._on_edited)
        for key in ("Return", "Enter"):
            self.listen(key, self._on_confirmed)

    def open(self) -> None:
        """Show it; the first empty field has the keys."""
        super().open()
        self._first().setFocus(Qt.FocusReason.TabFocusReason)

    def show_form(self, form: SignInForm) -> None:
        """Who is known here already, and whether a password can be kept."""
        if form.login and not self.login.text():
            self.login.setText(form.login)
            if self.window().focusWidget() is self.login:
                self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self._remembering = form.remembering
        is_possible = form.remembering is Remembering.POSSIBLE
        self.remember.setVisible(form.remembering is not Remembering.NOT_HERE)
        self.remember.setEnabled(is_possible)
        self.remember.setChecked(is_possible and form.remembers)
        self.about_remember.say(
            self.tr("The password is kept in this computer's keyring, and nowhere else.")
            if is_possible
            else self.tr("Not possible: this computer has no keyring in which a password would be safe.")
        )
        self.about_remember.setVisible(form.remembering is not Remembering.NOT_HERE)
        self.remember.setAccessibleDescription(self.about_remember.words())
        self.follow_content()

    def forget(self) -> None:
        """Somebody was let in: what they typed is not for the next one."""
        self._trying(on=False)
        self.login.clear()
        self.password.clear()

    def say(self, message: str, *, about_password: bool = False) -> None:
        """Why nobody was let in; a refused password is to be typed anew, nothing else is lost."""
        self._trying(on=False)
        self.answer.say(message)
        self.answer.setAccessibleName(message)
        self.answer.setVisible(bool(message))
        if about_password:
            self.password.clear()
            mark_refused(self.password, refused=True)
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.follow_content()

    def _first(self) -> QWidget:
        fields = (self.login, self.password)
        return next((each for each in fields if not each.text()), self.confirm)

    def _build(self, theme: Theme) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate((self.login, self.password)):
            grid.addWidget(ToneLabel(theme, field.accessibleName(), BASE, REGULAR, Tone.SECOND), row, 0)
            grid.addWidget(field, row, 1)
        kept = QVBoxLayout()
        kept.setSpacing(4)
        kept.addWidget(self.remember)
        kept.addWidget(self.about_remember)
        grid.addLayout(kept, 2, 1)
        inset = QVBoxLayout()
        inset.setContentsMargins(24, 4, 24, 20)
        inset.setSpacing(12)
        inset.addLayout(grid)
        for label in (self.about_remember, self.answer):
            label.setWordWrap(True)
        inset.addWidget(self.answer)
        inset.addWidget(self.bar)
        inset.addStretch(1)
        self.card.column.addLayout(inset)
        footer = Footer(theme)
        footer.row.addWidget(self.elsewhere)
        footer.row.addStretch(1)
        footer.row.addWidget(self.confirm)
        footer.setFixedHeight(footer.sizeHint().height())
        self.card.column.addWidget(footer)

    def _trying(self, *, on: bool) -> None:
        self._is_trying = on
        self.bar.setVisible(on)
        for part in (self.login, self.password, self.confirm, self.elsewhere):
            part.setEnabled(not on)
        self.remember.setEnabled(not on and self._remembering is Remembering.POSSIBLE)
        self.confirm.say(self.tr("Signing in …") if on else self.tr("Sign in"))
        if on:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.follow_content()

    @Slot()
    def _on_confirmed(self) -> None:
        if self._is_trying:
            return
        if self.elsewhere.hasFocus():
            self.elsewhere_wanted.emit()
            return
        for field in (self.login, self.password):
            if not field.text().strip():
                mark_refused(field, refused=True)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._on_edited("")
        self._trying(on=True)
        self.sign_in_wanted.emit(
            SignIn(self.login.text().strip(), self.password.text(), self.remember.isChecked())
        )

    @Slot(str)
    def _on_edited(self, text: str) -> None:  # noqa: ARG002 (Qt's)
        for field in (self.login, self.password):
            mark_refused(field, refused=False)
        self.answer.hide()
        self.follow_content()
