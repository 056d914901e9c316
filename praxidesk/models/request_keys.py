"""The keys under which entries were asked for: what the one who asked calls them."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from praxidesk.engine.outcomes import Change
from praxidesk.engine.vocabulary import EntryId
from praxidesk.models.id_list import is_among
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.surroundings import KnownKey
from praxidesk.models.tables import entry_change


def booking_keys(connection: Connection, ids: Iterable[EntryId]) -> dict[EntryId, str]:
    """Of each entry that was booked with a key, that key."""
    return {EntryId(id_): key for id_, key in fetch_all(connection, _BY_ENTRY, {"ids": list(ids)})}


def known_keys(connection: Connection, keys: Iterable[str]) -> dict[str, KnownKey]:
    """Those of the keys that were used, and what came of them."""
    rows = fetch_all(connection, _BY_KEY, {"keys": list(keys)})
    return {
        key: KnownKey(fingerprint, Change(change), EntryId(entry)) for key, fingerprint, change, entry in rows
    }


_BY_KEY = select(
    entry_change.c.request_key,
    entry_change.c.request_fingerprint,
    entry_change.c.change,
    entry_change.c.entry_id,
).where(entry_change.c.request_key.in_(bindparam("keys", expanding=True)))
_BY_ENTRY = select(entry_change.c.entry_id, entry_change.c.request_key).where(
    is_among(entry_change.c.entry_id, "ids"),
    entry_change.c.version == 1,
    entry_change.c.request_key.is_not(None),
)
