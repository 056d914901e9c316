"""The release against every single change at every start, each held against the check."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.alternatives import alternatives
from praxidesk.engine.bulk import standing, taken_by
from praxidesk.engine.entries import Allocation, Entry, PatientOnEntry, Taken
from praxidesk.engine.offerings import NO_LIMITS, Limits, Need, Quota
from praxidesk.engine.outcomes import MovedEntry, OtherMember, OtherPlace, Release
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.release import Openings, with_another, with_one_moved
from praxidesk.engine.requests import SlotNeed, SlotRequest
from praxidesk.engine.slots import Search, find
from praxidesk.engine.spans import Span
from praxidesk.engine.substitutes import others
from praxidesk.engine.trials import Trials
from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    EntryId,
    EntryKind,
    Period,
    Priority,
    Role,
    Status,
)
from tests.engine.campaign import examples
from tests.engine.diary import (
    BUFFERED,
    CHECKUP,
    KOC,
    MONDAY,
    PATIENT,
    PRACTICE,
    R1,
    R2,
    VISIT,
    WEB,
    ZONE,
    at,
    role_of,
)
from tests.engine.test_explanation_by_trial import avoided, is_wanted

NEW = EntryId(99)


def any_of(role: Role, *codes: str) -> SlotNeed:
    return SlotNeed(Need(role, any_of=codes))


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    """A full Monday: many of the practice's people are taken for long, one after the other."""
    found = []
    for number in range(1, draw(st.integers(3, 9)) + 1):
        start = at("08:00") + 60 * draw(st.sampled_from([0, 0, 30, 60, 120, 180, 240, 360]))
        end = start + 60 * draw(st.sampled_from([10, 30, 60, 120, 240, 600]))
        type_ = draw(st.sampled_from([None, VISIT, CHECKUP, CHECKUP, BUFFERED]))
        actors = draw(
            st.lists(st.sampled_from([WEB, WEB, KOC, KOC, R1, R2]), unique=True, min_size=1, max_size=2)
        )
        roles = {actor: role_of(actor) for actor in actors}
        who = None
        if type_ is not None and draw(st.integers(0, 3)) == 0:
            who, roles[PATIENT] = PatientOnEntry(PATIENT, "P", "P", "P", None, "", ""), Role.PATIENT
        kind = EntryKind.BLOCKOUT if type_ is None else EntryKind.APPOINTMENT
        status = draw(st.sampled_from([Status.BOOKED] * 5 + [Status.ARRIVED, Status.PENDING]))
        allocations = tuple(Allocation(actor, role, start, end) for actor, role in roles.items())
        what = (EntryId(number), 1, kind, status, start, end, type_, None, None, who, "", "", "", allocations)
        found.append(Entry(*what))
    return found


@st.composite
def practices(draw: st.DrawFn) -> Practice:
    """The diary's, with some priorities, limits and a third colleague now and then."""
    types = {
        id_: replace(
            each,
            priority=draw(st.sampled_from(Priority)),
            limits=draw(st.sampled_from([NO_LIMITS, NO_LIMITS, Limits(distance=60), Limits(at_once=1), FEW])),
        )
        for id_, each in PRACTICE.types.items()
    }
    actors = dict(PRACTICE.actors)
    if draw(st.booleans()):
        actors[ActorId(20)] = replace(actors[KOC], code="NEU")
    return replace(PRACTICE, types=types, actors=actors)


FEW = Limits(quotas=(Quota(Period.HALF_DAY, 1),))
WISHES = [
    None,
    (any_of(Role.PRACTITIONER, "WEB"),),
    (any_of(Role.PRACTITIONER, "WEB", "KOC"),),
    (SlotNeed(Need(Role.PRACTITIONER), all_of=("WEB", "KOC")),),
    (any_of(Role.PRACTITIONER, "WEB"), any_of(Role.ROOM, "R1")),
    (SlotNeed(Need(Role.PRACTITIONER, specialty="orthopaedics")), any_of(Role.ROOM, "R1")),
    (SlotNeed(Need(Role.PRACTITIONER, specialty="orthopaedics")),),
]


def rows_of(some: Sequence[Entry]) -> list[Taken]:
    return [taken for each in some for taken in taken_by(standing(each))]


