"""The background and the check against their definition minute by minute."""

from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.conflicts import check, guarded, reach
from praxidesk.engine.hours import background
from praxidesk.engine.occupancy import plan
from praxidesk.engine.outcomes import Conflict, Invalid
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, ConflictKind
from tests.engine import by_minute
from tests.engine.campaign import examples
from tests.engine.diary import ZONE
from tests.engine.strategies import DAYS, PATIENT, practices, requests, starts, surroundings

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
    assert found.has_hours == bool(own.hours)
    closed = by_minute.runs(span, lambda t: by_minute.in_closure(practice, t))
    assert _minutes(each for each, _ in found.closures) == _minutes(closed)
    absent = by_minute.runs(
        span, lambda t: actor is not None and by_minute.in_absences(ZONE.name, own.absences, t)
    )
    assert _minutes(each for each, _ in found.absences) == _minutes(absent)


@examples(180)
@given(st.data())
def test_the_check_names_exactly_what_the_minutes_say(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(practices(day))
    proposal = plan(
        practice, ZONE, data.draw(requests(practice, day)), data.draw(st.sampled_from([None, PATIENT]))
    )
    if isinstance(proposal, Invalid):
        return
    taken = data.draw(surroundings(practice, day))
    now = data.draw(st.sampled_from([0, proposal.starts_at, proposal.starts_at + 60, proposal.ends_at + 60]))
    found = check(practice, ZONE, proposal, taken, now)
    assert sorted(map(_plain, found)) == sorted(
        map(_plain, by_minute.Check(practice, proposal, taken, now).found)
    )
    order = list(ConflictKind)
    keys = [(c.span.start, order.index(c.kind), c.actor or 0, c.entry or 0) for c in found]
    assert keys == sorted(keys)
    near = reach(practice, ZONE, proposal).span
    assert found == check(
        practice, ZONE, proposal, [t for t in taken if t.starts_at < near.end and near.start < t.ends_at], now
    )


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
