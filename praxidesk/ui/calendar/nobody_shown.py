"""What a calendar says that shows nobody: an empty grid would look like free time."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPen

from praxidesk.ui.calendar.text_line import Flush, draw_line, width_of, wrapped
from praxidesk.ui.look.fonts import BASE, HEADING, SEMIBOLD
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme

translate = QCoreApplication.translate

_WIDEST = 420
_PADDING = 20
_SIGN = 24
_LINE = 20


def paint_nobody(painter: QPainter, window: QRect, theme: Theme, ratio: float) -> None:
    """A card in the middle of the window, in its coordinates."""
    title = translate("nobody", "Nobody is chosen")
    said = translate("nobody", "Tick in the left panel whom the calendar shall show.")
    room = min(_WIDEST, window.width() - 24) - 2 * _PADDING
    lines = wrapped(said, BASE, room)
    width = max(width_of(title, HEADING, SEMIBOLD), *(width_of(each, BASE) for each in lines))
    size = QSize(width + 2 * _PADDING, 2 * _PADDING + _SIGN + 12 + 24 + _LINE * len(lines))
    card = QRect(QPoint(0, 0), size)
    card.moveCenter(window.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.linestrong, 1))
    painter.setBrush(theme.raised)
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.restore()
    sign = pixmap(Icon.USERS, theme.text3, _SIGN, ratio)
    painter.drawPixmap(QPoint(card.center().x() - _SIGN // 2, card.top() + _PADDING), sign)
    line = QRect(card.left() + _PADDING, card.top() + _PADDING + _SIGN + 12, width, 24)
    draw_line(painter, title, line, HEADING, theme.text, weight=SEMIBOLD, flush=Flush.CENTRE)
    line = QRect(line.left(), line.bottom() + 1, width, _LINE)
    for text in lines:
        draw_line(painter, text, line, BASE, theme.text2, flush=Flush.CENTRE)
        line = line.translated(0, _LINE)
