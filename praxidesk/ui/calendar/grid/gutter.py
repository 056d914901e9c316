"""The strip left of a time grid: hours, the label of now, and the times of what is being dragged."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from praxidesk.ui.calendar.grid.layout import GridLayout
from praxidesk.ui.calendar.grid.now_line import now_minute
from praxidesk.ui.calendar.text_line import Flush, draw_line
from praxidesk.ui.look.fonts import BASE, MEDIUM, SECONDARY, SEMIBOLD
from praxidesk.ui.look.theme import Theme

GUTTER_WIDTH = 52
_LABEL_HEIGHT = 20
_CLEARANCE = 15
"""Pixels between the middles of two labels, less than which the weaker one is left out."""

_OWN_LABELS = frozenset({15, 20})
"""Grids that label their own steps."""


class GridGutter(QWidget):
    """Scrolls along with the grid; takes no part in focus or selection."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout: GridLayout | None = None
        self._theme: Theme | None = None
        self._offset = 0
        self._now = 0
        self._wanted: tuple[int, ...] = ()
        self._is_refused = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_layout(self, layout: GridLayout, theme: Theme, now: int) -> None:
        """Take over what the grid shows."""
        before, self._layout, self._theme, self._now = self._shown(), layout, theme, now
        if before != self._shown():
            self.update()

    def _shown(self) -> tuple[object, ...]:
        """All that is painted: another week has the same hours."""
        layout = self._layout
        if layout is None:
            return ()
        now = now_minute(layout, self._now)
        return layout.metrics.pixels_per_minute, layout.axis.minutes, layout.grid_minutes, self._theme, now

    def scroll_to(self, offset: int) -> None:
        """Follow the grid's vertical offset."""
        if offset != self._offset:
            self._offset = offset
            self.update()

    def show_times(self, minutes: tuple[int, ...], is_refused: bool) -> None:
        """Outline these times, of a drag; none at its end."""
        if (minutes, is_refused) != (self._wanted, self._is_refused):
            self._wanted, self._is_refused = minutes, is_refused
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Labels of half and whole hours, then the louder ones."""
        painter = QPainter(self)
        theme, layout = self._theme, self._layout
        if theme is None or layout is None:
            painter.fillRect(event.rect(), self.palette().window())
            return
        painter.fillRect(event.rect(), theme.chrome)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.linestrong)
        now = now_minute(layout, self._now)
        loud = [self._y(minute) for minute in (*self._wanted, *([] if now is None else [now]))]
        for minute in range(0, layout.axis.minutes + 1, self._step(layout)):
            y = self._y(minute)
            if not 0 <= y < self.height() + _LABEL_HEIGHT:
                continue
            if minute % 60 == 0:
                painter.fillRect(self.width() - 7, y, 6, 1, theme.linestrong)
            # A label half under the header would be worse than none.
            if y >= _CLEARANCE // 2 and all(abs(y - other) >= _CLEARANCE for other in loud):
                self._hour(painter, minute, y)
        frame = theme.danger if self._is_refused else theme.accent
        ground = theme.dangersoft if self._is_refused else theme.accentsoft
        if now is not None:
            self._label(painter, now, (theme.now, theme.now, theme.onnow))
        # Over the label of now, where they meet: somebody is about to let go at these times.
        for minute in self._wanted:
            self._label(painter, minute, (ground, frame, frame))

    @staticmethod
    def _step(layout: GridLayout) -> int:
        """Between labels: the half hours, or what a grid has in their place."""
        return layout.grid_minutes if layout.grid_minutes in _OWN_LABELS else 30

    def _y(self, minute: int) -> int:
        return self._layout.metrics.y(minute) - self._offset if self._layout is not None else 0

    def _hour(self, painter: QPainter, minute: int, y: int) -> None:
        layout, theme = self._layout, self._theme
        if layout is None or theme is None:
            return
        text = layout.axis.label(minute)
        is_hour = minute % 60 == 0
        if not is_hour and layout.metrics.y(self._step(layout)) < _CLEARANCE:
            return
        room = QRect(0, y - 10, self.width() - 10, 20)
        if is_hour:
            draw_line(painter, text, room, BASE, theme.text, weight=MEDIUM, flush=Flush.RIGHT)
        else:
            draw_line(painter, text[3:], room, SECONDARY, theme.text3, flush=Flush.RIGHT)

    def _label(self, painter: QPainter, minute: int, colours: tuple[QColor, QColor, QColor]) -> None:
        layout = self._layout
        if layout is None:
            return
        ground, frame, text = colours
        box = QRectF(2.5, self._y(minute) - _LABEL_HEIGHT / 2 + 0.5, self.width() - 6, _LABEL_HEIGHT - 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(frame, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 3, 3)
        painter.restore()
        word = layout.axis.label(minute)
        draw_line(painter, word, box.toRect(), BASE, text, weight=SEMIBOLD, flush=Flush.CENTRE)
