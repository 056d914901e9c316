"""Painting tiles: each distinct face, size and theme becomes a picture once, and is copied from then on."""

from collections import OrderedDict
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from praxidesk.engine.vocabulary import Colour
from praxidesk.ui.calendar.glyphs import Symbol, paint_glyph
from praxidesk.ui.calendar.tile_face import Look, Muting, TileFace
from praxidesk.ui.calendar.tile_text import EDGE, RAILS, Fitted, Tone, fit, rail_width
from praxidesk.ui.look.fonts import text_font
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.newest import Newest

_RADIUS = 3
_MOST_PIXELS = 12_000_000
"""Of all cached pictures together: some 48 MB, several full screens of tiles."""
_MOST_GROUNDS = 400
_Key = tuple[int, int, int, bool]


@lru_cache(maxsize=65_536)
def text_width(text: str, pixels: int, weight: int) -> int:
    """Width of a text in the shipped typeface, rounded up."""
    return ceil(QFontMetricsF(text_font(pixels, QFont.Weight(weight))).horizontalAdvance(text))


@lru_cache(maxsize=8_192)
def fitted(face: TileFace, width: int, height: int) -> Fitted:
    """What is written on a tile of this size."""
    return fit(face, width, height, text_width)


class TilePainter:
    """The pictures of one theme at one device ratio."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self.theme = theme
        self.ratio = ratio
        self._pictures: OrderedDict[_Key, tuple[TileFace, QPixmap]] = OrderedDict()
        self._pixels = 0
        self._grounds: Newest[tuple[Look, Colour, Muting, int, int, bool], QPixmap] = Newest(_MOST_GROUNDS)

    def picture(self, face: TileFace, size: QSize, *, selected: bool) -> QPixmap:
        """A tile's picture, made first if it is new."""
        # By identity, because hashing a face takes longer than copying its picture.
        key = (id(face), size.width(), size.height(), selected)
        known = self._pictures.get(key)
        return known[1] if known else self._kept(key, face, self._drawn(face, size, selected))

    def known(self, face: TileFace, size: QSize) -> QPixmap | None:
        """A tile's picture where it has been made; not selected."""
        known = self._pictures.get((id(face), size.width(), size.height(), False))
        return known[1] if known else None

    def bare(self, face: TileFace, size: QSize) -> QPixmap:
        """The tile without its words, for as long as there is no time for them."""
        return self._ground_picture(face, size, selected=False)

    def _drawn(self, face: TileFace, size: QSize, selected: bool) -> QPixmap:
        # A copy that shares its pixels until it is written on.
        picture = QPixmap(self._ground_picture(face, size, selected))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if face.muting is not Muting.HIDDEN:
            self._words(painter, fitted(face, size.width(), size.height()), face, selected)
        if face.is_overridden and face.muting is Muting.NONE:
            self._danger_frame(painter, size)
        painter.end()
        return picture

    def _ground_picture(self, face: TileFace, size: QSize, selected: bool) -> QPixmap:
        """What lies under the words: the same for many tiles, and slower to draw than they are."""
        key = (face.look, face.colour, face.muting, size.width(), size.height(), selected)
        known = self._grounds.get(key)
        if known is None:
            known = QPixmap(size * self.ratio)
            known.setDevicePixelRatio(self.ratio)
            known.fill(Qt.GlobalColor.transparent)
            painter = QPainter(known)
            self._ground(painter, size, face, selected)
            painter.end()
            self._grounds[key] = known
        return known

    def _kept(self, key: _Key, face: TileFace, picture: QPixmap) -> QPixmap:
        pixels = picture.width() * picture.height()
        while self._pictures and self._pixels + pixels > _MOST_PIXELS:
            _, (_, oldest) = self._pictures.popitem(last=False)
            self._pixels -= oldest.width() * oldest.height()
        self._pictures[key] = (face, picture)
        self._pixels += pixels
        return picture

    def _ground(self, painter: QPainter, size: QSize, face: TileFace, selected: bool) -> None:
        look = face.look
        outline = QPen(self._outline(face, selected), 1)
        if look is Look.PENDING:
            outline.setDashPattern([3, 2])
        elif look is Look.CANCELLED:
            outline.setDashPattern([1, 2])
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), _RADIUS, _RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape, self._fill(face, selected))
        painter.setPen(outline)
        painter.drawPath(shape)
        edge = self._edge(face, size.height(), selected)
        if edge is not None:
            width, colour = edge
            strip = QPainterPath()
            strip.addRect(0, 0, width, size.height())
            rounded = QPainterPath()
            rounded.addRoundedRect(QRectF(0, 0, size.width(), size.height()), _RADIUS, _RADIUS)
            painter.fillPath(rounded.intersected(strip), colour)

    def _fill(self, face: TileFace, selected: bool) -> QColor:
        theme, look = self.theme, face.look
        if selected:
            return theme.text2 if look is Look.BLOCKOUT else theme.types[face.colour].edge
        if face.muting is not Muting.NONE:
            return theme.hover
        if look is Look.DONE:
            return theme.done_fill
        if look is Look.BLOCKOUT:
            return theme.hover
        if look in {Look.PENDING, Look.NOSHOW, Look.CANCELLED}:
            return theme.canvas
        return theme.types[face.colour].tint

    def _outline(self, face: TileFace, selected: bool) -> QColor:
        theme, look = self.theme, face.look
        if selected:
            return self._fill(face, selected)
        if face.muting is not Muting.NONE:
            return theme.line
        if look is Look.PENDING:
            return theme.types[face.colour].edge
        if look is Look.DONE:
            return theme.line
        if look in {Look.NOSHOW, Look.CANCELLED, Look.BLOCKOUT}:
            return theme.control
        return theme.types[face.colour].outline

    def _edge(self, face: TileFace, height: int, selected: bool) -> tuple[int, QColor] | None:
        """Width and colour of the strip at the left."""
        if face.muting is not Muting.NONE and not selected:
            return None
        theme, look = self.theme, face.look
        own = theme.types[face.colour].edge
        if look in RAILS:
            if selected:
                return rail_width(height), own.darker(130)
            rail = {
                Look.ARRIVED: theme.st_arrived,
                Look.CHECKED_IN: theme.st_checkedin,
                Look.NOSHOW: theme.st_noshow,
            }[look]
            return rail_width(height), rail
        if look is Look.DONE:
            return 2, own
        return (EDGE, own) if look is Look.BOOKED else None

    def _words(self, painter: QPainter, words: Fitted, face: TileFace, selected: bool) -> None:
        theme, look = self.theme, face.look
        if selected:
            name = second = theme.onstatus
        elif face.muting is not Muting.NONE:
            name = second = theme.text3
        elif look is Look.DONE:
            name = second = theme.done_text
        elif look in {Look.NOSHOW, Look.CANCELLED, Look.BLOCKOUT}:
            name = second = theme.text2
        else:
            name, second = theme.text, theme.text2
        for run in words.runs:
            font = text_font(run.pixels, QFont.Weight(run.weight))
            painter.setFont(font)
            painter.setPen(name if run.tone is Tone.NAME else second)
            painter.drawText(QPoint(run.x, run.baseline), run.text)
        if look is Look.NOSHOW:
            self._strike(painter, words, name)
        for mark in words.marks:
            box = QRectF(mark.x, mark.y, mark.size, mark.size)
            paint_glyph(
                painter, mark.symbol, box, self._mark_colour(mark.symbol, mark.is_status, face, selected)
            )

    def _mark_colour(self, symbol: Symbol, is_status: bool, face: TileFace, selected: bool) -> QColor:
        theme, look = self.theme, face.look
        if not selected and face.muting is not Muting.NONE:
            return theme.text3
        if selected or (is_status and look in RAILS):
            return theme.onstatus
        if is_status and look is Look.PENDING:
            return theme.types[face.colour].edge
        if look is Look.DONE:
            return theme.done_text
        if symbol in {Symbol.URGENT, Symbol.STRANDED}:
            return theme.danger
        return theme.text if symbol is Symbol.OVERRIDE else theme.text2

    def _strike(self, painter: QPainter, words: Fitted, colour: QColor) -> None:
        struck = [run for run in words.runs if run.tone is Tone.NAME]
        if not struck:
            return
        y = struck[0].baseline - round(struck[0].pixels * 0.3)
        painter.fillRect(QRect(struck[0].x, y, struck[-1].x + struck[-1].width - struck[0].x, 1), colour)

    def _danger_frame(self, painter: QPainter, size: QSize) -> None:
        pen = QPen(self.theme.danger, 2)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(1, 1, size.width() - 2, size.height() - 2), _RADIUS, _RADIUS)
