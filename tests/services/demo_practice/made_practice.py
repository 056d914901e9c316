"""A demo practice as a test looks at it."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from praxidesk.engine import conflicts, occupancy
from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, EntryKind, Status
from praxidesk.engine.walltime import Zone
from praxidesk.models import queries
from praxidesk.models.store import Store
from praxidesk.services.demo import DemoReport, make_demo
from praxidesk.services.desk import read_practice

BERLIN = Zone("Europe/Berlin")
EVER = Span(-(2**40), 2**40)


@dataclass(frozen=True)
class MadePractice:
    """What is in the store after it was made."""

    day: date
    report: DemoReport
    practice: Practice
    entries: tuple[Entry, ...]

    def digest(self) -> str:
        """The same for the same practice and calendar."""
        content = (replace(self.practice, holidays={}), self.entries)
        return hashlib.sha256(repr(content).encode()).hexdigest()

    def of_the_day(self) -> list[Entry]:
        """Entries of the day it was made for."""
        return [each for each in self.entries if BERLIN.day_of(each.starts_at) == self.day]

    def emergency(self) -> Entry:
        """The one entry that stands although something spoke against it."""
        (found,) = (each for each in self.entries if each.override_reason)
        return found

    def overlaps(self) -> set[frozenset[EntryId]]:
        """By definition: two entries that take one actor at one time."""
        taken: defaultdict[ActorId, list[tuple[Span, EntryId]]] = defaultdict(list)
        for entry in self.entries:
            if entry.status.occupies:
                for part in entry.allocations:
                    taken[part.actor].append((part.span, entry.id))
        found: set[frozenset[EntryId]] = set()
        for parts in taken.values():
            by_day: defaultdict[date, list[tuple[Span, EntryId]]] = defaultdict(list)
            for span, entry_id in parts:  # nothing here goes over midnight
                by_day[BERLIN.day_of(span.start)].append((span, entry_id))
            for group in by_day.values():
                for (one, first), (other, second) in combinations(group, 2):
                    if first != second and one.overlaps(other):
                        found.add(frozenset((first, second)))
        return found

    def conflicts(self) -> dict[EntryId, list[Conflict]]:
        """What the engine says against each entry, were it asked for now."""
        near: defaultdict[tuple[ActorId, date], list[Taken]] = defaultdict(list)
        for entry in self.entries:
            if entry.status.occupies or entry.status.is_tentative:
                for part in entry.allocations:
                    near[part.actor, BERLIN.day_of(part.starts_at)].append(
                        _taken(entry, part.actor, part.span)
                    )
        found = {}
        for entry in self.entries:
            day = BERLIN.day_of(entry.starts_at)
            around = [each for part in entry.allocations for each in near[part.actor, day]]
            against = conflicts.check(self.practice, BERLIN, _proposal(entry), around, 0)
            if entry.kind is EntryKind.OPERATION and entry.status.is_tentative:
                # Asked for: what it misses is a room, and the rest of the team.
                against = [each for each in against if each.kind is not ConflictKind.NEED_UNMET]
            if against:
                found[entry.id] = against
        return found


def made(store: Store, day: date, now: int) -> MadePractice:
    """Make the demo practice and read it back."""
    report = make_demo(store, day, now)
    with store.read() as connection:
        return MadePractice(day, report, read_practice(connection), queries.entries(connection, EVER))


def at(day: date, hour: int, minute: int = 0) -> int:
    """A moment of a day in Berlin."""
    return BERLIN.at(day, hour * 60 + minute)


def _taken(entry: Entry, actor: ActorId, span: Span) -> Taken:
    return Taken(actor, span.start, span.end, entry.id, entry.service, int(entry.status.occupies), None)


def _proposal(entry: Entry) -> Proposal:
    return Proposal(
        kind=entry.kind,
        status=Status(entry.status),
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        type=entry.type,
        procedure=entry.procedure,
        phases=entry.phases,
        participants=occupancy.participants_of(entry),
        patient=entry.patient.id if entry.patient else None,
        allocations=entry.allocations,
        entry=entry.id,
    )
