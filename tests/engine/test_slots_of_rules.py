"""What each rule of a practice leaves of a day: searches told like a diary."""

from dataclasses import replace
from datetime import date

import pytest

from praxidesk.engine.actors import Group
from praxidesk.engine.alternatives import alternatives
from praxidesk.engine.entries import Taken
from praxidesk.engine.fill import fill
from praxidesk.engine.offerings import Limits, Need, Quota
from praxidesk.engine.outcomes import Slot
from praxidesk.engine.practice import Practice, Reservation
from praxidesk.engine.requests import SlotNeed, SlotRequest
from praxidesk.engine.slots import Search, find
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    NOBODY,
    ActorId,
    ActorKind,
    ConflictKind,
    EntryKind,
    Period,
    Role,
    Severity,
    procedure_service,
    type_service,
)
from tests.engine.diary import (
    CHECKUP,
    KNEE,
    KOC,
    LONG_AGO,
    MONDAY,
    OP1,
    PRACTICE,
    R1,
    R2,
    TUESDAY,
    VISIT,
    WEB,
    ZONE,
    at,
    planned,
    taken,
    visit,
    weekly,
    with_actor,
    with_hours,
)

ROOMS = ActorId(50)
WEBER = SlotNeed(Need(Role.PRACTITIONER, any_of=("WEB",)))
WEBER_OR_KOC = SlotNeed(Need(Role.PRACTITIONER, any_of=("WEB", "KOC")))
ROOM_1 = SlotNeed(Need(Role.ROOM, any_of=("R1",)))
MORNING = SlotRequest(
    EntryKind.APPOINTMENT, MONDAY, MONDAY, type=VISIT, needs=(WEBER,), limit=0, step_minutes=30,
    between=(480, 660),
)  # fmt: skip
"""From eight to eleven."""


def limited(limits: Limits, practice: Practice = PRACTICE) -> Practice:
    """Visits are limited."""
    return replace(practice, types={**practice.types, VISIT: replace(practice.types[VISIT], limits=limits)})


def reserved(*holders: str, actor: str = "R1", release_days: int | None = None) -> Practice:
    block = Reservation("B", "Block", (actor,), weekly("mon", "08:00-10:00"), holders, (), release_days)
    return replace(PRACTICE, reservations=(block,))


def as_group(practice: Practice = PRACTICE) -> Practice:
    """Both consulting rooms are places of one group."""
    for room in (R1, R2):
        practice = with_actor(room, practice, group="ROOMS")
    return replace(practice, groups={ROOMS: Group("ROOMS", ActorKind.ROOM, "Zimmer")})


def search(
    request: SlotRequest, *others: Taken, practice: Practice = PRACTICE, now: int = LONG_AGO
) -> list[Slot]:
    span = Span(ZONE.day(request.first_day).start, ZONE.day(request.last_day).end)
    return find(practice, ZONE, request, None, others, now, span)


def told(slots: list[Slot], practice: Practice = PRACTICE) -> str:
    """``"08:00 WEB R1, 08:30 WEB R1"``."""
    codes = {id_: code for code, id_ in practice.actor_ids.items()}
    return ", ".join(
        " ".join([f"{ZONE.local(slot.starts_at):%H:%M}", *(codes[p.actor] for p in slot.participants)])
        for slot in slots
    )


def whole(clocks: str, entry: int) -> Taken:
    """An entry seen without anybody in it."""
    return taken(clocks, NOBODY, entry)


@pytest.mark.parametrize(
    ("request_", "now", "expected"),
    [
        (replace(MORNING, not_before=at("09:30")), 0, "09:30 WEB, 10:00 WEB, 10:30 WEB"),
        (replace(MORNING, not_before=at("09:31")), 0, "10:00 WEB, 10:30 WEB"),
        (replace(MORNING, not_after=at("09:00")), 0, "08:00 WEB, 08:30 WEB"),
        (replace(MORNING, not_after=at("08:59")), 0, "08:00 WEB"),
        (replace(MORNING, not_before=at("09:00"), not_after=at("09:30")), 0, "09:00 WEB"),
        (replace(MORNING, not_before=at("09:30"), not_after=at("09:00")), 0, ""),
        (replace(MORNING, notice_minutes=60), at("08:30"), "09:30 WEB, 10:00 WEB, 10:30 WEB"),
    ],
)
def test_bounds_and_notice_of_a_request(request_: SlotRequest, now: int, expected: str) -> None:
    assert told(search(request_, now=now)) == expected


