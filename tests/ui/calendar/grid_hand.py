"""A hand for tests of the time grid: points at times and drags, with real events."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from praxidesk.engine.vocabulary import ActorId, EntryId
from praxidesk.ui.calendar.grid.time_grid import TimeGrid
from tests.ui.calendar.small_day import minute

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Hand:
    """Points into one view."""

    def __init__(self, view: TimeGrid) -> None:
        self._view = view

    def at(self, actor: ActorId, time: str, day: int = 0) -> QPoint:
        """The middle of a column, two pixels into a time, in the viewport."""
        layout = self._view._layout
        assert layout is not None
        column = next(each for each in layout.columns if each.actor == actor and each.day == day)
        y = layout.metrics.y(minute(time)) - self._view.verticalOffset() + 2
        return QPoint(column.left + column.width // 2 - self._view.horizontalOffset(), y)

    def tile(self, entry: EntryId, number: int = 0) -> QRect:
        """Where an entry's tile stands in the viewport."""
        layout = self._view._layout
        assert layout is not None
        return layout.by_entry[entry][number].rect.translated(-self._view._offset())

    def click(self, point: QPoint, button: Qt.MouseButton = LEFT) -> None:
        QTest.mouseClick(self._view.viewport(), button, pos=point)

    def press(self, point: QPoint) -> None:
        QTest.mousePress(self._view.viewport(), LEFT, pos=point)

    def move(self, *points: QPoint) -> None:
        for point in points:
            QTest.mouseMove(self._view.viewport(), point)

    def hover(self, *points: QPoint) -> None:
        """Move with no button down, which ``QTest.mouseMove`` does not after a double click of any test."""
        port = self._view.viewport()
        for point in map(QPointF, points):
            none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
            moved = QMouseEvent(QEvent.Type.MouseMove, point, port.mapToGlobal(point), none, none, keys)
            QApplication.sendEvent(port, moved)

    def release(self, point: QPoint) -> None:
        QTest.mouseRelease(self._view.viewport(), LEFT, pos=point)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Press, pull over in steps, let go."""
        self.press(start)
        self.move(*(start + (end - start) * step / 8 for step in range(1, 9)))
        self.release(end)

    def key(self, key: Qt.Key, times: int = 1, shift: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for _ in range(times):
            QTest.keyClick(self._view, key, modifier)
