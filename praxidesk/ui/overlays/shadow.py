"""The one shadow of the look: under cards and toasts, nowhere else."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from praxidesk.ui.look.theme import Theme

DROP = 6
_STEP = 2
_LAYERS = 9


def paint_shadow(painter: QPainter, card: QRectF, theme: Theme, radius: float, spread: int = 16) -> None:
    """Below a card that is painted afterwards; reaches ``spread`` pixels around it, and lower by the drop."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shadow = QColor(theme.shadow)
    shadow.setAlphaF(shadow.alphaF() / _LAYERS)
    painter.setBrush(shadow)
    under = card.translated(0, DROP)
    for grown in range(-_STEP, spread, _STEP):
        rounded = radius + max(0, grown)
        painter.drawRoundedRect(under.adjusted(-grown, -grown, grown, grown), rounded, rounded)
