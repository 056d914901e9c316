"""What a refusal says beside its conflicts: the entries they name, and where there is room instead."""

from collections.abc import Iterable

from sqlalchemy import Connection

from praxidesk.engine import alternatives as engine
from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Conflict, Refused, Slot
from praxidesk.engine.vocabulary import EntryId
from praxidesk.models import queries
from praxidesk.services.desk import Desk
from praxidesk.services.look import Question, look_in_store
from praxidesk.services.weighing import Weighed


def refused(desk: Desk, weighed: Weighed, now: int) -> Refused:
    """The full answer to what is blocked: the entries named, and up to three places nearest to the wish.

    Asked in a transaction of its own, after the one that wanted to write: nobody waits for the search.
    """
    with desk.store.read(short=True) as connection:
        nearest, apart = _alternatives(connection, desk, weighed, now)
        return Refused(
            weighed.conflicts,
            alternatives=nearest,
            apart=apart,
            others=_others(connection, weighed.conflicts),
        )


def refused_within(connection: Connection, weighed: Weighed) -> Refused:
    """The answer inside a transaction that goes on: without alternatives, which cost a search each."""
    return Refused(weighed.conflicts, others=_others(connection, weighed.conflicts))


def named(conflicts: Iterable[Conflict]) -> list[EntryId]:
    """The stored entries that conflicts name; others of the same request have numbers below 0."""
    return sorted({each.entry for each in conflicts if each.entry is not None and each.entry > 0})


def _others(connection: Connection, conflicts: Iterable[Conflict]) -> tuple[Entry, ...]:
    return queries.few_entries(connection, named(conflicts))


def _alternatives(
    connection: Connection, desk: Desk, weighed: Weighed, now: int
) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """The nearest, and those that are apart: only where none are near, weeks are read."""
    practice, zone, proposal = desk.practice, desk.zone, weighed.wanted or weighed.proposal
    most = engine.MOST if proposal.entry is None else engine.MOST + 1
    chosen = weighed.chosen

    reach = engine.near_reach(practice, zone, proposal, now, chosen=chosen)
    taken = look_in_store(connection, Question(reach)).taken
    found = engine.near_by(practice, zone, proposal, taken, now, chosen=chosen, most=most)
    nearest, apart = engine.offers(found, most)
    if len(apart) < most:
        reach = engine.reach(practice, zone, proposal, now)
        taken = look_in_store(connection, Question(reach)).taken
        found = engine.nearest_first(practice, zone, proposal, taken, now, chosen=chosen, most=most)
        nearest, apart = engine.offers(found, most)
    return nearest, apart
