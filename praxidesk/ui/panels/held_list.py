"""Cards of parked or waiting entries: taken with the mouse, by arrows and Enter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from praxidesk.engine.vocabulary import Colour, EntryId
from praxidesk.ui.look.fonts import BASE, SECONDARY, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.text import plain_tooltip

_OWN_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Down)
_CARD, _LINE, _GAP = 42, 40, 4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One entry in two lines."""

    entry: EntryId
    name: str
    about: str
    beside: str
    """At the right: when it stands, or how long it waits."""
    hint: str
    colour: Colour | None = None
    """Of a card; ``None`` for a plain line."""


@dataclass(frozen=True, slots=True)
class Carried:
    """An entry is pulled over the screen."""

    entry: EntryId
    at: QPoint
    """In coordinates of the screen."""


class HeldList(QWidget):
    """Enter takes an entry in hand, Del takes it out; pulling it carries it into the calendar."""

    taken = Signal(object)
    """``EntryId``."""
    removed = Signal(object)
    """``EntryId``."""
    carried = Signal(object)
    """``Carried``."""
    dropped = Signal(object)
    """``Carried``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: Sequence[HeldLine] = ()
        self._current = 0
        self._pressed: tuple[QPoint, HeldLine] | None = None
        self._carries = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[HeldLine]) -> None:
        """Show these."""
        self._lines = lines
        self._current = min(self._current, max(0, len(lines) - 1))
        self.setVisible(bool(lines))
        self._describe()
        self.updateGeometry()
        self.update()

    def lines(self) -> Sequence[HeldLine]:
        """What is shown."""
        return self._lines

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def rect_of(self, index: int) -> QRect:
        """Where a line stands."""
        height = _CARD if self._lines[index].colour is not None else _LINE
        return QRect(0, index * (height + _GAP), self.width(), height)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(200, self.rect_of(len(self._lines) - 1).bottom() + 1 if self._lines else 0)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go, Enter takes, Del takes out."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._lines:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._current = min(len(self._lines) - 1, max(0, self._current + step))
            self._describe()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._lines:
            self.taken.emit(self._lines[self._current].entry)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._lines:
            self.removed.emit(self._lines[self._current].entry)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Its own keys are no shortcuts of the window; tooltips say what has no room."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            line = self._line_at(event.pos())
            text = f"{line.name}\n{line.about}\n{line.hint}" if line is not None else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click is nothing yet; pulling carries, a double click takes."""
        line = self._line_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and line is not None:
            self._current = self._lines.index(line)
            self._pressed = (event.position().toPoint(), line)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry what was pressed on."""
        if self._pressed is None:
            return
        start, line = self._pressed
        far = (event.position().toPoint() - start).manhattanLength()
        if self._carries or far >= QApplication.startDragDistance():
            self._carries = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.carried.emit(Carried(line.entry, event.globalPosition().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down where it is."""
        pressed, carries = self._pressed, self._carries
        self._pressed, self._carries = None, False
        self.unsetCursor()
        if pressed is not None and carries:
            self.dropped.emit(Carried(pressed[1].entry, event.globalPosition().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take it in hand."""
        line = self._line_at(event.position().toPoint())
        if line is not None:
            self.taken.emit(line.entry)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Every line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, line in enumerate(self._lines):
            self._paint_line(painter, self.rect_of(index), line, index)
        painter.end()

    def _paint_line(self, painter: QPainter, rect: QRect, line: HeldLine, index: int) -> None:
        theme, inner = self._theme, rect
        if line.colour is not None:
            look = theme.types[line.colour]
            painter.setPen(QPen(look.outline, 1))
            painter.setBrush(look.tint)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.fillRect(rect.left(), rect.top() + 1, 4, rect.height() - 2, look.edge)
            inner = rect.adjusted(9, 3, -6, -3)
        first = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        second = first.translated(0, inner.height() // 2)
        beside = second if line.colour is not None else first
        width = QFontMetrics(SECONDARY.font()).horizontalAdvance(line.beside) + 8
        rooms = [first, second]
        rooms[beside is second] = beside.adjusted(0, 0, -width, 0)
        self._text(painter, rooms[0], line.name, BASE.font(SEMIBOLD), theme.text.name())
        self._text(painter, rooms[1], line.about, SECONDARY.font(), theme.text2.name())
        painter.setPen(theme.text2)
        painter.setFont(SECONDARY.font())
        painter.drawText(beside, _RIGHT, line.beside)
        if self.hasFocus() and index == self._current:
            painter.setPen(QPen(theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3)

    @staticmethod
    def _text(painter: QPainter, room: QRect, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)

    def _line_at(self, at: QPoint) -> HeldLine | None:
        return next(
            (each for place, each in enumerate(self._lines) if self.rect_of(place).contains(at)), None
        )

    def _describe(self) -> None:
        line = self._lines[self._current] if self._lines else None
        said = f"{line.name}, {line.about}, {line.beside}. {line.hint}" if line is not None else ""
        self.setAccessibleDescription(said)
