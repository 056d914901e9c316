"""Which times of the calendar the answer to a change of several entries is about."""

from collections.abc import Iterator

from praxidesk.engine.series_outcomes import CombinedOutcome, SeriesOutcome
from praxidesk.engine.spans import Span
from praxidesk.engine.together import TogetherOutcome
from praxidesk.worker.messages import SeveralOutcome


def touched(outcome: SeveralOutcome) -> Iterator[Span]:
    """Where the entries of an answer stand, and where they stood before."""
    match outcome:
        case SeriesOutcome(dates=dates):
            for each in dates:
                yield from (entry.span for entry in (each.entry, each.before) if entry is not None)
        case TogetherOutcome(changes=changes):
            for change in changes:
                yield from (entry.span for entry in (change.entry, change.before) if entry is not None)
        case CombinedOutcome(parts=parts):
            yield from (each.entry.span for each in parts if each.entry is not None)
        case _:
            return
