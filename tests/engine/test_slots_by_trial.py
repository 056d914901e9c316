"""The slot search against trying every start of the grid with everybody, each trial a check of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine import alternatives as offers
from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.capacity import members_of
from praxidesk.engine.conflicts import reach as rule_reach
from praxidesk.engine.diaries import diaries
from praxidesk.engine.entries import Taken
from praxidesk.engine.fill import candidates, fill
from praxidesk.engine.occupancy import plan
from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import Conflict, FieldError, Invalid, Slot
from praxidesk.engine.practice import DEFAULT_POLICY, Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.reach import Reach
from praxidesk.engine.requests import BookRequest, Participant, SlotNeed, SlotRequest
from praxidesk.engine.seating import check_seated
from praxidesk.engine.slots import Search, find, length
from praxidesk.engine.spans import Span
from praxidesk.engine.taken_index import TakenIndex
from praxidesk.engine.vocabulary import NOBODY, ActorId, ActorKind, EntryKind, ProcedureId, Role, Severity
from tests.engine import by_minute
from tests.engine.campaign import examples
from tests.engine.diary import ZONE
from tests.engine.strategies import DAYS, NAMES, PATIENT, TYPES, generous, requests, surroundings
from tests.engine.test_reservations_by_minute import reservations

NAME = ZONE.name


def speaking_against(
    practice: Practice, proposal: Proposal, taken: Sequence[Taken], now: int
) -> list[Conflict]:
    """What blocks a booking, and what the practice has only softened to a warning."""
    _, found = check_seated(practice, ZONE, proposal, taken, now)
    return [
        each
        for each in found
        if each.severity is Severity.BLOCKING or DEFAULT_POLICY[each.kind] is Severity.BLOCKING
    ]


def may_be_offered(practice: Practice, proposal: Proposal, taken: Sequence[Taken], now: int) -> bool:
    """Nothing speaks against it."""
    return not speaking_against(practice, proposal, taken, now)


def on_grid(instant: int, step: int) -> bool:
    """Whether the clocks show a multiple of the step since midnight."""
    local = by_minute.clocks(NAME, instant)
    return (local.hour * 60 + local.minute) % step == 0


def booking(request: SlotRequest, start: int, participants: tuple[Participant, ...]) -> BookRequest:
    """The booking that an offer stands for."""
    return BookRequest(
        request.kind, start, participants, request.type, request.procedure,
        minutes=request.minutes, phases=request.phases,
    )  # fmt: skip


def seats(practice: Practice, request: SlotRequest) -> list[tuple[Need, list[str]]]:
    """Each participant's need, and the codes to try in order."""
    found = []
    service = practice.service(request.type, request.procedure)
    service_needs = service.need if service else ()
    asked = {need.role for need in service_needs}
    groups = request.needs
    if groups is None:
        groups = tuple(SlotNeed(need) for need in service_needs)
    for group in groups:
        for code in group.all_of or [None]:
            need = group.need if code is None else Need(group.need.role, any_of=(code,))
            codes = sorted(each.code for each in practice.actors.values())
            if need.any_of is not None:
                codes = list(need.any_of)
            found.append(
                (
                    need,
                    [
                        code
                        for code in codes
                        if any(
                            who.active
                            and need.role.actor_kind is who.kind
                            and need.fits(who)
                            and (
                                need.role not in asked
                                or any(n.fits(who) for n in service_needs if n.role is need.role)
                            )
                            and (need.role in who.roles or who.kind is not ActorKind.PRACTITIONER)
                            for who in places_of(practice, code)
                        )
                    ],
                )
            )
    return found


def places_of(practice: Practice, code: str) -> list[Actor]:
    """An actor alone, or all places of a group."""
    return [who for who in practice.actors.values() if code in {who.code, who.group} and code]


