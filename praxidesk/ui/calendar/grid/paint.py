"""Painting a time grid from its layout: ground, lines, notices, tiles. All in contents coordinates."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.blending import blended
from praxidesk.ui.calendar.grid.layout import Column, GridLayout, Tile
from praxidesk.ui.calendar.grid.notice_card import card_rect, paint_card
from praxidesk.ui.calendar.grid.unseen import paint_unseen, paint_veil
from praxidesk.ui.calendar.ground import Ground, Stretch
from praxidesk.ui.calendar.hatches import Hatch, fringe_picture, hatch_brush
from praxidesk.ui.calendar.text_line import Flush, draw_line, elided
from praxidesk.ui.calendar.tile_paint import TilePainter, text_width
from praxidesk.ui.look.fonts import BASE, REGULAR, SECONDARY
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.newest import Newest

_NAME_LINE = 18
_PLATE = 4
_MOST_COLUMNS = 300
MOST_NEW = 24
"""Tiles that one paint words: what takes longer is done in several, so that no key has to wait for all."""
_MOST_PREPARED = 8
"""The same of a step of what is drawn beforehand."""
_USUAL_LINES, _LEAST_APART = 30, 6
"""Faint lines: every so many minutes, and never nearer than so many pixels."""
_RESERVED = 0.45
"""How much of the accent lies on reserved time: to be seen, and not to be taken for a choice."""


@dataclass(slots=True)
class _Prepared:
    """A tile with what a repaint needs of it at hand, its picture above all."""

    tile: Tile
    x: int
    y: int
    top: int
    """Of tile and buffers together."""
    below: int
    """The row below them."""
    picture: QPixmap | None = None
    fringes: list[tuple[int, int, QPixmap]] | None = None


def ground_colour(ground: Ground, theme: Theme) -> QColor:
    """What lies behind the tiles; hatching goes over it."""
    if ground is Ground.RESERVED:
        return blended(theme.canvas, theme.accentsoft, _RESERVED)
    return theme.hatchbg if ground is Ground.BREAK else theme.closed


class GridPainter:
    """Paints layouts in one theme at one device ratio."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self.theme = theme
        self.tiles = TilePainter(theme, ratio)
        self.ratio = ratio
        self.bare: dict[int, QRect] = {}
        """Tiles that were painted without words, in contents coordinates; they need another paint."""
        self._new = 0
        self._region = QRegion()
        self._columns: Newest[int, tuple[Column, list[_Prepared]]] = Newest(_MOST_COLUMNS)
        """By identity, with the column itself so that no other one takes its place."""

    def begin(self, region: QRegion, *, is_whole: bool) -> None:
        """Another paint event.

        :param region: what of it comes to the screen, in contents coordinates
        :param is_whole: whether that is all that is to be seen
        """
        self._new, self._region = 0, region
        if is_whole:
            self.bare.clear()

    def next_bare(self) -> list[QRect]:
        """Where the next paint finds as many tiles to word as it has time for."""
        found = list(islice(self.bare.items(), MOST_NEW))
        for tile, _ in found:
            del self.bare[tile]
        return [rect for _, rect in found]

    def paint(self, painter: QPainter, layout: GridLayout, area: QRect, selected: Container[EntryId]) -> None:
        """Paint what of the layout lies in ``area``; the painter is translated to the contents' zero."""
        theme = self.theme
        painter.setBrushOrigin(0, 0)
        painter.fillRect(area, theme.canvas)
        shown = list(columns_in(layout, area))
        minutes = (int(layout.metrics.minute(area.top())), int(layout.metrics.minute(area.bottom())) + 1)
        self._lines(painter, layout, area, line_minutes(layout), theme.linefaint)
        for column in shown:
            paint_veil(painter, layout, column, theme)
            self._stretches(painter, layout, column, minutes)
        self._lines(painter, layout, area, 60, theme.line)
        for column in shown:
            self._edges(painter, layout, column, minutes)
            for notice in column.ground.notices:
                card = card_rect(layout, column, notice)
                if card is not None and card.intersects(area):
                    paint_card(painter, card, notice, theme, self.ratio)
            if column.beside:
                paint_unseen(painter, layout, column, area, (theme, self.ratio))
            self._tiles(painter, column, area, selected)
        self._separators(painter, layout, shown, area)

    def _lines(
        self, painter: QPainter, layout: GridLayout, area: QRect, minutes: int, colour: QColor
    ) -> None:
        """Horizontal lines every so many minutes; those between the hours leave the hours free."""
        minute = max(0, int(layout.metrics.minute(area.top())) // 60 - 1) * 60
        while (y := layout.metrics.y(minute)) <= area.bottom() and minute <= layout.axis.minutes:
            if minutes == 60 or minute % 60:
                painter.fillRect(area.left(), y, area.width(), 1, colour)
            minute += minutes

    def _stretches(
        self, painter: QPainter, layout: GridLayout, column: Column, minutes: tuple[int, int]
    ) -> None:
        theme = self.theme
        for each in _within(column.ground.stretches, minutes):
            rect = _stretch_rect(layout, column, each)
            painter.fillRect(rect, ground_colour(each.ground, theme))
            if each.ground is Ground.BREAK:
                painter.fillRect(rect, hatch_brush(Hatch.BREAK, theme.hatch, self.ratio))
            elif each.ground is Ground.ABSENT:
                painter.fillRect(rect, hatch_brush(Hatch.ABSENCE, theme.hatch, self.ratio))

    def _edges(self, painter: QPainter, layout: GridLayout, column: Column, minutes: tuple[int, int]) -> None:
        """Lines where time that is not free begins and ends, and the names of such time."""
        theme = self.theme
        for each in _within(column.ground.stretches, minutes):
            rect = _stretch_rect(layout, column, each)
            for y in (rect.top(), rect.bottom() + 1):
                if 0 < y < layout.height - 1:
                    painter.fillRect(rect.left(), y, rect.width(), 1, theme.linestrong)
            if not each.label or rect.height() < 14:
                continue
            font = BASE if rect.height() >= 20 else SECONDARY
            if each.ground is Ground.RESERVED:
                top = QRect(rect.left() + 8, rect.top() + 2, rect.width() - 12, _NAME_LINE)
                draw_line(painter, elided(each.label, font, top.width()), top, font, theme.text2)
                continue
            is_break = each.ground is Ground.BREAK
            width = text_width(each.label, font.pixels, REGULAR.value) + 2 * _PLATE
            height = min(font.line, rect.height() - 2)
            left = rect.left() + 12 - _PLATE if is_break else rect.center().x() - width // 2
            # A plate, because hatching and the lines of the hours would cross the word.
            plate = QRect(left, rect.center().y() - height // 2 + 1, width, height)
            painter.fillRect(plate, theme.hatchbg if is_break else theme.closed)
            colour = theme.text2 if is_break else theme.text3
            draw_line(painter, each.label, plate, font, colour, flush=Flush.CENTRE)

    def _tiles(self, painter: QPainter, column: Column, area: QRect, selected: Container[EntryId]) -> None:
        top, bottom = area.top(), area.bottom()
        shown = [each for each in self._prepared(column) if each.top <= bottom and each.below > top]
        for each in shown:
            if each.tile.fringes:
                self._fringes(painter, each)
        draw = painter.drawPixmap
        for each in shown:
            if each.tile.entry in selected:
                draw(each.x, each.y, self.tiles.picture(each.tile.face, each.tile.rect.size(), selected=True))
            else:
                draw(each.x, each.y, each.picture or self._in_time(each))

    def place(self, column: Column) -> None:
        """Work out beforehand where tiles and buffers will be copied to; drawing them is another thing."""
        for each in self._prepared(column):
            if each.tile.fringes and each.fringes is None:
                each.fringes = self._fringe_pictures(each.tile)

    def prepare(self, column: Column, top: int, bottom: int) -> Iterator[int]:
        """Draw beforehand what a paint of these contents rows will copy; each step tells how many tiles."""
        new = 0
        for each in self._prepared(column):
            if each.picture is None and each.top <= bottom and each.below > top:
                self._pictured(each)
                new += 1
                if new == _MOST_PREPARED:
                    yield new
                    new = 0
        yield new

    def _prepared(self, column: Column) -> list[_Prepared]:
        """The column's tiles ready to be copied, kept as long as its layout."""
        known = self._columns.get(id(column))
        if known is not None:
            return known[1]
        made = [_Prepared(tile, *tile.box[:2], *tile.rows) for tile in column.tiles]
        self._columns[id(column)] = (column, made)
        return made

    def _in_time(self, prepared: _Prepared) -> QPixmap:
        """The tile's picture, or what lies under its words where this paint has worded enough."""
        tile = prepared.tile
        prepared.picture = self.tiles.known(tile.face, tile.rect.size())
        if prepared.picture is not None:
            return prepared.picture
        is_seen = self._region.intersects(tile.rect)
        if is_seen and self._new < MOST_NEW:
            # It stays among the bare ones: a part of it may lie outside of what is painted now.
            self._new += 1
            return self._pictured(prepared)
        if is_seen:
            self.bare[id(prepared)] = tile.rect
        return self.tiles.bare(tile.face, tile.rect.size())

    def _pictured(self, prepared: _Prepared) -> QPixmap:
        tile = prepared.tile
        prepared.picture = self.tiles.picture(tile.face, tile.rect.size(), selected=False)
        return prepared.picture

    def _fringes(self, painter: QPainter, prepared: _Prepared) -> None:
        if prepared.fringes is None:
            prepared.fringes = self._fringe_pictures(prepared.tile)
        for x, y, picture in prepared.fringes:
            painter.drawPixmap(x, y, picture)

    def _fringe_pictures(self, tile: Tile) -> list[tuple[int, int, QPixmap]]:
        colour = self.theme.types[tile.face.colour].outline
        left, width = tile.box.x, tile.box.width
        return [
            (left, top, fringe_picture(QSize(width, height), colour, self.ratio))
            for top, height in tile.fringes
        ]

    def _separators(
        self, painter: QPainter, layout: GridLayout, shown: Sequence[Column], area: QRect
    ) -> None:
        left = area.left()
        for x, colour in separators(layout, shown, self.theme):
            if left <= x:
                painter.fillRect(x, area.top(), 1, area.height(), colour)


def line_minutes(layout: GridLayout) -> int:
    """Between the faint lines: a step of the chosen grid, or as many of its steps as keep them apart."""
    step = layout.grid_minutes or _USUAL_LINES
    return next((each for each in (step, 2 * step) if layout.metrics.y(each) >= _LEAST_APART), _USUAL_LINES)


def separators(layout: GridLayout, columns: Iterable[Column], theme: Theme) -> Iterator[tuple[int, QColor]]:
    """Where columns begin, and how strongly they are parted: days and kinds of actor more than neighbours."""
    is_week = len(layout.axis.days) > 1
    for column in columns:
        if column.index == 0:
            continue
        if column.parts_kinds or (is_week and column.starts_day):
            yield column.left, theme.control
        else:
            yield column.left, theme.line if is_week else theme.linestrong


def columns_in(layout: GridLayout, area: QRect) -> Iterator[Column]:
    """The columns that show in an area."""
    count, left, right = len(layout.columns), area.left(), area.right()
    # All are as wide as each other, but for a pixel.
    first = max(0, left * count // layout.width - 1)
    for column in layout.columns[first : max(0, right * count // layout.width + 2)]:
        if column.left <= right and left < column.left + column.width:
            yield column


def _within(stretches: tuple[Stretch, ...], minutes: tuple[int, int]) -> Iterator[Stretch]:
    for each in stretches:
        if each.start < minutes[1] and minutes[0] <= each.end:
            yield each


def _stretch_rect(layout: GridLayout, column: Column, each: Stretch) -> QRect:
    top, bottom = layout.metrics.y(each.start), layout.metrics.y(each.end)
    return QRect(column.left, top, column.width, bottom - top)
