"""Asks how much of a series or combination a change is to reach, and lists what it would do."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import KEEP, CancelRequest, MoveRequest
from praxidesk.engine.series_outcomes import DateOutcome, DateState, SeriesOutcome
from praxidesk.engine.vocabulary import Scope
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.choices import Cell, Choice
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.series.date_lines import DateLines, Doing
from praxidesk.ui.series.date_list import DateList, ReadChoices
from praxidesk.ui.series.scope_session import ScopeSession, ScopeState
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.conflict_wording import ConflictWording
from praxidesk.ui.wording.counted import counted

WIDTH = 720
_OTHER_PARTS = 380
_HIDDEN = frozenset({DateState.PAST, DateState.GONE})
"""Nobody expects these to change: they are counted, not listed."""


class ScopeSheet(Sheet):
    """Digits choose, Enter does what its button says: for this one alone at once."""

    accepted = Signal(object)
    """``ScopedRequest``."""
    given_up = Signal()

    def __init__(
        self, window: QWidget, theme: Theme, practice: Practice, zone: Zone, session: ScopeSession
    ) -> None:
        super().__init__(window, theme, WIDTH)
        self._practice, self._zone = practice, zone
        self.session = session
        session.setParent(self)
        entry = session.entry
        self.at_entries = (entry.id,)
        """What other desks are told is open here."""
        is_combined = entry.series_day is None
        self.scopes = (Scope.THIS, Scope.ALL) if is_combined else tuple(Scope)
        self._is_cancelling = isinstance(session.request, CancelRequest)
        column = QVBoxLayout()
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(8)
        title = self._title(entry, is_combined=is_combined)
        column.addWidget(ToneLabel(theme, title, HEADING, SEMIBOLD))
        about = f"{words.entry_name(practice, entry)} · {dates.when(zone, entry.span)}"
        column.addWidget(ToneLabel(theme, about, BASE, REGULAR, Tone.SECOND).elide())
        self.choices = ReadChoices(theme, 36)
        self.choices.show_lines(
            [
                Choice((Cell(self._name(scope, is_combined=is_combined), 32),), str(digit))
                for digit, scope in enumerate(self.scopes, start=1)
            ],
            0,
        )
        column.addSpacing(4)
        column.addWidget(self.choices)
        self.card.column.addLayout(column)
        self.rule = Rule(theme, Qt.Orientation.Horizontal)
        self.summary = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self.summary.setWordWrap(True)
        self.summary.setContentsMargins(24, 10, 24, 6)
        self.list = DateList(theme, max(5 * 32, window.height() - _OTHER_PARTS))
        # The keys are the question's: the list is read, and scrolled with the wheel.
        self.list.choices.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.choices.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for part in (self.rule, self.summary, self.list):
            self.card.column.addWidget(part)
            part.hide()
        self.card.column.addSpacing(4)
        self.card.column.addWidget(self._footer(theme))
        self.choices.moved.connect(self._on_moved)
        session.changed.connect(self._on_state)
        self._say(session.state)
        self.setAccessibleName(title)

    def open(self) -> None:
        """Show it; digits, arrows and Enter work at once."""
        super().open()
        self.choices.setFocus()

    def dismiss(self) -> None:
        """Nothing is changed."""
        self.close_sheet()
        self.given_up.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose; pages scroll what is listed."""
        key = event.key()
        digit = key - Qt.Key.Key_1
        if 0 <= digit < len(self.scopes):
            self.choices.make_current(digit)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_submit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            bar = self.list.verticalScrollBar()
            bar.setValue(bar.value() + bar.pageStep() * (-1 if key == Qt.Key.Key_PageUp else 1))
        else:
            super().keyPressEvent(event)

    def whole(self) -> str:
        """What would be cancelled, in a few words."""
        outcome = self.session.state.outcome
        reached = [] if outcome is None else [each for each in outcome.dates if each.state is DateState.FREE]
        if not reached:
            return ""
        first, last = (self._zone.day_of(each.span.start) for each in (reached[0], reached[-1]))
        until = dates.short_day(last) if last.year == first.year else f"{dates.short_day(last)} {last.year}"
        return self.tr("{count}, {first} to {last}").format(
            count=counted.appointments(len(reached)), first=dates.short_day(first), last=until
        )

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        self.keep = footer.way_out(self.tr("Leave it"), self.dismiss)
        self.submit = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        self.submit.clicked.connect(self._on_submit)
        footer.row.addStretch(1)
        footer.row.addWidget(self.keep)
        footer.row.addWidget(self.submit)
        return footer

    def _title(self, entry: Entry, *, is_combined: bool) -> str:
        if is_combined:
            return (
                self.tr("Cancel part of a combined appointment")
                if self._is_cancelling
                else self.tr("Change part of a combined appointment")
            )
        if self._is_cancelling:
            return self.tr("Cancel appointment of a series")
        request = self.session.request
        if isinstance(request, MoveRequest) and request.starts_at not in (KEEP, entry.starts_at):
            return self.tr("Move appointment of a series")
        return self.tr("Change appointment of a series")

    def _name(self, scope: Scope, *, is_combined: bool) -> str:
        if scope is Scope.THIS:
            return self.tr("Only this one")
        if scope is Scope.FOLLOWING:
            return self.tr("This one and those after it")
        return self.tr("All parts") if is_combined else self.tr("All that are still to come")

    @Slot(object)
    def _on_state(self, state: ScopeState) -> None:
        self._say(state)
        self.follow_content()

    def _say(self, state: ScopeState) -> None:
        outcome = state.outcome
        is_one = state.scope is Scope.THIS
        self.rule.setVisible(not is_one)
        self.summary.setVisible(not is_one)
        self.list.setVisible(outcome is not None)
        if outcome is not None:
            self._show_dates(outcome)
        elif not is_one:
            self.summary.say(state.error or self.tr("Looking …"))
        self.submit.say(self._submit_words(state))
        self.submit.setEnabled(state.reached > 0)

    def _show_dates(self, outcome: SeriesOutcome) -> None:
        shown = [each for each in outcome.dates if each.state not in _HIDDEN]
        doing = Doing.CANCEL if self._is_cancelling else Doing.MOVE
        wording = ConflictWording(self._practice, self._zone, outcome.others)
        year = self._zone.day_of(self.session.entry.starts_at).year
        lines = DateLines(self._practice, self._zone, wording, doing, year)
        self.list.show_lines([lines.line(each) for each in shown], -1)
        self.summary.say(self._summary(outcome.dates))

    def _summary(self, found: tuple[DateOutcome, ...]) -> str:
        def count(*states: DateState) -> int:
            return sum(each.state in states for each in found)

        said = [counted.appointments(count(DateState.FREE))]
        if clashing := count(DateState.CLASHES, DateState.MISSING):
            said.append(
                self.tr("{clashes}, which stay as they are").format(clashes=counted.clashes(clashing))
            )
        if kept := count(DateState.EXCEPTION):
            said.append(self.tr("{count} changed before by itself, stays").format(count=kept))
        if past := count(DateState.PAST):
            said.append(self.tr("{count} in the past, stays").format(count=past))
        return " · ".join(said)

    def _submit_words(self, state: ScopeState) -> str:
        if state.scope is Scope.THIS:
            return self.tr("Only this one")
        if self._is_cancelling:
            return self.tr("Cancel {count} …").format(count=counted.appointments(state.reached))
        return self.tr("Change {count}").format(count=counted.appointments(state.reached))

    @Slot(object)
    def _on_moved(self, index: int) -> None:
        self.session.choose(self.scopes[index])

    @Slot()
    def _on_submit(self) -> None:
        if self.session.state.reached:
            request = self.session.scoped()
            self.close_sheet()
            self.accepted.emit(request)
