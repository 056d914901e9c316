"""In the time grid: time taken by what the reader does not see, and columns whose times are not seen."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from praxidesk.engine.spans import Span, merged, subtracted
from praxidesk.ui.calendar import unseen
from praxidesk.ui.calendar.grid.layout import Column, GridLayout, Metrics, tile_box
from praxidesk.ui.calendar.items import Beside
from praxidesk.ui.calendar.lanes import Lane
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.unseen_paint import (
    ONE_LINE,
    TWO_LINES,
    not_known_plates,
    paint_not_known,
    paint_taken,
    taken_plates,
    veil,
)
from praxidesk.ui.look.theme import Theme

_ALONE = Lane(0, 1, 1)


def beside_column(state: CalendarState, column: Column, metrics: Metrics) -> tuple[Beside, ...]:
    """What of a column is to be read and pointed at beside its tiles."""
    found = [
        Beside(
            _block(column, span, metrics),
            partial(unseen.taken_spoken, state, column.actor, span),
            partial(unseen.taken_tooltip, state, span),
        )
        for span in column.ground.unseen
    ]
    if not column.is_known:
        is_empty = not column.tiles
        found += [
            Beside(
                _whole(column, span, metrics),
                partial(unseen.not_known_spoken, state, column.actor, span, is_empty=is_empty),
                partial(unseen.not_known_tooltip, is_empty=is_empty),
            )
            for span in column.ground.open
        ]
    return tuple(found)


def paint_veil(painter: QPainter, layout: GridLayout, column: Column, theme: Theme) -> None:
    """Under the lines: bookable time of which is not seen whether it is free."""
    if not column.is_known:
        for span in column.ground.open:
            painter.fillRect(_whole(column, span, layout.metrics), veil(theme))


def paint_unseen(
    painter: QPainter, layout: GridLayout, column: Column, area: QRect, look: tuple[Theme, float]
) -> None:
    """Over the lines and under the tiles.

    :param look: the theme and the device ratio
    """
    theme, ratio = look
    for span in column.ground.unseen:
        rect = _block(column, span, layout.metrics)
        if rect.intersects(area):
            paint_taken(painter, rect, theme, ratio)
    if not column.is_known:
        for rect in _free_of_tiles(layout, column):
            if rect.intersects(area):
                paint_not_known(painter, rect, theme, is_empty=not column.tiles)


def written(layout: GridLayout, column: Column) -> list[QRect]:
    """Where ``paint_unseen`` writes words, which the line of now breaks around."""
    if not column.beside:
        return []
    plates = [
        plate for span in column.ground.unseen for plate in taken_plates(_block(column, span, layout.metrics))
    ]
    if not column.is_known:
        is_empty = not column.tiles
        for rect in _free_of_tiles(layout, column):
            plates += not_known_plates(rect, is_empty=is_empty)
    return [plate.rect for plate in plates]


def _free_of_tiles(layout: GridLayout, column: Column) -> Iterator[QRect]:
    """Of each stretch of bookable time the first gap with room for two lines, else for one."""
    covers = [Span(*each.rows) for each in column.tiles]
    for span in column.ground.unseen:
        block = _block(column, span, layout.metrics)
        covers.append(Span(block.top(), block.bottom() + 1))
    taken = merged(covers)
    for span in column.ground.open:
        rect = _whole(column, span, layout.metrics)
        gaps = subtracted([Span(rect.top(), rect.bottom() + 1)], taken)
        for least in (TWO_LINES, ONE_LINE):
            fitting = next((gap for gap in gaps if gap.end - gap.start >= least), None)
            if fitting is not None:
                yield QRect(rect.left(), fitting.start, rect.width(), fitting.end - fitting.start)
                break


def _block(column: Column, span: Span, metrics: Metrics) -> QRect:
    start, end = column.scale.minute(span.start), column.scale.minute(span.end)
    return QRect(*tile_box(column.left, column.width, _ALONE, (start, max(start + 1, end)), metrics))


def _whole(column: Column, span: Span, metrics: Metrics) -> QRect:
    top, bottom = (metrics.y(column.scale.minute(at)) for at in span)
    return QRect(column.left, top, column.width, bottom - top)
