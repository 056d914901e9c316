"""A combined appointment: chains in which each part follows the one before, booked all or none."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from praxidesk.engine.practice import Practice
from praxidesk.engine.series_outcomes import CombinedSlot
from praxidesk.engine.vocabulary import TypeId
from praxidesk.engine.walltime import Zone
from praxidesk.ui.booking.draft import Draft
from praxidesk.ui.booking.draft_requests import PROPOSALS
from praxidesk.ui.booking.when_fields import DayField
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.choices import Cell, CellLook, Choice
from praxidesk.ui.overlays.digit_keys import DigitKeys
from praxidesk.ui.overlays.footer import Footer, Hint
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.overlays.slot_lines import slot_people
from praxidesk.ui.series.combined_session import CombinedSession, CombinedState
from praxidesk.ui.series.combining import combination_title, types_of
from praxidesk.ui.series.date_list import ReadChoices
from praxidesk.ui.wording import dates

WIDTH = 760


class CombinedSheet(Sheet):
    """Alt and a digit choose a chain, Enter books what the button says."""

    back_wanted = Signal(object)
    """``Draft``: something else shall be booked after all."""

    def __init__(  # noqa: PLR0917 - one argument for each thing a sheet of this kind needs
        self,
        window: QWidget,
        theme: Theme,
        practice: Practice,
        zone: Zone,
        session: CombinedSession,
        draft: Draft,
        who: str,
    ) -> None:
        super().__init__(window, theme, WIDTH)
        self._practice, self._zone = practice, zone
        self._draft = draft
        self._has_begun = False
        self.session = session
        session.setParent(self)
        session.note = draft.note
        self._types = types_of(practice, session.combination)
        title = self.tr("Combined appointment: {name}").format(name=session.combination.name)
        head = QVBoxLayout()
        head.setContentsMargins(24, 18, 24, 12)
        head.setSpacing(4)
        head.addWidget(ToneLabel(theme, title, HEADING, SEMIBOLD).elide())
        about = f"{who} · {combination_title(practice, session.combination)}"
        head.addWidget(ToneLabel(theme, about, BASE, REGULAR, Tone.SECOND).elide())
        self.card.column.addLayout(head)
        self.card.column.addLayout(self._fields(theme))
        self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        below = QVBoxLayout()
        below.setContentsMargins(24, 12, 24, 16)
        below.setSpacing(8)
        self.said = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.said.setWordWrap(True)
        below.addWidget(self.said)
        self.chains = ReadChoices(theme, 40)
        below.addWidget(self.chains)
        self.parts = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.parts.setWordWrap(True)
        below.addWidget(self.parts)
        self.card.column.addLayout(below)
        self.card.column.addWidget(self._footer(theme))
        self.day.changed.connect(session.find)
        self.note.textEdited.connect(self._on_note)
        self.chains.moved.connect(session.choose)
        session.changed.connect(self._on_state)
        session.done.connect(self.close_sheet)
        DigitKeys(self, PROPOSALS).pressed.connect(session.choose)
        self.listen("Alt+F", session.find_more)
        self.setAccessibleName(title)

    def open(self) -> None:
        """Show it and search at once."""
        super().open()
        self.setFocus()
        self.session.find(self.session.state.day)

    def dismiss(self) -> None:
        """Back to the booking, as it was."""
        self.close_sheet()
        self.back_wanted.emit(self._draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter books; arrows go through the chains."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.session.submit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.chains.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _fields(self, theme: Theme) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(24, 0, 24, 14)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        self.day = DayField(self.session.state.day)
        self.day.set_day(self.session.state.day)
        self.day.setFixedWidth(132)
        self.note = QLineEdit(self.session.note)
        names = (self.tr("From"), self.tr("Note"))
        for column, (name, field) in enumerate(zip(names, (self.day, self.note), strict=True)):
            grid.addWidget(section_label(theme, name), 0, column)
            grid.addWidget(field, 1, column)
            field.setAccessibleName(name)
        return grid

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        hint = Hint(theme, "↑", "↓")
        hint.say(self.tr("choose"))
        self.more = KeyButton(theme, ButtonKind.QUIET, key=self.tr("Alt F")).as_hint()
        self.more.say(self.tr("search on"))
        self.more.clicked.connect(self.session.find_more)
        self.back = footer.way_out(self.tr("Back"), self.dismiss)
        self.submit = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        self.submit.clicked.connect(self.session.submit)
        for part in (hint, self.more):
            footer.row.addWidget(part)
        footer.row.addStretch(1)
        footer.row.addWidget(self.back)
        footer.row.addWidget(self.submit)
        return footer

    @Slot(object)
    def _on_state(self, state: CombinedState) -> None:
        if self.day.day() != state.day:
            self.day.set_day(state.day)
        self.said.say(self.tr("Looking …") if state.searching else state.error)
        self.said.setVisible(bool(self.said.words()))
        self.chains.show_lines(
            [self._line(index, each) for index, each in enumerate(state.chains)], state.chosen
        )
        self.chains.setVisible(bool(state.chains))
        if state.chains and not self._has_begun:
            self._has_begun = True
            self.chains.setFocus()
        shown = state.chains[state.chosen] if 0 <= state.chosen < len(state.chains) else None
        self.parts.say("" if shown is None else self._parts(shown))
        self.parts.setVisible(shown is not None)
        self.submit.say(self._submit_words(state))
        self.submit.setEnabled(state.chain is not None)
        self.follow_content()

    def _line(self, index: int, chain: CombinedSlot) -> Choice:
        parts = " · ".join(
            f"{self._short(type_)} {dates.clock(self._zone, slot.starts_at)}"
            for type_, slot in zip(self._types, chain.parts, strict=True)
        )
        return Choice(
            (
                Cell(dates.short_day(self._zone.day_of(chain.span.start)), 60),
                Cell(dates.time_range(self._zone, chain.span), 170, CellLook.STRONG),
                Cell(parts, 310, CellLook.QUIET),
            ),
            self.tr("Alt {digit}").format(digit=index + 1),
        )

    def _short(self, type_: TypeId) -> str:
        known = self._practice.types[type_]
        return one_line(known.short or known.name)

    def _parts(self, chain: CombinedSlot) -> str:
        """Each part of the chain chosen, with everybody who takes part."""
        return "\n".join(
            f"{dates.clock(self._zone, slot.starts_at)} – {dates.clock(self._zone, slot.ends_at)}"
            f"  {self._practice.types[type_].name} · {slot_people(self._practice, slot)}"
            for type_, slot in zip(self._types, chain.parts, strict=True)
        )

    def _submit_words(self, state: CombinedState) -> str:
        if state.saving:
            return self.tr("Saving …")
        chain = state.chain
        if chain is None:
            return self.tr("Book")
        day: date = self._zone.day_of(chain.span.start)
        when = f"{dates.weekday_short(day)} {dates.clock(self._zone, chain.span.start)}"
        return self.tr("Book {time}").format(time=when)

    @Slot(str)
    def _on_note(self, text: str) -> None:
        self.session.note = text
