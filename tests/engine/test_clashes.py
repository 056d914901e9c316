"""Where an entry meets others: shared time, gaps, the way, and what is taken behind each use."""

from dataclasses import replace

import pytest

from praxidesk.engine.clashes import buffers_of, margins
from praxidesk.engine.conflicts import reach
from praxidesk.engine.practice import DEFAULT_POLICY, Practice
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.vocabulary import (
    ConflictKind,
    EntryId,
    EntryKind,
    Role,
    ServiceId,
    Severity,
    Status,
    TypeId,
)
from tests.engine.diary import (
    BUFFERED,
    CHECKUP,
    KNEE,
    KOC,
    OP1,
    PATIENT,
    PRACTICE,
    R1,
    R2,
    TEAM,
    VISIT,
    WEB,
    ZONE,
    at,
    found,
    planned,
    taken,
    visit,
    wall,
    who,
    with_actor,
)

# Other entries


@pytest.mark.parametrize(
    ("booked", "wanted", "clash"),
    [
        pytest.param("09:00-09:30", "09:30-10:00", None, id="back-to-back"),
        pytest.param("09:30-10:00", "09:00-09:30", None, id="right-before"),
        pytest.param("09:00-09:30", "09:29-10:00", "09:29-09:30", id="one-minute-shared"),
        pytest.param("09:00-10:00", "09:15-09:45", "09:15-09:45", id="inside"),
        pytest.param("09:15-09:45", "09:00-10:00", "09:15-09:45", id="around"),
        pytest.param("09:00-09:30", "09:00-09:30", "09:00-09:30", id="the-same-time"),
        pytest.param("08:30-09:15", "09:00-09:30", "09:00-09:15", id="overlapping-start"),
        pytest.param("09:15-10:30", "09:00-09:30", "09:15-09:30", id="overlapping-end"),
    ],
)
def test_entries_of_one_room_clash_when_they_share_time(booked: str, wanted: str, clash: str | None) -> None:
    expected = [f"room_busy R1 {clash} by 1"] if clash else []
    assert found(planned(visit(wanted, R1)), taken(booked, R1)) == expected


def test_every_actor_and_every_other_entry_is_named() -> None:
    proposal = planned(visit("09:20-09:50", KOC, R1), patient=PATIENT)
    assert found(
        proposal,
        taken("09:30-10:00", KOC, 2),
        taken("09:00-09:30", PATIENT, 1),
        taken("09:00-09:30", R1, 1),
        taken("09:00-09:30", KOC, 1),
        taken("09:00-09:30", R2, 3),
    ) == [
        "practitioner_busy KOC 09:20-09:30 by 1",
        "room_busy R1 09:20-09:30 by 1",
        "patient_busy patient 09:20-09:30 by 1",
        "practitioner_busy KOC 09:30-09:50 by 2",
    ]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(["08:00-08:10", "08:10-08:20"], ["08:00-08:20"], id="touching-parts-are-one"),
        pytest.param(
            ["08:00-08:10", "08:15-08:20"], ["08:00-08:10", "08:15-08:20"], id="parts-apart-are-two"
        ),
    ],
)
def test_shared_time_is_told_by_contiguous_stretch(parts: list[str], expected: list[str]) -> None:
    others = [taken(each, R1) for each in parts]
    assert found(planned(visit("08:00-09:00", R1)), *others) == [
        f"room_busy R1 {each} by 1" for each in expected
    ]


def test_own_parts_that_touch_meet_another_entry_once() -> None:
    twice = (Participant(KOC, Role.PRACTITIONER, 0, 15), Participant(KOC, Role.ASSISTANT, 15, 15))
    proposal = planned(replace(visit("09:00-09:30"), participants=twice))
    assert found(proposal, taken("09:10-09:20", KOC)) == ["practitioner_busy KOC 09:10-09:20 by 1"]


def test_who_is_taken_for_a_part_is_free_for_the_rest() -> None:
    surgery = planned(BookRequest(EntryKind.OPERATION, at("08:00"), TEAM, procedure=KNEE), patient=PATIENT)
    around = [
        taken("07:50-08:20", WEB, 1),
        taken("09:15-09:45", PATIENT, 2),
        taken("07:00-08:00", OP1, 3),
    ]
    assert found(surgery, *around) == []
    assert found(surgery, taken("07:50-08:21", WEB, 4)) == ["practitioner_busy WEB 08:20-08:21 by 4"]


def test_an_entry_never_conflicts_with_itself() -> None:
    proposal = replace(planned(visit("09:00-09:30", KOC, type=BUFFERED)), entry=EntryId(1))
    assert found(proposal, taken("09:10-09:40", KOC, 1), taken("08:00-08:58", KOC, 1)) == []


