"""Several statements asked as one: one look at the store, and what they share is worked out once."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import Connection, Select, Text, cast, func, select

from praxidesk.models.raw_rows import fetch_all


@dataclass(frozen=True, slots=True, eq=False)
class JointStatement:
    """One row, with the rows of each statement as one text; make it once for each form."""

    on_sqlite: Select[Any]
    on_postgresql: Select[Any]

    @classmethod
    def of(cls, *statements: Select[Any]) -> Self:
        """Of statements whose common tables of one name are the very same."""
        parts = [each.subquery(f"part_{place}") for place, each in enumerate(statements)]
        on_sqlite = [func.json_group_array(func.json_array(*part.c)) for part in parts]
        on_server = [cast(func.json_agg(func.json_build_array(*part.c)), Text) for part in parts]
        return cls(
            select(*(select(rows).scalar_subquery() for rows in on_sqlite)),
            select(*(select(rows).scalar_subquery() for rows in on_server)),
        )


def fetch_jointly(
    connection: Connection, statement: JointStatement, parameters: Mapping[str, Any]
) -> list[Sequence[Sequence[Any]]]:
    """The rows of each part, in its order."""
    is_server = connection.dialect.name == "postgresql"
    chosen = statement.on_postgresql if is_server else statement.on_sqlite
    (texts,) = fetch_all(connection, chosen, parameters)
    return [json.loads(text) if text else [] for text in texts]
