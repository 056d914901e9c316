"""Seating uses of interchangeable places, held against every assignment there is."""

from collections.abc import Sequence
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxidesk.engine import seat_plan
from praxidesk.engine.seat_plan import Arrangement, Use, arranged, crowded
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryId

A, B, C, D = (ActorId(number) for number in range(1, 5))
NAMES = {"A": A, "B": B, "C": C, "D": D}


def use(text: str, entry: int | None = None, *, before: int = 0, after: int = 0) -> Use:
    """``"9-11 AB"`` is wanted and may be at both; ``"9-11 A:BC"`` is at A and may be at B and C."""
    *clocks, places = text.split()
    spans = tuple(Span(*(int(hour) for hour in clock.split("-"))) for clock in clocks)
    now, _, others = places.rpartition(":")
    codes = now + others
    return Use(
        None if entry is None else EntryId(entry),
        {NAMES[code]: spans for code in codes},
        before,
        after,
        NAMES[now] if now else None,
    )


def seated(wanted: Sequence[str], present: Sequence[str]) -> str | None:
    """``"B 0:C"``: the wanted one gets B, the first of those present goes to C."""
    found = arranged(
        [use(each) for each in wanted], [use(each, number) for number, each in enumerate(present)]
    )
    if found is None:
        return None
    codes = {place: code for code, place in NAMES.items()}
    moves = [f"{index}:{codes[place]}" for index, place in found.moved.items()]
    return " ".join(["".join(codes[place] for place in found.wanted), *moves])


@pytest.mark.parametrize(
    ("wanted", "present", "expected"),
    [
        pytest.param(["9-10 ABC"], [], "A", id="the-first-place-where-all-are-free"),
        pytest.param(["9-10 ABC"], ["8-10 A:BC"], "B", id="the-first-that-is-free"),
        pytest.param(["9-10 BAC"], [], "B", id="preference-counts"),
        pytest.param(["9-10 AB"], ["8-9 A:B", "10-11 A:B"], "A", id="touching-is-free"),
        pytest.param(["9-10 AB"], ["8-10 A:B", "9-11 B:A"], None, id="both-are-taken"),
        pytest.param(
            ["9-12 AB"], ["9-10 A:B", "11-12 B:A"], "A 0:B", id="nobody-is-free-throughout-so-one-moves"
        ),
        pytest.param(["9-12 AB"], ["9-10 A:", "11-12 B:A"], "B 1:A", id="the-promised-one-stays"),
        pytest.param(["9-12 AB"], ["9-10 A:", "11-12 B:"], None, id="both-are-promised"),
        pytest.param(
            ["9-12 ABC"],
            ["9-10 A:BC", "11-12 B:AC", "8-10 C:", "10-11 C:"],
            "A 0:B",
            id="of-two-ways-the-one-that-gives-the-first-place",
        ),
        pytest.param(
            ["9-12 A"], ["9-12 A:B", "11-13 B:C", "12-14 C:D"], "A 0:B 1:C 2:D", id="everybody-moves-up"
        ),
        pytest.param(
            ["9-12 AD"], ["9-12 A:B", "11-13 B:C", "12-14 C:", "10-11 D:BC"], "D 3:B", id="the-shorter-chain"
        ),
        pytest.param(["9-10 AB", "9-10 AB"], [], "AB", id="two-places-for-one-entry"),
        pytest.param(["9-10 AB", "9-10 AB"], ["9-10 B:"], None, id="one-place-is-not-enough-for-two"),
        pytest.param(["9-10 AB", "10-11 AB"], ["9-11 B:"], "AA", id="one-after-the-other-may-be-one-place"),
        pytest.param(["9-10 11-12 AB"], ["10-11 A:", "9-10 B:"], "A", id="between-two-parts-there-is-room"),
        pytest.param(["9-10 11-12 AB"], ["10-12 A:B", "9-10 B:"], "A 0:B", id="both-parts-at-one-place"),
    ],
)
def test_seating(wanted: list[str], present: list[str], expected: str | None) -> None:
    assert seated(wanted, present) == expected


USES = st.builds(
    lambda starts, length, places, before, after, now, entry: (
        starts,
        length,
        places,
        before,
        after,
        now,
        entry,
    ),
    st.lists(st.integers(0, 12), min_size=1, max_size=2, unique=True),
    st.integers(1, 6),
    st.permutations([A, B, C]).flatmap(lambda each: st.integers(1, 3).map(lambda size: tuple(each[:size]))),
    st.sampled_from([0, 0, 0, 1, 2]),
    st.sampled_from([0, 0, 0, 1, 3]),
    st.integers(0, 2),
    st.integers(1, 4),
)


def made(drawn: tuple[list[int], int, tuple[ActorId, ...], int, int, int, int], *, is_present: bool) -> Use:
    starts, length, places, before, after, now, entry = drawn
    ordered = sorted(starts)
    ends = [
        min(start + length, *(later for _, later in pairwise(ordered) if later > start), start + 6)
        for start in ordered
    ]
    spans = tuple(Span(start, end) for start, end in zip(ordered, ends, strict=True) if end > start)
    place = places[now % len(places)] if is_present else None
    order = dict.fromkeys((*((place,) if place else ()), *places))
    return Use(EntryId(entry) if is_present else None, dict.fromkeys(order, spans), before, after, place)


def shares(one: Use, other: Use, place: ActorId) -> bool:
    """Minute by minute: whether the two take one minute of it, or come nearer than the larger buffer."""
    for mine in one.places[place]:
        for their in other.places[place]:
            if set(range(*mine)) & set(range(*their)):
                return True
            if one.entry == other.entry:
                continue
            first, last = ((one, mine), (other, their)) if mine < their else ((other, their), (one, mine))
            if last[1].start - first[1].end < max(first[0].after, last[0].before):
                return True
    return False