@pytest.mark.parametrize(
    ("limits", "now", "expected"),
    [
        (Limits(notice=60), at("08:30"), "09:30 WEB, 10:00 WEB, 10:30 WEB"),
        (Limits(advance=1), at("12:00", date(2026, 11, 22)), "08:00 WEB, 08:30 WEB, 09:00 WEB, 09:30 WEB,"),
        (Limits(advance=0), at("12:00", date(2026, 11, 22)), ""),
    ],
)
def test_notice_and_advance_of_a_type(limits: Limits, now: int, expected: str) -> None:
    assert told(search(MORNING, practice=limited(limits), now=now)).startswith(expected)
    assert bool(search(MORNING, practice=limited(limits), now=now)) == bool(expected)


@pytest.mark.parametrize(
    ("per", "of_monday", "of_afternoon", "of_tuesday"),
    [
        (Period.HALF_DAY, "", "14:00 WEB", "08:00 WEB"),
        (Period.DAY, "", "", "08:00 WEB"),
        (Period.WEEK, "", "", ""),
    ],
)
def test_a_full_quota_shuts_its_period(
    per: Period, of_monday: str, of_afternoon: str, of_tuesday: str
) -> None:
    practice = limited(Limits(quotas=(Quota(per, 1),)))
    request = replace(MORNING, limit=1)
    others = taken("08:00-08:30", WEB)
    assert told(search(request, others, practice=practice)) == of_monday
    assert told(search(replace(request, between=(780, 1080)), others, practice=practice)) == of_afternoon
    on_tuesday = replace(request, first_day=TUESDAY, last_day=TUESDAY)
    assert told(search(on_tuesday, others, practice=practice)) == of_tuesday
    assert told(search(replace(request, needs=(WEBER_OR_KOC,)), others, practice=practice)) == "08:00 KOC"


def test_starts_keep_their_distance() -> None:
    practice = limited(Limits(distance=90))
    found = search(MORNING, taken("09:00-09:30", WEB), practice=practice)
    assert told(found) == "10:30 WEB"
    found = search(MORNING, taken("09:30-10:00", WEB), practice=practice)
    assert told(found) == "08:00 WEB"


def test_so_many_at_once_crowd_a_time_for_everybody() -> None:
    practice = limited(Limits(at_once=2))
    others = [whole("08:30-09:30", 1), whole("09:00-10:00", 2)]
    assert (
        told(search(MORNING, *others, practice=practice))
        == "08:00 WEB, 08:30 WEB, 09:30 WEB, 10:00 WEB, 10:30 WEB"
    )


def test_a_home_visit_needs_its_way() -> None:
    changed = replace(PRACTICE.types[CHECKUP], travel=30)
    practice = replace(PRACTICE, types={**PRACTICE.types, CHECKUP: changed})
    others = [taken("09:00-09:30", WEB, type=CHECKUP), taken("09:00-09:30", R1, type=CHECKUP)]
    assert told(search(MORNING, *others, practice=practice)) == "08:00 WEB, 10:00 WEB, 10:30 WEB"
    in_the_room = replace(MORNING, needs=(ROOM_1,))
    assert "08:30 R1" in told(search(in_the_room, *others, practice=practice))


def test_turnover_is_kept_free_behind_a_slot_but_not_within_the_hours() -> None:
    practice = with_actor(R1, turnover=20)
    request = replace(MORNING, needs=(ROOM_1,), step_minutes=10, between=(480, 550))
    assert told(search(request, taken("09:00-09:30", R1), practice=practice)) == "08:00 R1, 08:10 R1"
    evening = replace(request, between=(1030, 1440))
    own_hours = with_hours(R1, practice, hours=weekly("mon", "08:00-18:00"))
    for each in (practice, own_hours):
        assert told(search(evening, practice=each)) == "17:10 R1, 17:20 R1, 17:30 R1"


