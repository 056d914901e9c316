"""What a change of several entries did to each of them: what undo takes back, all in one step."""

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Change
from praxidesk.engine.requests import CancelRequest, MoveRequest
from praxidesk.engine.series_outcomes import BulkOutcome, CombinedOutcome, DateState, SeriesOutcome, Verdict
from praxidesk.engine.together import EntryRequest, TogetherOutcome
from praxidesk.ui.changes.undo import Changed

_CHANGES = {
    Verdict.BOOKED: Change.BOOKED,
    Verdict.MOVED: Change.MOVED,
    Verdict.CANCELLED: Change.CANCELLED,
}


def written(outcome: BulkOutcome | TogetherOutcome) -> tuple[Entry, ...]:
    """The entries that were made or changed, as they are now."""
    match outcome:
        case CombinedOutcome(parts=parts):
            return tuple(each.entry for each in parts if each.entry is not None)
        case SeriesOutcome(dates=dates):
            return tuple(
                each.entry for each in dates if each.state is DateState.DONE and each.entry is not None
            )
        case TogetherOutcome(changes=changes):
            return tuple(each.entry for each in changes if each.state is DateState.DONE)


def changed_by(outcome: BulkOutcome | TogetherOutcome) -> tuple[Changed, ...]:
    """Each of them with what it was before; none where that is not known, as of a repeated request."""
    if outcome.replayed:
        return ()
    match outcome:
        case CombinedOutcome():
            return tuple(Changed(Change.BOOKED, each) for each in written(outcome))
        case SeriesOutcome(verdict=verdict, dates=dates):
            return tuple(
                Changed(_CHANGES[verdict], each.entry, each.before)
                for each in dates
                if each.state is DateState.DONE and each.entry is not None
            )
        case TogetherOutcome(changes=changes):
            return tuple(
                Changed(change_of(each.request), each.entry, each.before)
                for each in changes
                if each.state is DateState.DONE
            )


def change_of(request: EntryRequest) -> Change:
    """What a request does."""
    if isinstance(request, MoveRequest):
        return Change.MOVED
    return Change.CANCELLED if isinstance(request, CancelRequest) else Change.STATUS_CHANGED
