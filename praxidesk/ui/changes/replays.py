"""What a repeated answer leaves out: the states before, as this desk knew them when it asked.

A change whose answer was lost is answered with its entries as they are now. Where nobody has changed them
since, what was known here is what was there before, and it can be taken back as any other change.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Change, Done
from praxidesk.engine.series_outcomes import BulkOutcome, CombinedOutcome, DateState, SeriesOutcome, Verdict
from praxidesk.engine.together import TogetherOutcome
from praxidesk.engine.vocabulary import EntryId

_Several = TypeVar("_Several", bound=BulkOutcome | TogetherOutcome)
Known = Mapping[EntryId, Entry]


def completed(done: Done, known: Known) -> Done:
    """The answer as it was the first time, or as it came where that cannot be told."""
    if not done.replayed:
        return done
    if done.change is Change.BOOKED:
        return replace(done, replayed=False) if done.entry.version == 1 else done
    before = _before(done.entry, known)
    return done if before is None else replace(done, before=before, replayed=False)


def several_completed(outcome: _Several, known: Known) -> _Several:
    """The same for several entries: all of them, or it stays as it came."""
    if not outcome.replayed:
        return outcome
    match outcome:
        case CombinedOutcome(parts=parts):
            is_known = all(each.entry is None or each.entry.version == 1 for each in parts)
            return replace(outcome, replayed=False) if is_known else outcome
        case SeriesOutcome(dates=dates):
            done = [each for each in dates if each.state is DateState.DONE]
            if outcome.verdict is Verdict.BOOKED:
                is_known = all(each.entry is not None and each.entry.version == 1 for each in done)
                return replace(outcome, replayed=False) if is_known else outcome
            filled = tuple(
                replace(each, before=_before(each.entry, known)) if each.entry is not None else each
                for each in dates
            )
            is_known = all(each.before is not None for each in filled if each.state is DateState.DONE)
            return replace(outcome, dates=filled, replayed=False) if is_known else outcome
        case TogetherOutcome(changes=changes):
            both = tuple(
                replace(each, before=_before(each.entry, known)) if each.state is DateState.DONE else each
                for each in changes
            )
            is_known = all(each.before is not None for each in both if each.state is DateState.DONE)
            return replace(outcome, changes=both, replayed=False) if is_known else outcome
    return outcome


def _before(entry: Entry, known: Known) -> Entry | None:
    """What it was one version ago, which is the change in question if nobody has changed it since."""
    before = known.get(entry.id)
    return before if before is not None and before.version == entry.version - 1 else None
