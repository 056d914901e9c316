"""The hot path's way to rows: the driver's own tuples, and no garbage collection while they become values."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Executable


def fetch_all(
    connection: Connection, statement: Executable, parameters: Mapping[str, Any] | None = None
) -> Sequence[tuple[Any, ...]]:
    """All rows of one statement, as the driver gives them: no type of SQLAlchemy converts anything.

    SQLAlchemy's own rows cost twice as much to unpack.
    """
    result = connection.execute(statement, parameters)
    cursor = result.cursor
    if cursor is None:
        return []
    rows: Sequence[tuple[Any, ...]] = cursor.fetchall()
    result.close()
    return rows


@contextmanager
def collection_paused() -> Iterator[None]:
    """No garbage collection meanwhile: ten thousand new tuples without a cycle would set it off for nothing.

    Measured: a third of loading a month.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
