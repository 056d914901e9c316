"""A filter says what one sees by name; it never says what is free."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ServiceId, Status, type_service
from praxidesk.ui.calendar.entry_filter import NO_FILTER, EntryFilter
from praxidesk.ui.calendar.grid.builder import GridBuilder
from praxidesk.ui.calendar.grid.kept import Kept
from praxidesk.ui.calendar.grid.layout import GridLayout, Metrics
from praxidesk.ui.calendar.month.days import month_facts
from praxidesk.ui.calendar.move_check import judged
from praxidesk.ui.calendar.state import CalendarState, MoveWanted
from praxidesk.ui.calendar.tile_face import FaceWords, Muting
from praxidesk.ui.calendar.time_axis import time_axis
from praxidesk.ui.filtering.filter_codes import FilterCodes
from tests.ui import desk_practice
from tests.ui.desk_practice import CHECKUP, KNEE, KOC, MONDAY, ROOM1, WEBER, ZONE, at

PRACTICE = desk_practice.practice()
ENTRIES = desk_practice.entries()
STATE = CalendarState(PRACTICE, ZONE, (MONDAY,), (WEBER, KOC, ROOM1), ENTRIES, desk_practice.NOW)

FILTERS = st.builds(
    EntryFilter,
    statuses=st.frozensets(st.sampled_from(list(Status)), max_size=4),
    services=st.frozensets(st.sampled_from([type_service(each) for each in PRACTICE.types] + [ServiceId(0)])),
    people=st.frozensets(st.sampled_from(list(PRACTICE.actors))),
    patient=st.sampled_from(["", "kaya", "Müller", "<b>", "P-1001"]),
    hides=st.booleans(),
)


def laid_out(state: CalendarState) -> GridLayout:
    words = FaceWords(PRACTICE, ZONE, state.colour_by, {})
    return GridBuilder(state, time_axis(ZONE, state.days), Metrics(900, 1.6), words, Kept()).layout()


@given(wanted=FILTERS)
@settings(max_examples=60, deadline=None)
def test_no_filter_ever_makes_taken_time_look_free(wanted: EntryFilter) -> None:
    filtered = replace(STATE, filter=wanted)
    plain, muted = laid_out(STATE), laid_out(filtered)
    for before, after in zip(plain.columns, muted.columns, strict=True):
        assert before.taken_minutes == after.taken_minutes
        assert [tile.rect for tile in before.tiles] == [tile.rect for tile in after.tiles]
    for day, quiet in zip(month_facts(STATE).days, month_facts(filtered).days, strict=True):
        assert (day.free, day.load, day.count) == (quiet.free, quiet.load, quiet.count)
    entry = ENTRIES[10]
    for clock in ("09:30", "10:45", "12:30", "15:00"):
        start = at(clock)
        there = MoveWanted(entry.id, Span(start, start + entry.ends_at - entry.starts_at), WEBER, WEBER)
        assert judged(STATE, entry, there) == judged(filtered, entry, there)


@given(wanted=FILTERS)
@settings(max_examples=40, deadline=None)
def test_tiles_are_muted_exactly_where_the_filter_lets_nothing_pass(wanted: EntryFilter) -> None:
    passing = {entry.id for entry in ENTRIES if wanted.passes(entry)}
    for column in laid_out(replace(STATE, filter=wanted)).columns:
        for tile in column.tiles:
            is_muted = tile.face.muting is not Muting.NONE
            assert is_muted == (wanted.is_active and tile.entry not in passing)
            if is_muted:
                assert (tile.face.muting is Muting.HIDDEN) == wanted.hides


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("müller", True),
        ("isil muller", True),
        ("MÜLLER Işıl", True),
        ("ozturk", True),
        ("mueller oeztuerk", True),
        ("p-1001", True),
        ("müller kaya", False),
        ("  ", True),
    ],
)
def test_a_patient_is_meant_by_parts_of_the_name_in_any_order(typed: str, found: bool) -> None:
    entry = next(each for each in ENTRIES if each.patient is not None and each.patient.number == "P-1001")
    assert EntryFilter(patient=typed).passes(entry) is found


def test_what_is_asked_must_all_be_so() -> None:
    wanted = EntryFilter(statuses=frozenset({Status.BOOKED}), people=frozenset({KOC}))
    passing = [entry for entry in ENTRIES if wanted.passes(entry)]
    assert passing
    assert all(entry.status is Status.BOOKED for entry in passing)
    assert all(any(part.actor == KOC for part in entry.allocations) for entry in passing)
    assert NO_FILTER.passes(ENTRIES[0])
    assert not NO_FILTER.is_active


def test_a_filter_is_remembered_by_codes_and_without_the_patient() -> None:
    wanted = EntryFilter(
        frozenset({Status.ARRIVED}),
        frozenset({type_service(CHECKUP), ServiceId(-KNEE), ServiceId(0)}),
        frozenset({WEBER}),
        "Müller-Öztürk",
        hides=True,
    )
    written = FilterCodes.of(wanted, PRACTICE).written()
    assert "Müller" not in written
    assert FilterCodes.read(written).filter(PRACTICE) == replace(wanted, patient="")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[1]",
        "{",
        '{"statuses": 3, "people": [4]}',
        '{"services": ["type:GONE"], "people": ["X"]}',
    ],
)
def test_what_cannot_be_read_or_is_gone_asks_for_nothing(text: str) -> None:
    assert not FilterCodes.read(text).filter(PRACTICE).is_active
