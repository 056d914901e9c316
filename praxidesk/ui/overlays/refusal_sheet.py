"""What was refused, by whom, what else is possible; overriding is the last and quiet choice."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from praxidesk.engine.outcomes import Slot as FreeSlot
from praxidesk.engine.practice import Practice
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.marked_label import MarkedLabel
from praxidesk.ui.controls.named_fields import LONGEST_REASON
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SEMIBOLD
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.choices import Choices
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.overlays.slot_lines import slot_lines, slot_when
from praxidesk.ui.wording.refusals import Refusal

WIDTH = 520


class RefusalSheet(Sheet):
    """Beside the entry, without a scrim: the calendar tells the rest."""

    slot_taken = Signal(object)
    """``Slot``: one of the alternatives."""
    override_wanted = Signal(object)
    """``str``: the reason."""
    more_wanted = Signal()
    """Search for other times."""

    def __init__(
        self, window: QWidget, theme: Theme, practice: Practice, zone: Zone, refusal: Refusal
    ) -> None:
        super().__init__(window, theme, WIDTH, scrim=False)
        self._zone = zone
        self._wished = refusal.wished
        self._slots: Sequence[FreeSlot] = refusal.alternatives
        column = QVBoxLayout()
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addLayout(self._head(refusal.title))
        self._say(column, refusal)
        self.choices = Choices(theme, 40)
        instead = self.tr("Possible instead")
        self._instead = section_label(theme, f"{instead} · {refusal.about}" if refusal.about else instead)
        lines = slot_lines(practice, zone, self._slots, ("1", "2", "3"), people_at=250)
        self.choices.show_lines(lines, 0 if lines else -1)
        if lines:
            column.addSpacing(4)
            column.addWidget(self._instead)
            column.addWidget(self.choices)
        elif refusal.seeks_slots:
            column.addWidget(
                ToneLabel(theme, self.tr("Nothing else is free within 14 days."), tone=Tone.SECOND)
            )
        self.card.column.addLayout(column)
        self._override = KeyButton(theme, ButtonKind.QUIET, Icon.LAYERS, self.tr("Shift ↵"))
        self._override.say(self.tr("Overlapping all the same, with a reason …"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why all the same? (is kept with the entry)"))
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.hide()
        if refusal.can_override:
            self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
            last = QVBoxLayout()
            last.setContentsMargins(8, 4, 8, 4)
            last.addWidget(self._override)
            field = QHBoxLayout()
            field.setContentsMargins(12, 4, 12, 4)
            field.addWidget(self.reason)
            last.addLayout(field)
            self.card.column.addLayout(last)
        self._can_override = refusal.can_override
        self.card.column.addWidget(self._footer(refusal))
        self.choices.moved.connect(self._on_moved)
        self.choices.taken.connect(self._on_taken)
        self._override.clicked.connect(self._on_override)
        self._say_take()
        self.setAccessibleName(f"{refusal.title} {' '.join(refusal.sentences)}")

    def open(self) -> None:
        """Show it; digits, arrows and Enter work at once."""
        super().open()
        (self.choices if self._slots else self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Enter takes, Shift and Enter overrides, F searches on."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        digit = key - Qt.Key.Key_1
        if enter and self.reason.isVisible():
            # Whoever has begun to give a reason means the override, never an alternative.
            self._override_now()
        elif enter and shift and self._can_override:
            self._on_override()
        elif enter and self._slots:
            self._on_take()
        elif 0 <= digit < len(self._slots):
            self.choices.make_current(digit)
        elif key == Qt.Key.Key_F and self.more.isVisible():
            self._on_more()
        else:
            super().keyPressEvent(event)

    def _head(self, title: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        picture = QLabel()
        picture.setPixmap(pixmap(Icon.SLASH_CIRCLE, self._theme.danger, 20, self.devicePixelRatioF()))
        head.addWidget(picture)
        head.addWidget(ToneLabel(self._theme, title, HEADING, SEMIBOLD), 1)
        return head

    def _say(self, column: QVBoxLayout, refusal: Refusal) -> None:
        self.said = MarkedLabel(self._theme)
        self.said.setWordWrap(True)
        self.said.say("\n".join(refusal.sentences), refusal.names)
        column.addWidget(self.said)
        if refusal.warnings:
            label = ToneLabel(self._theme, " ".join(refusal.warnings), BASE, REGULAR, Tone.SECOND)
            label.setWordWrap(True)
            column.addWidget(label)

    def _footer(self, refusal: Refusal) -> Footer:
        footer = Footer(self._theme)
        footer.row.setContentsMargins(20, 12, 20, 12)
        self.more = KeyButton(self._theme, ButtonKind.QUIET, key="F").as_hint()
        self.more.say(self.tr("Search on"))
        self.keep = KeyButton(self._theme, key=self.tr("Esc"))
        self.keep.say(self.tr("Leave it"))
        self.take = KeyButton(self._theme, ButtonKind.PRIMARY, key="↵")
        # Never shown before they have a place: Qt would make windows of them.
        if refusal.seeks_slots:
            footer.row.addWidget(self.more)
        footer.row.addStretch(1)
        footer.row.addWidget(self.keep)
        footer.row.addWidget(self.take)
        if not self._slots:
            self.take.hide()
        self.more.clicked.connect(self._on_more)
        self.keep.clicked.connect(self.close_sheet)
        self.take.clicked.connect(self._on_take)
        return footer

    def _say_take(self) -> None:
        if self._slots:
            when = slot_when(self._zone, self._slots[max(0, self.choices.current())], self._wished)
            self.take.say(self.tr("Take {time}").format(time=when))

    @Slot(object)
    def _on_moved(self, index: int) -> None:  # noqa: ARG002 (the signal's)
        self._say_take()

    @Slot(object)
    def _on_taken(self, index: int) -> None:
        slot = self._slots[index]
        self.close_sheet()
        self.slot_taken.emit(slot)

    @Slot()
    def _on_take(self) -> None:
        if self.reason.isVisible():
            self._override_now()
        elif self._slots:
            self._on_taken(max(0, self.choices.current()))

    @Slot()
    def _on_override(self) -> None:
        self._override.hide()
        self.reason.show()
        self.reason.setFocus()
        self.choices.hide()
        self._instead.hide()
        self.take.show()
        self.take.say(self.tr("Do it all the same"))
        self.follow_content()

    def _override_now(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.close_sheet()
            self.override_wanted.emit(reason)

    @Slot()
    def _on_more(self) -> None:
        self.close_sheet()
        self.more_wanted.emit()
