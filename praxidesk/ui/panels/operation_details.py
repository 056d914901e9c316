"""Everything about the selected operation: team, milestones, how late it is; and the rooms that are late."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.room_progress import DayProgress, RoomProgress
from praxidesk.engine.vocabulary import GONE, EntryKind, Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.key_cap import KeyCap
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD, TITLE
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.delay_box import DelayBoxes
from praxidesk.ui.panels.details_face import DetailsFace, KeyOf, Titled
from praxidesk.ui.panels.fact_list import FactList
from praxidesk.ui.panels.facts import patient_line
from praxidesk.ui.panels.history_list import HistoryList
from praxidesk.ui.panels.milestone_row import EDGE
from praxidesk.ui.panels.milestone_table import MilestoneTable
from praxidesk.ui.panels.milestone_times import steps_of
from praxidesk.ui.panels.note_field import NoteField
from praxidesk.ui.panels.operation_facts import day_of, operation_facts
from praxidesk.ui.panels.subject import Subject
from praxidesk.ui.wording import words
from praxidesk.ui.wording.deviation_words import deviation


def is_operation(entry: Entry | None) -> bool:
    """Whether an entry has phases and milestones to show."""
    return entry is not None and entry.kind is EntryKind.OPERATION and entry.phases is not None


class OperationDetails(DetailsFace):
    """Follows an operation; how its day goes is told to it apart from the subject."""

    milestone_set = Signal(object)
    """``MilestoneSet``."""

    def __init__(self, theme: Theme, key_of: KeyOf) -> None:
        super().__init__(theme, key_of)
        self._subject: Subject | None = None
        self._progress: DayProgress | None = None
        self._late_rooms: tuple[RoomProgress, ...] = ()
        self.title = ToneLabel(theme, "", TITLE, SEMIBOLD)
        self.patient = ToneLabel(theme)
        self._about = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self._facts = FactList(theme)
        self.milestones = MilestoneTable(theme, key_of)
        self.deviation = ToneLabel(theme)
        self._deviation = Titled(theme, self.deviation)
        self.note = NoteField()
        self._note = Titled(theme, self.note, KeyCap(key_of(ActionId.NOTE), theme))
        self.late = DelayBoxes(theme, 0)
        self._lines = HistoryList(theme)
        self._history = Titled(theme, self._lines)
        self._open = KeyButton(theme, icon=Icon.PENCIL)
        self._cancel = KeyButton(theme, icon=Icon.SLASH_CIRCLE)
        self.buttons = {ActionId.OPEN: self._open, ActionId.CANCEL: self._cancel}
        """Those that change something; whoever may not is told by them."""
        self._times = QWidget()
        for label in (self.title, self.patient, self._about, self.deviation):
            label.setWordWrap(True)
        self._build(theme)
        self.note.saved.connect(self.note_set)
        self.note.left.connect(self.left)
        self.milestones.next_wanted.connect(self._on_next)
        self.milestones.time_set.connect(self.milestone_set)
        self.milestones.left.connect(self.left)
        self._lines.all_wanted.connect(self._on_history)
        self._open.clicked.connect(self._on_open)
        self._cancel.clicked.connect(self._on_cancel)

    def show_subject(self, subject: Subject) -> None:
        """Show the one operation selected."""
        self._subject = subject
        entry = subject.entry
        if entry is None:
            return
        practice, zone, patient = subject.practice, subject.zone, entry.patient
        self.title.say(words.service_name(practice, entry))
        self.patient.say(words.patient_name(patient) if patient else "")
        self.patient.setVisible(patient is not None)
        self._about.say(patient_line(patient, zone, subject.now) if patient else day_of(zone, entry))
        self._facts.show_facts(operation_facts(practice, zone, entry))
        self.note.show_entry(entry)
        self._note.setVisible(entry.status not in GONE or bool(entry.note))
        self._lines.show_known(practice, zone, subject.known, subject.now)
        self._history.setVisible(bool(subject.known.history))
        alive = entry.status is not Status.CANCELLED
        self._open.setVisible(alive)
        self._cancel.setVisible(alive)
        self._show_course(subject, entry)

    def show_progress(self, progress: DayProgress | None, late: Iterable[RoomProgress] = ()) -> None:
        """How its day goes, ``None`` where that is not known; and which rooms are late on the day shown."""
        self._progress = progress
        self._late_rooms = tuple(late)
        if self._subject is not None and self._subject.entry is not None:
            self._show_course(self._subject, self._subject.entry)

    def retranslate(self) -> None:
        """Word it anew."""
        self._deviation.say(self.tr("Deviation"))
        self._note.say(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Note …"))
        self.note.setAccessibleName(self.tr("Note"))
        self._history.say(self.tr("History"))
        self._open.say(self.tr("Open"), self.key_of(ActionId.OPEN))
        self._cancel.say(self.tr("Cancel", "an operation"), self.key_of(ActionId.CANCEL))
        self.milestones.retranslate()

    def _show_course(self, subject: Subject, entry: Entry) -> None:
        practice, zone, progress = subject.practice, subject.zone, self._progress
        course = progress.courses.get(entry.id) if progress is not None else None
        self.milestones.show_steps(zone, entry, steps_of(entry, course), subject.now)
        self._times.setVisible(course is not None or bool(entry.milestones))
        said = deviation(practice, zone, progress, entry) if progress is not None else ""
        self.deviation.say(said)
        self._deviation.setVisible(bool(said))
        self.late.show_rooms(practice, zone, self._late_rooms)

    def _build(self, theme: Theme) -> None:
        column = self.scrolled()
        # The button of the next milestone reaches beyond the rest.
        column.setContentsMargins(16 - EDGE, 12, 16 - EDGE, 16)
        column.addWidget(_within(self.title, self.patient, self._about))
        column.addWidget(_within(8, Rule(theme, Qt.Orientation.Horizontal), 8, self._facts))
        times = QVBoxLayout(self._times)
        times.setContentsMargins(0, 12, 0, 0)
        times.addWidget(self.milestones)
        column.addWidget(self._times)
        column.addWidget(_within(self._deviation, self._note, self.late, self._history))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(EDGE, 16, EDGE, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self._open, 1)
        buttons.addWidget(self._cancel, 1)
        column.addLayout(buttons)
        column.addStretch(1)

    @Slot()
    def _on_next(self) -> None:
        self.action_wanted.emit(ActionId.MILESTONE)

    @Slot()
    def _on_history(self) -> None:
        self.action_wanted.emit(ActionId.ENTRY_HISTORY)

    @Slot()
    def _on_open(self) -> None:
        self.action_wanted.emit(ActionId.OPEN)

    @Slot()
    def _on_cancel(self) -> None:
        self.action_wanted.emit(ActionId.CANCEL)


def _within(*parts: QWidget | int) -> QWidget:
    """Widgets below each other, at the usual margin; a number is space."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(EDGE, 0, EDGE, 0)
    column.setSpacing(4)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addSpacing(part)
    return whole
