"""What is offered beside a refusal; by definition in test_slots_by_trial."""

from dataclasses import replace

import pytest

from praxidesk.engine.alternatives import actors, alternatives, apart, nearest_first
from praxidesk.engine.entries import Taken
from praxidesk.engine.outcomes import Slot
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.vocabulary import ConflictKind, EntryId, EntryKind, Role, Severity
from tests.engine.diary import (
    ANA,
    ARM,
    CHECKUP,
    KNEE,
    KOC,
    LONG_AGO,
    OP1,
    PATIENT,
    PRACTICE,
    R1,
    R2,
    TEAM,
    WEB,
    ZONE,
    at,
    away,
    planned,
    taken,
    visit,
    weekly,
    with_actor,
    with_hours,
)

CODES = {actor_id: actor.code for actor_id, actor in PRACTICE.actors.items()}


def offered(
    proposal: Proposal, *others: Taken, practice: Practice = PRACTICE, now: int = LONG_AGO
) -> list[str]:
    return [words(slot) for slot in alternatives(practice, ZONE, proposal, others, now)]


def words(slot: Slot) -> str:
    return " ".join([f"{ZONE.local(slot.starts_at):%a %H:%M}", *(CODES[p.actor] for p in slot.participants)])


@pytest.mark.parametrize(
    ("wanted", "others", "expected"),
    [
        pytest.param(
            "09:20-09:50", [taken("09:00-09:30", KOC), taken("09:30-10:00", KOC, 2)],
            ["Mon 10:00 KOC", "Mon 10:05 KOC", "Mon 08:30 KOC"], id="the-nearest-on-both-sides",
        ),
        pytest.param(
            "09:30-10:00", [taken("09:30-10:00", KOC)],
            ["Mon 09:00 KOC", "Mon 10:00 KOC", "Mon 08:55 KOC"], id="of-two-equally-near-the-earlier",
        ),
        pytest.param(
            "15:45-16:15", [], ["Mon 15:30 KOC", "Mon 15:25 KOC", "Mon 15:20 KOC"], id="back-into-hours"
        ),
        pytest.param(
            "09:01-09:31", [taken("09:15-09:20", KOC)],
            ["Mon 08:45 KOC", "Mon 09:20 KOC", "Mon 08:40 KOC"], id="on-the-grid-whatever-the-wish",
        ),
        pytest.param(
            "08:00-16:00", [taken("09:00-10:00", KOC)],
            ["Tue 08:00 KOC", "Wed 08:00 KOC", "Fri 08:00 KOC"], id="another-day",
        ),
    ],
)  # fmt: skip
def test_the_same_people_at_the_nearest_time(wanted: str, others: list[Taken], expected: list[str]) -> None:
    assert offered(planned(visit(wanted, KOC)), *others) == expected


def test_of_overlapping_times_with_the_same_people_one_is_a_choice() -> None:
    proposal = planned(visit("09:30-10:00", KOC), patient=PATIENT)
    busy = [taken("09:30-10:00", KOC), taken("10:40-16:00", KOC, 2)]
    found = nearest_first(PRACTICE, ZONE, proposal, busy, at("07:00"))
    assert [words(each) for each in apart(found, 4)] == [
        "Mon 09:00 KOC", "Mon 10:00 KOC", "Mon 08:30 KOC", "Mon 08:00 KOC",
    ]  # fmt: skip


def test_nothing_in_the_past_is_offered() -> None:
    proposal = planned(visit("09:30-10:00", KOC))
    assert offered(proposal, taken("09:30-10:00", KOC), now=at("09:30")) == [
        "Mon 10:00 KOC", "Mon 10:05 KOC", "Mon 10:10 KOC",
    ]  # fmt: skip


def test_the_patient_must_be_free_as_well() -> None:
    proposal = planned(visit("09:30-10:00", KOC), patient=PATIENT)
    others = [taken("09:30-10:00", KOC), taken("08:00-12:00", PATIENT, 2)]
    assert offered(proposal, *others)[0] == "Mon 12:00 KOC"


def test_substitutes_come_where_the_same_people_have_too_little_time() -> None:
    on_leave = with_hours(KOC, absences=(away("2026-11-01", "2027-01-01"),))
    proposal = planned(visit("09:00-09:10", KOC, R1, type=CHECKUP))
    assert offered(proposal, practice=on_leave) == [
        "Mon 09:00 WEB R1",
        "Mon 09:00 WEB R2",
        "Mon 08:55 WEB R1",
    ]
    assert offered(planned(visit("09:00-09:10", KOC)), practice=on_leave) == []


