"""How a booking repeats: the rule above, its exact dates below, each free or with what speaks against it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Slot as FreeSlot
from praxidesk.engine.practice import Practice
from praxidesk.engine.series_outcomes import DateOutcome, DateState
from praxidesk.engine.walltime import Zone
from praxidesk.ui.booking.draft import Draft
from praxidesk.ui.booking.draft_requests import PROPOSALS
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.digit_keys import DigitKeys
from praxidesk.ui.overlays.footer import Footer, Hint
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.overlays.slot_lines import slot_when
from praxidesk.ui.series.date_lines import DateLines, Doing
from praxidesk.ui.series.date_list import DateList
from praxidesk.ui.series.repetition_row import RepetitionRow
from praxidesk.ui.series.series_session import SeriesSession
from praxidesk.ui.series.series_state import SeriesState
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.conflict_wording import ConflictWording
from praxidesk.ui.wording.counted import counted

WIDTH = 920
_OTHER_PARTS = 400
"""Height of all but the list, and of the window's edge."""


class SeriesSheet(Sheet):
    """Up and Down, in a field with Alt, go through the dates; the space bar leaves one out, Enter books."""

    back_wanted = Signal(object)
    """``Draft``: the booking shall not repeat after all."""

    def __init__(  # noqa: PLR0917 - one argument for each thing a sheet of this kind needs
        self,
        window: QWidget,
        theme: Theme,
        practice: Practice,
        zone: Zone,
        session: SeriesSession,
        draft: Draft,
        about: str,
    ) -> None:
        super().__init__(window, theme, WIDTH)
        self._practice, self._zone = practice, zone
        self._draft = draft
        self.session = session
        session.setParent(self)
        self._first = zone.day_of(session.booking.starts_at)
        self._shown: tuple[DateOutcome, ...] = ()
        self._lines = self._worded(())
        self._slots: tuple[FreeSlot, ...] = ()
        head = QHBoxLayout()
        head.setContentsMargins(24, 18, 24, 12)
        head.setSpacing(12)
        title = self.tr("Series of appointments")
        head.addWidget(ToneLabel(theme, title, HEADING, SEMIBOLD))
        head.addWidget(ToneLabel(theme, about, BASE, REGULAR, Tone.SECOND).elide(), 1)
        self.card.column.addLayout(head)
        self.row = RepetitionRow(theme, session.state.repetition, self._first, self._first)
        fields = QVBoxLayout()
        fields.setContentsMargins(24, 0, 24, 14)
        fields.addWidget(self.row)
        self.card.column.addLayout(fields)
        self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        self.summary = ToneLabel(theme, "", BASE, SEMIBOLD)
        self.note = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self.note.setWordWrap(True)
        said = QVBoxLayout()
        said.setContentsMargins(24, 12, 24, 8)
        said.setSpacing(2)
        said.addWidget(self.summary)
        said.addWidget(self.note)
        self.card.column.addLayout(said)
        self.list = DateList(theme, max(6 * 32, window.height() - _OTHER_PARTS))
        self.card.column.addWidget(self.list)
        self.card.column.addLayout(self._strip(theme))
        self.card.column.addWidget(self._footer(theme))
        self._connect()
        self.setAccessibleName(title)

    def open(self) -> None:
        """Show it; how often comes first."""
        super().open()
        self.row.frequency.setFocus(Qt.FocusReason.TabFocusReason)
        self.session.begin()

    def dismiss(self) -> None:
        """Back to the single booking, as it was."""
        self.close_sheet()
        self.back_wanted.emit(self._draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter books; arrows, pages and the space bar are the list's wherever no field wants them."""
        key = event.key()
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -8,
            Qt.Key.Key_PageDown: 8,
        }
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.session.submit()
        elif key in steps:
            self.list.choices.step(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Space:
            self._on_skip()
        else:
            super().keyPressEvent(event)

    def _strip(self, theme: Theme) -> QHBoxLayout:
        """What can become of the current date."""
        row = QHBoxLayout()
        row.setContentsMargins(24, 8, 24, 12)
        row.setSpacing(8)
        self.instead = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.instead.setFixedHeight(32)
        row.addWidget(self.instead)
        self.slots: list[KeyButton] = []
        DigitKeys(self, PROPOSALS).pressed.connect(self._on_place)
        for digit in range(1, PROPOSALS + 1):
            button = KeyButton(theme, key=self.tr("Alt {digit}").format(digit=digit))
            button.clicked.connect(self._on_slot)
            row.addWidget(button)
            button.hide()
            self.slots.append(button)
        row.addStretch(1)
        self.skip = KeyButton(theme, ButtonKind.QUIET, key=self.tr("Alt O"))
        self.skip.clicked.connect(self._on_skip)
        self.listen("Alt+O", self._on_skip)
        row.addWidget(self.skip)
        return row

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        # In the fields above plain arrows are theirs.
        hint = Hint(theme, self.tr("Alt"), "↑", "↓")
        hint.say(self.tr("choose a date"))
        self.listen("Alt+Up", self._on_up)
        self.listen("Alt+Down", self._on_down)
        self.back = KeyButton(theme, key=self.tr("Esc"))
        self.back.say(self.tr("Only one appointment"))
        self.submit = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        footer.row.addWidget(hint)
        footer.row.addStretch(1)
        footer.row.addWidget(self.back)
        footer.row.addWidget(self.submit)
        return footer

    def _connect(self) -> None:
        self.row.changed.connect(self.session.repeat)
        self.session.changed.connect(self._on_state)
        self.session.done.connect(self.close_sheet)
        self.list.choices.moved.connect(self._on_moved)
        self.back.clicked.connect(self.dismiss)
        self.submit.clicked.connect(self.session.submit)

    def _worded(self, others: tuple[Entry, ...]) -> DateLines:
        wording = ConflictWording(self._practice, self._zone, others)
        return DateLines(self._practice, self._zone, wording, Doing.BOOK, self._first.year)

    @Slot(object)
    def _on_state(self, state: SeriesState) -> None:
        outcome = state.outcome
        if outcome is not None and outcome.dates is not self._shown:
            self._show_dates(state)
        elif outcome is None:
            self._shown = ()
            self.list.show_lines((), -1)
        self.summary.say(self._summary(state))
        missing = self._lines.missing(outcome.missing) if outcome is not None else ""
        self.note.say(" ".join(each for each in (self._without_first(state), missing) if each))
        self.note.setVisible(bool(self.note.words()))
        self.submit.say(self._submit_words(state))
        self.submit.setEnabled(state.can_submit)
        self._say_current()
        self.follow_content()

    def _show_dates(self, state: SeriesState) -> None:
        outcome = state.outcome
        if outcome is None:
            return
        current = self._current()
        self._lines = self._worded(outcome.others)
        self._shown = outcome.dates
        days = [each.day for each in outcome.dates]
        if current is not None and current.day in days:
            place = days.index(current.day)
        else:
            # The first that needs an answer.
            clashes = (i for i, each in enumerate(outcome.dates) if each.state is DateState.CLASHES)
            place = next(clashes, 0)
        self.list.show_lines([self._lines.line(each) for each in outcome.dates], place)

    def _current(self) -> DateOutcome | None:
        place = self.list.choices.current()
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def _say_current(self) -> None:
        """The other times of the current date, and whether it is left out."""
        current, state = self._current(), self.session.state
        slots: tuple[FreeSlot, ...] = ()
        if current is not None and current.state is DateState.CLASHES:
            asked = frozenset(each.actor for each in self.session.booking.participants)
            slots = state.alternatives(current, asked, fills=self.session.booking.fill)
        self._slots = slots
        for index, button in enumerate(self.slots):
            button.setVisible(index < len(slots))
            if index < len(slots):
                button.say(slot_when(self._zone, slots[index], current.day if current else None))
        self.instead.say(self._instead(current, slots))
        self.skip.setVisible(current is not None)
        if current is not None:
            self.skip.say(self._skip_words(current))

    def _instead(self, current: DateOutcome | None, slots: tuple[FreeSlot, ...]) -> str:
        if current is None or current.state is not DateState.CLASHES:
            return ""
        day = self._lines.day(current.day)
        if slots:
            return self.tr("Instead of {day}:").format(day=day)
        return self.tr("Nothing else is free near {day}.").format(day=day)

    def _skip_words(self, current: DateOutcome) -> str:
        day = self._lines.day(current.day)
        if current.day in self.session.state.moved:
            return self.tr("{day} as in the series").format(day=day)
        if current.state is DateState.SKIPPED:
            return self.tr("book {day} all the same").format(day=day)
        return self.tr("leave out {day}").format(day=day)

    def _summary(self, state: SeriesState) -> str:
        if state.error:
            return state.error
        if state.outcome is None:
            return self.tr("Looking …")
        parts = [counted.appointments(len(state.free) + len(state.clashing))]
        days = [self._zone.day_of(each.span.start) for each in (*state.free, *state.clashing)]
        if days:
            parts[0] = self.tr("{count}, {first} to {last}").format(
                count=parts[0], first=self._lines.day(min(days)), last=self._lines.day(max(days))
            )
        if state.clashing:
            parts.append(counted.clashes(len(state.clashing)))
        skipped = sum(each.state is DateState.SKIPPED for each in state.dates)
        if skipped:
            parts.append(self.tr("{count} left out").format(count=skipped))
        return " · ".join(parts)

    def _without_first(self, state: SeriesState) -> str:
        """The rule need not have the date that was chosen before."""
        if state.outcome is None or any(each.day == self._first for each in state.dates):
            return ""
        return self.tr("{day} itself is no date of this series.").format(day=dates.short_day(self._first))

    def _submit_words(self, state: SeriesState) -> str:
        if state.saving:
            return self.tr("Saving …")
        count = counted.appointments(len(state.free))
        if state.clashing and state.free:
            return self.tr("Book {count}, leave out {clashes}").format(
                count=count, clashes=len(state.clashing)
            )
        return self.tr("Book {count}").format(count=count)

    @Slot(object)
    def _on_place(self, index: int) -> None:
        current = self._current()
        if current is not None and index < len(self._slots):
            self.session.move(current.day, self._slots[index].starts_at)

    @Slot()
    def _on_slot(self) -> None:
        self._on_place(self.slots.index(self.sender()))  # type: ignore[arg-type]

    @Slot()
    def _on_skip(self) -> None:
        current: DateOutcome | None = self._current()
        if current is not None and not self.session.state.saving:
            self.session.toggle_skipped(current.day)

    @Slot()
    def _on_up(self) -> None:
        self.list.choices.step(-1)

    @Slot()
    def _on_down(self) -> None:
        self.list.choices.step(1)

    @Slot(object)
    def _on_moved(self, index: int) -> None:  # noqa: ARG002 (the signal's)
        self._say_current()
