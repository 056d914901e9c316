"""The background and the check against their definition minute by minute."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.conflicts import check, guarded, reach
from praxidesk.engine.entries import Taken
from praxidesk.engine.hours import background
from praxidesk.engine.occupancy import plan
from praxidesk.engine.outcomes import Conflict, Invalid
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import NOBODY, ActorId, ConflictKind, EntryKind, Role, TypeId
from tests.engine import by_minute
from tests.engine.campaign import examples
from tests.engine.diary import ZONE
from tests.engine.strategies import (
    DAYS,
    PATIENT,
    limits,
    neighbours,
    practices,
    requests,
    starts,
    surroundings,
)

LENGTHS = st.sampled_from([8, 17, 60])
BACKGROUND_KINDS = {
    ConflictKind.PRACTICE_CLOSED,
    ConflictKind.ON_BREAK,
    ConflictKind.ABSENT,
    ConflictKind.OUTSIDE_HOURS,
}


@examples(60)
@given(st.data())
def test_open_time_is_where_no_minute_speaks_against_it(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(practices(day))
    begin = data.draw(starts(day)) - 3600
    span = Span(begin, begin + 60 * data.draw(st.sampled_from([1, 90, 600, 1500])))
    actor = data.draw(st.sampled_from([None, *practice.actors]))
    found = background(practice, ZONE, actor, span)

    def is_open(instant: int) -> bool:
        kinds = by_minute.site_kinds(practice, instant)
        if actor is not None:
            kinds = kinds | by_minute.actor_kinds(practice, actor, instant)
        return not kinds & BACKGROUND_KINDS

    assert list(found.open) == by_minute.runs(span, is_open)
    site = practice.site.availability
    own = site if actor is None else practice.actors[actor].availability
    assert list(found.breaks) == by_minute.runs(span, lambda t: by_minute.in_breaks(ZONE.name, own, t))
    closed = by_minute.runs(span, lambda t: by_minute.in_closure(practice, t))
    assert _minutes(each for each, _ in found.closures) == _minutes(closed)
    absent = by_minute.runs(
        span, lambda t: actor is not None and by_minute.in_absences(ZONE.name, own.absences, t)
    )
    assert _minutes(each for each, _ in found.absences) == _minutes(absent)


@examples(100)
@given(st.data())
def test_the_check_names_exactly_what_the_minutes_say(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(practices(day))
    proposal = plan(
        practice, ZONE, data.draw(requests(practice, day)), data.draw(st.sampled_from([None, PATIENT]))
    )
    if isinstance(proposal, Invalid):
        return
    taken = data.draw(surroundings(practice, day) | neighbours(proposal))
    start = proposal.starts_at
    now = data.draw(
        st.sampled_from([0, start, start + 60, proposal.ends_at + 60])
        | st.sampled_from([1, 29, 30, 599, 600, 1440, 2880]).map(lambda minutes: start - 60 * minutes)
    )
    agrees_with_the_minutes(practice, proposal, taken, now)


@examples(160)
@given(st.data())
def test_limits_and_ways_are_kept_to_the_minute(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(practices(day))
    limited = replace(practice.types[TypeId(1)], limits=data.draw(limits()))
    practice = replace(practice, types={**practice.types, TypeId(1): limited})
    own = st.sampled_from([(None, None), (None, None), (5, 3)])
    people = st.tuples(
        st.builds(lambda part: Participant(ActorId(1), Role.PRACTITIONER, *part), own),
        st.builds(lambda part: Participant(ActorId(4), Role.ROOM, *part), own),
    )
    start = data.draw(starts(day))
    request = BookRequest(
        EntryKind.APPOINTMENT, start, data.draw(people), type=TypeId(1), minutes=data.draw(LENGTHS)
    )
    proposal = plan(practice, ZONE, request, None)
    assert isinstance(proposal, Proposal)
    taken = data.draw(neighbours(proposal))
    before = st.sampled_from([1, 29, 30, 31, 599, 600, 1440, 2880])
    agrees_with_the_minutes(practice, proposal, taken, start - 60 * data.draw(before))


def agrees_with_the_minutes(practice: Practice, proposal: Proposal, taken: Sequence[Taken], now: int) -> None:
    found = check(practice, ZONE, proposal, taken, now)
    assert sorted(map(_plain, found)) == sorted(
        map(_plain, by_minute.Check(practice, proposal, taken, now).found)
    )
    order = list(ConflictKind)
    keys = [(c.span.start, order.index(c.kind), c.actor or 0, c.entry or 0) for c in found]
    assert keys == sorted(keys)
    near = reach(practice, ZONE, proposal)
    brought = [
        t
        for t in taken
        if (t.actor in near.actors or (t.actor == NOBODY and t.service in near.services and t.occupies))
        and t.starts_at < near.span.end
        and near.span.start < t.ends_at
    ]
    assert found == check(practice, ZONE, proposal, brought, now)


@examples(100)
@given(st.data())
def test_what_is_guarded_shares_no_time_with_what_occupies(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(practices(day))
    proposal = plan(practice, ZONE, data.draw(requests(practice, day)), PATIENT)
    if isinstance(proposal, Invalid):
        return
    taken = data.draw(surroundings(practice, day))
    stored = guarded(proposal, check(practice, ZONE, proposal, taken, 0), taken)
    for before, after in zip(proposal.allocations, stored.allocations, strict=True):
        clash = any(
            each.actor == before.actor
            and each.entry != proposal.entry
            and each.occupies
            and each.starts_at < before.ends_at
            and before.starts_at < each.ends_at
            for each in taken
        )
        assert after.blocking == (proposal.status.occupies and not clash)
        assert (after.actor, after.span, after.role) == (before.actor, before.span, before.role)


def _minutes(spans: object) -> set[int]:
    return {minute for start, end in spans for minute in range(start, end, 60)}  # type: ignore[attr-defined]


def _plain(conflict: Conflict) -> tuple[str, str, Span, ActorId, int, str]:
    return (
        conflict.kind,
        conflict.severity,
        conflict.span,
        conflict.actor or ActorId(0),
        conflict.entry or 0,
        conflict.role or "",
    )
