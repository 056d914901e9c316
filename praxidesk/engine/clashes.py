"""Where a proposal meets the entries around it: shared time, and gaps that are too short.

Between two entries of one actor lies at least the larger of the buffers there; of one practitioner also
the longer of their ways. That is asked of every two entries, but only the nearest are named.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from praxidesk.engine.entries import Taken
from praxidesk.engine.findings import Finding
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.spans import MINUTE, Span, intersected, merged
from praxidesk.engine.vocabulary import (
    NOBODY,
    ActorId,
    ActorKind,
    ConflictKind,
    EntryId,
    ServiceId,
    Severity,
)

_BUSY = {
    ActorKind.PRACTITIONER: ConflictKind.PRACTITIONER_BUSY,
    ActorKind.ROOM: ConflictKind.ROOM_BUSY,
    ActorKind.DEVICE: ConflictKind.DEVICE_BUSY,
    ActorKind.PATIENT: ConflictKind.PATIENT_BUSY,
}

_WEIGHT = (Severity.OFF, Severity.WARNING, Severity.BLOCKING)

CLASHING = frozenset({*_BUSY.values(), ConflictKind.BLOCKOUT})
"""Kinds that mean two occupying allocations at one time."""


@dataclass(frozen=True, slots=True)
class Buffers:
    """Seconds that an entry's actors need free around it."""

    before: int
    after: int
    travel: int = 0
    """Before and after, for its practitioners alone: not besides the buffers, but longer than they may be."""


def buffers_of(practice: Practice, service_id: ServiceId) -> Buffers:
    """The buffers of a type or procedure; a blockout has none."""
    service = practice.service_of(service_id)
    if service is None:
        return Buffers(0, 0)
    return Buffers(service.buffer_before * MINUTE, service.buffer_after * MINUTE, service.travel * MINUTE)


def kind_of_meeting(practice: Practice, actor_id: ActorId, service: ServiceId, occupies: int) -> ConflictKind:
    """What an occupying proposal gets that meets an allocation of an actor for a service."""
    if not occupies:
        return ConflictKind.TENTATIVE
    if service == 0:
        return ConflictKind.BLOCKOUT
    actor = practice.actors.get(actor_id)
    return _BUSY[actor.kind if actor is not None else ActorKind.PATIENT]


def margins(
    practice: Practice, own: Buffers, actor: ActorId, service: ServiceId, occupies: int
) -> tuple[int, int] | None:
    """Seconds that a search keeps free before and after an allocation; ``None`` where it is in nobody's way.

    The turnover of what is to be placed is its own occupancy, and no margin.

    :param own: the buffers of what is to be placed
    """
    kind = kind_of_meeting(practice, actor, service, occupies)
    before = after = 0
    if kind is not ConflictKind.TENTATIVE and actor in practice.actors:  # a patient needs no gap
        other = buffers_of(practice, service)
        if practice.avoids(ConflictKind.GAP_TOO_SHORT):
            before, after = max(own.after, other.before), max(other.after, own.before)
        travel = max(own.travel, other.travel)
        if travel and practice.is_practitioner(actor) and practice.avoids(ConflictKind.TRAVEL_TOO_SHORT):
            before, after = max(before, travel), max(after, travel)
    # Where meeting something is allowed but coming too near is not, both are avoided.
    return (before, after) if practice.avoids(kind) or before or after else None


def parts_by_actor(proposal: Proposal) -> Mapping[ActorId, list[Span]]:
    """When a proposal takes each actor, turnover included: sorted, disjoint, touching parts joined."""
    spans: dict[ActorId, list[Span]] = {}
    for each in proposal.allocations:
        spans.setdefault(each.actor, []).append(each.span)
    return {actor: merged(parts) for actor, parts in spans.items()}


def asked_by_actor(proposal: Proposal) -> Mapping[ActorId, list[Span]]:
    """The same without turnover: the time for which somebody must be there."""
    spans: dict[ActorId, list[Span]] = {}
    for each in proposal.allocations:
        spans.setdefault(each.actor, []).append(each.part)
    return {actor: merged(parts) for actor, parts in spans.items()}


def clashes(practice: Practice, proposal: Proposal, surroundings: Sequence[Taken]) -> Iterator[Finding]:
    """All shared time and all gaps too short, in no particular order."""
    parts = parts_by_actor(proposal)
    near: dict[tuple[ActorId, EntryId], list[Taken]] = {}
    for taken in surroundings:
        if taken.actor in parts and taken.entry != proposal.entry and taken.actor != NOBODY:
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
                Finding(too_short, gap, actor, entry)
                for too_short, gap in _short_gaps(practice, proposal, parts[actor], theirs, takens[0])
            )
    for found in gaps.values():
        yield from _nearest(practice, found)


def _short_gaps(
    practice: Practice, proposal: Proposal, ours: Sequence[Span], theirs: Sequence[Span], taken: Taken
) -> Iterator[tuple[ConflictKind, Span]]:
    """Gaps between the parts of two entries that are shorter than their buffers or the way between them.

    Where a gap is too short for both, the buffers are named, unless the way weighs more.
    """
    own = buffers_of(practice, proposal.service)
    other = buffers_of(practice, taken.service)
    travel = max(own.travel, other.travel) if practice.is_practitioner(taken.actor) else 0
    for mine in ours:
        for their in theirs:
            if their.end <= mine.start:
                gap, buffer = Span(their.end, mine.start), max(other.after, own.before)
            else:
                gap, buffer = Span(mine.end, their.start), max(own.after, other.before)
            seconds = gap.end - gap.start
            needed = ((ConflictKind.GAP_TOO_SHORT, buffer), (ConflictKind.TRAVEL_TOO_SHORT, travel))
            kinds = [
                kind
                for kind, least in needed
                if seconds < least and practice.severity(kind) is not Severity.OFF
            ]
            if kinds:
                yield max(kinds, key=lambda kind: _WEIGHT.index(practice.severity(kind))), gap


def _nearest(practice: Practice, gaps: Sequence[Finding]) -> Iterator[Finding]:
    """Those gaps that no smaller one of the same weight lies within: not what lies behind the neighbours."""
    weights = [_WEIGHT.index(practice.severity(each.kind)) for each in gaps]
    for finding, weight in zip(gaps, weights, strict=True):
        if not any(
            other_weight >= weight and finding.span.contains(other.span) and finding.span != other.span
            for other, other_weight in zip(gaps, weights, strict=True)
        ):
            yield finding
