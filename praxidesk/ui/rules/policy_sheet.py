"""The policy table: what each rule does when it is broken."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from praxidesk.engine.practice import DEFAULT_POLICY, Practice
from praxidesk.engine.vocabulary import ConflictKind, Severity
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.segments import Segments
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.fonts import BASE, HEADING, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.rules.rule_names import GROUPS, group_names, rule_name, severity_name
from praxidesk.ui.theme import Theme
from praxidesk.ui.theme_sheet import ButtonKind

WIDTH = 640
_TALLEST = 620
SEVERITIES = tuple(Severity)


class PolicySheet(Sheet):
    """A line for each rule; Tab goes from rule to rule, arrows choose, Enter saves."""

    accepted = Signal(object)
    """``Mapping[ConflictKind, Severity]``: what changed, never empty."""

    def __init__(self, window: QWidget, theme: Theme, practice: Practice) -> None:
        super().__init__(window, theme, WIDTH)
        self._before = {kind: practice.severity(kind) for group in GROUPS for kind in group}
        self.lines: dict[ConflictKind, Segments] = {}
        head = QVBoxLayout()
        head.setContentsMargins(24, 18, 24, 14)
        head.setSpacing(4)
        title = self.tr("Rules of booking")
        head.addWidget(ToneLabel(theme, title, HEADING, SEMIBOLD))
        about = ToneLabel(
            theme,
            self.tr(
                "What blocks can be overridden with a reason. Two bookings of one person, room or device "
                "at one time are always refused."
            ),
            SECONDARY,
            REGULAR,
            Tone.SECOND,
        )
        about.setWordWrap(True)
        head.addWidget(about)
        self.card.column.addLayout(head)
        self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        self.card.column.addWidget(self._table(theme))
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
        return {
            kind: SEVERITIES[segments.choice()]
            for kind, segments in self.lines.items()
            if SEVERITIES[segments.choice()] is not self._before[kind]
        }

    def _table(self, theme: Theme) -> QScrollArea:
        inside = Surface(theme, "raised")
        grid = QGridLayout(inside)
        grid.setContentsMargins(24, 14, 24, 14)
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
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setFixedHeight(min(_TALLEST, inside.sizeHint().height(), max(240, self._window.height() - 240)))
        self._area = area
        return area

    def _choice(self, kind: ConflictKind) -> Segments:
        segments = Segments(len(SEVERITIES))
        segments.say([severity_name(each) for each in SEVERITIES])
        segments.set_compact(compact=True)
        segments.choose(SEVERITIES.index(self._before[kind]))
        for index, severity in enumerate(SEVERITIES):
            segments.button(index).setAccessibleName(f"{rule_name(kind)}: {severity_name(severity)}")
            segments.button(index).installEventFilter(self)
        segments.chosen.connect(self._follow)
        self.lines[kind] = segments
        return segments

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        self.usual = KeyButton(theme)
        self.usual.say(self.tr("As delivered"))
        self.usual.clicked.connect(self._on_usual)
        keep = KeyButton(theme, key=self.tr("Esc"))
        keep.say(self.tr("Cancel"))
        keep.clicked.connect(self.close_sheet)
        self.save = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        self.save.say(self.tr("Save"))
        self.save.clicked.connect(self._on_save)
        row: QHBoxLayout = footer.row
        row.addWidget(self.usual)
        row.addStretch(1)
        row.addWidget(keep)
        row.addWidget(self.save)
        return footer

    @Slot()
    def _follow(self) -> None:
        self.save.setEnabled(bool(self.changes()))
        self.usual.setEnabled(
            any(SEVERITIES[s.choice()] is not DEFAULT_POLICY[k] for k, s in self.lines.items())
        )

    @Slot()
    def _on_usual(self) -> None:
        for kind, segments in self.lines.items():
            segments.choose(SEVERITIES.index(DEFAULT_POLICY[kind]))
        self._follow()

    @Slot()
    def _on_save(self) -> None:
        changes = self.changes()
        if changes:
            self.close_sheet()
            self.accepted.emit(changes)
