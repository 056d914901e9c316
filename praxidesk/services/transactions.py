"""One write transaction for one request, and what to do when somebody else was faster."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection

from praxidesk.engine.outcomes import Done, StoreFault
from praxidesk.engine.series_outcomes import CombinedOutcome, SeriesOutcome
from praxidesk.engine.together import TogetherOutcome
from praxidesk.models.store import (
    Deadlock,
    KeyTaken,
    NumberTaken,
    OverlapRefused,
    Store,
    StoreUnavailable,
)

Result = TypeVar("Result")

DEADLOCK_TRIES = 2
LOST_RACE_TRIES = 4
"""How often others may be faster. Each time there is something new to see, and usually to refuse for."""


class Overtaken(Exception):
    """Somebody changed the entry between look and leap."""


def in_transaction(
    store: Store, work: Callable[[Connection], Result], tries: int = LOST_RACE_TRIES
) -> Result:
    """Run the work in a write transaction, and again where somebody else's commit got in its way.

    Only what is done, and not merely replayed, is committed; any other answer leaves no trace. What
    the database itself refuses is looked at anew: the second look sees what stands there, and names it.

    :raises StoreUnavailable: where it could not be done; nothing was saved
    """
    deadlocks = overlaps = 0
    for _ in range(tries):
        try:
            with store.write(short=True) as connection:
                result = work(connection)
                if not _is_done(result):
                    connection.rollback()
        except Deadlock:
            deadlocks += 1
            if deadlocks == DEADLOCK_TRIES:
                raise
        except OverlapRefused:
            overlaps += 1
        except (KeyTaken, NumberTaken, Overtaken):
            continue
        else:
            return result
    if overlaps == tries:
        # Each look came after the locks, and saw nothing of what the database refuses for.
        raise StoreUnavailable(StoreFault.UNSEEN, "taken by an entry that the login does not see")
    raise StoreUnavailable(StoreFault.BUSY, "others were faster again and again")


def _is_done(result: object) -> bool:
    """Whether something was written that is to stay."""
    if isinstance(result, SeriesOutcome | CombinedOutcome | TogetherOutcome):
        return result.is_done
    return isinstance(result, Done) and not result.replayed
