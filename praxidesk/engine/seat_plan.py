"""Who sits where: uses of interchangeable places, arranged so that none is in another's way.

Exact, but not for ever: whether all can be seated at all is found by a sweep from the first start to the
last, which forgets whatever lies behind and never looks at one situation twice. As few as possible are
moved: whoever makes room does so because somebody else must sit there, so the search follows those who
are in the way, for one move, then two, and so on.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from praxidesk.engine.matching import gets_one
from praxidesk.engine.spans import Span, intersected, merged
from praxidesk.engine.vocabulary import ActorId, EntryId

MOST_STEPS = 100_000
"""Seatings tried in each of the two searches; no practice that was tried came near it.

Behind it the sweep says that there is no room, and the other leaves it at the sweep's moves.
"""


@dataclass(frozen=True, slots=True)
class Use:
    """All the time that one entry takes one place for."""

    entry: EntryId | None
    """``None`` for one that is not stored yet. Uses of one entry need no gap between them."""
    places: Mapping[ActorId, tuple[Span, ...]]
    """Where it may be, in order of preference, and what it takes there: sorted, disjoint, starting alike."""
    before: int = 0
    """Seconds to be kept free before it; of two neighbours the larger wish counts."""
    after: int = 0
    place: ActorId | None = None
    """Where it is now, which is among the places; ``None`` where it is still to be seated."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A place for everybody."""

    wanted: tuple[ActorId, ...]
    """Of those to be seated, in their order."""
    moved: Mapping[int, ActorId]
    """The new place of each that had one, by its place among those present."""


def meet(one: Use, other: Use, place: ActorId) -> bool:
    """Whether two uses cannot both be at a place: they share time, or lie too near."""
    are_strangers = one.entry != other.entry
    after = max(one.after, other.before) if are_strangers else 0
    before = max(other.after, one.before) if are_strangers else 0
    return any(
        mine.start - before < their.end and their.start - after < mine.end
        for mine in one.places[place]
        for their in other.places[place]
    )


def arranged(wanted: Sequence[Use], present: Sequence[Use]) -> Arrangement | None:
    """A seating of the wanted with as few moves of the present as can be; ``None`` where there is none.

    Those who are wanted get the first places of their preference for which that few moves are enough.

    :param present: in a fixed order; no two of them meet where they are
    """
    if not wanted:
        return Arrangement((), {})
    if not all(each.places for each in wanted):
        return None
    near = _neighbourhood(wanted, present)
    uses = [*wanted, *(present[index] for index in near)]
    pushing = _Pushing(uses, len(wanted))
    found = pushing.within(0)
    if found is None:
        parts = [reduce(intersected, map(list, each.places.values())) for each in wanted]
        is_crowded = crowded(parts, [each.places for each in wanted], uses[len(wanted) :])
        swept = None if is_crowded else _swept(uses)
        if swept is None:
            return None
        most = sum(use.place not in {None, place} for use, place in zip(uses, swept, strict=True))
        fewer = (pushing.within(moves) for moves in range(1, most + 1))
        found = next((each for each in fewer if each is not None), dict(enumerate(swept)))
    return Arrangement(
        tuple(found[index] for index in range(len(wanted))),
        {
            near[index - len(wanted)]: place
            for index, place in sorted(found.items())
            if index >= len(wanted) and uses[index].place != place
        },
    )


def crowded(
    parts: Sequence[Sequence[Span]],
    free: Sequence[Mapping[ActorId, Sequence[Span]]],
    present: Sequence[Use],
) -> list[Span]:
    """Time at which not all of the wanted can be somewhere, whatever is before and after; sorted, disjoint.

    :param parts: of each that is wanted, when it needs a place
    :param free: of each that is wanted, where it could be, and when
    """
    held = [(each, span) for each in present if each.place is not None for span in each.places[each.place]]
    spans = [span for each in (*parts, *(each for where in free for each in where.values())) for span in each]
    instants = sorted({instant for span in (*spans, *(span for _, span in held)) for instant in span})
    found: list[Span] = []
    for begin, end in pairwise(instants):
        wishes = [
            [place for place, open_ in where.items() if _is_within(open_, begin)]
            for where, needed in zip(free, parts, strict=True)
            if _is_within(needed, begin)
        ]
        if wishes and not _match(wishes, [each for each, span in held if span.start <= begin < span.end]):
            found.append(Span(begin, end))
    return merged(found)


def _is_within(spans: Sequence[Span], instant: int) -> bool:
    return any(span.start <= instant < span.end for span in spans)


def _match(wishes: Sequence[Sequence[ActorId]], present: Sequence[Use]) -> bool:
    """Whether at one instant all wishes have a place, those present giving way to others of their places."""
    options: list[Iterable[ActorId]] = [*(each.places for each in present), *wishes]
    holder = {each.place: number for number, each in enumerate(present) if each.place is not None}
    return all(gets_one(number, options, holder) for number in range(len(present), len(options)))


def _neighbourhood(wanted: Sequence[Use], present: Sequence[Use]) -> list[int]:
    """Those present who may have to move: linked to the wanted by neighbours close enough to matter."""
    margin = max((max(each.before, each.after) for each in (*wanted, *present)), default=0)
    start, end = _hull(wanted)
    hulls = [_hull([each]) for each in present]
    near: set[int] = set()
    while True:
        more = {
            index
            for index, hull in enumerate(hulls)
            if index not in near and hull.start < end + margin and hull.end > start - margin
        }
        if not more:
            return sorted(near)
        near |= more
        start = min(start, *(hulls[index].start for index in more))
        end = max(end, *(hulls[index].end for index in more))


