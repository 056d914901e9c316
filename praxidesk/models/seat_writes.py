"""Stored entries put on other places of their group, so that somebody else finds one.

First the entries, whose rows nobody can change from then on; then their allocations, all of which let go
of their places before any of them takes its new one: at no moment do two guarded ones share a place.
"""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, TextClause, text

from praxidesk.engine.capacity import Reseat
from praxidesk.engine.outcomes import Change
from praxidesk.engine.vocabulary import OCCUPYING


def reseat(connection: Connection, reseats: Sequence[Reseat], now: int) -> bool:
    """Move them, each to its next version; whether all of them were still where they were.

    Three statements, however many there are. Where one is no longer there the transaction must not be
    committed.
    """
    if not reseats:
        return True
    entries = sorted({each.entry for each in reseats})
    rows = [(each.entry, each.source, start, each.target) for each in reseats for start in each.starts]
    is_postgresql = connection.dialect.name == "postgresql"
    changed: dict[str, Any] = {"now": now, "entries": entries if is_postgresql else json.dumps(entries)}
    if is_postgresql:
        columns = zip(*rows, strict=True)
        parts: dict[str, Any] = {name: list(column) for name, column in zip(_COLUMNS, columns, strict=True)}
    else:
        parts = {"rows": json.dumps(rows)}
    next_version, let_go, take = _POSTGRESQL if is_postgresql else _SQLITE
    if connection.execute(next_version, changed).rowcount != len(entries):
        return False
    if connection.execute(let_go, parts).rowcount != len(rows):
        return False
    return connection.execute(take, parts).rowcount == len(rows)


_COLUMNS = ("entries", "sources", "starts", "targets")
_OCCUPY = ", ".join(sorted(repr(each.value) for each in OCCUPYING))


def _statements(among: str, parts: str, *, no: str, yes: str) -> tuple[TextClause, TextClause, TextClause]:
    where = (
        "WHERE allocation.entry_id = part.entry_id AND allocation.actor_id = part.source"
        " AND allocation.starts_at = part.starts AND allocation.group_id IS NOT NULL"
    )
    return (
        text(
            f"UPDATE entry SET version = version + 1, last_change = '{Change.MOVED.value}',"  # noqa: S608 - constants only
            " changed_at = :now, request_key = NULL, request_fingerprint = NULL"
            f" WHERE id {among} AND status IN ({_OCCUPY})"
        ),
        text(f"UPDATE allocation SET blocking = {no} FROM {parts} {where}"),  # noqa: S608 - constants only
        text(f"UPDATE allocation SET actor_id = part.target, blocking = {yes} FROM {parts} {where}"),  # noqa: S608
    )


_SQLITE = _statements(
    "IN (SELECT value FROM json_each(:entries))",
    "(SELECT json_extract(value, '$[0]') AS entry_id, json_extract(value, '$[1]') AS source,"
    " json_extract(value, '$[2]') AS starts, json_extract(value, '$[3]') AS target"
    " FROM json_each(:rows)) AS part",
    no="0",
    yes="1",
)
_POSTGRESQL = _statements(
    "= ANY(CAST(:entries AS bigint[]))",
    "unnest(CAST(:entries AS bigint[]), CAST(:sources AS bigint[]), CAST(:starts AS bigint[]),"
    " CAST(:targets AS bigint[])) AS part(entry_id, source, starts, target)",
    no="FALSE",
    yes="TRUE",
)
