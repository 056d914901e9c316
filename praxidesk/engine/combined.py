"""Appointments that follow each other with gaps: where each of a combination can begin, and a way through."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from praxidesk.engine.outcomes import FieldError, Invalid
from praxidesk.engine.parts import Wish, length_of
from praxidesk.engine.practice import Practice
from praxidesk.engine.series_requests import CombinedPart, CombinedRequest
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, EntryKind

STEP_SECONDS = 5 * MINUTE
"""Where a part may begin within its gap: at once, or on this grid."""
MOST_TRIALS = 2_000
"""So many places are tried before a combination is given up: far more than real ones need."""

MOST_OF_OTHERS = 100
"""So many of them are tried with other people at the same starts."""
NOBODY_ELSE: frozenset[ActorId] = frozenset()

Placed = TypeVar("Placed")
Placing = Callable[[int, int, Sequence[Placed], frozenset[ActorId]], Placed | None]
"""A part at a start behind others, and whom it has to do without."""


def windows(practice: Practice, request: CombinedRequest) -> tuple[Span, ...] | Invalid:
    """From when to when each part can begin, both included, given the lengths and gaps before it."""
    errors: list[FieldError] = []
    found: list[Span] = []
    if len(request.parts) < 2:
        return Invalid((FieldError("parts", "a combination has two parts at least"),))
    lowest = highest = request.starts_at
    for index, part in enumerate(request.parts):
        seconds = _seconds(practice, part)
        if isinstance(seconds, FieldError):
            errors.append(FieldError(f"parts[{index}].{seconds.field}", seconds.message))
            seconds = 0
        if index:
            lowest += part.least_gap * MINUTE
            highest += (part.longest_gap or 0) * MINUTE
        if part.is_fixed:
            start = part.booking.starts_at
            if start < lowest or (part.longest_gap is not None and start > highest):
                errors.append(
                    FieldError(f"parts[{index}].start", "does not follow the part before with its gap")
                )
            lowest = highest = start
        found.append(Span(lowest, highest))
        lowest, highest = lowest + seconds, highest + seconds
    return Invalid(tuple(errors)) if errors else tuple(found)


def starts_of(part: CombinedPart, end_before: int | None, start: int) -> Iterator[int]:
    """Where a part may begin behind the one before, the earliest first.

    :param end_before: of the part before; ``None`` for the first, which begins at ``start``
    """
    if end_before is None:
        yield start
        return
    earliest = end_before + part.least_gap * MINUTE
    latest = None if part.longest_gap is None else end_before + part.longest_gap * MINUTE
    if part.is_fixed:
        if earliest <= part.booking.starts_at and (latest is None or part.booking.starts_at <= latest):
            yield part.booking.starts_at
        return
    yield earliest
    on_grid = earliest - earliest % STEP_SECONDS + STEP_SECONDS
    yield from range(on_grid, (earliest if latest is None else latest) + 1, STEP_SECONDS)


def chain(
    parts: int,
    starts: Callable[[int, Sequence[Placed]], Iterable[int]],
    placed: Placing[Placed],
    shared: Callable[[int, Sequence[Placed]], Iterable[tuple[int, ActorId]]],
    *,
    most_trials: int = MOST_TRIALS,
) -> tuple[Placed, ...] | None:
    """The first way to place all parts: each as early as the ones before, and those behind it, let it.

    Where a part finds nobody because those before it have taken them, these do with others.

    :param starts: where a part may begin behind those placed before it, ascending
    :param placed: the part at a start without certain people, or ``None`` where it cannot be
    :param shared: whom the parts before, by their places, have taken and this part might need
    """
    trials = 0

    def tried(
        index: int, start: int, before: tuple[Placed, ...], without: frozenset[ActorId]
    ) -> Placed | None:
        nonlocal trials
        trials += 1
        return placed(index, start, before, without)

    def added(before: tuple[Placed, ...], begun: tuple[int, ...], start: int) -> tuple[Placed, ...] | None:
        """All up to the next part, at these starts."""
        index = len(before)
        found = tried(index, start, before, NOBODY_ELSE)
        if found is not None:
            return (*before, found)
        if not any(True for _ in shared(index, before)) or tried(index, start, (), NOBODY_ELSE) is None:
            return None
        return with_others(before, (*begun, start))

    def with_others(before: tuple[Placed, ...], begun: tuple[int, ...]) -> tuple[Placed, ...] | None:
        """With whoever the part that fails might need kept out of one part before it, one after the other."""
        failing: tuple[Placed, ...] = before
        known: set[frozenset[tuple[int, ActorId]]] = set()
        waiting: deque[frozenset[tuple[int, ActorId]]] = deque([frozenset()])
        last = min(most_trials, trials + MOST_OF_OTHERS)
        while waiting and trials < last:
            kept_out = waiting.popleft()
            if kept_out:
                failing = ()
                for index, start in enumerate(begun):
                    without = frozenset(actor for place, actor in kept_out if place == index)
                    found = tried(index, start, failing, without)
                    if found is None:
                        break
                    failing = (*failing, found)
                else:
                    return failing
            for each in shared(len(failing), failing):
                more = kept_out | {each}
                if more not in known:
                    known.add(more)
                    waiting.append(more)
        return None

    def rest(before: tuple[Placed, ...], begun: tuple[int, ...]) -> tuple[Placed, ...] | None:
        index = len(before)
        if index == parts:
            return before
        for start in starts(index, before):
            if trials >= most_trials:
                return None
            found = added(before, begun, start)
            whole = None if found is None else rest(found, (*begun, start))
            if whole is not None:
                return whole
        return None

    return rest((), ())


def _seconds(practice: Practice, part: CombinedPart) -> int | FieldError:
    booking = part.booking
    if booking.kind is not EntryKind.APPOINTMENT:
        return FieldError("kind", "only appointments can be combined")
    length = length_of(
        practice, Wish(booking.kind, booking.type, booking.procedure, booking.minutes, booking.phases)
    )
    return length if isinstance(length, FieldError) else length.minutes * MINUTE
