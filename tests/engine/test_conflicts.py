"""What speaks against an entry, as a receptionist would meet it; by definition in test_check_by_minute."""

from dataclasses import replace

import pytest

from praxidesk.engine.conflicts import check, guarded, reach, unmet_needs
from praxidesk.engine.offerings import Need
from praxidesk.engine.practice import DEFAULT_POLICY
from praxidesk.engine.requests import Participant
from praxidesk.engine.vocabulary import (
    ConflictKind,
    EntryKind,
    Role,
    Severity,
    Status,
)
from tests.engine.diary import (
    ANA,
    CHECKUP,
    KOC,
    LONG_AGO,
    OP1,
    PATIENT,
    PRACTICE,
    R1,
    R2,
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

# People, needs, the past


def test_an_actor_who_is_gone_is_inactive() -> None:
    practice = with_actor(KOC, active=False)
    assert found(planned(visit("09:00-09:30", KOC)), practice=practice) == ["inactive KOC 09:00-09:30"]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        pytest.param(who(WEB, R1), [], id="whom-the-type-needs"),
        pytest.param(
            (Participant(ANA, Role.PRACTITIONER), *who(R1)),
            ["not_qualified ANA practitioner 09:00-09:10", "need_unmet practitioner 09:00-09:10"],
            id="not-the-role-nor-the-specialty",
        ),
        pytest.param(
            who(WEB, OP1),
            ["not_qualified OP1 room 09:00-09:10", "need_unmet room 09:00-09:10"],
            id="a-room-of-another-kind",
        ),
        pytest.param((*who(WEB, R1), Participant(KOC, Role.ASSISTANT)), [], id="a-role-nobody-asked-for"),
        pytest.param(
            (*who(WEB, R1), Participant(ANA, Role.ASSISTANT)),
            ["not_qualified ANA assistant 09:00-09:10"],
            id="a-role-that-is-not-hers",
        ),
        pytest.param(who(WEB), ["need_unmet room 09:00-09:10"], id="no-room"),
        pytest.param((), ["need_unmet practitioner 09:00-09:10", "need_unmet room 09:00-09:10"], id="nobody"),
    ],
)
def test_needs_ask_for_the_right_people(people: tuple[Participant, ...], expected: list[str]) -> None:
    request = replace(visit("09:00-09:10", type=CHECKUP), participants=people)
    assert found(planned(request)) == expected


def test_who_is_not_qualified_is_told_by_contiguous_part() -> None:
    parts = tuple(Participant(ANA, Role.ASSISTANT, start, 10) for start in (0, 10, 25))
    proposal = planned(replace(visit("09:00-10:00"), participants=parts))
    assert found(proposal) == [
        "not_qualified ANA assistant 09:00-09:20",
        "not_qualified ANA assistant 09:25-09:35",
    ]


def test_needs_are_met_by_as_many_as_can_meet_them() -> None:
    """R1 could meet both needs, R2 only the second: R1 must not be used up for it."""
    service = replace(
        PRACTICE.types[VISIT], need=(Need(Role.ROOM, category="consulting"), Need(Role.ROOM, any_of=("R1",)))
    )
    practice = replace(PRACTICE, types={VISIT: service})
    assert unmet_needs(practice, planned(visit("09:00-09:30", R1, R2), practice)) == ()
    assert unmet_needs(practice, planned(visit("09:00-09:30", R1), practice)) == (Role.ROOM,)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("09:00", [], id="just-now"),
        pytest.param("09:10", ["in_the_past 09:00-09:10"], id="already-begun"),
        pytest.param("12:00", ["in_the_past 09:00-09:30"], id="all-over"),
    ],
)
def test_the_past_is_told(now: str, expected: list[str]) -> None:
    assert found(planned(visit("09:00-09:30", KOC)), now=at(now)) == expected


# What the practice makes of it


def test_the_practice_weighs_conflicts() -> None:
    changes = {ConflictKind.OUTSIDE_HOURS: Severity.WARNING, ConflictKind.NEED_UNMET: Severity.OFF}
    practice = replace(PRACTICE, policy={**DEFAULT_POLICY, **changes})
    conflicts = check(practice, ZONE, planned(visit("11:55-12:05", WEB, type=CHECKUP)), [], LONG_AGO)
    assert [(each.kind, each.severity) for each in conflicts] == [
        (ConflictKind.OUTSIDE_HOURS, Severity.WARNING)
    ]


def test_warnings_by_default_are_these() -> None:
    assert {kind for kind, severity in DEFAULT_POLICY.items() if severity is Severity.WARNING} == {
        ConflictKind.NO_HOURS,
        ConflictKind.IN_THE_PAST,
        ConflictKind.NEED_UNMET,
        ConflictKind.POSSIBLE_DUPLICATE,
        ConflictKind.TENTATIVE,
    }


def test_only_what_clashes_goes_unguarded() -> None:
    proposal = planned(visit("09:00-09:30", KOC, R1), patient=PATIENT)
    conflicts = check(PRACTICE, ZONE, proposal, [taken("09:15-10:00", KOC)], LONG_AGO)
    assert [each.blocking for each in guarded(proposal, conflicts).allocations] == [False, True, True]
    assert guarded(proposal, []) == proposal


def test_a_clash_that_is_switched_off_goes_unguarded_too() -> None:
    practice = replace(PRACTICE, policy={**DEFAULT_POLICY, ConflictKind.BLOCKOUT: Severity.OFF})
    proposal = planned(visit("09:00-09:30", KOC, R1))
    meeting = taken("09:15-10:00", KOC, kind=EntryKind.BLOCKOUT)
    conflicts = check(practice, ZONE, proposal, [meeting], LONG_AGO)
    assert conflicts == []
    assert [each.blocking for each in guarded(proposal, conflicts, [meeting]).allocations] == [False, True]


def test_what_does_not_occupy_goes_unguarded() -> None:
    proposal = planned(visit("09:00-09:30", KOC, status=Status.PENDING))
    assert [each.blocking for each in guarded(proposal, []).allocations] == [False]


def test_the_check_reaches_as_far_as_the_longest_buffer() -> None:
    assert wall(reach(PRACTICE, ZONE, planned(visit("09:00-09:30", KOC))).span) == "08:45-09:45"