def teams(trials: Trials, start: int, able: Sequence[Sequence[ActorId]]) -> Iterator[Proposal]:
    """Every booking at a start with one of those able for each seat."""
    search = trials.search
    for team in product(*able):
        if len(set(team)) == len(team):
            cast = [(actor, seat.role, seat.parts) for actor, seat in zip(team, search.seats, strict=True)]
            yield trials.proposal(start, cast, with_patient=True)


def by_trial(
    search: Search, trials: Trials, some: Sequence[Entry], begins: Sequence[int]
) -> tuple[int, type[object]] | None:
    """The first start that one change opens, and the cheapest kind of change there."""
    practice, request, now = search.practice, search.request, search.now
    rows = rows_of(some)
    able = [seat.candidates for seat in search.seats]
    for start in begins:
        kinds: list[type[object]] = []
        for number, there in enumerate(others(practice, request)):
            changed = [*able[:number], there, *able[number + 1 :]]
            if any(not avoided(practice, each, rows, now) for each in teams(trials, start, changed)):
                is_member = search.seats[number].role.actor_kind is ActorKind.PRACTITIONER
                kinds.append(OtherMember if is_member else OtherPlace)
        for order in (OtherMember, OtherPlace):
            if order in kinds:
                return start, order
        for entry in some:
            if makes_room(practice, request, entry, now):
                without = [row for row in rows if row.entry != entry.id]
                free = (
                    each for each in teams(trials, start, able) if not avoided(practice, each, without, now)
                )
                wish = next(free, None)
                if wish is not None and goes_elsewhere(
                    practice, entry, replace(wish, entry=NEW), without, now
                ):
                    return start, MovedEntry
    return None


def makes_room(practice: Practice, request: SlotRequest, entry: Entry, now: int) -> bool:
    """Whether an entry may be moved for the wish."""
    if entry.type is None or entry.starts_at <= now or entry.status is Status.ARRIVED:
        return False
    service = practice.service(request.type, request.procedure)
    wanted = service.priority if service is not None else Priority.NORMAL
    theirs = practice.types[entry.type].priority
    return theirs is Priority.LOW or theirs.rank < wanted.rank


def goes_elsewhere(
    practice: Practice, entry: Entry, wish: Proposal, without: Sequence[Taken], now: int
) -> bool:
    """Whether there is another place for an entry, with the same people, once the wish is booked."""
    around = [*without, *taken_by(wish)]
    people = {each.actor for each in standing(entry).participants}
    return any(
        {each.actor for each in slot.participants} == people
        for slot in alternatives(practice, ZONE, standing(entry), around, now)
    )


@examples(150)
@given(st.data())
def test_no_earlier_and_no_cheaper_single_change_opens_anything(data: st.DataObject) -> None:
    practice = data.draw(practices())
    whole = ZONE.day(MONDAY)
    request = SlotRequest(
        EntryKind.APPOINTMENT,
        MONDAY,
        MONDAY,
        type=data.draw(st.sampled_from([VISIT, CHECKUP, BUFFERED])),
        needs=data.draw(st.sampled_from(WISHES)),
        limit=1,
        step_minutes=30,
        between=data.draw(st.sampled_from([(0, 1440), (480, 720), (540, 660)])),
        notice_minutes=data.draw(st.sampled_from([0, 0, 90])),
    )
    patient = data.draw(st.sampled_from([None, PATIENT]))
    some = data.draw(entries())
    now = data.draw(st.sampled_from([0, 0, at("08:20")]))
    rows = rows_of(some)
    span = whole
    for slot in find(practice, ZONE, request, patient, rows, now, span):
        span = Span(span.start, slot.starts_at)
    search = Search.of(practice, ZONE, request, patient, now)
    begins = [start for start in range(*span, 60) if is_wanted(request, search, start, now)]
    if not begins:
        return
    trials = Trials(search, rows, span)
    found = released(search, trials, some, span)
    expected = by_trial(search, trials, some, begins)
    assert (None if found is None else (found.starts_at, type(found.change))) == expected


def released(search: Search, trials: Trials, some: Sequence[Entry], span: Span) -> Release | None:
    rows = rows_of(some)
    other = with_another(search, rows, span)
    before = span if other is None else Span(span.start, other.starts_at)
    openings = Openings(search, search.outlook(rows, span), trials, rows).first(before)
    return with_one_moved(search, openings, {each.id: each for each in some}, rows) or other
