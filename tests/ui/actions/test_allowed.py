"""What is offered for an entry is what the order of statuses allows."""

from dataclasses import replace

import pytest

from praxidesk.engine.entries import Reached
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.status_order import is_allowed
from praxidesk.engine.vocabulary import GONE, EntryKind, Milestone, Status
from praxidesk.ui.actions.action_list import ACTIONS, ActionId, Needs
from praxidesk.ui.actions.allowed import needs_met
from praxidesk.ui.search.command_reasons import reason
from tests.ui import desk_practice

BECOMES = {
    ActionId.ARRIVED: Status.ARRIVED,
    ActionId.CHECKED_IN: Status.CHECKED_IN,
    ActionId.FULFILLED: Status.FULFILLED,
    ActionId.NOSHOW: Status.NOSHOW,
    ActionId.CANCEL: Status.CANCELLED,
}


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("action", list(BECOMES))
def test_an_action_is_offered_exactly_where_its_status_may_follow(action: ActionId, status: Status) -> None:
    practice = desk_practice.practice()
    visit = next(each for each in desk_practice.entries() if each.kind is EntryKind.APPOINTMENT)
    (need,) = (spec.needs for spec in ACTIONS if spec.id is action)
    offered = need in needs_met(practice, replace(visit, status=status))
    assert offered == (status not in GONE and is_allowed(status, BECOMES[action]))


@pytest.mark.parametrize("status", [Status.ARRIVED, Status.CHECKED_IN])
def test_whoever_is_here_is_not_put_on_the_waiting_list_by_a_letter(status: Status) -> None:
    practice = desk_practice.practice()
    visit = next(each for each in desk_practice.entries() if each.kind is EntryKind.APPOINTMENT)
    assert Needs.CAN_WAIT in needs_met(practice, replace(visit, status=Status.BOOKED))
    assert Needs.CAN_WAIT not in needs_met(practice, replace(visit, status=status))


def test_no_letter_takes_a_patient_off_the_table() -> None:
    practice = desk_practice.practice()
    visit = next(each for each in desk_practice.entries() if each.kind is EntryKind.APPOINTMENT)
    operation = replace(visit, kind=EntryKind.OPERATION, phases=PhaseMinutes(10, 30, 5, 10))
    begun = replace(operation, milestones=(Reached(Milestone.INCISION, operation.starts_at),))
    actions = (ActionId.ARRIVED, ActionId.NOSHOW, ActionId.WAITLIST, ActionId.RESTORE)
    needs = {spec.id: spec.needs for spec in ACTIONS}
    for status in (Status.BOOKED, Status.ARRIVED, Status.CHECKED_IN, Status.FULFILLED):
        met = needs_met(practice, replace(begun, status=status))
        assert Needs.CAN_BE_DONE in met
        for action in actions:
            assert needs[action] not in met
            assert reason(action, needs[action], met).startswith("the operation has begun")
        assert Needs.CAN_ARRIVE in needs_met(practice, replace(operation, status=status))
    # What was called off is not running.
    assert Needs.NOT_BOOKED in needs_met(practice, replace(begun, status=Status.CANCELLED))
