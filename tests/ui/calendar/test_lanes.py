"""Side by side where time is shared: against a definition by the minute."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxidesk.ui.calendar.lanes import WHOLE, Lane, lanes

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda each: (each[0], each[0] + each[1])),
    max_size=9,
)


def test_nothing_needs_no_lane() -> None:
    assert lanes([]) == []


@pytest.mark.parametrize(
    ("spans", "wanted"),
    [
        pytest.param([(0, 10), (10, 20)], [WHOLE, WHOLE], id="touching is not sharing"),
        pytest.param([(0, 10), (9, 20)], [Lane(0, 1, 2), Lane(1, 1, 2)], id="one minute shared"),
        pytest.param([(0, 10), (0, 20)], [Lane(1, 1, 2), Lane(0, 1, 2)], id="the longer one stands left"),
        pytest.param(
            [(0, 30), (0, 10), (10, 20)],
            [Lane(0, 1, 2), Lane(1, 1, 2), Lane(1, 1, 2)],
            id="a lane is used again",
        ),
        pytest.param(
            [(0, 10), (5, 15), (12, 20)],
            [Lane(0, 1, 2), Lane(1, 1, 2), Lane(0, 1, 2)],
            id="joined through another",
        ),
        pytest.param(
            [(0, 30), (0, 10), (0, 9), (20, 30)],
            [Lane(0, 1, 3), Lane(1, 1, 3), Lane(2, 1, 3), Lane(1, 2, 3)],
            id="spreads over what is free",
        ),
        pytest.param([(5, 5), (5, 5)], [Lane(0, 1, 2), Lane(1, 1, 2)], id="empty ones are seen too"),
    ],
)
def test_a_diary_of_overlaps(spans: list[tuple[int, int]], wanted: list[Lane]) -> None:
    assert lanes(spans) == wanted


def held(span: tuple[int, int]) -> set[int]:
    """The minutes of a span; at least one."""
    return set(range(span[0], max(span[1], span[0] + 1)))


def groups(spans: list[tuple[int, int]]) -> list[set[int]]:
    """Indexes joined by shared minutes, directly or through others."""
    found = [{at} for at in range(len(spans))]
    for left, right in combinations(range(len(spans)), 2):
        if held(spans[left]) & held(spans[right]):
            first = next(group for group in found if left in group)
            second = next(group for group in found if right in group)
            if first is not second:
                found.remove(second)
                first |= second
    return found


@given(SPANS)
def test_who_shares_a_minute_shares_no_lane(spans: list[tuple[int, int]]) -> None:
    placed = lanes(spans)
    for left, right in combinations(range(len(spans)), 2):
        if held(spans[left]) & held(spans[right]):
            own = set(range(placed[left].first, placed[left].first + placed[left].width))
            other = set(range(placed[right].first, placed[right].first + placed[right].width))
            assert not own & other


@given(SPANS)
def test_a_group_has_as_many_lanes_as_share_its_fullest_minute(spans: list[tuple[int, int]]) -> None:
    placed = lanes(spans)
    for group in groups(spans):
        fullest = max(sum(minute in held(spans[at]) for at in group) for minute in range(60))
        assert {placed[at].of for at in group} == {max(1, fullest)}


@given(SPANS)
def test_everyone_spreads_as_far_right_as_is_free(spans: list[tuple[int, int]]) -> None:
    placed = lanes(spans)
    for at, lane in enumerate(placed):
        beyond = lane.first + lane.width
        assert lane.first >= 0
        assert 1 <= lane.width <= lane.of - lane.first
        if beyond < lane.of:
            rivals = [
                other
                for other in range(len(spans))
                if other != at and placed[other].first == beyond and held(spans[other]) & held(spans[at])
            ]
            assert rivals


@given(SPANS)
def test_the_order_given_does_not_matter_to_how_many(spans: list[tuple[int, int]]) -> None:
    forwards = sorted(zip(spans, [lane.of for lane in lanes(spans)], strict=True))
    backwards = sorted(zip(spans[::-1], [lane.of for lane in lanes(spans[::-1])], strict=True))
    assert forwards == backwards
