"""What a refusal says beside its conflicts: the entries they name, and where there is room instead."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection

from praxidesk.engine import alternatives as engine
from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.outcomes import Conflict, Refused, Slot
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.vocabulary import EntryId
from praxidesk.models import queries
from praxidesk.services.desk import Desk
from praxidesk.services.look import Question, look_in_store
from praxidesk.services.transactions import in_transaction
from praxidesk.services.weighing import Weighed

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Blocked:
    """What is refused, with what the answer needs of the store."""

    weighed: Weighed
    near: tuple[Taken, ...]
    """What stands around the wish, within a day."""
    others: tuple[Entry, ...]
    """The entries that its conflicts name."""


def answered(desk: Desk, work: Callable[[Connection], _Answer | Weighed], now: int) -> _Answer | Refused:
    """The answer to a change, made in a transaction of its own; in full where something blocks it.

    :param work: does it, or says by ``Weighed`` that it is blocked
    :raises StoreUnavailable: nothing was changed
    """

    def looked_up(connection: Connection) -> _Answer | Blocked:
        answer = work(connection)
        return blocked(connection, desk, answer, now) if isinstance(answer, Weighed) else answer

    answer = in_transaction(desk.store, looked_up)
    return refused(desk, answer, now) if isinstance(answer, Blocked) else answer


def blocked(connection: Connection, desk: Desk, weighed: Weighed, now: int) -> Blocked:
    """Two small looks, while the transaction is at it: another one only for them would cost as much again."""
    reach = engine.near_reach(desk.practice, desk.zone, _wanted(weighed), now, chosen=weighed.chosen)
    taken = look_in_store(connection, Question(reach)).taken
    return Blocked(weighed, taken, _others(connection, weighed.conflicts))


def refused(desk: Desk, found: Blocked, now: int) -> Refused:
    """The full answer to what is blocked: the entries named, and up to three places nearest to the wish.

    Searched when the transaction is over, that nobody waits for it.
    """
    nearest, apart = _alternatives(desk, found, now)
    return Refused(found.weighed.conflicts, alternatives=nearest, apart=apart, others=found.others)


def refused_within(connection: Connection, weighed: Weighed) -> Refused:
    """The answer inside a transaction that goes on: without alternatives, which cost a search each."""
    return Refused(weighed.conflicts, others=_others(connection, weighed.conflicts))


def named(conflicts: Iterable[Conflict]) -> list[EntryId]:
    """The stored entries that conflicts name; others of the same request have numbers below 0."""
    return sorted({each.entry for each in conflicts if each.entry is not None and each.entry > 0})


def _others(connection: Connection, conflicts: Iterable[Conflict]) -> tuple[Entry, ...]:
    return queries.few_entries(connection, named(conflicts))


def _wanted(weighed: Weighed) -> Proposal:
    return weighed.wanted or weighed.proposal


def _alternatives(desk: Desk, found: Blocked, now: int) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """The nearest, and those that are apart: only where none are near, weeks are read."""
    practice, zone, proposal = desk.practice, desk.zone, _wanted(found.weighed)
    most = engine.MOST if proposal.entry is None else engine.MOST + 1
    chosen = found.weighed.chosen

    slots = engine.near_by(practice, zone, proposal, found.near, now, chosen=chosen, most=most)
    nearest, apart = engine.offers(slots, most)
    if len(apart) < most:
        reach = engine.reach(practice, zone, proposal, now)
        with desk.store.read(short=True) as connection:
            taken = look_in_store(connection, Question(reach)).taken
        slots = engine.nearest_first(practice, zone, proposal, taken, now, chosen=chosen, most=most)
        nearest, apart = engine.offers(slots, most)
    return nearest, apart
