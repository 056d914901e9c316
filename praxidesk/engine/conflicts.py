"""The check: everything that speaks against a proposal, named and weighed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from praxidesk.engine.clashes import CLASHING, Finding, clashes, parts_by_actor
from praxidesk.engine.entries import Taken
from praxidesk.engine.hours import site_background
from praxidesk.engine.hours_conflicts import actor_conflicts, site_conflicts
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal, UnmetNeed
from praxidesk.engine.qualification import is_qualified, meeting
from praxidesk.engine.spans import MINUTE, Span, intersected, merged
from praxidesk.engine.vocabulary import ActorId, ConflictKind, Role, Severity
from praxidesk.engine.walltime import Zone

_PLACE = {kind: place for place, kind in enumerate(ConflictKind)}


def check(
    practice: Practice, zone: Zone, proposal: Proposal, surroundings: Sequence[Taken], now: int
) -> list[Conflict]:
    """Every conflict of a proposal, ordered by start, kind, actor and other entry.

    What the practice's policy has switched off is left out. A status that neither occupies nor
    hints at occupying meets nothing.

    :param surroundings: every occupying and tentative allocation of the proposal's actors within
        its :func:`reach`, in any order; others, and the proposal's own entry, are passed over
    """
    if not (proposal.status.occupies or proposal.status.is_tentative):
        return []
    findings = [
        *_past(proposal, now),
        *_hours(practice, zone, proposal),
        *_people(practice, proposal),
        *(
            Finding(ConflictKind.NEED_UNMET, proposal.span, role=unmet.role)
            for unmet in unmet_needs(practice, proposal)
        ),
        *clashes(practice, proposal, surroundings),
    ]
    findings.sort(key=_order)
    return [
        Conflict(each.kind, weight, each.span, each.actor, each.entry, each.role)
        for each in findings
        if (weight := practice.severity(each.kind)) is not Severity.OFF
    ]


def reach(practice: Practice, proposal: Proposal) -> Span:
    """The time whose allocations the check needs: the proposal, and the longest buffers around it."""
    return widened(practice, proposal.span)


def widened(practice: Practice, span: Span) -> Span:
    """A span and the longest buffers around it."""
    widest = max(
        (
            max(each.buffer_before, each.buffer_after)
            for services in (practice.types, practice.procedures)
            for each in services.values()
        ),
        default=0,
    )
    return Span(span.start - widest * MINUTE, span.end + widest * MINUTE)


def guarded(
    proposal: Proposal, conflicts: Sequence[Conflict], surroundings: Sequence[Taken] = ()
) -> Proposal:
    """The proposal as it may be stored: what clashes is not guarded by the database, all else is.

    Something clashes that a reason has overridden or that the policy allows. Nothing is guarded
    where the status does not occupy.

    :param surroundings: needed to see clashes that the policy has switched off, and that are
        therefore not among the conflicts
    """
    if not proposal.status.occupies:
        return replace(
            proposal, allocations=tuple(replace(each, blocking=False) for each in proposal.allocations)
        )
    clashing: dict[ActorId, list[Span]] = {}
    for conflict in conflicts:
        if conflict.kind in CLASHING and conflict.actor is not None:
            clashing.setdefault(conflict.actor, []).append(conflict.span)
    for taken in surroundings:
        if taken.status.occupies and taken.entry != proposal.entry:
            clashing.setdefault(taken.actor, []).append(Span(taken.starts_at, taken.ends_at))
    return replace(
        proposal,
        allocations=tuple(
            replace(each, blocking=not any(each.span.overlaps(span) for span in clashing.get(each.actor, ())))
            for each in proposal.allocations
        ),
    )


def unmet_needs(practice: Practice, proposal: Proposal) -> tuple[UnmetNeed, ...]:
    """The needs of the type or procedure that no participant is left for, in their order."""
    service = practice.service(proposal.type, proposal.procedure)
    if service is None:
        return ()
    met = meeting(practice, service, proposal.participants)
    return tuple(UnmetNeed(index, need.role) for index, need in enumerate(service.need) if index not in met)


def _order(finding: Finding) -> tuple[int, int, int, int, int]:
    return (
        finding.span.start,
        _PLACE[finding.kind],
        finding.actor or 0,
        finding.entry or 0,
        finding.span.end,
    )


def _past(proposal: Proposal, now: int) -> Iterator[Finding]:
    if proposal.starts_at < now:
        yield Finding(ConflictKind.IN_THE_PAST, Span(proposal.starts_at, min(proposal.ends_at, now)))


def _hours(practice: Practice, zone: Zone, proposal: Proposal) -> Iterator[Finding]:
    """The whole entry against the site's hours, and each part against those of its actor."""
    span = proposal.span
    site = site_background(practice, zone, span)
    yield from _within([span], site_conflicts(site, span), None)
    for actor, parts in parts_by_actor(proposal).items():
        if actor in practice.actors:
            yield from _within(parts, actor_conflicts(practice, zone, actor, span, site), actor)


def _within(
    parts: Sequence[Span], found: Mapping[ConflictKind, list[Span]], actor: ActorId | None
) -> Iterator[Finding]:
    for kind, spans in found.items():
        for span in intersected(parts, spans):
            yield Finding(kind, span, actor)


def _people(practice: Practice, proposal: Proposal) -> Iterator[Finding]:
    """Actors who are no longer there, and those who may not do what they are asked for."""
    service = practice.service(proposal.type, proposal.procedure)
    played: dict[tuple[ActorId, Role], list[Span]] = {}
    for each in proposal.allocations:
        played.setdefault((each.actor, each.role), []).append(each.span)
    for actor_id, parts in parts_by_actor(proposal).items():
        actor = practice.actors.get(actor_id)
        if actor is not None and not actor.active:
            for span in parts:
                yield Finding(ConflictKind.INACTIVE, span, actor_id)
    for (actor_id, role), parts in played.items():
        actor = practice.actors.get(actor_id)
        if actor is not None and not is_qualified(service, actor, role):
            for span in merged(parts):
                yield Finding(ConflictKind.NOT_QUALIFIED, span, actor_id, role=role)
