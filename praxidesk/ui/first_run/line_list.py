"""Lines to read, as many as there are: each by itself for a screen reader, all of them to be copied."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from praxidesk.ui.look.fonts import BASE


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[str, ...] = ()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.lines[index.row()] if index.isValid() and role in shown else None


class LineList(QListView):
    """Plain text; long lines wrap."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = _Lines()
        self.setModel(self._lines)
        self.setFont(BASE.font())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setUniformItemSizes(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Replace them all."""
        self._lines.beginResetModel()
        self._lines.lines = tuple(lines)
        self._lines.endResetModel()
        if lines:
            self.setCurrentIndex(self._lines.index(0))
            self.clearSelection()

    def lines(self) -> tuple[str, ...]:
        """What is shown."""
        return self._lines.lines

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected; Enter and Escape are the sheet's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted(index.row() for index in self.selectedIndexes())
            QGuiApplication.clipboard().setText("\n".join(self._lines.lines[row] for row in rows))
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)
