"""Span arithmetic against sets of seconds."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.spans import Span, intersected, merged, subtracted
from tests.engine.campaign import examples

SPANS = st.lists(st.builds(Span, st.integers(0, 40), st.integers(0, 40)), max_size=12)


def seconds(spans: list[Span]) -> set[int]:
    return {second for start, end in spans for second in range(start, end)}


def is_tidy(spans: list[Span]) -> bool:
    """Sorted, disjoint, nothing empty."""
    return all(start < end for start, end in spans) and all(
        left.end <= right.start for left, right in pairwise(spans)
    )


@examples(300)
@given(SPANS)
def test_merged_is_the_same_time_without_touching_stretches(spans: list[Span]) -> None:
    result = merged(spans)
    assert seconds(result) == seconds(spans)
    assert is_tidy(result)
    assert all(left.end < right.start for left, right in pairwise(result))


@examples(300)
@given(SPANS, SPANS)
def test_intersected_is_the_time_in_both(left: list[Span], right: list[Span]) -> None:
    result = intersected(merged(left), merged(right))
    assert seconds(result) == seconds(left) & seconds(right)
    assert is_tidy(result)


@examples(300)
@given(SPANS, SPANS)
def test_subtracted_is_the_rest(spans: list[Span], taken: list[Span]) -> None:
    result = subtracted(merged(spans), sorted(span for span in taken if span.start < span.end))
    assert seconds(result) == seconds(spans) - seconds(taken)
    assert is_tidy(result)


@examples(300)
@given(*[st.builds(Span, st.integers(0, 20), st.integers(0, 20)).filter(lambda s: s.start < s.end)] * 2)
def test_overlap_is_a_shared_second(one: Span, other: Span) -> None:
    assert one.overlaps(other) == bool(seconds([one]) & seconds([other]))
    assert one.contains(other) == (seconds([other]) <= seconds([one]))