def test_who_meets_a_blockout_gets_its_kind() -> None:
    meeting = taken("09:00-10:00", KOC, kind=EntryKind.BLOCKOUT)
    assert found(planned(visit("09:30-10:30", KOC)), meeting) == ["blockout KOC 09:30-10:00 by 1"]
    blockout = BookRequest(EntryKind.BLOCKOUT, at("09:00"), who(KOC), minutes=30)
    assert found(planned(blockout), taken("09:15-09:45", KOC)) == ["practitioner_busy KOC 09:15-09:30 by 1"]


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        pytest.param(Status.BOOKED, Status.PENDING, ["tentative KOC 09:15-09:30 by 1"], id="theirs-is"),
        pytest.param(Status.PROPOSED, Status.BOOKED, ["tentative KOC 09:15-09:30 by 1"], id="ours-is"),
        pytest.param(Status.WAITLIST, Status.WAITLIST, ["tentative KOC 09:15-09:30 by 1"], id="both-are"),
        pytest.param(
            Status.CHECKED_IN, Status.FULFILLED, ["practitioner_busy KOC 09:15-09:30 by 1"], id="none-is"
        ),
        pytest.param(Status.CANCELLED, Status.BOOKED, [], id="cancelled-meets-nothing"),
        pytest.param(Status.NOSHOW, Status.BOOKED, [], id="nor-does-a-no-show"),
        pytest.param(Status.ENTERED_IN_ERROR, Status.BOOKED, [], id="nor-an-error"),
    ],
)
def test_tentative_entries_meet_others_only_as_a_warning(
    ours: Status, theirs: Status, expected: list[str]
) -> None:
    proposal = planned(visit("09:00-09:30", KOC, status=ours))
    assert found(proposal, taken("09:15-10:00", KOC, status=theirs)) == expected


# Gaps


@pytest.mark.parametrize(
    ("booked", "wanted", "gap"),
    [
        pytest.param("10:00-10:20", "10:20-10:40", "10:20-10:20", id="touching"),
        pytest.param("10:00-10:20", "10:34-10:50", "10:20-10:34", id="a-minute-short"),
        pytest.param("10:00-10:20", "10:35-10:50", None, id="the-larger-buffer-not-the-sum"),
        pytest.param("10:00-10:20", "09:31-09:46", "09:46-10:00", id="before-it"),
        pytest.param("10:00-10:20", "09:25-09:45", None, id="far-enough-before"),
    ],
)
def test_the_gap_is_the_larger_of_two_buffers(booked: str, wanted: str, gap: str | None) -> None:
    proposal = planned(visit(wanted, KOC, type=BUFFERED))
    expected = [f"gap_too_short KOC {gap} by 1"] if gap else []
    assert found(proposal, taken(booked, KOC, type=BUFFERED)) == expected


@pytest.mark.parametrize(
    ("booked", "wanted", "expected"),
    [
        pytest.param("10:00-10:20", "10:25-10:55", ["gap_too_short KOC 10:20-10:25 by 1"], id="only-theirs"),
        pytest.param("10:00-10:20", "10:35-11:05", [], id="theirs-kept"),
        pytest.param("10:00-10:20", "09:25-09:55", ["gap_too_short KOC 09:55-10:00 by 1"], id="their-before"),
        pytest.param(
            "10:00-10:20", "10:10-10:40", ["practitioner_busy KOC 10:10-10:20 by 1"], id="an-overlap"
        ),
    ],
)
def test_the_buffers_of_the_other_entry_count_too(booked: str, wanted: str, expected: list[str]) -> None:
    assert found(planned(visit(wanted, KOC)), taken(booked, KOC, type=BUFFERED)) == expected


def test_a_patient_needs_no_gap() -> None:
    proposal = planned(visit("10:20-10:50", WEB), patient=PATIENT)
    assert found(proposal, taken("10:00-10:20", PATIENT, type=BUFFERED)) == []


def test_a_tentative_neighbour_needs_no_gap() -> None:
    proposal = planned(visit("10:20-10:50", KOC, type=BUFFERED))
    assert found(proposal, taken("10:00-10:20", KOC, status=Status.PENDING, type=BUFFERED)) == []


def test_a_blockout_is_a_neighbour_too() -> None:
    proposal = planned(visit("10:00-10:20", KOC, type=BUFFERED))
    meeting = taken("09:00-09:55", KOC, kind=EntryKind.BLOCKOUT)
    assert found(proposal, meeting) == ["gap_too_short KOC 09:55-10:00 by 1"]


def test_only_the_nearest_of_those_too_near_is_named() -> None:
    proposal = planned(visit("10:00-10:20", KOC, type=BUFFERED))
    behind, between = taken("09:40-09:52", KOC, 1), taken("09:52-09:58", KOC, 2)
    assert found(proposal, behind, between) == ["gap_too_short KOC 09:58-10:00 by 2"]
    assert found(proposal, behind) == ["gap_too_short KOC 09:52-10:00 by 1"]


