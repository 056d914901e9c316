"""What the board on the wall says of one day: finished words and minutes, no entry and no patient.

Whoever paints it has nothing else, so that no name, note or reason can come to the wall by mistake.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from praxidesk.engine.entries import Entry
from praxidesk.engine.progress import LATE_MINUTES, Course, Stage
from praxidesk.engine.room_progress import RoomState
from praxidesk.engine.spans import Span, merged, subtracted
from praxidesk.engine.vocabulary import Colour, EntryKind, Milestone, Phase, Role, Status
from praxidesk.ui.board import board_words
from praxidesk.ui.calendar.ground import Ground
from praxidesk.ui.calendar.lanes import Lane, lanes
from praxidesk.ui.calendar.rooms import rooms_text
from praxidesk.ui.calendar.rooms.plan import Bar, Room, RoomsPlan
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import FaceWords, one_line
from praxidesk.ui.calendar.time_axis import DayScale
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.practice_words import practice_word

_TENTATIVE = frozenset({Status.PROPOSED, Status.PENDING})
_LEAST_FREE = 15
"""Minutes; reserved time of which less is left is not worth a frame."""


class BarKind(Enum):
    """How a bar is painted."""

    AHEAD = "ahead"
    """Planned, or under way."""
    OVER = "over"
    TENTATIVE = "tentative"
    BLOCKED = "blocked"


class Sign(Enum):
    """What a room is doing, as a shape."""

    NONE = "none"
    WORKING = "working"
    WAITING = "waiting"
    CLEANING = "cleaning"


_SIGNS = {
    RoomState.FREE: Sign.NONE,
    RoomState.SETUP: Sign.WAITING,
    RoomState.INDUCTION: Sign.WAITING,
    RoomState.SURGERY: Sign.WORKING,
    RoomState.CLOSING: Sign.WORKING,
    RoomState.CLEANING: Sign.CLEANING,
    RoomState.TAKEN: Sign.NONE,
}


@dataclass(frozen=True, slots=True)
class BoardBar:
    """One operation in its room, in axis minutes of the day."""

    kind: BarKind
    start: int
    end: int
    phases: tuple[tuple[Phase, int, int], ...]
    lane: Lane
    colour: Colour
    initials: str
    what: str
    """The procedure; of blocked time that it is."""
    short: str
    """The same for little room."""
    team: str
    late: tuple[int, int] | None
    """From the planned to the expected end of what is under way and late."""
    moves: tuple[int, int] | None
    """From when to when the room is likely to be taken for what a late one pushes."""
    moves_text: str
    """``→ 10:55``; empty where it stays."""


@dataclass(frozen=True, slots=True)
class BoardRoom:
    """One row."""

    name: str
    about: str
    """What is done in it: the specialties of those who operate there, else how much."""
    sign: Sign
    state: str
    """Empty on another day than today."""
    since: str
    expected: str
    late: str
    """Empty where it is not late."""
    shut: tuple[tuple[int, int], ...]
    """Closed, absent, holiday: nothing can be there."""
    breaks: tuple[tuple[int, int], ...]
    kept: tuple[tuple[int, int, str], ...]
    """Reserved time that nothing has taken yet, with what it is kept for."""
    closes: int | None
    bars: tuple[BoardBar, ...]


@dataclass(frozen=True, slots=True)
class BoardPlan:
    """One day of the operating rooms, for everybody to see."""

    title: str
    day: str
    clock: str
    now: int | None
    """Axis minute; ``None`` on another day."""
    bounds: tuple[int, int]
    counts: tuple[tuple[int, str, bool], ...]
    """Number, word, and whether it is bad news."""
    rooms: tuple[BoardRoom, ...]


def board_plan(state: CalendarState, plan: RoomsPlan) -> BoardPlan:
    """What may be seen of a day."""
    span, now = plan.scale.span, state.now
    return BoardPlan(
        title=board_words.title(),
        day=board_words.day_text(plan.scale.day),
        clock=dates.clock(state.zone, now),
        now=plan.scale.minute(now) if span.start <= now < span.end else None,
        bounds=plan.bounds,
        counts=tuple(board_words.counts(plan.progress)),
        rooms=tuple(_room(room, state, plan) for room in plan.rooms),
    )


def spoken(plan: BoardPlan) -> str:
    """The same read aloud: a line for each room, then one for each of its operations."""
    return "\n".join(_lines(plan))


def _lines(plan: BoardPlan) -> Iterator[str]:
    yield f"{plan.day}, {plan.clock}"
    yield ", ".join(f"{count} {word}" for count, word, _ in plan.counts)
    for room in plan.rooms:
        yield ", ".join(
            part for part in (room.name, room.state, room.since, room.expected, room.late) if part
        )
        for bar in room.bars:
            time = dates.minute_text(bar.start)
            yield ", ".join(part for part in (time, bar.initials, bar.what, bar.team, bar.moves_text) if part)


def _room(room: Room, state: CalendarState, plan: RoomsPlan) -> BoardRoom:
    progress = plan.progress.rooms.get(room.actor)
    now = progress.now if progress is not None else None
    sign, said, since, expected = Sign.NONE, "", "", ""
    if now is not None:
        course = plan.progress.courses.get(now.entry.id) if now.entry is not None else None
        is_open = any(span.start <= state.now < span.end for span in room.ground.open)
        is_shut = now.state is RoomState.FREE and now.until is None and not is_open
        said = board_words.closed() if is_shut else board_words.room_state(now)
        since = "" if is_shut else board_words.since(state.zone, now)
        expected = board_words.expected(state.zone, now, course)
        sign = _SIGNS[now.state]
    late = progress.late_minutes if progress is not None else 0
    stretches = room.ground.stretches
    shown = [bar for bar in room.bars if bar.entry.status.occupies or bar.entry.status in _TENTATIVE]
    lanes_of = lanes([(bar.start, bar.end) for bar in shown])
    return BoardRoom(
        name=one_line(room.name),
        about=_about(room, state),
        sign=sign,
        state=said,
        since=since,
        expected=expected,
        late=board_words.behind(late) if late else "",
        shut=tuple(
            (each.start, each.end)
            for each in stretches
            if each.ground in {Ground.CLOSED, Ground.ABSENT, Ground.SHUT}
        ),
        breaks=(
            *((each.start, each.end) for each in stretches if each.ground is Ground.BREAK),
            *((plan.scale.minute(each.start), plan.scale.minute(each.end)) for each in room.ground.unseen),
        ),
        kept=tuple(_kept(room, plan.scale, state.now)),
        closes=room.closes,
        bars=tuple(_bar(bar, lane, room, state, plan) for bar, lane in zip(shown, lanes_of, strict=True)),
    )


def _about(room: Room, state: CalendarState) -> str:
    surgeons = [
        state.practice.actors[part.actor].specialty
        for bar in room.bars
        if bar.entry.status.occupies
        for part in bar.entry.allocations
        if part.role is Role.SURGEON and part.actor in state.practice.actors
    ]
    specialties = [one_line(practice_word(each)) for each in dict.fromkeys(surgeons) if each]
    return " / ".join(specialties[:2]) if specialties else rooms_text.operations_text(room)


def _kept(room: Room, scale: DayScale, now: int) -> Iterator[tuple[int, int, str]]:
    """What of the reserved time is still free, from now on."""
    taken = merged(Span(bar.start, bar.end) for bar in room.bars if bar.entry.status.occupies)
    past = scale.minute(now) if now >= scale.span.start else 0
    for each in room.ground.stretches:
        if each.ground is Ground.RESERVED:
            for span in subtracted([Span(each.start, each.end)], taken):
                if span.end - max(span.start, past) >= _LEAST_FREE:
                    yield span.start, span.end, board_words.kept_free(each.label)


def _bar(bar: Bar, lane: Lane, room: Room, state: CalendarState, plan: RoomsPlan) -> BoardBar:
    entry, scale = bar.entry, plan.scale
    course = plan.progress.courses.get(entry.id)
    if course is not None and course.room != room.actor:
        course = None
    push = plan.progress.pushes.get(entry.id) if course is not None else None
    is_blocked = entry.kind is EntryKind.BLOCKOUT
    what = board_words.taken() if is_blocked else one_line(words.service_name(state.practice, entry))
    short = what if is_blocked else one_line(words.short_service_name(state.practice, entry))
    return BoardBar(
        kind=_kind(entry, course, state.now),
        start=bar.start,
        end=bar.end,
        phases=bar.phases,
        lane=lane,
        colour=FaceWords(state.practice, state.zone, state.colour_by, {}).colour(entry),
        initials=board_words.initials(entry.patient) if entry.patient is not None else "",
        what=what,
        short=short,
        team="" if is_blocked else _codes(rooms_text.team(entry, state)),
        late=_late(course, scale) if course is not None else None,
        moves=(
            (scale.minute(push.starts_at), scale.minute(push.starts_at + entry.ends_at - entry.starts_at))
            if push is not None
            else None
        ),
        moves_text=board_words.moved_to(dates.clock(state.zone, push.starts_at)) if push is not None else "",
    )


def _codes(team: Iterable[tuple[str, str]]) -> str:
    return " ".join(codes.replace(", ", " ") for _, codes in team)


def _kind(entry: Entry, course: Course | None, now: int) -> BarKind:
    if entry.kind is EntryKind.BLOCKOUT:
        return BarKind.BLOCKED
    if entry.status in _TENTATIVE:
        return BarKind.TENTATIVE
    if course is not None:
        return BarKind.OVER if course.stage is Stage.OVER else BarKind.AHEAD
    return BarKind.OVER if entry.status is Status.FULFILLED or entry.ends_at <= now else BarKind.AHEAD


def _late(course: Course, scale: DayScale) -> tuple[int, int] | None:
    if course.stage is not Stage.RUNNING or course.late_minutes < LATE_MINUTES:
        return None
    end = course.step(Milestone.PATIENT_OUT)
    return scale.minute(end.planned), scale.minute(end.expected)
