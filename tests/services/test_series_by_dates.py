"""A series says of each date exactly what a booking on that date alone would."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from praxidesk.engine.outcomes import Free, Refused
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.series_outcomes import SeriesOutcome, Verdict
from praxidesk.engine.series_requests import SeriesRequest, SeriesRule
from praxidesk.engine.vocabulary import Frequency, OnClash
from praxidesk.models.store import Store
from praxidesk.services.series import book_series, check_series
from tests.services.diary import MONDAY, Diary

CODES = ("KOC", "WEB R1", "KOC R2", "WEB")


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Diary]:
    """One diary that all examples write into: it only gets fuller."""
    path: Path = tmp_path_factory.mktemp("series") / "busy.praxidesk"
    store = Store.open(str(path), create=True)
    yield Diary.begun_in(store)
    store.close()


def request(diary: Diary, day: int, minute: int, codes: str, **more: Any) -> BookRequest:
    """On the so-manieth day, at a minute of it."""
    clock = f"{minute // 60:02}:{minute % 60:02}"
    return diary.request(clock, codes, day=MONDAY + timedelta(days=day), **more)


BOOKINGS = st.tuples(st.integers(0, 60), st.integers(7 * 12, 17 * 12), st.sampled_from(CODES))
RULES = st.builds(
    SeriesRule,
    st.sampled_from(Frequency),
    st.integers(1, 3),
    count=st.integers(1, 12),
)


@given(
    st.lists(BOOKINGS, max_size=6),
    BOOKINGS,
    RULES,
    st.sampled_from(["P-1001", "P-1002", None]),
    st.booleans(),
    st.sampled_from([5, 30, 90, 600]),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_date_is_checked_as_if_alone(  # noqa: PLR0917 - what is drawn
    busy: Diary,
    bookings: list[tuple[int, int, str]],
    first: tuple[int, int, str],
    rule: SeriesRule,
    patient: str | None,
    fill: bool,
    minutes: int,
) -> None:
    for day, at, codes in bookings:
        busy.ask(request(busy, day, at * 5, codes))
    day, at, codes = first
    kontr = busy.desk.practice.type_ids["KONTR"]
    more: dict[str, Any] = {"type": kontr, "fill": True} if fill else {"minutes": minutes}
    booking = request(busy, day, at * 5, codes, patient=patient, **more)
    asked = SeriesRequest(booking, rule, on_clash=OnClash.SKIP)
    outcome = check_series(busy.desk, asked, busy.now)
    assert isinstance(outcome, SeriesOutcome)
    for each in outcome.dates:
        alone = busy.check(replace(booking, starts_at=each.span.start))
        if isinstance(alone, Free):
            assert (each.conflicts, each.participants) == (alone.warnings, alone.participants)
        else:
            assert isinstance(alone, Refused)
            assert each.conflicts == alone.conflicts
            assert each.is_blocked
    if outcome.verdict is Verdict.FREE:
        written = book_series(busy.desk, asked, busy.now)
        assert isinstance(written, SeriesOutcome)
        assert [each.conflicts for each in written.dates] == [each.conflicts for each in outcome.dates]
        assert [each.span for each in written.dates] == [each.span for each in outcome.dates]