def tried(
    practice: Practice, request: SlotRequest, patient: ActorId | None, taken: Sequence[Taken], *,
    now: int, span: Span,
) -> Iterator[Slot]:  # fmt: skip
    """Every slot, by trial."""
    wanted = seats(practice, request)
    for start in range(span.start, span.end, 60):
        local = by_minute.clocks(NAME, start)
        if (
            start < now + request.notice_minutes * 60
            or (request.not_before is not None and start < request.not_before)
            or not on_grid(start, request.step_minutes)
            or not request.first_day <= local.date() <= request.last_day
            or local.weekday() not in request.weekdays
        ):
            continue
        seen = set()
        for codes in product(*(codes for _, codes in wanted)):
            taking = [who.code for code in codes for who in places_of(practice, code)]
            if len(set(taking)) < len(taking):
                continue
            people = tuple(
                Participant(practice.actor_ids[code], need.role)
                for code, (need, _) in zip(codes, wanted, strict=True)
            )
            proposal = plan(practice, ZONE, booking(request, start, people), patient)
            assert isinstance(proposal, Proposal)
            alike = frozenset(
                (code, need.role, tuple(all_codes), parts_of(proposal, practice.actor_ids[code]))
                for code, (need, all_codes) in zip(codes, wanted, strict=True)
            )
            if alike in seen or not is_between(request, proposal.span):
                continue
            if request.not_after is not None and proposal.ends_at > request.not_after:
                continue
            if may_be_offered(practice, proposal, taken, now):
                seen.add(alike)
                yield Slot(start, proposal.ends_at, people)
                if request.limit == 0:
                    break


def parts_of(proposal: Proposal, actor: ActorId) -> tuple[Span, ...]:
    return tuple(each.span for each in proposal.allocations if each.actor == actor)


def is_between(request: SlotRequest, span: Span) -> bool:
    """Whether every minute lies in the wished time of one day; all day is no wish."""
    if request.between == (0, 1440):
        return True
    days = {by_minute.clocks(NAME, instant).date() for instant in range(*span, 60)}
    return len(days) == 1 and all(
        by_minute.in_windows(NAME, [request.between], by_minute.clocks(NAME, instant).date(), instant)
        for instant in range(*span, 60)
    )


@st.composite
def slot_needs(draw: st.DrawFn, roles: tuple[Role, ...], rooms: Sequence[str]) -> SlotNeed:
    role = draw(st.sampled_from(roles))
    codes = {Role.ROOM: rooms, Role.DEVICE: NAMES[5:]}.get(role, NAMES[:3])
    some = draw(st.lists(st.sampled_from(codes), unique=True, min_size=1, max_size=3))
    form = draw(st.sampled_from(["all", "any", "attribute", "attribute"]))
    if form == "all":
        return SlotNeed(Need(role), all_of=tuple(some))
    if form == "any":
        return SlotNeed(Need(role, any_of=tuple(some)))
    if role in {Role.ROOM, Role.DEVICE}:
        return SlotNeed(Need(role, category=draw(st.sampled_from(["x", "y", None]))))
    return SlotNeed(Need(role, specialty=draw(st.sampled_from(["x", "y", None]))))


