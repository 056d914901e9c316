"""The policy table: what each rule does when it is broken."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from praxidesk.engine.practice import DEFAULT_POLICY, Practice
from praxidesk.engine.vocabulary import ConflictKind, Severity
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.heading import Heading
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.rules.policy_table import PolicyTable
from praxidesk.ui.rules.rule_names import GROUPS

WIDTH = 640
_TALLEST = 620


class PolicySheet(Sheet):
    """A line for each rule; Tab goes from rule to rule, arrows choose, Enter saves."""

    accepted = Signal(object)
    """``Mapping[ConflictKind, Severity]``: what changed, never empty."""

    def __init__(self, window: QWidget, theme: Theme, practice: Practice) -> None:
        super().__init__(window, theme, WIDTH)
        self._before = {kind: practice.severity(kind) for group in GROUPS for kind in group}
        self.table = PolicyTable(theme)
        self.table.show_policy(self._before)
        self.table.edited.connect(self._follow)
        self.lines = self.table.lines
        title = self.tr("Rules of booking")
        about = self.tr(
            "What blocks can be overridden with a reason. Two bookings of one person, room or device "
            "at one time are always refused."
        )
        self.card.column.addWidget(Heading(theme, title, about))
        self.card.column.addWidget(self._scrolled(theme))
        self.card.column.addWidget(self._footer(theme))
        self.listen("Return", self._on_save)
        self.listen("Enter", self._on_save)
        self.setAccessibleName(title)
        self._follow()

    def open(self) -> None:
        """Show it; the first rule has the keys."""
        super().open()
        first = next(iter(self.lines.values()))
        first.button(first.choice()).setFocus(Qt.FocusReason.TabFocusReason)

    def changes(self) -> Mapping[ConflictKind, Severity]:
        """What is chosen otherwise than it is stored."""
        return {kind: to for kind, to in self.table.policy().items() if to is not self._before[kind]}

    def _scrolled(self, theme: Theme) -> QScrollArea:
        inside = Surface(theme, "raised")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 14, 24, 14)
        column.addWidget(self.table)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setFixedHeight(min(_TALLEST, inside.sizeHint().height(), max(240, self._window.height() - 240)))
        return area

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        self.usual = KeyButton(theme)
        self.usual.say(self.tr("As delivered"))
        self.usual.clicked.connect(self._on_usual)
        keep = footer.way_out(self.tr("Cancel"), self.close_sheet)
        self.save = footer.way_on(self.tr("Save"), self._on_save)
        row: QHBoxLayout = footer.row
        row.addWidget(self.usual)
        row.addStretch(1)
        row.addWidget(keep)
        row.addWidget(self.save)
        return footer

    @Slot()
    def _follow(self) -> None:
        self.save.setEnabled(bool(self.changes()))
        self.usual.setEnabled(any(to is not DEFAULT_POLICY[kind] for kind, to in self.table.policy().items()))

    @Slot()
    def _on_usual(self) -> None:
        self.table.show_policy(DEFAULT_POLICY)
        self._follow()

    @Slot()
    def _on_save(self) -> None:
        changes = self.changes()
        if changes:
            self.close_sheet()
            self.accepted.emit(changes)
