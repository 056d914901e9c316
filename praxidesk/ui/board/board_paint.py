"""Painting the board: header, ground, rooms, now, footer. It is given words and minutes, never an entry."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QRegion, QTransform

from praxidesk.engine.vocabulary import Phase
from praxidesk.ui.board import board_words
from praxidesk.ui.board.board_bars import BoardBars
from praxidesk.ui.board.board_layout import NAMES, STATES, BoardLayout, BoardRow, hours_shown
from praxidesk.ui.board.board_plan import BoardPlan, BoardRoom, Sign
from praxidesk.ui.calendar.box import Box
from praxidesk.ui.calendar.glyphs import Symbol, paint_glyph
from praxidesk.ui.calendar.hatches import Hatch, hatch_brush
from praxidesk.ui.calendar.rooms import rooms_text
from praxidesk.ui.calendar.rooms.ruler import paint_phase
from praxidesk.ui.calendar.text_line import Flush, draw_line, elided, width_of, wrapped
from praxidesk.ui.look.fonts import REGULAR, SEMIBOLD, TextSize
from praxidesk.ui.look.theme import Theme

_LEGEND = (Phase.SETUP, Phase.SURGERY, Phase.CLOSING, Phase.CLEANING)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether what is on the board is so now."""

    text: str
    is_live: bool


