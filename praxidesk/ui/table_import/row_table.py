"""The first rows of a table as a list of columns, with what is wrong in each of them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from praxidesk.ui.controls.plain_table import PlainTable
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.text import plain_tooltip

_Index = QModelIndex | QPersistentModelIndex
_WIDEST = 180


class _Rows(QAbstractTableModel):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.headings: tuple[str, ...] = ()
        self.rows: tuple[tuple[str, ...], ...] = ()
        self.bad: frozenset[int] = frozenset()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = self.rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(text)
        if role == Qt.ItemDataRole.ForegroundRole and index.row() in self.bad and index.column() == 1:
            return self.theme.danger
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section]
        return None


class RowTable(PlainTable):
    """Plain text; the second column says what is wrong, in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._rows = _Rows(theme)
        self.setModel(self._rows)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)

    def show_rows(
        self, headings: Sequence[str], rows: Sequence[tuple[str, ...]], bad: frozenset[int]
    ) -> None:
        """Replace all; ``bad`` are the rows with something wrong, by their place."""
        self._rows.beginResetModel()
        self._rows.headings, self._rows.rows, self._rows.bad = tuple(headings), tuple(rows), bad
        self._rows.endResetModel()
        self.resizeColumnsToContents()
        for column in range(2, len(headings)):
            self.setColumnWidth(column, min(_WIDEST, self.columnWidth(column)))
        if len(headings) > 1:
            self.setColumnWidth(1, min(360, max(90, self.columnWidth(1))))

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._rows.theme = theme
        self.viewport().update()
