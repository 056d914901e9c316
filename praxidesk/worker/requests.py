"""Requests of the store thread: which a newer one supersedes, and which change something."""

from praxidesk.engine.requests import ChangeRequest
from praxidesk.worker.messages import (
    Ask,
    ChangePolicy,
    Check,
    CheckSeveral,
    FindCombined,
    FindSlots,
    LoadConflicts,
    LoadSeries,
    LoadWeeks,
    Request,
    SearchPatients,
    SeveralRequest,
    Submit,
    SubmitSeveral,
)
from praxidesk.worker.tickets import Kind, Superseding

Change = Submit | SubmitSeveral | ChangePolicy | Ask
"""What may be in although its answer was lost."""


def key_of(request: Request) -> object:
    """Under which it is asked again where its answer was lost; ``None`` for what changes nothing."""
    match request:
        case Submit() | SubmitSeveral():
            return request.request.key
        case Ask(_, question):
            return question.change_key
        case ChangePolicy(key=key):
            return key
        case _:
            return None


def lost_with(request: Request) -> SeveralRequest | ChangeRequest | None:
    """What was to be changed, where its answer will not come."""
    return request.request if isinstance(request, Submit | SubmitSeveral) else None


def kind_of(request: Request) -> Superseding:
    """What a newer request supersedes this one of."""
    match request:
        case LoadWeeks(in_advance=True):
            return Kind.UNASKED
        case LoadWeeks():
            return Kind.WEEKS
        case Submit() | SubmitSeveral():
            return Kind.CHANGE
        case Check() | CheckSeveral():
            return Kind.CHECK
        case FindSlots() | FindCombined():
            return Kind.SLOTS
        case SearchPatients():
            return Kind.PATIENTS
        case Ask(_, question):
            return type(question)
        case LoadSeries():
            return Kind.SERIES
        case LoadConflicts():
            return Kind.CONFLICTS
        case ChangePolicy():
            return Kind.POLICY
