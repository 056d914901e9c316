"""What takes a change of several entries back in one step, where anything does."""

from dataclasses import replace

from praxidesk.engine.entries import Entry
from praxidesk.engine.requests import KEEP, CancelRequest, MoveRequest
from praxidesk.engine.series_outcomes import (
    BulkOutcome,
    CombinedOutcome,
    DateState,
    SeriesOutcome,
    Verdict,
)
from praxidesk.engine.series_plan import move_of
from praxidesk.engine.series_requests import ScopedRequest
from praxidesk.engine.vocabulary import Scope
from praxidesk.engine.walltime import Zone
from praxidesk.ui.moves import restoring
from praxidesk.worker.messages import SeveralRequest


def written(outcome: BulkOutcome) -> tuple[Entry, ...]:
    """The entries that were made or changed, as they are now."""
    if isinstance(outcome, CombinedOutcome):
        return tuple(each.entry for each in outcome.parts if each.entry is not None)
    return tuple(
        each.entry for each in outcome.dates if each.state is DateState.DONE and each.entry is not None
    )


def taking_back(request: SeveralRequest, outcome: BulkOutcome, zone: Zone) -> ScopedRequest | None:
    """The request that undoes it; ``None`` where no single one does."""
    done = written(outcome)
    if outcome.verdict is Verdict.BOOKED and done:
        return CancelRequest(done[0].id, done[0].version, scope=Scope.ALL)
    if isinstance(request, MoveRequest) and isinstance(outcome, SeriesOutcome):
        return _moving_back(request, outcome, zone)
    return None


def _moving_back(request: MoveRequest, outcome: SeriesOutcome, zone: Zone) -> MoveRequest | None:
    """The inverse of the named entry's change, if it is that of all others too."""
    changed = [each for each in outcome.dates if each.state is DateState.DONE]
    if any(each.state in {DateState.CLASHES, DateState.MISSING} for each in outcome.dates):
        return None  # what stayed would be changed back as well
    named = next((each for each in changed if each.entry and each.entry.id == request.entry), None)
    if named is None or named.entry is None or named.before is None:
        return None
    back = replace(
        restoring(named.entry, named.before, named.entry.version), scope=request.scope, override_reason=None
    )
    for each in changed:
        if each.entry is None or each.before is None:
            return None
        wanted = restoring(each.entry, each.before, each.entry.version)
        got = move_of(each.entry, named.entry, back, zone)
        if got is None or _plain(got, each.entry) != _plain(wanted, each.entry):
            return None
    return back


def _plain(request: MoveRequest, entry: Entry) -> MoveRequest:
    """Without what does not matter for where it leads."""
    stays = request.starts_at == entry.starts_at
    return replace(
        request,
        scope=Scope.THIS,
        override_reason=None,
        starts_at=KEEP if stays else request.starts_at,
    )
