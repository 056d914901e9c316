"""The item model behind a calendar view: for selection, keyboard, accessibility and tests.

Flat and cheap on purpose. Painting never asks it; a view paints from its own layout.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.box import Box

_ROOT = QModelIndex()
_TEXT_ROLES = frozenset({Qt.ItemDataRole.DisplayRole.value, Qt.ItemDataRole.AccessibleTextRole.value})
ENTRY_ROLE = Qt.ItemDataRole.UserRole.value


@dataclass(frozen=True, slots=True)
class Item:
    """One tile of a view. An entry that stands in two columns has two."""

    entry: EntryId
    box: Box
    """In contents coordinates: scrolled to zero."""
    spoken: Callable[[], str] = field(compare=False)
    """For screen readers: date, column, patient and status; worded when one asks."""

    @property
    def rect(self) -> QRect:
        """The box as Qt knows it."""
        return QRect(*self.box)


@dataclass(frozen=True, slots=True)
class Beside:
    """Something beside the tiles that is read and pointed at, and never chosen."""

    rect: QRect
    """In contents coordinates."""
    spoken: Callable[[], str] = field(compare=False)
    """For screen readers."""
    tooltip: Callable[[], str] = field(compare=False)
    """Escaped."""


class CalendarItems(QAbstractListModel):
    """The tiles, a row each, in reading order; after them what stands beside them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: Sequence[Item] = ()
        self._beside: Sequence[Beside] = ()

    @property
    def items(self) -> Sequence[Item]:
        """Row by row; read only."""
        return self._items

    @property
    def beside(self) -> Sequence[Beside]:
        """The rows after those; of most logins there is nothing."""
        return self._beside

    def replace(self, items: Sequence[Item], beside: Sequence[Beside] = ()) -> None:
        """Put other tiles in; rows are kept where the entries stayed the same."""
        if items is self._items and beside is self._beside:
            return
        is_as_long = len(items) == len(self._items) and len(beside) == len(self._beside)
        if is_as_long and all(map(_is_of_same, items, self._items)):
            self._items, self._beside = items, beside
            if items:
                self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self._items, self._beside = items, beside
        self.endResetModel()

    def row_of(self, entry: EntryId | None) -> int:
        """The first row of an entry, or -1."""
        if entry is None:
            return -1
        return next((row for row, each in enumerate(self._items) if each.entry == entry), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """How many tiles there are, and what is beside them."""
        return 0 if parent.isValid() else len(self._items) + len(self._beside)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """What stands beside the tiles cannot be selected."""
        if index.row() >= len(self._items):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        """The accessible text, or the entry's id as a plain ``int``."""
        if not index.isValid():
            return None
        if index.row() >= len(self._items):
            return self._beside[index.row() - len(self._items)].spoken() if role in _TEXT_ROLES else None
        if role in _TEXT_ROLES:
            return self._items[index.row()].spoken()
        if role == ENTRY_ROLE:
            return int(self._items[index.row()].entry)
        return None


def _is_of_same(some: Item, other: Item) -> bool:
    return some.entry == other.entry
