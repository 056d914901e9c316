"""Checks in bulk find what single checks find."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.bulk import Sweep, breaches, reach_of_all, standing, taken_by
from praxidesk.engine.conflicts import check, reach
from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.occupancy import plan
from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.reach import Reach
from praxidesk.engine.spans import Span
from praxidesk.engine.taken_index import TakenIndex
from praxidesk.engine.vocabulary import NOBODY, ActorId, ConflictKind, EntryId, ServiceId, Status
from tests.engine.campaign import examples
from tests.engine.diary import (
    BUFFERED,
    LONG_AGO,
    MONDAY,
    R1,
    TUESDAY,
    WEB,
    ZONE,
    away,
    planned,
    taken,
    visit,
    with_actor,
    with_hours,
)
from tests.engine.strategies import DAYS, PATIENT, practices, requests, surroundings

STATUSES = st.sampled_from([Status.BOOKED, Status.BOOKED, Status.ARRIVED, Status.PENDING, Status.CANCELLED])


@st.composite
def standing_proposals(draw: st.DrawFn, practice: Practice, day: date) -> list[Proposal]:
    """Some entries of a day and the next, as they stand."""
    found = []
    for number in range(1, draw(st.integers(1, 6)) + 1):
        request = replace(draw(requests(practice, day)), status=draw(STATUSES), entry=EntryId(number))
        proposal = plan(practice, ZONE, request, draw(st.sampled_from([None, PATIENT])))
        if not isinstance(proposal, Invalid):
            found.append(proposal)
    return found


def stored(proposal: Proposal) -> Entry:
    assert proposal.entry is not None
    return Entry(
        proposal.entry, 1, proposal.kind, proposal.status, proposal.starts_at, proposal.ends_at,
        proposal.type, proposal.procedure, proposal.phases, None, "", "", "", proposal.allocations,
    )  # fmt: skip


@examples(80)
@given(st.data())
def test_a_sweep_finds_what_single_checks_find(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(practices(day))
    around = data.draw(surroundings(practice, day, most=10))
    proposals = data.draw(standing_proposals(practice, day))
    now = data.draw(st.sampled_from([0, ZONE.day(day).start + 10 * 3600]))
    sweep = Sweep(practice, ZONE, around, now)
    for proposal in proposals:
        asked = replace(proposal, entry=EntryId(1000 + (proposal.entry or 0)))
        assert sweep.check(asked) == check(practice, ZONE, asked, around, now)


@examples(60)
@given(st.data())
def test_breaches_are_what_a_check_of_each_entry_finds_among_all_others(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(practices(day))
    proposals = data.draw(standing_proposals(practice, day))
    everything = [taken for each in proposals for taken in taken_by(each)]
    entries = [stored(each) for each in proposals]
    found = {
        each.entry.id: list(each.conflicts) for each in breaches(practice, ZONE, entries, ZONE.day(day), 0)
    }
    for proposal in proposals:
        as_stored = standing(stored(proposal))
        alone = (
            check(practice, ZONE, as_stored, everything, 0) if proposal.span.overlaps(ZONE.day(day)) else []
        )
        assert proposal.entry is not None
        assert found.get(proposal.entry, []) == [
            each
            for each in alone
            if each.kind not in {ConflictKind.NOTICE_TOO_SHORT, ConflictKind.TOO_FAR_AHEAD}
        ]


TAKEN = st.builds(
    lambda actor, start, length, entry, service: Taken(
        ActorId(actor), start, start + length, EntryId(entry), ServiceId(service), 1, None
    ),
    st.integers(0, 3),
    st.integers(0, 50),
    st.integers(1, 20),
    st.integers(1, 5),
    st.integers(-1, 2),
)


@given(st.lists(TAKEN, max_size=12), st.lists(TAKEN, max_size=4), st.integers(0, 50), st.integers(1, 20))
def test_the_index_finds_all_that_shares_time_and_nothing_else(
    first: list[Taken], later: list[Taken], start: int, length: int
) -> None:
    index = TakenIndex(first)
    for each in later:
        index.add(each)
    asked = Reach(frozenset({ActorId(1), ActorId(2)}), Span(start, start + length), frozenset({ServiceId(2)}))
    expected = [
        each
        for each in [*first, *later]
        if each.span.overlaps(asked.span)
        and (each.actor in asked.actors or (each.actor == NOBODY and each.service in asked.services))
    ]
    assert sorted(index.within(asked)) == sorted(expected)


@examples(30)
@given(st.data())
def test_one_query_reaches_as_far_as_all_of_them(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(practices(day))
    proposals = data.draw(standing_proposals(practice, day))
    whole = reach_of_all(practice, ZONE, proposals)
    assert (whole is None) == (not proposals)
    for proposal in proposals:
        single = reach(practice, ZONE, proposal)
        assert whole is not None
        assert single.actors <= whole.actors
        assert whole.span.contains(single.span)
        assert single.services <= whole.services


def test_what_touches_is_not_near_and_what_lasts_long_is() -> None:
    def row(start: int, end: int) -> Taken:
        return Taken(ActorId(1), start, end, EntryId(1), ServiceId(1), 1, None)

    def near(start: int, end: int) -> list[Span]:
        return [each.span for each in index.within(Reach(frozenset({ActorId(1)}), Span(start, end)))]

    index = TakenIndex([row(0, 10), row(10, 11), row(30, 40)])
    assert near(10, 30) == [Span(10, 11)]
    index.add(row(5, 29))
    assert near(20, 30) == [Span(5, 29)]


def test_only_what_shares_time_with_the_span_is_a_breach() -> None:
    on_leave = with_hours(WEB, absences=(away("2026-11-23", "2026-11-25"),))
    monday, tuesday = (
        stored(replace(planned(visit("09:00-09:30", WEB, day=day)), entry=EntryId(day.day)))
        for day in (MONDAY, TUESDAY)
    )
    found = breaches(on_leave, ZONE, [monday, tuesday], ZONE.day(TUESDAY), LONG_AGO)
    assert [each.entry.id for each in found] == [tuesday.id]


def test_a_check_reaches_behind_its_turnover_and_the_gap_behind_that() -> None:
    practice = with_actor(R1, turnover=20)
    asked = planned(visit("09:00-09:30", R1, type=BUFFERED), practice)
    later = taken("10:00-10:20", R1)
    assert [each.kind for each in check(practice, ZONE, asked, [later], LONG_AGO)] == [
        ConflictKind.GAP_TOO_SHORT
    ]
    assert reach(practice, ZONE, asked).span.overlaps(later.span)
