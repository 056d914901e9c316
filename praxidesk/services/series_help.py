"""What an answer for several entries says beside its conflicts: other times, and the entries they name."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from praxidesk.engine.entries import Entry
from praxidesk.engine.occupancy import plan
from praxidesk.engine.outcomes import Conflict, Slot
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.series_outcomes import DateOutcome, SeriesOutcome
from praxidesk.models import queries
from praxidesk.services.desk import Desk
from praxidesk.services.refusals import blocked, named, refused
from praxidesk.services.together import Draft, Gathering
from praxidesk.services.weighing import Weighed, Wish, as_booking

MOST_HELPED = 5
"""Of so many clashing dates other times are looked for: each costs a search of its own."""


class OtherTimes(NamedTuple):
    """What could be instead of one date."""

    nearest: tuple[Slot, ...]
    apart: tuple[Slot, ...]
    """The nearest of which no two overlap."""


def other_times(desk: Desk, gathering: Gathering, weighed: Weighed, now: int) -> OtherTimes:
    """Times near one that clashes, free in the store and beside the other dates of the request."""
    with desk.store.read(short=True) as connection:
        found = blocked(connection, desk, weighed, now)
    answer = refused(desk, found, now)
    free = {
        slot
        for slot in dict.fromkeys((*answer.alternatives, *answer.apart))
        if _is_free_beside(desk, gathering, weighed, slot)
    }
    nearest, apart = (
        tuple(each for each in slots if each in free) for slots in (answer.alternatives, answer.apart)
    )
    return OtherTimes(nearest, apart)


def with_times(outcome: DateOutcome, times: OtherTimes | None) -> DateOutcome:
    """A date with the other times found for it, if any were looked for."""
    if times is None:
        return outcome
    return replace(outcome, alternatives=times.nearest, apart=times.apart)


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
