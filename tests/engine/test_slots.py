"""The slot search as a receptionist would use it; by definition in test_slots_by_trial."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from praxidesk.engine.conflicts import check
from praxidesk.engine.entries import Taken
from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import FieldError, Slot
from praxidesk.engine.practice import DEFAULT_POLICY, Practice
from praxidesk.engine.requests import BookRequest, Participant, SlotNeed, SlotRequest
from praxidesk.engine.slots import find, length
from praxidesk.engine.spans import Span
from praxidesk.engine.starts import grid
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryKind, Role, Severity, Status, TypeId
from praxidesk.engine.walltime import Zone
from tests.engine.diary import (
    ARM,
    AUTUMN,
    BUFFERED,
    CHECKUP,
    FRIDAY,
    KNEE,
    KOC,
    LONG_AGO,
    MONDAY,
    PATIENT,
    PRACTICE,
    R1,
    SATURDAY,
    SPRING,
    TUESDAY,
    VISIT,
    WEB,
    ZONE,
    at,
    planned,
    taken,
    weekly,
    with_actor,
    with_hours,
)

CODES = {actor_id: actor.code for actor_id, actor in PRACTICE.actors.items()}
WEBER_OR_KOC = SlotNeed(Need(Role.PRACTITIONER, any_of=("WEB", "KOC")))
CONSULTING = SlotNeed(Need(Role.ROOM, category="consulting"))
WEEK = SlotRequest(EntryKind.APPOINTMENT, MONDAY, FRIDAY, type=VISIT, needs=(WEBER_OR_KOC,))


def search(
    request: SlotRequest, *others: Taken, practice: Practice = PRACTICE, patient: ActorId | None = None,
    now: int = LONG_AGO,
) -> list[Slot]:  # fmt: skip
    span = Span(ZONE.day(request.first_day).start, ZONE.day(request.last_day).end)
    return find(practice, ZONE, request, patient, others, now, span)


def told(slots: list[Slot]) -> list[str]:
    """``"Mon 08:00 WEB R1"`` for each slot."""
    return [
        " ".join([f"{ZONE.local(slot.starts_at):%a %H:%M}", *(CODES[p.actor] for p in slot.participants)])
        for slot in slots
    ]


def test_starts_come_in_order_and_members_by_code() -> None:
    found = search(replace(WEEK, type=CHECKUP, needs=None))
    assert told(found) == [
        "Mon 08:00 KOC R1", "Mon 08:00 KOC R2", "Mon 08:00 WEB R1", "Mon 08:00 WEB R2", "Mon 08:05 KOC R1",
    ]  # fmt: skip
    assert found[0] == Slot(
        at("08:00"), at("08:10"), (Participant(KOC, Role.PRACTITIONER), Participant(R1, Role.ROOM))
    )


def test_codes_are_tried_as_listed() -> None:
    assert told(search(replace(WEEK, limit=3))) == ["Mon 08:00 WEB", "Mon 08:00 KOC", "Mon 08:05 WEB"]


def test_limit_0_gives_every_start_once_with_whom_it_fits_first() -> None:
    found = search(replace(WEEK, last_day=MONDAY, limit=0, step_minutes=60), taken("08:00-09:00", WEB))
    assert told(found) == [
        "Mon 08:00 KOC", "Mon 09:00 WEB", "Mon 10:00 WEB", "Mon 11:00 WEB", "Mon 12:00 KOC",
        "Mon 13:00 KOC", "Mon 14:00 WEB", "Mon 15:00 WEB", "Mon 16:00 WEB", "Mon 17:00 WEB",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"between": (13 * 60, 1440), "limit": 2}, ["Mon 13:00 KOC", "Mon 13:30 KOC"],
                     id="afternoon"),
        pytest.param({"between": (690, 720), "limit": 3},
                     ["Mon 11:30 WEB", "Mon 11:30 KOC", "Tue 11:30 WEB"], id="half-an-hour-a-day"),
        pytest.param({"between": (695, 720)}, [], id="too-short-a-time-of-day"),
        pytest.param({"weekdays": frozenset({2}), "limit": 1}, ["Wed 08:00 WEB"], id="on-wednesdays"),
        pytest.param({"weekdays": frozenset({5, 6})}, [], id="at-the-weekend"),
        pytest.param({"first_day": TUESDAY, "limit": 1}, ["Tue 08:00 WEB"], id="from-tuesday"),
        pytest.param({"minutes": 240, "limit": 0, "step_minutes": 60, "last_day": MONDAY},
                     ["Mon 08:00 WEB", "Mon 09:00 KOC", "Mon 10:00 KOC", "Mon 11:00 KOC", "Mon 12:00 KOC",
                      "Mon 14:00 WEB"], id="half-a-day-long"),
        pytest.param({"minutes": 17, "limit": 0, "step_minutes": 60, "between": (1060, 1080),
                      "last_day": MONDAY}, [], id="off-the-grid"),
    ],
)  # fmt: skip
def test_wishes_narrow_the_search(changes: dict[str, object], expected: list[str]) -> None:
    request = replace(WEEK, step_minutes=30)
    assert told(search(replace(request, **changes))) == expected  # type: ignore[arg-type]


def test_an_odd_length_uses_a_gap_to_the_minute() -> None:
    request = replace(
        WEEK, last_day=MONDAY, minutes=17, limit=0, needs=(SlotNeed(Need(Role.ROOM, any_of=("R1",))),)
    )
    others = [taken("07:00-09:00", R1), taken("09:17-18:00", R1, 2)]
    assert told(search(request, *others)) == ["Mon 09:00 R1"]
    assert told(search(request, others[0], taken("09:16-18:00", R1, 2))) == []


def test_nothing_is_offered_in_the_past() -> None:
    request = replace(WEEK, limit=1)
    assert told(search(request, now=at("10:03"))) == ["Mon 10:05 WEB"]
    assert told(search(request, now=at("10:05"))) == ["Mon 10:05 WEB"]
    assert told(search(request, now=at("00:00", SATURDAY))) == []


def test_the_patient_is_not_asked_to_be_in_two_places() -> None:
    request = replace(WEEK, limit=1, step_minutes=30)
    elsewhere = taken("08:00-09:15", PATIENT)
    assert told(search(request, elsewhere, patient=PATIENT)) == ["Mon 09:30 WEB"]
    assert told(search(request, elsewhere)) == ["Mon 08:00 WEB"]


def test_the_patient_needs_no_gap() -> None:
    request = replace(WEEK, limit=1, step_minutes=30, needs=(SlotNeed(Need(Role.ROOM, any_of=("R1",))),))
    before = taken("07:00-07:30", PATIENT, type=BUFFERED)
    assert told(search(request, before, patient=PATIENT)) == ["Mon 07:30 R1"]


def test_gaps_are_the_larger_of_two_buffers() -> None:
    request = replace(WEEK, type=BUFFERED, limit=0, last_day=MONDAY, between=(480, 720),
                      needs=(SlotNeed(Need(Role.PRACTITIONER, any_of=("KOC",))),))  # fmt: skip
    found = told(search(request, taken("09:00-10:00", KOC, type=BUFFERED), taken("11:00-12:00", KOC, 2)))
    # 20 minutes, 10 free before and 15 after: until 8:45, and from 10:15 to 10:45.
    assert found == [
        "Mon 08:00 KOC", "Mon 08:05 KOC", "Mon 08:10 KOC", "Mon 08:15 KOC", "Mon 08:20 KOC", "Mon 08:25 KOC",
        "Mon 10:15 KOC", "Mon 10:20 KOC", "Mon 10:25 KOC",
    ]  # fmt: skip


def test_what_is_tentative_is_in_no_way() -> None:
    maybe = taken("08:00-09:00", WEB, status=Status.PENDING)
    assert told(search(replace(WEEK, limit=1), maybe)) == ["Mon 08:00 WEB"]
    policy = {**DEFAULT_POLICY, ConflictKind.TENTATIVE: Severity.BLOCKING}
    strict = replace(PRACTICE, policy=policy)
    assert told(search(replace(WEEK, limit=1), maybe, practice=strict)) == ["Mon 08:00 KOC"]


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        pytest.param(VISIT, "Mon 08:00 KOC", id="may-be-met"),
        pytest.param(BUFFERED, "Mon 10:10 KOC", id="but-not-be-come-too-near-to"),
    ],
)
def test_a_practice_may_let_blockouts_be_met(type_: TypeId, expected: str) -> None:
    practice = replace(PRACTICE, policy={**DEFAULT_POLICY, ConflictKind.BLOCKOUT: Severity.OFF})
    meeting = taken("08:00-10:00", KOC, kind=EntryKind.BLOCKOUT)
    request = replace(WEEK, type=type_, limit=1, needs=(SlotNeed(Need(Role.PRACTITIONER, any_of=("KOC",))),))
    assert told(search(request, meeting, practice=practice)) == [expected]


def test_two_needs_alike_count_once() -> None:
    request = replace(WEEK, needs=(CONSULTING, CONSULTING), limit=2)
    assert told(search(request)) == ["Mon 07:00 R1 R2", "Mon 07:05 R1 R2"]


def test_needs_that_differ_are_not_alike() -> None:
    request = replace(WEEK, needs=(SlotNeed(Need(Role.ROOM, any_of=("R2", "R1"))), CONSULTING), limit=2)
    assert told(search(request)) == ["Mon 07:00 R2 R1", "Mon 07:00 R1 R2"]


def test_all_must_take_part_and_nobody_twice() -> None:
    both = SlotNeed(Need(Role.ROOM), all_of=("R2", "R1"))
    assert told(search(replace(WEEK, needs=(both, WEBER_OR_KOC), limit=1))) == ["Mon 08:00 R2 R1 WEB"]
    assert told(search(replace(WEEK, needs=(both, CONSULTING)))) == []
    one = SlotNeed(Need(Role.ROOM), all_of=("R1",))
    assert told(search(replace(WEEK, needs=(CONSULTING, one), limit=1))) == ["Mon 07:00 R2 R1"]


def test_an_operation_finds_team_room_and_device_each_for_its_part() -> None:
    request = SlotRequest(EntryKind.OPERATION, MONDAY, FRIDAY, procedure=KNEE, limit=2)
    assert told(search(request)) == ["Mon 07:40 KOC ANA OP1 ARM", "Mon 07:40 WEB ANA OP1 ARM"]
    # The surgeon is needed from 8:20 to 9:15 only, the arm from 8:20 to 9:05.
    around = [taken("08:00-08:20", WEB), taken("09:15-10:00", WEB, 2), taken("09:05-09:30", ARM, 3)]
    request = replace(request, needs=(
        SlotNeed(Need(Role.SURGEON), all_of=("WEB",)), SlotNeed(Need(Role.DEVICE, any_of=("ARM",)))),
        between=(480, 570), limit=0)  # fmt: skip
    assert told(search(request, *around)) == ["Mon 08:00 WEB ARM", *[f"{day} 08:00 WEB ARM" for day in
                                              ("Tue", "Wed", "Thu", "Fri")]]  # fmt: skip


@pytest.mark.parametrize(
    ("practice", "expected"),
    [
        pytest.param(with_actor(WEB, active=False), ["Mon 08:00 KOC"], id="inactive"),
        pytest.param(with_actor(WEB, roles=(Role.SURGEON,)), ["Mon 08:00 KOC"], id="not-in-the-role"),
        pytest.param(
            with_hours(None, hours=weekly("tue", "09:00-10:00")), ["Tue 09:00 WEB"], id="site-hours"
        ),
    ],
)
def test_who_cannot_is_not_offered(practice: Practice, expected: list[str]) -> None:
    assert told(search(replace(WEEK, limit=1), practice=practice)) == expected


def test_who_fits_no_need_of_the_type_is_not_offered() -> None:
    request = replace(WEEK, type=CHECKUP, needs=(SlotNeed(Need(Role.ROOM, any_of=("OP1", "R2"))),), limit=1)
    assert told(search(request)) == ["Mon 07:00 R2"]


def test_a_practice_that_insists_on_needs_is_offered_whole_teams() -> None:
    policy = {**DEFAULT_POLICY, ConflictKind.NEED_UNMET: Severity.BLOCKING}
    request = replace(WEEK, type=CHECKUP, limit=1)
    assert told(search(request)) == ["Mon 08:00 WEB"]
    assert told(search(request, practice=replace(PRACTICE, policy=policy))) == []
    whole = replace(request, needs=(WEBER_OR_KOC, CONSULTING))
    assert told(search(whole, practice=replace(PRACTICE, policy=policy))) == ["Mon 08:00 WEB R1"]


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        pytest.param(Severity.BLOCKING, ["Mon 08:00 WEB"], id="blocking"),
        pytest.param(Severity.WARNING, ["Mon 08:00 WEB"], id="a-warning-is-still-no-offer"),
        pytest.param(Severity.OFF, ["Mon 07:00 WEB"], id="off"),
    ],
)
def test_softened_hours(severity: Severity, expected: list[str]) -> None:
    practice = replace(PRACTICE, policy={**DEFAULT_POLICY, ConflictKind.OUTSIDE_HOURS: severity})
    assert told(search(replace(WEEK, limit=1), practice=practice)) == expected


@pytest.mark.parametrize(
    ("day", "starts"),
    [
        pytest.param(SPRING, ["00:00", "00:30", "01:00", "01:30", "03:00", "03:30"], id="spring"),
        pytest.param(
            AUTUMN, ["00:00", "00:30", "01:00", "01:30", "02:00", "02:30", "02:00", "02:30", "03:00",
                     "03:30"],
            id="autumn",
        ),
        pytest.param(MONDAY, ["00:00", "00:30", "01:00", "01:30", "02:00", "02:30", "03:00", "03:30"],
                     id="plain"),
    ],
)  # fmt: skip
def test_the_grid_follows_the_clocks_on_the_wall(day: date, starts: list[str]) -> None:
    practice = with_hours(None, hours=weekly("mon sun", "00:00-04:00"))
    request = SlotRequest(
        EntryKind.BLOCKOUT, day, day, minutes=30, limit=0, step_minutes=30, needs=(CONSULTING,)
    )
    found = [ZONE.local(slot.starts_at) for slot in search(request, practice=practice)]
    assert found == [datetime.combine(day, datetime.strptime(each, "%H:%M").time()) for each in starts]


def test_the_grid_follows_even_a_change_of_half_an_hour() -> None:
    zone = Zone("Australia/Lord_Howe")
    day = date(2026, 10, 4)  # 02:00 becomes 02:30
    starts = [f"{zone.local(each):%H:%M}" for each in grid(zone, [day], [zone.day(day)], 60)]
    assert starts[:4] == ["00:00", "01:00", "03:00", "04:00"]


def test_a_slot_may_cross_midnight_where_the_practice_does() -> None:
    practice = with_hours(None, hours=weekly("mon tue", "00:00-24:00"))
    request = SlotRequest(EntryKind.BLOCKOUT, MONDAY, MONDAY, minutes=120, limit=0, step_minutes=60,
                          needs=(CONSULTING,))  # fmt: skip
    assert told(search(request, practice=practice))[-1] == "Mon 23:00 R1"
    evening = replace(request, between=(20 * 60, 1440))
    assert told(search(evening, practice=practice))[-1] == "Mon 22:00 R1"


def test_no_day_of_a_long_search_is_left_out() -> None:
    practice = with_hours(KOC, hours=weekly("mon tue wed thu fri", "09:00-09:30"))
    request = replace(
        WEEK,
        last_day=date(2026, 12, 18),
        limit=50,
        needs=(SlotNeed(Need(Role.PRACTITIONER), all_of=("KOC",)),),
    )
    found = search(request, practice=practice)
    assert [ZONE.day_of(slot.starts_at).day for slot in found] == [
        *range(23, 28), 30, *range(1, 5), *range(7, 12), *range(14, 19),
    ]  # fmt: skip


def test_a_search_without_needs_finds_when_the_practice_is_open() -> None:
    assert told(search(replace(WEEK, needs=None, limit=2))) == ["Mon 07:00", "Mon 07:05"]


def test_only_the_span_asked_for_is_searched() -> None:
    request = replace(WEEK, limit=0, step_minutes=60)
    morning = Span(at("09:00"), at("11:00"))
    assert told(find(PRACTICE, ZONE, request, None, [], LONG_AGO, morning)) == [
        "Mon 09:00 WEB",
        "Mon 10:00 WEB",
    ]


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        pytest.param(replace(WEEK, minutes=1501), "minutes", id="too-long"),
        pytest.param(replace(WEEK, type=None), "type", id="neither-type-nor-minutes"),
        pytest.param(SlotRequest(EntryKind.OPERATION, MONDAY, MONDAY), "procedure", id="no-procedure"),
        pytest.param(
            SlotRequest(EntryKind.OPERATION, MONDAY, MONDAY, procedure=KNEE, minutes=60), "minutes",
            id="minutes-of-an-operation",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_searched_is_a_fault(request_: SlotRequest, field: str) -> None:
    answer = length(PRACTICE, request_)
    assert isinstance(answer, FieldError)
    assert answer.field == field
    with pytest.raises(ValueError, match=field):
        search(request_)


def test_a_length_is_enough_to_search_for_people() -> None:
    request = replace(WEEK, type=None, minutes=90, limit=1)
    assert not isinstance(length(PRACTICE, request), FieldError)
    assert told(search(request, taken("08:00-09:00", WEB), taken("09:00-10:00", KOC, 2))) == ["Mon 09:00 WEB"]


def test_every_offer_can_be_booked() -> None:
    others = [
        taken("08:30-09:00", KOC),
        taken("09:05-10:00", WEB, 2, type=BUFFERED),
        taken("08:00-11:00", R1, 3),
    ]
    request = replace(WEEK, type=CHECKUP, needs=None, limit=80)
    found = search(request, *others, patient=PATIENT)
    assert len(found) == 80
    for slot in found:
        wish = BookRequest(EntryKind.APPOINTMENT, slot.starts_at, slot.participants, type=CHECKUP)
        assert check(PRACTICE, ZONE, planned(wish, patient=PATIENT), others, LONG_AGO) == []
