"""Which request of the store thread a newer one supersedes."""

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
    Submit,
    SubmitSeveral,
)
from praxidesk.worker.tickets import Kind, Superseding


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
