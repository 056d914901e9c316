"""The cheapest change that opens something earlier."""

from dataclasses import replace

import pytest

from praxidesk.engine.entries import Allocation, Entry, Taken
from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import MovedEntry, OtherMember, OtherPlace, Release
from praxidesk.engine.practice import Practice, Reservation
from praxidesk.engine.release import Openings, with_another, with_one_moved
from praxidesk.engine.requests import SlotNeed, SlotRequest
from praxidesk.engine.slots import Search, find
from praxidesk.engine.spans import Span
from praxidesk.engine.trials import Trials
from praxidesk.engine.vocabulary import ActorId, EntryId, EntryKind, Priority, Role, Status, TypeId
from tests.engine.diary import (
    CHECKUP,
    KOC,
    LONG_AGO,
    MONDAY,
    PATIENT,
    PRACTICE,
    R1,
    VISIT,
    WEB,
    ZONE,
    at,
    role_of,
    span,
    weekly,
    with_hours,
)

CODES = {actor_id: actor.code for actor_id, actor in PRACTICE.actors.items()} | {PATIENT: "patient"}
LOW = replace(
    PRACTICE,
    types={
        **PRACTICE.types,
        CHECKUP: replace(PRACTICE.types[CHECKUP], buffer_after=0, priority=Priority.LOW),
    },
)
"""Check-ups make room."""
WEBER = SlotNeed(Need(Role.PRACTITIONER, any_of=("WEB",)))
ORTHOPAEDIST = SlotNeed(Need(Role.PRACTITIONER, specialty="orthopaedics"))
FIRST = SlotNeed(Need(Role.ROOM, any_of=("R1",)))
WISH = SlotRequest(EntryKind.APPOINTMENT, MONDAY, MONDAY, type=VISIT, needs=(WEBER,))


def entry(
    number: int, clocks: str, *actors: ActorId, type: TypeId | None = VISIT, status: Status = Status.BOOKED
) -> Entry:
    """A stored entry on Monday; without a type a blockout."""
    when = span(clocks)
    kind = EntryKind.BLOCKOUT if type is None else EntryKind.APPOINTMENT
    allocations = tuple(
        Allocation(actor, Role.PATIENT if actor == PATIENT else role_of(actor), *when) for actor in actors
    )
    return Entry(EntryId(number), 1, kind, status, *when, type, None, None, None, "", "", "", allocations)


def released(
    request: SlotRequest, *entries: Entry, practice: Practice = LOW, patient: ActorId | None = None,
    now: int = LONG_AGO,
) -> Release | None:  # fmt: skip
    """What opens something before the first slot."""
    rows = [
        Taken.of(each.id, each.status, each.service, allocation)
        for each in entries
        for allocation in each.allocations
    ]
    span = Span(ZONE.day(request.first_day).start, ZONE.day(request.last_day).end)
    for slot in find(practice, ZONE, replace(request, limit=1), patient, rows, now, span):
        span = Span(span.start, slot.starts_at)
    search = Search.of(practice, ZONE, request, patient, now)
    found = with_another(search, rows, span)
    before = Span(span.start, span.end if found is None else found.starts_at)
    openings = Openings(search, search.outlook(rows, before), Trials(search, rows, before), rows).first(
        before
    )
    return with_one_moved(search, openings, {each.id: each for each in entries}, rows) or found


def told(release: Release | None) -> str:
    """``"08:00 WEB R1: KOC for WEB"``, ``"08:00 WEB: 4 of WEB from 08:00 to 09:00"``."""
    if release is None:
        return "nothing"
    people = " ".join(CODES[each.actor] for each in release.slot.participants)
    change = release.change
    match change:
        case OtherMember() | OtherPlace():
            how = f"{CODES[change.actor]} for {CODES[change.instead_of]}"
        case MovedEntry():
            how = (
                f"{change.entry} of {CODES[change.actor]} from "
                f"{ZONE.local(change.span.start):%H:%M} to {ZONE.local(change.moved_to):%a %H:%M}"
            )
    return f"{ZONE.local(release.starts_at):%H:%M} {people}: {how}"


ALL_DAY = "08:00-12:00", "14:00-18:00"


def busy(number: int, *actors: ActorId, type: TypeId | None = VISIT) -> list[Entry]:
    """The whole working day."""
    return [entry(number + place, clocks, *actors, type=type) for place, clocks in enumerate(ALL_DAY)]


def test_a_colleague_who_is_free() -> None:
    assert told(released(WISH, *busy(1, WEB))) == "08:00 KOC: KOC for WEB"


def test_no_colleague_where_any_is_asked_for_already() -> None:
    both = [*busy(1, WEB), *busy(5, KOC)]
    assert told(released(replace(WISH, needs=(ORTHOPAEDIST,)), *both)) == "nothing"


def test_another_room() -> None:
    wish = replace(WISH, needs=(WEBER, FIRST))
    assert told(released(wish, *busy(1, R1))) == "08:00 WEB R2: R2 for R1"


def test_the_earliest_counts_before_the_cheapest() -> None:
    wish = replace(WISH, needs=(WEBER, FIRST))
    entries = [entry(1, "08:00-10:00", WEB, R1), entry(2, "10:00-12:00", R1), entry(3, "08:00-11:00", KOC)]
    assert told(released(wish, *entries)) == "10:00 WEB R2: R2 for R1"


