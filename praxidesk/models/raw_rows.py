"""The hot path's way to rows: the driver's own tuples, and no garbage collection while they become values."""

import gc
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, Executable, Select, func, select

from praxidesk.models.server.worded import executed

_MUCH = 3_000
"""New objects that are worth it: a week of a practice is more, a conflict check is less."""


def fetch_all(
    connection: Connection, statement: Executable, parameters: Mapping[str, Any] | None = None
) -> Sequence[tuple[Any, ...]]:
    """All rows of one statement, as the driver gives them: no type of SQLAlchemy converts anything.

    SQLAlchemy's own rows cost twice as much to unpack.
    """
    result = executed(connection, statement, parameters)
    cursor = result.cursor
    if cursor is None:
        return []
    rows: Sequence[tuple[Any, ...]] = cursor.fetchall()
    result.close()
    return rows


def fetch_many(
    connection: Connection, statement: Select[Any], parameters: Mapping[str, Any] | None = None
) -> Sequence[Sequence[Any]]:
    """The same for thousands of rows, of integers and texts, while another thread of Python is busy.

    SQLite's driver lets go of the interpreter for each row, and gets it back from a busy thread milliseconds
    later; so there all rows come as one text, which is read in one go.
    """
    if connection.dialect.name != "sqlite":
        return fetch_all(connection, statement, parameters)
    ((text,),) = fetch_all(connection, _in_one_text(statement), parameters)
    rows: list[list[Any]] = json.loads(text)
    return rows


@cache
def _in_one_text(statement: Select[Any]) -> Select[tuple[str]]:
    """A list of lists as JSON; in the order of the rows, as SQLite reads a subquery that has one."""
    rows = statement.subquery("found")
    return select(func.json_group_array(func.json_array(*rows.c)))


@contextmanager
def collection_paused() -> Iterator[None]:
    """No garbage collection meanwhile: ten thousand new tuples without a cycle would set it off for nothing.

    Measured: a third of loading a month. Where there is much new afterwards, all of it counts as old at once:
    otherwise the next object made anywhere would have it looked through twice, 10 to 35 ms in which no
    thread does anything else.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            young, *_ = gc.get_count()
            if young > _MUCH:
                # To the permanent generation and from there to the oldest: both are one step.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
