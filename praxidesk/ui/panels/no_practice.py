"""What stands where the calendar will be: connecting, or why there is none."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.server_probe import ServerRefused
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.first_run.server_words import trouble_text, trouble_title
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD, SMALL, TITLE
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.wording.fault_wording import fault_message, kept
from praxidesk.worker.messages import StoreState

_PASSING = {
    StoreFault.LOCKED,
    StoreFault.BUSY,
    StoreFault.MISSING,
    StoreFault.EMPTY,
    StoreFault.READ_ONLY,
    StoreFault.DISK_FULL,
}
"""Faults that somebody may mend while the window waits."""


class NoPractice(Surface):
    """What happened, and what to do; Enter tries again."""

    retry_wanted = Signal()
    sign_in_wanted = Signal()
    server_wanted = Signal()
    """Another database server."""
    file_wanted = Signal()
    """Another file."""
    upgrade_wanted = Signal()
    """What an older program has written is to be brought up to date."""

    def __init__(self, theme: Theme, *, is_file: bool = True) -> None:
        """``is_file``: the store is one of this computer, which anybody here may upgrade."""
        super().__init__(theme, "canvas")
        self._is_file = is_file
        self._state: StoreState | None = None
        self._picture = QLabel()
        self.title = ToneLabel(theme, "", TITLE, SEMIBOLD)
        self.text = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.detail = ToneLabel(theme, "", SMALL, REGULAR, Tone.THIRD)
        self.retry = KeyButton(theme, ButtonKind.PRIMARY, Icon.REFRESH, key="↵")
        self.retry.clicked.connect(self._on_retry)
        self.server = KeyButton(theme, icon=Icon.DATABASE)
        self.server.clicked.connect(self.server_wanted)
        self.file = KeyButton(theme, icon=Icon.FILE)
        self.file.clicked.connect(self.file_wanted)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addStretch(1)
        for button in (self.retry, self.server, self.file):
            ways.addWidget(button)
        ways.addStretch(1)
        self._tries = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        # An aligned widget would get the height of one line.
        for label in (self.title, self.text):
            column.addWidget(label)
        column.addSpacing(4)
        column.addLayout(ways)
        column.addSpacing(4)
        column.addWidget(self.detail)
        column.addStretch(3)
        for label in (self.title, self.text, self.detail):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.retranslate()

    def show_state(self, state: StoreState) -> None:
        """Say why."""
        known = self._state
        changed = known is None or (known.fault, known.trouble) != (state.fault, state.trouble)
        self._state = state
        if changed:
            self._tries = 0
        self.retranslate()

    def tried(self) -> None:
        """It was tried again, in vain."""
        self._tries += 1
        self.retry.setEnabled(True)
        self.retry.setFocus()
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word it anew."""
        fault = self._state.fault if self._state is not None else None
        self._picture.setVisible(fault is not None)
        self.text.setVisible(fault is not None)
        for button in (self.retry, self.server, self.file):
            button.setVisible(fault is not None)
        is_out = fault is StoreFault.SIGN_IN
        is_old = fault is StoreFault.TOO_OLD
        if is_out:
            self.retry.say(self.tr("Sign in …"))
        elif is_old and self._is_file:
            self.retry.say(self.tr("Bring it up to date"))
        else:
            self.retry.say(self.tr("Try again"))
        self.server.say(self.tr("Connect to a server …"))
        self.file.say(self.tr("Open another file …"))
        self.detail.setVisible(bool(self._state and self._state.detail))
        if fault is None:
            self.title.say(self.tr("Opening the practice …"))
            return
        message = fault_message(fault, None)
        self._picture.setPixmap(pixmap(Icon.ALERT, self._theme.danger, 32, self.devicePixelRatioF()))
        again = self.tr("PraxiDesk opens the practice by itself as soon as it can.")
        trouble = self._state.trouble if self._state is not None else None
        happened, to_do = message.happened, message.to_do
        if trouble is not None and fault is StoreFault.UNREACHABLE:
            happened, to_do = trouble_title(trouble) or happened, trouble_text(ServerRefused(trouble))
        if is_old and self._is_file:
            to_do = self.tr("A copy of the file as it is now is kept beside it.")
        elif is_old:
            to_do = self.tr("Ask whoever administers PraxiDesk to bring it up to date.")
        self.title.say(happened)
        lines = (kept(fault), to_do, *((again,) if fault in _PASSING else ()))
        self.text.say("\n".join(lines))
        support = self.tr("For support: {detail}").format(detail=self._state.detail if self._state else "")
        still = self.tr("Tried again; nothing has changed yet.")
        self.detail.say(f"{still}\n{support}" if self._tries else support)

    @Slot()
    def _on_retry(self) -> None:
        if self._state is not None and self._state.fault is StoreFault.SIGN_IN:
            self.sign_in_wanted.emit()
            return
        self.retry.setEnabled(False)
        if self._state is not None and self._state.fault is StoreFault.TOO_OLD and self._is_file:
            self.detail.say(self.tr("The database is being brought up to date …"))
            self.upgrade_wanted.emit()
            return
        self.retry_wanted.emit()
