"""What the details panel says while nothing is selected: how to begin."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from praxidesk.ui.actions.action_list import ActionId, action_texts
from praxidesk.ui.controls.click_label import ClickLabel
from praxidesk.ui.controls.key_cap import KeyCap
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.details_face import DetailsFace, KeyOf
from praxidesk.ui.panels.subject import Subject

_HINTS = (ActionId.BOOK, ActionId.NEXT_FREE, ActionId.SEARCH, ActionId.TODAY, ActionId.COMMANDS)


class NothingSelected(DetailsFace):
    """A calm list of keys; a click on what one of them does is as good."""

    def __init__(self, theme: Theme, key_of: KeyOf) -> None:
        super().__init__(theme, key_of)
        self._title = ToneLabel(theme, "", HEADING, SEMIBOLD, Tone.SECOND)
        self._title.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self._lines: dict[ActionId, tuple[KeyCap, ClickLabel]] = {}
        for row, action in enumerate(_HINTS):
            cap, label = KeyCap("", theme), ClickLabel(theme, "", BASE, REGULAR, Tone.SECOND)
            label.lead(leads=True)
            label.clicked.connect(self._on_clicked)
            grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label, row, 1)
            self._lines[action] = (cap, label)
        column.addLayout(grid)
        column.addStretch(1)

    def show_subject(self, subject: Subject) -> None:
        """It is always the same."""

    def leave_out(self, refused: Collection[ActionId]) -> None:
        """Name no key that may not be used."""
        for action, line in self._lines.items():
            for part in line:
                part.setVisible(action not in refused)

    def retranslate(self) -> None:
        """Word it anew."""
        self._title.say(self.tr("No entry selected"))
        texts = action_texts()
        for action, (cap, label) in self._lines.items():
            cap.set_key(self.key_of(action))
            label.say(texts[action])

    @Slot()
    def _on_clicked(self) -> None:
        label = self.sender()
        self.action_wanted.emit(next(action for action, line in self._lines.items() if line[1] is label))
