"""The line of now: over tiles, but broken around their text."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QRegion

from praxidesk.ui.calendar.grid_layout import Column, GridLayout
from praxidesk.ui.calendar.grid_paint import columns_in
from praxidesk.ui.calendar.tile_paint import fitted
from praxidesk.ui.theme import Theme

_BOLD = 2
_HALO = 1


def now_minute(layout: GridLayout, now: int) -> int | None:
    """Axis minute of now, where one of the days is today."""
    for scale in layout.axis.days:
        if scale.span.start <= now < scale.span.end:
            return scale.minute(now)
    return None


def paint_now(painter: QPainter, layout: GridLayout, area: QRect, now: int, theme: Theme) -> None:
    """Bold through today's columns, thin through those of other days; nothing in other weeks."""
    minute = now_minute(layout, now)
    if minute is None:
        return
    y = layout.metrics.y(minute)
    if not area.top() - _BOLD <= y <= area.bottom() + _BOLD:
        return
    thin = theme.now.toRgb()
    thin.setAlphaF(0.35)
    for column in columns_in(layout, area):
        is_today = column.scale.span.start <= now < column.scale.span.end
        line = (
            QRect(column.left, y - 1, column.width, _BOLD)
            if is_today
            else QRect(column.left, y, column.width, 1)
        )
        painter.save()
        painter.setClipRegion(QRegion(line.adjusted(0, -_HALO, 0, _HALO)) - _words(column, line))
        if is_today:
            painter.fillRect(line.adjusted(0, -_HALO, 0, _HALO), theme.canvas)
            painter.fillRect(line, theme.now)
        else:
            painter.fillRect(line, thin)
        painter.restore()


def _words(column: Column, line: QRect) -> QRegion:
    """Where the column's tiles have text or symbols, a little wider than they are."""
    region = QRegion()
    near = line.adjusted(0, -_HALO, 0, _HALO)
    for tile in column.tiles:
        if not tile.rect.intersects(near):
            continue
        shown = fitted(tile.face, tile.rect.width(), tile.rect.height())
        corner = tile.rect.topLeft()
        for run in shown.runs:
            above = round(run.pixels * 0.8)
            region += QRect(run.x - 2, run.baseline - above, run.width + 4, above + 4).translated(corner)
        for mark in shown.marks:
            if not mark.is_status:
                region += QRect(mark.x - 2, mark.y - 1, mark.size + 4, mark.size + 2).translated(corner)
    return region
