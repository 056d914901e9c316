"""Who is taken from when to when."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.occupancy import participants_of, plan, replan, with_turnovers
from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest, MoveRequest, Participant
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import (
    ActorId,
    EntryId,
    EntryKind,
    Phase,
    ProcedureId,
    Role,
    Status,
    TypeId,
)
from tests.engine.by_minute import turned_over
from tests.engine.campaign import examples
from tests.engine.diary import (
    ANA,
    ARM,
    AUTUMN,
    BUFFERED,
    KNEE,
    KOC,
    MONDAY,
    OP1,
    PATIENT,
    PRACTICE,
    R1,
    R2,
    SPRING,
    VISIT,
    WEB,
    ZONE,
    at,
    planned,
    visit,
    wall,
    who,
    with_actor,
)
from tests.engine.proposals import BLOCKOUT, OPERATION, fields, parts, stored
from tests.engine.strategies import DAYS, practices, requests


def test_an_appointment_takes_everybody_for_all_of_it() -> None:
    proposal = planned(visit("09:00-09:30", WEB, R1), patient=PATIENT)
    assert parts(proposal) == ["WEB 09:00-09:30", "R1 09:00-09:30", "patient 09:00-09:30"]
    assert all(each.blocking and not each.own_part for each in proposal.allocations)
    assert proposal.allocations[-1].role is Role.PATIENT


def test_an_appointment_lasts_as_long_as_its_type_says() -> None:
    proposal = planned(replace(visit("09:00-09:30", WEB, type=BUFFERED), minutes=None))
    assert wall(proposal.span) == "09:00-09:20"


def test_an_operation_takes_each_for_its_phases() -> None:
    proposal = planned(OPERATION, patient=PATIENT)
    assert wall(proposal.span) == "08:00-09:30"
    assert parts(proposal) == [
        "WEB 08:20-09:15",
        "ANA 08:00-09:15",
        "OP1 08:00-09:30",
        "ARM 08:20-09:05",
        "patient 08:00-09:15",
    ]


@pytest.mark.parametrize(
    ("phases", "expected"),
    [
        pytest.param({Phase.SURGERY: 90}, ["WEB 08:20-10:00", "ARM 08:20-09:50"], id="a-longer-surgery"),
        pytest.param({Phase.SETUP: 0}, ["WEB 08:00-08:55", "ARM 08:00-08:45"], id="no-setup"),
        pytest.param({Phase.SURGERY: 0}, ["WEB 08:20-08:30"], id="nobody-is-taken-for-a-phase-of-no-length"),
    ],
)
def test_phases_may_differ(phases: Mapping[Phase, int], expected: list[str]) -> None:
    found = parts(planned(replace(OPERATION, phases=phases)))
    assert [each for each in found if each.startswith(("WEB", "ARM"))] == expected


def test_the_nth_participant_of_a_role_takes_the_phases_of_its_nth_need() -> None:
    knee = PRACTICE.procedures[KNEE]
    needs = (
        Need(Role.ASSISTANT, phases=(Phase.CLEANING, Phase.SETUP)),
        Need(Role.ROOM),
        Need(Role.ASSISTANT, phases=(Phase.CLOSING, Phase.SURGERY)),
    )
    practice = replace(PRACTICE, procedures={KNEE: replace(knee, need=needs)})
    request = replace(
        OPERATION,
        participants=(
            Participant(WEB, Role.ASSISTANT),
            Participant(KOC, Role.ASSISTANT),
            Participant(ANA, Role.ASSISTANT),
            Participant(ARM, Role.DEVICE),
        ),
    )
    assert parts(planned(request, practice)) == [
        "WEB 08:00-08:20",  # set-up and cleaning lie apart: two allocations
        "WEB 09:15-09:30",
        "KOC 08:20-09:15",  # surgery and closing are neighbours: one
        "ANA 08:00-09:30",  # beyond the last need of the role: all of it
        "ARM 08:00-09:30",  # a role that no need names: all of it
    ]
    no_surgery = replace(request, phases={Phase.SURGERY: 0, Phase.CLOSING: 0})
    assert parts(planned(no_surgery, practice))[:2] == ["WEB 08:00-08:35", "ANA 08:00-08:35"]


@pytest.mark.parametrize(
    ("from_minute", "minutes", "expected"),
    [
        pytest.param(30, 20, "WEB 08:30-08:50", id="from-and-minutes"),
        pytest.param(30, None, "WEB 08:30-09:30", id="to-the-end"),
        pytest.param(None, 20, "WEB 08:00-08:20", id="from-the-start"),
        pytest.param(0, 90, "WEB 08:00-09:30", id="all-of-it"),
    ],
)
def test_an_own_part_wins_over_phases(from_minute: int | None, minutes: int | None, expected: str) -> None:
    request = replace(OPERATION, participants=(Participant(WEB, Role.SURGEON, from_minute, minutes),))
    proposal = planned(request)
    assert parts(proposal) == [expected]
    assert proposal.allocations[0].own_part


def test_the_patient_is_out_before_the_cleaning() -> None:
    only_cleaning = {Phase.SETUP: 0, Phase.SURGERY: 0, Phase.CLOSING: 0}
    proposal = planned(replace(OPERATION, phases=only_cleaning, participants=()), patient=PATIENT)
    assert parts(proposal) == []


@pytest.mark.parametrize(
    ("status", "blocking"),
    [(Status.BOOKED, True), (Status.FULFILLED, True), (Status.PENDING, False), (Status.NOSHOW, False)],
)
def test_only_what_occupies_is_guarded(status: Status, blocking: bool) -> None:
    [allocation] = planned(visit("09:00-09:30", WEB, status=status)).allocations
    assert allocation.blocking is blocking


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        pytest.param(replace(OPERATION, minutes=60), "minutes", id="minutes-with-a-procedure"),
        pytest.param(replace(OPERATION, procedure=None), "procedure", id="operation-without-procedure"),
        pytest.param(replace(OPERATION, procedure=ProcedureId(9)), "procedure", id="unknown-procedure"),
        pytest.param(replace(OPERATION, type=VISIT), "type", id="both-type-and-procedure"),
        pytest.param(replace(OPERATION, phases={Phase.SETUP: -1}), "phases.setup", id="negative-phase"),
        pytest.param(replace(OPERATION, phases={Phase.SURGERY: 1456}), "phases", id="1501-minutes"),
        pytest.param(
            replace(OPERATION, phases=dict.fromkeys(Phase, 0)), "phases", id="phases-of-no-length"
        ),
        pytest.param(replace(visit("09:00-09:30"), minutes=0), "minutes", id="no-minutes"),
        pytest.param(replace(visit("09:00-09:30"), minutes=-10), "minutes", id="negative-minutes"),
        pytest.param(replace(visit("09:00-09:30"), minutes=1501), "minutes", id="too-long"),
        pytest.param(replace(visit("09:00-09:30"), type=None), "type", id="no-type"),
        pytest.param(replace(visit("09:00-09:30"), type=TypeId(9)), "type", id="unknown-type"),
        pytest.param(replace(visit("09:00-09:30"), procedure=KNEE), "procedure", id="no-operation"),
        pytest.param(replace(visit("09:00-09:30"), phases={Phase.SETUP: 5}), "phases", id="no-phases"),
        pytest.param(replace(visit("09:00-09:30"), starts_at=at("09:00") + 1), "start", id="seconds"),
        pytest.param(replace(BLOCKOUT, minutes=None), "minutes", id="blockout-without-minutes"),
        pytest.param(replace(BLOCKOUT, type=VISIT), "type", id="blockout-with-type"),
        pytest.param(visit("09:00-09:30", ActorId(99)), "participants[0].actor", id="unknown-actor"),
        pytest.param(
            replace(BLOCKOUT, participants=(Participant(WEB, Role.ROOM),)),
            "participants[0].role", id="a-doctor-is-no-room",
        ),
        pytest.param(
            replace(BLOCKOUT, participants=(*who(WEB), Participant(R1, Role.SURGEON))),
            "participants[1].role", id="a-room-is-no-surgeon",
        ),
        pytest.param(
            replace(BLOCKOUT, participants=(Participant(WEB, Role.PATIENT),)),
            "participants[0].role", id="a-doctor-is-no-patient",
        ),
        pytest.param(visit("09:00-09:30", WEB, WEB), "participants[1].actor", id="twice-at-a-time"),
        pytest.param(
            replace(BLOCKOUT, participants=(
                Participant(WEB, Role.PRACTITIONER, 0, 31), Participant(WEB, Role.PRACTITIONER, 30, 30))),
            "participants[1].actor", id="twice-for-a-minute",
        ),
        pytest.param(
            replace(BLOCKOUT, participants=(Participant(WEB, Role.PRACTITIONER, -1, 10),)),
            "participants[0].from", id="before-the-entry",
        ),
        pytest.param(
            replace(BLOCKOUT, participants=(Participant(WEB, Role.PRACTITIONER, 60, 10),)),
            "participants[0].from", id="behind-the-entry",
        ),
        pytest.param(
            replace(BLOCKOUT, participants=(Participant(WEB, Role.PRACTITIONER, 50, 11),)),
            "participants[0].minutes", id="beyond-its-end",
        ),
        pytest.param(
            replace(BLOCKOUT, participants=(Participant(WEB, Role.PRACTITIONER, 50, 0),)),
            "participants[0].minutes", id="for-no-time",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_is_invalid(request_: BookRequest, field: str) -> None:
    assert fields(plan(PRACTICE, ZONE, request_, None)) == [field]


def test_a_blockout_has_no_patient() -> None:
    assert fields(plan(PRACTICE, ZONE, BLOCKOUT, PATIENT)) == ["patient"]


def test_all_faults_are_named_at_once() -> None:
    request = replace(visit("09:00-09:30", WEB, ActorId(99)), minutes=0, starts_at=at("09:00") + 30)
    assert fields(plan(PRACTICE, ZONE, request, None)) == ["start", "participants[1].actor", "minutes"]


def test_one_actor_may_take_part_twice_one_after_the_other() -> None:
    twice = (Participant(WEB, Role.PRACTITIONER, 0, 30), Participant(WEB, Role.ASSISTANT, 30, 30))
    assert parts(planned(replace(BLOCKOUT, participants=twice))) == ["WEB 08:00-08:30", "WEB 08:30-09:00"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(SPRING, "01:30-03:30", id="spring"),
        pytest.param(AUTUMN, "01:30-02:30", id="autumn-into-the-first-of-two"),
        pytest.param(MONDAY, "01:30-02:30", id="plain"),
    ],
)
def test_minutes_are_real_minutes_on_change_over_days(day: Any, expected: str) -> None:
    request = replace(BLOCKOUT, starts_at=at("01:30", day), minutes=60)
    assert wall(planned(request).span) == expected


# Turnover


@pytest.mark.parametrize(
    ("turnover", "expected"),
    [
        pytest.param(0, "08:00-09:30", id="none"),
        pytest.param(10, "08:00-09:30", id="within-the-cleaning"),
        pytest.param(15, "08:00-09:30", id="as-long-as-the-cleaning"),
        pytest.param(25, "08:00-09:40", id="longer-than-the-cleaning"),
    ],
)
def test_the_turnover_of_an_operating_room_counts_from_closing(turnover: int, expected: str) -> None:
    practice = with_actor(OP1, turnover=turnover)
    [room] = [each for each in planned(OPERATION, practice).allocations if each.actor == OP1]
    assert wall(room.span) == expected
    assert wall(room.part) == "08:00-09:30"


def test_a_device_is_reprocessed_after_its_part() -> None:
    """The C-arm is needed for the surgery alone, 8:20 to 9:05."""
    [arm] = [
        each for each in planned(OPERATION, with_actor(ARM, turnover=40)).allocations if each.actor == ARM
    ]
    assert (wall(arm.part), wall(arm.span), arm.turnover) == ("08:20-09:05", "08:20-09:45", 40)


def test_a_device_there_to_the_end_is_reprocessed_after_it_all_the_same() -> None:
    longer = replace(OPERATION, participants=(Participant(ARM, Role.DEVICE, 0, 90),))
    [arm] = planned(longer, with_actor(ARM, turnover=15)).allocations
    assert (wall(arm.part), wall(arm.span)) == ("08:00-09:30", "08:00-09:45")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param([(0, 10), (40, 10)], ["08:00-08:25", "08:40-09:05"], id="time-enough"),
        pytest.param([(0, 10), (20, 10)], ["08:00-08:20", "08:20-08:45"], id="until-its-own-next-part"),
        pytest.param([(0, 10), (10, 10)], ["08:00-08:10", "08:10-08:35"], id="none-between-touching-parts"),
        pytest.param([(20, 10), (0, 10)], ["08:20-08:45", "08:00-08:20"], id="whatever-their-order"),
    ],
)
def test_turnover_ends_where_the_next_part_begins(parts: list[tuple[int, int]], expected: list[str]) -> None:
    people = tuple(Participant(ARM, Role.DEVICE, *part) for part in parts)
    request = replace(visit("08:00-09:00"), participants=people)
    proposal = planned(request, with_actor(ARM, turnover=15))
    assert [wall(each.span) for each in proposal.allocations] == expected


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [pytest.param(1480, 20, id="clipped"), pytest.param(1500, 0, id="none-left"), (1440, 30)],
)
def test_with_its_turnover_nobody_is_taken_for_more_than_25_hours(minutes: int, expected: int) -> None:
    request = BookRequest(EntryKind.BLOCKOUT, at("08:00"), who(R1, WEB), minutes=minutes)
    room, person = planned(request, with_actor(R1, turnover=30)).allocations
    assert (room.turnover, room.ends_at - room.starts_at) == (expected, (minutes + expected) * MINUTE)
    assert person.turnover == 0


def test_turnover_is_no_part_that_was_asked_for() -> None:
    practice = with_actor(R1, turnover=15)
    own = replace(visit("09:00-10:00"), participants=(Participant(R1, Role.ROOM, 10, 20),))
    assert participants_of(stored(planned(own, practice))) == own.participants
    assert parts(planned(own, practice)) == ["R1 09:10-09:45"]


def test_a_move_works_the_turnover_out_anew() -> None:
    before = stored(planned(visit("09:00-09:30", R1), with_actor(R1, turnover=15)))
    later = MoveRequest(before.id, 1, starts_at=at("11:00"))
    for turnover, expected in ((15, "R1 11:00-11:45"), (40, "R1 11:00-12:10"), (0, "R1 11:00-11:30")):
        moved = replan(with_actor(R1, turnover=turnover), ZONE, before, later, None)
        assert isinstance(moved, Proposal)
        assert parts(moved) == [expected]
    elsewhere = replace(later, participants=who(R2))
    moved = replan(with_actor(R1, turnover=15), ZONE, before, elsewhere, None)
    assert isinstance(moved, Proposal)
    assert parts(moved) == ["R2 11:00-11:30"]


@examples(100)
@given(st.data())
def test_a_proposal_keeps_the_rules(data: st.DataObject) -> None:
    day = data.draw(st.sampled_from(DAYS))
    practice = data.draw(practices(day))
    request = data.draw(requests(practice, day))
    patient = data.draw(st.none() | st.just(PATIENT)) if request.kind is not EntryKind.BLOCKOUT else None
    proposal = plan(practice, ZONE, request, patient)
    if isinstance(proposal, Invalid):
        return
    assert 1 <= (proposal.ends_at - proposal.starts_at) // MINUTE <= 1500
    taken: set[tuple[ActorId, int]] = set()
    for each in proposal.allocations:
        assert proposal.starts_at <= each.starts_at < each.part.end <= proposal.ends_at
        assert each.ends_at == each.part.end + each.turnover * MINUTE <= each.starts_at + 25 * 3600
        assert each.turnover == turned_over(practice, proposal, each)
        own = {(each.actor, minute) for minute in range(*each.part, MINUTE)}
        assert not own & taken
        taken |= own
    assert taken == _minute_by_minute(practice.service(request.type, request.procedure), proposal)
    shift = MoveRequest(EntryId(7), 1, starts_at=proposal.starts_at + 86400)
    moved = replan(practice, ZONE, stored(proposal), shift, None)
    assert isinstance(moved, Proposal)
    assert [each.starts_at - 86400 for each in moved.allocations] == [
        each.starts_at for each in proposal.allocations
    ]
    assert with_turnovers(practice, proposal) == proposal
    present = {each.actor for each in proposal.allocations}
    assert participants_of(stored(proposal)) == tuple(
        replace(each, from_minute=each.from_minute or 0, minutes=_own_minutes(each, proposal))
        if each.from_minute is not None or each.minutes is not None
        else each
        for each in proposal.participants
        if each.actor in present
    )


def _own_minutes(participant: Participant, proposal: Proposal) -> int:
    [own] = [each for each in proposal.allocations if each.actor == participant.actor]
    return (own.part.end - own.starts_at) // MINUTE


def _minute_by_minute(service: Any, proposal: Proposal) -> set[tuple[ActorId, int]]:
    """Interfaces, section 3, for each participant and minute."""
    found = set()
    phase_of: list[Phase | None] = [None] * ((proposal.ends_at - proposal.starts_at) // MINUTE)
    if proposal.phases is not None:
        lengths = proposal.phases
        phase_of = [
            *[Phase.SETUP] * lengths.setup,
            *[Phase.SURGERY] * lengths.surgery,
            *[Phase.CLOSING] * lengths.closing,
            *[Phase.CLEANING] * lengths.cleaning,
        ]
    for place, each in enumerate(proposal.participants):
        earlier = [other for other in proposal.participants[:place] if other.role is each.role]
        needs = [need for need in service.need if need.role is each.role] if service else []
        phases = needs[len(earlier)].phases if len(earlier) < len(needs) else ()
        for minute, phase in enumerate(phase_of):
            if each.from_minute is not None or each.minutes is not None:
                start = each.from_minute or 0
                is_taken = start <= minute and (each.minutes is None or minute < start + each.minutes)
            else:
                is_taken = phase is None or not phases or phase in phases
            if is_taken:
                found.add((each.actor, proposal.starts_at + minute * MINUTE))
    if proposal.patient is not None:
        found |= {
            (proposal.patient, proposal.starts_at + minute * MINUTE)
            for minute, phase in enumerate(phase_of)
            if phase is not Phase.CLEANING
        }
    return found