def fewest(wanted: Sequence[Use], present: Sequence[Use]) -> tuple[int, tuple[ActorId, ...]] | None:
    """By every assignment: the fewest moves, and with those the first places of those who want one."""
    uses = [*wanted, *present]
    best = None
    for places in product(*(each.places for each in uses)):
        is_fine = all(
            places[i] != places[j] or not shares(uses[i], uses[j], places[i])
            for i in range(len(uses))
            for j in range(i)
        )
        if is_fine:
            moves = sum(place != each.place for each, place in zip(uses, places, strict=True) if each.place)
            ranks = tuple(list(each.places).index(place) for each, place in zip(wanted, places, strict=False))
            key = (moves, ranks, places[: len(wanted)])
            best = key if best is None or key < best else best
    return None if best is None else (best[0], best[2])


def standing(present: list[Use]) -> list[Use]:
    """Those of them who do not meet where they are."""
    found: list[Use] = []
    for each in present:
        assert each.place is not None
        if not any(other.place == each.place and shares(each, other, each.place) for other in found):
            found.append(each)
    return found


def assert_is_fine(wanted: Sequence[Use], present: Sequence[Use], found: Arrangement) -> None:
    seats = [*zip(wanted, found.wanted, strict=True)]
    seats += [(each, found.moved.get(index, each.place or A)) for index, each in enumerate(present)]
    assert all(place in each.places for each, place in seats)
    assert all(present[index].place != place for index, place in found.moved.items())
    for i, (one, place) in enumerate(seats):
        assert not any(place == at and shares(one, other, place) for other, at in seats[:i])


@settings(max_examples=400)
@given(
    st.lists(USES.map(lambda each: made(each, is_present=False)), min_size=1, max_size=2),
    st.lists(USES.map(lambda each: made(each, is_present=True)), max_size=6),
)
def test_the_fewest_moves_there_are(wanted: list[Use], drawn: list[Use]) -> None:
    present = standing(drawn)
    found = arranged(wanted, present)
    expected = fewest(wanted, present)
    if expected is None:
        assert found is None
        return
    assert found is not None
    assert_is_fine(wanted, present, found)
    assert (len(found.moved), found.wanted) == expected


@settings(max_examples=200)
@given(
    st.lists(USES.map(lambda each: made(each, is_present=False)), min_size=1, max_size=2),
    st.lists(USES.map(lambda each: made(each, is_present=True)), max_size=6),
)
def test_the_sweep_alone_finds_a_seating_wherever_there_is_one(wanted: list[Use], drawn: list[Use]) -> None:
    present = standing(drawn)
    swept = seat_plan._swept([*wanted, *present])
    assert (swept is None) == (fewest(wanted, present) is None)
    if swept is not None:
        moved = {
            index: place for index, place in enumerate(swept[len(wanted) :]) if place != present[index].place
        }
        assert_is_fine(wanted, present, Arrangement(tuple(swept[: len(wanted)]), moved))


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 15)), max_size=40), st.integers(2, 5))
def test_with_places_alike_and_nobody_promised_one_the_peak_decides(
    wishes: list[tuple[int, int]], size: int
) -> None:
    places = tuple(ActorId(number) for number in range(1, size + 1))
    stays: list[tuple[Span, ActorId]] = []
    for start, length in wishes:
        span = Span(start, start + length)
        present = [
            Use(EntryId(number), dict.fromkeys((place, *places), (each,)), place=place)
            for number, (each, place) in enumerate(stays)
        ]
        wish = Use(None, dict.fromkeys(places, (span,)))
        found = arranged([wish], present)
        peak = max(sum(each.start <= at < each.end for each, _ in stays) for at in range(*span))
        assert (found is not None) == (peak < size)
        if found is not None:
            assert_is_fine([wish], present, found)
            stays = [(each, found.moved.get(number, place)) for number, (each, place) in enumerate(stays)]
            stays.append((span, found.wanted[0]))


@settings(max_examples=200)
@given(
    st.lists(USES.map(lambda each: made(each, is_present=False)), min_size=1, max_size=2),
    st.lists(USES.map(lambda each: made(each, is_present=True)), max_size=5),
)
def test_crowded_is_each_instant_by_itself(wanted: list[Use], drawn: list[Use]) -> None:
    present = standing(drawn)
    parts = [
        tuple(dict.fromkeys(span for spans in each.places.values() for span in spans)) for each in wanted
    ]
    found = crowded(parts, [each.places for each in wanted], present)
    for at in range(20):
        there = [
            [
                place
                for place, spans in each.places.items()
                if any(span.start <= at < span.end for span in spans)
            ]
            for each in (*wanted, *present)
        ]
        needs_place = any(there[: len(wanted)])
        fits = any(len(set(places)) == len(places) for places in product(*(each for each in there if each)))
        assert any(span.start <= at < span.end for span in found) == (needs_place and not fits)


def test_twenty_places_of_a_full_day_are_not_too_many() -> None:
    places = tuple(ActorId(number) for number in range(1, 21))
    present = [
        Use(
            EntryId(number),
            dict.fromkeys(dict.fromkeys((places[number % 20], *places)), (Span(start, start + 40),)),
            place=places[number % 20],
        )
        for number, start in enumerate(start for start in range(0, 400, 40) for _ in range(20))
        if number % 20 or start != 40
    ]
    found = arranged([Use(None, dict.fromkeys(places, (Span(40, 80),)))], present)
    assert found == Arrangement((A,), {})
    assert arranged([Use(None, dict.fromkeys(places, (Span(30, 70),)))], present) is None
