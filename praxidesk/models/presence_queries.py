"""When patients came, as the history of their entries tells it."""

from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, bindparam, select

from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.engine.waiting_room import Presence, presence_of
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.schema import LONGEST_SECONDS
from praxidesk.models.tables import entry, entry_change


def presence(connection: Connection, span: Span) -> dict[EntryId, Presence]:
    """Of everybody who is or was there for an entry that touches the span: one statement."""
    asked = {"since": span.start - LONGEST_SECONDS, "from": span.start, "until": span.end}
    rows = fetch_all(connection, _LINES, asked)
    return {
        EntryId(of_entry): presence_of((Status(status), at) for _, status, at in lines)
        for of_entry, lines in groupby(rows, key=itemgetter(0))
    }


_LINES = (
    select(entry_change.c.entry_id, entry_change.c.status, entry_change.c.changed_at)
    .select_from(entry.join(entry_change, entry_change.c.entry_id == entry.c.id))
    .where(
        entry.c.starts_at > bindparam("since"),
        entry.c.starts_at < bindparam("until"),
        entry.c.ends_at > bindparam("from"),
        entry.c.patient_id.is_not(None),
        entry.c.status.in_([Status.ARRIVED.value, Status.CHECKED_IN.value, Status.FULFILLED.value]),
    )
    .order_by(entry_change.c.entry_id, entry_change.c.version)
)