class BoardPainter:
    """Paints one frame in the dark theme."""

    def __init__(self, painter: QPainter, theme: Theme, layout: BoardLayout) -> None:
        self._painter, self._theme, self._layout = painter, theme, layout
        self._ratio = painter.device().devicePixelRatioF()
        self._px = layout.px
        self._grow = max(1.0, layout.unit)
        """Hatches grow with the screen: seen from the same distance they look alike."""

    def paint(self, plan: BoardPlan, standing: Standing) -> None:
        """All of it."""
        painter, theme, layout = self._painter, self._theme, self._layout
        painter.setBrushOrigin(0, 0)
        painter.fillRect(painter.window(), theme.chrome)
        bars = BoardBars(painter, theme, layout, self._grow)
        for row in layout.rows:
            self._ground(row)
            self._kept(row, bars)
            bars.ghosts(row)
            for bar in row.bars:
                bars.paint(bar)
            bars.strip(row)
            self._label(row)
        self._now(plan, bars.written)
        self._header(plan)
        self._footer(standing)

    def _header(self, plan: BoardPlan) -> None:
        theme, px, header = self._theme, self._px, self._layout.header
        self._painter.fillRect(QRect(*header), theme.chrome)
        margin = px(28)
        self._text(plan.title, QRect(margin, px(18), px(390), px(42)), 32, weight=SEMIBOLD)
        self._text(plan.day, QRect(margin, px(60), px(390), px(28)), 22, muted=True)
        clock = QRect(0, px(12), header.width - margin, px(76))
        drawn = self._text(plan.clock, clock, 68, weight=SEMIBOLD, flush=Flush.RIGHT)
        x = max(px(NAMES + STATES), margin + width_of(plan.day, self._size(22)) + px(24))
        for count, word, is_bad in plan.counts:
            wide = max(width_of(str(count), self._size(30), SEMIBOLD), width_of(word, self._size(20)))
            if x + wide > drawn.x() - px(24):
                break
            ink = theme.danger if is_bad else theme.text
            draw_line(
                self._painter,
                str(count),
                QRect(x, px(24), wide, px(38)),
                self._size(30),
                ink,
                weight=SEMIBOLD,
            )
            self._text(word, QRect(x, px(60), wide, px(26)), 20, muted=True)
            x += wide + px(40)
        band = QRect(0, header.bottom - px(32), header.width, px(30))
        for minute in hours_shown(self._layout):
            label = QRect(self._layout.times.x(minute) - px(30), band.y(), px(60), band.height())
            self._text(f"{minute // 60 % 24:02}", label, 20, muted=True, flush=Flush.CENTRE)
        self._painter.fillRect(QRect(0, header.bottom - 1, header.width, 1), theme.linestrong)

    def _footer(self, standing: Standing) -> None:
        painter, theme, px, layout = self._painter, self._theme, self._px, self._layout
        footer = QRect(*layout.footer)
        painter.fillRect(footer, theme.chrome if standing.is_live else theme.dangersoft)
        painter.fillRect(QRect(0, footer.y(), footer.width(), 1), theme.linestrong)
        margin, x = px(28), px(28)
        ink = theme.text2 if standing.is_live else theme.danger
        right = footer.adjusted(0, 0, -margin, 0)
        weight = REGULAR if standing.is_live else SEMIBOLD
        said = draw_line(painter, standing.text, right, self._size(20), ink, weight=weight, flush=Flush.RIGHT)
        dot = QRectF(said.x() - px(22), footer.center().y() - px(5), px(11), px(11))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if standing.is_live:
            painter.setBrush(theme.ok)
            painter.drawEllipse(dot)
        else:
            paint_glyph(painter, Symbol.URGENT, dot.adjusted(-px(8), -px(5), 0, px(3)), theme.danger)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        end = round(dot.x()) - px(30)
        if layout.pages > 1:
            text = board_words.page(layout.page + 1, layout.pages)
            wide = width_of(text, self._size(20), SEMIBOLD)
            place = QRect(end - wide, footer.y(), wide, footer.height())
            self._text(text, place, 20, weight=SEMIBOLD)
            end -= wide + px(30)
        for phase in _LEGEND:
            name = rooms_text.phase_name(phase)
            wide = px(46) + width_of(name, self._size(20))
            if x + wide > end:
                return
            self._swatch(phase, QRect(x, footer.center().y() - px(6), px(36), px(13)))
            self._text(name, QRect(x + px(46), footer.y(), wide, footer.height()), 20, muted=True)
            x += wide + px(28)
        note = board_words.only_initials()
        x += px(28)
        if x + width_of(note, self._size(20)) <= end:
            self._text(note, QRect(x, footer.y(), end - x, footer.height()), 20, muted=True)

    def _swatch(self, phase: Phase, rect: QRect) -> None:
        painter, theme = self._painter, self._theme
        if phase is Phase.CLEANING:
            painter.fillRect(rect, theme.hatchbg)
            self._hatched(rect, Hatch.BREAK, theme.control)
        else:
            painter.fillRect(rect, theme.canvas)
            paint_phase(painter, phase, rect, theme.text2, self._ratio, grow=self._grow)
        painter.setPen(QPen(theme.control if phase is Phase.CLEANING else theme.text2, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _label(self, row: BoardRow) -> None:
        painter, theme, px, box = self._painter, self._theme, self._px, QRect(*row.label)
        painter.fillRect(box, theme.chrome)
        painter.fillRect(QRect(box.right(), box.y(), 1, box.height()), theme.linestrong)
        painter.fillRect(QRect(0, box.bottom(), box.width(), 1), theme.linestrong)
        sizes, room = self._layout.sizes, row.room
        name_line, line = round(sizes.room * 1.2), round(sizes.line * 1.25)
        top = box.y() + (px(18) if self._layout.is_tall else max(1, (box.height() - name_line) // 2))
        names = QRect(px(28), top, px(NAMES - 42), name_line)
        size, lines = self._name(room.name, names.width())
        for each in lines:
            draw_line(painter, each, names, size, theme.text, weight=SEMIBOLD)
            names.translate(0, round(size.pixels * 1.15))
        names.translate(0, name_line - round(size.pixels * 1.15))
        if self._layout.is_tall:
            small = _size(sizes.line)
            about = QRect(names.x(), names.y() + px(2), names.width(), line)
            for each in wrapped(room.about, small, about.width())[:2]:
                if about.bottom() < box.bottom():
                    draw_line(painter, each, about, small, theme.text2)
                about.translate(0, line)
        self._state(room, QRect(px(NAMES), box.y(), px(STATES - 12), box.height()))

    def _name(self, name: str, room: int) -> tuple[TextSize, list[str]]:
        """As large as it fits, on two lines where the row is tall; smaller before it is cut."""
        sizes = self._layout.sizes
        size = _size(sizes.room)
        for most in (1, 2) if self._layout.is_tall else (1,):
            for share in (1, 0.85, 0.7, 0.6):
                size = _size(max(sizes.line, round(sizes.room * share)))
                lines = wrapped(name, size, room, SEMIBOLD)
                fits = all(width_of(each, size, SEMIBOLD) <= room for each in name.split())
                if len(lines) <= most and fits:
                    return size, lines
        return size, [elided(name, size, room, SEMIBOLD)]

    def _state(self, room: BoardRoom, box: QRect) -> None:
        """What it does, since when, what comes next, how late it is."""
        painter, theme, px, sizes = self._painter, self._theme, self._px, self._layout.sizes
        if not room.state:
            return
        state, small = _size(sizes.state), _size(sizes.line)
        line, head_line = round(sizes.line * 1.28), round(sizes.state * 1.3)
        is_tall = self._layout.is_tall
        # In a low row the state stands in its middle, alone or with what is said below it.
        lower = line if room.since or room.expected else 0
        top = box.y() + (px(20) if is_tall else max(0, (box.height() - head_line - lower) // 2))
        head = QRect(box.x(), top, box.width(), head_line)
        side = round(sizes.state * 0.62)
        shift = side + px(11) if room.sign is not Sign.NONE else 0
        self._sign(room.sign, QRectF(head.x(), head.center().y() - side / 2 + 1, side, side))
        said = draw_line(
            painter, room.state, head.adjusted(shift, 0, 0, 0), state, theme.text, weight=SEMIBOLD
        )
        bad = theme.danger if room.late else theme.text
        weight = SEMIBOLD if room.late else REGULAR
        below = QRect(box.x(), head.bottom() + 1, box.width(), line)
        if not is_tall:
            if room.late and said.right() + px(10) + width_of(room.late, small, SEMIBOLD) <= box.right():
                place = head.adjusted(said.right() + px(10) - head.x(), 0, 0, 0)
                draw_line(painter, room.late, place, small, theme.danger, weight=SEMIBOLD)
            both = board_words.joined(room.since, room.expected)
            if width_of(both, small, weight) > below.width():
                both = room.expected or room.since
            draw_line(painter, both, below, small, bad, weight=weight)
            return
        for text, ink, heavy in (
            (room.since, theme.text2, REGULAR),
            (room.expected, bad, weight),
            (room.late, theme.danger, SEMIBOLD),
        ):
            if not text or below.bottom() > box.bottom():
                continue
            shift = 0
            if text is room.late:
                side = round(sizes.line * 0.9)
                glyph = QRectF(below.x(), below.center().y() - side / 2 + 1, side, side)
                paint_glyph(painter, Symbol.URGENT, glyph, theme.danger)
                shift = side + px(8)
            draw_line(painter, text, below.adjusted(shift, 0, 0, 0), small, ink, weight=heavy)
            below.translate(0, line)

    def _sign(self, sign: Sign, box: QRectF) -> None:
        painter, theme = self._painter, self._theme
        if sign is Sign.WORKING:
            paint_glyph(painter, Symbol.PLAY, box, theme.st_checkedin)
        elif sign is Sign.WAITING:
            paint_glyph(painter, Symbol.CLOCK, box, theme.st_arrived)
        elif sign is Sign.CLEANING:
            painter.setPen(QPen(theme.text2, max(2, self._px(3))))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def _ground(self, row: BoardRow) -> None:
        painter, theme, times = self._painter, self._theme, self._layout.times
        box = QRect(*row.box)
        painter.fillRect(box, theme.canvas)
        for minute in times.hours():
            painter.fillRect(QRect(times.x(minute), box.y(), 1, box.height()), theme.line)
        for start, end in row.room.shut:
            painter.fillRect(self._stretch(row.box, start, end), theme.closed)
        for start, end in row.room.breaks:
            rest = self._stretch(row.box, start, end)
            painter.fillRect(rest, theme.hatchbg)
            self._hatched(rest, Hatch.BREAK, theme.hatch)
        if row.room.closes is not None:
            x = times.x(row.room.closes)
            painter.fillRect(QRect(x - 1, box.y(), max(2, self._px(3)), box.height()), theme.text2)
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), theme.linestrong)

    def _stretch(self, box: Box, start: int, end: int) -> QRect:
        """It reaches to the edge of the row where the day does."""
        times = self._layout.times
        left = box.x if start <= times.first else times.x(start)
        right = box.right if end >= times.last else times.x(end)
        return QRect(left, box.y, max(0, right - left), box.height)

    def _kept(self, row: BoardRow, bars: BoardBars) -> None:
        """Time that is kept for emergencies, say: dashed."""
        times, theme, px = self._layout.times, self._theme, self._px
        top, bottom = row.box.y + px(8), row.strip.y
        for start, end, text in row.room.kept:
            frame = QRect(times.x(start) + 2, top, times.x(end) - times.x(start) - 4, bottom - top)
            pen = QPen(theme.control, max(1, px(2)))
            pen.setDashPattern([4, 3])
            self._painter.setPen(pen)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(frame)
            size = _size(self._layout.sizes.text)
            line = QRect(
                frame.x() + px(10), frame.y() + px(8), frame.width() - px(16), round(size.pixels * 1.3)
            )
            for each in wrapped(text, size, line.width()):
                if line.bottom() > frame.bottom() or line.width() < size.pixels:
                    break
                bars.written.append(draw_line(self._painter, each, line, size, theme.text2))
                line.translate(0, line.height())

    def _now(self, plan: BoardPlan, written: list[QRect]) -> None:
        """A line through all rooms, broken around words."""
        layout, painter, theme = self._layout, self._painter, self._theme
        if plan.now is None or not layout.rows or not layout.times.first <= plan.now <= layout.times.last:
            return
        thick = max(2, self._px(3))
        top, bottom = layout.rows[0].box.y, layout.rows[-1].box.bottom
        line = QRect(layout.times.x(plan.now) - thick // 2, top, thick, bottom - top)
        halo = line.adjusted(-1, 0, 1, 0)
        region = QRegion(halo)
        for words in written:
            if words.intersects(halo):
                region -= QRegion(words.adjusted(-3, 0, 3, 0))
        painter.save()
        painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
        painter.fillRect(halo, theme.canvas)
        painter.fillRect(line, theme.now)
        painter.restore()

    def _hatched(self, rect: QRect, hatch: Hatch, ink: QColor) -> None:
        brush = QBrush(hatch_brush(hatch, ink, self._ratio))
        brush.setTransform(QTransform.fromScale(self._grow, self._grow))
        self._painter.fillRect(rect, brush)

    def _text(
        self,
        text: str,
        rect: QRect,
        units: float,
        *,
        weight: QFont.Weight = REGULAR,
        muted: bool = False,
        flush: Flush = Flush.LEFT,
    ) -> QRect:
        ink = self._theme.text2 if muted else self._theme.text
        return draw_line(self._painter, text, rect, self._size(units), ink, weight=weight, flush=flush)

    def _size(self, units: float) -> TextSize:
        return _size(self._px(units))


def _size(pixels: int) -> TextSize:
    return TextSize(pixels, round(pixels * 1.3))
