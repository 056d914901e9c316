"""A line for each rule with what it does when it is broken."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from praxidesk.engine.vocabulary import ConflictKind, Severity
from praxidesk.ui.controls.segments import Segments
from praxidesk.ui.controls.tone_label import ToneLabel, section_label
from praxidesk.ui.look.fonts import BASE
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.rules.rule_names import GROUPS, group_names, rule_name, severity_name

SEVERITIES = tuple(Severity)


class PolicyTable(QWidget):
    """Tab goes from rule to rule, arrows choose."""

    edited = Signal()
    """By hand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.lines: dict[ConflictKind, Segments] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        row = 0
        for name, kinds in zip(group_names(), GROUPS, strict=True):
            if row:
                grid.setRowMinimumHeight(row, 4)
                row += 1
            grid.addWidget(section_label(theme, name), row, 0, 1, 2)
            row += 1
            for kind in kinds:
                grid.addWidget(ToneLabel(theme, rule_name(kind), BASE), row, 0)
                grid.addWidget(self._choice(kind), row, 1)
                row += 1

    def show_policy(self, policy: Mapping[ConflictKind, Severity]) -> None:
        """Choose what each rule does; tells nobody."""
        for kind, segments in self.lines.items():
            segments.choose(SEVERITIES.index(policy[kind]))

    def policy(self) -> dict[ConflictKind, Severity]:
        """What each rule of the table does."""
        return {kind: SEVERITIES[segments.choice()] for kind, segments in self.lines.items()}

    def _choice(self, kind: ConflictKind) -> Segments:
        segments = Segments(len(SEVERITIES))
        segments.say([severity_name(each) for each in SEVERITIES])
        segments.set_compact(compact=True)
        segments.choose(0)
        for index, severity in enumerate(SEVERITIES):
            segments.button(index).setAccessibleName(f"{rule_name(kind)}: {severity_name(severity)}")
        segments.chosen.connect(self._on_chosen)
        self.lines[kind] = segments
        return segments

    @Slot(object)
    def _on_chosen(self, index: int) -> None:  # noqa: ARG002 (the signal's)
        self.edited.emit()