def test_a_gap_is_asked_for_the_part() -> None:
    request = replace(
        visit("09:00-10:00", type=BUFFERED), participants=(Participant(KOC, Role.PRACTITIONER, 20, 20),)
    )
    assert found(planned(request), taken("09:00-09:10", KOC)) == []
    assert found(planned(request), taken("09:00-09:11", KOC)) == ["gap_too_short KOC 09:11-09:20 by 1"]


# Ways


def on_the_way(practice: Practice = PRACTICE, **changes: int) -> Practice:
    """A practice in which a visit is one to somebody's home, twenty minutes away."""
    home = replace(practice.types[VISIT], travel=20, **changes)  # type: ignore[arg-type]
    return replace(practice, types={**practice.types, VISIT: home})


@pytest.mark.parametrize(
    ("booked", "wanted", "gap"),
    [
        pytest.param("10:00-10:20", "10:20-10:40", "10:20-10:20", id="touching"),
        pytest.param("10:00-10:20", "10:39-10:50", "10:20-10:39", id="a-minute-short"),
        pytest.param("10:00-10:20", "10:40-10:50", None, id="just-long-enough"),
        pytest.param("10:00-10:20", "09:30-09:41", "09:41-10:00", id="on-the-way-there"),
        pytest.param("10:00-10:20", "09:30-09:40", None, id="there-in-time"),
    ],
)
@pytest.mark.parametrize("types", [(VISIT, VISIT), (VISIT, CHECKUP), (CHECKUP, VISIT)])
def test_the_way_to_a_home_takes_its_time(
    booked: str, wanted: str, gap: str | None, types: tuple[TypeId, TypeId]
) -> None:
    """Once between two entries, whichever of them is away from the house: not there and back."""
    practice = on_the_way()
    checkup = replace(practice.types[CHECKUP], buffer_after=0, need=())
    practice = replace(practice, types={**practice.types, CHECKUP: checkup})
    proposal = planned(visit(wanted, KOC, type=types[1]), practice)
    expected = [f"travel_too_short KOC {gap} by 1"] if gap else []
    assert found(proposal, taken(booked, KOC, type=types[0]), practice=practice) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param("10:29-10:49", ["gap_too_short KOC 10:20-10:29 by 1"], id="too-short-for-both"),
        pytest.param("10:30-10:50", ["travel_too_short KOC 10:20-10:30 by 1"], id="only-for-the-way"),
        pytest.param("10:40-11:00", [], id="the-longer-of-the-two"),
        pytest.param("10:10-10:40", ["practitioner_busy KOC 10:10-10:20 by 1"], id="an-overlap-is-no-gap"),
    ],
)
def test_the_way_is_not_added_to_the_buffer(wanted: str, expected: list[str]) -> None:
    practice = on_the_way(buffer_before=10)
    proposal = planned(visit(wanted, KOC), practice)
    assert found(proposal, taken("10:00-10:20", KOC), practice=practice) == expected


def test_a_buffer_longer_than_the_way_is_kept_too() -> None:
    practice = on_the_way(buffer_after=30)
    proposal = planned(visit("10:45-11:00", KOC), practice)
    assert found(proposal, taken("10:00-10:20", KOC), practice=practice) == [
        "gap_too_short KOC 10:20-10:45 by 1"
    ]


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        pytest.param({ConflictKind.GAP_TOO_SHORT: Severity.OFF}, ["travel_too_short"], id="gaps-off"),
        pytest.param(
            {ConflictKind.GAP_TOO_SHORT: Severity.WARNING}, ["travel_too_short"], id="gaps-softened"
        ),
        pytest.param(
            {ConflictKind.TRAVEL_TOO_SHORT: Severity.WARNING}, ["gap_too_short"], id="ways-softened"
        ),
        pytest.param({ConflictKind.TRAVEL_TOO_SHORT: Severity.OFF}, ["gap_too_short"], id="ways-off"),
        pytest.param(
            {ConflictKind.GAP_TOO_SHORT: Severity.OFF, ConflictKind.TRAVEL_TOO_SHORT: Severity.OFF},
            [],
            id="off",
        ),
    ],
)
def test_of_gap_and_way_what_weighs_more_is_named(
    policy: dict[ConflictKind, Severity], expected: list[str]
) -> None:
    practice = replace(on_the_way(buffer_before=10), policy={**DEFAULT_POLICY, **policy})
    proposal = planned(visit("10:25-10:45", KOC), practice)
    lines = found(proposal, taken("10:00-10:20", KOC), practice=practice)
    assert lines == [f"{kind} KOC 10:20-10:25 by 1" for kind in expected]


