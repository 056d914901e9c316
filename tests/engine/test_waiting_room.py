"""Who is there and how long: a morning at the desk, at 09:42."""

from dataclasses import replace

import pytest

from praxidesk.engine.entries import Allocation, Entry, PatientOnEntry
from praxidesk.engine.vocabulary import ActorId, EntryId, EntryKind, Role, Status
from praxidesk.engine.waiting_order import WaitingOrder
from praxidesk.engine.waiting_room import Presence, WaitingRoom, presence_of, waiting_room
from tests.engine.diary import CHECKUP, MONDAY, WEB, ZONE, at

DAY = ZONE.day(MONDAY)
A, C, F = Status.ARRIVED, Status.CHECKED_IN, Status.FULFILLED


def visit(id_: int, start: str, status: Status, patient: int | None = None) -> Entry:
    who = ActorId(1000 + (id_ if patient is None else patient))
    return Entry(
        id=EntryId(id_),
        version=1,
        kind=EntryKind.APPOINTMENT,
        status=status,
        starts_at=at(start),
        ends_at=at(start) + 600,
        type=CHECKUP,
        procedure=None,
        phases=None,
        patient=PatientOnEntry(who, f"P-{who}", "A", "B", None, "", ""),
        note="",
        reason="",
        override_reason="",
        allocations=(Allocation(WEB, Role.PRACTITIONER, at(start), at(start) + 600),),
    )


ENTRIES = (
    visit(1, "09:40", A),
    visit(2, "09:50", A),
    visit(3, "10:15", A),
    visit(4, "09:55", Status.BOOKED, patient=5),
    visit(5, "10:00", A),
    visit(6, "09:35", C),
    visit(7, "10:30", A, patient=6),
    visit(8, "09:20", Status.NOSHOW),
    visit(9, "08:00", F),
    visit(10, "09:00", Status.CANCELLED),
    replace(visit(11, "08:00", A), patient=None),
)
PRESENCE = {
    EntryId(1): Presence(at("09:18")),
    EntryId(2): Presence(at("09:23")),
    EntryId(3): Presence(at("09:16")),
    EntryId(5): Presence(at("09:28")),
    EntryId(6): Presence(at("09:30"), at("09:38")),
    EntryId(7): Presence(at("09:38")),
}


def room(order: WaitingOrder = WaitingOrder.APPOINTMENT, now: str = "09:42") -> WaitingRoom:
    return waiting_room(reversed(ENTRIES), PRESENCE, DAY, at(now), order)


def test_each_waits_since_the_arrival_against_the_time_agreed_on() -> None:
    over, soon, early, with_other, inside = room().waiting
    assert [each.entry.id for each in room().waiting] == [1, 2, 5, 3, 7]
    assert (over.minutes, over.over_minutes, over.left_minutes) == (24, 2, 0)
    assert (soon.minutes, soon.over_minutes, soon.left_minutes, soon.early_minutes) == (19, 0, 8, 0)
    assert early.first is not None
    assert early.first.id == 4
    assert with_other.early_minutes == 59
    assert inside.elsewhere is not None
    assert inside.elsewhere.id == 6
    assert inside.first is None


def test_those_in_treatment_and_those_who_did_not_come_are_told_apart() -> None:
    assert [(each.entry.id, each.since) for each in room().treated] == [(6, at("09:38"))]
    assert [each.id for each in room().missed] == [8]


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (WaitingOrder.APPOINTMENT, [1, 2, 5, 3, 7]),
        (WaitingOrder.ARRIVAL, [3, 1, 2, 5, 7]),
        # At 10:20 four are over their time: who was called for first waits longest, whenever they came.
        (WaitingOrder.WAIT, [1, 2, 5, 3, 7]),
    ],
)
def test_they_stand_in_the_order_asked_for(order: WaitingOrder, ids: list[int]) -> None:
    assert [each.entry.id for each in room(order, "10:20").waiting] == ids


def test_who_came_late_waits_only_since_then() -> None:
    late = {**PRESENCE, EntryId(1): Presence(at("10:10"))}
    found = waiting_room(ENTRIES, late, DAY, at("10:20"), WaitingOrder.WAIT)
    assert [each.entry.id for each in found.waiting] == [2, 5, 1, 3, 7]


def test_the_sum_counts_who_is_over_and_what_they_wait_on_the_average() -> None:
    assert (len(room().waiting), room().over, room().mean_minutes) == (5, 1, 17)
    assert waiting_room((), {}, DAY, at("09:42")).mean_minutes is None
    unknown = waiting_room(ENTRIES, {}, DAY, at("09:42"))
    assert unknown.mean_minutes is None
    assert {each.minutes for each in unknown.waiting} == {0}


def test_a_status_that_was_set_before_the_day_is_no_arrival() -> None:
    before = waiting_room(ENTRIES, {EntryId(1): Presence(DAY.start - 1)}, DAY, at("09:42"))
    assert before.waiting[0].since is None


def test_a_patient_of_tomorrow_is_not_in_today_s_room() -> None:
    tomorrow = ZONE.day(ZONE.day_of(DAY.end))
    assert waiting_room(ENTRIES, PRESENCE, tomorrow, at("09:42")).waiting == ()


@pytest.mark.parametrize(
    ("lines", "arrived", "treated"),
    [
        ([(Status.BOOKED, 1)], None, None),
        ([(Status.BOOKED, 1), (A, 5)], 5, None),
        ([(Status.BOOKED, 1), (A, 5), (A, 7)], 5, None),  # a note was changed meanwhile
        ([(A, 5), (C, 9), (C, 11)], 5, 9),
        ([(A, 5), (C, 9), (A, 10)], 5, None),  # the call was taken back
        ([(A, 5), (C, 9), (A, 10), (C, 12)], 5, 12),
        ([(A, 5), (Status.BOOKED, 6), (A, 8)], 8, None),  # the arrival was taken back
        ([(Status.NOSHOW, 3), (A, 5)], 5, None),
        ([(C, 9)], None, 9),
        ([(A, 5), (C, 9), (F, 20)], 5, 9),
    ],
)
def test_the_history_says_when_a_patient_came(
    lines: list[tuple[Status, int]], arrived: int | None, treated: int | None
) -> None:
    assert presence_of(lines) == Presence(arrived, treated)
