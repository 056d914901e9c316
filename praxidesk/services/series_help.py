"""What an answer for several entries says beside its conflicts: other times, and the entries they name."""

from collections.abc import Iterable
from dataclasses import replace

from praxidesk.engine.entries import Entry
from praxidesk.engine.occupancy import plan
from praxidesk.engine.outcomes import Conflict, Slot
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.series_outcomes import SeriesOutcome
from praxidesk.models import queries
from praxidesk.services.desk import Desk
from praxidesk.services.refusals import blocked, named, refused
from praxidesk.services.together import Draft, Gathering
from praxidesk.services.weighing import Weighed, Wish, as_booking

MOST_HELPED = 5
"""Of so many clashing dates other times are looked for: each costs a search of its own."""


def other_times(desk: Desk, gathering: Gathering, weighed: Weighed, now: int) -> tuple[Slot, ...]:
    """Times near one that clashes, free in the store and beside the other dates of the request."""
    with desk.store.read(short=True) as connection:
        found = blocked(connection, desk, weighed, now)
    return tuple(
        slot
        for slot in refused(desk, found, now).alternatives
        if _is_free_beside(desk, gathering, weighed, slot)
    )


def with_others(desk: Desk, outcome: SeriesOutcome) -> SeriesOutcome:
    """The answer with the entries for which dates clash."""
    clashing = [conflict for each in outcome.dates if each.is_blocked for conflict in each.conflicts]
    return replace(outcome, others=entries_named(desk, clashing))


def entries_named(desk: Desk, conflicts: Iterable[Conflict]) -> tuple[Entry, ...]:
    """The stored entries that conflicts name."""
    ids = named(conflicts)
    if not ids:
        return ()
    with desk.store.read() as connection:
        return queries.entries_by_id(connection, ids)


def _is_free_beside(desk: Desk, gathering: Gathering, weighed: Weighed, slot: Slot) -> bool:
    booking = replace(
        as_booking(weighed.proposal, fill=False), starts_at=slot.starts_at, participants=slot.participants
    )
    proposal = plan(desk.practice, desk.zone, booking, weighed.proposal.patient)
    if not isinstance(proposal, Proposal):
        return False
    judged = gathering.judge(Draft(Wish(lambda *_: proposal), proposal))
    return isinstance(judged, Weighed) and not judged.is_blocked