def test_a_room_due_for_inspection_is_not_offered() -> None:
    request = replace(MORNING, needs=(SlotNeed(Need(Role.ROOM, any_of=("R1", "R2"))),), limit=1)
    assert told(search(request, practice=with_actor(R1, inspected_until=MONDAY))) == "08:00 R1"
    assert told(search(request, practice=with_actor(R1, inspected_until=date(2026, 11, 22)))) == "08:00 R2"


def test_equipment_decides_on_rooms() -> None:
    request = replace(MORNING, needs=(SlotNeed(Need(Role.ROOM, equipment=("ecg",))),), limit=1)
    assert told(search(request, practice=with_actor(R2, equipment=("ecg", "lift")))) == "08:00 R2"
    assert told(search(request)) == ""


def test_block_time_is_offered_to_its_holders_alone() -> None:
    request = replace(MORNING, needs=(WEBER_OR_KOC, ROOM_1), between=(540, 660))
    assert (
        told(search(request, practice=reserved("KOC")))
        == "09:00 KOC R1, 09:30 KOC R1, 10:00 WEB R1, 10:30 WEB R1"
    )
    assert told(search(replace(request, needs=(WEBER, ROOM_1)), practice=reserved("KOC"))) == (
        "10:00 WEB R1, 10:30 WEB R1"
    )
    nobody_there = taken("08:00-16:00", KOC)
    assert told(search(request, nobody_there, practice=reserved("KOC"))) == "10:00 WEB R1, 10:30 WEB R1"


def test_block_time_is_offered_to_all_once_released() -> None:
    practice = reserved("KOC", release_days=2)
    request = replace(MORNING, needs=(WEBER, ROOM_1), limit=1)
    assert told(search(request, practice=practice, now=at("23:59", date(2026, 11, 20)))) == "10:00 WEB R1"
    assert told(search(request, practice=practice, now=at("00:00", date(2026, 11, 21)))) == "08:00 WEB R1"
    used = [taken("08:00-08:30", R1), taken("08:00-08:30", KOC)]
    assert (
        told(search(request, *used, practice=practice, now=at("00:00", date(2026, 11, 21)))) == "10:00 WEB R1"
    )


def test_block_time_of_an_operating_room_wants_its_surgeon_in_the_team() -> None:
    practice = reserved("WEB", actor="OP1")
    request = SlotRequest(EntryKind.OPERATION, MONDAY, MONDAY, procedure=KNEE, limit=3, step_minutes=30)
    assert told(search(request, practice=practice)) == (
        "08:00 WEB ANA OP1 ARM, 08:30 WEB ANA OP1 ARM, 09:00 WEB ANA OP1 ARM"
    )
    without = replace(practice, policy={**practice.policy, ConflictKind.RESERVED: Severity.OFF})
    assert told(search(replace(request, limit=1), practice=without)) == "08:00 KOC ANA OP1 ARM"


def test_a_group_has_room_while_others_can_sit_elsewhere() -> None:
    practice = as_group()
    request = replace(MORNING, needs=(SlotNeed(Need(Role.ROOM, any_of=("ROOMS",))),))
    anywhere = taken("08:00-11:00", R1)._replace(seat=ROOMS)
    promised = taken("09:00-10:00", R2, 2)
    assert told(search(request, anywhere, promised, practice=practice), practice) == (
        "08:00 ROOMS, 08:30 ROOMS, 10:00 ROOMS, 10:30 ROOMS"
    )
    in_turns = [
        taken("08:00-09:30", R1)._replace(seat=ROOMS),
        taken("09:30-11:00", R2, 2)._replace(seat=ROOMS),
    ]
    long = replace(request, minutes=180)
    assert told(search(long, *in_turns, practice=practice), practice) == "08:00 ROOMS"


def test_a_group_is_not_offered_beside_one_of_its_places() -> None:
    practice = as_group()
    both = replace(MORNING, needs=(SlotNeed(Need(Role.ROOM, any_of=("ROOMS",))), ROOM_1))
    assert search(both, practice=practice) == []


