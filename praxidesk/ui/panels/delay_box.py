"""The box about a room that is late: what ends when, whom that pushes, and what can be done about it."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from praxidesk.engine.practice import Practice
from praxidesk.engine.room_progress import RoomProgress
from praxidesk.engine.vocabulary import ActorId
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.discard import discard
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording.deviation_words import Delay, delay


class DelayBox(QWidget):
    """Framed in the colour of lateness."""

    push_wanted = Signal(object)
    """``ActorId`` of the late room: move all that it pushes."""
    other_room_wanted = Signal()
    """Put its next operation into another one."""

    def __init__(self, theme: Theme, room: ActorId) -> None:
        super().__init__()
        self.room = room
        self._title = section_label(theme)
        self._frame = _Frame(theme)
        self._ending, self._first, self._rest = (
            ToneLabel(theme, "", BASE, weight, tone)
            for weight, tone in ((REGULAR, Tone.DANGER), (SEMIBOLD, Tone.DANGER), (REGULAR, Tone.DANGER))
        )
        for label in (self._ending, self._first, self._rest):
            label.setWordWrap(True)
            self._frame.column.addWidget(label)
        self.push = KeyButton(theme, ButtonKind.PRIMARY)
        self.other_room = KeyButton(theme)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.push)
        row.addWidget(self.other_room)
        row.addStretch(1)
        self._frame.column.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._frame)
        self.push.clicked.connect(self._on_push)
        self.other_room.clicked.connect(self._on_other_room)

    def say(self, delay: Delay, *, has_next: bool) -> None:
        """Show this; where the room has no operation to come that must move, another room helps nobody."""
        self._title.say(delay.title)
        labels = (self._ending, self._first, self._rest)
        for label, text in zip(labels, (delay.ending, delay.first, delay.rest), strict=True):
            label.say(text)
            label.setVisible(bool(text))
        self.push.say(self.tr("Move …"))
        self.other_room.say(self.tr("Other room"))
        self._buttons.setVisible(bool(delay.first))
        self.other_room.setVisible(has_next)
        self.setAccessibleName(self.words())

    def deny(self, why: str) -> None:
        """Nothing can be done about it at this window, for this reason; empty: it can."""
        for button in (self.push, self.other_room):
            button.setEnabled(not why)
            button.setToolTip(plain_tooltip(why))

    def words(self) -> str:
        """All that it says."""
        labels = (self._title, self._ending, self._first, self._rest)
        return " ".join(text for each in labels if (text := each.words()))

    @Slot()
    def _on_push(self) -> None:
        self.push_wanted.emit(self.room)

    @Slot()
    def _on_other_room(self) -> None:
        self.other_room_wanted.emit()


class DelayBoxes(Surface):
    """One for each late room, below each other; nothing where none is."""

    push_wanted = Signal(object)
    """``ActorId`` of a late room."""
    other_room_wanted = Signal(object)
    """``DelayBox``: its room, and where a menu may stand."""

    def __init__(self, theme: Theme, edge: int) -> None:
        super().__init__(theme, "chrome")
        self.boxes: dict[ActorId, DelayBox] = {}
        self._denied = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(edge, 12, edge, 12)
        self._column.setSpacing(12)
        self.hide()

    def sizeHint(self) -> QSize:
        """As much as the boxes need."""
        return super().sizeHint() if self.boxes else QSize(0, 0)

    def show_rooms(self, practice: Practice, zone: Zone, rooms: Iterable[RoomProgress]) -> None:
        """Show those of these rooms that are late."""
        late = {
            each.room: (each, said) for each in rooms if (said := delay(practice, zone, each)) is not None
        }
        for room in [each for each in self.boxes if each not in late]:
            discard(self.boxes.pop(room))
        for room, (progress, words) in late.items():
            box = self.boxes.get(room)
            if box is None:
                box = self.boxes[room] = DelayBox(self._theme, room)
                box.push_wanted.connect(self.push_wanted)
                box.other_room_wanted.connect(self._on_other_room)
                self._column.addWidget(box)
                box.deny(self._denied)
            box.say(words, has_next=progress.pushed is not None)
        self.setVisible(bool(late))
        self.updateGeometry()

    def deny(self, why: str) -> None:
        """Why nothing can be done about any of them; empty: it can."""
        if why != self._denied:
            self._denied = why
            for box in self.boxes.values():
                box.deny(why)

    @Slot()
    def _on_other_room(self) -> None:
        self.other_room_wanted.emit(self.sender())


class _Frame(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 10)
        self.column.setSpacing(0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.danger, 1))
        painter.setBrush(self._theme.dangersoft)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()
