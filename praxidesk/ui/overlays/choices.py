"""Lines to choose one of: proposals, alternatives, people found, commands.

Painted, not built of widgets: a search repaints on every key.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from praxidesk.ui.controls.key_cap import cap_width, paint_cap
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme

_PAD = 12
_RADIUS = 4
_SIGN = 16
_BETWEEN = " · "
_CAP_GAP = 6


class CellLook(Enum):
    """How one cell of a line is written."""

    PLAIN = "plain"
    STRONG = "strong"
    """The chosen time: larger and bold."""
    NAME = "name"
    """Bold in the base size."""
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line that begins at a fixed place, so that lines align."""

    text: str
    left: int
    """Pixels from the line's start; negative from its end, right aligned."""
    look: CellLook = CellLook.PLAIN
    below: str = ""
    """A second, smaller line."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line."""

    cells: tuple[Cell, ...]
    key: str = ""
    """A cap at its start."""
    end_keys: tuple[str, ...] = ()
    """Caps at its end."""
    name: str = ""
    """For screen readers; empty: its cells."""
    sign: Icon | None = None
    """A symbol at its start, instead of a cap."""
    tone: str = "text2"
    """The theme's colour of the symbol."""
    is_off: bool = False
    """Cannot be taken now: all of it is written quietly."""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return self.name or " ".join(each.text for each in self.cells if each.text)


