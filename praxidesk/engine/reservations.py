"""Reserved block time: hours of an actor that are kept for some people or services.

A block that is due for release, and that nobody uses who may, keeps nothing any more. Where several
blocks cover one time, being let in by one of them is enough.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from praxidesk.engine.clashes import asked_by_actor
from praxidesk.engine.entries import Taken
from praxidesk.engine.findings import Finding
from praxidesk.engine.practice import Practice, Reservation
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.reach import Reach
from praxidesk.engine.reserved_blocks import Block, Claim, claims_on
from praxidesk.engine.spans import LONGEST_ENTRY_SECONDS, Span, intersected, merged
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, ServiceId
from praxidesk.engine.walltime import Zone


class Kept(NamedTuple):
    """Time in which an actor may be taken for a service only if one of the holders takes part."""

    span: Span
    holders: frozenset[ActorId]
    """In any role, in any part of the entry; empty: nobody makes it possible."""


class Blocks:
    """All reserved time, as what is in the calendar leaves it at one moment; for one check or search."""

    def __init__(
        self,
        practice: Practice,
        zone: Zone,
        surroundings: Sequence[Taken],
        now: int,
        entry: EntryId | None = None,
    ) -> None:
        """See what is reserved.

        :param surroundings: what :func:`reach` or :func:`search_reach` asks for, in any order; read
            only when a block is met that is due for release
        :param entry: the stored entry that is moved, and so uses no block where it stands now
        """
        self._practice = practice
        self._zone = zone
        self._surroundings = surroundings
        self._today = zone.day_of(now)
        self._entry = entry
        self._claims: dict[ActorId, tuple[Claim, ...]] = {}
        self._rows: dict[ActorId, list[Taken]] | None = None
        self._entries: dict[frozenset[ActorId], frozenset[EntryId]] = {}

    def kept(self, actor: ActorId, span: Span, service: ServiceId) -> list[Kept]:
        """What of a span an actor is not free to be taken in, by just anybody, for this service.

        Sorted, disjoint and clipped to the span. An entry may take the actor if among its people is
        a holder of each of those that share time with the actor's part in it.
        """
        if not self._practice.reservations:
            return []
        if actor not in self._claims:
            self._claims[actor] = tuple(claims_on(self._practice, actor))
        standing: list[tuple[Span, Claim]] = []
        for claim in self._claims[actor]:
            due = last_due(claim.reservation, self._today)
            standing += [
                (block.span, claim)
                for block in claim.blocks(self._zone, span)
                if block.day > due or self._is_used(claim, block, actor)
            ]
        return _cut(standing, actor, span, service)

    def _is_used(self, claim: Claim, block: Block, actor: ActorId) -> bool:
        """Whether some entry takes the actor in the block that the block was kept for."""
        return any(
            taken.starts_at < block.span.end
            and block.span.start < taken.ends_at
            and claim.is_for(taken.service)
            and (claim.for_anybody or taken.entry in self._entries_with(claim.holders))
            for taken in self._occupying().get(actor, ())
        )

    def _occupying(self) -> Mapping[ActorId, list[Taken]]:
        if self._rows is None:
            self._rows = {}
            for taken in self._surroundings:
                if taken.occupies and taken.entry != self._entry:
                    self._rows.setdefault(taken.actor, []).append(taken)
        return self._rows

    def _entries_with(self, people: frozenset[ActorId]) -> frozenset[EntryId]:
        found = self._entries.get(people)
        if found is None:
            rows = self._occupying()
            found = frozenset(taken.entry for actor in people for taken in rows.get(actor, ()))
            self._entries[people] = found
        return found


def last_due(reservation: Reservation, today: date) -> date:
    """Up to which day its blocks are given to anybody today, if they are not used."""
    ahead = reservation.release_days
    if ahead is None:
        return date.min
    return today + timedelta(min(ahead, (date.max - today).days))


def reach(practice: Practice, zone: Zone, proposal: Proposal) -> list[Reach]:
    """What must be known to tell whether the reservations that a proposal meets are used."""
    if not practice.reservations:
        return []
    people = _people(proposal)
    found = []
    for actor, parts in asked_by_actor(proposal).items():
        if not parts:
            continue
        met = [
            (claim, block)
            for claim in claims_on(practice, actor)
            for block in claim.blocks(zone, Span(parts[0].start, parts[-1].end))
            if any(part.overlaps(block.span) for part in parts)
        ]
        if all(claim.admits(proposal.service, people) for claim, _ in met):
            continue
        # Those too that let it in: released, they would not any more, and another may refuse it.
        found += [
            _around([block], claim, actor)
            for claim, block in met
            if claim.reservation.release_days is not None
        ]
    return found


def search_reach(
    practice: Practice, zone: Zone, actors: Iterable[ActorId], span: Span, now: int
) -> list[Reach]:
    """What must be known to tell which blocks of a span are released now: nothing where none is due."""
    if not practice.reservations:
        return []
    today = zone.day_of(now)
    found = []
    for actor in actors:
        for claim in claims_on(practice, actor):
            due = [
                block for block in claim.blocks(zone, span) if block.day <= last_due(claim.reservation, today)
            ]
            if due:
                found.append(_around(due, claim, actor))
    return found


def findings(
    practice: Practice, zone: Zone, proposal: Proposal, surroundings: Sequence[Taken], now: int
) -> Iterator[Finding]:
    """Where a proposal takes what is kept for others: one for each actor and contiguous span."""
    if not practice.reservations:
        return
    blocks = Blocks(practice, zone, surroundings, now, proposal.entry)
    people = _people(proposal)
    for actor, parts in asked_by_actor(proposal).items():
        if not parts:
            continue
        kept = blocks.kept(actor, Span(parts[0].start, parts[-1].end), proposal.service)
        for span in intersected(parts, merged(each.span for each in kept if not each.holders & people)):
            yield Finding(ConflictKind.RESERVED, span, actor)


def _people(proposal: Proposal) -> frozenset[ActorId]:
    """Everybody who takes part, also those whose part is of no length."""
    return frozenset(
        [*(each.actor for each in proposal.participants), *(each.actor for each in proposal.allocations)]
    )


def _around(blocks: Sequence[Block], claim: Claim, actor: ActorId) -> Reach:
    """The actor's entries in the blocks; and where they need a holder, the holders', be it hours away."""
    start, end = blocks[0].span.start, blocks[-1].span.end
    if claim.for_anybody:
        return Reach(frozenset({actor}), Span(start, end))
    return Reach(claim.holders | {actor}, Span(start - LONGEST_ENTRY_SECONDS, end + LONGEST_ENTRY_SECONDS))


def _cut(
    standing: Sequence[tuple[Span, Claim]], actor: ActorId, span: Span, service: ServiceId
) -> list[Kept]:
    """Blocks, which may overlap, as stretches of time with everybody who is let in there."""
    waiting = sorted(standing, key=_start_of, reverse=True)
    edges = sorted(
        {*span, *(min(max(edge, span.start), span.end) for block, _ in standing for edge in block)}
    )
    here: list[tuple[Span, Claim]] = []
    result: list[Kept] = []
    for start, end in pairwise(edges):
        while waiting and waiting[-1][0].start <= start:
            here.append(waiting.pop())
        here = [each for each in here if each[0].end > start]
        fitting = [claim for _, claim in here if claim.is_for(service)]
        if not here or any(claim.for_anybody or actor in claim.holders for claim in fitting):
            continue
        holders = frozenset[ActorId]().union(*(claim.holders for claim in fitting))
        if result and result[-1].span.end == start and result[-1].holders == holders:
            result[-1] = Kept(Span(result[-1].span.start, end), holders)
        else:
            result.append(Kept(Span(start, end), holders))
    return result


def _start_of(standing: tuple[Span, Claim]) -> int:
    return standing[0].start
