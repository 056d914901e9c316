"""Somebody else changed the same meanwhile: what it was, what they saved, what was wanted here."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import HEADING, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.other_desks.stale_states import StateRow
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.overlays.state_grid import StateGrid

WIDTH = 840


class StaleSheet(Sheet):
    """Theirs is what Escape and Enter keep; ours is taken over field by field, by a press of its own."""

    taken = Signal(object)
    """``frozenset[Field]``: of these ours shall be saved over theirs; at least one."""

    def __init__(self, window: QWidget, theme: Theme, subject: str, rows: Sequence[StateRow]) -> None:
        super().__init__(window, theme, WIDTH)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        title = self.tr("Changed at another desk")
        column.addWidget(ToneLabel(theme, title, HEADING, SEMIBOLD))
        self.text = ToneLabel(theme, "", tone=Tone.SECOND)
        self.text.setWordWrap(True)
        column.addWidget(self.text)
        column.addSpacing(8)
        self.grid = StateGrid(theme, rows)
        column.addWidget(self.grid)
        self.card.column.addLayout(column)
        footer = Footer(theme)
        self.all_ours, self.all_theirs = (KeyButton(theme, ButtonKind.QUIET) for _ in range(2))
        self.all_theirs.say(self.tr("All as saved"))
        self.all_ours.say(self.tr("All of mine"))
        self.theirs = KeyButton(theme, key=self.tr("Esc"))
        self.theirs.say(self.tr("Keep theirs"))
        self.take = KeyButton(theme, ButtonKind.PRIMARY)
        self.take.say(self.tr("Take over the choice"))
        if len(self.grid.choosable()) > 1:
            footer.row.addWidget(self.all_theirs)
            footer.row.addWidget(self.all_ours)
        footer.row.addStretch(1)
        footer.row.addWidget(self.theirs)
        footer.row.addWidget(self.take)
        self.card.column.addWidget(footer)
        self.all_ours.clicked.connect(self.grid.take_ours)
        self.all_theirs.clicked.connect(self.grid.take_theirs)
        self.theirs.clicked.connect(self.close_sheet)
        self.take.clicked.connect(self._on_take)
        self.grid.chosen_changed.connect(self._follow)
        self.setAccessibleName(title)
        said = self.tr("{name} was changed by somebody else meanwhile. Nothing of yours is saved yet.")
        self._say(said.format(name=subject), rows)
        self._follow()

    def open(self) -> None:
        """Show it with the safe choice ready."""
        super().open()
        self.theirs.setFocus()

    @Slot(object)
    def say_saver(self, text: str) -> None:
        """Who saved theirs, and when."""
        self.grid.say_saver(text)
        self.follow_content()

    def _say(self, said: str, rows: Sequence[StateRow]) -> None:
        if any(row.is_clash for row in rows):
            more = self.tr("What both have changed stays as it is saved unless you choose yours.")
        elif self.grid.choosable():
            more = self.tr("Both changes go together: nothing of theirs is lost.")
        else:
            more = self.tr("What you wanted is saved already.")
        self.text.say(f"{said} {more}")

    @Slot()
    def _follow(self) -> None:
        self.take.setEnabled(bool(self.grid.chosen()))

    @Slot()
    def _on_take(self) -> None:
        chosen = self.grid.chosen()
        self.close_sheet()
        self.taken.emit(chosen)
