"""Painting the plan of the operating rooms: ground, bars, labels, times, now; asks nothing else."""

from collections.abc import Container, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from praxidesk.engine.room_progress import RoomNow, RoomProgress
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.grid.paint import ground_colour
from praxidesk.ui.calendar.ground import Ground, Stretch
from praxidesk.ui.calendar.hatches import Hatch, hatch_brush
from praxidesk.ui.calendar.rooms import rooms_text
from praxidesk.ui.calendar.rooms.bars import BarPainter
from praxidesk.ui.calendar.rooms.delays import paint_pushed, pushed_words
from praxidesk.ui.calendar.rooms.layout import HEADER, LABELS, RoomsLayout, Row
from praxidesk.ui.calendar.rooms.plan import RoomsPlan
from praxidesk.ui.calendar.rooms.reserved import paint_reserved
from praxidesk.ui.calendar.rooms.times import TopTimes, badge_at, top_times
from praxidesk.ui.calendar.rooms.track import TrackPainter
from praxidesk.ui.calendar.rooms.unseen import paint_unseen, paint_veil
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.text_line import Flush, draw_line, elided, width_of
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.look.fonts import BASE, HEADING, SECONDARY, SEMIBOLD, SMALL, TITLE
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.wording import dates, theatre_words

_ROOMY = 140
"""Height of a row whose label has air."""


