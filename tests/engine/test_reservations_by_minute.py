"""Reserved block time against its definition minute by minute."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import event, given
from hypothesis import strategies as st

from praxidesk.engine.availability import WeeklyWindow
from praxidesk.engine.entries import Allocation, Taken
from praxidesk.engine.practice import Practice, Reservation
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.reach import Reach
from praxidesk.engine.requests import Participant
from praxidesk.engine.reservations import Blocks, findings, reach, search_reach
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    ConflictKind,
    EntryId,
    EntryKind,
    ProcedureId,
    Role,
    ServiceId,
    Status,
    TypeId,
)
from tests.engine import by_minute
from tests.engine.campaign import examples
from tests.engine.diary import ZONE
from tests.engine.strategies import DAYS, NAMES, WINDOW, practices, starts, weeks

CODES = ("T1", "T2", "P1")
SERVICES = [ServiceId(number) for number in (1, 2, -1, 0)]


class Reserved:
    """Who may take whom when, told from the reservations' words alone."""

    def __init__(
        self, practice: Practice, others: Sequence[Taken], now: int, moved: EntryId | None = None
    ) -> None:
        self.practice = practice
        self.others = [each for each in others if each.occupies and each.entry != moved]
        self.today = by_minute.clocks(ZONE.name, now).date()
        self._blocks: dict[tuple[Reservation, date], list[Span]] = {}

    def is_refused(
        self, actor: ActorId, instant: int, service: ServiceId, people: Collection[ActorId]
    ) -> bool:
        """Whether a minute of an actor is kept for others, and no reservation of it lets these in."""
        code = self.practice.actors[actor].code
        standing = [
            each
            for each in self.practice.reservations
            if code in each.actors and self._is_standing(each, actor, instant)
        ]
        return bool(standing) and not any(self._lets_in(each, service, people) for each in standing)

    def _is_standing(self, reservation: Reservation, actor: ActorId, instant: int) -> bool:
        day = by_minute.clocks(ZONE.name, instant).date()
        block = next(
            (each for each in self._of_day(reservation, day) if each.start <= instant < each.end), None
        )
        if block is None:
            return False
        ahead = reservation.release_days
        if ahead is None or self.today < day - timedelta(days=ahead):
            return True
        return any(
            row.actor == actor
            and any(row.starts_at <= minute < row.ends_at for minute in range(*block, MINUTE))
            and self._lets_in(
                reservation, row.service, {each.actor for each in self.others if each.entry == row.entry}
            )
            for row in self.others
        )

    def _of_day(self, reservation: Reservation, day: date) -> list[Span]:
        key = reservation, day
        if key not in self._blocks:
            self._blocks[key] = by_minute.runs(
                ZONE.day(day), lambda t: by_minute.in_week(ZONE.name, reservation.windows, t)
            )
        return self._blocks[key]

    def _lets_in(self, reservation: Reservation, service: ServiceId, people: Collection[ActorId]) -> bool:
        codes = {self.practice.actors[each].code for each in people if each in self.practice.actors}
        known = self.practice.service_of(service)
        return (not reservation.holders or bool(codes & set(reservation.holders))) and (
            not reservation.services or (known is not None and known.code in reservation.services)
        )


@st.composite
def reservations(draw: st.DrawFn, day: date) -> tuple[Reservation, ...]:
    """Some around a day, which overlap each other as they like."""
    names = st.lists(st.sampled_from(NAMES), unique=True, max_size=2).map(tuple)
    return tuple(
        Reservation(
            f"B{number}",
            "",
            draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=3).map(tuple)),
            (
                *(
                    WeeklyWindow(day.weekday(), *window)
                    for window in draw(st.lists(WINDOW, min_size=1, max_size=3))
                ),
                *draw(weeks(day, 2)),
            ),
            draw(names),
            draw(st.lists(st.sampled_from(CODES), unique=True, max_size=2).map(tuple)),
            draw(st.sampled_from([None, 0, 1, 2])),
        )
        for number in range(draw(st.integers(1, 4)))
    )


@st.composite
def busy_days(draw: st.DrawFn, day: date) -> list[Taken]:
    """Long entries of many, so that some of them use what is reserved; each actor in a part of its own."""
    found = []
    for number in range(1, draw(st.integers(0, 5)) + 1):
        start = draw(starts(day))
        service = draw(st.sampled_from(SERVICES))
        occupies = draw(st.sampled_from([1, 1, 1, 0]))
        for actor in draw(st.lists(st.integers(1, len(NAMES)), unique=True, min_size=1)):
            begin = start + MINUTE * draw(st.sampled_from([0, 0, 60, 600]))
            length = MINUTE * draw(st.sampled_from([10, 60, 240, 480]))
            found.append(
                Taken(ActorId(actor), begin, begin + length, EntryId(number), service, occupies, None)
            )
    return found


