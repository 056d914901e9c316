"""What tests of faults have in common."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from praxidesk.models.store import Store, StoreUnavailable

COUNT_UP = text("UPDATE practice SET version = version + 1")


def fault_of(act: Callable[[], object]) -> StoreUnavailable:
    """The fault that keeps something from being done."""
    with pytest.raises(StoreUnavailable) as refused:
        act()
    return refused.value


def count_up(store: Store) -> None:
    """Commit something small."""
    with store.write() as connection:
        connection.execute(COUNT_UP)


def counted(store: Store) -> int:
    """What was counted up to; 1 in a new store."""
    with store.read() as connection:
        return int(connection.execute(text("SELECT version FROM practice")).scalar_one())
