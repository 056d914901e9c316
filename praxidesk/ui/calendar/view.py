"""The base of every calendar view: an item view that paints from values and a layout of its own.

A subclass arranges tiles once per change (``_arrange``) and paints them (``paintEvent``); selection,
item model, scrolling and signals are here. All rectangles it hands over are contents coordinates:
``_to_viewport`` and ``_to_contents`` convert.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QFrame, QWidget

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.items import CalendarItems, Item
from praxidesk.ui.calendar.state import CalendarState, MenuWanted, Place
from praxidesk.ui.theme import Theme, ThemeName, theme

_Flag = QItemSelectionModel.SelectionFlag


class CalendarView(QAbstractItemView):
    """A view of entries, one of which may be selected."""

    selected_changed = Signal(object)
    """``EntryId | None``."""
    opened = Signal(object)
    """``EntryId``: double-clicked, or Enter on it."""
    booking_wanted = Signal(object)
    """``Place``."""
    move_wanted = Signal(object)
    """``MoveWanted``."""
    day_wanted = Signal(object)
    """``date``."""
    menu_wanted = Signal(object)
    """``MenuWanted``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: CalendarState | None = None
        self._theme = theme(ThemeName.LIGHT)
        self._chosen: EntryId | None = None
        self._shown_selection: EntryId | None = None
        self._items = CalendarItems(self)
        self.setModel(self._items)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    # What the window calls

    def set_state(self, state: CalendarState) -> None:
        """Show this from now on; selection and scroll stay."""
        before, self._state = self._state, state
        self._state_set(before)
        self._relayout()

    def set_theme(self, theme: Theme) -> None:
        """Paint with these colours from now on."""
        self._theme = theme
        self._theme_set()
        self.viewport().update()

    def selected(self) -> EntryId | None:
        """The selected entry, as long as it is shown."""
        return self._shown_selection

    def select(self, entry: EntryId | None) -> None:
        """Select an entry or none; one that is not here yet is selected when it comes."""
        self._chosen = entry
        self._follow_selection()

    def chosen_place(self) -> Place | None:
        """The free time under the cursor, for a booking by key; views without a cursor have none."""
        return None

    def begin_move(self) -> None:
        """Start moving the selected entry by keyboard; views without moving do nothing."""

    def zoom_in(self) -> None:
        """Show less, larger; views without zoom do nothing."""

    def zoom_out(self) -> None:
        """Show more, smaller."""

    def zoom_day(self) -> None:
        """Fit a whole day into the window."""

    # What a subclass provides

    def _arrange(self) -> Sequence[Item]:
        """All tiles of the present state at the present size, in reading order."""
        raise NotImplementedError

    def _contents_size(self) -> QSize:
        """Size of everything, scrolled or not; asked after ``_arrange``."""
        return self.viewport().size()

    def _place_at(self, at: QPoint) -> Place | None:  # noqa: ARG002 (for subclasses)
        """The time pointed at, in contents coordinates; ``None`` where there is none."""
        return None

    def _state_set(self, before: CalendarState | None) -> None:
        """The state was replaced; the layout follows."""

    def _theme_set(self) -> None:
        """The theme was replaced."""

    def _selection_set(self, before: EntryId | None) -> None:  # noqa: ARG002 (for subclasses)
        """Another entry is selected; repaint both."""
        self.viewport().update()

    # For subclasses

    def _relayout(self) -> None:
        """Arrange anew, and repaint all; the selection stays."""
        if self._state is None:
            return
        self._items.replace(self._arrange())
        self._size_scroll_bars()
        self._follow_selection()
        self._update_after_layout()

    def _update_after_layout(self) -> None:
        """Repaint; a subclass may know that less changed."""
        self.viewport().update()

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalOffset(), self.verticalOffset())

    def _to_contents(self, at: QPoint) -> QPoint:
        return at + self._offset()

    def _to_viewport(self, rect: QRect) -> QRect:
        return rect.translated(-self._offset())

    def _item_at(self, at: QPoint) -> Item | None:
        """The topmost tile there, in contents coordinates."""
        return next((each for each in reversed(self._items.items) if each.rect.contains(at)), None)

    def _follow_selection(self) -> None:
        """Make Qt's current item and ``selected`` agree with the chosen entry, and tell if it changed."""
        row = self._items.row_of(self._chosen)
        model = self.selectionModel()
        if row < 0:
            model.clear()
        elif self._items.items[row].entry != self._entry_of(model.currentIndex()):
            model.setCurrentIndex(self._items.index(row), _Flag.ClearAndSelect)
        now = self._chosen if row >= 0 else None
        if now != self._shown_selection:
            before, self._shown_selection = self._shown_selection, now
            self._selection_set(before)
            self.selected_changed.emit(now)

    def _entry_of(self, index: QModelIndex | QPersistentModelIndex) -> EntryId | None:
        if index.isValid() and index.row() < len(self._items.items):
            return self._items.items[index.row()].entry
        return None

    def _size_scroll_bars(self) -> None:
        size, page = self._contents_size(), self.viewport().size()
        for bar, length, visible in (
            (self.horizontalScrollBar(), size.width(), page.width()),
            (self.verticalScrollBar(), size.height(), page.height()),
        ):
            bar.setRange(0, max(0, length - visible))
            bar.setPageStep(visible)
            bar.setSingleStep(24)

    # Events

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Qt's own ways of moving the current item (a screen reader, a test) select too."""
        super().currentChanged(current, previous)
        if current.isValid() and self._entry_of(current) != self._chosen:
            self.select(self._entry_of(current))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Not the item view's: that would make the first tile current, and so select it."""
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Repaint, because focus is shown."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is there."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            item = self._item_at(self._to_contents(event.position().toPoint()))
            self.select(item.entry if item else None)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing: Qt's own rubber band and dragging have no place here."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing, as with moving."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the entry, or book the time."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = self._to_contents(event.position().toPoint())
        if item := self._item_at(at):
            self.opened.emit(item.entry)
        elif place := self._place_at(at):
            self.booking_wanted.emit(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu, by mouse where it points, by key at the selected tile."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            at = self._to_contents(self.viewport().mapFromGlobal(event.globalPos()))
            item = self._item_at(at)
            self.menu_wanted.emit(
                MenuWanted(item.entry if item else None, self._place_at(at), event.globalPos())
            )
        else:
            shown = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(
                MenuWanted(self._shown_selection, None, self.viewport().mapToGlobal(shown.center()))
            )
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new size."""
        super().resizeEvent(event)
        self._relayout()

    def changeEvent(self, event: QEvent) -> None:
        """Another language words the tiles anew."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._relayout()

    # QAbstractItemView's own questions

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The tile at a viewport point."""
        item = self._item_at(self._to_contents(point))
        return self._items.index(self._items.items.index(item)) if item else QModelIndex()

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where a tile stands in the viewport; empty for none."""
        if not index.isValid() or index.row() >= len(self._items.items):
            return QRect()
        return self._to_viewport(self._items.items[index.row()].rect)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,  # noqa: ARG002 (Qt's)
    ) -> None:
        """Bring a tile into view."""
        if index.isValid() and index.row() < len(self._items.items):
            self._show_rect(self._items.items[index.row()].rect)

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

    def updateGeometries(self) -> None:
        """Qt asks for this when the model changes; our scroll bars follow the layout instead."""

    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Nothing: whoever changes the model repaints what changed."""
