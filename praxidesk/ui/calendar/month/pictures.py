"""The days of a month as pictures: drawn once, and copied until something in them is another."""

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.month.layout import Cell
from praxidesk.ui.calendar.month.paint import MonthPainter, MonthScene
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.newest import Newest

MOST = 130
"""Three pages, and some days that are hovered over or selected in."""
_Variant = tuple[int, bool, bool, bool, frozenset[EntryId]]


class MonthPictures:
    """Found by the identity of the cell, which is another one when its day or its place is."""

    def __init__(self) -> None:
        self._about: tuple[object, ...] = ()
        self._pictures: Newest[_Variant, tuple[Cell, QPixmap]] = Newest(MOST)
        self.drawn = 0
        """Pictures made so far; a measure of work."""

    def forget(self) -> None:
        """Another language: draw everything anew."""
        self._pictures.clear()

    def picture(self, cell: Cell, first: date, scene: MonthScene, look: tuple[Theme, float]) -> QPixmap:
        """A day's picture, drawn first if it is new.

        :param first: the first day of the view
        :param look: theme and device ratio
        """
        state = scene.state
        about = (state.practice, state.zone, state.colour_by, scene.noon_share, *look)
        if about != self._about:
            self._pictures.clear()
            self._about = about
        variant = _variant(cell, first, scene)
        known = self._pictures.get(variant)
        if known is None:
            known = self._pictures[variant] = cell, self._drawn(cell, first, scene, look)
        self._pictures.move_to_end(variant)
        return known[1]

    def _drawn(self, cell: Cell, first: date, scene: MonthScene, look: tuple[Theme, float]) -> QPixmap:
        self.drawn += 1
        theme, ratio = look
        box = cell.box
        picture = QPixmap(round(box.width * ratio), round(box.height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.canvas)
        painter = QPainter(picture)
        painter.translate(QPoint(-box.x, -box.y))
        MonthPainter(painter, theme, scene).paint_cell(cell, first)
        painter.end()
        return picture


def _variant(cell: Cell, first: date, scene: MonthScene) -> _Variant:
    """All of a frame that a day's picture depends on."""
    day = cell.facts.day
    shown = (line.entry.id for line in cell.lines if line.entry is not None)
    selected = frozenset(each for each in shown if each in scene.selected) if scene.selected else frozenset()
    return id(cell), day == first, day == scene.today, day == scene.hovered, selected
