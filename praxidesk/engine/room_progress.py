"""The operating rooms of a day as they are now: what each does, since when, and how late it is. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from praxidesk.engine.delays import Push, delayed
from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.practice import Practice
from praxidesk.engine.progress import (
    LATE_MINUTES,
    Course,
    Stage,
    begun_courses,
    operations_of,
    room_of,
)
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryId, EntryKind, Milestone


class RoomState(StrEnum):
    """What a room is doing."""

    FREE = "free"
    SETUP = "setup"
    INDUCTION = "induction"
    SURGERY = "surgery"
    CLOSING = "closing"
    CLEANING = "cleaning"
    TAKEN = "taken"
    """For a blockout or an appointment, or for what is not seen."""


_AFTER = {
    Milestone.PATIENT_IN_ROOM: RoomState.INDUCTION,
    Milestone.ANAESTHESIA_READY: RoomState.INDUCTION,
    Milestone.TIME_OUT: RoomState.INDUCTION,
    Milestone.INCISION: RoomState.SURGERY,
    Milestone.SUTURE: RoomState.CLOSING,
    Milestone.PATIENT_OUT: RoomState.CLEANING,
}
_BY_THE_CLOCK = {
    Milestone.PATIENT_IN_ROOM: RoomState.SETUP,
    Milestone.INCISION: RoomState.SURGERY,
    Milestone.SUTURE: RoomState.CLOSING,
    Milestone.PATIENT_OUT: RoomState.CLEANING,
}


@dataclass(frozen=True, slots=True)
class RoomNow:
    """What a room is doing at this moment."""

    state: RoomState
    since: int | None
    """``None`` where it has been free all day."""
    until: int | None
    """When it is likely to be free; of a free one when the next operation is, ``None`` after the last."""
    entry: Entry | None
    """What it is taken for, where that is seen; of a free one, what comes next."""


@dataclass(frozen=True, slots=True)
class RoomProgress:
    """One room's day."""

    room: ActorId
    courses: tuple[Course, ...]
    """By planned start."""
    now: RoomNow | None
    """``None`` on another day."""
    late: Course | None
    """The operation under way or waited for, where its delay is worth a word."""
    pushes: tuple[Push, ...]
    """What that one pushes, here and in other rooms, by start."""

    @property
    def pushed(self) -> Push | None:
        """The next operation in this very room that must move."""
        return next((each for each in self.pushes if room_of(each.entry) == self.room), None)

    @property
    def late_minutes(self) -> int:
        """How late it is; 0 where that is not worth a word."""
        return self.late.late_minutes if self.late is not None else 0

    @property
    def coming(self) -> Course | None:
        """The next operation that has not begun."""
        return next((each for each in self.courses if each.stage is Stage.PLANNED), None)


@dataclass(frozen=True, slots=True)
class DayProgress:
    """All operating rooms of one day."""

    rooms: Mapping[ActorId, RoomProgress]
    courses: Mapping[EntryId, Course]
    pushes: Mapping[EntryId, Push]
    """Of the operation that must move."""

    def count(self, stage: Stage) -> int:
        """How many operations are that far."""
        return sum(each.stage is stage for each in self.courses.values())

    @property
    def late_count(self) -> int:
        """How many operations are late: rooms in which one is under way, or waited for."""
        return sum(each.late is not None for each in self.rooms.values())


