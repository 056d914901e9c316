"""A bar in hand: where it is held, what the engine says to that, and what is painted of it."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import GONE
from praxidesk.ui import dates
from praxidesk.ui.calendar import rooms_text
from praxidesk.ui.calendar.ghost_words import SHARED_TIME, other_name, reasons
from praxidesk.ui.calendar.move_check import Verdict, judged
from praxidesk.ui.calendar.overlay_paint import Clash, Ghost, words_size
from praxidesk.ui.calendar.rooms_gesture import Shift, card_of, dragged, found, move_wanted, nudged
from praxidesk.ui.calendar.rooms_layout import HEADER, LABELS, RoomsLayout
from praxidesk.ui.calendar.state import CalendarState, MoveWanted
from praxidesk.ui.calendar.tile_face import FaceWords, one_line
from praxidesk.ui.calendar.time_axis import DayScale

translate = QCoreApplication.translate


class RoomsMove:
    """From taking hold of a bar to putting it down."""

    def __init__(
        self, state: CalendarState, layout: RoomsLayout, scale: DayScale, shift: Shift, *, by_keys: bool
    ) -> None:
        self._state, self._layout, self._scale = state, layout, scale
        self._shift = shift
        self.by_keys = by_keys
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
    def wanted(self) -> MoveWanted:
        """What putting it down here asks for."""
        return move_wanted(self._layout, self._scale, self._shift)

    def drag(self, row: int, minute: float, snap: int) -> bool:
        """Hold it elsewhere, by mouse; whether that is anywhere new."""
        return self._hold(dragged(self._shift, row, minute, snap))

    def nudge(self, rows: int, minutes: int) -> bool:
        """Hold it a step further, by key; whether that is anywhere new."""
        return self._hold(nudged(self._shift, rows, minutes, len(self._layout.rows)))

    def follow(self, state: CalendarState, layout: RoomsLayout) -> bool:
        """Go on in a new layout; ``False`` where the entry or the rooms are not the same any more."""
        entry, row = self._shift.bar.entry, self._shift.from_row
        if [each.room.actor for each in layout.rows] != [each.room.actor for each in self._layout.rows]:
            return False
        is_there = (
            entry in (each for each, _ in layout.cards)
            if row is None
            else any(bar.facts.entry == entry for bar in layout.rows[row].bars)
        )
        if not is_there:
            return False
        self._state, self._layout = state, layout
        self.ghost = self._judge()
        return True

    def _hold(self, shift: Shift) -> bool:
        if shift == self._shift:
            return False
        self._shift = shift
        self.ghost = self._judge()
        return True

    def _judge(self) -> Ghost:
        shift, state = self._shift, self._state
        entry = shift.bar.entry
        verdict = judged(state, entry, self.wanted) if shift.is_changed else Verdict()
        origin = self._origin(entry)
        row = self._layout.rows[shift.row]
        left, right = self._layout.times.x(shift.start), self._layout.times.x(shift.end)
        words = FaceWords(state.practice, state.zone, state.colour_by, {})
        part = next((each for each in entry.allocations if each.actor == self.wanted.from_actor), None)
        was = part.span if part is not None else entry.span
        start = self._scale.instant(shift.start)
        height = origin.height() if shift.from_row is not None else row.box.height - 28
        return Ghost(
            origin=origin,
            origin_text=translate("ghost", "{time} so far").format(time=dates.clock(state.zone, was.start)),
            rect=QRect(left + 1, row.box.y + 14, right - left - 2, height),
            face=words.face(entry, part or entry.allocations[0]),
            is_refused=not verdict.is_free,
            clashes=tuple(self._clashes(verdict)),
            old=dates.time_range(state.zone, was),
            new=dates.time_range(state.zone, Span(start, start + was.end - was.start)),
            whose=one_line(row.room.name),
            reasons=tuple(reasons(state, verdict)),
        )

    def _origin(self, entry: Entry) -> QRect:
        """Its bar, or its card."""
        here, card = found(self._layout, entry), card_of(self._layout, entry)
        if here is not None:
            return QRect(*here[1].box)
        return QRect(*card) if card is not None else QRect()

    def _clashes(self, verdict: Verdict) -> Iterator[Clash]:
        """Time that the room would be shared for."""
        row, times = self._layout.rows[self._shift.row], self._layout.times
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
    if top + size.height() > window.bottom() - 4:
        top = max(window.top() + HEADER + 4, ghost.rect.top() - 10 - size.height())
    return QRect(QPoint(left, top), size)


def drawn_text(state: CalendarState, span: Span) -> str:
    """``08:00 – 09:30 · 90 min``: beside time drawn out for a booking."""
    minutes = rooms_text.minutes((span.end - span.start) // MINUTE)
    return f"{dates.time_range(state.zone, span)} · {minutes}"
