"""The waiting list as it is stored."""

from sqlalchemy import Connection, bindparam, func, select

from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.engine.waiting import Waiting
from praxidesk.models.entry_queries import entries_by_id
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.tables import entry, entry_change


def waiting(connection: Connection, since: int, limit: int) -> tuple[Waiting, ...]:
    """Who waits, longest first, wishes for times before ``since`` left out: three statements."""
    rows = fetch_all(
        connection, _WAITING, {"since": since, "limit": limit, "waitlist": Status.WAITLIST.value}
    )
    known = {each.id: each for each in entries_by_id(connection, [EntryId(row[0]) for row in rows])}
    return tuple(Waiting(known[row[0]], row[1]) for row in rows if row[0] in known)


_before = entry_change.alias("before")
_last_other = (
    select(func.coalesce(func.max(_before.c.version), 0))
    .where(_before.c.entry_id == entry.c.id, _before.c.status != bindparam("waitlist"))
    .scalar_subquery()
)
_came_on = (
    select(func.min(entry_change.c.changed_at))
    .where(entry_change.c.entry_id == entry.c.id, entry_change.c.version > _last_other)
    .scalar_subquery()
)
_WAITING = (
    select(entry.c.id, func.coalesce(_came_on, entry.c.changed_at).label("came_on"))
    .where(entry.c.status == bindparam("waitlist"), entry.c.starts_at > bindparam("since"))
    .order_by("came_on", entry.c.id)
    .limit(bindparam("limit"))
)
