"""Why there is nothing earlier: what fails at each start before the first slot, and who is in the way."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from praxidesk.engine.chairs import CLOSED, Whole, chairs, not_together
from praxidesk.engine.outcomes import BlockedSpan, Blocker
from praxidesk.engine.outlook import Outlook
from praxidesk.engine.slots import Search
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.starts import grid
from praxidesk.engine.substitutes import places
from praxidesk.engine.trials import Trials
from praxidesk.engine.vocabulary import Role

EXPLAINED_DAYS = 14
"""Longer waiting times are explained for so many days; they hold more than anybody reads."""
MOST_SPANS = 400


@dataclass(frozen=True, slots=True)
class Explanation:
    """What fails, and how far it was looked."""

    spans: tuple[BlockedSpan, ...]
    until: int


def explained(search: Search, outlook: Outlook, trials: Trials, span: Span) -> Explanation:
    """What fails at the starts of a span, none of which is a slot.

    :param outlook: of the same span, as the trials
    """
    story = _Story(search.request.step_minutes * MINUTE)
    whole = Whole(outlook, trials)
    every = chairs(search, outlook, trials)
    groups = [place.group for place in places(search.practice, search.request)]
    turn = 0
    for start in wanted(search, span):
        if len(story.told) >= MOST_SPANS:
            return Explanation(story.spans(), start)
        against_all = whole.blocker(start)
        if against_all is CLOSED:
            continue
        turn += 1
        if isinstance(against_all, Blocker):
            is_patient = against_all.actor is not None
            story.tell(turn, start, -1, (against_all,), Role.PATIENT if is_patient else None, None)
            if not is_patient:
                continue
        missing = [
            (number, found)
            for number, seat in enumerate(every)
            if (found := seat.blockers(start)) is not None
        ]
        if not missing and against_all is None and every:
            missing = [not_together(every, start)]
        for number, blockers in missing:
            story.tell(turn, start, number, blockers, search.seats[number].role, groups[number])
    return Explanation(story.spans(), span.end)


def wanted(search: Search, span: Span) -> Iterator[int]:
    """The starts of a span that the request asks for."""
    days = search.days(span)
    return grid(search.zone, days, search.wanted(span, days), search.request.step_minutes)


@dataclass(slots=True)
class _Telling:
    """A span that may grow yet."""

    first: int
    last: int
    turn: int
    number: int
    blockers: tuple[Blocker, ...]
    role: Role | None
    need: int | None
    lost: int = 1


@dataclass(slots=True)
class _Story:
    """Spans in the making: neighbours that fail for the same reasons are one."""

    step: int
    told: list[_Telling] = field(default_factory=list)
    _open: dict[int, _Telling] = field(default_factory=dict)

    def tell(  # noqa: PLR0917 - what a span has
        self,
        turn: int,
        start: int,
        number: int,
        blockers: tuple[Blocker, ...],
        role: Role | None,
        need: int | None,
    ) -> None:
        """At this start, the turn-th that is looked at, a seat stays empty."""
        last = self._open.get(number)
        if last is not None and last.turn == turn - 1 and last.blockers == blockers:
            last.last, last.turn, last.lost = start, turn, last.lost + 1
            return
        self._open[number] = _Telling(start, start, turn, number, blockers, role, need)
        self.told.append(self._open[number])

    def spans(self) -> tuple[BlockedSpan, ...]:
        """All of them, by start and seat."""
        ordered = sorted(self.told, key=lambda each: (each.first, each.number))
        return tuple(
            BlockedSpan(
                Span(each.first, each.last + self.step), each.blockers, each.role, each.need, each.lost
            )
            for each in ordered
        )
