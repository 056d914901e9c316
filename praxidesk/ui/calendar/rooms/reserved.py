"""Time of a room that is kept for some: what no bar has taken of it is framed, with a lock and its name."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from praxidesk.ui.calendar.rooms.layout import Row
from praxidesk.ui.calendar.text_line import draw_line, first_fitting
from praxidesk.ui.look.fonts import SECONDARY
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.wording.shortened import shortened

_LEAST = 14
"""Narrower than this it is no place for anything."""


def paint_reserved(painter: QPainter, theme: Theme, row: Row, edges: tuple[int, int], name: str) -> None:
    """Frame what is left of it between these edges, in pixels."""
    pen = QPen(theme.control, 1)
    pen.setDashPattern([3, 3])
    for left, right in _free(row, *edges):
        rect = QRect(left + 1, row.bar_top, right - left - 2, row.bar_height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(theme.canvas)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line = QRect(rect.x() + 8, rect.y() + 5, rect.width() - 14, 18)
        if line.width() < 16:
            continue
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(line.x(), line.y() + 2, pixmap(Icon.LOCK, theme.text2, 14, ratio))
        line.setLeft(line.x() + 20)
        draw_line(
            painter, first_fitting(shortened(name), SECONDARY, line.width()), line, SECONDARY, theme.text2
        )


def _free(row: Row, left: int, right: int) -> Iterator[tuple[int, int]]:
    """What no bar lies over, from left to right."""
    at = left
    for box in sorted(bar.box for bar in row.bars):
        if box.x - at >= _LEAST and box.x <= right:
            yield at, box.x - 1
        at = max(at, box.right + 1)
    if right - at >= _LEAST:
        yield at, right