@st.composite
def slot_requests(draw: st.DrawFn, practice: Practice, kind: EntryKind, span: Span) -> SlotRequest:
    first = ZONE.day_of(span.start)
    rooms = [*NAMES[3:5], *(group.code for group in practice.groups.values())]
    within = st.none() | st.integers(span.start // 60, span.end // 60).map(lambda minute: minute * 60)
    roles: tuple[Role, ...] = (Role.PRACTITIONER, Role.ROOM, Role.DEVICE)
    if kind is EntryKind.OPERATION:
        roles = (Role.SURGEON, Role.ASSISTANT, Role.ROOM, Role.DEVICE)
    wishes = st.lists(slot_needs(roles, rooms), min_size=1, max_size=3).map(tuple)
    return SlotRequest(
        kind=kind,
        first_day=first + timedelta(days=draw(st.sampled_from([0, 0, 0, 1]))),
        last_day=first + timedelta(days=draw(st.sampled_from([1, 1, 1, 0]))),
        type=draw(TYPES) if kind is EntryKind.APPOINTMENT else None,
        procedure=ProcedureId(1) if kind is EntryKind.OPERATION else None,
        minutes={
            EntryKind.APPOINTMENT: draw(st.sampled_from([None, None, 7, 90])),
            EntryKind.BLOCKOUT: 45,
        }.get(kind),
        needs=draw(wishes if kind is EntryKind.BLOCKOUT else st.none() | wishes),
        limit=draw(st.sampled_from([0, 0, 1, 5, 40])),
        step_minutes=draw(st.sampled_from([15, 30, 60])),
        weekdays=frozenset(draw(st.sampled_from([range(7), range(7), [first.weekday()]]))),
        between=draw(st.sampled_from([(0, 1440)] * 3 + [(480, 720), (125, 780), (1200, 1440)])),
        not_before=draw(within),
        not_after=draw(within),
        notice_minutes=draw(st.sampled_from([0, 0, 90])),
    )


@st.composite
def ruled(draw: st.DrawFn, day: date, rules: str = "all") -> Practice:
    """A practice that is open most of the day, with block time, or with rooms that are booked as a group."""
    practice = draw(generous(day))
    which = draw(st.sampled_from(["neither", "reservations", "groups"])) if rules == "one" else rules
    if which in {"reservations", "all"}:
        practice = replace(practice, reservations=draw(reservations(day)))
    if which in {"groups", "all"}:
        rooms = {id_: replace(practice.actors[id_], group="G") for id_ in (ActorId(4), ActorId(5))}
        need = Need(Role.ROOM, any_of=("G",))
        types = {
            id_: replace(each, need=(*each.need, need)) if draw(st.booleans()) else each
            for id_, each in practice.types.items()
        }
        group = {ActorId(20): Group("G", ActorKind.ROOM, "G")}
        practice = replace(practice, actors={**practice.actors, **rooms}, types=types, groups=group)
    return practice


@st.composite
def standing(draw: st.DrawFn, practice: Practice, day: date, most: int = 8) -> list[Taken]:
    """Other entries, of which many at the places of a group could sit at another."""
    members = {member for group in practice.members.values() for member in group}
    found = []
    for each in draw(surroundings(practice, day, most=most)):
        free = each.actor in members and each.service and draw(st.integers(0, 3)) > 0
        found.append(each._replace(seat=ActorId(20)) if free else each)
    return found


def search_spans(day: date) -> st.SearchStrategy[Span]:
    whole = ZONE.day(day)
    return st.sampled_from(
        [whole, Span(whole.start, whole.end + 86400), Span(whole.start + 36000, whole.end)]
    )


def clocks_around(span: Span) -> st.SearchStrategy[int]:
    """Now: long ago, a day and an hour before, and in the midst of it."""
    return st.sampled_from([0, span.start - 90000, span.start - 90000, span.start + 43201])


@examples(50)
@given(st.data())
def test_the_search_finds_what_trying_finds(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(ruled(day))
    span = data.draw(search_spans(day))
    request = data.draw(slot_requests(practice, data.draw(st.sampled_from(EntryKind)), span))
    patient = data.draw(st.sampled_from([None, PATIENT])) if request.kind is not EntryKind.BLOCKOUT else None
    taken = data.draw(standing(practice, day))
    now = data.draw(clocks_around(span))
    assert not isinstance(length(practice, request), FieldError)
    found = find(practice, ZONE, request, patient, taken, now, span)
    expected = list(tried(practice, request, patient, taken, now=now, span=span))
    assert found == (expected[: request.limit] if request.limit else expected)
    search = Search.of(practice, ZONE, request, patient, now)
    brought = within_reach(search.reach(span), taken)
    assert found == find(practice, ZONE, request, patient, brought, now, span)
    if not search.reads_single_entries:
        assert found == search.slots((), span, columns=diaries(brought))


def within_reach(reach: Reach, taken: Sequence[Taken]) -> list[Taken]:
    """What the store would bring."""
    return [
        each
        for each in taken
        if (each.actor in reach.actors or (each.actor == NOBODY and each.service in reach.services))
        and each.span.overlaps(reach.span)
    ]


@examples(70)
@given(st.data())
def test_what_is_offered_can_be_booked(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(ruled(day))
    span = data.draw(search_spans(day))
    request = data.draw(slot_requests(practice, data.draw(st.sampled_from(EntryKind)), span))
    patient = data.draw(st.sampled_from([None, PATIENT])) if request.kind is not EntryKind.BLOCKOUT else None
    taken = data.draw(standing(practice, day))
    now = data.draw(clocks_around(span))
    search = Search.of(practice, ZONE, request, patient, now)
    brought = within_reach(search.reach(span), taken)
    for slot in search.slots(brought, span):
        wish = booking(request, slot.starts_at, slot.participants)
        proposal = plan(practice, ZONE, wish, patient)
        assert isinstance(proposal, Proposal)
        assert slot.ends_at == proposal.ends_at
        assert speaking_against(practice, proposal, taken, now) == []
        seen = within_reach(rule_reach(practice, ZONE, proposal), taken)
        assert speaking_against(practice, proposal, seen, now) == []


@examples(60)
@given(st.data())
def test_the_desk_adds_the_first_who_are_free(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(ruled(day, "one"))
    request = data.draw(requests(practice, day))
    taken = data.draw(standing(practice, day, most=6))
    now = data.draw(st.sampled_from([0, request.starts_at - 90000]))
    if isinstance(plan(practice, ZONE, request, None), Invalid):
        return
    filled = fill(practice, ZONE, request, taken, now)
    given_ones = list(request.participants)
    added = [each for each in filled.participants if each not in given_ones]
    assert [each for each in filled.participants if each in given_ones] == given_ones
    # A group is added as a group; its places' calendars decide.
    assert members_of(practice, (each.actor for each in added)) <= set(candidates(practice, request))
    assert not {each.actor for each in added} & {each.actor for each in given_ones}
    assert replace(filled, participants=request.participants) == request
    if not given_ones and request.entry is None:
        service = practice.service(request.type, request.procedure)
        search = SlotRequest(
            request.kind, ZONE.day_of(request.starts_at), ZONE.day_of(request.starts_at), request.type,
            request.procedure, request.minutes, request.phases, step_minutes=1, limit=1,
        )  # fmt: skip
        moment = Span(request.starts_at, request.starts_at + 1)
        for slot in find(practice, ZONE, search, None, taken, now, moment) if service else []:
            assert filled.participants == slot.participants


@examples(12)
@given(st.data())
def test_alternatives_are_the_nearest_by_trial(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(ruled(day, "one"))
    proposal = plan(
        practice, ZONE, data.draw(requests(practice, day)), data.draw(st.sampled_from([None, PATIENT]))
    )
    if isinstance(proposal, Invalid) or not proposal.status.occupies:
        return
    taken = data.draw(standing(practice, day, most=6))
    now = data.draw(st.sampled_from([0, proposal.starts_at, proposal.starts_at - 90000]))
    found = offers.alternatives(practice, ZONE, proposal, taken, now)
    reach = range(proposal.starts_at - offers.REACH, proposal.starts_at + offers.REACH + 1, 60)
    nearest = sorted(reach, key=lambda start: abs(start - proposal.starts_at))
    expected: list[Slot] = []
    for start in nearest:
        moved = shifted(proposal, start)
        if start >= now and on_grid(start, 5) and may_be_offered(practice, moved, taken, now):
            expected.append(Slot(start, moved.ends_at, proposal.participants))
        if len(expected) == offers.MOST:
            break
    same = [slot for slot in found if slot.participants == proposal.participants]
    assert same == expected
    assert list(found[: len(same)]) == same
    assert len(found) <= offers.MOST
    more = offers.alternatives(practice, ZONE, proposal, taken, now, most=offers.MOST + 1)
    assert more[: offers.MOST] == found
    around = TakenIndex(taken).within(offers.near_reach(practice, ZONE, proposal, now))
    near = list(offers.near_by(practice, ZONE, proposal, list(around), now))
    within = [slot for slot in same if abs(slot.starts_at - proposal.starts_at) <= 24 * 3600]
    assert near[: offers.MOST] == within
    for slot in found:
        replaced = {
            old.actor: new.actor for old, new in zip(proposal.participants, slot.participants, strict=True)
        }
        other = replace(
            shifted(proposal, slot.starts_at),
            participants=slot.participants,
            allocations=tuple(
                replace(each, actor=replaced.get(each.actor, each.actor))
                for each in shifted(proposal, slot.starts_at).allocations
            ),
        )
        assert may_be_offered(practice, other, taken, now)


def shifted(proposal: Proposal, start: int) -> Proposal:
    """The proposal at another start."""
    by = start - proposal.starts_at
    return replace(
        proposal,
        starts_at=start,
        ends_at=proposal.ends_at + by,
        allocations=tuple(
            replace(each, starts_at=each.starts_at + by, ends_at=each.ends_at + by)
            for each in proposal.allocations
        ),
    )
