"""In the plan of rooms: time taken by what the reader does not see, and rooms whose times are not seen."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from praxidesk.engine.spans import Span, subtracted
from praxidesk.ui.calendar import unseen
from praxidesk.ui.calendar.items import Beside
from praxidesk.ui.calendar.rooms.layout import RoomsLayout, Row, TimeScale
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.time_axis import DayScale
from praxidesk.ui.calendar.unseen_paint import paint_not_known, paint_taken, veil
from praxidesk.ui.look.theme import Theme

_LEAST = 112
"""Pixels of free time that have room for words."""


def beside_rows(state: CalendarState, layout: RoomsLayout, scale: DayScale) -> Iterator[Beside]:
    """What of all rooms is to be read and pointed at beside their bars."""
    for row in layout.rows:
        actor, is_empty = row.room.actor, not row.bars
        for span in row.room.ground.unseen:
            yield Beside(
                _block(row, span, (layout.times, scale)),
                partial(unseen.taken_spoken, state, actor, span),
                partial(unseen.taken_tooltip, state, span),
            )
        if not row.room.is_known:
            for span in row.room.ground.open:
                yield Beside(
                    _whole(row, span, (layout.times, scale)),
                    partial(unseen.not_known_spoken, state, actor, span, is_empty=is_empty),
                    partial(unseen.not_known_tooltip, is_empty=is_empty),
                )


def paint_veil(painter: QPainter, theme: Theme, row: Row, where: tuple[TimeScale, DayScale]) -> None:
    """Under the lines: bookable time of which is not seen whether it is free."""
    if not row.room.is_known:
        for span in row.room.ground.open:
            painter.fillRect(_whole(row, span, where), veil(theme))


def paint_unseen(
    painter: QPainter, look: tuple[Theme, float], row: Row, where: tuple[TimeScale, DayScale]
) -> None:
    """Over the ground and under the bars.

    :param look: the theme and the device ratio
    """
    theme, ratio = look
    blocks = [_block(row, span, where) for span in row.room.ground.unseen]
    for block in blocks:
        paint_taken(painter, block, theme, ratio)
    if row.room.is_known:
        return
    covers = sorted(
        Span(each.left(), each.right() + 1) for each in (*blocks, *(QRect(*bar.box) for bar in row.bars))
    )
    for span in row.room.ground.open:
        whole = _whole(row, span, where)
        gaps = subtracted([Span(whole.left(), whole.right() + 1)], covers)
        gap = next((each for each in gaps if each.end - each.start >= _LEAST), None)
        if gap is not None:
            place = QRect(gap.start, row.bar_top, gap.end - gap.start, row.bar_height)
            paint_not_known(painter, place, theme, is_empty=not row.bars)


def _block(row: Row, span: Span, where: tuple[TimeScale, DayScale]) -> QRect:
    times, scale = where
    left, right = (times.x(scale.minute(at)) for at in span)
    return QRect(left + 1, row.bar_top, max(4, right - left) - 2, row.bar_height)


def _whole(row: Row, span: Span, where: tuple[TimeScale, DayScale]) -> QRect:
    """To the edge of the row where the day reaches there."""
    times, scale = where
    start, end = (scale.minute(at) for at in span)
    left = row.box.x if start < times.first else times.x(start)
    right = row.box.right if end > times.last else times.x(end)
    return QRect(left, row.box.y, max(0, right - left), row.box.height)
