"""The quiet ways on from a booking: all the same, with a reason; and again and again."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from praxidesk.ui.booking.session import BookingSession
from praxidesk.ui.booking.state import BookingState
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.named_fields import LONGEST_REASON
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind


class WaysOn(QWidget):
    """Overriding asks for its reason where it stands; repeating is the sheet's."""

    asked_why = Signal()
    """The reason is to be typed: it needs room."""

    def __init__(self, theme: Theme, session: BookingSession, *, can_repeat: bool) -> None:
        super().__init__()
        self._session = session
        self._can_repeat = can_repeat
        self.override = KeyButton(theme, ButtonKind.QUIET, Icon.LAYERS, self.tr("Shift ↵"))
        self.reason = QLineEdit()
        self.repeat = KeyButton(theme, ButtonKind.QUIET, Icon.REPEAT, self.tr("Alt S"))
        row = QHBoxLayout()
        row.addWidget(self.override)
        row.addStretch(1)
        row.addWidget(self.repeat)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.reason)
        self.override.say(self.tr("Overlapping all the same, with a reason …"))
        self.reason.setPlaceholderText(self.tr("Why all the same? (is kept with the entry)"))
        self.reason.setMaxLength(LONGEST_REASON)
        self.repeat.say(self.tr("Repeat …"))
        self.repeat.setVisible(can_repeat)
        self.override.hide()
        self.reason.hide()
        self.override.clicked.connect(self.ask_why)

    @property
    def is_asking(self) -> bool:
        """Whether the reason is being typed."""
        return self.reason.isVisible()

    def show_state(self, state: BookingState) -> None:
        """Overriding is offered where something is in the way."""
        self.override.setVisible(state.is_blocked and self.reason.isHidden())
        if not state.is_blocked:
            self.reason.hide()
        self._fold()

    def offer_repeating(self, *, wanted: bool) -> None:
        """Whether what is booked may become a series; what is edited never does."""
        self.repeat.setVisible(wanted and self._can_repeat)
        self._fold()

    def override_now(self) -> None:
        """Save it for the reason typed, if there is one."""
        reason = self.reason.text().strip()
        if reason and self._session.state.is_blocked:
            self._session.override(reason)

    @Slot()
    def ask_why(self) -> None:
        """Let the reason be typed."""
        if self._session.state.is_blocked:
            self.override.hide()
            self.reason.show()
            self._fold()
            self.reason.setFocus()
            self.asked_why.emit()

    def _fold(self) -> None:
        self.setHidden(all(each.isHidden() for each in (self.override, self.reason, self.repeat)))
