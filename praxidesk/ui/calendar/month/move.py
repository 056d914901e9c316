"""Entries of a month in hand: on which day they are held, what the engine says to that, what is painted."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter

from PySide6.QtCore import QCoreApplication, QRect

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import HOUR, Span, merged
from praxidesk.engine.vocabulary import GONE, EntryId, Role, Status
from praxidesk.ui.calendar.ghost_words import family, reasons, said_of_each
from praxidesk.ui.calendar.month.layout import MonthLayout
from praxidesk.ui.calendar.move_check import MoveJudge, Verdict
from praxidesk.ui.calendar.over_days import moved_to
from praxidesk.ui.calendar.overlay_paint import Ghost, HeldTile
from praxidesk.ui.calendar.state import CalendarState, MoveWanted
from praxidesk.ui.calendar.tile_face import FaceWords, one_line
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.actor_names import short_name
from praxidesk.ui.wording.counted import counted

translate = QCoreApplication.translate

_HIGH = 22
_AROUND = 24 * HOUR
_LONGEST = 25 * HOUR
"""Of an entry."""


class MonthMove:
    """From taking hold of entries to putting them down on other days, at the same times of day."""

    def __init__(
        self,
        state: CalendarState,
        layout: MonthLayout,
        entries: Sequence[Entry],
        day: date,
        *,
        by_keys: bool,
        status: Status | None = None,
    ) -> None:
        """The first of the entries is the one held; ``status``: what it becomes where it is put down."""
        self._state, self._layout = state, layout
        self._held, self._status = tuple(entries), status
        self.day = day
        self.by_keys = by_keys
        self.ghost = self._judge()

    @staticmethod
    def can_move(entry: Entry) -> bool:
        """Whether an entry is still in the calendar, and somebody takes part in it."""
        return entry.status not in GONE and bool(entry.allocations)

    @property
    def entries(self) -> tuple[EntryId, ...]:
        """All that is in hand, the one held first."""
        return tuple(each.id for each in self._held)

    @property
    def is_changed(self) -> bool:
        """Whether putting them down here would change anything."""
        moved = zip(self._held, self.wanted, strict=True)
        return self._status is not None or any(wanted.span != entry.span for entry, wanted in moved)

    @property
    def wanted(self) -> tuple[MoveWanted, ...]:
        """What putting them down here asks for: all by as many days as the one that is held."""
        return self.wanted_on(self.day)

    def wanted_on(self, day: date) -> tuple[MoveWanted, ...]:
        """The same on any day, shown or not."""
        return moved_to(self._state.zone, self._held, day, self._status)

    def hold(self, day: date) -> bool:
        """Hold it on a day; whether that is another one than before."""
        if day == self.day or day not in self._state.days:
            return False
        self.day = day
        self.ghost = self._judge()
        return True

    def follow(self, state: CalendarState, layout: MonthLayout) -> bool:
        """Go on in a new layout; ``False`` where an entry is another now, or the day is not shown.

        What is in hand comes along into other weeks, on the same weekday.
        """
        known = {each.id: each for each in state.entries}
        if any(known.get(each.id, each) != each for each in self._held):
            return False
        if self.day not in state.days:
            same = [each for each in state.days if each.weekday() == self.day.weekday()]
            if not same:
                return False
            self.day = min(same, key=lambda each: abs(each - self.day))
        self._state, self._layout = state, layout
        self.ghost = self._judge()
        return True

    def cell_rect(self) -> QRect:
        """The day it is held on; empty where that is not laid out."""
        return self._cell(self.day)

    def _cell(self, day: date) -> QRect:
        return next((QRect(*each.box) for each in self._layout.cells if each.facts.day == day), QRect())

    def _judge(self) -> Ghost:
        state, wanted = self._state, self.wanted
        moves = list(zip(self._held, wanted, strict=True))
        verdicts = self._judged(moves) if self.is_changed else [Verdict()] * len(moves)
        (entry, first), verdict = moves[0], verdicts[0]
        face = FaceWords(state.practice, state.zone, state.colour_by, {})
        ghost = Ghost(
            origin=self._line(entry),
            origin_text="",
            rect=self._rect(self.day, 0),
            face=face.face(entry, entry.allocations[0]),
            is_refused=not verdict.is_free,
            clashes=(),
            old=self._when(entry.span),
            new=self._when(first.span),
            whose=self._whose(entry),
            reasons=tuple(reasons(state, verdict)),
        )
        if len(moves) == 1:
            return ghost
        return replace(
            ghost,
            beside=tuple(self._beside(moves, verdicts)),
            reasons=said_of_each(state, [each for each, _ in moves], verdicts),
            whose=counted.appointments(len(moves)),
        )

    def _beside(
        self, moves: Sequence[tuple[Entry, MoveWanted]], verdicts: Sequence[Verdict]
    ) -> Iterator[HeldTile]:
        """The others, below each other on the days that they would come to."""
        places = {self.day: 1}
        for (entry, wanted), verdict in list(zip(moves, verdicts, strict=True))[1:]:
            day = self._state.zone.day_of(wanted.span.start)
            place = places[day] = places.get(day, 0) + 1
            yield HeldTile(
                origin=self._line(entry),
                rect=self._rect(day, place - 1),
                name=family(self._state, entry),
                is_refused=not verdict.is_free,
            )

    def _rect(self, day: date, place: int) -> QRect:
        """The place of one that is held in the cell of a day; the last one, where there are too many."""
        cell = self._cell(day)
        most = max(0, (cell.height() - 32) // _HIGH - 1)
        top = cell.y() + 32 + min(place, most) * (_HIGH + 1)
        return QRect(cell.x() + 5, top, max(0, cell.width() - 10), _HIGH) if cell else QRect()

    def _judged(self, moves: Sequence[tuple[Entry, MoveWanted]]) -> list[Verdict]:
        """Asked about the days around alone: a month has too many entries to look through at every step."""
        windows = sorted(Span(each.span.start - _AROUND, each.span.end + _AROUND) for each in self.wanted)
        near: list[Entry] = []
        every, starts_at = self._state.entries, attrgetter("starts_at")
        for window in merged(windows):
            first = bisect_left(every, window.start - _LONGEST, key=starts_at)
            last = bisect_left(every, window.end, key=starts_at)
            near += (each for each in every[first:last] if each.span.overlaps(window))
        return MoveJudge(replace(self._state, entries=tuple(near)), set(self.entries)).judged(moves)

    def _line(self, entry: Entry) -> QRect:
        lines = (line for cell in self._layout.cells for line in cell.lines)
        found = (QRect(*line.box) for line in lines if line.entry is not None and line.entry.id == entry.id)
        return next(found, QRect())

    def _when(self, span: Span) -> str:
        zone = self._state.zone
        return f"{dates.tiny_day(zone.day_of(span.start))} {dates.time_range(zone, span)}"

    def _whose(self, entry: Entry) -> str:
        parts = [each for each in entry.allocations if each.role is not Role.PATIENT]
        if not parts:
            return one_line(words.service_name(self._state.practice, entry))
        return short_name(one_line(words.actor_name(self._state.practice, parts[0].actor)))
