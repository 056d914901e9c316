"""An entry of a month in hand: on which day it is held, what the engine says to that, what is painted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QRect

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import HOUR, Span
from praxidesk.engine.vocabulary import GONE, EntryId, Role, Status
from praxidesk.ui import dates, words
from praxidesk.ui.calendar.actor_names import short_name
from praxidesk.ui.calendar.ghost_words import reasons
from praxidesk.ui.calendar.month_layout import MonthLayout
from praxidesk.ui.calendar.move_check import Verdict, judged
from praxidesk.ui.calendar.overlay_paint import Ghost
from praxidesk.ui.calendar.state import CalendarState, MoveWanted
from praxidesk.ui.calendar.tile_face import FaceWords, one_line

translate = QCoreApplication.translate

_HIGH = 22
_AROUND = 24 * HOUR


class MonthMove:
    """From taking hold of an entry to putting it down on another day, at the same time of day."""

    def __init__(
        self,
        state: CalendarState,
        layout: MonthLayout,
        entry: Entry,
        day: date,
        *,
        by_keys: bool,
        status: Status | None = None,
    ) -> None:
        """``status``: what it becomes where it is put down."""
        self._state, self._layout = state, layout
        self._entry, self._status = entry, status
        self.day = day
        self.by_keys = by_keys
        self.ghost = self._judge()

    @staticmethod
    def can_move(entry: Entry) -> bool:
        """Whether an entry is still in the calendar, and somebody takes part in it."""
        return entry.status not in GONE and bool(entry.allocations)

    @property
    def entry(self) -> EntryId:
        """What is in hand."""
        return self._entry.id

    @property
    def is_changed(self) -> bool:
        """Whether putting it down here would change anything."""
        return self.wanted.span != self._entry.span or self._status is not None

    @property
    def wanted(self) -> MoveWanted:
        """What putting it down here asks for."""
        zone, entry = self._state.zone, self._entry
        clock = zone.local(entry.starts_at)
        start = zone.at(self.day, clock.hour * 60 + clock.minute)
        span = Span(start, start + entry.ends_at - entry.starts_at)
        return MoveWanted(entry.id, span, None, None, self._status)

    def hold(self, day: date) -> bool:
        """Hold it on a day; whether that is another one than before."""
        if day == self.day or day not in self._state.days:
            return False
        self.day = day
        self.ghost = self._judge()
        return True

    def follow(self, state: CalendarState, layout: MonthLayout) -> bool:
        """Go on in a new layout; ``False`` where the entry is another now, or the day is not shown."""
        known = state.entry(self._entry.id)
        if (known is not None and known != self._entry) or self.day not in state.days:
            return False
        self._state, self._layout = state, layout
        self.ghost = self._judge()
        return True

    def cell_rect(self) -> QRect:
        """The day it is held on; empty where that is not laid out."""
        return next((QRect(*each.box) for each in self._layout.cells if each.facts.day == self.day), QRect())

    def _judge(self) -> Ghost:
        state, entry, wanted = self._state, self._entry, self.wanted
        verdict = self._judged(wanted) if self.is_changed else Verdict()
        face = FaceWords(state.practice, state.zone, state.colour_by, {})
        cell = self.cell_rect()
        return Ghost(
            origin=next(iter(self._lines()), QRect()),
            origin_text="",
            rect=QRect(cell.x() + 5, cell.y() + 32, max(0, cell.width() - 10), _HIGH),
            face=face.face(entry, entry.allocations[0]),
            is_refused=not verdict.is_free,
            clashes=(),
            old=self._when(entry.span),
            new=self._when(wanted.span),
            whose=self._whose(),
            reasons=tuple(reasons(state, verdict)),
        )

    def _judged(self, wanted: MoveWanted) -> Verdict:
        """Asked about the days around alone: a month has too many entries to look through at every step."""
        around = Span(wanted.span.start - _AROUND, wanted.span.end + _AROUND)
        near = tuple(each for each in self._state.entries if each.span.overlaps(around))
        return judged(replace(self._state, entries=near), self._entry, wanted)

    def _lines(self) -> Iterator[QRect]:
        for cell in self._layout.cells:
            for line in cell.lines:
                if line.entry is not None and line.entry.id == self._entry.id:
                    yield QRect(*line.box)

    def _when(self, span: Span) -> str:
        zone = self._state.zone
        return f"{dates.tiny_day(zone.day_of(span.start))} {dates.time_range(zone, span)}"

    def _whose(self) -> str:
        parts = [each for each in self._entry.allocations if each.role is not Role.PATIENT]
        if not parts:
            return one_line(words.service_name(self._state.practice, self._entry))
        return short_name(one_line(words.actor_name(self._state.practice, parts[0].actor)))
