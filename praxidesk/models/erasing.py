"""Rows taken away: on a server by a function, so that nobody needs the right to DELETE.

With that right comes another, to lock the whole table for as long as one likes. What the function may take
away for whom stands with all other rights (``rights``).
"""

from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy import Connection, Delete, Table, delete, text

from praxidesk.models.id_list import is_among
from praxidesk.models.server.worded import executed
from praxidesk.models.text_list import is_one_of


def erase(
    connection: Connection,
    table: Table,
    owner: str,
    ids: Sequence[int] | None,
    kinds: Sequence[str] | None = None,
) -> int:
    """Take away the rows that hang on one of these; how many that were.

    :param owner: the column that holds the id of what they hang on
    :param ids: ``None``: whatever they hang on
    :param kinds: only of these kinds, in a table that has any; ``None``: of all
    """
    asked = {"ids": None if ids is None else list(ids), "kinds": None if kinds is None else list(kinds)}
    if connection.dialect.name == "postgresql":
        names = {"its_table": table.name, "its_owner": owner}
        return int(executed(connection, _BY_FUNCTION, names | asked).scalar_one())
    given = {name: values for name, values in asked.items() if values is not None}
    return connection.execute(_statement(table, owner, tuple(given)), given).rowcount


@lru_cache
def _statement(table: Table, owner: str, given: tuple[str, ...]) -> Delete:
    statement = delete(table)
    if "ids" in given:
        statement = statement.where(is_among(table.c[owner], "ids"))
    if "kinds" in given:
        statement = statement.where(is_one_of(table.c.kind, "kinds"))
    return statement


_BY_FUNCTION = text("SELECT erase(:its_table, :its_owner, CAST(:ids AS bigint[]), CAST(:kinds AS text[]))")
