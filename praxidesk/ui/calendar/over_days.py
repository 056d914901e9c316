"""Days beside the calendar that an entry is held over: it goes there, at the time at which it stood."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.state import MoveWanted

TURN_MS = 450
"""So long a day is held over before the page turns to it: on the way past it none does."""


def moved_to(
    zone: Zone, entries: Iterable[Entry], day: date, status: Status | None = None
) -> tuple[MoveWanted, ...]:
    """The first of the entries on that day, the others by as many days; all at their times of day."""
    found: list[MoveWanted] = []
    by = None
    for entry in entries:
        clock = zone.local(entry.starts_at)
        by = day - clock.date() if by is None else by
        start = zone.at(clock.date() + by, clock.hour * 60 + clock.minute)
        span = Span(start, start + entry.ends_at - entry.starts_at)
        found.append(MoveWanted(entry.id, span, None, None, status))
    return tuple(found)


class DayTarget(Protocol):
    """Somewhere outside the calendar where days are."""

    def day_under(self, at: QPoint) -> date | None:
        """The day at a point of the screen."""

    def show_over(self, day: date | None) -> None:
        """Show that what is held would go there; or no longer."""


class Home(NamedTuple):
    """Where what is held was taken from."""

    actor: ActorId
    day: date
    minute: int


class OverDays(QObject):
    """Follows what is held by mouse, and asks for the page of the day under it."""

    page_wanted = Signal(object)
    """``date``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._target: DayTarget | None = None
        self.home: Home | None = None
        """Where it came from, in a view that has to aim at it again on the other page."""
        self.is_open = True
        """Not where what is held cannot go to another day: one end of it is pulled."""
        self.day: date | None = None
        """The one that it is over."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TURN_MS)
        self._timer.timeout.connect(self._turn)

    def set_target(self, target: DayTarget) -> None:
        """Where the days are."""
        self._target = target

    def hover(self, at: QPoint, shown: Collection[date]) -> date | None:
        """It is held at a point of the screen; which day that is.

        :param shown: days of the page; one of them needs no other page
        """
        over = self._target.day_under(at) if self._target is not None and self.is_open else None
        if over != self.day:
            self._show(over)
            if over is not None and over not in shown:
                self._timer.start()
        return over

    def leave(self) -> None:
        """Nothing is held any more."""
        self._show(None)

    def _show(self, day: date | None) -> None:
        self.day = day
        self._timer.stop()
        if self._target is not None:
            self._target.show_over(day)

    @Slot()
    def _turn(self) -> None:
        if self.day is not None:
            self.page_wanted.emit(self.day)
