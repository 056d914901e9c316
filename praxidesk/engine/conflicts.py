"""The check: everything that speaks against a proposal, named and weighed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from praxidesk.engine import capacity, limits, reservations
from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.clashes import CLASHING, asked_by_actor, clashes
from praxidesk.engine.entries import Taken
from praxidesk.engine.findings import Finding
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.qualification import meeting, misfit
from praxidesk.engine.reach import Reach, widened
from praxidesk.engine.spans import Span, intersected, merged
from praxidesk.engine.vocabulary import ActorId, ConflictKind, Role, Severity
from praxidesk.engine.walltime import Zone

_OF_HOURS = frozenset(
    {
        ConflictKind.PRACTICE_CLOSED,
        ConflictKind.OUTSIDE_HOURS,
        ConflictKind.ON_BREAK,
        ConflictKind.ABSENT,
        ConflictKind.OUT_OF_SERVICE,
    }
)
_PLACE = {kind: place for place, kind in enumerate(ConflictKind)}


def check(
    practice: Practice,
    zone: Zone,
    proposal: Proposal,
    surroundings: Sequence[Taken],
    now: int,
    *,
    backdrop: Backdrop | None = None,
) -> list[Conflict]:
    """Every conflict of a proposal, ordered by start, kind, actor and other entry.

    What the practice's policy has switched off is left out. A status that neither occupies nor
    hints at occupying meets nothing.

    :param surroundings: what :func:`reach` asks for, in any order; what else there is, and the
        proposal's own entry, are passed over
    :param backdrop: of a span that has the whole proposal, where one check is not the only one
    """
    if not (proposal.status.occupies or proposal.status.is_tentative):
        return []
    found = [
        *limits.findings(practice, zone, proposal, surroundings, now),
        *_hours(proposal, backdrop or Backdrop(practice, zone, proposal.span)),
        *_people(practice, proposal),
        *(
            Finding(ConflictKind.NEED_UNMET, proposal.span, role=role)
            for role in unmet_needs(practice, proposal)
        ),
        *clashes(practice, proposal, surroundings),
        *reservations.findings(practice, zone, proposal, surroundings, now),
    ]
    return _weighed(practice, proposal, found)


def against_hours(practice: Practice, proposal: Proposal, backdrop: Backdrop) -> list[Conflict]:
    """The same, of what hours, breaks, absences and closures say alone."""
    if not (proposal.status.occupies or proposal.status.is_tentative):
        return []
    return _weighed(practice, proposal, _hours(proposal, backdrop))


def reach(practice: Practice, zone: Zone, proposal: Proposal) -> Reach:
    """What a check of this proposal rests on: its actors around it, and what single rules ask for."""
    actors = capacity.members_of(practice, (each.actor for each in proposal.allocations))
    around = Reach(actors, widened(practice, proposal.span))
    return around.joined(
        [
            *limits.reach(practice, zone, proposal),
            *reservations.reach(practice, zone, proposal),
            *capacity.reach(practice, zone, proposal),
        ]
    )


def without_hours(found: Iterable[Conflict]) -> list[Conflict]:
    """The same where hours only warn: they are taken away over entries, too, and move none."""
    return [
        replace(each, severity=Severity.WARNING)
        if each.kind in _OF_HOURS and each.severity is Severity.BLOCKING
        else each
        for each in found
    ]


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
        if taken.occupies and taken.entry != proposal.entry:
            clashing.setdefault(taken.actor, []).append(Span(taken.starts_at, taken.ends_at))
    return replace(
        proposal,
        allocations=tuple(
            replace(each, blocking=not any(each.span.overlaps(span) for span in clashing.get(each.actor, ())))
            for each in proposal.allocations
        ),
    )


def unmet_needs(practice: Practice, proposal: Proposal) -> tuple[Role, ...]:
    """The roles for which the type or procedure needs one more participant, in its order."""
    service = practice.service(proposal.type, proposal.procedure)
    if service is None:
        return ()
    met = meeting(practice, service, proposal.participants)
    return tuple(need.role for index, need in enumerate(service.need) if index not in met)


def order(finding: Finding | Conflict) -> tuple[int, int, int, int, int]:
    """The order in which conflicts are told."""
    return (
        finding.span.start,
        _PLACE[finding.kind],
        finding.actor or 0,
        finding.entry or 0,
        finding.span.end,
    )


def _weighed(practice: Practice, proposal: Proposal, found: Iterable[Finding]) -> list[Conflict]:
    return [
        Conflict(
            each.kind,
            weight,
            each.span,
            each.actor,
            each.entry,
            each.role,
            service=proposal.service,
            quota=each.quota,
        )
        for each in sorted(found, key=order)
        if (weight := practice.severity(each.kind)) is not Severity.OFF
    ]


def _hours(proposal: Proposal, backdrop: Backdrop) -> Iterator[Finding]:
    """The whole entry against the site's hours, and each part against those of its actor."""
    yield from _within([proposal.span], backdrop.against_site, None)
    for actor, parts in asked_by_actor(proposal).items():
        if actor in backdrop.practice.actors:
            yield from _within(parts, backdrop.against(actor), actor)


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
        played.setdefault((each.actor, each.role), []).append(each.part)
    for actor_id, parts in asked_by_actor(proposal).items():
        actor = practice.actors.get(actor_id)
        if actor is not None and not actor.active:
            for span in parts:
                yield Finding(ConflictKind.INACTIVE, span, actor_id)
    for (actor_id, role), parts in played.items():
        actor = practice.actors.get(actor_id)
        kind = misfit(service, actor, role) if actor is not None else None
        if kind is not None:
            for span in merged(parts):
                yield Finding(kind, span, actor_id, role=role)
