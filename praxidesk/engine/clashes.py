"""Where a proposal meets the entries around it: shared time, and gaps that are too short."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from praxidesk.engine.entries import Taken
from praxidesk.engine.findings import Finding
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.spans import MINUTE, Span, intersected, merged
from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    ConflictKind,
    EntryId,
    ServiceId,
)

_BUSY = {
    ActorKind.PRACTITIONER: ConflictKind.PRACTITIONER_BUSY,
    ActorKind.ROOM: ConflictKind.ROOM_BUSY,
    ActorKind.DEVICE: ConflictKind.DEVICE_BUSY,
    ActorKind.PATIENT: ConflictKind.PATIENT_BUSY,
}

CLASHING = frozenset({*_BUSY.values(), ConflictKind.BLOCKOUT})
"""Kinds that mean two occupying allocations at one time."""


@dataclass(frozen=True, slots=True)
class Buffers:
    """Seconds that an entry's actors need free around it."""

    before: int
    after: int


def buffers_of(practice: Practice, service_id: ServiceId) -> Buffers:
    """The buffers of a type or procedure; a blockout has none."""
    service = practice.service_of(service_id)
    if service is None:
        return Buffers(0, 0)
    return Buffers(service.buffer_before * MINUTE, service.buffer_after * MINUTE)


def kind_of_meeting(practice: Practice, actor_id: ActorId, service: ServiceId, occupies: int) -> ConflictKind:
    """What an occupying proposal gets that meets an allocation of an actor for a service."""
    if not occupies:
        return ConflictKind.TENTATIVE
    if service == 0:
        return ConflictKind.BLOCKOUT
    actor = practice.actors.get(actor_id)
    return _BUSY[actor.kind if actor is not None else ActorKind.PATIENT]


def parts_by_actor(proposal: Proposal) -> Mapping[ActorId, list[Span]]:
    """When a proposal takes each actor: sorted, disjoint, touching parts joined."""
    spans: dict[ActorId, list[Span]] = {}
    for each in proposal.allocations:
        spans.setdefault(each.actor, []).append(each.span)
    return {actor: merged(parts) for actor, parts in spans.items()}


def clashes(practice: Practice, proposal: Proposal, surroundings: Sequence[Taken]) -> Iterator[Finding]:
    """All shared time and all gaps too short, in no particular order."""
    parts = parts_by_actor(proposal)
    near: dict[tuple[ActorId, EntryId], list[Taken]] = {}
    for taken in surroundings:
        if taken.actor in parts and taken.entry != proposal.entry:
            near.setdefault((taken.actor, taken.entry), []).append(taken)
    gaps: dict[ActorId, list[Finding]] = {}
    for (actor, entry), takens in near.items():
        theirs = merged(Span(taken.starts_at, taken.ends_at) for taken in takens)
        shared = intersected(parts[actor], theirs)
        kind = kind_of_meeting(practice, actor, takens[0].service, takens[0].occupies)
        if proposal.status.is_tentative:
            kind = ConflictKind.TENTATIVE
        for span in shared:
            yield Finding(kind, span, actor, entry)
        if not shared and kind is not ConflictKind.TENTATIVE and actor in practice.actors:
            gaps.setdefault(actor, []).extend(
                Finding(ConflictKind.GAP_TOO_SHORT, gap, actor, entry)
                for gap in _short_gaps(practice, proposal, parts[actor], theirs, takens[0])
            )
    for found in gaps.values():
        yield from _nearest(found)


def _short_gaps(
    practice: Practice, proposal: Proposal, ours: Sequence[Span], theirs: Sequence[Span], taken: Taken
) -> Iterator[Span]:
    """Gaps between the parts of two entries that are shorter than the larger of the two buffers there."""
    own = buffers_of(practice, proposal.service)
    other = buffers_of(practice, taken.service)
    for mine in ours:
        for their in theirs:
            if their.end <= mine.start:
                gap, needed = Span(their.end, mine.start), max(other.after, own.before)
            else:
                gap, needed = Span(mine.end, their.start), max(own.after, other.before)
            if gap.end - gap.start < needed:
                yield gap


def _nearest(gaps: Sequence[Finding]) -> Iterator[Finding]:
    """Those gaps that no smaller one lies within: an actor's neighbours, not what lies behind them."""
    for finding in gaps:
        if not any(finding.span.contains(other.span) and finding.span != other.span for other in gaps):
            yield finding
