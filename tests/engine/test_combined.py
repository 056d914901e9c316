"""Ways through a combination: gaps, windows, and the earliest chain against every chain there is."""

from collections.abc import Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.combined import chain, starts_of, windows
from praxidesk.engine.combined_slots import chains
from praxidesk.engine.outcomes import Invalid, Slot
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.series_requests import CombinedPart, CombinedRequest, CombinedSlotPart
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId, EntryKind
from tests.engine.diary import PRACTICE, VISIT, at


def part(clock: str = "", least: int = 0, longest: int | None = 0) -> CombinedPart:
    start = at(clock) if clock else 0
    return CombinedPart(
        BookRequest(EntryKind.APPOINTMENT, start, (), type=VISIT), least, longest, is_fixed=bool(clock)
    )


def test_windows_grow_with_the_gaps() -> None:
    request = CombinedRequest(at("09:00"), (part(), part(least=10, longest=30), part(longest=20)))
    assert windows(PRACTICE, request) == (
        (at("09:00"), at("09:00")),
        (at("09:40"), at("10:00")),
        (at("10:10"), at("10:50")),
    )


def test_a_fixed_start_must_follow_with_its_gap() -> None:
    def answer(clock: str, least: int, longest: int | None) -> object:
        return windows(PRACTICE, CombinedRequest(at("09:00"), (part(), part(clock, least, longest))))

    assert not isinstance(answer("09:30", 0, 0), Invalid)
    assert not isinstance(answer("16:00", 0, None), Invalid)
    assert isinstance(answer("09:29", 0, None), Invalid)
    assert isinstance(answer("09:39", 10, 20), Invalid)
    assert isinstance(answer("09:51", 10, 20), Invalid)


def test_parts_begin_at_once_or_on_the_grid() -> None:
    waiting = part(least=3, longest=15)
    assert list(starts_of(waiting, at("09:30"), 0)) == [
        at(each) for each in ("09:33", "09:35", "09:40", "09:45")
    ]
    assert list(starts_of(part(), at("09:30"), 0)) == [at("09:30")]
    assert list(starts_of(part("10:00", 0, None), at("09:30"), 0)) == [at("10:00")]
    assert list(starts_of(part("10:00", 0, 15), at("09:30"), 0)) == []
    assert list(starts_of(part(), None, at("09:00"))) == [at("09:00")]


def nobody(index: int, before: Sequence[object]) -> tuple[tuple[int, ActorId], ...]:
    """Parts that have no people in common."""
    return ()


@given(
    st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=3, unique=True), min_size=2, max_size=4),
    st.sets(st.tuples(st.integers(0, 2), st.integers(1, 3)), max_size=4),
    st.integers(0, 2),
)
def test_parts_before_do_with_others_where_a_later_one_finds_nobody(
    able: list[list[int]], busy: set[tuple[int, int]], rest: int
) -> None:
    """Minutes of people who need a rest between two parts: the earliest starts of all teams there are."""
    slots = 3

    def can(before: Sequence[tuple[int, int]], start: int, person: int) -> bool:
        rested = all(other != person or start - begun > rest for begun, other in before)
        return rested and (start % slots, person) not in busy

    def placed(
        index: int, start: int, before: Sequence[tuple[int, int]], without: frozenset[ActorId]
    ) -> tuple[int, int] | None:
        free = (each for each in able[index] if each not in without and can(before, start, each))
        return next(((start, each) for each in free), None)

    def starts(index: int, before: Sequence[tuple[int, int]]) -> range:
        return range(before[-1][0] + 1, before[-1][0] + 1 + slots) if before else range(1)

    def shared(index: int, before: Sequence[tuple[int, int]]) -> list[tuple[int, ActorId]]:
        return [(place, ActorId(who)) for place, (_, who) in enumerate(before) if who in able[index]]

    possible = []
    for gaps in product(range(1, slots + 1), repeat=len(able) - 1):
        begins = [sum(gaps[:number]) for number in range(len(able))]
        for team in product(*able):
            chosen = list(zip(begins, team, strict=True))
            if all(can(chosen[:number], *each) for number, each in enumerate(chosen)):
                possible.append(begins)
    found = chain(len(able), starts, placed, shared)
    assert (None if found is None else [start for start, _ in found]) == min(possible, default=None)


def test_hostile_requests_come_to_an_end() -> None:
    tried = []

    def never(index: int, start: int, _: Sequence[int], without: frozenset[ActorId]) -> int | None:
        tried.append(start)
        return start if index < 7 else None

    assert chain(8, lambda index, before: range(100), never, nobody, most_trials=500) is None
    assert len(tried) == 500


slots = st.lists(st.integers(0, 40), min_size=0, max_size=8, unique=True).map(sorted)


@given(
    st.lists(slots, min_size=2, max_size=4),
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=4, max_size=4),
    st.sets(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=30),
)
def test_each_first_start_has_its_earliest_chain(
    starts: list[list[int]], gaps: list[tuple[int, int]], apart: set[tuple[int, int]]
) -> None:
    """Every combination of slots tried; two of them may not stand side by side at all."""
    parts = [
        CombinedSlotPart(VISIT, 1, least, least + more)
        for (least, more), _ in zip(gaps, starts, strict=False)
    ]
    found = [[Slot(each * MINUTE, (each + 1) * MINUTE, ()) for each in some] for some in starts]

    def fits(index: int, slot: Slot, before: Sequence[Slot], without: frozenset[ActorId]) -> Slot | None:
        clash = any((each.starts_at // MINUTE, slot.starts_at // MINUTE) in apart for each in before)
        return None if clash else slot

    def is_chain(some: Sequence[int]) -> bool:
        for number in range(1, len(some)):
            gap = some[number] - (some[number - 1] + 1)
            if not parts[number].least_gap <= gap <= parts[number].longest_gap:
                return False
        return not any((a, b) in apart for place, b in enumerate(some) for a in some[:place])

    expected = []
    for first in starts[0]:
        possible = [some for some in product([first], *starts[1:]) if is_chain(some)]
        if possible:
            expected.append(list(min(possible)))
    told = [[each.starts_at // MINUTE for each in slot.parts] for slot in chains(parts, found, fits, nobody)]
    assert told == expected
