"""Rows known by their code: put in or replaced whole, with the rows that hang on them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, and_, insert
from sqlalchemy.dialects import postgresql, sqlite


def save_row(
    connection: Connection, table: Table, row: Mapping[str, Any], *, final: tuple[str, ...] = ()
) -> int:
    """The id of the row with this code, put in or replaced.

    Raises ``ValueError`` where the stored one differs in a column that is ``final``.
    """
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).values(row)
    upsert = statement.on_conflict_do_update(
        index_elements=["code"],
        set_={name: statement.excluded[name] for name in row if name != "code"},
        where=and_(*(table.c[name] == statement.excluded[name] for name in final)) if final else None,
    )
    id_ = connection.execute(upsert.returning(table.c.id)).scalar()
    if id_ is None:
        raise ValueError(f"{row['code']} is stored as another kind")
    return int(id_)


def insert_all(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Put rows in, if there are any."""
    if rows:
        connection.execute(insert(table), rows)
