"""Whether an entry stands in time that nobody could book: somebody's absence, a closure or a holiday.

A glance for every tile that is shown; what breaks any rule at all only a check says.
"""

from dataclasses import dataclass, field

from praxidesk.engine.entries import Entry
from praxidesk.engine.hours import NamedSpans, site_closures
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import LONGEST_ENTRY_SECONDS, Span
from praxidesk.engine.vocabulary import ActorId, ConflictKind, Severity, Status
from praxidesk.engine.walltime import Zone

_TO_COME = frozenset({Status.BOOKED, Status.ARRIVED})
"""Who is treated already, or done, no longer needs another time."""
_DAY = 24 * 3600
_MOST_DAYS = 400


@dataclass(frozen=True, slots=True)
class Stranding:
    """One reason why an entry cannot stay where it is."""

    actor: ActorId | None
    """Who is absent; ``None`` where the practice is shut."""
    reason: str


@dataclass(frozen=True, slots=True)
class AwayTimes:
    """When everybody is away and the practice shut, worked out for each actor and day once.

    Days are those of UTC here: found without a look at a clock or calendar for each entry.
    """

    practice: Practice
    zone: Zone
    _absences: dict[ActorId, NamedSpans] = field(default_factory=dict, repr=False, compare=False)
    _closures: dict[int, NamedSpans] = field(default_factory=dict, repr=False, compare=False)

    def strandings(self, entry: Entry) -> tuple[Stranding, ...]:
        """What keeps it from happening; nothing of one that was booked knowingly, with a reason."""
        if entry.status not in _TO_COME or entry.override_reason:
            return ()
        found: dict[Stranding, None] = {}
        if self._matters(ConflictKind.PRACTICE_CLOSED):
            for shut, reason in self._shut(entry.starts_at // _DAY):
                if shut.overlaps(entry.span):
                    found[Stranding(None, reason)] = None
        if self._matters(ConflictKind.ABSENT):
            for part in entry.allocations:
                for away, reason in self._away(part.actor):
                    if away.overlaps(part.part):
                        found[Stranding(part.actor, reason)] = None
        return tuple(found)

    def _matters(self, kind: ConflictKind) -> bool:
        return self.practice.severity(kind) is Severity.BLOCKING

    def _away(self, actor_id: ActorId) -> NamedSpans:
        known = self._absences.get(actor_id)
        if known is None:
            actor, reached = self.practice.actors.get(actor_id), self.zone.reached
            absences = actor.availability.absences if actor is not None else ()
            spans = [(Span(reached(each.starts), reached(each.ends)), each.reason) for each in absences]
            known = self._absences[actor_id] = tuple(each for each in spans if each[0].start < each[0].end)
        return known

    def _shut(self, day: int) -> NamedSpans:
        """Whatever an entry that begins on this day may meet."""
        known = self._closures.get(day)
        if known is None:
            if len(self._closures) >= _MOST_DAYS:
                self._closures.clear()
            span = Span(day * _DAY, (day + 1) * _DAY + LONGEST_ENTRY_SECONDS)
            known = tuple(site_closures(self.practice, self.zone, span))
            self._closures[day] = known
        return known


_known: list[AwayTimes] = []


def away_times(practice: Practice, zone: Zone) -> AwayTimes:
    """Those of a practice as it is; asked for the very same one again, the same."""
    for each in _known:
        if each.practice is practice and each.zone is zone:
            return each
    _known.insert(0, AwayTimes(practice, zone))
    del _known[2:]
    return _known[0]
