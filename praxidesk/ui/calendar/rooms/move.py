"""Bars in hand: where they are held, what the engine says to that, and what is painted of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import GONE, EntryId
from praxidesk.ui.calendar.ghost_words import SHARED_TIME, other_name, reasons
from praxidesk.ui.calendar.move_check import MoveJudge, Verdict
from praxidesk.ui.calendar.over_days import moved_to
from praxidesk.ui.calendar.overlay_paint import Clash, Ghost, HeldTile, words_size
from praxidesk.ui.calendar.rooms import rooms_text
from praxidesk.ui.calendar.rooms.gesture import (
    Shift,
    brought,
    card_of,
    dragged,
    found,
    is_resizable,
    lengthened,
    move_wanted,
    nudged,
    pulled,
)
from praxidesk.ui.calendar.rooms.layout import HEADER, LABELS, RoomsLayout
from praxidesk.ui.calendar.state import CalendarState, MoveWanted
from praxidesk.ui.calendar.tile_face import FaceWords, one_line
from praxidesk.ui.calendar.time_axis import DAY_MINUTES, DayScale
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.counted import counted

translate = QCoreApplication.translate

_MOST_REASONS = 3
_HINTS = 52
"""Pixels at the foot of the window where the keys stand that count."""


class RoomsMove:
    """From taking hold of one or several bars to putting them down.

    Several move by the same time, to another day too; into another room only where all come from one.
    """

    def __init__(
        self,
        shown: tuple[CalendarState, RoomsLayout, DayScale],
        shift: Shift,
        others: Sequence[Shift] = (),
        *,
        by_keys: bool,
        is_pulled: bool = False,
    ) -> None:
        """``is_pulled``: it is held at its end, to be made longer or shorter."""
        self._state, self._layout, self._scale = shown
        self._shift = shift
        self._others = tuple(others)
        self.by_keys = by_keys
        self.is_pulled = is_pulled
        self._judge_of_state = self._new_judge()
        self.ghost = self._judge()

    @staticmethod
    def can_move(entry: Entry) -> bool:
        """Whether an entry is still in the calendar."""
        return entry.status not in GONE

    @property
    def is_changed(self) -> bool:
        """Whether putting it down here would change anything."""
        return self._shift.is_changed

    @property
    def minutes(self) -> tuple[int, int]:
        """Axis minutes at which it is held."""
        return self._shift.start, self._shift.end

    @property
    def entries(self) -> tuple[EntryId, ...]:
        """All that is in hand, the one held first."""
        return tuple(each.bar.entry.id for each in self._shifts)

    @property
    def can_resize(self) -> bool:
        """Whether it can be made longer or shorter."""
        return not self._others and is_resizable(self._shift.bar)

    @property
    def wanted(self) -> tuple[MoveWanted, ...]:
        """What putting it down here asks for, of each."""
        return tuple(move_wanted(self._layout, self._scale, each) for each in self._shifts)

    def wanted_on(self, day: date) -> tuple[MoveWanted, ...]:
        """The same rooms and times on another day, whatever is shown of it."""
        return moved_to(self._state.zone, [each.bar.entry for each in self._shifts], day)

    def drag(self, row: int, minute: float, snap: int) -> bool:
        """Hold it elsewhere, or its end, by mouse; whether that is anywhere new."""
        if self.is_pulled:
            return self._hold(pulled(self._shift, minute, snap))
        return self._hold(dragged(self._shift, row, minute, snap))

    def nudge(self, rows: int, minutes: int) -> bool:
        """Hold it a step further, by key; whether that is anywhere new."""
        return self._hold(nudged(self._shift, rows, minutes, len(self._layout.rows)))

    def lengthen(self, minutes: int) -> bool:
        """Make it longer or shorter, by key; whether that changed anything."""
        return self.can_resize and self._hold(lengthened(self._shift, minutes))

    def follow(self, state: CalendarState, layout: RoomsLayout, scale: DayScale) -> bool:
        """Go on in a new layout, of another day too; ``False`` where an entry or the rooms are others now."""
        rooms = [each.room.actor for each in layout.rows]
        if rooms != [each.room.actor for each in self._layout.rows]:
            return False
        is_same_day = scale.day == self._scale.day
        for each in self._shifts:
            entry = each.bar.entry
            known = state.entry(entry.id)
            is_gone = known is None and is_same_day and each.from_row is not None
            if is_gone or (known is not None and known != entry):
                return False
        if not is_same_day:
            shifts = [self._elsewhere(each, state, layout) for each in self._shifts]
            taken = [each for each in shifts if each is not None]
            if len(taken) < len(shifts):
                return False
            self._shift, self._others = taken[0], tuple(taken[1:])
        self._state, self._layout, self._scale = state, layout, scale
        self._judge_of_state = self._new_judge()
        self.ghost = self._judge()
        return True

    @property
    def _shifts(self) -> tuple[Shift, ...]:
        return (self._shift, *self._others)

    @staticmethod
    def _elsewhere(held: Shift, state: CalendarState, layout: RoomsLayout) -> Shift | None:
        """Held in the same room of another day, at the same time."""
        entry = held.bar.entry
        here = found(layout, entry)
        if here is not None:
            row, placed = here
            shift: Shift | None = Shift(placed.facts, row, row, placed.facts.start)
        else:
            shift = brought(layout, state.zone, entry, held.status)
        if shift is None:
            return None
        return replace(shift, row=held.row, start=held.start, longer=held.longer, status=held.status)

    def _hold(self, shift: Shift) -> bool:
        before = self._shift
        if self._others:
            shift = self._together(shift)
        if shift == before:
            return False
        rows, minutes = shift.row - before.row, shift.start - before.start
        self._shift = shift
        self._others = tuple(
            replace(each, row=each.row + rows, start=each.start + minutes) for each in self._others
        )
        self.ghost = self._judge()
        return True

    def _together(self, shift: Shift) -> Shift:
        """As far as all of them can go: within the day, each in its own room unless they share one."""
        before = self._shift
        least = min(each.start for each in self._others)
        most = max(each.end for each in self._others)
        minutes = max(-least, min(DAY_MINUTES - most, shift.start - before.start))
        is_one_room = all(each.row == before.row for each in self._others)
        row = shift.row if is_one_room else before.row
        return replace(before, row=row, start=before.start + minutes)

    def _new_judge(self) -> MoveJudge:
        return MoveJudge(self._state, set(self.entries))

    def _judge(self) -> Ghost:
        moves = [(each.bar.entry, wanted) for each, wanted in zip(self._shifts, self.wanted, strict=True)]
        verdicts = self._judge_of_state.judged(moves) if self.is_changed else [Verdict()] * len(moves)
        ghost = self._ghost(self._shift, self.wanted[0], verdicts[0])
        if not self._others:
            return ghost
        beside = [
            HeldTile(
                origin=self._origin(each.bar.entry),
                rect=self._rect(each),
                name=self._name(each.bar.entry),
                is_refused=not verdict.is_free,
            )
            for each, verdict in zip(self._others, verdicts[1:], strict=True)
        ]
        said = [
            f"{self._name(entry)}: {next(reasons(self._state, verdict))}"
            for (entry, _), verdict in zip(moves, verdicts, strict=True)
            if not verdict.is_free
        ]
        if len(said) > _MOST_REASONS:
            said = [*said[:_MOST_REASONS], counted.and_more(len(said) - _MOST_REASONS)]
        whose = f"{ghost.whose} · {counted.operations(len(moves))}"
        return replace(ghost, beside=tuple(beside), reasons=tuple(said), whose=whose)

    def _ghost(self, shift: Shift, wanted: MoveWanted, verdict: Verdict) -> Ghost:
        state, entry = self._state, shift.bar.entry
        row = self._layout.rows[shift.row]
        words = FaceWords(state.practice, state.zone, state.colour_by, {})
        part = next((each for each in entry.allocations if each.actor == wanted.from_actor), None)
        was = part.span if part is not None else entry.span
        start = self._scale.instant(shift.start)
        held = Span(start, start + was.end - was.start + shift.longer * MINUTE)
        return Ghost(
            origin=self._origin(entry),
            origin_text=self._origin_text(shift, was),
            rect=self._rect(shift),
            face=words.face(entry, part or entry.allocations[0]),
            is_refused=not verdict.is_free,
            clashes=tuple(self._clashes(shift, verdict)),
            old=self._when(was, held),
            new=self._when(held, was),
            whose=one_line(row.room.name),
            reasons=tuple(reasons(state, verdict)),
        )

    def _when(self, span: Span, other: Span) -> str:
        """With the day, where the other time is on another one."""
        zone = self._state.zone
        day, text = zone.day_of(span.start), dates.time_range(zone, span)
        return text if day == zone.day_of(other.start) else f"{dates.tiny_day(day)} {text}"

    def _origin_text(self, shift: Shift, was: Span) -> str:
        zone = self._state.zone
        if shift.longer and shift.start == shift.bar.start:
            return translate("ghost", "until {time} so far").format(time=dates.clock(zone, was.end))
        return translate("ghost", "{time} so far").format(time=dates.clock(zone, was.start))

    def _rect(self, shift: Shift) -> QRect:
        row, times = self._layout.rows[shift.row], self._layout.times
        left, right = times.x(shift.start), times.x(shift.end)
        here = found(self._layout, shift.bar.entry) if shift.from_row is not None else None
        height = here[1].box.height if here is not None else row.bar_height
        return QRect(left + 1, row.bar_top, right - left - 2, height)

    def _name(self, entry: Entry) -> str:
        """Family name, or what it is."""
        if entry.patient is not None and entry.patient.family:
            return one_line(entry.patient.family)
        return rooms_text.title(entry, self._state)

    def _origin(self, entry: Entry) -> QRect:
        """Its bar, or its card; nowhere, where it came from elsewhere."""
        here, card = found(self._layout, entry), card_of(self._layout, entry)
        if here is not None:
            return QRect(*here[1].box)
        return QRect(*card) if card is not None else QRect()

    def _clashes(self, shift: Shift, verdict: Verdict) -> Iterator[Clash]:
        """Time that the room would be shared for."""
        row, times = self._layout.rows[shift.row], self._layout.times
        for conflict in verdict.blocking:
            if conflict.kind in SHARED_TIME and conflict.actor == row.room.actor:
                left, right = (times.x(self._scale.minute(at)) for at in conflict.span)
                yield Clash(
                    QRect(left, row.box.y, right - left, row.box.height), other_name(self._state, conflict)
                )


def words_under(ghost: Ghost, window: QRect) -> QRect:
    """Where the words about a held bar stand: below it, above where there is no room, always in the window.

    Beside it, as in a time grid, they would hide the time that it is dragged along.
    """
    size = words_size(ghost).boundedTo(QSize(window.width() - LABELS - 8, window.height()))
    left = min(max(ghost.rect.left(), window.left() + LABELS + 4), window.right() - 4 - size.width())
    top = ghost.rect.bottom() + 10
    if top + size.height() > window.bottom() - _HINTS:
        top = max(window.top() + HEADER + 4, ghost.rect.top() - 10 - size.height())
    return QRect(QPoint(left, top), size)


def drawn_text(state: CalendarState, span: Span) -> str:
    """``08:00 – 09:30 · 90 min``: beside time drawn out for a booking."""
    minutes = rooms_text.minutes((span.end - span.start) // MINUTE)
    return f"{dates.time_range(state.zone, span)} · {minutes}"
