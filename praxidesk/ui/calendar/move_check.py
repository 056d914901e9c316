"""Whether a dragged entry may stand where it is held, asked of the engine about the loaded entries.

Good enough to paint by, and without the store; what counts is the answer to the request itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from praxidesk.engine.conflicts import check, reach
from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.occupancy import replan
from praxidesk.engine.outcomes import Conflict, Invalid
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.vocabulary import Severity
from praxidesk.ui.calendar.state import CalendarState, MoveWanted
from praxidesk.ui.moves import move_request


@dataclass(frozen=True, slots=True)
class Verdict:
    """What speaks against a move."""

    blocking: tuple[Conflict, ...] = ()
    warnings: tuple[Conflict, ...] = ()
    is_possible: bool = True
    """``False`` where the move makes no sense at all, such as one actor twice in an entry."""

    @property
    def is_free(self) -> bool:
        """Whether the entry may stand there without overriding anything."""
        return self.is_possible and not self.blocking


def judged(state: CalendarState, entry: Entry, wanted: MoveWanted) -> Verdict:
    """The engine's verdict on a move."""
    request = move_request(state.practice, entry, wanted)
    patient = entry.patient.id if entry.patient is not None else None
    proposal = replan(state.practice, state.zone, entry, request, patient)
    if isinstance(proposal, Invalid):
        return Verdict(is_possible=False)
    surroundings = list(_surroundings(state, proposal, entry))
    conflicts = check(state.practice, state.zone, proposal, surroundings, state.now)
    return Verdict(
        tuple(each for each in conflicts if each.severity is Severity.BLOCKING),
        tuple(each for each in conflicts if each.severity is Severity.WARNING),
    )


def _surroundings(state: CalendarState, proposal: Proposal, entry: Entry) -> Iterator[Taken]:
    near = reach(state.practice, state.zone, proposal)
    for other in state.entries:
        if other.id == entry.id or not other.span.overlaps(near.span):
            continue
        if not (other.status.occupies or other.status.is_tentative):
            continue
        for each in other.allocations:
            if each.actor in near.actors and each.span.overlaps(near.span):
                yield Taken.of(other.id, other.status, other.service, each)
