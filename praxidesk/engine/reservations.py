"""Reserved block time: hours of an actor that are kept for some people or services."""

from collections.abc import Iterator, Sequence

from praxidesk.engine.entries import Taken
from praxidesk.engine.findings import Finding
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.reach import Reach
from praxidesk.engine.walltime import Zone


def reach(_practice: Practice, _zone: Zone, _proposal: Proposal) -> list[Reach]:
    """What must be known to tell whether the reservations that a proposal meets are used."""
    return []


def findings(
    _practice: Practice, _zone: Zone, _proposal: Proposal, _surroundings: Sequence[Taken], _now: int
) -> Iterator[Finding]:
    """Where a proposal takes what is kept for others."""
    yield from ()
