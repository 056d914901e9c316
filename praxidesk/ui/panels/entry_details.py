"""Everything about the selected entry, and what can become of it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import GONE, EntryKind, Status
from praxidesk.engine.waiting_room import presence_of
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.key_cap import KeyCap
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD, TITLE
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.day_way import DayWay, way_of_day
from praxidesk.ui.panels.details_face import DetailsFace, KeyOf, Titled
from praxidesk.ui.panels.fact_list import FactList
from praxidesk.ui.panels.facts import facts, patient_line, wait_facts
from praxidesk.ui.panels.history_list import HistoryList
from praxidesk.ui.panels.icon_line import IconLine
from praxidesk.ui.panels.note_field import NoteField
from praxidesk.ui.panels.other_entries import OtherEntries, other_entries
from praxidesk.ui.panels.status_list import StatusList
from praxidesk.ui.panels.subject import Subject
from praxidesk.ui.wording import words


class EntryDetails(DetailsFace):
    """Of an appointment, and of a blockout, which has no patient and no steps."""

    def __init__(self, theme: Theme, key_of: KeyOf) -> None:
        super().__init__(theme, key_of)
        self.title = ToneLabel(theme, "", TITLE, SEMIBOLD)
        self.title.setWordWrap(True)
        self.subtitle = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.subtitle.setWordWrap(True)
        self._phone = IconLine(theme, Icon.PHONE)
        self._facts = FactList(theme)
        self.status = StatusList(theme, key_of)
        self._status = Titled(theme, self.status)
        self.note = NoteField()
        self._note = Titled(theme, self.note, KeyCap(key_of(ActionId.NOTE), theme))
        self.way = DayWay(theme)
        self._way = Titled(theme, self.way)
        self.others = OtherEntries(theme)
        self._others = Titled(theme, self.others, KeyCap(key_of(ActionId.NEXT_OF_PATIENT), theme))
        self._lines = HistoryList(theme)
        self._history = Titled(theme, self._lines)
        self._open = KeyButton(theme, icon=Icon.PENCIL)
        self._cancel = KeyButton(theme, icon=Icon.SLASH_CIRCLE)
        self.buttons = {ActionId.OPEN: self._open, ActionId.CANCEL: self._cancel}
        """Those that change something; whoever may not is told by them."""
        self.patient = KeyButton(theme, icon=Icon.USER)
        self._build(theme)
        self.status.action_wanted.connect(self.action_wanted)
        self.note.saved.connect(self.note_set)
        self.note.left.connect(self.left)
        self.others.entry_wanted.connect(self.entry_wanted)
        self._lines.all_wanted.connect(self._on_history)
        self._open.clicked.connect(self._on_open)
        self.patient.clicked.connect(self._on_patient)
        self._cancel.clicked.connect(self._on_cancel)

    def show_subject(self, subject: Subject) -> None:
        """Show the one entry selected."""
        entry = subject.entry
        if entry is None:
            return
        practice, zone, now, known = subject.practice, subject.zone, subject.now, subject.known
        patient = entry.patient
        self.title.say(words.entry_name(practice, entry))
        is_hidden = patient is None and entry.kind is not EntryKind.BLOCKOUT
        kind = self.tr("Name not visible") if is_hidden else words.kind_name(entry.kind)
        self.subtitle.say(patient_line(patient, zone, now) if patient else kind)
        self._phone.say(patient.phone if patient else "")
        self._phone.setVisible(bool(patient and patient.phone))
        here = presence_of((line.status, line.at) for line in reversed(known.history))
        known_facts = facts(practice, zone, entry, known.place, now)
        self._facts.show_facts((*known_facts, *wait_facts(entry, here, now)))
        self.status.show_entry(zone, entry, known.history, now)
        self._status.setVisible(self.status.count() > 0)
        self.note.show_entry(entry)
        self._note.setVisible(entry.status not in GONE or bool(entry.note))
        way = way_of_day(practice, zone, entry, known.around, here)
        self.way.show_stations(way)
        self._way.setVisible(bool(way))
        is_today = zone.day_of(entry.starts_at) == zone.day_of(now)
        self._way.say(self.tr("Way today") if is_today else self.tr("Way on that day"))
        self._lines.show_known(practice, zone, known, now)
        self._history.setVisible(bool(known.history))
        others = other_entries(practice, zone, entry, known.around, now)
        self.others.show_lines(others)
        self._others.setVisible(bool(others))
        self._show_buttons(entry)

    def retranslate(self) -> None:
        """Word it anew."""
        self._status.say(self.tr("Status"))
        self._note.say(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Note …"))
        self.note.setAccessibleName(self.tr("Note"))
        self._history.say(self.tr("History"))
        self._others.say(self.tr("Other appointments"))
        self._open.say(self.tr("Open"), self.key_of(ActionId.OPEN))
        self.patient.say(self.tr("Patient"), self.key_of(ActionId.PATIENT))

    def _build(self, theme: Theme) -> None:
        column = self.scrolled()
        column.addWidget(self.title)
        column.addWidget(self.subtitle)
        column.addWidget(self._phone)
        column.addSpacing(8)
        column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        column.addSpacing(8)
        column.addWidget(self._facts)
        for part in (self._status, self._note, self._way, self._history, self._others):
            column.addWidget(part)
        column.addSpacing(16)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._open, 1)
        buttons.addWidget(self._cancel, 1)
        column.addLayout(buttons)
        column.addSpacing(4)
        column.addWidget(self.patient)
        column.addStretch(1)

    def _show_buttons(self, entry: Entry) -> None:
        self.patient.setVisible(entry.patient is not None)
        alive = entry.status is not Status.CANCELLED
        self._open.setVisible(alive)
        self._cancel.setVisible(alive)
        is_blockout = entry.kind is EntryKind.BLOCKOUT
        self._cancel.say(
            self.tr("Remove") if is_blockout else self.tr("Cancel", "an entry"),
            self.key_of(ActionId.CANCEL),
        )

    @Slot()
    def _on_history(self) -> None:
        self.action_wanted.emit(ActionId.ENTRY_HISTORY)

    @Slot()
    def _on_open(self) -> None:
        self.action_wanted.emit(ActionId.OPEN)

    @Slot()
    def _on_patient(self) -> None:
        self.action_wanted.emit(ActionId.PATIENT)

    @Slot()
    def _on_cancel(self) -> None:
        self.action_wanted.emit(ActionId.CANCEL)
