"""The ruler on top of an operation's bar: each phase has a pattern, none a colour of its own."""

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QTransform

from praxidesk.engine.vocabulary import Phase


def paint_phase(
    painter: QPainter, phase: Phase, rect: QRect, ink: QColor, ratio: float, *, grow: float = 1.0
) -> None:
    """A stretch of the ruler: set-up slanted, surgery solid, closing upright; ``grow`` times as large."""
    if phase is Phase.SURGERY:
        painter.fillRect(rect, ink)
    elif phase in {Phase.SETUP, Phase.CLOSING}:
        brush = QBrush(_stripes(phase is Phase.SETUP, ink.rgba(), ratio))
        if grow != 1.0:
            brush.setTransform(QTransform.fromScale(grow, grow))
        painter.fillRect(rect, brush)


@cache
def _stripes(slanted: bool, ink: int, ratio: float) -> QPixmap:
    distance = 8 if slanted else 4
    side = round(distance * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if slanted:
        painter.setPen(QPen(QColor.fromRgba(ink), 2.6 * ratio))
        for shift in (-side, 0, side):
            painter.drawLine(QPointF(shift - side, 2 * side), QPointF(shift + 2 * side, -side))
    else:
        painter.fillRect(QRectF(0, 0, side / 2, side), QColor.fromRgba(ink))
    painter.end()
    picture.setDevicePixelRatio(side / distance)
    return picture
