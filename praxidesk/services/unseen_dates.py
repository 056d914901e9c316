"""What the database refuses although nobody is seen there: found by trying, and nothing tried stays."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import TypeVar

from sqlalchemy import Connection

from praxidesk.engine.outcomes import Conflict, StoreFault
from praxidesk.engine.vocabulary import ConflictKind, Severity
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services.transactions import in_transaction
from praxidesk.services.weighing import Weighed

T = TypeVar("T")
Answer = TypeVar("Answer")

MOST_TRIALS = 64
"""Each locks what the whole request needs."""


def with_unseen(ask: Callable[[frozenset[T]], Answer], find: Callable[[], frozenset[T]]) -> Answer:
    """Ask; where something unseen is in the way, once more, knowing for which of them.

    :raises StoreUnavailable: as the asking does, where it is none of them
    """
    try:
        return ask(frozenset())
    except StoreUnavailable as fault:
        if fault.fault is not StoreFault.UNSEEN:
            raise
        # Only the database can tell where the login does not see what stands there.
        unseen = find()
        if not unseen:
            raise
        return ask(unseen)


def found_by_trying(
    store: Store, several: Sequence[T], trial: Callable[[Connection, frozenset[T]], None]
) -> frozenset[T]:
    """Those that cannot be because of something unseen.

    :param trial: writes some of them, and answers nothing: none of it stays
    :raises StoreUnavailable: as the trial does; also where too many trials would be needed
    """
    trials = count()

    def fit(some: frozenset[T]) -> bool:
        if next(trials) == MOST_TRIALS:
            raise StoreUnavailable(StoreFault.UNSEEN, "taken by an entry that the login does not see")
        try:
            in_transaction(store, lambda connection: trial(connection, some), tries=1)
        except StoreUnavailable as fault:
            if fault.fault is StoreFault.UNSEEN:
                return False
            raise
        return True

    # Where not even none of them fits, it is none of them that is in the way.
    return refused_of(several, fit) if fit(frozenset()) else frozenset()


def refused_of(several: Sequence[T], fit: Callable[[frozenset[T]], bool]) -> frozenset[T]:
    """Those that cannot be; all the others can, together.

    Tried all at once, then by halves: for each refused one as many trials as there are halvings, twice.

    :param fit: whether all of these can be, as far as the database says
    """
    found: set[T] = set()
    waiting = [several] if several else []
    while waiting:
        some = waiting.pop()
        if fit(frozenset(some)):
            continue
        if len(some) == 1:
            found.update(some)
        else:
            middle = len(some) // 2
            waiting += [some[:middle], some[middle:]]
    return frozenset(found)


def blocked_unseen(weighed: Weighed) -> Weighed:
    """The same, with its patient taken by an entry that the login does not see."""
    patient = weighed.proposal.patient
    if patient is None:
        return weighed  # it is of patients alone that such time is not seen
    taken = Conflict(ConflictKind.PATIENT_BUSY, Severity.BLOCKING, weighed.proposal.span, actor=patient)
    return replace(weighed, conflicts=(*weighed.conflicts, taken))


def with_blocked(weighed: Mapping[T, Weighed], unseen: Collection[T]) -> dict[T, Weighed]:
    """The same, those of the unseen blocked."""
    return {key: blocked_unseen(each) if key in unseen else each for key, each in weighed.items()}
