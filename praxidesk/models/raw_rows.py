"""The hot path's way to rows: the driver's own tuples. SQLAlchemy's rows cost twice as much to unpack."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Executable


def fetch_all(
    connection: Connection, statement: Executable, parameters: Mapping[str, Any] | None = None
) -> list[tuple[Any, ...]]:
    """All rows of one statement, as the driver gives them: no type of SQLAlchemy converts anything."""
    result = connection.execute(statement, parameters)
    cursor = result.cursor
    if cursor is None:
        return []
    rows: list[tuple[Any, ...]] = list(cursor.fetchall())
    result.close()
    return rows
