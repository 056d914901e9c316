"""A list of figures that is sorted by any of its columns: a click on a heading, or its key."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent

from praxidesk.ui.controls.plain_table import PlainTable
from praxidesk.ui.diagnostics.figures import FigureTable
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.text import plain_tooltip

_Index = QModelIndex | QPersistentModelIndex
_AIR = 10
_NARROWEST = 180
"""Of the first column, which takes what the others leave."""


class _Figures(QAbstractTableModel):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.table = FigureTable((), (), 0)
        self.rows: list[int] = []
        """The places of the rows, in the order they are shown in."""
        self.sorted_by = 0
        self.order = Qt.SortOrder.AscendingOrder

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.table.headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        figure = self.table.rows[self.rows[index.row()]][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return figure.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(figure.text) if index.column() == 0 else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if index.column() == 0 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and figure.is_alarm:
            return self.theme.danger
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            heading = self.table.headings[section][0]
            if section != self.sorted_by:
                return heading
            # The style's own arrow lies on the words.
            return f"{heading} {'↓' if self.order is Qt.SortOrder.DescendingOrder else '↑'}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self.table.headings[section][1])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; rows that are alike in it stay as they are."""
        if not 0 <= column < len(self.table.headings):
            return
        self.sorted_by, self.order = column, order
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = [self.rows[each.row()] for each in before]
        self.rows.sort(
            key=lambda row: self.table.rows[row][column].order,
            reverse=order is Qt.SortOrder.DescendingOrder,
        )
        after = [
            self.index(self.rows.index(row), each.column()) for row, each in zip(places, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.table.headings) - 1)


class FigureList(PlainTable):
    """The first column is a text at the left, all others are numbers at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._figures = _Figures(theme)
        self.setModel(self._figures)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(self.sort_by)

    def show_table(self, table: FigureTable) -> None:
        """Replace all; a list with the same headings stays sorted as it is."""
        is_same = table.headings == self._figures.table.headings
        self._figures.beginResetModel()
        self._figures.table = table
        self._figures.rows = list(range(len(table.rows)))
        self._figures.endResetModel()
        if is_same:
            self._figures.sort(self._figures.sorted_by, self._figures.order)
        else:
            self._figures.sort(table.sorted_by, Qt.SortOrder.DescendingOrder)
        self._fit()

    @Slot(int)
    def sort_by(self, column: int) -> None:
        """By a column, the greatest first, or the first letter; once more turns it round."""
        first = Qt.SortOrder.AscendingOrder if column == 0 else Qt.SortOrder.DescendingOrder
        other = Qt.SortOrder.DescendingOrder if column == 0 else Qt.SortOrder.AscendingOrder
        is_again = self._figures.sorted_by == column and self._figures.order is first
        self._figures.sort(column, other if is_again else first)
        self._fit()

    def texts(self) -> list[list[str]]:
        """What stands in all cells, in the order shown."""
        return [[figure.text for figure in self._figures.table.rows[row]] for row in self._figures.rows]

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._figures.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits sort by a column."""
        key = event.key()
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9 and not event.modifiers():
            column = (key - Qt.Key.Key_1) % 10
            if column < self._figures.columnCount():
                self.sort_by(column)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The first column takes what the others leave."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        count = self._figures.columnCount()
        if not count:
            return
        for column in range(1, count):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, self.columnWidth(column) + _AIR)
        others = sum(self.columnWidth(column) for column in range(1, count))
        self.setColumnWidth(0, max(_NARROWEST, self.viewport().width() - others))
