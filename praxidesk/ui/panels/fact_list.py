"""Facts as two columns: names at the left, values at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from praxidesk.ui.controls.discard import clear
from praxidesk.ui.controls.swatch import Swatch
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.facts import Fact

_NAMES = 80
_VALUES = 168
"""Pixels of the values, in a panel of the usual width."""
_SPACE = 6
_DOT = "· "


class FactList(QWidget):
    """Built anew when the facts change."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
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
        line.setSpacing(_SPACE)
        if fact.colour is not None:
            line.addWidget(Swatch(self._theme, fact.colour), 0, Qt.AlignmentFlag.AlignTop)
        words: QBoxLayout = QVBoxLayout() if self._is_long(fact) else line
        if fact.strong:
            words.addWidget(ToneLabel(self._theme, fact.strong, BASE, SEMIBOLD))
        # Below what it goes on from, it needs no dot between.
        value = ToneLabel(self._theme, fact.value.removeprefix(_DOT) if words is not line else fact.value)
        value.setWordWrap(True)
        words.addWidget(value, 1)
        if words is not line:
            words.setSpacing(0)
            line.addLayout(words, 1)
        return cell

    @staticmethod
    def _is_long(fact: Fact) -> bool:
        """Whether what is strong and what follows it have no room in one line."""
        if not fact.strong:
            return False
        strong = QFontMetrics(BASE.font(SEMIBOLD)).horizontalAdvance(fact.strong)
        return strong + _SPACE + QFontMetrics(BASE.font()).horizontalAdvance(fact.value) > _VALUES
