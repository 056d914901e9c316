"""The rows of the legend: a colour and a name each; a click or Space shows only what is so."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from praxidesk.engine.vocabulary import Colour
from praxidesk.ui.controls.swatch import SIDE, paint_swatch
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme

translate = QCoreApplication.translate

_ROW = 21
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TOGGLES = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One colour."""

    id: int
    colour: Colour
    name: str


class LegendRows(QWidget):
    """Painted; what the filter asks for is bold with a tick, the rest is quiet then."""

    toggled = Signal(object)
    """``int``: the id of a row."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[LegendRow, ...] = ()
        self._asked: frozenset[int] = frozenset()
        self._current = 0
        self._hovered = -1
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def show_rows(self, rows: tuple[LegendRow, ...], asked: frozenset[int]) -> None:
        """Show these; those asked for by the filter are marked."""
        is_taller = len(rows) != len(self._rows)
        self._rows, self._asked = rows, asked
        self._current = min(self._current, max(0, len(rows) - 1))
        if is_taller:
            self.updateGeometry()
        self._say()

    def sizeHint(self) -> QSize:
        """One line each."""
        return QSize(120, _ROW * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        """All of them."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shortened names change with the width."""
        super().resizeEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from row to row, Space filters."""
        key = Qt.Key(event.key())
        if key in _KEYS and 0 <= self._current + _KEYS[key] < len(self._rows):
            self._current += _KEYS[key]
            self._say()
        elif key in _TOGGLES and self._rows:
            self.toggled.emit(self._rows[self._current].id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Filter by the row."""
        row = self._row_at(event)
        if row >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._current = row
            self.toggled.emit(self._rows[row].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the row under the pointer."""
        self._hover(self._row_at(event))

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002 (Qt's)
        """None is under the pointer."""
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say which row has the keys."""
        super().focusInEvent(event)
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Draw the rows."""
        painter, theme = QPainter(self), self._theme
        for index, row in enumerate(self._rows):
            box = QRect(0, index * _ROW, self.width(), _ROW)
            if index == self._hovered:
                painter.fillRect(box, theme.hover)
            paint_swatch(
                painter, QRect(0, box.top() + (_ROW - SIDE) // 2, SIDE, SIDE), theme.types[row.colour]
            )
            is_asked = row.id in self._asked
            painter.setFont(BASE.font(SEMIBOLD if is_asked else REGULAR))
            painter.setPen(theme.text if is_asked else theme.text3 if self._asked else theme.text2)
            room = box.adjusted(SIDE + 8, 0, -20 if is_asked else 0, 0)
            shown = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            if is_asked:
                tick = pixmap(Icon.FILTER, theme.accent, 14, self.devicePixelRatioF())
                painter.drawPixmap(box.right() - 15, box.top() + (_ROW - 14) // 2, tick)
            if self.hasFocus() and index == self._current:
                painter.setPen(QPen(theme.focus, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def _say(self) -> None:
        if self._rows:
            row = self._rows[self._current]
            asked = row.id in self._asked
            words = translate("legend", "{name}, filtered for") if asked else "{name}"
            self.setAccessibleName(words.format(name=row.name))
        self.update()

    def _row_at(self, event: QMouseEvent) -> int:
        row = int(event.position().y()) // _ROW
        return row if 0 <= row < len(self._rows) else -1

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.update()