def day_progress(
    practice: Practice,
    entries: Iterable[Entry],
    rooms: Sequence[ActorId],
    day: Span,
    now: int,
    *,
    unseen: Sequence[Taken] = (),
) -> DayProgress:
    """How the operations of some rooms go on one day.

    Delays in rooms that are not asked for count too: who is late there comes late here.

    :param entries: all that touch the day
    :param unseen: when rooms are taken by entries that are not seen
    """
    all_entries = tuple(entries)
    by_room: dict[ActorId, list[Entry]] = {room: [] for room in rooms}
    for entry in operations_of(all_entries, day):
        room = room_of(entry)
        if room is not None:
            by_room.setdefault(room, []).append(entry)
    is_today = day.start <= now < day.end
    begun, ahead = begun_courses(by_room, day, now)
    coming, pushes = delayed(practice, begun, ahead, now if is_today else None)
    courses = sorted([*begun, *coming], key=lambda each: (each.entry.starts_at, each.entry.id))
    by_root: dict[EntryId, list[Push]] = {}
    for push in pushes:
        by_root.setdefault(push.by, []).append(push)
    shown = {
        room: _room(
            room,
            tuple(each for each in courses if each.room == room),
            by_root,
            all_entries,
            now if is_today else None,
            unseen=unseen,
        )
        for room in rooms
    }
    kept = {each.entry.id: each for each in courses if each.room in shown}
    return DayProgress(shown, kept, {push.entry.id: push for push in pushes if push.entry.id in kept})


def _room(
    room: ActorId,
    courses: tuple[Course, ...],
    pushes: Mapping[EntryId, Sequence[Push]],
    entries: Sequence[Entry],
    now: int | None,
    *,
    unseen: Sequence[Taken],
) -> RoomProgress:
    if now is None:
        return RoomProgress(room, courses, None, None, ())
    doing = room_now(room, courses, entries, now, unseen)
    late = None
    for each in courses:
        is_due = each.stage in {Stage.RUNNING, Stage.CLEANING} or (
            each.stage is Stage.PLANNED and doing.entry is each.entry and each.entry.starts_at <= now
        )
        if is_due and (each.late_minutes >= LATE_MINUTES or each.entry.id in pushes):
            late = each
    mine = tuple(pushes.get(late.entry.id, ())) if late is not None else ()
    return RoomProgress(room, courses, doing, late, mine)


def room_now(
    room: ActorId,
    courses: Sequence[Course],
    entries: Iterable[Entry],
    now: int,
    unseen: Iterable[Taken] = (),
) -> RoomNow:
    """What a room does at an instant of the day."""
    current = next(
        (each for each in reversed(courses) if each.stage in {Stage.RUNNING, Stage.CLEANING}), None
    )
    if current is not None:
        state, since = _under_way(current, now)
        return RoomNow(state, since, current.ends_at, current.entry)
    other = next(
        (
            (each, part)
            for each in entries
            if each.kind is not EntryKind.OPERATION and each.status.occupies
            for part in each.allocations
            if part.actor == room and part.starts_at <= now < part.ends_at
        ),
        None,
    )
    if other is not None:
        entry, part = other
        return RoomNow(RoomState.TAKEN, part.starts_at, part.ends_at, entry)
    for each in unseen:
        if each.actor == room and each.occupies and each.starts_at <= now < each.ends_at:
            return RoomNow(RoomState.TAKEN, each.starts_at, each.ends_at, None)
    over = [each.ends_at for each in courses if each.stage is Stage.OVER]
    coming = next((each for each in courses if each.stage is Stage.PLANNED), None)
    free_since = min(now, max(over)) if over else None
    if coming is None:
        return RoomNow(RoomState.FREE, free_since, None, None)
    if coming.entry.starts_at <= now:
        since = coming.entry.starts_at if free_since is None else max(free_since, coming.entry.starts_at)
        return RoomNow(RoomState.SETUP, since, coming.ends_at, coming.entry)
    return RoomNow(RoomState.FREE, free_since, coming.starts_at, coming.entry)


def _under_way(current: Course, now: int) -> tuple[RoomState, int]:
    if not current.entry.milestones:
        passed = [each for each in current.steps if each.milestone in _BY_THE_CLOCK and each.planned <= now]
        return (_BY_THE_CLOCK[passed[-1].milestone], passed[-1].planned) if passed else (RoomState.SETUP, now)
    state = _AFTER[current.entry.milestones[-1].milestone]
    since = next(each.at for each in current.entry.milestones if _AFTER[each.milestone] is state)
    return state, since
