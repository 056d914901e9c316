"""A calendar in memory, in which every entry of the demo practice passes the engine's check first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from praxidesk.engine import conflicts, occupancy
from praxidesk.engine.entries import Reached, Taken
from praxidesk.engine.outcomes import Conflict, Invalid
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryId, Status
from praxidesk.engine.walltime import Zone

_BEFORE_ALL = 0
"""The "now" of every check here: yesterday's entries were booked the day before."""
_BUCKET_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class OfSeries:
    """The series an entry belongs to: weekly, at one time on the wall."""

    number: int
    first: date
    minute: int
    """After midnight."""
    count: int
    day: date | None = None
    """The date that this entry is."""

    def on(self, day: date) -> "OfSeries":
        """For the entry of a day."""
        return replace(self, day=day)


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """An entry to be written."""

    proposal: Proposal
    booked_at: int
    note: str = ""
    reason: str = ""
    override_reason: str = ""
    milestones: tuple[Reached, ...] = ()
    series: OfSeries | None = None
    came: tuple[tuple[Status, int], ...] = ()
    """Statuses of a patient who is there, and when they were set; the last is the proposal's own."""


class DraftCalendar:
    """Entries so far, and who is taken by them."""

    def __init__(self, practice: Practice, zone: Zone) -> None:
        self.practice = practice
        self.zone = zone
        self.entries: list[DraftEntry] = []
        self._taken: defaultdict[tuple[ActorId, int], list[Taken]] = defaultdict(list)

    def proposed(self, request: BookRequest, patient: ActorId | None) -> Proposal:
        """What a request would take.

        :raises AssertionError: where the request is none; the plan of the demo practice is wrong then
        """
        match occupancy.plan(self.practice, self.zone, request, patient):
            case Invalid(errors):
                raise AssertionError(errors)
            case proposal:
                return proposal

    def speaking_against(self, proposal: Proposal) -> list[Conflict]:
        """Everything, warnings too."""
        around = self._surroundings(proposal)
        return conflicts.check(self.practice, self.zone, proposal, around, _BEFORE_ALL)

    def entry(self, number: EntryId) -> DraftEntry:
        """The entry that conflicts name by this number."""
        return self.entries[number - 1]

    def put(self, entry: DraftEntry, against: Sequence[Conflict] = ()) -> None:
        """Take an entry in, guarded but for what speaks against it."""
        proposal = conflicts.guarded(entry.proposal, against)
        number = EntryId(len(self.entries) + 1)
        self.entries.append(replace(entry, proposal=proposal))
        # Who was waited for took the time, too: the rest must not hang on how far the day has come.
        status = Status.BOOKED if proposal.status is Status.NOSHOW else proposal.status
        if not (status.occupies or status is Status.PENDING):
            return
        for each in proposal.allocations:
            taken = Taken.of(number, status, proposal.service, each)
            for bucket in _buckets(each.span):
                self._taken[each.actor, bucket].append(taken)

    def put_if_free(self, entry: DraftEntry) -> bool:
        """Take an entry in where nothing at all speaks against it; whether that was so."""
        if self.speaking_against(entry.proposal):
            return False
        self.put(entry)
        return True

    def _surroundings(self, proposal: Proposal) -> list[Taken]:
        reach = conflicts.reach(self.practice, self.zone, proposal)
        near = {
            (taken.actor, taken.starts_at, taken.entry): taken
            for actor in reach.actors
            for bucket in _buckets(reach.span)
            for taken in self._taken.get((actor, bucket), ())
        }
        return list(near.values())


def _buckets(span: Span) -> Iterable[int]:
    """The days of UTC that a span touches: nothing but a way to find it again."""
    return range(span.start // _BUCKET_SECONDS, (span.end - 1) // _BUCKET_SECONDS + 1)
