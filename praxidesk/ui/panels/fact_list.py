"""Facts as two columns: names at the left, values at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from praxidesk.ui.controls.discard import clear
from praxidesk.ui.controls.swatch import Swatch
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.fonts import BASE, REGULAR, SEMIBOLD
from praxidesk.ui.panels.facts import Fact
from praxidesk.ui.theme import Theme

_NAMES = 80


class FactList(QWidget):
    """Built anew when the facts change."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: tuple[Fact, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, _NAMES)
        self._grid.setColumnStretch(1, 1)

    def set_theme(self, theme: Theme) -> None:
        """New rows are drawn in these colours; the present ones hear it themselves."""
        self._theme = theme

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these."""
        if facts == self._facts:
            return
        self._facts = facts
        clear(self._grid)
        for row, fact in enumerate(facts):
            name = ToneLabel(self._theme, fact.name, BASE, REGULAR, Tone.SECOND)
            name.setWordWrap(True)
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(name, row, 0, top)
            self._grid.addWidget(self._value(fact), row, 1, top)

    def _value(self, fact: Fact) -> QWidget:
        cell = QWidget()
        line = QHBoxLayout(cell)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        if fact.colour is not None:
            line.addWidget(Swatch(self._theme, fact.colour), 0, Qt.AlignmentFlag.AlignTop)
        if fact.strong:
            line.addWidget(ToneLabel(self._theme, fact.strong, BASE, SEMIBOLD))
        value = ToneLabel(self._theme, fact.value)
        value.setWordWrap(True)
        line.addWidget(value, 1)
        return cell
