"""The dialog that books, blocks and edits: everything by keyboard, Enter does what its button says.

A new appointment or operation has two faces, a line to type and fields; F2 turns it, and what is known stays.
"""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.offerings import Combination
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import EntryKind, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.booking.booking_form import BookingForm
from praxidesk.ui.booking.draft import Draft, Missing
from praxidesk.ui.booking.draft_editor import KINDS, DraftEditor
from praxidesk.ui.booking.line_state import LineState
from praxidesk.ui.booking.line_talk import LineTalk
from praxidesk.ui.booking.line_words import line_submit_words
from praxidesk.ui.booking.offers import Offers
from praxidesk.ui.booking.patient_field import Page, PatientField
from praxidesk.ui.booking.quick_line import QuickLine
from praxidesk.ui.booking.session import BookingSession
from praxidesk.ui.booking.state import BookingState
from praxidesk.ui.booking.verdict import Verdict, VerdictKind
from praxidesk.ui.booking.verdict_words import submit_words, title_words, unreadable, verdict
from praxidesk.ui.booking.ways_on import WaysOn
from praxidesk.ui.controls.fitting_scroll import FittingScroll
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.read_field import ReadField, refused_in, unreadable_in
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.segments import Segments
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.look.fonts import HEADING, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.footer import Footer, Hint
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.wording import words

WIDTH = 760
_LOW = 680
"""Height of a window that has not room for everything with air around it."""


