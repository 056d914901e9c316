"""What the table's own words stand for: people, rooms, types and statuses of the practice."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from praxidesk.engine.practice import Practice
from praxidesk.engine.table_import import CODED, Meaning, Subject, TableChoice, TableLook
from praxidesk.engine.table_words import codes_for
from praxidesk.ui.controls.fitting_scroll import FittingScroll
from praxidesk.ui.controls.named_fields import combo
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import ToneLabel, section_label
from praxidesk.ui.look.fonts import BASE, REGULAR
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.table_import.meaning_words import code_names, meaning_name

NEEDED = (Meaning.TYPE, Meaning.PRACTITIONER)
"""Of an appointment: by a column, or the same for every row."""


def wants_words(choice: TableChoice, look: TableLook) -> bool:
    """Whether anything must be assigned at all."""
    return bool(_asked(choice, look)) or bool(_missing(choice))


def assigned(choice: TableChoice, look: TableLook, practice: Practice) -> TableChoice:
    """The choice with all words that can mean only one thing; those assigned by hand stay."""
    words: dict[Meaning, Mapping[str, str]] = {}
    for meaning, found in _asked(choice, look).items():
        words[meaning] = {**codes_for(meaning, found, practice), **choice.words.get(meaning, {})}
    everywhere: dict[Meaning, str] = {}
    for meaning in _missing(choice):
        codes = list(code_names(meaning, practice))
        code = choice.everywhere.get(meaning) or (codes[0] if len(codes) == 1 else "")
        if code:
            everywhere[meaning] = code
    return replace(choice, words=words, everywhere=everywhere)


def _asked(choice: TableChoice, look: TableLook) -> dict[Meaning, tuple[str, ...]]:
    return {
        meaning: look.words[place]
        for meaning in CODED
        if (place := (choice.column(meaning) or 0) - 1) >= 0 and look.words[place]
    }


def _missing(choice: TableChoice) -> tuple[Meaning, ...]:
    if choice.subject is Subject.PATIENTS:
        return ()
    return tuple(each for each in NEEDED if each not in choice.meanings)


class WordsPage(QWidget):
    """One line for each word; those that nobody could guess come first."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._area: FittingScroll | None = None
        self.choice = TableChoice(Subject.PATIENTS, ())
        self.combos: dict[tuple[Meaning, str], QComboBox] = {}
        """By meaning and word; of what holds for every row the word is empty."""

    def show_choice(self, choice: TableChoice, look: TableLook, practice: Practice) -> None:
        """Show what is assigned, and what is not."""
        self.choice = assigned(choice, look, practice)
        self.combos = {}
        inside = Surface(self._theme, "raised")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, 300)
        for meaning in _missing(choice):
            self._heading(grid, meaning)
            self._line(grid, meaning, "", self.tr("in every row"), practice)
        for meaning, found in _asked(choice, look).items():
            self._heading(grid, meaning)
            known = self.choice.words.get(meaning, {})
            for word in sorted(found, key=lambda each: (each in known, each.casefold())):
                self._line(grid, meaning, word, word, practice)
        grid.setRowStretch(grid.rowCount(), 1)
        if self._area is not None:
            self._column.removeWidget(self._area)
            self._area.deleteLater()
        self._area = FittingScroll(inside)
        self._column.addWidget(self._area)

    def first(self) -> QWidget:
        """The first word that is not assigned, or the first one."""
        empty = (field for field in self.combos.values() if not field.currentData())
        return next(empty, next(iter(self.combos.values()), self))

    def _heading(self, grid: QGridLayout, meaning: Meaning) -> None:
        grid.addWidget(section_label(self._theme, meaning_name(meaning)), grid.rowCount(), 0, 1, 2)

    def _line(self, grid: QGridLayout, meaning: Meaning, word: str, said: str, practice: Practice) -> None:
        row = grid.rowCount()
        grid.addWidget(ToneLabel(self._theme, said, BASE, REGULAR).elide(), row, 0)
        field = combo(self.tr("{word} stands for").format(word=said))
        field.addItem(self.tr("– please choose –"), "")
        for code, name in code_names(meaning, practice).items():
            field.addItem(name, code)
        words, everywhere = self.choice.words.get(meaning, {}), self.choice.everywhere
        at = field.findData(words.get(word, "") if word else everywhere.get(meaning, ""))
        field.setCurrentIndex(max(0, at))
        field.activated.connect(self._on_activated)
        self.combos[meaning, word] = field
        grid.addWidget(field, row, 1)

    @Slot(int)
    def _on_activated(self, index: int) -> None:  # noqa: ARG002 (Qt's)
        words: dict[Meaning, dict[str, str]] = {}
        everywhere: dict[Meaning, str] = {}
        for (meaning, word), field in self.combos.items():
            code = str(field.currentData() or "")
            if code and word:
                words.setdefault(meaning, {})[word] = code
            elif code:
                everywhere[meaning] = code
        self.choice = replace(self.choice, words=words, everywhere=everywhere)
        self.changed.emit()
