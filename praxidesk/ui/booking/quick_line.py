"""The face of a booking that is typed in one line: the line, how it was read, and who else may be meant."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from praxidesk.engine.practice import Practice
from praxidesk.engine.typed_values import Meaning
from praxidesk.ui.booking.chip_row import ChipRow
from praxidesk.ui.booking.draft import Draft
from praxidesk.ui.booking.line_state import LineState
from praxidesk.ui.booking.line_talk import LineTalk
from praxidesk.ui.booking.line_words import born_and_number, chips, example, help_chips
from praxidesk.ui.booking.new_patient import NewPatientFields
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.look.fonts import REGULAR, SECONDARY, TITLE
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.wording import words

_FIELD = (
    "QLineEdit { min-height: 42px; padding: 0 14px; } QLineEdit:focus { min-height: 40px; padding: 0 13px; }"
)
"""The one field of this face is higher than others; a fixed height would lose to the style sheet's."""
_NAMED = 3
"""Of those who fit as well, so many are named."""


class QuickLine(Surface):
    """Tab goes to the next patient, or the next meaning, while there is one."""

    def __init__(self, theme: Theme, practice: Practice, talk: LineTalk) -> None:
        super().__init__(theme, "raised")
        self._practice = practice
        self.talk = talk
        self._draft: Draft | None = None
        self.field = QLineEdit()
        self.field.setFont(TITLE.font())
        self.field.setStyleSheet(_FIELD)
        self.field.setMaxLength(200)
        self.title = section_label(theme)
        self.chips = ChipRow(theme)
        self.note = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND).elide()
        self.next = KeyButton(theme, ButtonKind.QUIET, Icon.USERS, self.tr("Tab"))
        self.new = KeyButton(theme, ButtonKind.QUIET, Icon.USER_PLUS, self.tr("Ctrl N"))
        self.known = KeyButton(theme, ButtonKind.QUIET, Icon.USER, self.tr("Alt B"))
        self.fields = NewPatientFields(theme, talk.today)
        self.next.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._on_typed)
        self.next.clicked.connect(self._on_next)
        self.new.clicked.connect(self.begin_new)
        self.known.clicked.connect(self.take_namesake)
        self.fields.changed.connect(self._on_newcomer)
        self.fields.given_up.connect(self._on_given_up)
        talk.changed.connect(self._on_changed)
        talk.newcomer_wanted.connect(self._on_newcomer_wanted)

    def show_draft(self, draft: Draft) -> None:
        """What the line comes to now: some of it was not typed."""
        self._draft = draft
        self._on_changed(self.talk.state)

    def set_text(self, text: str) -> None:
        """Type for somebody."""
        self.field.setText(text)
        self.talk.type(text)

    def clear(self) -> None:
        """An empty line."""
        with QSignalBlocker(self.field):
            self.field.clear()
        self.talk.clear()

    @Slot()
    def begin_new(self) -> None:
        """A new patient, whatever was found."""
        if not self.talk.state.is_new:
            self.talk.begin_new()

    @Slot()
    def take_namesake(self) -> None:
        """The patient who is known by the name already."""
        self.talk.take_namesake()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab and Ctrl+N of the line."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Tab and not event.modifiers():
                return self.talk.other()
            if event.key() == Qt.Key.Key_N and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.begin_new()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.note, 1)
        for button in (self.next, self.new, self.known):
            row.addWidget(button)
            button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.chips)
        column.addWidget(self.fields)
        column.addLayout(row)
        self.fields.hide()
        self.new.say(self.tr("new patient"))
        self.field.setAccessibleName(self.tr("Booking in one line"))
        self.field.setPlaceholderText(example(self._practice))

    @Slot(object)
    def _on_changed(self, state: LineState) -> None:
        if self._draft is None:
            return
        is_empty = not state.text.strip() and not state.is_new
        untouched = is_empty and state.base.minute is None and state.base.patient is None
        said = help_chips(self._practice) if untouched else chips(self._practice, self._draft, state)
        self.chips.show_chips(said)
        self.title.say(self.tr("What can be typed, in any order") if untouched else self.tr("Understood as"))
        self.fields.setVisible(state.is_new)
        self.note.say(self._note(state))
        others = not state.is_new and (len(state.found) > 1 or state.other is not None)
        self.next.setVisible(others)
        self.next.say(self.tr("somebody else") if len(state.found) > 1 else self.tr("read otherwise"))
        self.new.setVisible(state.is_unknown)
        self.new.say(self._new_words(state))
        self.known.setVisible(bool(state.namesakes))
        self.known.say(self.tr("take this one"))

    def _note(self, state: LineState) -> str:
        if state.error:
            return state.error
        if state.is_waiting:
            return self.tr("One moment: Enter waits for the answer.")
        if state.asks_again:
            return self.tr("Nothing is booked yet. Look at it and press Enter once more.")
        if state.needs_patient:
            return self.tr("For whom? Type a name, birth date, number or phone.")
        if state.namesakes:
            first = state.namesakes[0]
            return self.tr("Known already? {name}, {about}").format(
                name=words.patient_name(first), about=born_and_number(first)
            )
        if state.is_new:
            return self.tr("Family name and given name; birth date and phone if they are known.")
        if state.is_unknown:
            return self.tr("No patient found for “{words}”.").format(words=" ".join(state.reading.patient))
        if len(state.found) > 1:
            return self._others(state)
        return self._otherwise(state)

    def _others(self, state: LineState) -> str:
        chosen = min(state.chosen, len(state.found) - 1)
        rest = [each for at, each in enumerate(state.found) if at != chosen]
        named = [
            f"{words.patient_name(each)} {each.birth_date:%y}"
            if each.birth_date
            else words.patient_name(each)
            for each in rest[:_NAMED]
        ]
        if len(rest) > _NAMED:
            named.append("…")
        count = max(state.total, len(state.found)) - 1
        said = self.tr("%n other(s) fit “{words}”: {names}", "", count)
        return said.format(words=" ".join(state.reading.patient), names=" · ".join(named))

    def _otherwise(self, state: LineState) -> str:
        if state.other is None:
            return ""
        pattern = {
            Meaning.PATIENT: self.tr("“{word}” may be a patient too."),
            Meaning.ACTOR: self.tr("“{word}” may be a practitioner or a room too."),
            Meaning.SERVICE: self.tr("“{word}” may be a type too."),
        }.get(state.other, self.tr("“{word}” may mean something else too."))
        return pattern.format(word=state.other_word)

    def _new_words(self, state: LineState) -> str:
        name = " ".join(each.capitalize() if each.islower() else each for each in state.reading.names)
        return self.tr("new patient “{name}”").format(name=name) if name else self.tr("new patient")

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.talk.type(text)

    @Slot()
    def _on_next(self) -> None:
        self.talk.other()
        self.field.setFocus()

    @Slot(object)
    def _on_newcomer_wanted(self, typed: str) -> None:
        self.fields.begin(typed)
        self.fields.show()
        self.fields.focus()
        self.talk.take_newcomer(self.fields.patient())

    @Slot()
    def _on_newcomer(self) -> None:
        self.talk.take_newcomer(self.fields.patient())

    @Slot()
    def _on_given_up(self) -> None:
        self.talk.give_up_new()
        self.field.setFocus()
