"""The card that says why time is absent or shut; a reason that is long for its column takes two lines."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from praxidesk.ui.calendar.grid.layout import Column, GridLayout
from praxidesk.ui.calendar.ground import Ground, Notice
from praxidesk.ui.calendar.text_line import draw_line, elided, width_of, wrapped
from praxidesk.ui.look import icons
from praxidesk.ui.look.fonts import BASE, SECONDARY, SEMIBOLD, TextSize
from praxidesk.ui.look.theme import Theme

_MARGIN = 8
_LINE = 18
_SIGN = 21
"""Pixels that the symbol takes of the first line."""
_PAD_LEFT, _PAD_RIGHT, _PAD_HEIGHT = 8, 6, 8
_MOST_LINES = 2
_GAP = 4
"""Pixels between a card and the tile beside which it stands."""


@dataclass(frozen=True, slots=True)
class _Title:
    lines: tuple[str, ...]
    size: TextSize
    has_sign: bool


def card_rect(layout: GridLayout, column: Column, notice: Notice) -> QRect | None:
    """Where a notice's card stands, in contents coordinates; ``None`` where there is no room for it."""
    top, bottom = layout.metrics.y(notice.start), layout.metrics.y(notice.end)
    width = column.width - 2 * _MARGIN - 1
    lines = len(_title(notice, width).lines) + 1
    height = min(_LINE * lines + _PAD_HEIGHT, bottom - top - 4)
    if height < _LINE + 6:
        return None
    above = min(_MARGIN, (bottom - top - height) // 2)
    card = QRect(column.left + _MARGIN + 1, top + above, width, height)
    return _uncovered(layout, column, notice, card)


def _uncovered(layout: GridLayout, column: Column, notice: Notice, card: QRect) -> QRect:
    """The card where no tile hides it: entries that somebody's absence strands stay where they are.

    Just above, where the absence has begun by then; else in the first gap that is high enough.
    """
    tiles = [each.reach for each in column.tiles]
    begun = [each.start for each in column.ground.stretches if each.ground is notice.ground]
    earliest = layout.metrics.y(min([*begun, notice.start])) + _GAP
    latest = layout.metrics.y(notice.end) - _GAP
    first = min((each.top() for each in tiles if each.intersects(card)), default=card.bottom() + 1)
    tops = [card.top(), first - _GAP - card.height(), *(each.bottom() + 1 + _GAP for each in tiles)]
    for top in tops:
        moved = QRect(card.left(), top, card.width(), card.height())
        is_within = earliest <= moved.top() and moved.bottom() <= latest
        if (is_within or moved == card) and not any(each.intersects(moved) for each in tiles):
            return moved
    return card


def paint_card(painter: QPainter, card: QRect, notice: Notice, theme: Theme, ratio: float) -> None:
    """Symbol and reason, below how much of the day it is, as far as the card has lines."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.linestrong, 1))
    painter.setBrush(theme.chrome)
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.restore()
    title = _title(notice, card.width())
    line = QRect(card.left() + _PAD_LEFT, card.top() + 5, card.width() - _PAD_LEFT - _PAD_RIGHT, _LINE)
    if title.has_sign:
        name = icons.Icon.CALENDAR_OFF if notice.ground is Ground.ABSENT else icons.Icon.CALENDAR
        painter.drawPixmap(QPoint(line.left(), line.top() + 1), icons.pixmap(name, theme.text, 16, ratio))
    for text in title.lines:
        if line.bottom() > card.bottom():
            return
        room = line.adjusted(_SIGN if title.has_sign else 0, 0, 0, 0)
        draw_line(painter, text, room, title.size, theme.text, weight=SEMIBOLD)
        line = line.translated(0, _LINE)
    if line.bottom() <= card.bottom() + 2:
        draw_line(painter, elided(notice.detail, SECONDARY, line.width()), line, SECONDARY, theme.text2)


def _title(notice: Notice, width: int) -> _Title:
    """Beside the symbol if it fits there; else without it, in two lines, smaller before it is cut."""
    room, text = width - _PAD_LEFT - _PAD_RIGHT, notice.title
    if width_of(text, BASE, SEMIBOLD) <= room - _SIGN:
        return _Title((text,), BASE, has_sign=True)
    for size in (BASE, SECONDARY):
        longest = max((width_of(each, size, SEMIBOLD) for each in text.split()), default=0)
        lines = wrapped(text, size, room, SEMIBOLD)
        if longest <= room and len(lines) <= _MOST_LINES:
            return _Title(tuple(lines), size, has_sign=False)
    return _Title((elided(text, BASE, room - _SIGN, SEMIBOLD),), BASE, has_sign=True)
