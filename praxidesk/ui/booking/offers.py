"""What is offered: proposals or alternatives, why there is nothing earlier, and the ways to other orders."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from praxidesk.engine.outcomes import Slot as FreeSlot
from praxidesk.engine.practice import Practice
from praxidesk.engine.walltime import Zone
from praxidesk.ui.booking.draft_requests import PROPOSALS, span_of
from praxidesk.ui.booking.session import BookingSession
from praxidesk.ui.booking.slot_notes import slot_note
from praxidesk.ui.booking.state import BookingState
from praxidesk.ui.booking.why_box import WhyBox
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.tone_label import section_label
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.choices import Choices
from praxidesk.ui.overlays.digit_keys import DigitKeys
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.overlays.slot_lines import slot_lines
from praxidesk.ui.wording.rank_words import ranking_name

_LINE, _LOW_LINE = 44, 36


class Offers(QWidget):
    """Shows the state of a session, and lets it choose among what is offered."""

    def __init__(
        self, theme: Theme, practice: Practice, zone: Zone, session: BookingSession, *, is_low: bool = False
    ) -> None:
        """Show nothing yet.

        :param is_low: there is little room
        """
        super().__init__()
        self._practice = practice
        self._zone = zone
        self._session = session
        self.title = section_label(theme)
        self.order = KeyButton(theme, ButtonKind.QUIET, key=self.tr("Alt R"))
        self.proposals = Choices(theme, _LOW_LINE if is_low else _LINE)
        self.why = WhyBox(theme)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.proposals)
        column.addSpacing(4)
        column.addWidget(self.why)

    def hear_keys(self, sheet: Sheet) -> None:
        """Keys of the sheet choose here."""
        self.order.clicked.connect(self._session.rank_next)
        self.why.release_wanted.connect(self._session.take_release)
        self.proposals.moved.connect(self._on_chosen)
        self.proposals.taken.connect(self._on_chosen)
        sheet.listen("Alt+R", self._session.rank_next)
        sheet.listen("Alt+E", self._session.take_release)
        DigitKeys(sheet, PROPOSALS).pressed.connect(self._on_chosen)

    def show_state(self, state: BookingState, *, by_line: bool) -> None:
        """Show what is offered now.

        :param by_line: the time wished for is itself an offer, and what is looked for anew cannot be chosen
        """
        is_asked = state.checking or state.searching
        slots, chosen = state.slots, state.chosen
        if by_line and state.is_free and (span := span_of(self._practice, state.draft, self._zone)):
            slots, chosen = (FreeSlot(span.start, span.end, state.filled),), 0
        is_old = by_line and not slots and is_asked
        self.proposals.setEnabled(not is_old)
        if is_old:
            self.proposals.update()
        else:
            keys = [self.tr("Alt {digit}").format(digit=digit) for digit in (1, 2, 3)]
            week = self._session.gateway.week
            notes = [slot_note(self._practice, self._zone, week, each) for each in slots]
            lines = slot_lines(self._practice, self._zone, slots, keys, notes=notes)
            self.proposals.show_lines(lines, chosen)
        has_lines = bool(self.proposals.lines())
        for widget in (self, self.proposals, self.title):
            widget.setVisible(has_lines)
        self.order.setVisible(has_lines and state.seeks_time)
        self.order.say(ranking_name(state.ranking))
        self.title.say(self.tr("Looking …") if by_line and is_asked else self._title(state))
        self.why.say(state.why if state.seeks_time else (), can_take=state.release is not None)
        self.setVisible(has_lines or bool(state.why))

    def _title(self, state: BookingState) -> str:
        if not state.seeks_time and not state.is_free:
            return self.tr("Possible instead", "of a time that is taken")
        if state.widened:
            return self.tr("Nothing is free as wished; next would be")
        if any(slot.instead_of for slot in state.slots):
            return self.tr("Nothing is free with those chosen; colleagues are")
        if state.seeks_time and len(state.slots) < PROPOSALS:
            return self.tr("Proposals: no more is free as wished")
        return self.tr("Proposals")

    @Slot(object)
    def _on_chosen(self, index: int) -> None:
        self._session.choose(index)
