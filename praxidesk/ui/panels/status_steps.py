"""What can become of an entry, step by step: pure, so that the panel only draws it."""

from dataclasses import dataclass
from enum import Enum

from praxidesk.engine.vocabulary import EntryKind, Status
from praxidesk.ui.actions.action_list import ActionId


class StepLook(Enum):
    """How a step is drawn."""

    PAST = "past"
    PRESENT = "present"
    NEXT = "next"
    """What usually comes now."""
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class StatusStep:
    """One line of the status list."""

    status: Status
    look: StepLook
    action: ActionId | None
    """What a click does; ``None`` for what is past."""


_PATH = (Status.BOOKED, Status.ARRIVED, Status.CHECKED_IN, Status.FULFILLED)
_ACTION = {
    Status.BOOKED: ActionId.RESTORE,
    Status.ARRIVED: ActionId.ARRIVED,
    Status.CHECKED_IN: ActionId.CHECKED_IN,
    Status.FULFILLED: ActionId.FULFILLED,
    Status.NOSHOW: ActionId.NOSHOW,
}


def status_steps(kind: EntryKind, status: Status) -> tuple[StatusStep, ...]:
    """The steps of an entry in this status, top to bottom."""
    if kind is EntryKind.BLOCKOUT:
        return () if status is not Status.CANCELLED else _away(status)
    if status not in _PATH:
        return _away(status)
    reached = _PATH.index(status)
    steps = []
    for place, each in enumerate(_PATH):
        if place < reached:
            steps.append(StatusStep(each, StepLook.PAST, None))
        elif place == reached:
            steps.append(StatusStep(each, StepLook.PRESENT, None))
        else:
            look = StepLook.NEXT if place == reached + 1 else StepLook.POSSIBLE
            steps.append(StatusStep(each, look, _ACTION[each]))
    if status is not Status.FULFILLED:
        steps.append(StatusStep(Status.NOSHOW, StepLook.POSSIBLE, ActionId.NOSHOW))
    return tuple(steps)


def _away(status: Status) -> tuple[StatusStep, ...]:
    """Not on the path: where it stands, and the way back."""
    return (
        StatusStep(status, StepLook.PRESENT, None),
        StatusStep(Status.BOOKED, StepLook.NEXT, ActionId.RESTORE),
    )
