"""What a late operation pushes: in its room, and of its people and devices elsewhere. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from praxidesk.engine.clashes import buffers_of
from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.progress import Course, Stage, course
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId, EntryId

TOLERANCE_MINUTES = 5
"""A shorter delay pushes nothing: it is made up for in the change-over."""
STEP_SECONDS = 5 * MINUTE
"""What is pushed starts on a full step."""


@dataclass(frozen=True, slots=True)
class Push:
    """An operation that must start later than planned."""

    entry: Entry
    starts_at: int
    """The earliest start that whoever is late leaves it."""
    by: EntryId
    """The late operation it begins with."""

    @property
    def minutes(self) -> int:
        """How much later."""
        return (self.starts_at - self.entry.starts_at) // MINUTE


@dataclass(frozen=True, slots=True)
class _Earlier:
    """Somebody's part in an operation that starts before another."""

    course: Course
    ends_at: int
    """By the plan."""
    root: Course
    """The operation that its delay begins with."""
    is_pushed: bool


def delayed(
    practice: Practice, begun: Iterable[Course], ahead: Iterable[tuple[Entry, bool]], now: int | None
) -> tuple[list[Course], tuple[Push, ...]]:
    """The courses of what is still to begin, and those of them that must move; both by start.

    What starts earlier pushes what starts later, as far as both need the same room, people or devices one
    after the other. A delay under the tolerance pushes nothing by itself; but what is moved gives way wholly,
    so that all moves together can be booked.

    :param begun: those that are under way count; what is over is in nobody's way
    :param ahead: each with whether its room is tracked
    :param now: ``None`` where nothing waits for it: another day
    """
    parts: dict[ActorId, list[_Earlier]] = {}
    for each in begun:
        if each.stage is not Stage.OVER:
            _add(parts, each, each, is_pushed=False)
    courses: list[Course] = []
    pushes: list[Push] = []
    for entry, is_tracked in sorted(ahead, key=lambda each: (each[0].starts_at, each[0].id)):
        needs = list(_needs(practice, entry, parts))
        most = max((seconds for seconds, _ in needs), default=0)
        waits = max(0, now - entry.starts_at) if now is not None and is_tracked else 0
        hard = any(before.is_pushed for seconds, before in needs if seconds > 0)
        is_pushed = hard or most >= TOLERANCE_MINUTES * MINUTE
        starts_at = entry.starts_at + max(most, waits)
        if is_pushed:
            starts_at = -(-starts_at // STEP_SECONDS) * STEP_SECONDS
        mine = course(entry, Stage.PLANNED, starts_at=starts_at)
        root = mine
        if is_pushed:
            root = next(before.root for seconds, before in needs if seconds == most)
            pushes.append(Push(entry, starts_at, root.entry.id))
        courses.append(mine)
        _add(parts, mine, root, is_pushed=is_pushed)
    return courses, tuple(pushes)


def _add(parts: dict[ActorId, list[_Earlier]], mine: Course, root: Course, *, is_pushed: bool) -> None:
    for part in mine.entry.allocations:
        parts.setdefault(part.actor, []).append(_Earlier(mine, part.ends_at, root, is_pushed))


def _needs(
    practice: Practice, entry: Entry, parts: Mapping[ActorId, Sequence[_Earlier]]
) -> Iterable[tuple[int, _Earlier]]:
    """By how many seconds each part of what is earlier reaches into this one; negative where it does not."""
    own = buffers_of(practice, entry.service)
    for part in entry.allocations:
        for before in parts.get(part.actor, ()):
            planned_gap = part.starts_at - before.ends_at
            if planned_gap < 0:
                continue  # side by side on purpose
            other = buffers_of(practice, before.course.entry.service)
            # A patient needs no gap; and no larger one comes of a delay than was planned.
            least = max(own.before, other.after) if part.actor in practice.actors else 0
            yield before.course.likely(before.ends_at) + min(least, planned_gap) - part.starts_at, before
