"""Opening, recognising, reading and writing a store."""

from praxidesk.models import revision
from praxidesk.models.store import Store


def test_a_new_store_is_empty_and_at_the_newest_revision(store: Store, dialect: str) -> None:
    status = store.status()
    assert status.dialect == dialect
    assert status.revision == status.needed_revision == revision.HEAD
    assert {name: rows for name, rows in status.counts.items() if rows} == {"practice": 1}
