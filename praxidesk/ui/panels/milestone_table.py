"""The milestones of an operation, planned and real: the next one is a button, the others can be corrected."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.progress import Step
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import Milestone
from praxidesk.engine.walltime import Zone
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.controls.refused_mark import mark_refused
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.look.fonts import REGULAR, SECONDARY, SMALL
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.milestone_row import APART, EDGE, TIME_WIDTH, MilestoneRow
from praxidesk.ui.panels.milestone_times import MilestoneSet, no_time, row_words, speaks_against, typed_time
from praxidesk.ui.wording import dates

_EDITOR = (62, 26)
_EDIT, _REMOVE = (Qt.Key.Key_F2,), (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OWN_KEYS = frozenset({*_EDIT, *_REMOVE, *_ENTER, *_STEPS, Qt.Key.Key_Escape})


class MilestoneTable(QWidget):
    """Enter on the next one records it now; F2, a double click or Enter on another types its time."""

    next_wanted = Signal()
    """Record the next milestone, now."""
    time_set = Signal(object)
    """``MilestoneSet``."""
    left = Signal()
    """By Esc: the focus may go back to the calendar."""

    def __init__(self, theme: Theme, key_of: Callable[[ActionId], str]) -> None:
        super().__init__()
        self._key_of = key_of
        self._shown: tuple[Zone, Entry, Sequence[Step], int] | None = None
        self._edited: MilestoneRow | None = None
        self._title = section_label(theme)
        self._planned, self._real = (ToneLabel(theme, "", SMALL, REGULAR, Tone.SECOND) for _ in range(2))
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, 0, EDGE, 2)
        head.setSpacing(APART)
        head.addWidget(self._title, 1)
        for label in (self._planned, self._real):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            label.setMinimumWidth(TIME_WIDTH)
            head.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        self.editor = QLineEdit(self)
        self.editor.setFixedSize(*_EDITOR)
        self.editor.setMaxLength(8)
        self.editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editor.hide()
        self.editor.returnPressed.connect(self._on_typed)
        self.editor.textEdited.connect(self._on_edited)
        self.editor.installEventFilter(self)
        self.rows = {each: MilestoneRow(each, theme) for each in Milestone}
        for row in self.rows.values():
            row.clicked.connect(self._on_clicked)
            row.installEventFilter(self)
            column.addWidget(row)
        self.error = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.DANGER)
        self.error.setWordWrap(True)
        self.error.setContentsMargins(EDGE, 2, EDGE, 0)
        self.error.hide()
        column.addWidget(self.error)
        self.retranslate()

    def show_steps(self, zone: Zone, entry: Entry, steps: Sequence[Step], now: int) -> None:
        """Show these; a time that is being typed stays, as long as it is the same operation's."""
        if self._shown is not None and self._shown[1].id != entry.id:
            self._end()
        self._shown = (zone, entry, steps, now)
        self._fill()

    def retranslate(self) -> None:
        """Word it anew."""
        self._title.say(self.tr("Milestones"))
        self._planned.say(self.tr("Plan"))
        self._real.say(self.tr("Actual"))
        self.editor.setAccessibleName(self.tr("Time of the milestone"))
        self._fill()

    def edit(self, milestone: Milestone) -> None:
        """Type another time for a milestone."""
        row, shown = self.rows[milestone], self._shown
        if shown is None or not shown[1].status.occupies:
            return
        zone, _, steps, now = shown
        step = next(each for each in steps if each.milestone is milestone)
        self._end()
        self._edited = row
        row.set_typed(True)
        self.editor.setText(dates.clock(zone, step.reached if step.reached is not None else now))
        place = row.time_rect().translated(row.pos())
        self.editor.show()
        # The last row ends where the table does, and the look makes the editor higher than a row.
        top = min(place.center().y() - self.editor.height() // 2, self.height() - self.editor.height())
        self.editor.move(place.right() + 5 - _EDITOR[0], max(0, top))
        self.editor.raise_()
        self.editor.selectAll()
        self.editor.setFocus()

    def edit_next(self) -> None:
        """Type the time of the next milestone; of the last one where all are reached."""
        if self._shown is not None:
            row = next((each for each in self.rows.values() if each.words.state == "next"), None)
            self.edit(row.milestone if row is not None else list(Milestone)[-1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys, double clicks and menus of the rows; Esc and leaving of the field."""
        if watched is self.editor:
            return self._editor_event(event)
        if isinstance(watched, MilestoneRow):
            return self._row_event(watched, event)
        return super().eventFilter(watched, event)

    def _row_event(self, row: MilestoneRow, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if not is_plain or key not in _OWN_KEYS:
                return False
            if kind is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if kind is QEvent.Type.KeyPress:
                self._key(row, key)
                return True
        elif kind is QEvent.Type.MouseButtonDblClick and row.words.state != "next":
            self.edit(row.milestone)
            return True
        elif isinstance(event, QContextMenuEvent):
            self._menu(row, event.globalPos())
            return True
        return False

    def _key(self, row: MilestoneRow, key: Qt.Key) -> None:
        if key in _STEPS:
            rows = list(self.rows.values())
            at = min(len(rows) - 1, max(0, rows.index(row) + _STEPS[key]))
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _REMOVE:
            self._remove(row)
        elif key in _ENTER and row.words.state == "next":
            self.next_wanted.emit()
        else:
            self.edit(row.milestone)

    def _editor_event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.KeyPress:
                self._leave()
            event.accept()
            return True
        if event.type() is QEvent.Type.FocusOut:
            self._end()
        return False

    def _menu(self, row: MilestoneRow, at: QPoint) -> None:
        shown = self._shown
        if shown is None or not shown[1].status.occupies:
            return
        menu = QMenu(self)
        for text, key, do, is_on in (
            (self.tr("Reached now"), "", self._on_now, not row.words.reached),
            (self.tr("Another time …"), "F2", self._on_edit, True),
            (self.tr("Remove the time"), self.tr("Del"), self._on_remove, bool(row.words.reached)),
        ):
            action = QAction(f"{text}\t{key}" if key else text, menu)
            action.setEnabled(is_on)
            action.setData(row.milestone)
            action.triggered.connect(do)
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _asked(self) -> MilestoneRow | None:
        action = self.sender()
        return self.rows[Milestone(action.data())] if isinstance(action, QAction) else None

    @Slot()
    def _on_edit(self) -> None:
        if (row := self._asked()) is not None:
            self.edit(row.milestone)

    @Slot()
    def _on_remove(self) -> None:
        if (row := self._asked()) is not None:
            self._remove(row)

    @Slot()
    def _on_now(self) -> None:
        row, shown = self._asked(), self._shown
        if row is not None and shown is not None:
            self._take(row, shown[3] - shown[3] % MINUTE)

    @Slot()
    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, MilestoneRow) and row.words.state == "next":
            self.next_wanted.emit()

    @Slot()
    def _on_edited(self) -> None:
        self._complain("")

    @Slot()
    def _on_typed(self) -> None:
        row, shown = self._edited, self._shown
        if row is None or shown is None:
            return
        zone, entry, steps, _ = shown
        text = self.editor.text()
        if not text.strip():
            self._remove(row)
            self._leave()
            return
        step = next(each for each in steps if each.milestone is row.milestone)
        at = typed_time(zone, entry, step, text)
        if at is None:
            self._complain(no_time(text))
        elif self._take(row, at):
            self._leave()

    def _take(self, row: MilestoneRow, at: int) -> bool:
        """Send a time, unless it cannot be."""
        if self._shown is None:
            return False
        zone, entry, _, now = self._shown
        against = speaks_against(zone, entry, row.milestone, at, now)
        self._complain(against)
        if not against and dict(entry.milestones).get(row.milestone) != at:
            self.time_set.emit(MilestoneSet(entry.id, row.milestone, at))
        return not against

    def _remove(self, row: MilestoneRow) -> None:
        if self._shown is not None and row.words.reached:
            self.time_set.emit(MilestoneSet(self._shown[1].id, row.milestone, None))

    def _complain(self, text: str) -> None:
        self.error.say(text)
        self.error.setVisible(bool(text))
        mark_refused(self.editor, bool(text))
        if text:
            self.editor.selectAll()

    def _leave(self) -> None:
        """Back to the row whose time was typed."""
        row = self._edited
        self._end()
        if row is not None:
            row.setFocus()

    def _end(self) -> None:
        if self._edited is not None:
            self._edited.set_typed(False)
            self._edited = None
            self.editor.hide()
            self._complain("")

    def _fill(self) -> None:
        if self._shown is None:
            return
        zone, entry, steps, _ = self._shown
        key = self._key_of(ActionId.MILESTONE).replace("Return", "↵")
        for milestone, words in row_words(zone, entry, steps).items():
            self.rows[milestone].say(words, key)
