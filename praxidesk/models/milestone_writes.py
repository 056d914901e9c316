"""Milestones of operations put in, corrected and taken away; their history is the database's own work."""

from collections.abc import Mapping

from sqlalchemy import Connection, text

from praxidesk.engine.vocabulary import EntryId, Milestone
from praxidesk.models.erasing import erase
from praxidesk.models.tables import milestone


def set_milestones(connection: Connection, id_: EntryId, times: Mapping[Milestone, int | None]) -> None:
    """Write when milestones were reached, ``None`` for those taken away; after the entry's new version.

    Two statements at most, however many they are.
    """
    gone = [each.value for each, at in times.items() if at is None]
    if gone:
        erase(connection, milestone, "entry_id", [id_], gone)
    here = [{"entry": id_, "kind": each.value, "at": at} for each, at in times.items() if at is not None]
    if here:
        connection.execute(_SET, here)


_SET = text(
    "INSERT INTO milestone (entry_id, kind, reached_at) VALUES (:entry, :kind, :at)"
    " ON CONFLICT (entry_id, kind) DO UPDATE SET reached_at = excluded.reached_at"
)
