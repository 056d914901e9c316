"""Words as they were typed, each above what it was read as: a row of framed cards that wraps."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from praxidesk.ui.look.fonts import BASE, MEDIUM, REGULAR, SEMIBOLD, SMALL
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme

HEIGHT = 64
_GAP = 8
_PAD = 10
_SIGN = 14
_RADIUS = 4
_LEAST, _MOST = 64, 230
_MOST_SPARE = 0.4
"""Of a row's width."""


class ChipLook(Enum):
    """How sure the reading is."""

    READ = "read"
    GUESS = "guess"
    """Typed a little otherwise, or one of several that fit; said with a question mark."""
    SILENT = "silent"
    """Nobody typed it: what is proposed instead, or a hint."""
    REFUSED = "refused"
    """Not heeded, and why."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One card."""

    typed: str
    meaning: str
    below: str = ""
    look: ChipLook = ChipLook.READ

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (f"{self.typed}: {self.meaning}", self.below) if part)


class ChipRow(QWidget):
    """Painted anew at every key; as high as its rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chips: tuple[Chip, ...] = ()
        self._rects: list[QRect] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these."""
        self._chips = tuple(chips)
        self.setAccessibleName("; ".join(each.spoken for each in chips))
        self._arrange()
        self.update()

    def chips(self) -> tuple[Chip, ...]:
        """What is shown."""
        return self._chips

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(0, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Draw them all."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for chip, rect in zip(self._chips, self._rects, strict=True):
            self._paint(painter, chip, rect)
        painter.end()

    def _arrange(self) -> None:
        rows: list[list[int]] = [[]]
        widths = [_width(chip) for chip in self._chips]
        room = max(self.width(), _MOST)
        for width in widths:
            taken = sum(rows[-1]) + _GAP * len(rows[-1])
            if rows[-1] and taken + width > room:
                rows.append([])
            rows[-1].append(width)
        self._rects = []
        for number, row in enumerate(rows):
            left = 0
            spare = self._spare(row)
            for place, width in enumerate(row):
                wider = width + spare * (place + 1) // len(row) - spare * place // len(row)
                self._rects.append(QRect(left, number * (HEIGHT + _GAP), wider, HEIGHT))
                left += wider + _GAP
        self.setFixedHeight(len(rows) * (HEIGHT + _GAP) - _GAP)

    def _spare(self, row: Sequence[int]) -> int:
        """Pixels that cards share so that their row ends with the field above; few cards stay narrow."""
        spare = self.width() - sum(row) - _GAP * (len(row) - 1)
        return spare if 0 < spare < _MOST_SPARE * self.width() else 0

    def _paint(self, painter: QPainter, chip: Chip, rect: QRect) -> None:
        theme = self._theme
        refused, silent = chip.look is ChipLook.REFUSED, chip.look is ChipLook.SILENT
        edge = theme.warn if refused else theme.linestrong
        pen = QPen(edge, 1, Qt.PenStyle.DashLine if refused or silent else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(theme.warnsoft if refused else theme.raised if silent else theme.chrome)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        inner = rect.adjusted(_PAD, 6, -_PAD, -6)
        typed: QColor = theme.warn if refused else theme.text2 if silent else theme.accent
        line = QRect(inner.left(), inner.top(), inner.width(), SMALL.line)
        if refused:
            at = QPoint(line.left(), line.top() + 1)
            painter.drawPixmap(at, pixmap(Icon.WARNING, theme.warn, _SIGN, self.devicePixelRatioF()))
            line.setLeft(line.left() + _SIGN + 4)
        _write(painter, line, chip.typed, typed, SMALL.font(MEDIUM if silent else SEMIBOLD))
        line = QRect(inner.left(), inner.top() + 17, inner.width(), BASE.line)
        mark = " ?" if chip.look is ChipLook.GUESS else ""
        _write(painter, line, chip.meaning + mark, theme.text, BASE.font(REGULAR if silent else SEMIBOLD))
        line = QRect(inner.left(), inner.top() + 36, inner.width(), SMALL.line)
        _write(painter, line, chip.below, theme.text2, SMALL.font())


def _write(painter: QPainter, rect: QRect, text: str, ink: QColor, font: QFont) -> None:
    painter.setPen(ink)
    painter.setFont(font)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _width(chip: Chip) -> int:
    small = QFontMetrics(SMALL.font(SEMIBOLD))
    sign = _SIGN + 4 if chip.look is ChipLook.REFUSED else 0
    widths = (
        small.horizontalAdvance(chip.typed) + sign,
        QFontMetrics(BASE.font(SEMIBOLD)).horizontalAdvance(chip.meaning + " ?"),
        QFontMetrics(SMALL.font()).horizontalAdvance(chip.below),
    )
    return max(_LEAST, min(_MOST, max(widths) + 2 * _PAD + 4))
