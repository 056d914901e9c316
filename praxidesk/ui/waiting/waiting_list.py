"""The list of the waiting room: a view over rows, with arrows, Enter, and names for screen readers."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.waiting.waiting_paint import RowPainter, row_size
from praxidesk.ui.waiting.waiting_rows import WaitingRow

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROW = Qt.ItemDataRole.UserRole


class WaitingModel(QAbstractListModel):
    """Rows, of which headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[WaitingRow] = ()

    def show_rows(self, rows: Sequence[WaitingRow]) -> bool:
        """Show these; whether others than before stand there, and not the same ones with other words."""
        same = [each.entry for each in rows] == [each.entry for each in self.rows]
        if same and [each.kind for each in rows] == [each.kind for each in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """A flat list."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for screen readers and tooltips; the row itself for whoever paints."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(row.spoken)
        is_spoken = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return row.spoken if is_spoken else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Only people can be chosen."""
        if not index.isValid() or self.rows[index.row()].entry is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One row."""
        row = index.data(_ROW)
        state, view = option.state, option.widget
        if isinstance(row, WaitingRow):
            RowPainter(painter, self.theme).paint(
                row,
                option.rect,
                is_chosen=bool(state & QStyle.StateFlag.State_Selected),
                has_focus=isinstance(view, QWidget) and view.hasFocus(),
                is_hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            )

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 (Qt's)
        """By the row's kind."""
        row = index.data(_ROW)
        return row_size(row) if isinstance(row, WaitingRow) else QSize()


class WaitingList(QListView):
    """Choosing by hand tells; being told which one is selected does not."""

    chosen = Signal(object)
    """``EntryId``: by hand."""
    opened = Signal(object)
    """``EntryId``: Enter or a double click."""
    left = Signal()
    """Escape."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._rows = WaitingModel(self)
        self._delegate = _Delegate(theme, self)
        self._selected: EntryId | None = None
        self._is_told = False
        """It is being told what is selected."""
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._delegate.theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.canvas)
        self.setPalette(palette)
        self.viewport().update()

    def rows(self) -> Sequence[WaitingRow]:
        """What is shown."""
        return self._rows.rows

    def show_rows(self, rows: Sequence[WaitingRow]) -> None:
        """Show these; what is selected and where it is scrolled to stay."""
        at = self.verticalScrollBar().value()
        if self._rows.show_rows(rows):
            self.select(self._selected)
            self.verticalScrollBar().setValue(at)

    def select(self, entry: EntryId | None) -> None:
        """That entry is selected elsewhere; nothing is told."""
        self._selected = entry
        found = next((row for row, each in enumerate(self._rows.rows) if each.entry == entry), None)
        self._is_told = True
        if entry is None or found is None:
            self.selectionModel().clear()
        elif self.currentIndex().row() != found or not self.selectionModel().hasSelection():
            self.setCurrentIndex(self._rows.index(found))
        self._is_told = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from person to person; Enter opens, Escape leaves."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._go(key)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:
        """Letters are the window's."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes; Qt would choose the first row, headings included."""
        QWidget.focusInEvent(self, event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _go(self, key: Qt.Key) -> None:
        people = [row for row, each in enumerate(self._rows.rows) if each.entry is not None]
        if not people:
            return
        now = self.currentIndex().row() if self.currentIndex().isValid() else -1
        later, earlier = [row for row in people if row > now], [row for row in people if 0 <= row < now]
        target = {
            Qt.Key.Key_Down: later[0] if later else people[-1],
            Qt.Key.Key_Up: earlier[-1] if earlier else people[0],
            Qt.Key.Key_Home: people[0],
            Qt.Key.Key_End: people[-1],
        }[key]
        self.setCurrentIndex(self._rows.index(target))

    def _open(self, index: _Index) -> None:
        row = index.data(_ROW) if index.isValid() else None
        if isinstance(row, WaitingRow) and row.entry is not None:
            self.opened.emit(row.entry)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, now: QModelIndex, before: QModelIndex) -> None:  # noqa: ARG002 (Qt's)
        row = now.data(_ROW) if now.isValid() else None
        if self._is_told or not isinstance(row, WaitingRow) or row.entry is None:
            return
        self._selected = row.entry
        self.chosen.emit(row.entry)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._open(index)
