"""Asks why an entry is cancelled."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import EntryId, EntryKind, Scope
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.named_fields import LONGEST_REASON
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.choices import Cell, Choice, Choices
from praxidesk.ui.overlays.digit_keys import DigitKeys
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.counted import counted

WIDTH = 480


class CancelSheet(Sheet):
    """The usual reasons under Alt and a digit, others typed; Enter cancels the entry."""

    accepted = Signal(object)
    """``str``: the reason."""
    at_entries: tuple[EntryId, ...]
    """What other desks are told is open here."""

    def __init__(  # noqa: PLR0917 - what a sheet needs, and what is cancelled
        self,
        window: QWidget,
        theme: Theme,
        practice: Practice,
        zone: Zone,
        entry: Entry,
        scope: Scope = Scope.THIS,
        whole: str = "",
        count: int = 1,
    ) -> None:
        super().__init__(window, theme, WIDTH)
        self.entry: EntryId = entry.id
        self.scope, self.at_entries = scope, (entry.id,)
        blocks = entry.kind is EntryKind.BLOCKOUT
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        title = self.tr("Remove blocked time") if blocks else self.tr("Cancel entry")
        column.addWidget(ToneLabel(theme, title, HEADING, SEMIBOLD))
        self.subject = ToneLabel(theme, words.entry_name(practice, entry), BASE, SEMIBOLD)
        self.subject.setWordWrap(True)
        column.addWidget(self.subject)
        self.about = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND).elide()
        about = f"{words.service_name(practice, entry)} · {whole or dates.when(zone, entry.span)}"
        self.about.say(about)
        column.addWidget(self.about)
        column.addSpacing(8)
        column.addWidget(section_label(theme, self.tr("Reason")))
        self.reasons = () if blocks else self._usual()
        self.choices = Choices(theme, 32)
        self.choices.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lines = [
            Choice((Cell(reason, 56),), self.tr("Alt {digit}").format(digit=index + 1))
            for index, reason in enumerate(self.reasons)
        ]
        self.choices.show_lines(lines, 0 if self.reasons else -1)
        if self.reasons:
            column.addWidget(self.choices)
        self.field = QLineEdit(self.reasons[0] if self.reasons else "")
        self.field.setMaxLength(LONGEST_REASON)
        self.field.setAccessibleName(self.tr("Reason"))
        column.addWidget(self.field)
        self.card.column.addLayout(column)
        footer = Footer(theme)
        keep = KeyButton(theme, key=self.tr("Esc"))
        keep.say(self.tr("Keep it"))
        self.confirm = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        if count > 1:
            self.confirm.say(self.tr("Cancel {count}").format(count=counted.appointments(count)))
        else:
            self.confirm.say(self.tr("Remove") if blocks else self.tr("Cancel entry"))
        footer.row.addStretch(1)
        footer.row.addWidget(keep)
        footer.row.addWidget(self.confirm)
        self.card.column.addWidget(footer)
        self.choices.moved.connect(self._on_moved)
        DigitKeys(self, len(self.reasons)).pressed.connect(self._on_digit)
        self.field.returnPressed.connect(self._on_confirmed)
        self.confirm.clicked.connect(self._on_confirmed)
        keep.clicked.connect(self.close_sheet)
        self.setAccessibleName(title)

    def open(self) -> None:
        """Show it, ready to type another reason."""
        super().open()
        self.field.setFocus()
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the usual reasons."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.choices.step(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _usual(self) -> tuple[str, ...]:
        return (
            self.tr("Cancelled by the patient"),
            self.tr("Patient is ill"),
            self.tr("Cancelled by the practice"),
            self.tr("Booked by mistake"),
        )

    @Slot(object)
    def _on_digit(self, index: int) -> None:
        self.choices.make_current(index)
        self._on_moved(index)

    @Slot(object)
    def _on_moved(self, index: int) -> None:
        self.field.setText(self.reasons[index])
        self.field.selectAll()

    @Slot()
    def _on_confirmed(self) -> None:
        reason = self.field.text().strip()
        self.close_sheet()
        self.accepted.emit(reason)
