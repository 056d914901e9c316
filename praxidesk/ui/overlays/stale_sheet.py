"""Somebody else changed the same entry: the choice between both states."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.fonts import BASE, HEADING, REGULAR, SEMIBOLD
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.stale_states import StateRow
from praxidesk.ui.theme import Theme
from praxidesk.ui.theme_sheet import ButtonKind

WIDTH = 600


class StaleSheet(Sheet):
    """Theirs is what Escape and Enter keep; ours needs a deliberate press."""

    ours_wanted = Signal()

    def __init__(self, window: QWidget, theme: Theme, subject: str, rows: tuple[StateRow, ...]) -> None:
        super().__init__(window, theme, WIDTH)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        title = self.tr("Changed at another desk")
        column.addWidget(ToneLabel(theme, title, HEADING, SEMIBOLD))
        text = ToneLabel(
            theme,
            self.tr("{name} was changed by somebody else meanwhile. Nothing of yours is saved yet.").format(
                name=subject
            ),
            tone=Tone.SECOND,
        )
        text.setWordWrap(True)
        column.addWidget(text)
        column.addSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.addWidget(section_label(theme, self.tr("Saved now")), 0, 1)
        grid.addWidget(section_label(theme, self.tr("Your change")), 0, 2)
        top = Qt.AlignmentFlag.AlignTop
        for row, each in enumerate(rows, start=1):
            differs = each.theirs != each.ours
            weight = SEMIBOLD if differs else REGULAR
            grid.addWidget(ToneLabel(theme, each.name, BASE, REGULAR, Tone.SECOND), row, 0, top)
            for place, value in ((1, each.theirs), (2, each.ours)):
                label = ToneLabel(theme, value or "–", BASE, weight)
                label.setWordWrap(True)
                grid.addWidget(label, row, place, top)
        column.addLayout(grid)
        self.card.column.addLayout(column)
        footer = Footer(theme)
        self.ours = KeyButton(theme)
        self.ours.say(self.tr("Save mine"))
        self.theirs = KeyButton(theme, ButtonKind.PRIMARY, key=self.tr("Esc"))
        self.theirs.say(self.tr("Keep theirs"))
        footer.row.addStretch(1)
        footer.row.addWidget(self.ours)
        footer.row.addWidget(self.theirs)
        self.card.column.addWidget(footer)
        self.theirs.setAutoDefault(True)
        self.ours.setAutoDefault(True)
        self.theirs.clicked.connect(self.close_sheet)
        self.ours.clicked.connect(self._on_ours)
        self.setAccessibleName(title)

    def open(self) -> None:
        """Show it with the safe choice ready."""
        super().open()
        self.theirs.setFocus()

    @Slot()
    def _on_ours(self) -> None:
        self.close_sheet()
        self.ours_wanted.emit()
