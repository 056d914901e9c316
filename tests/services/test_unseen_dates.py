"""Refused dates are found by halves."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from praxidesk.services.unseen_dates import refused_of

DAYS = [date(2026, 11, 23) + timedelta(weeks=number) for number in range(52)]


@given(st.frozensets(st.sampled_from(DAYS)), st.integers(0, 52))
def test_exactly_the_refused_ones_are_found_and_few_trials_find_one(
    refused: frozenset[date], count: int
) -> None:
    trials: list[frozenset[date]] = []

    def fit(days: frozenset[date]) -> bool:
        trials.append(days)
        return not days & refused

    days = DAYS[:count]
    found = refused_of(days, fit)
    assert found == refused & frozenset(days)
    assert all(trials)
    assert len(trials) <= 1 + 2 * len(found) * count.bit_length()
