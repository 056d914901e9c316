"""How operations go: planned, reached and expected times, and what a room does now."""

from dataclasses import replace

import pytest

from praxidesk.engine.entries import Entry
from praxidesk.engine.milestones import next_milestone, planned_milestones, running_backwards
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.progress import Stage
from praxidesk.engine.vocabulary import EntryId, EntryKind, Milestone, Status
from tests.engine.diary import TUESDAY, ZONE, at
from tests.engine.theatre_day import (
    ANA,
    KOC,
    OP1,
    OP2,
    SON,
    blocked,
    clock,
    operation,
    progress,
    room,
    says,
)


def test_the_plan_of_the_milestones_follows_from_the_phases() -> None:
    plan = planned_milestones(operation(1, "09:00"))
    assert [(each.value, clock(when)) for each, when in plan.items()] == [
        ("patient-in-room", "09:00"),
        ("anaesthesia-ready", "09:12"),
        ("time-out", "09:17"),
        ("incision", "09:20"),
        ("suture", "10:05"),
        ("patient-out", "10:15"),
        ("room-ready", "10:30"),
    ]


@pytest.mark.parametrize("setup", range(12))
def test_even_of_a_short_set_up_the_plan_does_not_run_backwards(setup: int) -> None:
    plan = planned_milestones(operation(1, "09:00", phases=PhaseMinutes(setup, 5, 0, 0)))
    assert running_backwards(plan) == ()


def test_what_is_no_operation_has_no_milestones() -> None:
    assert planned_milestones(blocked(1, "09:00", "10:00")) == {}
    assert next_milestone(blocked(1, "09:00", "10:00")) is None


@pytest.mark.parametrize(
    ("reached", "following"),
    [
        pytest.param("", Milestone.PATIENT_IN_ROOM, id="nothing-yet"),
        pytest.param("in 09:00", Milestone.ANAESTHESIA_READY, id="the-first"),
        pytest.param("in 09:00 cut 09:20", Milestone.SUTURE, id="some-passed-over"),
        pytest.param("clean 10:30", None, id="the-last"),
    ],
)
def test_the_next_milestone_comes_after_the_last_one_reached(
    reached: str, following: Milestone | None
) -> None:
    assert next_milestone(operation(1, "09:00", reached=reached)) is following


def test_times_that_run_backwards_are_named_in_pairs() -> None:
    times = {Milestone.INCISION: 100, Milestone.PATIENT_IN_ROOM: 200, Milestone.SUTURE: 100}
    assert running_backwards(times) == ((Milestone.PATIENT_IN_ROOM, Milestone.INCISION),)


@pytest.mark.parametrize(
    ("reached", "now", "expected"),
    [
        pytest.param("", "08:00", "09:00 09:20 10:05 10:15 10:30", id="planned"),
        pytest.param("in 09:04", "09:10", "09:04 09:24 10:09 10:19 10:34", id="begun-late"),
        pytest.param("in 08:55", "09:00", "08:55 09:15 10:00 10:10 10:25", id="begun-early"),
        pytest.param("in 09:00 cut 09:30", "09:40", "09:00 09:30 10:15 10:25 10:40", id="cut-late"),
        pytest.param(
            "in 09:00 cut 09:20", "10:20", "09:00 09:20 10:20 10:30 10:45", id="nothing-ahead-is-past"
        ),
        pytest.param("in 09:00 suture 10:00", "10:01", "09:00 09:20 10:00 10:10 10:25", id="cut-passed-over"),
        pytest.param(
            "in 09:00 suture 09:10", "09:11", "09:00 09:10 09:10 09:20 09:35", id="quicker-than-planned"
        ),
    ],
)
def test_what_is_ahead_keeps_its_distance_to_the_last_milestone(
    reached: str, now: str, expected: str
) -> None:
    course = progress(now, operation(1, "09:00", reached=reached)).courses[EntryId(1)]
    shown = (
        Milestone.PATIENT_IN_ROOM,
        Milestone.INCISION,
        Milestone.SUTURE,
        Milestone.PATIENT_OUT,
        Milestone.ROOM_READY,
    )
    assert " ".join(clock(course.step(each).expected) for each in shown) == expected