class RoomsPainter:
    """Paints one frame."""

    def __init__(self, painter: QPainter, theme: Theme, state: CalendarState, plan: RoomsPlan) -> None:
        self._painter = painter
        self._theme = theme
        self._state = state
        self._plan = plan
        self._ratio = painter.device().devicePixelRatioF()

    def paint(self, layout: RoomsLayout, exposed: QRect, selected: Container[EntryId]) -> None:
        """Rows and strip; the painter is at the contents' origin."""
        painter, theme = self._painter, self._theme
        painter.setBrushOrigin(0, 0)
        painter.fillRect(exposed, theme.chrome)
        bars = BarPainter(painter, theme, self._state)
        rows = [row for row in layout.rows if QRect(*row.box).intersects(exposed)]
        for row in rows:
            self._ground(layout, row)
        for row in rows:
            paint_pushed(painter, theme, row, (layout.times, self._plan.scale), self._plan.progress)
            for bar in row.bars:
                bars.paint(bar, layout.times)
            bars.written += self._tracks(layout, row)
        self._now(layout, bars.written)
        for row in rows:
            for bar in row.bars:
                if bar.facts.entry.id in selected:
                    bars.ring(bar.box)

    def _tracks(self, layout: RoomsLayout, row: Row) -> list[QRect]:
        """What really happened, below the bars; where there are words."""
        scale = self._plan.scale
        tracks = TrackPainter(self._painter, self._theme, self._state, layout.times, scale)
        progress = self._plan.progress.rooms.get(row.room.actor)
        late = progress.late.entry.id if progress is not None and progress.late is not None else None
        for bar in row.bars:
            course = self._plan.progress.courses.get(bar.facts.entry.id)
            if course is not None and course.room == row.room.actor:
                is_late = progress is not None and course.entry.id == late
                pushed = pushed_words(self._state, progress) if progress is not None and is_late else ""
                tracks.paint(bar, course, row.box.bottom, pushed)
        return tracks.written

    def paint_times(
        self, layout: RoomsLayout, shift: int, width: int, wanted: tuple[int, ...] = ()
    ) -> TopTimes:
        """The hours along the top, scrolled by ``shift``; the painter is at the viewport's origin.

        What would touch the ``wanted`` times is left out; those are painted by ``paint_wanted``.
        """
        painter, theme = self._painter, self._theme
        painter.fillRect(QRect(0, 0, width, HEADER), theme.chrome)
        now = self._now_minute()
        placed = top_times(layout.times, shift, now, wanted)
        for minute in layout.times.hours():
            painter.fillRect(QRect(layout.times.x(minute) - shift, HEADER - 7, 1, 6), theme.linestrong)
        for minute in placed.hours:
            label = QRect(layout.times.x(minute) - shift - 30, 0, 60, HEADER - 2)
            time = f"{minute // 60 % 24:02}:{minute % 60:02}"
            draw_line(painter, time, label, BASE, theme.text, flush=Flush.CENTRE)
        if now is not None:
            foot = badge_at(layout.times.x(now) - shift)
            painter.fillRect(QRect(foot.center().x(), foot.bottom(), 2, HEADER - foot.bottom()), theme.now)
        if placed.now is not None:
            self._rounded(placed.now, theme.now, 4)
            time = dates.clock(self._state.zone, self._state.now)
            draw_line(painter, time, placed.now, BASE, theme.onnow, weight=SEMIBOLD, flush=Flush.CENTRE)
        painter.fillRect(QRect(0, HEADER - 1, width, 1), theme.linestrong)
        painter.fillRect(QRect(0, 0, LABELS, HEADER - 1), theme.chrome)
        painter.fillRect(QRect(LABELS - 1, 0, 1, HEADER), theme.linestrong)
        return placed

    def paint_wanted(self, boxes: Sequence[QRect], minutes: Sequence[int], *, is_refused: bool) -> None:
        """Start and end of what is in hand, outlined among the hours."""
        painter, theme = self._painter, self._theme
        colour = theme.danger if is_refused else theme.accent
        for box, minute in zip(boxes, minutes, strict=True):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour, 1))
            painter.setBrush(theme.raised)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            time = dates.clock(self._state.zone, self._plan.scale.instant(minute))
            draw_line(painter, time, box, BASE, colour, weight=SEMIBOLD, flush=Flush.CENTRE)

    def paint_labels(self, layout: RoomsLayout, shift: int) -> None:
        """The rooms down the left side, scrolled by ``shift``; the painter is at the viewport's origin."""
        painter, theme = self._painter, self._theme
        painter.save()
        painter.setClipRect(QRect(0, 0, LABELS, layout.strip.y - shift))
        for row in layout.rows:
            box = QRect(*row.label).translated(0, -shift)
            painter.fillRect(box, theme.chrome)
            self._label(row, box.adjusted(12, 0, -12, 0))
            painter.fillRect(QRect(0, box.bottom(), box.width(), 1), theme.linestrong)
        bottom = (layout.rows[-1].label.bottom if layout.rows else HEADER) - shift
        painter.fillRect(QRect(LABELS - 1, 0, 1, bottom), theme.linestrong)
        painter.restore()

    def _label(self, row: Row, box: QRect) -> None:
        painter, theme, room = self._painter, self._theme, row.room
        is_roomy = box.height() >= _ROOMY
        size = TITLE if is_roomy else HEADING
        top = box.y() + (13 if is_roomy else 8)
        name = elided(one_line(room.name), size, box.width(), SEMIBOLD)
        draw_line(painter, name, QRect(box.x(), top, box.width(), 24), size, theme.text, weight=SEMIBOLD)
        line = QRect(box.x(), top + (25 if is_roomy else 22), box.width(), 18)
        progress = self._plan.progress.rooms.get(room.actor)
        foot = QRect(box.x(), box.bottom() - 34, box.width(), 18)
        end = rooms_text.end_text(room, self._plan, self._state)
        if is_roomy or progress is None or progress.now is None:
            draw_line(painter, rooms_text.operations_text(room), line, SECONDARY, theme.text2)
            self._state_now(progress, QRect(box.x(), top + 46, box.width(), 20))
        else:
            self._state_low(progress.now, line)
            end = "" if progress.late_minutes else end
            self._late(progress, foot)
        draw_line(painter, end, foot, SECONDARY, theme.text2)
        if room.load is not None:
            load = f"{room.load} %"
            draw_line(painter, load, foot, SECONDARY, theme.text2, flush=Flush.RIGHT)
            track = QRect(box.x(), foot.bottom() + 4, box.width(), 4)
            self._rounded(track, theme.line, 2)
            track.setWidth(min(track.width(), round(track.width() * room.load / 100)))
            self._rounded(track, theme.text2, 2)

    def _state_low(self, now: RoomNow, line: QRect) -> None:
        """What the room is doing and since when, in the one line of a low row."""
        state = theatre_words.room_state(now.state)
        draw_line(self._painter, state, line, SECONDARY, self._theme.text, weight=SEMIBOLD)
        since = theatre_words.since_or_until(self._state.zone, now, is_short=True)
        line.setLeft(line.left() + width_of(state, SECONDARY, SEMIBOLD) + 6)
        draw_line(self._painter, elided(since, SECONDARY, line.width()), line, SECONDARY, self._theme.text2)

    def _late(self, progress: RoomProgress, line: QRect) -> None:
        """How late it is, where that is worth a word."""
        if progress.late_minutes:
            painter, theme = self._painter, self._theme
            sign = pixmap(Icon.WARNING, theme.danger, 14, self._ratio)
            painter.drawPixmap(line.x(), line.y() + 3, sign)
            late = theatre_words.late(progress.late_minutes)
            draw_line(painter, late, line.adjusted(20, 0, 0, 0), SECONDARY, theme.danger, weight=SEMIBOLD)

    def _state_now(self, progress: RoomProgress | None, line: QRect) -> None:
        """What the room is doing, since when, and how late it is."""
        if progress is None or progress.now is None:
            return
        painter, theme, now = self._painter, self._theme, progress.now
        draw_line(painter, theatre_words.room_state(now.state), line, HEADING, theme.text, weight=SEMIBOLD)
        line.translate(0, 19)
        since = theatre_words.since_or_until(self._state.zone, now)
        if since:
            draw_line(painter, since, line, SECONDARY, theme.text2)
        line.translate(0, 17)
        self._late(progress, line)

    def _ground(self, layout: RoomsLayout, row: Row) -> None:
        painter, theme, times = self._painter, self._theme, layout.times
        box = QRect(*row.box)
        painter.fillRect(box, theme.canvas)
        where = layout.times, self._plan.scale
        paint_veil(painter, theme, row, where)
        for minute in layout.times.hours():
            painter.fillRect(QRect(times.x(minute + 30), box.y(), 1, box.height()), theme.linefaint)
            painter.fillRect(QRect(times.x(minute), box.y(), 1, box.height()), theme.line)
        for stretch in row.room.ground.stretches:
            self._stretch(layout, row, stretch)
        paint_unseen(painter, (theme, self._ratio), row, where)
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), theme.linestrong)
        if row.room.closes is not None:
            x = times.x(row.room.closes)
            painter.fillRect(QRect(x - 1, box.y(), 2, box.height() - 1), theme.text)
            self._closing(row, x)

    def _closing(self, row: Row, x: int) -> None:
        """The time the room's day ends, behind its line, or before it where there is more room."""
        text = rooms_text.closing_text(row.room, self._plan, self._state)
        width = width_of(text, SMALL)
        last = max((bar.box.right for bar in row.bars), default=row.box.x)
        if x + 10 + width <= row.box.right:
            left = x + 7
        elif x - 10 - width > last:
            left = x - 7 - width
        else:
            return
        place = QRect(left, row.box.y + 6, width, 16)
        if any(place.adjusted(-2, 0, 2, 0).intersects(QRect(*bar.box)) for bar in row.bars):
            return
        draw_line(self._painter, text, place, SMALL, self._theme.text3)

    def _stretch(self, layout: RoomsLayout, row: Row, stretch: Stretch) -> None:
        """Time that is not free; it reaches to the edge of the row where the day does."""
        painter, theme, times = self._painter, self._theme, layout.times
        box = QRect(*row.box)
        left = box.x() if stretch.start <= times.first else times.x(stretch.start)
        right = box.right() + 1 if stretch.end >= times.last else times.x(stretch.end)
        if right <= left:
            return
        rect = QRect(left, box.y(), right - left, box.height())
        if stretch.ground is Ground.RESERVED:
            paint_reserved(painter, theme, row, (left, right), stretch.label)
            return
        is_break = stretch.ground is Ground.BREAK
        painter.fillRect(rect, ground_colour(stretch.ground, theme))
        if is_break:
            painter.fillRect(rect, hatch_brush(Hatch.BREAK, theme.hatch, self._ratio))
        elif stretch.ground is Ground.ABSENT:
            painter.fillRect(rect, hatch_brush(Hatch.ABSENCE, theme.hatch, self._ratio))
        names = [
            notice.title for notice in row.room.ground.notices if notice.start < stretch.end > stretch.start
        ]
        is_named = stretch.ground is Ground.BREAK
        label = (
            stretch.label if is_named else names[0] if names and stretch.ground is not Ground.CLOSED else ""
        )
        place = rect.adjusted(8, 8, -8, 0)
        if label and width_of(label, SECONDARY) <= place.width():
            draw_line(painter, label, QRect(place.x(), place.y(), place.width(), 18), SECONDARY, theme.text2)

    def _now_minute(self) -> int | None:
        span, now = self._plan.scale.span, self._state.now
        return self._plan.scale.minute(now) if span.start <= now < span.end else None

    def _now(self, layout: RoomsLayout, written: list[QRect]) -> None:
        """A line through all rooms, broken around words."""
        minute = self._now_minute()
        if minute is None or not layout.rows or not layout.times.first <= minute <= layout.times.last:
            return
        painter, theme = self._painter, self._theme
        top, bottom = layout.rows[0].box.y, layout.rows[-1].box.bottom
        line = QRect(layout.times.x(minute) - 1, top, 2, bottom - top)
        region = QRegion(line.adjusted(-1, 0, 1, 0))
        for words in written:
            if words.intersects(line):
                region -= QRegion(words.adjusted(-3, 1, 3, -1))
        painter.save()
        painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
        painter.fillRect(line.adjusted(-1, 0, 1, 0), theme.canvas)
        painter.fillRect(line, theme.now)
        painter.restore()

    def _rounded(self, rect: QRect, colour: QColor, radius: int) -> None:
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(rect), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_empty(painter: QPainter, rect: QRect, theme: Theme, *, is_known: bool) -> None:
    """A practice without operating rooms; nothing at all while it is not known."""
    painter.fillRect(rect, theme.canvas)
    if not is_known:
        return
    middle = rect.center().y()
    line = QRect(rect.x(), middle - 30, rect.width(), 28)
    draw_line(painter, rooms_text.no_rooms(), line, TITLE, theme.text, weight=SEMIBOLD, flush=Flush.CENTRE)
    line.translate(0, 32)
    draw_line(painter, rooms_text.no_rooms_hint(), line, BASE, theme.text2, flush=Flush.CENTRE)