def test_only_practitioners_are_on_their_way() -> None:
    practice = on_the_way()
    proposal = planned(visit("10:20-10:40", R1), practice, patient=PATIENT)
    others = [taken("10:00-10:20", R1), taken("10:00-10:20", PATIENT)]
    assert found(proposal, *others, practice=practice) == []


def test_nobody_is_on_the_way_to_what_is_only_tentative() -> None:
    practice = on_the_way()
    pending = taken("10:00-10:20", KOC, status=Status.PENDING)
    assert found(planned(visit("10:20-10:40", KOC), practice), pending, practice=practice) == []
    ours = planned(visit("10:20-10:40", KOC, status=Status.PENDING), practice)
    assert found(ours, taken("10:00-10:20", KOC), practice=practice) == []


def test_there_is_a_way_to_a_meeting_and_it_may_lie_outside_the_hours() -> None:
    practice = on_the_way()
    meeting = taken("09:00-09:50", KOC, kind=EntryKind.BLOCKOUT)
    assert found(planned(visit("10:00-10:20", KOC), practice), meeting, practice=practice) == [
        "travel_too_short KOC 09:50-10:00 by 1"
    ]
    assert found(planned(visit("08:00-08:20", KOC), practice), practice=practice) == []


def test_only_the_nearest_way_is_named() -> None:
    practice = on_the_way()
    behind, between = taken("09:40-09:50", KOC, 1), taken("09:50-09:55", KOC, 2)
    proposal = planned(visit("10:00-10:20", KOC), practice)
    assert found(proposal, behind, between, practice=practice) == ["travel_too_short KOC 09:55-10:00 by 2"]
    assert found(proposal, behind, practice=practice) == ["travel_too_short KOC 09:50-10:00 by 1"]


def test_the_check_reaches_as_far_as_the_longest_way() -> None:
    practice = on_the_way()
    assert wall(reach(practice, ZONE, planned(visit("09:00-09:30", KOC), practice)).span) == "08:40-09:50"


def test_searches_keep_the_way_free_for_practitioners_alone() -> None:
    practice = on_the_way(buffer_after=30)
    own = buffers_of(practice, ServiceId(VISIT))
    assert margins(practice, own, KOC, ServiceId(0), 1) == (30 * 60, 20 * 60)
    assert margins(practice, own, R1, ServiceId(0), 1) == (30 * 60, 0)
    assert margins(practice, own, PATIENT, ServiceId(VISIT), 1) == (0, 0)
    assert margins(practice, own, KOC, ServiceId(VISIT), 0) is None


# Turnover


@pytest.mark.parametrize(
    ("booked", "wanted", "expected"),
    [
        pytest.param("10:00-10:20", "09:30-09:45", None, id="cleaned-just-in-time"),
        pytest.param("10:00-10:20", "09:30-09:46", "10:00-10:01", id="a-minute-late"),
        pytest.param("10:00-10:20", "09:30-10:00", "10:00-10:15", id="into-the-next-one"),
        pytest.param("10:00-10:20", "10:20-10:50", None, id="the-other-has-had-its-own"),
    ],
)
def test_turnover_takes_the_room(booked: str, wanted: str, expected: str | None) -> None:
    practice = with_actor(R1, turnover=15)
    proposal = planned(visit(wanted, KOC, R1), practice)
    lines = found(proposal, taken(booked, R1), taken(booked, KOC, 2), practice=practice)
    assert [line for line in lines if "R1" in line] == ([f"room_busy R1 {expected} by 1"] if expected else [])


def test_turnover_may_lie_outside_the_hours() -> None:
    practice = with_actor(OP1, with_actor(R1, turnover=15), turnover=15)
    assert found(planned(visit("17:30-18:00", R1), practice), practice=practice) == []
    assert found(planned(visit("15:30-16:00", OP1), practice), practice=practice) == []
    assert found(planned(visit("15:31-16:01", OP1), practice), practice=practice) == [
        "outside_hours OP1 16:00-16:01"
    ]


def test_who_is_gone_is_gone_for_the_part_and_not_for_its_turnover() -> None:
    practice = with_actor(R1, turnover=15, active=False)
    assert found(planned(visit("09:00-09:30", R1), practice), practice=practice) == [
        "inactive R1 09:00-09:30"
    ]


def test_the_buffer_begins_after_the_turnover() -> None:
    practice = with_actor(R1, turnover=15)
    proposal = planned(visit("09:00-09:30", R1, type=BUFFERED), practice)
    assert found(proposal, taken("10:00-10:30", R1), practice=practice) == []
    assert found(proposal, taken("09:59-10:30", R1), practice=practice) == [
        "gap_too_short R1 09:45-09:59 by 1"
    ]
