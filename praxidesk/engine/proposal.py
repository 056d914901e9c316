"""What a request would put into the calendar: the input of every check."""

from dataclasses import dataclass

from praxidesk.engine.entries import Allocation
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.requests import Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    ActorId,
    EntryId,
    EntryKind,
    ProcedureId,
    ServiceId,
    Status,
    TypeId,
    service_of_entry,
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry that is not stored yet, with everybody's own part of it worked out."""

    kind: EntryKind
    status: Status
    starts_at: int
    ends_at: int
    type: TypeId | None
    procedure: ProcedureId | None
    phases: PhaseMinutes | None
    participants: tuple[Participant, ...]
    """Without the patient."""
    patient: ActorId | None
    allocations: tuple[Allocation, ...]
    """In the order of the participants, the patient's last; a participant may have several."""
    entry: EntryId | None = None
    """The stored entry this would replace, which it never conflicts with."""

    @property
    def service(self) -> ServiceId:
        """The number of what it is for."""
        return service_of_entry(self.type, self.procedure)

    @property
    def span(self) -> Span:
        """From the first to the last moment."""
        return Span(self.starts_at, self.ends_at)
