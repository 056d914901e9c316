"""Pages of a time grid as they will fill the window, drawn beforehand: turning to one copies its picture."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap, QRegion

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.grid.layout import GridLayout
from praxidesk.ui.calendar.grid.paint import GridPainter

_MOST_PIXELS = 16_000_000
"""Of all pictures together: some 64 MB, nine pages of a usual screen."""
_MOST_SELECTED = 12
"""More are painted with everything else: each is painted over the picture by itself."""


class _Page(NamedTuple):
    layout: GridLayout
    work: GridPainter
    """Another theme or another screen has another painter."""
    area: QRect
    """What of the layout is on the picture, in contents coordinates."""
    picture: QPixmap


class GridPictures:
    """Found by the identity of the layout, which is another one when anything on it is."""

    def __init__(self) -> None:
        self._pages: list[_Page] = []
        self.drawn = 0
        """Columns drawn so far; a measure of work."""

    def draw(self, work: GridPainter, layout: GridLayout, area: QRect) -> Iterator[int]:
        """Draw an area of a layout, at most a column a step; each tells how many tiles were new.

        What is selected is drawn as if it were not.
        """
        if area.isEmpty() or not layout.columns or self._find(work, layout, area) is not None:
            return
        picture = QPixmap(area.size() * work.ratio)
        if picture.width() * picture.height() > _MOST_PIXELS:
            return
        picture.setDevicePixelRatio(work.ratio)
        for column in layout.columns:
            strip = QRect(column.left, area.top(), column.width, area.height()) & area
            if strip.isEmpty():
                continue
            yield from work.prepare(column, area.top(), area.bottom())
            painter = QPainter(picture)
            painter.translate(-area.topLeft())
            painter.setClipRect(strip)
            work.begin(QRegion(strip), is_whole=False)
            work.paint(painter, layout, strip, frozenset())
            painter.end()
            self.drawn += 1
            yield 0
        self._pages.append(_Page(layout, work, area, picture))
        while sum(page.picture.width() * page.picture.height() for page in self._pages) > _MOST_PIXELS:
            del self._pages[0]

    def paint(
        self,
        painter: QPainter,
        work: GridPainter,
        layout: GridLayout,
        area: QRect,
        selected: frozenset[EntryId],
    ) -> bool:
        """Copy an area, to which the painter is clipped, and what is selected in it; whether it was known."""
        page = self._find(work, layout, area) if len(selected) <= _MOST_SELECTED else None
        if page is None:
            return False
        painter.drawPixmap(page.area.topLeft(), page.picture)
        for entry in selected:
            for tile in layout.by_entry.get(entry, ()):
                part = tile.rect & area
                if not part.isEmpty():
                    painter.setClipRect(part)
                    work.paint(painter, layout, part, selected)
        painter.setClipRect(area)
        return True

    def _find(self, work: GridPainter, layout: GridLayout, area: QRect) -> _Page | None:
        for at, page in enumerate(self._pages):
            if page.layout is layout and page.work is work and page.area.contains(area):
                self._pages.append(self._pages.pop(at))
                return page
        return None
