"""The base of all item views that paint by themselves: tiles in contents coordinates, and Qt's own questions.

``_to_viewport`` and ``_to_contents`` convert between contents coordinates and the viewport's.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QAccessible, QAccessibleEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QFrame, QListView, QWidget

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.items import Beside, CalendarItems, Item

_CLEAR = 72
"""Pixels below what was gone to that a toast may cover."""


class TilesView(QListView):
    """Knows where each tile stands; a subclass arranges and paints them.

    A list only because Qt gives the rows of lists, and not of every item view, to screen readers.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = CalendarItems(self)
        self.setModel(self._items)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalOffset(), self.verticalOffset())

    def _to_contents(self, at: QPoint) -> QPoint:
        return at + self._offset()

    def _to_viewport(self, rect: QRect) -> QRect:
        return rect.translated(-self._offset())

    def _item_at(self, at: QPoint) -> Item | None:
        """The topmost tile there, in contents coordinates."""
        return next((each for each in reversed(self._items.items) if each.rect.contains(at)), None)

    def _beside_at(self, at: QPoint) -> Beside | None:
        """What is there that is no tile, in contents coordinates."""
        return next((each for each in self._items.beside if each.rect.contains(at)), None)

    def _rect_of(self, row: int) -> QRect:
        """Where a row stands, in contents coordinates; empty for none."""
        items, beside = self._items.items, self._items.beside
        if row < len(items):
            return items[row].rect
        return beside[row - len(items)].rect if row < len(items) + len(beside) else QRect()

    def _entry_of(self, index: QModelIndex | QPersistentModelIndex) -> EntryId | None:
        if index.isValid() and index.row() < len(self._items.items):
            return self._items.items[index.row()].entry
        return None

    # QAbstractItemView's own questions

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The tile at a viewport point, or what stands there beside the tiles."""
        at, items = self._to_contents(point), self._items
        if item := self._item_at(at):
            return items.index(items.items.index(item))
        beside = self._beside_at(at) if items.beside else None
        return items.index(len(items.items) + items.beside.index(beside)) if beside else QModelIndex()

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where a tile stands in the viewport; empty for none."""
        rect = self._rect_of(index.row()) if index.isValid() else QRect()
        return rect if rect.isNull() else self._to_viewport(rect)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,  # noqa: ARG002 (Qt's)
    ) -> None:
        """Bring a tile into view."""
        rect = self._rect_of(index.row()) if index.isValid() else QRect()
        if not rect.isNull():
            is_below = self._to_viewport(rect).bottom() > self.viewport().height()
            # Where a toast tells of it, it would else lie under the toast.
            self._show_rect(rect.adjusted(0, 0, 0, _CLEAR if is_below else 0))

    def _show_rect(self, rect: QRect, margin: int = 8) -> None:
        """Scroll as little as shows all of it, its start where it is too large."""
        for bar, low, high, page in (
            (self.horizontalScrollBar(), rect.left(), rect.right(), self.viewport().width()),
            (self.verticalScrollBar(), rect.top(), rect.bottom(), self.viewport().height()),
        ):
            if high + margin > bar.value() + page:
                bar.setValue(high + margin - page)
            if low - margin < bar.value():
                bar.setValue(max(0, low - margin))

    def horizontalOffset(self) -> int:
        """Pixels scrolled to the right."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        """Pixels scrolled down."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: ARG002 (Qt's)
        """None is."""
        return False

    def moveCursor(
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,  # noqa: ARG002 (Qt's)
    ) -> QModelIndex:
        """Next and previous in reading order; a subclass knows directions."""
        count = len(self._items.items)
        if not count:
            return QModelIndex()
        row = self.currentIndex().row()
        step = {
            QAbstractItemView.CursorAction.MoveHome: -count,
            QAbstractItemView.CursorAction.MoveEnd: count,
            QAbstractItemView.CursorAction.MoveUp: -1,
            QAbstractItemView.CursorAction.MoveLeft: -1,
            QAbstractItemView.CursorAction.MovePrevious: -1,
        }.get(action, 1)
        return self._items.index(min(count - 1, max(0, row + step)))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the tile in a viewport rectangle."""
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Where the selected tiles stand."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """A screen reader reads the tile that the keys come to."""
        # Not the list's, which tells of no row but the view itself.
        QAbstractItemView.currentChanged(self, current, previous)
        if QAccessible.isActive() and current.isValid() and self.hasFocus():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(current.row())
            QAccessible.updateAccessibility(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """As every item view; the list's would ask where its own layout has put them."""
        QAbstractItemView.selectionChanged(self, selected, deselected)

    def doItemsLayout(self) -> None:
        """Nothing: tiles stand where the subclass puts them, and it repaints what has changed."""

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Not as a list, which would move what lies over the tiles, too."""
        QAbstractScrollArea.scrollContentsBy(self, dx, dy)

    def updateGeometries(self) -> None:
        """Qt asks for this when the model changes; our scroll bars follow the layout instead."""

    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Nothing: whoever changes the model repaints what changed."""
