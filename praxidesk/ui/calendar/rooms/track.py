"""What really happened, below an operation's bar: reached, expected, late; milestones and their times."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygon

from praxidesk.engine.progress import LATE_MINUTES, Course, Stage, Step
from praxidesk.engine.vocabulary import Milestone
from praxidesk.ui.calendar.hatches import Hatch, hatch_brush
from praxidesk.ui.calendar.rooms.layout import PlacedBar, TimeScale
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.text_line import draw_line, width_of
from praxidesk.ui.calendar.time_axis import DayScale
from praxidesk.ui.look.fonts import REGULAR, SEMIBOLD, SMALL
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.wording import dates, theatre_words

_BELOW_BAR = 7
_HIGH = 5
_LINE = 14
_APART = 8
_ROOM_NEEDED = 46
"""Pixels below a bar that track and labels need."""
_IMPORTANCE = (
    Milestone.INCISION,
    Milestone.SUTURE,
    Milestone.PATIENT_IN_ROOM,
    Milestone.PATIENT_OUT,
    Milestone.ANAESTHESIA_READY,
    Milestone.ROOM_READY,
    Milestone.TIME_OUT,
)
"""Whose time stays where two would collide."""


class TrackPainter:
    """Paints the tracks of one row; labels of neighbours keep out of each other's way."""

    def __init__(
        self, painter: QPainter, theme: Theme, state: CalendarState, times: TimeScale, scale: DayScale
    ) -> None:
        self._painter, self._theme, self._state = painter, theme, state
        self._times, self._scale = times, scale
        self._ratio = painter.device().devicePixelRatioF()
        self.written: list[QRect] = []
        """Labels, which the line of now breaks around, too."""

    def paint(self, bar: PlacedBar, course: Course, bottom: int, pushed: str = "") -> None:
        """The track of one bar, as far as there is room above ``bottom``.

        :param pushed: what its delay does to the next one
        """
        top = bar.box.bottom + _BELOW_BAR
        if not course.entry.milestones or bottom - top < _HIGH + 4:
            return
        reached = [each for each in course.steps if each.reached is not None]
        is_over = course.stage is Stage.OVER
        ink = self._theme.text3 if is_over else self._theme.text
        first = self._x(reached[0].expected)
        last = self._x(reached[-1].expected)
        now = self._state.now
        if not is_over:
            last = max(last, self._x(now))
            self._ahead(course, top, last)
        self._painter.fillRect(QRect(first, top, max(2, last - first), _HIGH), ink)
        for each in reached:
            self._diamond(QPoint(self._x(each.expected), top + _HIGH // 2), ink)
        if bottom - bar.box.bottom >= _ROOM_NEEDED:
            self._labels(course, reached, top + _HIGH + 3, pushed)

    def _ahead(self, course: Course, top: int, left: int) -> None:
        """What is expected, outlined; past the plan hatched."""
        end = course.step(Milestone.PATIENT_OUT)
        planned, expected = self._x(end.planned), self._x(end.expected)
        painter, theme = self._painter, self._theme
        if course.late_minutes >= LATE_MINUTES and expected > planned:
            late = QRect(max(planned, left), top, expected - max(planned, left), _HIGH)
            painter.fillRect(late, theme.dangersoft)
            painter.fillRect(late, QBrush(hatch_brush(Hatch.TAKEN, theme.danger, self._ratio)))
            self._outline(late, theme.danger)
            expected = planned
        if expected > left:
            self._outline(QRect(left, top, expected - left, _HIGH), theme.text)

    def _outline(self, rect: QRect, ink: QColor) -> None:
        self._painter.setPen(QPen(ink, 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _diamond(self, at: QPoint, ink: QColor) -> None:
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        size = 5
        painter.drawPolygon(
            QPolygon(
                [
                    at + QPoint(0, -size),
                    at + QPoint(size, 0),
                    at + QPoint(0, size),
                    at + QPoint(-size, 0),
                ]
            )
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _labels(self, course: Course, reached: list[Step], top: int, pushed: str) -> None:
        theme = self._theme
        if course.late_minutes >= LATE_MINUTES:
            step = course.step(Milestone.PATIENT_OUT)
            text = theatre_words.late_end(self._clock(step.expected), self._clock(step.planned))
            # The end of a long delay stands where it is expected, before whatever comes of it.
            x = self._x(reached[-1].expected) + _APART
            place = self._label(text, x, top, theme.danger, weight=SEMIBOLD)
            if pushed and place is not None:
                self._label(pushed, place.right() + 1 + 2 * _APART, top, theme.danger)
        for step in self._by_importance(reached):
            text = theatre_words.short_time(step.milestone, self._clock(step.expected))
            x = self._x(step.expected) - width_of(text, SMALL) // 2
            self._label(text, x, top, theme.text3 if course.stage is Stage.OVER else theme.text2)

    @staticmethod
    def _by_importance(reached: list[Step]) -> Iterator[Step]:
        by_kind = {each.milestone: each for each in reached}
        return (by_kind[each] for each in _IMPORTANCE if each in by_kind)

    def _label(
        self, text: str, x: int, top: int, ink: QColor, weight: QFont.Weight = REGULAR
    ) -> QRect | None:
        """In the first of two rows where it touches nothing; else not at all."""
        x = max(x, self._times.left - 20)
        for row in range(2):
            place = QRect(x, top + row * _LINE, width_of(text, SMALL, weight), _LINE)
            if not any(place.adjusted(-_APART, 0, _APART, 0).intersects(each) for each in self.written):
                self.written.append(place)
                draw_line(self._painter, text, place, SMALL, ink, weight=weight)
                return place
        return None

    def _x(self, instant: int) -> int:
        return self._times.x(self._scale.minute(instant))

    def _clock(self, instant: int) -> str:
        return dates.clock(self._state.zone, instant)
