"""The note of the selected entry, to be read and written where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import GONE, EntryId

LONGEST = 20_000
"""Characters; the store takes no more."""
_LEAST_LINES, _MOST_LINES = 2, 9
_AROUND = 12
"""Frame and padding above and below the text."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class NoteSet:
    """Somebody wrote another note."""

    entry: EntryId
    version: int
    """Of the entry when the writing began."""
    text: str


class NoteField(QPlainTextEdit):
    """Leaving it saves, Escape twice takes back. What others do meanwhile leaves alone what is typed."""

    saved = Signal(object)
    """``NoteSet``."""
    warned = Signal()
    """Escape was pressed over something typed: once more gives it up."""
    left = Signal()
    """By key: the focus may go elsewhere."""
    writing_changed = Signal()
    """Somebody has begun to write, or ended."""

    def __init__(self) -> None:
        super().__init__()
        self._entry: EntryId | None = None
        self._version = 0
        self._before = ""
        self._written = ""
        self._sent: str | None = None
        self._is_gone = False
        self._warned_of = ""
        """What would be given up by another Escape."""
        self._kept: dict[EntryId, tuple[NoteSet, str]] = {}
        """What was typed about entries not shown now, and is not known to be saved; and what stood there."""
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_changed)

    def show_entry(self, entry: Entry) -> None:
        """Show the note of an entry as it is now; what is being typed about it stays."""
        is_same = entry.id == self._entry
        if not is_same:
            self._put_away()
        if is_same and self.is_touched():
            # Not saved, because the store did not answer, is still the same version.
            if self.hasFocus() or entry.version == self._version:
                return
            if entry.note == self._before:
                self._version, self._sent = entry.version, None
                return
        self._is_gone = entry.status in GONE
        self._entry, self._version, self._before, self._sent = entry.id, entry.version, entry.note, None
        if self._written != entry.note or self.document().isModified():
            self._written = entry.note
            self.setPlainText(entry.note)
        self.setReadOnly(self._is_gone)
        if not is_same and not self._is_gone:
            self._take_up(entry)

    def settle(self, saved: Iterable[Entry]) -> None:
        """These were changed here: what was typed about them is kept no longer, if it is what they say."""
        for each in saved:
            if each.id in self._kept and self._kept[each.id][0].text == each.note:
                del self._kept[each.id]

    def is_of_gone(self) -> bool:
        """Whether its entry is over, so that nothing is written about it any more."""
        return self._is_gone

    def has_unsaved(self) -> bool:
        """Whether anything that was typed is not known to be saved."""
        return self.is_touched() or bool(self._kept)

    def is_touched(self) -> bool:
        """Whether it says something else than the entry."""
        # The document knows what was typed: blanks that never break are other ones in its plain text.
        typed = self.document().isModified()
        return self._entry is not None and typed and self.toPlainText() != self._before

    def save(self) -> None:
        """Tell what was typed, once."""
        text = self.toPlainText()[:LONGEST]
        if self._entry is not None and self.is_touched() and text != self._sent:
            self._sent = text
            self.saved.emit(NoteSet(self._entry, self._version, text))

    def _put_away(self) -> None:
        """Another entry is shown: save what was typed, and keep it until it is known to be saved."""
        if self._entry is not None and self.is_touched():
            self.save()
            typed = NoteSet(self._entry, self._version, self.toPlainText())
            self._kept[self._entry] = typed, self._before

    def _take_up(self, entry: Entry) -> None:
        """Go on with what was typed about it before, if it was not saved."""
        typed, before = self._kept.pop(entry.id, (None, ""))
        if typed is None or typed.text == entry.note:
            return
        self.setPlainText(typed.text)
        self.document().setModified(True)
        if entry.version == typed.version:
            self._sent = typed.text  # perhaps the answer is still to come
        elif entry.note != before:
            self._version = typed.version  # saving it shows both notes side by side

    def event(self, event: QEvent) -> bool:
        """Its keys are its own, whatever they do elsewhere in the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back, Ctrl and Enter saves."""
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        elif _is_own(event):
            self._sent = None
            self.save()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _give_up(self) -> None:
        typed = self.toPlainText()
        if self.is_touched() and typed.strip() and typed != self._warned_of:
            self._warned_of = typed
            self.warned.emit()
            return
        self._warned_of = ""
        if self.is_touched():
            # As an edit: Ctrl+Z in the field brings it back.
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(self._before)
            self._sent = None
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Leaving it again saves again, if that did not succeed."""
        super().focusInEvent(event)
        self._sent, self._warned_of = None, ""
        self.writing_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save; a menu over it is no leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.save()
            self.writing_changed.emit()

    def written(self) -> EntryId | None:
        """The entry that is being written about now."""
        return self._entry if self.hasFocus() and not self.isReadOnly() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines."""
        super().resizeEvent(event)
        self._on_changed()

    def sizeHint(self) -> QSize:
        """As tall as its lines, within limits."""
        lines = max(_LEAST_LINES, min(_MOST_LINES, round(self.document().size().height())))
        return QSize(200, lines * self.fontMetrics().lineSpacing() + _AROUND + 4)

    @Slot()
    def _on_changed(self) -> None:
        height = self.sizeHint().height()
        if self.height() != height:
            self.setFixedHeight(height)


def _is_own(event: QKeyEvent) -> bool:
    is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and is_ctrl)
