"""Painting the bars of the board: ruler of phases, body, initials, what and who; what is late below them."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QTransform

from praxidesk.ui.board.board_layout import BoardLayout, BoardRow, PlacedBoardBar
from praxidesk.ui.board.board_plan import BarKind, BoardBar
from praxidesk.ui.calendar.box import Box
from praxidesk.ui.calendar.hatches import Hatch, hatch_brush
from praxidesk.ui.calendar.rooms.body import RADIUS, Ruler, paint_body
from praxidesk.ui.calendar.rooms.inks import Inks, inks_of
from praxidesk.ui.calendar.text_line import draw_line, fitting, width_of, wrapped
from praxidesk.ui.calendar.tile_face import Look
from praxidesk.ui.look.fonts import MEDIUM, REGULAR, SEMIBOLD, TextSize
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.wording.shortened import shortened

_RULER = 12
_LOOKS = {
    BarKind.AHEAD: Look.BOOKED,
    BarKind.OVER: Look.DONE,
    BarKind.TENTATIVE: Look.PENDING,
    BarKind.BLOCKED: Look.BLOCKOUT,
}
_NARROW = 90
"""Units of width of a body that writes over its cleaning, too."""

_LEAST_LETTERS = 5
"""Of a procedure that is cut; less says nothing."""


class BoardBars:
    """Paints bars with one painter; notes where it wrote, for the line of now."""

    def __init__(self, painter: QPainter, theme: Theme, layout: BoardLayout, grow: float) -> None:
        self._painter, self._theme, self._layout, self._grow = painter, theme, layout, grow
        self._ratio = painter.device().devicePixelRatioF()
        self._px = layout.px
        self.written: list[QRect] = []

    def paint(self, bar: PlacedBoardBar) -> None:
        """One bar, its cleaning, and its words."""
        inks = inks_of(_LOOKS[bar.facts.kind], self._theme, bar.facts.colour)
        body = QRect(*bar.body)
        if bar.box.right > bar.body.right:
            rest = QRect(body.right() + 1, body.y(), bar.box.right - bar.body.right, body.height())
            self._painter.fillRect(rest, self._theme.hatchbg)
            self._hatched(rest, Hatch.BREAK, self._theme.linestrong)
            self._outline(rest.adjusted(-1, 0, -1, -1), QPen(self._theme.linestrong, 1))
        self._body(bar, body, inks)
        self._write(bar, inks)

    def ghosts(self, row: BoardRow) -> None:
        """Where pushed operations are likely to be, behind all bars."""
        for box in row.ghosts:
            pen = QPen(self._theme.danger, max(1, self._px(2)))
            pen.setDashPattern([3, 2])
            self._painter.fillRect(QRect(*box), self._theme.canvas)
            self._outline(QRect(*box).adjusted(1, 1, -1, -1), pen)

    def strip(self, row: BoardRow) -> None:
        """Below the bars: what reaches past its plan, and when that lets the next begin."""
        times, theme, px = self._layout.times, self._theme, self._px
        top = row.strip.y + (px(7) if self._layout.is_tall else 1)
        high = px(8) if self._layout.is_tall else px(4)
        last = row.box.x
        for each in row.bars:
            if each.facts.late is not None:
                start, end = (times.x(minute) for minute in each.facts.late)
                rect = QRect(start, top, max(end - start, 3), high)
                self._painter.fillRect(rect, theme.dangersoft)
                self._hatched(rect, Hatch.TAKEN, theme.danger)
                self._outline(rect.adjusted(0, 0, -1, -1), QPen(theme.danger, 1))
                last = rect.right() + px(8)
        if not self._layout.is_tall:
            return
        size = _size(min(self._layout.sizes.text, px(24)))
        for each in row.bars:
            text, moves = each.facts.moves_text, each.facts.moves
            if moves is None:
                continue
            wide = width_of(text, size, SEMIBOLD)
            x = min(max(times.x(moves[0]), last), row.box.right - wide)
            place = QRect(x, row.strip.y + px(2), wide, row.strip.height - px(4))
            self.written.append(draw_line(self._painter, text, place, size, theme.danger, weight=SEMIBOLD))
            last = place.right() + px(8)

    def _body(self, bar: PlacedBoardBar, body: QRect, inks: Inks) -> None:
        painter, facts = self._painter, bar.facts
        ruler = Ruler(self._ruler(), self._ratio, self._grow)
        edge = 0 if facts.kind is BarKind.BLOCKED else self._px(4)
        paint_body(painter, body, inks, facts.phases, self._layout.times, ruler=ruler, edge=edge)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._outline(QRectF(body).adjusted(0.5, 0.5, -0.5, -0.5), inks.outline, RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _ruler(self) -> int:
        return self._px(_RULER if self._layout.is_tall else 8)

    def _write(self, bar: PlacedBoardBar, inks: Inks) -> None:
        """Initials, procedure, team: as many lines as there is room for."""
        px, sizes, facts = self._px, self._layout.sizes, bar.facts
        inset = px(9) if bar.body.width >= px(60) else px(4)
        top = bar.body.y + (self._ruler() if facts.phases else 0) + px(4 if self._layout.is_tall else 1)
        wide = bar.body if bar.body.width >= px(_NARROW) else bar.box
        area = QRect(
            bar.body.x + inset, top, wide.right - bar.body.x - inset - px(4), bar.box.bottom - top - 1
        )
        edge = bar.body.right
        text, line = _size(sizes.text), round(sizes.text * 1.25)
        weight = MEDIUM if facts.kind is BarKind.OVER else SEMIBOLD
        head = self._initials(facts, area, bar.box, edge, (inks.name, weight))
        if facts.initials and not head:
            return
        rest = area.adjusted(0, head, 0, 0)
        most = rest.height() // line
        if most < 1 and head:
            # Too low for a second line.
            self._beside(facts, area, head, (text, inks.name))
            return
        team = facts.team if most >= 2 else ""
        names = self._procedure(facts, text, area.width(), max(1, min(2, most - bool(team))))
        if not team and most == 1 and facts.team:
            both = f"{facts.short} {facts.team}"
            names = [both] if width_of(both, text) <= area.width() else names
        for each in names[:most]:
            self._line(each, QRect(rest.x(), rest.y(), rest.width(), line), edge, text, inks.name)
            rest.translate(0, line)
        if team and rest.y() + line <= area.bottom() + 1:
            for each in self._crew(team, text, area.width(), (area.bottom() + 1 - rest.y()) // line):
                self._line(each, QRect(rest.x(), rest.y(), rest.width(), line), edge, text, inks.second)
                rest.translate(0, line)

    def _initials(
        self, facts: BoardBar, area: QRect, box: Box, edge: int, ink: tuple[QColor, QFont.Weight]
    ) -> int:
        """On one line, where need be smaller or over the cleaning; else below each other. Height used."""
        colour, weight = ink
        sizes = self._layout.sizes
        over = box.right - area.x() - 1
        for pixels, room in ((sizes.initials, area.width()), (sizes.initials, over), (sizes.text, over)):
            if facts.initials and width_of(facts.initials, _size(pixels), weight) <= room:
                line = round(pixels * 1.18)
                rect = QRect(area.x(), area.y(), room, line)
                self._line(facts.initials, rect, edge, _size(pixels), colour, weight=weight)
                return line
        letters, line = facts.initials.split(), round(sizes.text * 1.1)
        widest = max((width_of(each, _size(sizes.text), weight) for each in letters), default=0)
        if not letters or widest > over or line * len(letters) > area.height():
            return 0
        for at, each in enumerate(letters):
            rect = QRect(area.x(), area.y() + at * line, over, line)
            self._line(each, rect, edge, _size(sizes.text), colour, weight=weight)
        return area.height()

    def _beside(self, facts: BoardBar, area: QRect, head: int, ink: tuple[TextSize, QColor]) -> None:
        """In a low row: when it is likely to begin, and what is done, right of the initials."""
        size, colour = ink
        used = width_of(facts.initials, _size(self._layout.sizes.initials), SEMIBOLD) + self._px(10)
        place = QRect(area.x() + used, area.y(), area.width() - used, head)
        for text, tone, weight in (
            (facts.moves_text, self._theme.danger, SEMIBOLD),
            (facts.what, colour, REGULAR),
            (facts.short, colour, REGULAR),
            (fitting(shortened(facts.short), size, place.width()), colour, REGULAR),
        ):
            wide = width_of(text, size, weight)
            if text and wide <= place.width() and (len(text) >= _LEAST_LETTERS or text == facts.short):
                self._line(text, place, area.right() + 1, size, tone, weight=weight)
                if text != facts.moves_text:
                    return
                place.setLeft(place.left() + wide + self._px(10))

    @staticmethod
    def _procedure(facts: BoardBar, size: TextSize, room: int, most: int) -> list[str]:
        """Its name in as many lines as may be, else its short name, else that cut."""
        for form in (facts.what, *shortened(facts.short)):
            lines = wrapped(form, size, room)
            if len(lines) <= most and all(width_of(each, size) <= room for each in form.split()):
                return lines
        return []

    @staticmethod
    def _crew(team: str, size: TextSize, room: int, most: int) -> Iterator[str]:
        """Codes whole or not at all."""
        whole = set(team.split())
        lines = [each for each in wrapped(team, size, room) if whole.issuperset(each.split())]
        return iter(lines[:most])

    def _line(
        self,
        text: str,
        rect: QRect,
        edge: int,
        size: TextSize,
        colour: QColor,
        *,
        weight: QFont.Weight = REGULAR,
    ) -> None:
        """A line of text, on a plate where it stands over the hatching that begins at ``edge``."""
        if not text:
            return
        end = rect.x() + width_of(text, size, weight)
        if end > edge:
            left = max(rect.x() - 2, edge)
            plate = QRect(left, rect.y() + 1, end + 2 - left, rect.height() - 2)
            self._painter.fillRect(plate, self._theme.hatchbg)
        self.written.append(draw_line(self._painter, text, rect, size, colour, weight=weight))

    def _hatched(self, rect: QRect, hatch: Hatch, ink: QColor) -> None:
        brush = QBrush(hatch_brush(hatch, ink, self._ratio))
        brush.setTransform(QTransform.fromScale(self._grow, self._grow))
        self._painter.fillRect(rect, brush)

    def _outline(self, rect: QRect | QRectF, pen: QPen, radius: int = 0) -> None:
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        if radius:
            self._painter.drawRoundedRect(rect, radius, radius)
        else:
            self._painter.drawRect(rect)


def _size(pixels: int) -> TextSize:
    return TextSize(pixels, round(pixels * 1.3))