FIRST = operation(1, "08:00", reached="in 08:02 cut 08:20 suture 09:00 out 09:10 clean 09:20")


@pytest.mark.parametrize(
    ("now", "entries", "state"),
    [
        pytest.param("07:00", [operation(1, "08:00")], "free since - until 08:00", id="before-the-first"),
        pytest.param("09:20", [FIRST], "free since 09:20 until -", id="after-the-last"),
        pytest.param("09:25", [FIRST, operation(2, "10:00")], "free since 09:20 until 10:00", id="between"),
        pytest.param(
            "10:05", [FIRST, operation(2, "10:00")], "setup since 10:00 until 11:35", id="waited-for"
        ),
        pytest.param(
            "09:40",
            [FIRST, operation(2, "09:00")],
            "setup since 09:20 until 11:10",
            id="waited-for-since-ready",
        ),
        pytest.param(
            "08:05",
            [operation(1, "08:00", reached="in 08:02")],
            "induction since 08:02 until 09:32",
            id="induction",
        ),
        pytest.param(
            "08:20",
            [operation(1, "08:00", reached="in 08:02 ready 08:10 timeout 08:18")],
            "induction since 08:02 until 09:31",
            id="ready-for-the-incision",
        ),
        pytest.param(
            "08:30",
            [operation(1, "08:00", reached="in 08:02 cut 08:24")],
            "surgery since 08:24 until 09:34",
            id="surgery",
        ),
        pytest.param(
            "09:10",
            [operation(1, "08:00", reached="cut 08:24 suture 09:06")],
            "closing since 09:06 until 09:31",
            id="closing",
        ),
        pytest.param(
            "09:20",
            [operation(1, "08:00", reached="in 08:00 out 09:18")],
            "cleaning since 09:18 until 09:33",
            id="cleaning",
        ),
        pytest.param(
            "12:10", [blocked(1, "12:00", "13:00")], "taken since 12:00 until 13:00", id="maintenance"
        ),
        pytest.param(
            "08:30", [operation(1, "08:00")], "surgery since 08:20 until 09:30", id="nobody-keeps-count"
        ),
        pytest.param("08:10", [operation(1, "08:00")], "setup since 08:00 until 09:30", id="by-the-clock"),
    ],
)
def test_what_a_room_does_now(now: str, entries: list[Entry], state: str) -> None:
    assert says(room(now, *entries)) == state


@pytest.mark.parametrize(
    ("now", "entry", "stage"),
    [
        pytest.param("07:00", operation(2, "10:00"), Stage.PLANNED, id="ahead"),
        pytest.param("10:10", operation(2, "10:00"), Stage.PLANNED, id="due-and-waited-for"),
        pytest.param(
            "10:10", operation(2, "10:00", status=Status.CHECKED_IN), Stage.RUNNING, id="checked-in"
        ),
        pytest.param("11:40", operation(2, "10:00"), Stage.OVER, id="never-recorded"),
        pytest.param("10:10", operation(2, "10:00", reached="in 10:05"), Stage.RUNNING, id="begun"),
        pytest.param("10:10", operation(2, "10:00", reached="out 10:05"), Stage.CLEANING, id="patient-out"),
        pytest.param("10:10", operation(2, "10:00", reached="clean 10:05"), Stage.OVER, id="room-ready"),
        pytest.param(
            "10:10", operation(2, "10:00", reached="in 10:05", status=Status.FULFILLED), Stage.OVER, id="done"
        ),
    ],
)
def test_how_far_an_operation_is(now: str, entry: Entry, stage: Stage) -> None:
    assert progress(now, FIRST, entry).courses[EntryId(2)].stage is stage