def test_others_make_room_for_a_place_that_is_asked_for_by_itself() -> None:
    practice = as_group()
    rows = [taken("08:00-09:30", R1, 3)._replace(seat=ROOMS), taken("09:00-10:00", R2, 4)]
    request = replace(MORNING, needs=(ROOM_1,))
    assert told(search(request, *rows, practice=practice)) == "09:30 R1, 10:00 R1, 10:30 R1"
    free = [rows[0], taken("09:30-10:00", R2, 4)]
    assert told(search(request, *free, practice=practice)).startswith("08:00 R1, 08:30 R1, 09:00 R1")
    promised = [rows[0]._replace(seat=None), free[1]]
    assert told(search(request, *promised, practice=practice)) == "09:30 R1, 10:00 R1, 10:30 R1"
    both = replace(MORNING, needs=(ROOM_1, SlotNeed(Need(Role.ROOM, any_of=("R2",)))))
    assert told(search(both, *free, practice=practice)) == "10:00 R1 R2, 10:30 R1 R2"


def test_block_time_of_a_group_is_offered_with_its_holder() -> None:
    practice = as_group(reserved("KOC", actor="ROOMS"))
    any_room = SlotNeed(Need(Role.ROOM, any_of=("ROOMS",)))
    request = replace(MORNING, needs=(WEBER_OR_KOC, any_room))
    assert told(search(request, practice=practice), practice) == (
        "08:00 KOC ROOMS, 08:30 KOC ROOMS, 09:00 KOC ROOMS, 09:30 KOC ROOMS, 10:00 WEB ROOMS, 10:30 WEB ROOMS"
    )
    alone = replace(MORNING, needs=(WEBER, any_room))
    assert told(search(alone, practice=practice), practice) == "10:00 WEB ROOMS, 10:30 WEB ROOMS"
    one_kept = as_group(reserved("KOC"))
    assert told(search(alone, practice=one_kept), one_kept).startswith("08:00 WEB ROOMS, 08:30 WEB ROOMS")


def test_what_is_read_hangs_on_the_rules() -> None:
    def reads_entries(practice: Practice, request: SlotRequest = MORNING) -> bool:
        return Search.of(practice, ZONE, request, None, LONG_AGO).reads_single_entries

    assert not reads_entries(PRACTICE)
    assert not reads_entries(limited(Limits(notice=5, advance=3)))
    assert not reads_entries(reserved("KOC"))
    assert reads_entries(reserved("KOC", release_days=1))
    assert reads_entries(limited(Limits(quotas=(Quota(Period.DAY, 3),))))
    assert reads_entries(limited(Limits(distance=30)))
    assert reads_entries(limited(Limits(at_once=3)))
    assert reads_entries(as_group(), replace(MORNING, needs=(SlotNeed(Need(Role.ROOM, any_of=("ROOMS",))),)))


def test_a_search_reaches_as_far_as_its_rules() -> None:
    monday = ZONE.day(MONDAY)
    reach = Search.of(limited(Limits(at_once=3)), ZONE, MORNING, None, LONG_AGO).reach(monday)
    assert reach.actors == {WEB}
    assert reach.services == {type_service(VISIT)}
    assert reach.span.contains(monday)
    weekly_quota = limited(Limits(quotas=(Quota(Period.WEEK, 3),)))
    reach = Search.of(weekly_quota, ZONE, MORNING, None, LONG_AGO).reach(monday)
    assert reach.span.contains(Span(monday.start, ZONE.day(date(2026, 11, 29)).end))


def test_who_is_added_may_use_block_time_with_its_holder() -> None:
    practice = reserved("KOC")
    given = visit("09:00-09:10", KOC)
    request = replace(given, type=CHECKUP)
    assert [p.actor for p in fill(practice, ZONE, request, [], LONG_AGO).participants] == [KOC, R1]
    by_weber = replace(visit("09:00-09:10", WEB), type=CHECKUP)
    assert [p.actor for p in fill(practice, ZONE, by_weber, [], LONG_AGO).participants] == [WEB, R2]


