"""How often, how near to each other, and how far ahead something may be booked."""

from collections.abc import Iterator, Sequence

from praxidesk.engine.entries import Taken
from praxidesk.engine.findings import Finding
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.reach import Reach
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ConflictKind
from praxidesk.engine.walltime import Zone


def reach(_practice: Practice, _zone: Zone, _proposal: Proposal) -> list[Reach]:
    """What must be known to count what the limits count."""
    return []


def findings(
    _practice: Practice, _zone: Zone, proposal: Proposal, _surroundings: Sequence[Taken], now: int
) -> Iterator[Finding]:
    """Where a proposal would be too early, too late, too near or one too many."""
    if proposal.starts_at < now:
        yield Finding(ConflictKind.IN_THE_PAST, Span(proposal.starts_at, min(proposal.ends_at, now)))