class Choices(QWidget):
    """Arrow keys move, Enter and a click take."""

    moved = Signal(object)
    """``int``: another line is current, by hand."""
    taken = Signal(object)
    """``int``: this line is meant."""

    def __init__(self, theme: Theme, height: int, *, framed: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._height = height
        self._framed = framed
        self._gap = 6 if framed else 0
        self._lines: tuple[Choice, ...] = ()
        self._current = -1
        self._hovered = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def show_lines(self, lines: Sequence[Choice], current: int = -1) -> None:
        """Show these, with one of them current or none; tells nobody."""
        self._lines = tuple(lines)
        self._current = current if current < len(self._lines) else -1
        self._hovered = -1
        self._speak()
        self.updateGeometry()
        self.update()

    def lines(self) -> tuple[Choice, ...]:
        """What is shown."""
        return self._lines

    def current(self) -> int:
        """The place of the current line, or -1."""
        return self._current

    def make_current(self, index: int) -> None:
        """Move to a line, and tell."""
        if self._lines and index != self._current:
            self._current = max(0, min(index, len(self._lines) - 1))
            self._speak()
            self.update()
            self.moved.emit(self._current)

    def step(self, by: int) -> None:
        """Move up or down; from nowhere to the first or last."""
        if self._lines:
            start = self._current if self._current >= 0 else (-1 if by > 0 else len(self._lines))
            self.make_current(max(0, min(start + by, len(self._lines) - 1)))

    def rect_of(self, index: int) -> QRect:
        """Where a line stands."""
        return QRect(0, index * (self._height + self._gap), self.width(), self._height)

    def sizeHint(self) -> QSize:
        """All lines."""
        count = len(self._lines)
        return QSize(240, count * self._height + max(0, count - 1) * self._gap)

    def minimumSizeHint(self) -> QSize:
        """All lines."""
        return QSize(0, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Enter; the rest is the sheet's."""
        match event.key():
            case Qt.Key.Key_Up:
                self.step(-1)
            case Qt.Key.Key_Down:
                self.step(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._current >= 0 and not event.modifiers():
                self.taken.emit(self._current)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the line."""
        index = self._index_at(event.position().toPoint())
        if index >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.make_current(index)
            self.taken.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the line under the pointer."""
        self._hover(self._index_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002 (Qt's)
        """None is under the pointer."""
        self._hover(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is to be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, line in enumerate(self._lines):
            rect = self.rect_of(index)
            if rect.intersects(event.rect()):
                self._paint_line(painter, rect, line, index)
        painter.end()

    def _paint_line(self, painter: QPainter, rect: QRect, line: Choice, index: int) -> None:
        theme, chosen = self._theme, index == self._current and self.isEnabled()
        bar = theme.pressed if line.is_off else theme.accent
        ground = bar if chosen else theme.hover if index == self._hovered else theme.raised
        frame = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(ground)
        if chosen and self.hasFocus():
            painter.setPen(QPen(theme.focus, 2))
            frame.adjust(0.5, 0.5, -0.5, -0.5)
        elif self._framed:
            painter.setPen(QPen(theme.accent if chosen else theme.linestrong, 1))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        if self._framed or chosen or index == self._hovered:
            painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        text = theme.onaccent if chosen else theme.text if self.isEnabled() else theme.disabled
        quiet = theme.onaccent if chosen else theme.text2 if self.isEnabled() else theme.disabled
        if line.is_off:
            text = quiet = theme.text2 if chosen else theme.text3
        start = rect.left() + _PAD
        if line.key:
            width = cap_width(line.key)
            rim = theme.onaccent if chosen else theme.linestrong
            paint_cap(painter, QPoint(start + width, rect.center().y()), line.key, quiet, rim)
        if line.sign is not None:
            tint: QColor = quiet if line.is_off else theme.onaccent if chosen else getattr(theme, line.tone)
            picture = pixmap(line.sign, tint, _SIGN, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(start, rect.center().y() - _SIGN // 2 + 1), picture)
        end = rect.right() - _PAD
        for key in reversed(line.end_keys):
            rim = theme.onaccent if chosen and not line.is_off else theme.linestrong
            end = paint_cap(painter, QPoint(end, rect.center().y()), key, quiet, rim).left() - _CAP_GAP
        if line.end_keys:
            rect = QRect(rect.topLeft(), QPoint(end + _PAD - _CAP_GAP, rect.bottom()))
        ends = [each.left for each in line.cells if each.left >= 0]
        at_end = max((_width(each) + 2 * _PAD for each in line.cells if each.left < 0), default=0)
        ends.append(rect.width() - 2 * _PAD - at_end + 8)
        for cell in line.cells:
            self._paint_cell(painter, rect, cell, ends, text if cell.look is not CellLook.QUIET else quiet)

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell, starts: list[int], ink: QColor) -> None:
        painter.setPen(ink)
        painter.setFont(_font(cell.look))
        metrics = painter.fontMetrics()
        space = rect.adjusted(_PAD, 0, -_PAD, 0)
        align = Qt.AlignmentFlag.AlignVCenter
        if cell.left < 0:
            align |= Qt.AlignmentFlag.AlignRight
        else:
            left = rect.left() + _PAD + cell.left
            later = [each for each in starts if each > cell.left]
            right = rect.left() + _PAD + min(later) - 8 if later else space.right()
            space = QRect(left, rect.top(), right - left, rect.height())
        upper = space
        if cell.below:
            upper = QRect(space.left(), space.top() + 4, space.width(), (space.height() - 8) // 2)
            lower = upper.translated(0, upper.height())
        painter.drawText(upper, align, shortened(cell.text, metrics, upper.width()))
        if cell.below:
            painter.setFont(SECONDARY.font())
            painter.drawText(lower, align, shortened(cell.below, painter.fontMetrics(), lower.width()))

    def _index_at(self, at: QPoint) -> int:
        return next((index for index in range(len(self._lines)) if self.rect_of(index).contains(at)), -1)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def _speak(self) -> None:
        if self._current >= 0:
            self.setAccessibleName(self._lines[self._current].spoken)


def shortened(text: str, metrics: QFontMetrics, width: int) -> str:
    """As much of a text as fits; of a list, whole parts."""
    parts = text.split(_BETWEEN)
    while len(parts) > 1 and metrics.horizontalAdvance(text) > width:
        del parts[-1]
        text = _BETWEEN.join((*parts, "…"))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _width(cell: Cell) -> int:
    return QFontMetrics(_font(cell.look)).horizontalAdvance(cell.text)


def _font(look: CellLook) -> QFont:
    if look is CellLook.STRONG:
        return HEADING.font(SEMIBOLD)
    return BASE.font(SEMIBOLD if look is CellLook.NAME else REGULAR)
