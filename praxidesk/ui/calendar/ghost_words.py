"""A held tile and the engine's verdict on it, put into words and rectangles for painting."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QRect

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId
from praxidesk.ui.calendar import unseen
from praxidesk.ui.calendar.grid.gesture import Shift
from praxidesk.ui.calendar.grid.layout import Column, GridLayout
from praxidesk.ui.calendar.move_check import Verdict
from praxidesk.ui.calendar.overlay_paint import Clash, Ghost, HeldTile
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import FaceWords, TileFace, one_line
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.actor_names import short_name
from praxidesk.ui.wording.conflict_wording import ConflictWording
from praxidesk.ui.wording.counted import counted

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


def ghost(state: CalendarState, layout: GridLayout, entry: Entry, shift: Shift, verdict: Verdict) -> Ghost:
    """Everything there is to paint of a tile on its way."""
    target = layout.columns[shift.column]
    origin = layout.columns[shift.from_column] if shift.from_column is not None else None
    was, held = shift.allocation.span, _held(target, shift)
    day = state.zone.day_of(was.start)
    name_days = day != target.date
    return Ghost(
        origin=_origin(layout, entry, shift),
        origin_text=_origin_text(state, shift, was),
        rect=layout.rect(target, shift.start, shift.end),
        face=_face(state, entry, shift),
        is_refused=not verdict.is_free,
        clashes=tuple(_clashes(state, layout, target, verdict)),
        old=_when(state, was, day if origin is None else origin.date, name_days),
        new=_when(state, held, target.date, name_days),
        whose=short_name(one_line(words.actor_name(state.practice, target.actor))),
        reasons=tuple(reasons(state, verdict)),
    )


def held_beside(
    state: CalendarState,
    layout: GridLayout,
    main: Ghost,
    held: Sequence[tuple[Entry, Shift]],
    verdicts: Sequence[Verdict],
) -> Ghost:
    """The same with the others that move along; the reasons name whose they are."""
    beside = [
        HeldTile(
            origin=_origin(layout, entry, shift),
            rect=layout.rect(layout.columns[shift.column], shift.start, shift.end),
            name=_face(state, entry, shift).family,
            is_refused=not verdict.is_free,
        )
        for (entry, shift), verdict in zip(held[1:], verdicts[1:], strict=True)
    ]
    return replace(
        main,
        beside=tuple(beside),
        reasons=said_of_each(state, [entry for entry, _ in held], verdicts),
        whose=f"{main.whose} · {counted.appointments(len(verdicts))}",
    )


def said_of_each(
    state: CalendarState, entries: Sequence[Entry], verdicts: Sequence[Verdict]
) -> tuple[str, ...]:
    """What forbids the move of several, with the name of whom it is about; of many the first few."""
    said = [
        f"{family(state, entry)}: {next(reasons(state, verdict))}"
        for entry, verdict in zip(entries, verdicts, strict=True)
        if not verdict.is_free
    ]
    if len(said) > _MOST_REASONS:
        said = [*said[:_MOST_REASONS], counted.and_more(len(said) - _MOST_REASONS)]
    return tuple(said)


def in_room(state: CalendarState, whose: str, room: ActorId) -> str:
    """Whose column, and the room that goes with it: ``Dr. Koç · Raum 2``."""
    return f"{whose} · {one_line(words.actor_name(state.practice, room))}"


def family(state: CalendarState, entry: Entry) -> str:
    """Of whom it is; of what has no patient, what it is."""
    if entry.patient is not None and entry.patient.family:
        return one_line(entry.patient.family)
    return one_line(words.entry_name(state.practice, entry))


def _face(state: CalendarState, entry: Entry, shift: Shift) -> TileFace:
    return FaceWords(state.practice, state.zone, state.colour_by, {}).face(entry, shift.allocation)


def _origin(layout: GridLayout, entry: Entry, shift: Shift) -> QRect:
    """Where its tile stands; nowhere, where it came from elsewhere."""
    if shift.from_column is None:
        return QRect()
    tiles = layout.columns[shift.from_column].tiles
    return next(
        (each.rect for each in tiles if each.entry == entry.id and each.allocation == shift.allocation.span),
        QRect(),
    )


def _held(target: Column, shift: Shift) -> Span:
    """The part's new time."""
    if shift.longer:
        return Span(target.scale.instant(shift.start), target.scale.instant(shift.end))
    start = target.scale.instant(shift.start)
    return Span(start, start + shift.allocation.ends_at - shift.allocation.starts_at)


def _origin_text(state: CalendarState, shift: Shift, was: Span) -> str:
    if shift.longer and shift.start == shift.from_minutes[0]:
        return translate("ghost", "until {time} so far").format(time=dates.clock(state.zone, was.end))
    return translate("ghost", "{time} so far").format(time=dates.clock(state.zone, was.start))


def _when(state: CalendarState, span: Span, day: date, name_day: bool) -> str:
    text = dates.time_range(state.zone, span)
    return f"{dates.tiny_day(day)} {text}" if name_day else text


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
    # Where one of those ends and the next begins is nobody's business here.
    not_seen = {each.entry for each in state.unseen}
    for conflict in verdict.blocking:
        if conflict.kind in SHARED_TIME:
            entry = None if conflict.entry in not_seen else conflict.entry
            shared.setdefault(entry, []).append(conflict)
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
    if entry is not None:
        return family(state, entry)
    is_unseen = any(each.entry == conflict.entry for each in state.unseen)
    return unseen.other_site() if is_unseen else translate("ghost", "another entry")
