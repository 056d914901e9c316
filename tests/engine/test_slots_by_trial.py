"""The slot search against trying every start of the grid with everybody, each trial a check of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine import alternatives as offers
from praxidesk.engine.conflicts import check
from praxidesk.engine.entries import Taken
from praxidesk.engine.fill import candidates, fill
from praxidesk.engine.occupancy import plan
from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import FieldError, Invalid, Slot
from praxidesk.engine.practice import DEFAULT_POLICY, Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest, Participant, SlotNeed, SlotRequest
from praxidesk.engine.slots import actors, find, length
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, ActorKind, EntryKind, ProcedureId, Role, Severity
from tests.engine import by_minute
from tests.engine.campaign import examples
from tests.engine.diary import ZONE
from tests.engine.strategies import DAYS, NAMES, PATIENT, TYPES, generous, requests, surroundings

NAME = ZONE.name


def may_be_offered(practice: Practice, proposal: Proposal, taken: Sequence[Taken], now: int) -> bool:
    """Nothing blocks; nor does anything that the practice has only softened to a warning."""
    return not any(
        each.severity is Severity.BLOCKING or DEFAULT_POLICY[each.kind] is Severity.BLOCKING
        for each in check(practice, ZONE, proposal, taken, now)
    )


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
            codes = list(need.any_of) if need.any_of is not None else sorted(practice.actor_ids)
            found.append(
                (
                    need,
                    [
                        code
                        for code in codes
                        if (who := practice.actors[practice.actor_ids[code]]).active
                        and need.role.actor_kind is who.kind
                        and need.fits(who)
                        and (
                            need.role not in asked
                            or any(n.fits(who) for n in service_needs if n.role is need.role)
                        )
                        and (need.role in who.roles or who.kind is not ActorKind.PRACTITIONER)
                    ],
                )
            )
    return found


def tried(
    practice: Practice, request: SlotRequest, patient: ActorId | None, taken: Sequence[Taken], *,
    now: int, span: Span,
) -> Iterator[Slot]:  # fmt: skip
    """Every slot, by trial."""
    wanted = seats(practice, request)
    for start in range(span.start, span.end, 60):
        local = by_minute.clocks(NAME, start)
        if (
            start < now
            or not on_grid(start, request.step_minutes)
            or not request.first_day <= local.date() <= request.last_day
            or local.weekday() not in request.weekdays
        ):
            continue
        seen = set()
        for codes in product(*(codes for _, codes in wanted)):
            if len(set(codes)) < len(codes):
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
def slot_needs(draw: st.DrawFn, roles: tuple[Role, ...]) -> SlotNeed:
    role = draw(st.sampled_from(roles))
    codes = {Role.ROOM: NAMES[3:5], Role.DEVICE: NAMES[5:]}.get(role, NAMES[:3])
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
def slot_requests(draw: st.DrawFn, kind: EntryKind, span: Span) -> SlotRequest:
    first = ZONE.day_of(span.start)
    roles: tuple[Role, ...] = (Role.PRACTITIONER, Role.ROOM, Role.DEVICE)
    if kind is EntryKind.OPERATION:
        roles = (Role.SURGEON, Role.ASSISTANT, Role.ROOM, Role.DEVICE)
    wishes = st.lists(slot_needs(roles), min_size=1, max_size=3).map(tuple)
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
    )


@examples(80)
@given(st.data())
def test_the_search_finds_what_trying_finds(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(generous(day))
    whole = ZONE.day(day)
    span = data.draw(
        st.sampled_from([whole, Span(whole.start, whole.end + 86400), Span(whole.start + 36000, whole.end)])
    )
    request = data.draw(slot_requests(data.draw(st.sampled_from(EntryKind)), span))
    patient = data.draw(st.sampled_from([None, PATIENT])) if request.kind is not EntryKind.BLOCKOUT else None
    taken = data.draw(surroundings(practice, day, most=8))
    now = data.draw(st.sampled_from([0, 0, span.start + 43201]))
    assert not isinstance(length(practice, request), FieldError)
    found = find(practice, ZONE, request, patient, taken, now, span)
    expected = list(tried(practice, request, patient, taken, now=now, span=span))
    assert found == (expected[: request.limit] if request.limit else expected)
    assert set(actors(practice, request)) >= {p.actor for slot in found for p in slot.participants}
    matters = {*actors(practice, request), PATIENT}
    assert found == find(
        practice, ZONE, request, patient, [each for each in taken if each.actor in matters], now, span
    )


@examples(60)
@given(st.data())
def test_the_desk_adds_the_first_who_are_free(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(generous(day))
    request = data.draw(requests(practice, day))
    taken = data.draw(surroundings(practice, day))
    if isinstance(plan(practice, ZONE, request, None), Invalid):
        return
    filled = fill(practice, ZONE, request, taken, 0)
    given_ones = list(request.participants)
    added = [each for each in filled.participants if each not in given_ones]
    assert [each for each in filled.participants if each in given_ones] == given_ones
    assert {each.actor for each in added} <= set(candidates(practice, request))
    assert not {each.actor for each in added} & {each.actor for each in given_ones}
    assert replace(filled, participants=request.participants) == request
    if not given_ones and request.entry is None:
        service = practice.service(request.type, request.procedure)
        search = SlotRequest(
            request.kind, ZONE.day_of(request.starts_at), ZONE.day_of(request.starts_at), request.type,
            request.procedure, request.minutes, request.phases, step_minutes=1, limit=1,
        )  # fmt: skip
        moment = Span(request.starts_at, request.starts_at + 1)
        for slot in find(practice, ZONE, search, None, taken, 0, moment) if service else []:
            assert filled.participants == slot.participants


@examples(12)
@given(st.data())
def test_alternatives_are_the_nearest_by_trial(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(generous(day))
    proposal = plan(
        practice, ZONE, data.draw(requests(practice, day)), data.draw(st.sampled_from([None, PATIENT]))
    )
    if isinstance(proposal, Invalid) or not proposal.status.occupies:
        return
    taken = data.draw(surroundings(practice, day))
    now = data.draw(st.sampled_from([0, proposal.starts_at]))
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
