"""Weeks for a login from which entries are hidden: those it sees, and when its people are taken by others.

Two statements, as for everybody else; who sees all entries is never asked this.
"""

from collections.abc import Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, literal_column, null, select, union_all
from sqlalchemy import cast as sql_cast

from praxidesk.engine.entries import Taken
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import Role
from praxidesk.models.entry_queries import ALLOCATION_COLUMNS, IN_SPAN, SHARES_TIME, EntryRows, asked_of
from praxidesk.models.raw_rows import collection_paused, fetch_many
from praxidesk.models.schema import KEY
from praxidesk.models.surroundings import OCCUPIES
from praxidesk.models.tables import allocation, entry

_WIDTH = len(ALLOCATION_COLUMNS)


class SeenRows(NamedTuple):
    """What was read of a span."""

    rows: EntryRows
    """Of the entries that are seen; for ``entries_of``."""
    unseen: tuple[Taken, ...]
    """By start and end: who is taken, or tentatively asked for, by entries that are not seen; no patients."""


def rows_with_unseen(connection: Connection, span: Span) -> SeenRows:
    """All that shares time with the span, as far as the login sees it."""
    asked = asked_of(span)
    with collection_paused():
        heads = fetch_many(connection, IN_SPAN[0], asked)
        parts = fetch_many(connection, _PARTS, asked)
        seen = [row[:_WIDTH] for row in parts if row[_WIDTH] is None]
        unseen = [_taken(row) for row in parts if row[_WIDTH] is not None]
        return SeenRows((heads, seen), tuple(sorted(unseen, key=itemgetter(1, 2, 0, 3))))


def _taken(row: Sequence[Any]) -> Taken:
    entry_id, actor_id, _, starts_at, ends_at, _, _, group_id, _, occupies, service = row[: _WIDTH + 2]
    return Taken(actor_id, starts_at, ends_at, entry_id, service, occupies, group_id)


_seen = (
    select(
        *ALLOCATION_COLUMNS,
        sql_cast(null(), KEY).label("occupies"),
        sql_cast(null(), KEY).label("for_what"),
        allocation.c.id.label("number"),
    )
    .select_from(allocation.join(entry, entry.c.id == allocation.c.entry_id))
    .where(SHARES_TIME)
)
_unseen = select(
    *ALLOCATION_COLUMNS,
    OCCUPIES.label("occupies"),
    allocation.c.service.label("for_what"),
    allocation.c.id.label("number"),
).where(
    allocation.c.starts_at > bindparam("since"),
    allocation.c.starts_at < bindparam("until"),
    allocation.c.ends_at > bindparam("from"),
    allocation.c.occupancy > literal_column("0"),
    allocation.c.role != literal_column(f"'{Role.PATIENT.value}'"),
    ~select(entry.c.id).where(entry.c.id == allocation.c.entry_id).exists(),
)
_both = union_all(_seen, _unseen).subquery("part")
_PARTS = select(*list(_both.c)[: _WIDTH + 2]).order_by(_both.c.number)
"""Of an entry that is seen, in the order of its participants."""
