"""Who keeps each seat of a search empty at one start, looked up from start to start in order."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from operator import itemgetter

from praxidesk.engine.matching import gets_one
from praxidesk.engine.outcomes import Blocker
from praxidesk.engine.outlook import Outlook, is_in
from praxidesk.engine.slots import Search
from praxidesk.engine.spans import MINUTE, merged
from praxidesk.engine.substitutes import named_by, places
from praxidesk.engine.teams import Seat
from praxidesk.engine.trials import Trials
from praxidesk.engine.vocabulary import ActorId, ConflictKind


class Closed(Enum):
    """The marker of a start outside the practice's usual hours, which nobody needs explained."""

    CLOSED = "closed"


CLOSED = Closed.CLOSED

_LAST = 1 << 62
_FITNESS = frozenset({ConflictKind.INACTIVE, ConflictKind.NOT_QUALIFIED, ConflictKind.EQUIPMENT_MISSING})
"""What is no matter of time."""


class Whole:
    """What speaks against a start whoever takes part: closures, limits of the practice, the patient."""

    def __init__(self, outlook: Outlook, trials: Trials) -> None:
        self._outlook = outlook
        self._trials = trials
        self._closures = merged(closed for closed, _ in outlook.calendars.backdrop.site.closures)
        self._known: Blocker | Closed = CLOSED
        self._holds = (0, 0)

    def blocker(self, start: int) -> Blocker | Closed | None:
        """The one that lasts longest, the patient last; ``None`` where nothing speaks against it."""
        if is_in(self._outlook.windows, start):
            return None
        if not self._holds[0] <= start < self._holds[1]:
            self._known, until = self._look(start)
            self._holds = start, until
        return self._known

    def _look(self, start: int) -> tuple[Blocker | Closed, int]:
        trials = self._trials
        proposal = trials.proposal(start, (), with_patient=True)
        found = [each for each in trials.against(proposal) if each.kind is not ConflictKind.NEED_UNMET]
        blockers = [trials.blocker(each, proposal) for each in found]
        shut = [each for each in blockers if each.kind is ConflictKind.PRACTICE_CLOSED]
        if shut:
            lasting = max(shut, key=_lasting)
            until = _LAST if lasting.until is None else lasting.until
            closure = next((each for each in self._closures if each.end > start), None)
            if closure is None:
                return CLOSED, until
            if closure.start < proposal.ends_at:
                return lasting, closure.end
            return CLOSED, min(until, closure.start - (proposal.ends_at - start) + 1)
        others = [each for each in blockers if each.actor is None] or blockers
        if not others:
            return Blocker(None, ConflictKind.PRACTICE_CLOSED), start + 1
        lasting = max(others, key=_lasting)
        patient = trials.search.length.patient if lasting.actor is not None else trials.search.length.whole
        return lasting, trials.holds_until(lasting, patient, start)


@dataclass(slots=True)
class Chair:
    """A seat, and for each of its candidates what was last found against it."""

    seat: Seat
    outlook: Outlook
    trials: Trials
    nobody: tuple[Blocker, ...]
    """Why those named can never sit here, where there are no candidates at all."""
    _known: dict[ActorId, tuple[Blocker, int, int]] = field(default_factory=dict)

    def free(self, start: int) -> list[ActorId]:
        """The candidates who are free, alone or in company."""
        return [each for each in self.seat.candidates if self.outlook.is_free((each, self.seat.parts), start)]

    def blockers(self, start: int) -> tuple[Blocker, ...] | None:
        """What is in each candidate's way; ``None`` where one of them is free."""
        if not self.seat.candidates:
            return self.nobody
        if self.free(start):
            return None
        return tuple(self.blocker(actor, start) for actor in self.seat.candidates)

    def blocker(self, actor: ActorId, start: int) -> Blocker:
        """What is in the way of one who is not free, of several things that which lasts longest."""
        known = self._known.get(actor)
        if known is not None and known[1] <= start < known[2]:
            return known[0]
        if actor in self.trials.search.practice.groups:
            found, until = self._full(actor, start)
        else:
            found = self.alone(actor, start) or Blocker(actor, ConflictKind.NEED_UNMET)
            until = self.trials.holds_until(found, self.seat.parts, start)
        self._known[actor] = found, start, until
        return found

    def alone(self, actor: ActorId, start: int) -> Blocker | None:
        """What speaks against somebody if nobody else took part."""
        proposal = self.trials.proposal(start, [(actor, self.seat.role, self.seat.parts)], with_patient=False)
        found = [each for each in self.trials.against(proposal) if each.actor == actor]
        return max((self.trials.blocker(each, proposal) for each in found), key=_lasting, default=None)

    def _full(self, group: ActorId, start: int) -> tuple[Blocker, int]:
        """A group has no place left until the next start at which it has one."""
        starts = self.outlook.starts[group, self.seat.parts]
        after = bisect_right(starts, start, key=itemgetter(0))
        if after == len(starts):
            return Blocker(group, ConflictKind.CAPACITY_FULL), _LAST
        until = starts[after].start
        ahead = self.seat.parts[0].start * MINUTE if self.seat.parts else 0
        return Blocker(group, ConflictKind.CAPACITY_FULL, None, until + ahead), until


def chairs(search: Search, outlook: Outlook, trials: Trials) -> list[Chair]:
    """A chair for each seat of a search."""
    found = []
    for seat, place in zip(search.seats, places(search.practice, search.request), strict=True):
        nobody: list[Blocker] = []
        if not seat.candidates:
            for actor in named_by(search.practice, place):
                cast = [(actor, seat.role, search.length.whole)]
                proposal = trials.proposal(outlook.calendars.span.start, cast, with_patient=False)
                kinds = [each.kind for each in trials.every(proposal) if each.kind in _FITNESS]
                nobody += [Blocker(actor, kind) for kind in kinds[:1]]
        found.append(Chair(seat, outlook, trials, tuple(nobody)))
    return found


def not_together(every: Sequence[Chair], start: int) -> tuple[int, tuple[Blocker, ...]]:
    """Which seat stays empty, and why, where each has somebody free but not all together.

    Somebody would have to sit on two seats, or a place is reserved for people who are not there.
    """
    free = [chair.free(start) for chair in every]
    seat_of: dict[ActorId, int] = {}
    for number, chair in enumerate(every):
        if not gets_one(number, free, seat_of):
            needed = {actor: Blocker(actor, ConflictKind.NEED_UNMET) for actor in free[number]}
            return number, _everybody(chair, needed, start)
    alone = [
        {actor: found for actor in free[number] if (found := chair.alone(actor, start)) is not None}
        for number, chair in enumerate(every)
    ]
    for number, chair in enumerate(every):
        if len(alone[number]) == len(free[number]):
            return number, _everybody(chair, alone[number], start)
    number = next((number for number, found in enumerate(alone) if found), 0)
    needed = {actor: Blocker(actor, ConflictKind.NEED_UNMET) for actor in free[number]}
    return number, _everybody(every[number], needed | alone[number], start)


def _everybody(chair: Chair, found: dict[ActorId, Blocker], start: int) -> tuple[Blocker, ...]:
    return tuple(found.get(actor) or chair.blocker(actor, start) for actor in chair.seat.candidates)


def _lasting(blocker: Blocker) -> int:
    return _LAST if blocker.until is None else blocker.until
