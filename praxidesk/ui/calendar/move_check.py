"""Whether held entries may stand where they are held, asked of the engine about the loaded entries.

Good enough to paint by, and without the store; what counts is the answer to the request itself.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain

from praxidesk.engine.bulk import taken_by
from praxidesk.engine.conflicts import reach
from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.occupancy import replan
from praxidesk.engine.outcomes import Conflict, Invalid
from praxidesk.engine.seating import check_seated
from praxidesk.engine.taken_index import TakenIndex
from praxidesk.engine.vocabulary import NOBODY, ConflictKind, EntryId, Severity
from praxidesk.ui.calendar.state import CalendarState, MoveWanted
from praxidesk.ui.changes.moves import move_request


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


class MoveJudge:
    """Knows what stands around entries that are held; made once when they are taken in hand."""

    def __init__(self, state: CalendarState, held: Collection[EntryId]) -> None:
        self._state = state
        seen = (taken for entry in state.entries if entry.id not in held for taken in _taken(entry))
        self._index = TakenIndex(chain(seen, state.unseen))

    def judged(self, moves: Sequence[tuple[Entry, MoveWanted]]) -> list[Verdict]:
        """The engine's verdict on each, as if all were put down: they make room for each other."""
        state, beside, found = self._state, list[Taken](), list[Verdict]()
        for entry, wanted in moves:
            request = move_request(state.practice, entry, wanted)
            patient = entry.patient.id if entry.patient is not None else None
            proposal = replan(state.practice, state.zone, entry, request, patient)
            if isinstance(proposal, Invalid):
                found.append(Verdict(is_possible=False))
                continue
            near = [*self._index.within(reach(state.practice, state.zone, proposal)), *beside]
            seated, conflicts = check_seated(
                state.practice, state.zone, proposal, near, state.now, present=entry
            )
            if request.fill:
                # Whom it still misses, the store finds when it is put down.
                conflicts = [each for each in conflicts if each.kind is not ConflictKind.NEED_UNMET]
            verdict = Verdict(
                tuple(each for each in conflicts if each.severity is Severity.BLOCKING),
                tuple(each for each in conflicts if each.severity is Severity.WARNING),
            )
            found.append(verdict)
            if verdict.is_free:
                beside += taken_by(seated.proposal)
        return found


def judged(state: CalendarState, entry: Entry, wanted: MoveWanted) -> Verdict:
    """The engine's verdict on a single move."""
    return MoveJudge(state, {entry.id}).judged([(entry, wanted)])[0]


def _taken(entry: Entry) -> Sequence[Taken]:
    """What others see of an entry, the entry as a whole last."""
    status = entry.status
    if not (status.occupies or status.is_tentative):
        return ()
    whole = Taken(NOBODY, entry.starts_at, entry.ends_at, entry.id, entry.service, int(status.occupies), None)
    return [*(Taken.of(entry.id, status, entry.service, each) for each in entry.allocations), whole]
