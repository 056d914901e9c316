"""How much of the calendar a decision rests on: whose time, from when to when, and of which services."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from praxidesk.engine.offerings import Service
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, ServiceId


@dataclass(frozen=True, slots=True)
class Reach:
    """What one query must bring."""

    actors: frozenset[ActorId]
    """Every occupying and tentative allocation of theirs that shares time with the span."""
    span: Span
    services: frozenset[ServiceId] = frozenset()
    """Besides, every entry of these that shares time with the span, whoever takes part: as ``NOBODY``'s."""

    def joined(self, others: Iterable["Reach"]) -> "Reach":
        """Everything that this one and the others reach, in one span."""
        every = [self, *others]
        return Reach(
            frozenset().union(*(each.actors for each in every)),
            Span(min(each.span.start for each in every), max(each.span.end for each in every)),
            frozenset().union(*(each.services for each in every)),
        )


def all_of(reaches: Sequence[Reach]) -> Reach | None:
    """Everything that several decisions rest on; ``None`` for no decisions."""
    return reaches[0].joined(reaches[1:]) if reaches else None


def widened(practice: Practice, span: Span) -> Span:
    """A span and the longest time around it that somebody else's entry may ask to be kept free."""
    services: list[Service] = [*practice.types.values(), *practice.procedures.values()]
    widest = max((max(each.buffer_before, each.buffer_after, each.travel) for each in services), default=0)
    turnover = max((each.turnover for each in practice.actors.values()), default=0)
    seconds = (widest + turnover) * MINUTE
    return Span(span.start - seconds, span.end + seconds)
