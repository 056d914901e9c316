"""The right panel: everything about the selected entry, and what can become of it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import RecordedChange
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import EntryKind, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui import words
from praxidesk.ui.action_list import ActionId
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.fonts import BASE, REGULAR, SEMIBOLD, TITLE
from praxidesk.ui.icons import Icon
from praxidesk.ui.panels.fact_list import FactList
from praxidesk.ui.panels.facts import facts, patient_line
from praxidesk.ui.panels.history_list import HistoryList
from praxidesk.ui.panels.icon_line import IconLine
from praxidesk.ui.panels.note_box import NoteBox
from praxidesk.ui.panels.nothing_selected import NothingSelected
from praxidesk.ui.panels.status_list import StatusList
from praxidesk.ui.theme import Theme

WIDTH = 288
KeyOf = Callable[[ActionId], str]


class DetailsPanel(Surface):
    """Shows one entry, or which keys begin something."""

    action_wanted = Signal(object)
    """``ActionId``: a button was pressed."""

    def __init__(self, theme: Theme, key_of: KeyOf, parent: QWidget | None = None) -> None:
        super().__init__(theme, "chrome", parent)
        self.setFixedWidth(WIDTH)
        self._entry: Entry | None = None
        self._shown: tuple[Practice, Zone, Entry | None, int] | None = None
        self._history: tuple[RecordedChange, ...] = ()
        self._place: tuple[int, int] | None = None
        self._key_of = key_of
        self.title = ToneLabel(theme, "", TITLE, SEMIBOLD)
        self.title.setWordWrap(True)
        self.subtitle = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.subtitle.setWordWrap(True)
        self._phone = IconLine(theme, Icon.PHONE)
        self._facts = FactList(theme)
        self._status_title = section_label(theme)
        self.status = StatusList(theme, key_of)
        self._note_title = section_label(theme)
        self.note = NoteBox(theme)
        self._history_title = section_label(theme)
        self._history_list = HistoryList(theme)
        self._open = KeyButton(theme, icon=Icon.PENCIL)
        self._cancel = KeyButton(theme, icon=Icon.SLASH_CIRCLE)
        self._nothing = NothingSelected(theme, key_of)
        self._whole = self._build(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nothing)
        column.addWidget(self._whole)
        self.status.action_wanted.connect(self.action_wanted)
        self._open.clicked.connect(self._on_open)
        self._cancel.clicked.connect(self._on_cancel)
        self._whole.hide()
        self.retranslate()

    def show_entry(self, practice: Practice, zone: Zone, entry: Entry | None, now: int) -> None:
        """Show this entry, or none; the history comes later."""
        if entry is None or self._entry is None or entry.id != self._entry.id:
            self._history, self._place = (), None
        changed = entry != self._entry
        self._entry = entry
        self._shown = (practice, zone, entry, now)
        if changed:
            self._fill()

    def show_history(self, lines: tuple[RecordedChange, ...]) -> None:
        """What was done to the entry shown, newest first."""
        self._history = lines
        self._fill()

    def show_place(self, place: tuple[int, int] | None) -> None:
        """Which one of how many the entry shown is in its series."""
        self._place = place
        self._fill()

    def entry(self) -> Entry | None:
        """What is shown."""
        return self._entry

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word it anew."""
        self._status_title.say(self.tr("Status"))
        self._note_title.say(self.tr("Note"))
        self._history_title.say(self.tr("History"))
        self._open.say(self.tr("Open"), self._key_of(ActionId.OPEN))
        self._cancel.say(self.tr("Cancel", "an entry"), self._key_of(ActionId.CANCEL))
        self._nothing.retranslate()
        self._fill()

    def _build(self, theme: Theme) -> QScrollArea:
        inside = Surface(theme, "chrome")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.subtitle)
        column.addWidget(self._phone)
        column.addSpacing(8)
        column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        column.addSpacing(8)
        column.addWidget(self._facts)
        for title, part in (
            (self._status_title, self.status),
            (self._note_title, self.note),
            (self._history_title, self._history_list),
        ):
            column.addSpacing(12)
            column.addWidget(title)
            column.addWidget(part)
        column.addSpacing(16)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._open, 1)
        buttons.addWidget(self._cancel, 1)
        column.addLayout(buttons)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _fill(self) -> None:
        entry = self._entry
        self._nothing.setVisible(entry is None)
        self._whole.setVisible(entry is not None)
        if entry is None or self._shown is None:
            return
        practice, zone, _, now = self._shown
        patient = entry.patient
        self.title.say(words.entry_name(practice, entry))
        self.subtitle.say(patient_line(patient, zone, now) if patient else words.kind_name(entry.kind))
        self._phone.say(patient.phone if patient else "")
        self._phone.setVisible(bool(patient and patient.phone))
        self._facts.show_facts(facts(practice, zone, entry, self._place))
        self.status.show_entry(zone, entry, self._history, now)
        has_steps = self.status.count() > 0
        self._status_title.setVisible(has_steps)
        self.status.setVisible(has_steps)
        self.note.say(entry.note)
        self._note_title.setVisible(bool(entry.note))
        self.note.setVisible(bool(entry.note))
        self._history_list.show_lines(zone, self._history, now)
        self._history_title.setVisible(bool(self._history))
        alive = entry.status is not Status.CANCELLED
        self._open.setVisible(alive)
        self._cancel.setVisible(alive)
        self._cancel.say(
            self.tr("Remove") if entry.kind is EntryKind.BLOCKOUT else self.tr("Cancel", "an entry"),
            self._key_of(ActionId.CANCEL),
        )

    @Slot()
    def _on_open(self) -> None:
        self.action_wanted.emit(ActionId.OPEN)

    @Slot()
    def _on_cancel(self) -> None:
        self.action_wanted.emit(ActionId.CANCEL)
