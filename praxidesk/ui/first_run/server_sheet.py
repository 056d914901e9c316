"""The form for a database server: where it is, who one is there, and whether that works."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from praxidesk.engine.server_probe import Readiness, ServerFound, ServerRefused, ServerTrouble
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.named_fields import combo, line
from praxidesk.ui.controls.refused_mark import mark_refused
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.first_run.file_question import FileQuestion
from praxidesk.ui.first_run.server_words import encryption_name, trouble_text
from praxidesk.ui.look.fonts import BASE, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.heading import head
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.worker.server_address import DEFAULT_PORT, Encryption, ServerAddress, address_of, is_local

WIDTH = 640
T = ServerTrouble
_ABOUT_HOST = {T.HOST_UNKNOWN, T.REFUSED, T.NO_ANSWER, T.BAD_ADDRESS, T.TLS_OTHER_NAME}
_ABOUT_USER = {T.LOGIN_REFUSED, T.WANTS_PASSWORD}
_ABOUT_DATABASE = {T.DATABASE_MISSING, T.FOREIGN, T.NO_RIGHT, T.NO_EXTENSION}
_ABOUT_WAY = {T.TLS_MISSING, T.TLS_UNTRUSTED, T.TLS_NO_CERTIFICATE, T.TLS_NOT_PERMITTED}


class ServerSheet(Sheet):
    """Enter tries the connection; Escape gives it up, then closes."""

    probe_wanted = Signal(object)
    """``ServerAddress`` and password."""
    given_up = Signal()
    """Nobody waits for the answer any more."""
    store_wanted = Signal(object)
    """``ServerAddress`` and password: work with it."""

    def __init__(self, window: QWidget, theme: Theme, address: ServerAddress) -> None:
        super().__init__(window, theme, WIDTH)
        self._is_probing = False
        self._is_ready = False
        self._has_chosen_way = bool(address.host)
        head(
            self,
            theme,
            self.tr("Connect to a server"),
            self.tr(
                "A PostgreSQL database for several desks. The password stays in memory until PraxiDesk is "
                "closed, and is stored nowhere; the other fields are remembered at this desk."
            ),
        )
        self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        self.host = line(self.tr("Server"))
        self.host.setPlaceholderText(self.tr("such as db.practice.local, or postgresql://…"))
        self.port = line(self.tr("Port"), 5)
        self.port.setValidator(QIntValidator(1, 65535, self))
        self.port.setFixedWidth(84)
        self.database = line(self.tr("Database"), 63)
        self.user = line(self.tr("User"), 63)
        self.password = line(self.tr("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.way = combo(self.tr("Connection"))
        for each in Encryption:
            self.way.addItem(encryption_name(each), each.value)
        self.certificate = line(self.tr("Certificate"), 1000)
        self.certificate.setPlaceholderText(self.tr("those that this computer trusts"))
        self.choose = KeyButton(theme)
        self.choose.say(self.tr("File …"))
        self.question = FileQuestion(window, self)
        self.answer = ToneLabel(theme, "", BASE, SEMIBOLD, Tone.DANGER)
        self.found = ToneLabel(theme, "", BASE, SEMIBOLD)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setAccessibleName(self.tr("Connecting"))
        self.bar.hide()
        self._build(theme)
        self._connect()
        self._fill(address)

    def open(self) -> None:
        """Show it; the first empty field has the keys."""
        super().open()
        self._first_empty().setFocus(Qt.FocusReason.TabFocusReason)

    def address(self) -> ServerAddress:
        """As it stands in the fields."""
        way = Encryption(self.way.currentData())
        return ServerAddress(
            self.host.text().strip(),
            int(self.port.text() or DEFAULT_PORT),
            self.database.text().strip(),
            self.user.text().strip(),
            way,
            self.certificate.text().strip() if way is Encryption.CHECKED else "",
        )

    def show_answer(self, answer: ServerFound | ServerRefused) -> None:
        """A practice is gone to at once; an empty database is offered, trouble is said where it is."""
        self._probing(on=False)
        if isinstance(answer, ServerRefused):
            field = self._field_of(answer.trouble)
            self._say(trouble_text(answer), field)
        elif answer.readiness is Readiness.PRACTICE:
            self._go()
        else:
            self._is_ready = True
            self.found.say(
                self.tr(
                    "The database is there and empty. "
                    "What PraxiDesk needs is created in it together with the practice."
                )
            )
            self.found.show()
            self.connect_.say(self.tr("Set up the practice here"))
            self.connect_.setFocus(Qt.FocusReason.OtherFocusReason)
            self.follow_content()

    def show_fault(self, message: str) -> None:
        """It could not be asked."""
        self._probing(on=False)
        self._say(message, self.connect_)

    def dismiss(self) -> None:
        """Give up what is going on; else close."""
        if self._is_probing:
            self._probing(on=False)
            self.given_up.emit()
            self.host.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close_sheet()

    def _build(self, theme: Theme) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.host, 1)
        place.addWidget(ToneLabel(theme, self.port.accessibleName(), BASE, REGULAR, Tone.SECOND))
        place.addWidget(self.port)
        trusted = QHBoxLayout()
        trusted.setSpacing(8)
        trusted.addWidget(self.certificate, 1)
        trusted.addWidget(self.choose)
        self._trusted_label = ToneLabel(theme, self.certificate.accessibleName(), BASE, REGULAR, Tone.SECOND)
        rows: tuple[tuple[str | QWidget, QWidget | QHBoxLayout], ...] = (
            (self.host.accessibleName(), place),
            (self.database.accessibleName(), self.database),
            (self.user.accessibleName(), self.user),
            (self.password.accessibleName(), self.password),
            (self.way.accessibleName(), self.way),
            (self._trusted_label, trusted),
        )
        for row, (said, field) in enumerate(rows):
            label = ToneLabel(theme, said, BASE, REGULAR, Tone.SECOND) if isinstance(said, str) else said
            grid.addWidget(label, row, 0)
            if isinstance(field, QHBoxLayout):
                grid.addLayout(field, row, 1)
            else:
                grid.addWidget(field, row, 1)
        self.hint = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self.hint.setWordWrap(True)
        grid.addWidget(self.hint, len(rows), 1)
        inset = QVBoxLayout()
        inset.setContentsMargins(24, 16, 24, 16)
        inset.setSpacing(12)
        inset.addLayout(grid)
        for part in (self.answer, self.found):
            part.setWordWrap(True)
            part.hide()
            inset.addWidget(part)
        inset.addWidget(self.bar)
        inset.addStretch(1)
        self.card.column.addLayout(inset)
        footer = Footer(theme)
        self.cancel = KeyButton(theme, key=self.tr("Esc"))
        self.cancel.say(self.tr("Cancel"))
        self.connect_ = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        footer.row.addWidget(self.cancel)
        footer.row.addStretch(1)
        footer.row.addWidget(self.connect_)
        # What its texts ask for beyond their width is left above it.
        footer.setFixedHeight(footer.sizeHint().height())
        self.card.column.addWidget(footer)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.dismiss)
        self.connect_.clicked.connect(self._on_connect)
        self.choose.clicked.connect(self._on_choose)
        self.question.chosen.connect(self._on_chosen)
        self.host.textEdited.connect(self._on_host)
        self.way.activated.connect(self._on_way)
        for field in (self.host, self.port, self.database, self.user, self.password, self.certificate):
            field.textEdited.connect(self._on_edited)
        for key, answer in (
            ("Return", self._on_connect),
            ("Enter", self._on_connect),
            ("Escape", self.dismiss),
        ):
            self.listen(key, answer)

    def _fill(self, address: ServerAddress) -> None:
        self.host.setText(address.host)
        self.port.setText(str(address.port))
        self.database.setText(address.database)
        self.user.setText(address.user)
        self.way.setCurrentIndex(self.way.findData(address.encryption.value))
        self.certificate.setText(address.certificate)
        self._follow_way()

    def _follow_way(self) -> None:
        way, host = Encryption(self.way.currentData()), self.host.text()
        is_checked = way is Encryption.CHECKED
        for part in (self._trusted_label, self.certificate, self.choose):
            part.setVisible(is_checked)
        self.hint.say(
            ""
            if is_checked or is_local(host)
            else self.tr("Whoever is in the same network could read or change patients' data on the way.")
        )
        self.hint.setVisible(bool(self.hint.words()))
        self.follow_content()

    def _first_empty(self) -> QLineEdit:
        fields = (self.host, self.database, self.user, self.password)
        return next((each for each in fields if not each.text()), self.password)

    def _field_of(self, trouble: ServerTrouble) -> QWidget:
        if trouble in _ABOUT_HOST:
            return self.host
        if trouble in _ABOUT_USER:
            return self.password
        if trouble in _ABOUT_DATABASE:
            return self.database
        return self.way if trouble in _ABOUT_WAY else self.connect_

    def _say(self, message: str, field: QWidget) -> None:
        self.answer.say(message)
        self.answer.setAccessibleName(message)
        self.answer.show()
        if isinstance(field, QLineEdit | QComboBox):
            mark_refused(field, refused=True)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.follow_content()

    def _probing(self, *, on: bool) -> None:
        self._is_probing = on
        self.bar.setVisible(on)
        self.connect_.setEnabled(not on)
        self.connect_.say(self.tr("Connecting …") if on else self.tr("Connect"))
        self.follow_content()

    def _forget_answer(self) -> None:
        self._is_ready = False
        for part in (self.answer, self.found):
            part.hide()
        for field in (
            self.host,
            self.port,
            self.database,
            self.user,
            self.password,
            self.way,
            self.certificate,
        ):
            mark_refused(field, refused=False)
        if not self._is_probing:
            self.connect_.say(self.tr("Connect"))
        self.follow_content()

    def _go(self) -> None:
        told = (self.address(), self.password.text())
        self.close_sheet()
        self.store_wanted.emit(told)

    @Slot()
    def _on_connect(self) -> None:
        if self._is_probing:
            return
        if self._is_ready:
            self._go()
            return
        self._forget_answer()
        for field in (self.host, self.database, self.user):
            if not field.text().strip():
                said = self.tr("Please fill in: {field}.")
                self._say(said.format(field=field.accessibleName()), field)
                return
        self._probing(on=True)
        self.probe_wanted.emit((self.address(), self.password.text()))

    @Slot(str)
    def _on_host(self, text: str) -> None:
        pasted = address_of(text)
        if pasted is not None and pasted[0].host:
            address, password = pasted
            self._has_chosen_way = True
            self._fill(address)
            self.password.setText(password)
        elif not self._has_chosen_way:
            way = Encryption.NONE if is_local(text) else Encryption.CHECKED
            self._fill_way(way)

    def _fill_way(self, way: Encryption) -> None:
        self.way.setCurrentIndex(self.way.findData(way.value))
        self._follow_way()

    @Slot(int)
    def _on_way(self, index: int) -> None:  # noqa: ARG002 (Qt's)
        self._has_chosen_way = True
        self._forget_answer()
        self._follow_way()

    @Slot(str)
    def _on_edited(self, text: str) -> None:  # noqa: ARG002 (Qt's)
        self._forget_answer()

    @Slot()
    def _on_choose(self) -> None:
        self.question.ask(
            self.tr("Choose the certificate"),
            self.tr("Certificates (*.crt *.pem *.cer)"),
            self.tr("All files (*)"),
        )

    @Slot(object)
    def _on_chosen(self, file: Path) -> None:
        self.certificate.setText(str(file))
        self._forget_answer()