def test_what_was_forgotten_is_over_when_the_next_one_begins() -> None:
    forgotten = operation(1, "08:00", reached="in 08:02 suture 09:00")
    told = progress("10:10", forgotten, operation(2, "10:00", reached="in 10:01"))
    assert told.courses[EntryId(1)].stage is Stage.OVER
    assert clock(told.courses[EntryId(1)].ends_at) == "09:25"


def test_it_never_reaches_into_the_one_that_was_begun_after_it() -> None:
    told = progress(
        "09:10",
        operation(1, "08:00", reached="in 08:02 suture 09:00"),
        operation(2, "09:30", reached="in 09:05"),
    )
    assert clock(told.courses[EntryId(1)].ends_at) == "09:05"


def test_a_room_where_nothing_is_recorded_is_never_late() -> None:
    told = room("09:20", operation(1, "08:00"), operation(2, "09:30"))
    assert told.late is None
    assert [each.late_minutes for each in told.courses] == [0, 0]


@pytest.mark.parametrize(
    ("now", "reached", "minutes"),
    [
        pytest.param("09:40", "in 09:00 cut 09:29", 0, id="nine-minutes-are-no-word-worth"),
        pytest.param("09:40", "in 09:00 cut 09:30", 10, id="ten-are"),
        pytest.param("10:30", "in 09:00 cut 09:20", 25, id="the-surgery-goes-on-and-on"),
        pytest.param("10:40", "in 09:00 out 10:38", 23, id="cleaning-late"),
    ],
)
def test_how_late_a_room_is(now: str, reached: str, minutes: int) -> None:
    assert room(now, operation(1, "09:00", reached=reached)).late_minutes == minutes


def test_one_that_is_waited_for_is_late_since_its_start() -> None:
    told = room("10:25", FIRST, operation(2, "10:00"))
    assert (told.late_minutes, told.late and told.late.entry.id) == (25, EntryId(2))


def test_another_day_has_no_now() -> None:
    told = progress("09:00", operation(1, "08:00", reached="in 08:00"), day=ZONE.day(TUESDAY))
    assert told.rooms[OP1].now is None
    told = progress("08:30", operation(1, "08:00", reached="in 08:00"))
    tomorrow = [
        replace(each.entry, starts_at=at("08:00", TUESDAY), ends_at=at("09:30", TUESDAY))
        for each in told.courses.values()
    ]
    later = progress("08:30", *tomorrow, day=ZONE.day(TUESDAY))
    assert (later.rooms[OP1].late, later.courses[EntryId(1)].stage) == (None, Stage.PLANNED)


def test_yesterday_all_is_over_however_little_was_recorded() -> None:
    told = progress("08:00", operation(1, "08:00", reached="in 08:30"))
    yesterday = replace(
        told.courses[EntryId(1)].entry,
        starts_at=at("08:00") - 86400,
        ends_at=at("09:30") - 86400,
        milestones=(),
    )
    day = ZONE.day(ZONE.day_of(yesterday.starts_at))
    assert progress("08:00", yesterday, day=day).courses[EntryId(1)].stage is Stage.OVER


def test_the_day_is_counted() -> None:
    told = progress(
        "10:20",
        FIRST,
        operation(2, "10:00", reached="in 10:12"),
        operation(3, "12:00"),
        operation(4, "09:00", KOC, SON, room=OP2, reached="in 09:20 out 10:15"),
        replace(operation(5, "12:00", KOC, SON, room=OP2), status=Status.CANCELLED),
        replace(operation(6, "12:00", KOC, ANA, room=OP2), allocations=()),
    )
    assert [told.count(each) for each in Stage] == [1, 1, 1, 1]
    assert told.late_count == 1


def test_an_appointment_in_the_room_is_no_operation() -> None:
    entry = replace(operation(1, "08:00"), kind=EntryKind.APPOINTMENT, phases=None)
    told = progress("08:10", entry)
    assert told.courses == {}
    assert says(told.rooms[OP1]) == "taken since 08:00 until 09:30"
