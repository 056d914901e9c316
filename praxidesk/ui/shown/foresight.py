"""Lays out the pages before and after the one shown, in small steps, while nobody does anything."""

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Slot

from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar_feed import CalendarFeed
from praxidesk.ui.shown.view_stack import ViewStack

REST_MS = 150
"""So long after the last change of what is shown, or the last scroll, it begins."""
STEP_MS = 2
"""Between two steps, so that whatever happens meanwhile comes first."""


class Foresight(QObject):
    """Turning to a page that was foreseen finds its columns laid out and its tiles drawn."""

    def __init__(self, feed: CalendarFeed, views: ViewStack, parent: QObject) -> None:
        super().__init__(parent)
        self._feed = feed
        self._views = views
        self._shown: CalendarState | None = None
        self._steps: Iterator[int] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        for view in views.views.values():
            view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
            view.horizontalScrollBar().valueChanged.connect(self._on_scrolled)

    def begin(self, state: CalendarState) -> None:
        """Another state is shown: begin anew once it rests."""
        self._shown, self._steps = state, self._foreseen(state)
        self._timer.start(REST_MS)

    def _foreseen(self, shown: CalendarState) -> Iterator[int]:
        view, length = self._views.view, len(shown.days)
        step = timedelta(days=1 if length == 1 else 7 if length <= 7 else 28)
        for days in (tuple(each + step for each in shown.days), tuple(each - step for each in shown.days)):
            state = self._feed.foreseen(days)
            if state is not None:
                yield from view.foresee(state)

    @Slot()
    def _on_scrolled(self) -> None:
        """The pictures are of where the window stood; the layouts stay."""
        if self._shown is not None:
            self.begin(self._shown)

    @Slot()
    def _go_on(self) -> None:
        if next(self._steps, None) is not None:
            self._timer.start(STEP_MS)