def test_the_same_people_come_before_substitutes() -> None:
    once = with_hours(
        KOC,
        hours=weekly("wed", "09:00-09:10"),
        absences=(away("2026-11-01", "2026-11-23"), away("2026-11-28", "2027-01-01")),
    )
    proposal = planned(visit("09:00-09:10", KOC, R1, type=CHECKUP))
    assert offered(proposal, practice=once) == ["Wed 09:00 KOC R1", "Mon 09:00 WEB R1", "Mon 09:00 WEB R2"]


def test_whom_the_desk_chose_it_may_choose_anew() -> None:
    others = [taken("09:00-12:00", KOC), taken("09:00-09:20", WEB, 2)]
    proposal = planned(visit("09:00-09:10", KOC, R1, type=CHECKUP))
    assert offered(proposal, *others)[0] == "Mon 08:45 KOC R1"
    found = alternatives(PRACTICE, ZONE, proposal, others, at("09:00"), chosen={KOC})
    assert [(each.starts_at, each.participants[0].actor, each.participants[1].actor) for each in found] == [
        (at("09:20"), WEB, R1),
        (at("09:25"), WEB, R1),
        (at("09:30"), WEB, R1),
    ]


def test_an_operation_keeps_the_part_of_each() -> None:
    people = (*TEAM[:3], Participant(ARM, Role.DEVICE, 30, 20))
    request = BookRequest(EntryKind.OPERATION, at("10:00"), people, procedure=KNEE)
    # The surgeon is free again from 10:25, and needed 20 minutes after the start.
    others = [taken("10:20-10:25", WEB), taken("08:00-10:00", OP1, 2)]
    assert offered(planned(request), *others)[0] == "Mon 10:05 WEB ANA OP1 ARM"
    [first, *_] = alternatives(PRACTICE, ZONE, planned(request), others, LONG_AGO)
    assert first.participants == people


def test_who_is_gone_or_unqualified_is_replaced() -> None:
    gone = with_actor(KOC, active=False)
    assert (
        offered(planned(visit("09:00-09:10", KOC, R1, type=CHECKUP)), practice=gone)[0] == "Mon 09:00 WEB R1"
    )
    wrong = replace(visit("09:00-09:10", type=CHECKUP), participants=(
        Participant(ANA, Role.PRACTITIONER), Participant(R1, Role.ROOM)))  # fmt: skip
    assert offered(planned(wrong))[0] == "Mon 09:00 KOC R1"


@pytest.mark.parametrize("weight", [Severity.WARNING, Severity.OFF])
def test_whom_the_practice_lets_do_what_they_cannot_is_offered_other_times(weight: Severity) -> None:
    policy = dict(PRACTICE.policy) | {ConflictKind.INACTIVE: weight, ConflictKind.NOT_QUALIFIED: weight}
    practice = replace(with_actor(KOC, active=False), policy=policy)
    assert offered(planned(visit("09:00-09:30", KOC)), practice=practice)[0] == "Mon 09:00 KOC"
    wrong = replace(visit("09:00-09:30"), participants=(Participant(ANA, Role.PRACTITIONER),))
    busy = taken("09:00-09:10", ANA)
    assert offered(planned(wrong), busy, practice=practice)[0] == "Mon 09:10 ANA"
    assert offered(planned(wrong), busy, practice=with_actor(KOC)) == []


def test_an_entry_may_move_into_its_own_time() -> None:
    proposal = replace(planned(visit("09:15-09:45", KOC)), entry=EntryId(1))
    others = [taken("09:00-09:30", KOC, 1), taken("09:30-10:30", KOC, 2)]
    assert offered(proposal, *others)[0] == "Mon 09:00 KOC"


def test_nothing_is_offered_where_14_days_hold_nothing() -> None:
    closed = with_hours(None, absences=(away("2026-11-01", "2027-01-01"),))
    assert offered(planned(visit("09:00-09:30", KOC)), practice=closed) == []
    early = with_hours(None, absences=(away("2026-11-01", "2026-12-07T09:00"),))
    assert offered(planned(visit("09:00-09:30", KOC)), practice=early) == ["Mon 09:00 KOC"]


def test_who_may_matter_is_known_before() -> None:
    proposal = planned(visit("09:00-09:10", KOC, R1, type=CHECKUP), patient=PATIENT)
    assert actors(PRACTICE, proposal) == (WEB, KOC, R1, R2, PATIENT)
    assert actors(PRACTICE, planned(visit("09:00-09:30", KOC))) == (KOC,)
