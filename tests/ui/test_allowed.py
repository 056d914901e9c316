"""What is offered for an entry is what the order of statuses allows."""

from dataclasses import replace

import pytest

from praxidesk.engine.status_order import is_allowed
from praxidesk.engine.vocabulary import GONE, EntryKind, Status
from praxidesk.ui.action_list import ACTIONS, ActionId, Needs
from praxidesk.ui.allowed import needs_met
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
