"""Who takes part in one part of a combination, and how another part is left to do without them."""

from collections.abc import Iterable

from praxidesk.engine.capacity import members_of
from praxidesk.engine.entries import Taken
from praxidesk.engine.fill import candidates
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.series_outcomes import sibling
from praxidesk.engine.spans import LONGEST_ENTRY_SECONDS
from praxidesk.engine.vocabulary import ActorId, ActorKind, ServiceId, Severity

_NOTHING = ServiceId(0)


def actors_of(proposal: Proposal) -> frozenset[ActorId]:
    """Whom it takes, on their places in the end."""
    return frozenset(each.actor for each in proposal.allocations)


def might_take(practice: Practice, booking: BookRequest) -> frozenset[ActorId]:
    """Those who are asked for, and whom the desk may add to them."""
    given = members_of(practice, (each.actor for each in booking.participants))
    return given.union(candidates(practice, booking)) if booking.fill else given


def kinds_in_the_way(practice: Practice, conflicts: Iterable[Conflict]) -> frozenset[ActorKind]:
    """What those are who refuse a part: only others of these kinds can help it."""
    found = set()
    for each in conflicts:
        if each.severity is Severity.BLOCKING and each.actor is not None:
            known = practice.actors.get(each.actor) or practice.groups.get(each.actor)
            found.add(ActorKind.PATIENT if known is None else known.kind)
    return frozenset(found)


def has_others(practice: Practice, booking: BookRequest, actor: ActorId) -> bool:
    """Whether somebody else of the same kind could stand in for an actor at all."""
    kind = practice.actors[actor].kind
    return booking.fill and any(
        each != actor and practice.actors[each].kind is kind for each in candidates(practice, booking)
    )


def kept_out(actors: Iterable[ActorId], starts_at: int, index: int) -> list[Taken]:
    """Lets a part find these people taken, from its start for as long as a part may last."""
    return [
        Taken(actor, starts_at, starts_at + LONGEST_ENTRY_SECONDS, sibling(index), _NOTHING, 1, None)
        for actor in sorted(actors)
    ]
