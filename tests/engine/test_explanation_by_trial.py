"""What is said of the time before the first slot, against checks of everybody alone at every start."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.conflicts import check
from praxidesk.engine.entries import Taken
from praxidesk.engine.explanation import explained
from praxidesk.engine.outcomes import BlockedSpan, Conflict
from praxidesk.engine.outlook import Outlook
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import SlotRequest
from praxidesk.engine.slots import Search, find
from praxidesk.engine.spans import Span
from praxidesk.engine.substitutes import places
from praxidesk.engine.teams import Seat
from praxidesk.engine.trials import Trials
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, EntryKind, Role
from tests.engine import by_minute
from tests.engine.campaign import examples
from tests.engine.diary import ZONE
from tests.engine.strategies import DAYS, PATIENT
from tests.engine.test_slots_by_trial import is_between, on_grid, ruled, slot_requests
from tests.engine.test_slots_by_trial import standing as others

FITNESS = {ConflictKind.INACTIVE, ConflictKind.NOT_QUALIFIED, ConflictKind.EQUIPMENT_MISSING}


def avoided(practice: Practice, proposal: Proposal, rows: Sequence[Taken], now: int) -> list[Conflict]:
    """What a search keeps away from."""
    return [each for each in check(practice, ZONE, proposal, rows, now) if practice.avoids(each.kind)]


def is_wanted(request: SlotRequest, search: Search, start: int, now: int) -> bool:
    """Whether the request itself asks for a start."""
    local = by_minute.clocks(ZONE.name, start)
    end = start + 60 * search.length.minutes
    return (
        start >= now + request.notice_minutes * 60
        and (request.not_before is None or start >= request.not_before)
        and (request.not_after is None or end <= request.not_after)
        and on_grid(start, request.step_minutes)
        and request.first_day <= local.date() <= request.last_day
        and local.weekday() in request.weekdays
        and is_between(request, Span(start, end))
    )


Reason = tuple[ActorId | None, ConflictKind, EntryId | None]


def in_the_way(
    outlook: Outlook, trials: Trials, rows: Sequence[Taken], who: tuple[ActorId, Seat], start: int
) -> set[Reason]:
    """What speaks against somebody at a start, alone and in any company."""
    actor, seat = who
    search, is_free = trials.search, outlook.is_free((actor, seat.parts), start)
    if actor in search.practice.groups:
        return set() if is_free else {(actor, ConflictKind.CAPACITY_FULL, None)}
    proposal = trials.proposal(start, [(actor, seat.role, seat.parts)], with_patient=False)
    found: set[Reason] = {
        (actor, each.kind, each.entry)
        for each in avoided(search.practice, proposal, rows, search.now)
        if each.actor == actor
    }
    if is_free:
        assert {kind for _, kind, _ in found} <= {ConflictKind.RESERVED}
        return set()
    assert found
    return found


def with_start(spans: Sequence[BlockedSpan], start: int) -> list[BlockedSpan]:
    return [each for each in spans if each.starts.start <= start < each.starts.end]


@examples(60)
@given(st.data())
def test_each_start_before_the_first_slot_is_closed_or_has_all_its_reasons(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(ruled(day, "one"))
    span = ZONE.day(day)
    kind = data.draw(st.sampled_from(EntryKind))
    request = replace(data.draw(slot_requests(practice, kind, span)), limit=1, explain=True)
    patient = data.draw(st.sampled_from([None, PATIENT])) if kind is not EntryKind.BLOCKOUT else None
    rows = data.draw(others(practice, day))
    now = data.draw(st.sampled_from([0, 0, span.start + 43201]))
    for slot in find(practice, ZONE, request, patient, rows, now, span):
        span = Span(span.start, slot.starts_at)
    if span.start == span.end:
        return
    search = Search.of(practice, ZONE, request, patient, now)
    trials = Trials(search, rows, span)
    outlook = search.outlook(rows, span)
    found = explained(search, outlook, trials, span)
    groups = [place.group for place in places(practice, request)]
    assert found.until == span.end
    lost = 0
    for start in range(span.start, span.end, 60):
        if not is_wanted(request, search, start, now):
            continue
        told = with_start(found.spans, start)
        lost += len(told)
        whole = [
            each
            for each in avoided(practice, trials.proposal(start, (), with_patient=True), rows, now)
            if each.kind is not ConflictKind.NEED_UNMET
        ]
        if any(each.kind is ConflictKind.PRACTICE_CLOSED for each in whole):
            lost -= len(told)  # within a span that goes on behind closed time
            continue
        by_need = [(each.role, each.need) for each in told]
        if any(each.actor is None for each in whole):
            assert by_need == [(None, None)]
            assert told[0].blockers[0].kind in {each.kind for each in whole}
            continue
        against = [
            {actor: in_the_way(outlook, trials, rows, (actor, seat), start) for actor in seat.candidates}
            for seat in search.seats
        ]
        expected: list[tuple[Role | None, int | None]] = [(Role.PATIENT, None)] if whole else []
        expected += [
            (seat.role, group)
            for seat, group, of_seat in zip(search.seats, groups, against, strict=True)
            if all(of_seat.values())
        ]
        if expected:
            assert sorted(by_need, key=str) == sorted(expected, key=str)
        else:
            assert len(told) == 1  # everybody is free, but not all together
        known = {(each.actor, each.kind, each.entry) for each in whole}
        known = known.union(*(some for of_seat in against for some in of_seat.values()))
        for each in told:
            assert each.starts.start <= start < each.starts.end
            for blocker in each.blockers:
                is_alone = expected or blocker.kind is not ConflictKind.RESERVED
                if is_alone and blocker.kind is not ConflictKind.NEED_UNMET and blocker.kind not in FITNESS:
                    assert (blocker.actor, blocker.kind, blocker.entry) in known
                    assert blocker.until is None or blocker.until > start
    assert lost == sum(each.lost for each in found.spans if ConflictKind.PRACTICE_CLOSED not in {
        blocker.kind for blocker in each.blockers
    })  # fmt: skip
