import pytest

from praxidesk.engine.vocabulary import EntryKind, Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.panels.status_steps import StepLook, status_steps

PRESENT = {Status.BOOKED, Status.ARRIVED, Status.CHECKED_IN, Status.FULFILLED}


@pytest.mark.parametrize("status", Status)
def test_exactly_one_step_is_the_present_one(status: Status) -> None:
    steps = status_steps(EntryKind.APPOINTMENT, status)
    assert [step.status for step in steps if step.look is StepLook.PRESENT] == [status]


@pytest.mark.parametrize(
    ("status", "following"),
    [
        (Status.BOOKED, ActionId.ARRIVED),
        (Status.ARRIVED, ActionId.CHECKED_IN),
        (Status.CHECKED_IN, ActionId.FULFILLED),
        (Status.CANCELLED, ActionId.RESTORE),
        (Status.NOSHOW, ActionId.RESTORE),
        (Status.PENDING, ActionId.RESTORE),
    ],
)
def test_the_usual_next_step_stands_out(status: Status, following: ActionId) -> None:
    steps = status_steps(EntryKind.APPOINTMENT, status)
    assert [step.action for step in steps if step.look is StepLook.NEXT] == [following]


def test_what_is_past_cannot_be_pressed() -> None:
    steps = status_steps(EntryKind.APPOINTMENT, Status.CHECKED_IN)
    assert [step.status for step in steps if step.action is None] == [
        Status.BOOKED,
        Status.ARRIVED,
        Status.CHECKED_IN,
    ]


def test_a_blockout_has_no_steps() -> None:
    assert status_steps(EntryKind.BLOCKOUT, Status.BOOKED) == ()
