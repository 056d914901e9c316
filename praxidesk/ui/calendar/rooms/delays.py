"""What a late operation pushes, in the plan: the time that its next ones will take, and the words for it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from praxidesk.engine.room_progress import DayProgress, RoomProgress
from praxidesk.ui.calendar.hatches import Hatch, hatch_brush
from praxidesk.ui.calendar.rooms.layout import Row, TimeScale
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.time_axis import DayScale
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.wording.deviation_words import moved_to, room_free


def paint_pushed(
    painter: QPainter,
    theme: Theme,
    row: Row,
    places: tuple[TimeScale, DayScale],
    progress: DayProgress,
) -> None:
    """Behind each bar that must move: dashed, until when it will take the room."""
    times, scale = places
    ratio = painter.device().devicePixelRatioF()
    pen = QPen(theme.danger, 1)
    pen.setDashPattern([3, 3])
    for bar in row.bars:
        push = progress.pushes.get(bar.facts.entry.id)
        course = progress.courses.get(bar.facts.entry.id)
        if push is None or course is None or course.room != row.room.actor:
            continue
        left, right = bar.box.right + 1, times.x(scale.minute(course.ends_at))
        if right <= left:
            continue
        slot = QRect(left, bar.box.y, right - left, bar.box.height)
        painter.save()
        painter.setOpacity(0.55)
        painter.fillRect(slot, theme.dangersoft)
        painter.fillRect(slot, hatch_brush(Hatch.TAKEN, theme.danger, ratio))
        painter.setOpacity(1.0)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(slot.adjusted(0, 0, -1, -1))
        painter.restore()


def pushed_words(state: CalendarState, late: RoomProgress) -> str:
    """``→ rückt auf 10:55, Saal frei 13:25``: of the next operation in the same room; else nothing."""
    push = late.pushed
    if push is None:
        return ""
    course = next((each for each in late.courses if each.entry.id == push.entry.id), None)
    free = f", {room_free(state.zone, course)}" if course is not None else ""
    return f"→ {moved_to(state.zone, push)}{free}"
