"""The keys under which entries were asked for: what the one who asked calls them."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from praxidesk.engine.vocabulary import EntryId
from praxidesk.models.id_list import is_among
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.tables import entry_change


def booking_keys(connection: Connection, ids: Iterable[EntryId]) -> dict[EntryId, str]:
    """Of each entry that was booked with a key, that key."""
    return {EntryId(id_): key for id_, key in fetch_all(connection, _BY_ENTRY, {"ids": list(ids)})}


_BY_ENTRY = select(entry_change.c.entry_id, entry_change.c.request_key).where(
    is_among(entry_change.c.entry_id, "ids"),
    entry_change.c.version == 1,
    entry_change.c.request_key.is_not(None),
)
