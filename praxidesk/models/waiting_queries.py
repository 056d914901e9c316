"""The waiting list as it is stored."""

from sqlalchemy import ColumnElement, Connection, bindparam, func, literal_column, select

from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.engine.waiting import Waiting
from praxidesk.models.entry_queries import entries_by_id
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.tables import entry, entry_change


def waiting(connection: Connection, since: int, limit: int) -> tuple[Waiting, ...]:
    """Who waits, longest first, wishes for times before ``since`` left out: three statements."""
    rows = fetch_all(connection, _WAITING, {"since": since, "limit": limit})
    known = {each.id: each for each in entries_by_id(connection, [EntryId(row[0]) for row in rows])}
    return tuple(Waiting(known[row[0]], row[1]) for row in rows if row[0] in known)


# A literal: no parameter would make the index of those who wait usable.
_WAITLIST: ColumnElement[str] = literal_column(f"'{Status.WAITLIST.value}'")
_before = entry_change.alias("before")
_last_other = (
    select(func.coalesce(func.max(_before.c.version), 0))
    .where(_before.c.entry_id == entry.c.id, _before.c.status != _WAITLIST)
    .correlate(entry)
    .scalar_subquery()
)
_came_on = (
    select(func.min(entry_change.c.changed_at))
    .where(entry_change.c.entry_id == entry.c.id, entry_change.c.version > _last_other)
    .correlate(entry)
    .scalar_subquery()
)
_WAITING = (
    select(entry.c.id, func.coalesce(_came_on, entry.c.changed_at).label("came_on"))
    .where(entry.c.status == _WAITLIST, entry.c.starts_at > bindparam("since"))
    .order_by("came_on", entry.c.id)
    .limit(bindparam("limit"))
)