@st.composite
def proposals(draw: st.DrawFn, practice: Practice, day: date) -> Proposal:
    """Of some people, rooms and devices, each in a part of its own, with turnover here and there."""
    start = draw(starts(day))
    length = draw(st.sampled_from([10, 60, 300, 600]))
    service = draw(st.sampled_from(SERVICES))
    participants, allocations = [], []
    for actor in draw(st.lists(st.sampled_from(list(practice.actors)), unique=True, min_size=1, max_size=4)):
        kind = practice.actors[actor].kind
        role = Role.ASSISTANT if kind is ActorKind.PRACTITIONER else Role(kind.value)
        participants.append(Participant(actor, role))
        turnover = draw(st.sampled_from([0, 0, 40]))
        for begin in draw(st.sampled_from([(0,), (0,), (length // 2,), (0, length - length // 5), ()])):
            until = length if begin else length // 2
            allocations.append(
                Allocation(
                    actor,
                    role,
                    start + begin * MINUTE,
                    start + (until + turnover) * MINUTE,
                    turnover=turnover,
                )
            )
    return Proposal(
        kind=EntryKind.OPERATION if service < 0 else EntryKind.APPOINTMENT,
        status=draw(st.sampled_from([Status.BOOKED, Status.PENDING])),
        starts_at=start,
        ends_at=start + length * MINUTE,
        type=TypeId(service) if service > 0 else None,
        procedure=ProcedureId(-service) if service < 0 else None,
        phases=None,
        participants=tuple(participants),
        patient=None,
        allocations=tuple(allocations),
        entry=draw(st.none() | st.just(EntryId(1))),
    )


def moments(day: date) -> st.SearchStrategy[int]:
    """From some days before to the day after."""
    return st.tuples(st.integers(-3, 1), st.integers(0, 22 * 60)).map(
        lambda drawn: ZONE.day(day + timedelta(days=drawn[0])).start + drawn[1] * MINUTE
    )


def reached(others: Sequence[Taken], asked: Sequence[Reach]) -> list[Taken]:
    """What the store would bring."""
    return [
        each
        for each in others
        if any(each.actor in one.actors and each.span.overlaps(one.span) for one in asked)
    ]


@examples(80)
@given(st.data())
def test_a_proposal_is_told_exactly_the_minutes_kept_for_others(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = replace(data.draw(practices(day)), reservations=data.draw(reservations(day)))
    proposal = data.draw(proposals(practice, day))
    others = data.draw(busy_days(day))
    now = data.draw(moments(day))
    oracle = Reserved(practice, others, now, proposal.entry)
    people = {each.actor for each in proposal.participants}
    expected = []
    for actor in people:
        parts = [each for each in proposal.allocations if each.actor == actor]

        def is_refused(
            instant: int, actor: ActorId = actor, parts: Sequence[Span] = [each.part for each in parts]
        ) -> bool:
            return any(start <= instant < end for start, end in parts) and oracle.is_refused(
                actor, instant, proposal.service, people
            )

        expected += [(actor, run) for run in by_minute.runs(proposal.span, is_refused)]
    if expected:
        unused = [(each.actor, each.span) for each in findings(practice, ZONE, proposal, [], now)]
        event("kept because it is used" if sorted(unused) != sorted(expected) else "kept")
    for rows in (others, reached(others, reach(practice, ZONE, proposal))):
        found = list(findings(practice, ZONE, proposal, rows, now))
        assert sorted((each.actor or 0, each.span) for each in found) == sorted(expected)
        assert {each.kind for each in found} <= {ConflictKind.RESERVED}


@examples(60)
@given(st.data())
def test_a_search_is_told_whom_each_minute_is_kept_for(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = replace(data.draw(practices(day)), reservations=data.draw(reservations(day)))
    others = data.draw(busy_days(day))
    now = data.draw(moments(day))
    begin = data.draw(starts(day)) - 3600
    span = Span(begin, begin + MINUTE * data.draw(st.sampled_from([1, 90, 600, 1500])))
    actor = data.draw(st.sampled_from(list(practice.actors)))
    others_there = data.draw(st.lists(st.sampled_from(list(practice.actors)), max_size=2))
    service = data.draw(st.sampled_from(SERVICES))
    team = {actor, *others_there}
    oracle = Reserved(practice, others, now)
    expected = by_minute.runs(span, lambda t: oracle.is_refused(actor, t, service, team))
    if expected:
        alone = {each.span for each in Blocks(practice, ZONE, [], now).kept(actor, span, service)}
        with_others = {each.span for each in Blocks(practice, ZONE, others, now).kept(actor, span, service)}
        event("kept" if alone == with_others else "kept because it is used")
    for rows in (others, reached(others, search_reach(practice, ZONE, [actor], span, now))):
        kept = Blocks(practice, ZONE, rows, now).kept(actor, span, service)
        assert all(before.span.end <= after.span.start for before, after in pairwise(kept))
        assert all(span.contains(each.span) and each.span.start < each.span.end for each in kept)
        assert all(actor not in each.holders for each in kept)
        refused = [each.span for each in kept if not each.holders & team]
        assert by_minute.runs(span, lambda t: any(start <= t < end for start, end in refused)) == expected  # noqa: B023
