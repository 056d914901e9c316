"""Capacity groups: interchangeable places, each an actor of its own, that can be booked as one.

Whoever books the group is seated on one of its places, and may later be seated on another: at the same
times, to make room. Whoever books a place itself is promised it. So the peak of simultaneous use decides,
and yet no place is ever taken twice.

Who may be re-seated is told by whole local days: those that a booking touches. What sticks out of them
stays, so that a booking and a search, whatever else either has loaded, come to the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from praxidesk.engine import reservations
from praxidesk.engine.entries import Allocation
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.qualification import is_qualified
from praxidesk.engine.reach import Reach, widened
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, Role, ServiceId
from praxidesk.engine.walltime import Zone

BY_PLACE = frozenset(
    {
        ConflictKind.ROOM_BUSY,
        ConflictKind.DEVICE_BUSY,
        ConflictKind.BLOCKOUT,
        ConflictKind.TENTATIVE,
        ConflictKind.GAP_TOO_SHORT,
    }
)
"""Kinds that say what else is at a place."""


@dataclass(frozen=True, slots=True)
class Reseat:
    """A stored entry that gets another place of its group, at the same times."""

    entry: EntryId
    source: ActorId
    target: ActorId
    starts: tuple[int, ...]
    """Of its allocations there."""


def members_of(practice: Practice, actors: Iterable[ActorId]) -> frozenset[ActorId]:
    """The same actors, with the places of each group instead of the group."""
    return frozenset(member for actor in actors for member in practice.members.get(actor, (actor,)))


def with_groups(practice: Practice, actors: Iterable[ActorId]) -> frozenset[ActorId]:
    """The same actors, and the groups whose places some of them are: others there can make room for them."""
    wanted = frozenset(actors)
    groups = (group_of(practice, actor) for actor in wanted) if practice.groups else ()
    return wanted.union(group for group in groups if group is not None)


def days_around(zone: Zone, span: Span) -> Span:
    """The whole local days that a span touches: those on which somebody may be re-seated for it."""
    return Span(
        zone.day(zone.day_of(span.start)).start, zone.day(zone.day_of(max(span.start, span.end - 1))).end
    )


def parts_by_group(practice: Practice, proposal: Proposal) -> Mapping[ActorId, list[Allocation]]:
    """What is wanted of each group: of any of its places, or of one by name."""
    found: dict[ActorId, list[Allocation]] = {}
    for each in proposal.allocations:
        group = group_of(practice, each.actor)
        if group is not None:
            found.setdefault(group, []).append(each)
    return found


def group_of(practice: Practice, actor: ActorId) -> ActorId | None:
    """The group that an actor is, or is a place of."""
    if actor in practice.groups:
        return actor
    of = practice.actors.get(actor)
    return practice.actor_ids[of.group] if of is not None and of.group else None


def window_of(zone: Zone, wanted: Iterable[Allocation]) -> Span:
    """The whole local days that what is wanted of a group touches."""
    parts = [each.part for each in wanted]
    return days_around(zone, Span(min(each.start for each in parts), max(each.end for each in parts)))


def reach(practice: Practice, zone: Zone, proposal: Proposal) -> list[Reach]:
    """What must be known to find a place in the groups wanted: all their places, for whole days."""
    found: list[Reach] = []
    for group, wanted in parts_by_group(practice, proposal).items():
        found += days_reach(practice, zone, proposal, group, window_of(zone, wanted))
    return found


def days_reach(
    practice: Practice, zone: Zone, proposal: Proposal, group: ActorId, window: Span
) -> list[Reach]:
    """The same of one group, for some days."""
    role = role_of(practice, group)
    everywhere = tuple(
        Allocation(member, role, window.start, window.end) for member in practice.members[group]
    )
    spread = replace(proposal, allocations=(*proposal.allocations, *everywhere))
    return [
        Reach(frozenset(practice.members[group]), widened(practice, window)),
        *reservations.reach(practice, zone, spread),
    ]


def role_of(practice: Practice, group: ActorId) -> Role:
    """The one role that a group's places have."""
    return Role(practice.groups[group].kind.value)


def able_members(practice: Practice, group: ActorId, service: ServiceId) -> tuple[ActorId, ...]:
    """The places of a group that can be used for a service at all, in the order in which they are filled."""
    role = role_of(practice, group)
    return tuple(
        member
        for member in practice.members[group]
        if practice.actors[member].active
        and is_qualified(practice.service_of(service), practice.actors[member], role)
    )
