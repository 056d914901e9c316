"""When a group has room: held against seating each start by itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxidesk.engine import seating
from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.clashes import buffers_of
from praxidesk.engine.diaries import diaries
from praxidesk.engine.entries import Taken
from praxidesk.engine.group_starts import group_starts
from praxidesk.engine.parts import Length
from praxidesk.engine.practice import Practice
from praxidesk.engine.reservations import Blocks
from praxidesk.engine.spans import Span
from praxidesk.engine.starts import Calendars, obstacles
from praxidesk.engine.vocabulary import EntryId, ServiceId, TypeId
from tests.engine.chairs import C1, C2, CHAIRS, CLOCKS, INF, room, standing, wish, with_chairs
from tests.engine.diary import (
    BUFFERED,
    LONG_AGO,
    TUESDAY,
    VISIT,
    ZONE,
    at,
    wall,
    weekly,
    with_actor,
    with_hours,
)

THREE = with_chairs(3)
MORNING = Span(at("07:00"), at("13:00"))


def starts(
    practice: Practice, rows: Sequence[Taken], minutes: int, span: Span = MORNING, type: TypeId = VISIT
) -> list[Span]:
    service = ServiceId(type)
    whole = Span(span.start, span.end)
    taken = obstacles(practice, buffers_of(practice, service), diaries(rows), actors=CHAIRS)
    calendars = Calendars(Backdrop(practice, ZONE, whole), taken, Length(minutes))
    blocks = Blocks(practice, ZONE, rows, LONG_AGO)
    return group_starts(calendars, INF, (Span(0, minutes),), service, rows, blocks)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([], "07:00-12:00", id="all-morning"),
        pytest.param(
            ["C1 07:00-13:00", "C2! 07:00-13:00", "C3! 08:00-13:00"], "07:00-07:00", id="until-eight"
        ),
        pytest.param(
            ["C1 09:00-10:00", "C2 09:30-10:30", "C3! 08:00-12:00"], "07:00-08:30 10:00-12:00", id="peak"
        ),
        pytest.param(
            ["C1 08:30-09:00", "C2 09:30-13:00", "C3! 07:00-13:00"], "07:00-12:00", id="by-re-seating"
        ),
        pytest.param(
            ["C1! 08:30-09:00", "C2! 09:30-13:00", "C3! 07:00-13:00"],
            "07:00-08:30 09:00-12:00",
            id="promised",
        ),
    ],
)
def test_starts_of_an_hour_in_the_morning(lines: list[str], expected: str) -> None:
    found = starts(THREE, room(*lines), 60)
    assert " ".join(wall(Span(each.start, each.end - 1)) for each in found) == expected


def bookable(practice: Practice, rows: Sequence[Taken], start: int, minutes: int, type: TypeId) -> bool:
    proposal = wish("09:00-10:00", practice, type=type)
    end = start + minutes * 60
    proposal = replace(
        proposal,
        starts_at=start,
        ends_at=end,
        allocations=tuple(replace(each, starts_at=start, ends_at=end) for each in proposal.allocations),
    )
    return not seating.seat(practice, ZONE, proposal, rows, LONG_AGO).full


SERVICED = st.tuples(
    st.sampled_from(["C1", "C2", "C3", "C1!", "C3!"]), CLOCKS, st.sampled_from([str(VISIT), str(BUFFERED)])
).map(" ".join)
PRACTICES = st.sampled_from(
    [
        THREE,
        with_hours(C1, THREE, hours=weekly("mon", "08:00-10:00")),
        with_actor(C2, THREE, turnover=20),
        with_actor(C2, THREE, inspected_until=date(2026, 11, 20)),
    ]
)


@settings(max_examples=100)
@given(PRACTICES, st.lists(SERVICED, max_size=9), st.integers(1, 18), st.sampled_from([VISIT, BUFFERED]))
def test_offered_is_exactly_what_can_be_booked(
    practice: Practice, lines: list[str], length: int, type: TypeId
) -> None:
    rows = standing(room(*lines))
    found = starts(practice, rows, length * 10, type=type)
    for start in range(MORNING.start, MORNING.end - length * 600 + 1, 300):
        is_offered = any(each.start <= start < each.end for each in found)
        assert is_offered == bookable(practice, rows, start, length * 10, type), wall(Span(start, start))


def test_over_midnight_those_of_both_days_may_be_moved() -> None:
    always = with_hours(None, with_chairs(2), hours=weekly("mon tue", "00:00-24:00"))
    late = room("C1 20:00-24:00")
    early = [each._replace(entry=EntryId(2)) for each in room("C2 00:00-03:00", day=TUESDAY)]
    rows = [*late, *early]
    span = Span(at("18:00"), at("06:00", TUESDAY))
    found = starts(always, rows, 120, span)
    assert [wall(each) for each in found] == ["18:00-04:00"]
    for start in range(span.start, span.end - 7200 + 1, 900):
        assert bookable(always, rows, start, 120, VISIT), wall(Span(start, start))
    longer = [rows[0]._replace(ends_at=at("00:01", TUESDAY)), rows[1]]
    assert [wall(each) for each in starts(always, longer, 120, span)] == ["18:00-22:00", "00:01-04:00"]
