"""Many checks at once: the surroundings loaded once, the background worked out once for each day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.conflicts import check, reach
from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.reach import Reach, all_of
from praxidesk.engine.requests import Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.taken_index import TakenIndex
from praxidesk.engine.vocabulary import NOBODY, ConflictKind, Role
from praxidesk.engine.walltime import Zone

OF_BOOKING_ONLY = frozenset(
    {ConflictKind.IN_THE_PAST, ConflictKind.NOTICE_TOO_SHORT, ConflictKind.TOO_FAR_AHEAD}
)
"""What counts when something is booked, and says nothing against what stands in the calendar."""


def reach_of_all(practice: Practice, zone: Zone, proposals: Iterable[Proposal]) -> Reach | None:
    """What one query must bring for all of them; ``None`` for no proposals."""
    return all_of([reach(practice, zone, each) for each in proposals])


class Sweep:
    """Checks proposals one after the other against surroundings that were loaded once for all."""

    def __init__(self, practice: Practice, zone: Zone, surroundings: Iterable[Taken], now: int) -> None:
        self._practice = practice
        self._zone = zone
        self._now = now
        self._index = TakenIndex(surroundings)
        self._backdrops: dict[tuple[date, date], Backdrop] = {}

    def check(self, proposal: Proposal) -> list[Conflict]:
        """Exactly what a check of its own would find."""
        near = self.near(proposal)
        return check(
            self._practice, self._zone, proposal, near, self._now, backdrop=self._backdrop(proposal.span)
        )

    def near(self, proposal: Proposal) -> list[Taken]:
        """What stands around a proposal."""
        return self._index.within(reach(self._practice, self._zone, proposal))

    def _backdrop(self, span: Span) -> Backdrop:
        days = self._zone.day_of(span.start), self._zone.day_of(span.end - 1)
        found = self._backdrops.get(days)
        if found is None:
            whole = Span(self._zone.day(days[0]).start, self._zone.day(days[1]).end)
            found = self._backdrops[days] = Backdrop(self._practice, self._zone, whole)
        return found


def taken_by(proposal: Proposal) -> Iterator[Taken]:
    """What others see of a proposal once it stands, the entry as a whole last."""
    if proposal.entry is None or not (proposal.status.occupies or proposal.status.is_tentative):
        return
    for each in proposal.allocations:
        yield Taken.of(proposal.entry, proposal.status, proposal.service, each)
    occupies = int(proposal.status.occupies)
    yield Taken(
        NOBODY, proposal.starts_at, proposal.ends_at, proposal.entry, proposal.service, occupies, None
    )


def standing(entry: Entry) -> Proposal:
    """A stored entry as a proposal to be where it is: everybody's part exactly as it stands."""
    parts: dict[tuple[int, Role], Participant] = {}
    for each in entry.allocations:
        if each.role is not Role.PATIENT:
            parts.setdefault((each.actor, each.role), Participant(each.actor, each.role))
    return Proposal(
        kind=entry.kind,
        status=entry.status,
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        type=entry.type,
        procedure=entry.procedure,
        phases=entry.phases,
        participants=tuple(parts.values()),
        patient=entry.patient.id if entry.patient is not None else None,
        allocations=entry.allocations,
        entry=entry.id,
    )


@dataclass(frozen=True, slots=True)
class Breach:
    """A stored entry, and every rule that it breaks where it stands."""

    entry: Entry
    conflicts: tuple[Conflict, ...]


def breaches(
    practice: Practice, zone: Zone, entries: Sequence[Entry], span: Span, now: int
) -> Iterator[Breach]:
    """The entries that share time with a span and break a rule today, each with everything that it breaks.

    :param entries: those of the span and of all that :func:`conflicts.reach` may ask around it
    """
    proposals = [standing(entry) for entry in entries]
    sweep = Sweep(practice, zone, (taken for each in proposals for taken in taken_by(each)), now)
    for entry, proposal in zip(entries, proposals, strict=True):
        if not entry.span.overlaps(span):
            continue
        found = [each for each in sweep.check(proposal) if each.kind not in OF_BOOKING_ONLY]
        if found:
            yield Breach(entry, tuple(found))
