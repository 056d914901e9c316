"""The item model behind a calendar view: for selection, keyboard, accessibility and tests.

Flat and cheap on purpose. Painting never asks it; a view paints from its own layout.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt

from praxidesk.engine.vocabulary import EntryId

_ROOT = QModelIndex()
_TEXT_ROLES = frozenset({Qt.ItemDataRole.DisplayRole.value, Qt.ItemDataRole.AccessibleTextRole.value})
ENTRY_ROLE = Qt.ItemDataRole.UserRole.value


@dataclass(frozen=True, slots=True)
class Item:
    """One tile of a view. An entry that stands in two columns has two."""

    entry: EntryId
    rect: QRect
    """In contents coordinates: scrolled to zero."""
    spoken: Callable[[], str] = field(compare=False)
    """For screen readers: date, column, patient and status; worded when one asks."""


class CalendarItems(QAbstractListModel):
    """The tiles, a row each, in reading order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: Sequence[Item] = ()

    @property
    def items(self) -> Sequence[Item]:
        """Row by row; read only."""
        return self._items

    def replace(self, items: Sequence[Item]) -> None:
        """Put other tiles in; rows are kept where the entries stayed the same."""
        if items is self._items:
            return
        if len(items) == len(self._items) and all(map(_is_of_same, items, self._items)):
            self._items = items
            if items:
                self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def row_of(self, entry: EntryId | None) -> int:
        """The first row of an entry, or -1."""
        if entry is None:
            return -1
        return next((row for row, each in enumerate(self._items) if each.entry == entry), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """How many tiles there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        """The accessible text, or the entry's id as a plain ``int``."""
        if not index.isValid():
            return None
        if role in _TEXT_ROLES:
            return self._items[index.row()].spoken()
        if role == ENTRY_ROLE:
            return int(self._items[index.row()].entry)
        return None


def _is_of_same(some: Item, other: Item) -> bool:
    return some.entry == other.entry
