"""A held tile and the engine's verdict on it, put into words and rectangles for painting."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QRect

from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ConflictKind, EntryId
from praxidesk.ui import dates, words
from praxidesk.ui.calendar.actor_names import short_name
from praxidesk.ui.calendar.grid_gesture import Grip, Shift
from praxidesk.ui.calendar.grid_layout import Column, GridLayout
from praxidesk.ui.calendar.move_check import Verdict
from praxidesk.ui.calendar.overlay_paint import Clash, Ghost
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.conflict_wording import ConflictWording

translate = QCoreApplication.translate

_MOST_REASONS = 3
SHARED_TIME = frozenset(
    {
        ConflictKind.PRACTITIONER_BUSY,
        ConflictKind.ROOM_BUSY,
        ConflictKind.DEVICE_BUSY,
        ConflictKind.BLOCKOUT,
    }
)
"""Conflicts over time that another entry takes."""


def ghost(state: CalendarState, layout: GridLayout, shift: Shift, verdict: Verdict) -> Ghost:
    """Everything there is to paint of a tile on its way."""
    origin, target = layout.columns[shift.from_column], layout.columns[shift.column]
    rect = layout.rect(target, shift.start, shift.end)
    was, held = shift.tile.allocation, _held(layout, shift)
    name_days = origin.date != target.date
    return Ghost(
        origin=shift.tile.rect,
        origin_text=_origin_text(state, shift, was),
        rect=rect,
        face=shift.tile.face,
        is_refused=not verdict.is_free,
        clashes=tuple(_clashes(state, layout, target, verdict)),
        old=_when(state, was, origin, name_days),
        new=_when(state, held, target, name_days),
        whose=short_name(one_line(words.actor_name(state.practice, target.actor))),
        reasons=tuple(reasons(state, verdict)),
    )


def _held(layout: GridLayout, shift: Shift) -> Span:
    """The part's new time."""
    scale = layout.columns[shift.column].scale
    start = scale.instant(shift.start)
    if shift.grip is Grip.LOWER_EDGE:
        return Span(shift.tile.allocation.start, scale.instant(shift.end))
    return Span(start, start + shift.tile.allocation.end - shift.tile.allocation.start)


def _origin_text(state: CalendarState, shift: Shift, was: Span) -> str:
    if shift.grip is Grip.LOWER_EDGE:
        return translate("ghost", "until {time} so far").format(time=dates.clock(state.zone, was.end))
    return translate("ghost", "{time} so far").format(time=dates.clock(state.zone, was.start))


def _when(state: CalendarState, span: Span, column: Column, name_day: bool) -> str:
    text = dates.time_range(state.zone, span)
    return f"{dates.tiny_day(column.date)} {text}" if name_day else text


def _clashes(state: CalendarState, layout: GridLayout, column: Column, verdict: Verdict) -> Iterator[Clash]:
    """Shared time that shows in the ghost's own column."""
    for conflict in verdict.blocking:
        if conflict.kind not in SHARED_TIME or conflict.actor != column.actor:
            continue
        start, end = (column.scale.minute(at) for at in conflict.span)
        rect = layout.rect(column, start, end)
        yield Clash(
            QRect(rect.left(), rect.top(), rect.width(), rect.height() + 1), other_name(state, conflict)
        )


def reasons(state: CalendarState, verdict: Verdict) -> Iterator[str]:
    """What forbids it, shortest first said: who is in the way, then whole sentences."""
    if not verdict.is_possible:
        yield translate("ghost", "That is not possible here.")
        return
    shared: dict[EntryId | None, list[Conflict]] = {}
    sentences: dict[str, None] = {}
    wording = ConflictWording(state.practice, state.zone, state.entries)
    for conflict in verdict.blocking:
        if conflict.kind in SHARED_TIME:
            shared.setdefault(conflict.entry, []).append(conflict)
        else:
            sentences[one_line(wording.sentence(conflict))] = None
    others = [_shared_with(state, conflicts) for conflicts in shared.values()]
    lines = [translate("ghost", "Taken: {others}").format(others=", ".join(others))] if others else []
    lines += sentences
    yield from lines[:_MOST_REASONS]


def _shared_with(state: CalendarState, conflicts: Sequence[Conflict]) -> str:
    """``Lutz 12:50 – 13:00``: one other entry, and all the time that anybody is wanted by both."""
    span = Span(min(each.span.start for each in conflicts), max(each.span.end for each in conflicts))
    return f"{other_name(state, conflicts[0])} {dates.time_range(state.zone, span)}"


def other_name(state: CalendarState, conflict: Conflict) -> str:
    """Who or what is in the way, in a word."""
    entry = state.entry(conflict.entry)
    if entry is None:
        return translate("ghost", "another entry")
    if entry.patient is not None and entry.patient.family:
        return one_line(entry.patient.family)
    return one_line(words.entry_name(state.practice, entry))