class BookingSheet(Sheet):
    """Shows the state of a session; what is typed goes through the draft editor."""

    repeat_wanted = Signal(object)
    """``Draft``: shall become a series."""
    combination_wanted = Signal(object)
    """``tuple[Draft, Combination]``: with a patient."""
    face_chosen = Signal(object)
    """``bool``: the line was turned to, or the fields."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        practice: Practice,
        zone: Zone,
        session: BookingSession,
        *,
        by_line: bool = False,
    ) -> None:
        super().__init__(window, theme, WIDTH)
        self._practice = practice
        self._zone = zone
        self.session = session
        session.setParent(self)
        self._editor = DraftEditor(session, practice, self)
        draft = session.state.draft
        self.kinds = Segments(len(KINDS))
        self.patient = PatientField(theme, self._today)
        self.patient.offer_on(self)
        self.form = BookingForm(theme, practice, self._today())
        self.fields = QWidget()
        self._has_line = draft.entry is None and draft.kind is not EntryKind.BLOCKOUT
        self._by_line = by_line and self._has_line
        self._note_given_up = ""
        self._typed_draft: Draft | None = None
        """What the line came to when the fields took over."""
        self.talk = LineTalk(practice, session, self)
        self.line = QuickLine(theme, practice, self.talk)
        self._line_area = FittingScroll(self.line)
        self.turn = KeyButton(theme, ButtonKind.QUIET, key="F2")
        self.wait = KeyButton(theme, ButtonKind.QUIET, key=self.tr("Alt W")).as_hint()
        self.verdict = Verdict(theme)
        self.others = Verdict(theme)
        self._is_low = window.window().height() < _LOW
        self.offers = Offers(theme, practice, zone, session, is_low=self._is_low)
        self.proposals, self.order, self.why = self.offers.proposals, self.offers.order, self.offers.why
        self.ways = WaysOn(theme, session, can_repeat=draft.entry is None)
        self.submit = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        self.cancel = KeyButton(theme, key=self.tr("Esc"))
        self.more = KeyButton(theme, ButtonKind.QUIET, key=self.tr("Alt F")).as_hint()
        self._title = ToneLabel(theme, "", HEADING, SEMIBOLD)
        self._build(theme, draft)
        self._connect()
        self.setAccessibleName(self._title.words())

    def open(self) -> None:
        """Show it and begin with the first thing that is missing."""
        super().open()
        if self._by_line:
            self.talk.begin(self.session.state.draft)
            self.line.field.setFocus()
            return
        self.session.begin()
        self._editor.begin()

    def dismiss(self) -> None:
        """Leave it; a note that was typed is given up only where it is said twice."""
        before, self._note_given_up = self._note_given_up, self.session.typed_note
        if self._note_given_up in {"", before}:
            super().dismiss()
            return
        self.verdict.say(VerdictKind.WARNING, (self.tr("Esc once more gives up the note, too."),))
        self.verdict.show()
        self.follow_content()

    @property
    def edited(self) -> Entry | None:
        """The entry it was opened on, as it was then; ``None`` for a new one."""
        return self.session.state.draft.entry

    def say_others(self, changed: str, editing: str) -> None:
        """What other desks have changed of the entry meanwhile, and who has it open; empty for nothing."""
        said = tuple(part for part in (changed, editing) if part)
        self.others.setVisible(bool(said))
        if said:
            self.others.say(VerdictKind.WARNING if changed else VerdictKind.NOTE, said)
        self.follow_content()

    @property
    def is_by_line(self) -> bool:
        """Which face is shown."""
        return self._by_line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter submits, Shift and Enter overrides, Up and Down go through the proposals."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.ways.ask_why()
            else:
                self._on_submit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.proposals.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _today(self) -> date:
        return self.session.today()

    def _build(self, theme: Theme, draft: Draft) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        if self._has_line:
            head.addWidget(self.turn)
        if draft.entry is None:
            head.addWidget(self.kinds)
        self.kinds.say([words.kind_name(kind) for kind in KINDS])
        self.kinds.choose(KINDS.index(draft.kind))
        upper = QVBoxLayout()
        upper.setContentsMargins(24, 8 if self._is_low else 20, 24, 4 if self._is_low else 16)
        upper.setSpacing(4 if self._is_low else 12)
        upper.addLayout(head)
        upper.addWidget(self.others)
        self.others.hide()
        upper.addWidget(self._line_area)
        fields = QVBoxLayout(self.fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(12)
        fields.addWidget(self.patient)
        fields.addWidget(FittingScroll(self.form))
        upper.addWidget(self.fields)
        self.card.column.addLayout(upper)
        self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        lower = QVBoxLayout()
        lower.setContentsMargins(24, 4 if self._is_low else 14, 24, 8 if self._is_low else 14)
        lower.setSpacing(8)
        lower.addWidget(self.verdict)
        lower.addWidget(self.offers)
        lower.addWidget(self.ways)
        self.card.column.addLayout(lower)
        footer = Footer(theme)
        hint = Hint(theme, "↑", "↓")
        hint.say(self.tr("choose"))
        footer.add_hint(hint)
        footer.row.addWidget(self.more)
        footer.row.addWidget(self.wait)
        self.wait.say(self.tr("waiting list"))
        self.wait.setVisible(self._has_line)
        footer.row.addStretch(1)
        footer.row.addWidget(self.cancel)
        footer.row.addWidget(self.submit)
        self.more.say(self.tr("search on"))
        self.cancel.say(self.tr("Cancel", "leave a dialog"))
        self.card.column.addWidget(footer)
        self._show_face()

    def _connect(self) -> None:
        self.session.changed.connect(self._on_state)
        self.session.patients_found.connect(self.patient.show_found)
        self.session.done.connect(self.close_sheet)
        self.session.nothing_changed.connect(self.close_sheet)
        self.patient.finished.connect(self.form.service.setFocus)
        self._editor.hear(self.kinds, self.patient, self.form)
        self.offers.hear_keys(self)
        self.more.clicked.connect(self.session.find_more)
        self.listen("Alt+F", self.session.find_more)
        self.ways.asked_why.connect(self.follow_content)
        if self.session.state.draft.entry is None:
            self.ways.repeat.clicked.connect(self._on_repeat)
            self.listen("Alt+S", self._on_repeat)
        self.cancel.clicked.connect(self.close_sheet)
        self.submit.clicked.connect(self._on_submit)
        self.form.combination_chosen.connect(self._on_combination)
        for field in self.card.findChildren(ReadField):
            field.refusal_changed.connect(self._on_refusal_changed)
        if self._has_line:
            self.talk.changed.connect(self._on_line_changed)
            self.talk.combination_wanted.connect(self._on_combination)
            self.turn.clicked.connect(self.turn_over)
            self.patient.read_lines(self.talk.vocabulary)
            self.patient.line_wanted.connect(self._on_line_wanted)
            self.wait.clicked.connect(self._on_wait)
            self.listen("F2", self.turn_over)
            self.listen("Alt+W", self._on_wait)
            self.listen("Alt+B", self.line.take_namesake)

    @Slot(object)
    def _on_state(self, state: BookingState) -> None:
        draft = state.draft
        self._title.say(title_words(draft))
        self.patient.setVisible(draft.kind is not EntryKind.BLOCKOUT)
        if draft.patient is not None or self.patient.page() is Page.CHOSEN:
            self.patient.show_patient(draft.patient)
        self.form.show_draft(draft, state.filled)
        self.line.show_draft(draft)
        self._say_verdict(state)
        self.offers.show_state(state, by_line=self._by_line)
        self.ways.show_state(state)
        self._say_submit(state)
        self.follow_content()

    @Slot()
    def _on_refusal_changed(self) -> None:
        state = self.session.state
        self._say_verdict(state)
        self._say_submit(state)
        self.follow_content()

    def _say_verdict(self, state: BookingState) -> None:
        field = unreadable_in(self._face())
        said, warnings = self._verdict(state), state.warnings
        if field is not None:
            said, warnings = unreadable(field.accessibleName(), field.text()), ()
        self.verdict.setVisible(said is not None or bool(warnings))
        if said is not None:
            self.verdict.say(*said, warnings=warnings)

    def _verdict(self, state: BookingState) -> tuple[VerdictKind, tuple[str, ...]] | None:
        """Of a line only what it does not show itself: no "looking", no "free"."""
        said = verdict(self._practice, self._zone, state)
        is_quiet = state.checking or state.searching or state.is_free
        return None if self._by_line and is_quiet and not (state.error or state.blocking) else said

    def _say_submit(self, state: BookingState) -> None:
        words_ = submit_words(self._practice, self._zone, state)
        self.submit.say(line_submit_words(words_, self.talk.state, state) if self._by_line else words_)
        field = unreadable_in(self._face())
        can = field is not None or state.can_submit or (state.is_blocked and bool(state.slots))
        if field is not None:
            self.submit.say(self.tr("Correct: {field}").format(field=field.accessibleName()))
        self.submit.setEnabled(not state.saving if self._by_line else can)
        can_wait = state.chosen >= 0 or state.is_free
        self.wait.setEnabled(can_wait and state.draft.patient is not None and not state.saving)

    def _face(self) -> QWidget:
        return self.line if self._by_line else self.fields

    def _show_face(self) -> None:
        self._line_area.setVisible(self._by_line)
        self.fields.setVisible(not self._by_line)
        self.kinds.setVisible(not self._by_line and self.session.state.draft.entry is None)
        self.ways.offer_repeating(wanted=not self._by_line)
        self.turn.say(self.tr("Fields") if self._by_line else self.tr("One line"))

    @Slot()
    def turn_over(self) -> None:
        """The other face of the same booking, from now on."""
        self._turn_over()
        self.face_chosen.emit(self._by_line)

    def _turn_over(self) -> None:
        draft = self.session.state.draft
        if not self._by_line and draft.kind is EntryKind.BLOCKOUT:
            return
        self._by_line = not self._by_line
        begun = self.patient.search.text() if self.patient.page() is Page.SEARCH else ""
        self._show_face()
        if self._by_line:
            if draft != self._typed_draft:
                # Said in the fields: the line begins anew, over what they say.
                self.line.clear()
            self.talk.begin(draft if draft != self._typed_draft else self.talk.state.base, keeps_service=True)
            self.line.field.setFocus()
            if draft.patient is None and begun.strip():
                # A whole wish is easily typed where only the name belongs: it goes along.
                self.patient.search.clear()
                self.line.set_text(begun)
        else:
            words_ = " ".join(self.talk.state.reading.patient)
            self.talk.leave()
            self._typed_draft = draft
            self.session.edit(draft)
            self._editor.begin()
            if draft.patient is None and words_:
                self.patient.search.setText(words_)
                self.session.search_patients(words_)
        self._on_state(self.session.state)

    @Slot(object, object)
    def _on_line_wanted(self, text: str, is_new: bool) -> None:
        """Once: whoever prefers the fields begins with them the next time, too."""
        self.patient.search.setText(text)
        self._turn_over()
        if is_new:
            self.line.begin_new()

    @Slot(object)
    def _on_line_changed(self, state: LineState) -> None:  # noqa: ARG002 (the signal's)
        if self._by_line:
            self._say_submit(self.session.state)
            self.follow_content()

    @Slot()
    def _on_wait(self) -> None:
        """On the waiting list for the time chosen: nobody is taken by it."""
        if refused_in(self._face()) is not None:
            return
        if self.wait.isEnabled() and (not self._by_line or self.talk.is_settled()):
            self.session.submit(Status.WAITLIST)

    @Slot()
    def _on_submit(self) -> None:
        state = self.session.state
        if refused_in(self._face()) is not None:
            pass  # what was typed there is not what would be booked
        elif self._by_line and not self.ways.is_asking:
            self.talk.enter()
        elif self.ways.is_asking and state.is_blocked:
            self.ways.override_now()
        elif Missing.PATIENT in state.missing and self.patient.page() is Page.SEARCH:
            self.patient.search.setFocus()
        elif Missing.REASON in state.missing:
            self.form.reason.setFocus()
        elif state.is_blocked and state.slots:
            self.session.choose(0)
        else:
            self.session.submit()

    @Slot(object)
    def _on_combination(self, combination: Combination) -> None:
        draft = self.session.state.draft
        if draft.patient is None and not self._by_line:
            # The type goes back to what it was: a combination is booked for somebody.
            self.session.edit(draft)
            self.patient.search.setFocus()
            return
        self.close_sheet()
        self.combination_wanted.emit((draft, combination))

    @Slot()
    def _on_repeat(self) -> None:
        if refused_in(self.fields) is not None:
            return
        state = self.session.state
        draft = self.session.to_repeat()
        if draft is not None:
            self.close_sheet()
            self.repeat_wanted.emit(draft)
        elif Missing.PATIENT in state.missing and self.patient.page() is Page.SEARCH:
            self.patient.search.setFocus()
        elif Missing.REASON in state.missing:
            self.form.reason.setFocus()
