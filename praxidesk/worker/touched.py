"""The answer to a change, and which times of the calendar it is about."""

from collections.abc import Iterator
from typing import cast

from praxidesk.engine.outcomes import Done, Outcome
from praxidesk.engine.series_outcomes import CombinedOutcome, SeriesOutcome
from praxidesk.engine.spans import Span
from praxidesk.engine.together import TogetherOutcome
from praxidesk.worker.access import Access
from praxidesk.worker.messages import (
    Answered,
    ChangePolicy,
    PolicyChanged,
    SeveralAnswered,
    SeveralOutcome,
    Submit,
    SubmitSeveral,
    Told,
)
from praxidesk.worker.requests import Change


def outcome_of(access: Access, wanted: Change, now: int) -> object:
    """Carry a change out, or learn what came of it when it was asked for under its key before."""
    match wanted:
        case Submit():
            return access.change(wanted.request, now)
        case SubmitSeveral():
            return access.change_several(wanted.request, now)
        case ChangePolicy():
            return access.change_policy(wanted.changes, wanted.key, now)
        case _:
            return access.answer(wanted.question, now)


def answer_to(wanted: Change, outcome: object) -> Answered | SeveralAnswered | PolicyChanged | Told:
    """The message that carries what came of a change to whoever asked for it."""
    match wanted:
        case Submit():
            return Answered(wanted.ticket, wanted.request, cast(Outcome, outcome))
        case SubmitSeveral():
            return SeveralAnswered(wanted.ticket, wanted.request, cast(SeveralOutcome, outcome))
        case ChangePolicy():
            return PolicyChanged(wanted.ticket)
        case _:
            return Told(wanted.ticket, wanted.question, outcome)


def touched(outcome: object) -> Iterator[Span]:
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
