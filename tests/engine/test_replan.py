"""A stored entry as it would be somewhere else, or with others."""

from dataclasses import replace
from typing import Any

import pytest

from praxidesk.engine.occupancy import replan
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest, MoveRequest, Participant
from praxidesk.engine.vocabulary import (
    ActorId,
    EntryId,
    Phase,
    ProcedureId,
    Role,
)
from tests.engine.diary import (
    ARM,
    BUFFERED,
    KNEE,
    KOC,
    PATIENT,
    PRACTICE,
    R1,
    TEAM,
    TUESDAY,
    VISIT,
    WEB,
    ZONE,
    at,
    planned,
    visit,
    wall,
    who,
)
from tests.engine.proposals import BLOCKOUT, OPERATION, fields, parts, stored


def test_a_new_start_shifts_everything_as_it_is() -> None:
    request = replace(OPERATION, participants=(*TEAM[:3], Participant(ARM, Role.DEVICE, 30, 20)))
    entry = stored(planned(request, patient=PATIENT))
    # As an import may have stored it: a part that no phase explains.
    odd = replace(entry.allocations[0], starts_at=at("08:21"), blocking=False)
    entry = replace(entry, allocations=(odd, *entry.allocations[1:]))
    moved = replan(PRACTICE, ZONE, entry, MoveRequest(EntryId(7), 1, starts_at=at("10:00", TUESDAY)), None)
    assert isinstance(moved, Proposal)
    assert parts(moved) == [
        "WEB 10:21-11:15",
        "ANA 10:00-11:15",
        "OP1 10:00-11:30",
        "ARM 10:30-10:50",
        "patient 10:00-11:15",
    ]
    assert moved.entry == EntryId(7)
    assert moved.participants == request.participants
    assert all(each.blocking for each in moved.allocations)


def test_nothing_changed_is_the_same_proposal() -> None:
    before = planned(OPERATION, patient=PATIENT)
    after = replan(PRACTICE, ZONE, stored(before), MoveRequest(EntryId(7), 1, note="x"), None)
    assert after == replace(before, entry=EntryId(7))


def test_other_phases_keep_own_parts_and_work_out_the_rest() -> None:
    request = replace(
        OPERATION,
        participants=(*TEAM[:3], Participant(ARM, Role.DEVICE, 30, 20)),
        phases={Phase.SETUP: 30},
    )
    move = MoveRequest(EntryId(7), 1, phases={Phase.SURGERY: 60})
    moved = replan(PRACTICE, ZONE, stored(planned(request)), move, None)
    assert isinstance(moved, Proposal)
    assert moved.phases == PhaseMinutes(30, 60, 10, 15)
    assert parts(moved) == ["WEB 08:30-09:40", "ANA 08:00-09:40", "OP1 08:00-09:55", "ARM 08:30-08:50"]


def test_more_minutes_take_everybody_for_longer() -> None:
    entry = stored(planned(visit("09:00-09:30", WEB, R1), patient=PATIENT))
    moved = replan(PRACTICE, ZONE, entry, MoveRequest(EntryId(7), 1, minutes=60), None)
    assert isinstance(moved, Proposal)
    assert parts(moved) == ["WEB 09:00-10:00", "R1 09:00-10:00", "patient 09:00-10:00"]


def test_another_type_keeps_the_length() -> None:
    entry = stored(planned(visit("09:00-09:30", WEB)))
    moved = replan(PRACTICE, ZONE, entry, MoveRequest(EntryId(7), 1, type=BUFFERED), None)
    assert isinstance(moved, Proposal)
    assert (moved.type, wall(moved.span)) == (BUFFERED, "09:00-09:30")


def test_another_procedure_brings_its_own_phases() -> None:
    hip = ProcedureId(2)
    practice = replace(
        PRACTICE,
        procedures={
            **PRACTICE.procedures,
            hip: replace(PRACTICE.procedures[KNEE], code="HIP", phases=PhaseMinutes(10, 100, 10, 10)),
        },
    )
    entry = stored(planned(replace(OPERATION, phases={Phase.SETUP: 5})))
    moved = replan(practice, ZONE, entry, MoveRequest(EntryId(7), 1, procedure=hip), None)
    assert isinstance(moved, Proposal)
    assert moved.phases == PhaseMinutes(10, 100, 10, 10)
    assert parts(moved)[0] == "WEB 08:10-10:00"


def test_another_procedure_of_the_same_phases_has_needs_of_its_own() -> None:
    other = ProcedureId(2)
    knee = PRACTICE.procedures[KNEE]
    practice = replace(PRACTICE, procedures={KNEE: knee, other: replace(knee, code="X", need=())})
    entry = stored(planned(OPERATION))
    moved = replan(practice, ZONE, entry, MoveRequest(EntryId(7), 1, procedure=other), None)
    assert isinstance(moved, Proposal)
    assert parts(moved)[0] == "WEB 08:00-09:30"


def test_other_people_replace_all() -> None:
    entry = stored(planned(visit("09:00-09:30", WEB, R1), patient=PATIENT))
    moved = replan(PRACTICE, ZONE, entry, MoveRequest(EntryId(7), 1, participants=who(KOC)), None)
    assert isinstance(moved, Proposal)
    assert parts(moved) == ["KOC 09:00-09:30", "patient 09:00-09:30"]


@pytest.mark.parametrize(
    ("patient", "expected"),
    [pytest.param(ActorId(101), [ActorId(101)], id="another"), pytest.param(None, [], id="nobody")],
)
def test_the_patient_may_change(patient: ActorId | None, expected: list[ActorId]) -> None:
    entry = stored(planned(visit("09:00-09:30", WEB), patient=PATIENT))
    moved = replan(PRACTICE, ZONE, entry, MoveRequest(EntryId(7), 1, patient=patient), patient)
    assert isinstance(moved, Proposal)
    assert [each.actor for each in moved.allocations if each.role is Role.PATIENT] == expected


@pytest.mark.parametrize(
    ("request_", "move", "field"),
    [
        pytest.param(OPERATION, {"minutes": 60}, "minutes", id="minutes-of-an-operation"),
        pytest.param(OPERATION, {"type": VISIT}, "type", id="type-of-an-operation"),
        pytest.param(visit("09:00-09:30", WEB), {"procedure": KNEE}, "procedure", id="procedure-of-none"),
        pytest.param(visit("09:00-09:30", WEB), {"phases": {Phase.SETUP: 5}}, "phases", id="phases-of-none"),
        pytest.param(visit("09:00-09:30", WEB), {"minutes": 0}, "minutes", id="no-minutes"),
        pytest.param(
            visit("09:00-09:30", WEB), {"participants": who(WEB, WEB)}, "participants[1].actor", id="twice"
        ),
        pytest.param(
            replace(BLOCKOUT, participants=(Participant(WEB, Role.PRACTITIONER, 30, 30),)),
            {"minutes": 45}, "minutes", id="an-own-part-no-longer-fits",
        ),
        pytest.param(
            replace(OPERATION, participants=(Participant(WEB, Role.SURGEON, 60, 30),)),
            {"phases": {Phase.SURGERY: 20}}, "phases", id="nor-into-shorter-phases",
        ),
    ],
)  # fmt: skip
def test_a_move_that_cannot_be_is_invalid(request_: BookRequest, move: dict[str, Any], field: str) -> None:
    entry = stored(planned(request_))
    assert fields(replan(PRACTICE, ZONE, entry, MoveRequest(EntryId(7), 1, **move), None)) == [field]
