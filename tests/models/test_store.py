"""Opening, recognising, reading and writing a store."""

import stat
from pathlib import Path

import pytest

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models import revision
from praxidesk.models.store import Store, StoreUnavailable
from tests.statement_log import StatementLog


def test_a_new_store_is_empty_and_at_the_newest_revision(store: Store, dialect: str) -> None:
    status = store.status()
    assert status.dialect == dialect
    assert status.revision == status.needed_revision == revision.HEAD
    assert {name: rows for name, rows in status.counts.items() if rows} == {"practice": 1}


def test_what_is_written_can_be_read_by_another_opening(store: Store, store_url: str) -> None:
    pass
