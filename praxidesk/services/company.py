"""Who takes part in one part of a combination, and how another part is left to do without them."""

from collections.abc import Iterable

from praxidesk.engine.capacity import members_of
from praxidesk.engine.entries import Taken
from praxidesk.engine.fill import candidates
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.series_outcomes import sibling
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId, ServiceId

_LONGEST = 1_500 * MINUTE
_NOTHING = ServiceId(0)


def actors_of(proposal: Proposal) -> frozenset[ActorId]:
    """Whom it takes, on their places in the end."""
    return frozenset(each.actor for each in proposal.allocations)


def might_take(practice: Practice, booking: BookRequest) -> frozenset[ActorId]:
    """Those who are asked for, and whom the desk may add to them."""
    given = members_of(practice, (each.actor for each in booking.participants))
    return given.union(candidates(practice, booking)) if booking.fill else given


def kept_out(actors: Iterable[ActorId], starts_at: int, index: int) -> list[Taken]:
    """Lets a part find these people taken, from its start for as long as a part may last."""
    return [
        Taken(actor, starts_at, starts_at + _LONGEST, sibling(index), _NOTHING, 1, None)
        for actor in sorted(actors)
    ]