def _hull(uses: Sequence[Use]) -> Span:
    spans = [span for use in uses for parts in use.places.values() for span in parts]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


class _Pushing:
    """Seating by pushing out whoever is in the way, until nobody is or the moves run out."""

    def __init__(self, uses: Sequence[Use], wanted: int) -> None:
        self._uses = uses
        self._wanted = wanted
        self._steps = 0
        self._met: dict[tuple[int, int, ActorId], bool] = {}
        self._at: dict[ActorId, list[int]] = {}
        for index, use in enumerate(uses):
            if use.place is not None:
                self._at.setdefault(use.place, []).append(index)

    def within(self, moves: int) -> dict[int, ActorId] | None:
        """The places of the wanted and of those pushed out, where so many moves are enough."""
        return self._seated(tuple(range(self._wanted)), {}, moves)

    def _seated(
        self, waiting: tuple[int, ...], placed: dict[int, ActorId], moves: int
    ) -> dict[int, ActorId] | None:
        if not waiting:
            return placed
        index, *others = waiting
        for place in self._uses[index].places:
            if self._steps >= MOST_STEPS:
                return None
            self._steps += 1
            if place == self._uses[index].place or any(
                at == place and self._meet(index, other, place) for other, at in placed.items()
            ):
                continue
            pushed = [
                other
                for other in self._at.get(place, ())
                if other not in placed and other not in waiting and self._meet(index, other, place)
            ]
            if len(pushed) <= moves:
                found = self._seated((*others, *pushed), {**placed, index: place}, moves - len(pushed))
                if found is not None:
                    return found
        return None

    def _meet(self, one: int, other: int, place: ActorId) -> bool:
        key = (one, other, place) if one < other else (other, one, place)
        known = self._met.get(key)
        if known is None:
            known = self._met[key] = meet(self._uses[one], self._uses[other], place)
        return known


_Held = tuple[tuple[int, int, int, int, int], ...]
"""What is seated at a place and still matters: start, end, seconds before and after, and its entry's mark."""


def _swept(uses: Sequence[Use]) -> list[ActorId] | None:
    """A place for everybody, with no thought of how many are moved; ``None`` where there is none."""
    order = sorted(range(len(uses)), key=lambda index: (_hull([uses[index]]).start, index))
    queue = [uses[index] for index in order]
    starts = [_hull([use]).start for use in queue]
    widest = max(use.before for use in queue)
    alike = _alike(queue)
    marks = _marks(queue)
    held: list[dict[ActorId, _Held]] = [dict.fromkeys(alike[0], ())]
    failed: set[tuple[object, ...]] = set()
    trying: list[Iterator[ActorId]] = [iter(queue[0].places)]
    chosen: list[ActorId] = []
    steps = 0
    while trying:
        index = len(trying) - 1
        use = queue[index]
        place = next(trying[-1], None)
        steps += 1
        if place is None or steps > MOST_STEPS:
            if steps > MOST_STEPS:
                return None
            failed.add(_situation(index, alike[index], held[-1]))
            trying.pop()
            held.pop()
            if chosen:
                chosen.pop()
            continue
        mine = tuple((*span, use.before, use.after, marks[index]) for span in use.places[place])
        if any(_too_near(one, other) for one in mine for other in held[-1][place]):
            continue
        if index + 1 == len(queue):
            chosen.append(place)
            return [found for _, found in sorted(zip(order, chosen, strict=True))]
        now = starts[index + 1]
        after = {
            each: tuple(sorted(item for item in items if item[1] + max(item[3], widest) > now))
            for each, items in {**held[-1], place: (*held[-1][place], *mine)}.items()
        }
        if _situation(index + 1, alike[index + 1], after) not in failed:
            chosen.append(place)
            held.append(after)
            trying.append(iter(queue[index + 1].places))
    return None


def _too_near(one: tuple[int, int, int, int, int], other: tuple[int, int, int, int, int]) -> bool:
    start, end, before, after, mark = one
    begin, until, their_before, their_after, their_mark = other
    if mark and mark == their_mark:
        return start < until and begin < end
    return start - max(before, their_after) < until and begin - max(after, their_before) < end


def _situation(index: int, alike: Mapping[ActorId, int], held: Mapping[ActorId, _Held]) -> tuple[object, ...]:
    """All that decides whether the rest can be seated; places that differ in nothing are one and the same."""
    return index, *sorted((alike[place], items) for place, items in held.items())


def _alike(queue: Sequence[Use]) -> list[dict[ActorId, int]]:
    """For each place in the queue: a number for every place, equal where the rest may use both alike."""
    every = sorted({place for use in queue for place in use.places})
    numbers: dict[tuple[object, int], int] = {}
    found = [dict.fromkeys(every, 0)]
    for use in reversed(queue):
        later = found[-1]
        found.append(
            {
                place: numbers.setdefault((use.places.get(place), later[place]), len(numbers) + 1)
                for place in every
            }
        )
    return found[:0:-1]


def _marks(queue: Sequence[Use]) -> list[int]:
    """A number above 0 for each entry with several uses; 0 for the others, whom it need not set apart."""
    entries = [use.entry for use in queue]
    several = {entry: number for number, entry in enumerate(entries, 1) if entries.count(entry) > 1}
    return [several.get(entry, 0) for entry in entries]
