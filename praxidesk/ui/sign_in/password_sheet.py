"""Another password for one's own login."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from praxidesk.engine.passwords import LONGEST_PASSWORD
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.named_fields import line
from praxidesk.ui.controls.refused_mark import mark_refused
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.heading import head
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.sign_in.sign_in_words import password_advice
from praxidesk.worker.questions.signing_in import ChangePassword

WIDTH = 520


class PasswordSheet(Sheet):
    """The present one, the new one twice; Enter changes it."""

    change_wanted = Signal(object)
    """``ChangePassword``."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window, theme, WIDTH)
        self._is_trying = False
        head(
            self,
            theme,
            self.tr("Change your password"),
            password_advice(),
        )
        self.present = line(self.tr("Present password"), LONGEST_PASSWORD)
        self.wanted = line(self.tr("New password"), LONGEST_PASSWORD)
        self.again = line(self.tr("The same once more"), LONGEST_PASSWORD)
        self.fields = (self.present, self.wanted, self.again)
        self.answer = ToneLabel(theme, "", BASE, SEMIBOLD, Tone.DANGER)
        self.answer.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setAccessibleName(self.tr("Changing the password"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(self.fields):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textEdited.connect(self._on_edited)
            grid.addWidget(ToneLabel(theme, field.accessibleName(), BASE, REGULAR, Tone.SECOND), row, 0)
            grid.addWidget(field, row, 1)
        inset = QVBoxLayout()
        inset.setContentsMargins(24, 4, 24, 20)
        inset.setSpacing(12)
        inset.addLayout(grid)
        inset.addWidget(self.answer)
        inset.addWidget(self.bar)
        inset.addStretch(1)
        self.card.column.addLayout(inset)
        self.answer.hide()
        self.bar.hide()
        footer = Footer(theme)
        cancel = KeyButton(theme, key=self.tr("Esc"))
        cancel.say(self.tr("Cancel"))
        self.confirm = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        self.confirm.say(self.tr("Change"))
        footer.row.addStretch(1)
        footer.row.addWidget(cancel)
        footer.row.addWidget(self.confirm)
        footer.setFixedHeight(footer.sizeHint().height())
        self.card.column.addWidget(footer)
        cancel.clicked.connect(self.dismiss)
        self.confirm.clicked.connect(self._on_confirmed)
        for key in ("Return", "Enter"):
            self.listen(key, self._on_confirmed)

    def open(self) -> None:
        """Show it, ready to type."""
        super().open()
        self.present.setFocus(Qt.FocusReason.TabFocusReason)

    def say(self, message: str, *, is_present: bool = False) -> None:
        """Why it was not changed; what is wrong is to be typed anew."""
        self._trying(on=False)
        wrong = (self.present,) if is_present else (self.wanted, self.again)
        for field in wrong:
            field.clear()
            mark_refused(field, refused=True)
        self._show(message, wrong[0])

    def _show(self, message: str, field: QLineEdit) -> None:
        self.answer.say(message)
        self.answer.setAccessibleName(message)
        self.answer.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.follow_content()

    def _trying(self, *, on: bool) -> None:
        self._is_trying = on
        self.bar.setVisible(on)
        for part in (*self.fields, self.confirm):
            part.setEnabled(not on)
        self.follow_content()

    @Slot()
    def _on_confirmed(self) -> None:
        if self._is_trying:
            return
        for field in self.fields:
            if not field.text():
                mark_refused(field, refused=True)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if self.again.text() != self.wanted.text():
            self.again.clear()
            mark_refused(self.again, refused=True)
            self._show(self.tr("The two are not the same."), self.again)
            return
        self._trying(on=True)
        self.change_wanted.emit(ChangePassword(self.present.text(), self.wanted.text()))

    @Slot(str)
    def _on_edited(self, text: str) -> None:  # noqa: ARG002 (Qt's)
        for field in self.fields:
            mark_refused(field, refused=False)
        self.answer.hide()
        self.follow_content()