def test_a_member_is_exchanged_before_a_room() -> None:
    wish = replace(WISH, needs=(WEBER, FIRST))
    entries = [entry(1, "08:00-09:00", WEB), entry(2, "09:00-10:00", R1), entry(3, "08:00-08:30", R1)]
    assert told(released(wish, *entries)) == "08:30 KOC R1: KOC for WEB"


def test_two_changes_are_one_too_many() -> None:
    wish = replace(WISH, needs=(WEBER, FIRST))
    assert told(released(wish, *busy(1, WEB), entry(5, "07:00-18:00", R1))) == "nothing"


def test_an_entry_of_low_priority_goes_where_there_is_room_next() -> None:
    wish = replace(WISH, needs=(ORTHOPAEDIST,))
    entries = [
        entry(1, "08:00-08:30", WEB, PATIENT, type=CHECKUP), entry(2, "08:30-10:00", WEB),
        *busy(5, KOC),
    ]  # fmt: skip
    assert told(released(wish, *entries)) == "08:00 WEB: 1 of WEB from 08:00 to Mon 10:00"


@pytest.mark.parametrize(
    ("changes", "now"),
    [
        pytest.param({"type": VISIT}, LONG_AGO, id="same-priority"),
        pytest.param({"type": None, "kind": EntryKind.BLOCKOUT}, LONG_AGO, id="blockout"),
        pytest.param({"status": Status.ARRIVED}, LONG_AGO, id="the-patient-is-here"),
        pytest.param({}, at("08:10"), id="it-has-begun"),
        pytest.param({}, at("08:00"), id="it-begins-now"),
    ],
)
def test_what_does_not_make_room(changes: dict[str, object], now: int) -> None:
    low = replace(entry(1, "08:00-09:30", WEB, type=CHECKUP), **changes)  # type: ignore[arg-type]
    entries = [low, entry(2, "09:30-10:30", WEB), *busy(5, KOC)]
    assert told(released(replace(WISH, needs=(ORTHOPAEDIST,)), *entries, now=now)) == "nothing"


def test_something_of_low_priority_makes_room_for_its_own_kind() -> None:
    wish = replace(WISH, type=CHECKUP, minutes=30, needs=(ORTHOPAEDIST,))
    entries = [entry(1, "08:00-09:00", WEB, type=CHECKUP), *busy(5, KOC)]
    assert told(released(wish, *entries)) == "08:00 WEB: 1 of WEB from 08:00 to Mon 08:30"


def test_what_is_more_important_makes_others_give_way() -> None:
    urgent = replace(
        PRACTICE, types={**PRACTICE.types, CHECKUP: replace(PRACTICE.types[CHECKUP], priority=Priority.HIGH)}
    )
    wish = replace(WISH, type=CHECKUP, minutes=30, needs=(ORTHOPAEDIST,))
    entries = [entry(1, "08:00-08:35", WEB), entry(2, "08:35-10:00", WEB), *busy(5, KOC, type=None)]
    assert told(released(wish, *entries, practice=urgent)) == "08:00 WEB: 1 of WEB from 08:00 to Mon 10:00"
    assert told(released(wish, *entries, practice=PRACTICE)) == "nothing"


def test_an_entry_with_nowhere_to_go_stays() -> None:
    only_this_day = with_hours(KOC, with_hours(WEB, LOW, hours=()), hours=())
    wish = replace(WISH, needs=(ORTHOPAEDIST,), between=(480, 510))
    first = entry(1, "08:00-08:30", WEB, type=CHECKUP)
    shut = [entry(2, "08:00-18:00", KOC)]
    assert told(released(wish, first, *shut, practice=only_this_day)) != "nothing"
    away = replace(only_this_day.actors[R1], active=False)
    gone = replace(only_this_day, actors={**only_this_day.actors, R1: away})
    here = entry(1, "08:00-08:30", WEB, R1, type=CHECKUP)
    assert told(released(wish, here, *shut, practice=gone)) == "nothing"


def test_the_patients_own_entry_may_make_room() -> None:
    wish = replace(WISH, needs=(ORTHOPAEDIST,))
    entries = [entry(1, "07:45-09:00", PATIENT, KOC, type=CHECKUP), entry(2, "09:00-09:30", WEB)]
    found = told(released(wish, *entries, patient=PATIENT))
    assert found == "08:00 KOC: 1 of KOC from 07:45 to Mon 08:30"


def test_one_entry_in_two_ways_at_once_counts_as_one() -> None:
    wish = replace(WISH, needs=(ORTHOPAEDIST, FIRST))
    entries = [entry(1, "08:00-09:00", WEB, R1, type=CHECKUP), *busy(5, KOC)]
    assert told(released(wish, *entries)) == "08:00 WEB R1: 1 of WEB from 08:00 to Mon 08:30"


def test_of_two_changes_for_one_time_the_member_comes_before_the_room() -> None:
    block = Reservation("B", "Block", ("R1",), weekly("mon", "08:00-18:00"), holders=("KOC",))
    wish = replace(WISH, needs=(FIRST, WEBER))
    found = released(wish, practice=replace(LOW, reservations=(block,)))
    assert told(found) == "08:00 R1 KOC: KOC for WEB"


def test_an_entry_makes_room_with_its_own_people_or_not_at_all() -> None:
    once = tuple(replace(each, valid_from=MONDAY, valid_to=MONDAY) for each in weekly("mon", "08:00-08:30"))
    entries = [entry(1, "08:00-08:30", WEB, type=CHECKUP), entry(2, "08:00-08:30", KOC)]
    wish = replace(WISH, between=(480, 510))
    assert told(released(wish, *entries, practice=with_hours(WEB, LOW, hours=once))) == "nothing"
