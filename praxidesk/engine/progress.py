"""How the operations of a day go: what was reached and what is likely, and what each room does now. Pure.

A room in which nothing was recorded that day runs as planned: nobody is late where nobody keeps count.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from praxidesk.engine.entries import Entry
from praxidesk.engine.milestones import planned_milestones
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, EntryKind, Milestone, Role, Status

LATE_MINUTES = 10
"""From here on a delay is worth a word, even where it is in nobody's way."""


class Stage(StrEnum):
    """How far an operation is."""

    PLANNED = "planned"
    RUNNING = "running"
    """The patient is in the room."""
    CLEANING = "cleaning"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Step:
    """One milestone: planned, reached, expected."""

    milestone: Milestone
    planned: int
    reached: int | None
    expected: int
    """When it was reached; of what is ahead, or was passed over without a time, when it is or was likely."""
    is_ahead: bool
    """Nothing after it has been reached either."""


@dataclass(frozen=True, slots=True)
class Course:
    """One operation's."""

    entry: Entry
    room: ActorId
    stage: Stage
    steps: tuple[Step, ...]
    """All milestones, in their order."""

    @property
    def late_minutes(self) -> int:
        """Minutes by which it is likely to end after its plan; 0 where it is over, or early."""
        if self.stage is Stage.OVER:
            return 0
        step = self.step(Milestone.ROOM_READY if self.stage is Stage.CLEANING else Milestone.PATIENT_OUT)
        return max(0, step.expected - step.planned) // MINUTE

    @property
    def starts_at(self) -> int:
        """When the room is, was or is likely to be taken for it."""
        return self.steps[0].expected

    @property
    def ends_at(self) -> int:
        """When the room is, was or is likely to be free again."""
        return self.steps[-1].expected

    def step(self, milestone: Milestone) -> Step:
        """One of them."""
        return next(each for each in self.steps if each.milestone is milestone)

    def likely(self, planned: int) -> int:
        """When that is likely to be which the plan has at this instant: as late as the next milestone is."""
        step = next((each for each in self.steps if each.planned >= planned), self.steps[-1])
        return planned + step.expected - step.planned


def room_of(entry: Entry) -> ActorId | None:
    """The room an entry is in: the first, where it takes several."""
    return next((part.actor for part in entry.allocations if part.role is Role.ROOM), None)


def operations_of(entries: Iterable[Entry], day: Span) -> list[Entry]:
    """The operations of a day that take place in a room, by start."""
    return sorted(
        (
            each
            for each in entries
            if each.kind is EntryKind.OPERATION
            and each.phases is not None
            and each.status.occupies
            and each.span.overlaps(day)
            and room_of(each) is not None
        ),
        key=lambda each: (each.starts_at, each.id),
    )


def stages(operations: Sequence[Entry], day: Span, now: int) -> list[Stage]:
    """How far each of one room's operations is; they come by start.

    What was begun is over when its last milestone is reached, when it is fulfilled, or when a later one was
    begun. What was not begun waits, but for one whose planned time is over: that was only not recorded.
    """
    if not day.start <= now < day.end:
        return [Stage.OVER if now >= day.end else Stage.PLANNED] * len(operations)
    is_tracked = any(each.milestones for each in operations)
    last_begun = max((at for at, each in enumerate(operations) if each.milestones), default=-1)
    result: list[Stage] = []
    room_is_free = True
    for at, entry in enumerate(operations):
        reached = {each.milestone for each in entry.milestones}
        if entry.status is Status.FULFILLED or Milestone.ROOM_READY in reached or at < last_begun:
            stage = Stage.OVER
        elif reached:
            stage = Stage.CLEANING if Milestone.PATIENT_OUT in reached else Stage.RUNNING
        elif not room_is_free:
            stage = Stage.PLANNED
        elif not is_tracked or entry.status is Status.CHECKED_IN or entry.ends_at <= now:
            stage = _by_the_clock(entry, now)
        else:
            stage = Stage.PLANNED
        room_is_free = room_is_free and stage in {Stage.OVER, Stage.PLANNED}
        result.append(stage)
    return result


def _by_the_clock(entry: Entry, now: int) -> Stage:
    if now < entry.starts_at:
        return Stage.PLANNED
    if now < planned_milestones(entry)[Milestone.PATIENT_OUT]:
        return Stage.RUNNING
    return Stage.CLEANING if now < entry.ends_at else Stage.OVER


def course(
    entry: Entry,
    stage: Stage,
    *,
    starts_at: int | None = None,
    not_before: int | None = None,
    not_after: int | None = None,
) -> Course:
    """What an operation's milestones are likely to be.

    :param starts_at: of what was not begun: when it is likely to
    :param not_before: now, while it is under way: what is ahead is not past
    :param not_after: of what is over: when the next one began
    """
    plan = planned_milestones(entry)
    reached = {each.milestone: each.at for each in entry.milestones}
    last = max((at for at, each in enumerate(plan) if each in reached), default=-1)
    shift = (starts_at if starts_at is not None else entry.starts_at) - entry.starts_at
    steps: list[Step] = []
    for at, (milestone, planned) in enumerate(plan.items()):
        before = steps[-1] if steps else None
        expected = planned + (before.expected - before.planned if before else shift)
        if milestone in reached:
            expected = reached[milestone]
        elif at < last:
            expected = min(expected, *(reached[each] for each in list(plan)[at:] if each in reached))
        else:
            if at == last + 1 and last >= 0 and not_before is not None:
                expected = max(expected, not_before)
            if not_after is not None:
                expected = min(expected, not_after)
        steps.append(Step(milestone, planned, reached.get(milestone), expected, is_ahead=at > last))
    room = room_of(entry)
    if room is None:
        raise ValueError("the operation has no room")
    return Course(entry, room, stage, tuple(steps))


def begun_courses(
    operations: Mapping[ActorId, Sequence[Entry]], day: Span, now: int
) -> tuple[list[Course], list[tuple[Entry, bool]]]:
    """The courses of all that was begun; and what is still to begin, with whether its room is tracked."""
    begun: list[Course] = []
    ahead: list[tuple[Entry, bool]] = []
    for mine in operations.values():
        is_tracked = any(each.milestones for each in mine)
        begins = [each.milestones[0].at if each.milestones else None for each in mine]
        for at, (entry, stage) in enumerate(zip(mine, stages(mine, day, now), strict=True)):
            if stage is Stage.PLANNED:
                ahead.append((entry, is_tracked))
                continue
            later = [each for each in begins[at + 1 :] if each is not None]
            is_over = stage is Stage.OVER
            begun.append(
                course(
                    entry,
                    stage,
                    not_before=None if is_over else now,
                    not_after=min(later, default=None) if is_over else None,
                )
            )
    return begun, ahead
