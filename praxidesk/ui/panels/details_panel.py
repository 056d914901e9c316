"""The right panel: chooses by what is selected which face is shown."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.booking.verdict import Verdict, VerdictKind
from praxidesk.ui.changes.happenings import Happened
from praxidesk.ui.controls.fitting_scroll import FittingScroll
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.delay_box import DelayBoxes
from praxidesk.ui.panels.details_face import DetailsFace, KeyOf
from praxidesk.ui.panels.entry_details import EntryDetails
from praxidesk.ui.panels.nothing_selected import NothingSelected
from praxidesk.ui.panels.operation_details import OperationDetails
from praxidesk.ui.panels.several_selected import SeveralSelected
from praxidesk.ui.panels.subject import FaceKind, Subject

WIDTH = 288


class DetailsPanel(Surface):
    """Hosts the faces; what one needs beyond its subject it asks for by signals of its own."""

    action_wanted = Signal(object)
    """``ActionId``: a button was pressed."""
    note_set = Signal(object)
    """``NoteSet``."""
    entry_wanted = Signal(object)
    """``Entry``: go there."""
    writing_changed = Signal()
    """Somebody has begun to write a note, or ended."""
    note_warned = Signal()
    """A note half written would be given up by another Escape."""
    left = Signal()
    """By key: the focus may go back to the calendar."""

    def __init__(self, theme: Theme, key_of: KeyOf) -> None:
        super().__init__(theme, "chrome")
        self.setFixedWidth(WIDTH)
        self.subject: Subject | None = None
        """What is shown; ``None`` before there is a practice."""
        self.nothing = NothingSelected(theme, key_of)
        self.entry = EntryDetails(theme, key_of)
        self.operation = OperationDetails(theme, key_of)
        self.several = SeveralSelected(theme, key_of)
        self._faces: dict[FaceKind, DetailsFace] = {
            FaceKind.NOTHING: self.nothing,
            FaceKind.APPOINTMENT: self.entry,
            FaceKind.OPERATION: self.operation,
            FaceKind.BLOCKOUT: self.entry,
            FaceKind.SEVERAL: self.several,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.editors = Verdict(theme)
        self.editors.setContentsMargins(0, 0, 0, 0)
        # As a widget, so that nobody at work leaves no gap.
        self._around_editors = QWidget(self)
        around = QVBoxLayout(self._around_editors)
        around.setContentsMargins(12, 12, 12, 0)
        around.addWidget(self.editors)
        self._around_editors.hide()
        column.addWidget(self._around_editors)
        for face in dict.fromkeys(self._faces.values()):
            column.addWidget(face, 1)
            face.hide()
            face.action_wanted.connect(self.action_wanted)
            face.note_set.connect(self.note_set)
            face.entry_wanted.connect(self.entry_wanted)
            face.left.connect(self.left)
        for note in (self.entry.note, self.operation.note):
            note.writing_changed.connect(self.writing_changed)
            note.warned.connect(self.note_warned)
        self.nothing.show()
        self.late = DelayBoxes(theme, 16)
        # Many late rooms scroll: they may not make the window taller.
        column.addWidget(FittingScroll(self.late))
        self.retranslate()

    @property
    def face(self) -> DetailsFace:
        """The one that is shown."""
        return self._faces[self.subject.face] if self.subject is not None else self.nothing

    def show_subject(self, subject: Subject) -> None:
        """Show this; the same again costs nothing."""
        if subject == self.subject:
            return
        before, self.subject = self.face, subject
        self.face.show_subject(subject)
        if self.face is not before:
            before.hide()
            self.face.show()

    def show_editors(self, text: str) -> None:
        """Who has the selected entry open at another desk; empty for nobody."""
        self._around_editors.setVisible(bool(text))
        if text:
            self.editors.say(VerdictKind.NOTE, (text,))

    def write_note(self) -> None:
        """The focus goes to the note of what is shown, if it has one."""
        if self.face in (self.entry, self.operation):
            note = self.entry.note if self.face is self.entry else self.operation.note
            note.setFocus()
            note.moveCursor(QTextCursor.MoveOperation.End)

    def written(self) -> EntryId | None:
        """The entry whose note is being written now."""
        return self.entry.note.written() or self.operation.note.written()

    def has_unsaved_note(self) -> bool:
        """Whether a note was typed that is not known to be saved."""
        return any(note.has_unsaved() for note in (self.entry.note, self.operation.note))

    @Slot(object)
    def settle_notes(self, happened: Happened) -> None:
        """What was typed about these is saved, if they say it now."""
        for note in (self.entry.note, self.operation.note):
            note.settle(happened.entries)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word it anew."""
        for face in dict.fromkeys(self._faces.values()):
            face.retranslate()
        if self.subject is not None:
            self.face.show_subject(self.subject)
