"""Series and combinations as they are stored: which entries each binds together."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId, SeriesId
from praxidesk.models.entry_queries import entries_by_id
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.schema import KEY, TEXT
from praxidesk.models.tables import entry, entry_change, series


@dataclass(frozen=True, slots=True)
class StoredSeries:
    """A series or combination with all its entries, of any status, by start and then id."""

    id: SeriesId
    is_combination: bool
    entries: tuple[Entry, ...]


def stored_series(connection: Connection, id_: SeriesId) -> StoredSeries:
    """A series that an entry names: three statements."""
    rows = fetch_all(connection, _OF_SERIES, {"id": id_})
    entries = entries_by_id(connection, [EntryId(row[1]) for row in rows])
    return StoredSeries(id_, any(row[0] == "combined" for row in rows), entries)


def changed_together(connection: Connection, series_id: SeriesId, key: str) -> frozenset[EntryId]:
    """The entries of a series that the request of this key changed, as far as their history tells."""
    rows = fetch_all(connection, _CHANGED_TOGETHER, {"series": series_id, "key": key})
    return frozenset(EntryId(row[0]) for row in rows)


_OF_SERIES = (
    select(series.c.kind, entry.c.id)
    .select_from(series.join(entry, entry.c.series_id == series.c.id))
    .where(series.c.id == bindparam("id", type_=KEY))
)
_keyed = entry_change.alias("keyed")
_CHANGED_TOGETHER = (
    select(entry_change.c.entry_id)
    .select_from(
        entry_change.join(entry, entry.c.id == entry_change.c.entry_id).join(
            _keyed,
            (_keyed.c.changed_at == entry_change.c.changed_at) & (_keyed.c.change == entry_change.c.change),
        )
    )
    .where(
        entry.c.series_id == bindparam("series", type_=KEY),
        _keyed.c.request_key == bindparam("key", type_=TEXT),
    )
)
