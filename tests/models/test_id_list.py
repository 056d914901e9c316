"""A list of ids finds rows by an index, not by reading tables."""

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.dialects import sqlite

from praxidesk.models.id_list import is_among
from praxidesk.models.store import Store
from praxidesk.models.tables import allocation, entry


def test_sqlite_is_not_asked_whether_the_membership_equals_one() -> None:
    statement = select(entry.c.id).where(is_among(entry.c.id, "ids"), entry.c.starts_at > 0)
    assert "= 1" not in str(statement.compile(dialect=sqlite.dialect()))


def test_sqlite_searches_for_the_ids(tmp_path: Path) -> None:
    store = Store.open(str(tmp_path / "practice.db"), create=True)
    try:
        with store.read() as connection:
            statement = select(allocation.c.id).where(is_among(allocation.c.entry_id, "ids"))
            sql = str(statement.compile(dialect=sqlite.dialect()))
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", ("[1]",)).fetchall()
    finally:
        store.close()
    steps = [step for *_, step in plan]
    assert any(step.startswith("SEARCH allocation USING") for step in steps), steps
