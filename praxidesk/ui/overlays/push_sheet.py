"""A room is late: which operations move to when, before they all do."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from praxidesk.engine.delays import Push
from praxidesk.engine.practice import Practice
from praxidesk.engine.progress import room_of
from praxidesk.engine.room_progress import RoomProgress
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.deviation_words import delay

WIDTH = 560


class PushSheet(Sheet):
    """Enter moves all of them or, where one cannot be, none; Esc leaves them."""

    accepted = Signal(object)
    """``ActorId`` of the late room."""

    def __init__(
        self, window: QWidget, theme: Theme, practice: Practice, zone: Zone, late: RoomProgress
    ) -> None:
        super().__init__(window, theme, WIDTH)
        self._room = late.room
        said = delay(practice, zone, late)
        title, ending = (said.title, said.ending) if said is not None else ("", "")
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(ToneLabel(theme, title, HEADING, SEMIBOLD))
        summary = ToneLabel(theme, ending, BASE, REGULAR, Tone.SECOND)
        summary.setWordWrap(True)
        column.addWidget(summary)
        grid = QGridLayout()
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self.lines = [_line(practice, zone, each) for each in late.pushes]
        for row, (room, what, when) in enumerate(self.lines):
            grid.addWidget(ToneLabel(theme, room, BASE, REGULAR, Tone.SECOND), row, 0, _TOP)
            name = ToneLabel(theme, what, BASE, SEMIBOLD)
            name.setWordWrap(True)
            grid.addWidget(name, row, 1, _TOP)
            grid.addWidget(ToneLabel(theme, when), row, 2, _TOP)
        column.addLayout(grid)
        hint = ToneLabel(
            theme,
            self.tr("Either all of them are moved, or none. One step takes it back."),
            BASE,
            REGULAR,
            Tone.SECOND,
        )
        hint.setWordWrap(True)
        column.addWidget(hint)
        self.card.column.addLayout(column)
        footer = Footer(theme)
        self.leave = KeyButton(theme, ButtonKind.QUIET, key=self.tr("Esc"))
        self.leave.say(self.tr("Leave all as they are"))
        self.move_all = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        self.move_all.say(self.tr("Move all") if len(self.lines) > 1 else self.tr("Move", "one operation"))
        footer.row.addWidget(self.leave)
        footer.row.addStretch(1)
        footer.row.addWidget(self.move_all)
        self.card.column.addWidget(footer)
        self.leave.clicked.connect(self.close_sheet)
        self.move_all.clicked.connect(self._on_move)
        self.setAccessibleName(" ".join([title, ending, *(", ".join(line) for line in self.lines)]))

    def open(self) -> None:
        """Show it; Enter moves."""
        super().open()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves all."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_move()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_move(self) -> None:
        self.close_sheet()
        self.accepted.emit(self._room)


_TOP = Qt.AlignmentFlag.AlignTop


def _line(practice: Practice, zone: Zone, push: Push) -> tuple[str, str, str]:
    """Room, what and who, from when to when."""
    entry = push.entry
    room = room_of(entry)
    what = words.service_name(practice, entry)
    if entry.patient is not None:
        what = f"{what}, {words.patient_name(entry.patient)}"
    when = f"{dates.clock(zone, entry.starts_at)} → {dates.clock(zone, push.starts_at)}"
    return words.actor_name(practice, room) if room is not None else "", what, when