def test_alternatives_keep_the_rules_too() -> None:
    practice = limited(Limits(quotas=(Quota(Period.HALF_DAY, 1),)), reserved("KOC"))
    proposal = planned(visit("09:00-09:30", WEB, R1), practice)
    free = alternatives(practice, ZONE, proposal, [], LONG_AGO)
    assert told(list(free)) == "10:00 WEB R1, 10:05 WEB R1, 10:10 WEB R1"
    full = alternatives(practice, ZONE, proposal, [taken("11:00-11:30", WEB, 7)], LONG_AGO)
    assert told(list(full)) == "14:00 WEB R1, 14:05 WEB R1, 14:10 WEB R1"


def test_a_room_without_the_equipment_is_no_alternative_though_anybody_may_do_anything() -> None:
    needs = (Need(Role.ROOM, any_of=("R1", "R2"), equipment=("ecg",)),)
    practice = with_actor(R2, equipment=("ecg",))
    practice = replace(
        practice,
        types={**practice.types, VISIT: replace(practice.types[VISIT], need=needs)},
        policy={**practice.policy, ConflictKind.NOT_QUALIFIED: Severity.OFF},
    )
    wish = planned(visit("09:00-09:30", R1))
    assert told(list(alternatives(practice, ZONE, wish, (), LONG_AGO))) == "09:00 R2, 08:55 R2, 09:05 R2"
    lenient = replace(practice, policy={**practice.policy, ConflictKind.EQUIPMENT_MISSING: Severity.OFF})
    busy = taken("09:00-09:05", R1)
    assert told(list(alternatives(lenient, ZONE, wish, (busy,), LONG_AGO))) == "09:05 R1, 09:10 R1, 09:15 R1"


def test_alternatives_for_a_group_are_any_of_its_places() -> None:
    practice = as_group()
    request = visit("09:00-09:30", WEB)
    participant = replace(request.participants[0], actor=ROOMS, role=Role.ROOM)
    proposal = planned(replace(request, participants=(*request.participants, participant)), practice)
    others = [taken("08:00-09:20", R1, 3), taken("08:30-10:00", R2, 4)]
    found = alternatives(practice, ZONE, proposal, others, LONG_AGO)
    assert told(list(found), practice) == "09:20 WEB ROOMS, 09:25 WEB ROOMS, 09:30 WEB ROOMS"


def test_a_room_is_not_shut_by_what_is_reserved_elsewhere() -> None:
    request = replace(MORNING, needs=(SlotNeed(Need(Role.ROOM, any_of=("OP1",))),), limit=1)
    assert told(search(request, taken("08:00-09:00", OP1), practice=reserved("KOC"))) == "09:00 OP1"


def test_no_day_but_those_asked_for() -> None:
    two_weeks = Span(ZONE.day(date(2026, 11, 17)).start, ZONE.day(date(2026, 11, 30)).end)
    hourly = replace(MORNING, step_minutes=60)
    assert (
        told(find(PRACTICE, ZONE, hourly, None, [], LONG_AGO, two_weeks)) == "08:00 WEB, 09:00 WEB, 10:00 WEB"
    )


def test_a_short_entry_within_a_long_one_does_not_end_it() -> None:
    long, short = taken("08:00-10:00", WEB), taken("08:30-09:00", WEB, 2)
    assert told(search(MORNING, long, short)) == "10:00 WEB, 10:30 WEB"


def test_a_quota_counts_from_when_the_surgeon_begins() -> None:
    once = replace(PRACTICE.procedures[KNEE], limits=Limits(quotas=(Quota(Period.HALF_DAY, 1),)))
    practice = with_actor(WEB, replace(PRACTICE, procedures={KNEE: once}), active=False)
    request = SlotRequest(EntryKind.OPERATION, MONDAY, MONDAY, procedure=KNEE, limit=1, step_minutes=10)
    morning = taken("08:20-09:15", KOC)._replace(service=procedure_service(KNEE))
    assert told(search(request, morning, practice=practice)) == "11:40 KOC ANA OP1 ARM"


def test_a_group_has_no_room_in_the_block_time_of_its_last_place() -> None:
    practice = replace(as_group(), reservations=reserved("KOC").reservations)
    request = replace(MORNING, needs=(SlotNeed(Need(Role.ROOM, any_of=("ROOMS",))),))
    assert told(search(request, taken("08:00-11:00", R2), practice=practice), practice) == (
        "10:00 ROOMS, 10:30 ROOMS"
    )
