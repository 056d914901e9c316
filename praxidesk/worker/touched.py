"""The answer to a change of the calendar, and which times it is about."""

from collections.abc import Iterator
from typing import cast

from praxidesk.engine.outcomes import Done, Outcome
from praxidesk.engine.series_outcomes import CombinedOutcome, SeriesOutcome
from praxidesk.engine.spans import Span
from praxidesk.engine.together import TogetherOutcome
from praxidesk.worker.messages import Answered, SeveralAnswered, SeveralOutcome, Submit, SubmitSeveral


def answer_to(
    wanted: Submit | SubmitSeveral, outcome: Outcome | SeveralOutcome
) -> Answered | SeveralAnswered:
    """The message that carries what came of a change to whoever asked for it."""
    if isinstance(wanted, Submit):
        return Answered(wanted.ticket, wanted.request, cast(Outcome, outcome))
    return SeveralAnswered(wanted.ticket, wanted.request, cast(SeveralOutcome, outcome))


def touched(outcome: Outcome | SeveralOutcome) -> Iterator[Span]:
    """Where the entries of an answer stand, and where they stood before."""
    match outcome:
        case Done(entry=entry, before=before):
            yield from (each.span for each in (entry, before) if each is not None)
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
