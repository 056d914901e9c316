"""What can become of an entry, step by step: pure, so that the panel only draws it."""

from dataclasses import dataclass
from enum import Enum

from praxidesk.engine.vocabulary import EntryKind, Status
from praxidesk.ui.action_list import ActionId
from praxidesk.ui.icons import Icon


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
    icon: Icon
    action: ActionId | None
    """What a click does; ``None`` for what is past."""


_PATH = (Status.BOOKED, Status.ARRIVED, Status.CHECKED_IN, Status.FULFILLED)
_ICON = {
    Status.BOOKED: Icon.CHECK,
    Status.ARRIVED: Icon.CLOCK,
    Status.CHECKED_IN: Icon.PLAY,
    Status.FULFILLED: Icon.CHECK,
    Status.NOSHOW: Icon.CROSS,
    Status.CANCELLED: Icon.SLASH_CIRCLE,
    Status.ENTERED_IN_ERROR: Icon.SLASH_CIRCLE,
    Status.PROPOSED: Icon.INFO,
    Status.PENDING: Icon.INFO,
    Status.WAITLIST: Icon.CLOCK,
}
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
            steps.append(StatusStep(each, StepLook.PAST, _ICON[each], None))
        elif place == reached:
            steps.append(StatusStep(each, StepLook.PRESENT, _ICON[each], None))
        else:
            look = StepLook.NEXT if place == reached + 1 else StepLook.POSSIBLE
            steps.append(StatusStep(each, look, _ICON[each], _ACTION[each]))
    if status is not Status.FULFILLED:
        steps.append(StatusStep(Status.NOSHOW, StepLook.POSSIBLE, Icon.CROSS, ActionId.NOSHOW))
    return tuple(steps)


def _away(status: Status) -> tuple[StatusStep, ...]:
    """Not on the path: where it stands, and the way back."""
    return (
        StatusStep(status, StepLook.PRESENT, _ICON[status], None),
        StatusStep(Status.BOOKED, StepLook.NEXT, Icon.CHECK, ActionId.RESTORE),
    )
