"""Fields of two desks beside each other, of which one may be taken field by field."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.other_desks.stale_states import Field, StateRow

_RADIUS = 4


class StateCell(QWidget):
    """One value of a field; where it can be chosen, with a button for it. All of it can be clicked."""

    def __init__(self, theme: Theme, value: str, *, can_choose: bool, differs: bool, spoken: str) -> None:
        super().__init__()
        self._theme = theme
        self.button = QRadioButton(self)
        self.button.setAccessibleName(spoken)
        self.button.setVisible(can_choose)
        self.button.toggled.connect(self.update)
        self._can_choose = can_choose
        tone = Tone.TEXT if differs or can_choose else Tone.SECOND
        self.value = ToneLabel(theme, value or "–", BASE, SEMIBOLD if differs else REGULAR, tone)
        self.value.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        if can_choose:
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.value, 1, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if can_choose:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.value.set_theme(theme)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The value is as good as its button."""
        if self._can_choose and event.button() is Qt.MouseButton.LeftButton:
            self.button.setChecked(True)
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """A frame around what can be chosen, filled where it is."""
        if not self._can_choose:
            return
        is_chosen = self.button.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.accent if is_chosen else self._theme.line, 1))
        painter.setBrush(self._theme.accentsoft if is_chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.end()


class StateGrid(QWidget):
    """A row for each field: what it was, what is saved now, what was wanted here.

    At first what only this desk has changed is taken from here, and what both have is left as it is saved.
    """

    chosen_changed = Signal()

    def __init__(self, theme: Theme, rows: Sequence[StateRow]) -> None:
        super().__init__()
        self._cells: dict[Field, tuple[StateCell, StateCell]] = {}
        self._names: list[ToneLabel] = []
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        knows = any(row.was is not None for row in rows)
        self.saved = section_label(theme, self.tr("Saved now"))
        self.saved.setWordWrap(True)
        labels = [section_label(theme, self.tr("It was")), self.saved]
        labels.append(section_label(theme, self.tr("Your change")))
        for column, label in enumerate(labels, start=1):
            if column > 1 or knows:
                grid.setColumnStretch(column, 1)
                label.setContentsMargins(8, 0, 8, 0)
                grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignBottom)
        for place, row in enumerate(rows, start=1):
            name = ToneLabel(theme, row.name, BASE, SEMIBOLD if row.is_clash else REGULAR, Tone.SECOND)
            name.setContentsMargins(0, 6, 8, 6)
            self._names.append(name)
            grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            if knows:
                before = StateCell(theme, row.was or "", can_choose=False, differs=False, spoken="")
                grid.addWidget(before, place, 1)
            self._add(theme, grid, place, row)

    def say_saver(self, text: str) -> None:
        """Who saved what is saved now, and when."""
        self.saved.say("\n".join([self.tr("Saved now"), text]))

    @property
    def names_width(self) -> int:
        """Pixels that the names of the fields take."""
        return max((each.sizeHint().width() for each in self._names), default=0)

    def align(self, names_width: int) -> None:
        """Stand in line with other grids, whose names may be longer."""
        self._grid.setColumnMinimumWidth(0, names_width)

    def chosen(self) -> frozenset[Field]:
        """The fields of which ours is taken."""
        return frozenset(field for field, (_, ours) in self._cells.items() if ours.button.isChecked())

    def choosable(self) -> frozenset[Field]:
        """The fields of which ours could be."""
        return frozenset(self._cells)

    def cells(self, field: Field) -> tuple[StateCell, StateCell]:
        """What is saved and what was wanted, of a field with a choice."""
        return self._cells[field]

    def take(self, fields: Iterable[Field]) -> None:
        """Ours of these, where it can be chosen."""
        for each in fields:
            if each in self._cells:
                self._cells[each][1].button.setChecked(True)

    @Slot()
    def take_ours(self) -> None:
        """Ours everywhere."""
        for _, ours in self._cells.values():
            ours.button.setChecked(True)

    @Slot()
    def take_theirs(self) -> None:
        """Theirs everywhere."""
        for theirs, _ in self._cells.values():
            theirs.button.setChecked(True)

    def _add(self, theme: Theme, grid: QGridLayout, place: int, row: StateRow) -> None:
        saved = self.tr("{field}, saved now: {value}").format(field=row.name, value=row.theirs or "–")
        wanted = self.tr("{field}, your change: {value}").format(field=row.name, value=row.ours or "–")
        can_choose = row.can_choose
        is_theirs, is_ours = row.theirs != row.was, row.ours != row.was
        theirs = StateCell(theme, row.theirs, can_choose=can_choose, differs=is_theirs, spoken=saved)
        ours = StateCell(
            theme,
            row.ours if is_ours else self.tr("not changed here"),
            can_choose=can_choose,
            differs=is_ours,
            spoken=wanted,
        )
        grid.addWidget(theirs, place, 2)
        grid.addWidget(ours, place, 3)
        if can_choose:
            pair = QButtonGroup(self)
            pair.addButton(theirs.button)
            pair.addButton(ours.button)
            (theirs if row.is_clash else ours).button.setChecked(True)
            ours.button.toggled.connect(self.chosen_changed)
            self._cells[row.field] = theirs, ours
