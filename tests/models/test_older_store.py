"""A store of the revision before: what is in it is there afterwards, and is guarded as ever."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from sqlalchemy import insert, text

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import Priority, Status, Weeks
from praxidesk.models import queries, revision
from praxidesk.models.store import OverlapRefused, Store, StoreUnavailable
from tests.models.bookings import NINE
from tests.models.migrating import migrate
from tests.models.right_rows import HOUR, ROWS, T
from tests.stores import Stores

OLD = "0004"
TABLES = (
    "site",
    "actor",
    "patient",
    "patient_word",
    "weekly_window",
    "absence",
    "day_exception",
    "appointment_type",
    "procedure",
    "need",
    "need_member",
    "policy",
    "setting",
    "entry",
    "allocation",
)
KEPT = (*(each for each in TABLES if each != "patient_word"), "entry_change")
"""Words are made anew on the way, which ``test_older_words`` tells of."""
NEW_COLUMNS = {
    "actor": {"is_group", "group_id", "equipment", "inspected_until", "turnover"},
    "weekly_window": {"weeks", "valid_from", "valid_to"},
    "day_exception": {"purpose"},
    "appointment_type": {
        "min_distance",
        "at_once",
        "min_notice",
        "max_advance",
        "priority",
        "travel",
        "short",
        "first_visit",
    },
    "procedure": {"min_distance", "at_once", "min_notice", "max_advance", "priority", "short"},
    "need": {"equipment"},
    "entry": {"series_day", "is_exception"},
    "allocation": {"occupancy", "service", "group_id", "turnover"},
}


def as_it_was(table: str, **values: Any) -> dict[str, Any]:
    """A right row without what the revision before did not know."""
    row = dict(ROWS[table]) | values
    return {name: value for name, value in row.items() if name not in NEW_COLUMNS.get(table, ())}


def rows_of_old() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for table in TABLES:
        if table == "patient":
            yield "actor", as_it_was("actor", id=2, kind="patient", code=None, roles="")
        if table == "entry":
            yield table, as_it_was(table, series_id=None)
            yield table, as_it_was(table, id=2, status="cancelled", series_id=None, request_key="2")
            phases = ("setup_minutes", "surgery_minutes", "closing_minutes", "cleaning_minutes")
            operation = {"kind": "operation", "type_id": None, "procedure_id": 1} | dict.fromkeys(phases, 5)
            yield (
                table,
                as_it_was(table, id=3, status="pending", series_id=None, request_key="3") | operation,
            )
        else:
            yield table, as_it_was(table)
        if table == "allocation":
            yield table, as_it_was(table, id=2, entry_id=2, blocking=False)
            yield table, as_it_was(table, id=3, entry_id=3, blocking=False)


def everything(store: Store, columns: Mapping[str, Sequence[str]]) -> dict[str, list[tuple[Any, ...]]]:
    with store.read() as connection:
        return {
            table: [
                tuple(row)
                for row in connection.execute(text(f"SELECT {', '.join(names)} FROM {table} ORDER BY 1, 2"))
            ]
            for table, names in columns.items()
        }


@pytest.fixture
def old_url(stores: Stores, dialect: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A store as the program of the revision before made and filled it."""
    newest = revision.migrate
    with stores.url(dialect, migrated=False) as url:
        with monkeypatch.context() as patch:
            patch.setattr(revision, "migrate", lambda connection: newest(connection, OLD))
            store = Store.open(url, create=True)
        with store.write() as connection:
            for table, row in rows_of_old():
                connection.execute(insert(T[table]).values(row))
        store.close()
        yield url


def test_an_older_store_keeps_everything(old_url: str) -> None:
    with pytest.raises(StoreUnavailable) as refused:
        Store.open(old_url)
    assert refused.value.fault is StoreFault.TOO_OLD
    store = Store.open(old_url, outdated=True)
    columns = {table: tuple(as_it_was(table)) for table in KEPT}
    before = everything(store, columns)
    assert all(before.values())
    store.upgrade()
    assert everything(store, columns) == before
    assert store.revision() == revision.HEAD
    store.close()

    store = Store.open(old_url)
    with store.read() as connection:
        practice = queries.practice(connection)
        entries = queries.entries(connection, Span(NINE, NINE + HOUR))
        repeated = connection.exec_driver_sql("SELECT occupancy, service FROM allocation ORDER BY id").all()
    assert [each.status for each in entries] == [Status.BOOKED, Status.CANCELLED, Status.PENDING]
    assert [len(each.allocations) for each in entries] == [1, 1, 1]
    assert [tuple(row) for row in repeated] == [(1, 1), (0, 1), (2, -1)]
    assert [each.weeks for each in practice.site.availability.hours] == [Weeks.ALL]
    assert len(practice.site.availability.exceptions) == 1
    assert [each.priority for each in practice.types.values()] == [Priority.NORMAL]
    assert not practice.groups
    again = as_it_was("allocation", id=9, entry_id=3)
    with pytest.raises(OverlapRefused), store.write() as connection:
        connection.execute(insert(T["allocation"]).values(again))
    store.close()


def test_the_way_back_loses_only_what_is_new(old_url: str) -> None:
    store = Store.open(old_url, outdated=True)
    columns = {table: tuple(as_it_was(table)) for table in KEPT}
    before = everything(store, columns)
    store.upgrade()
    group = dict(ROWS["actor"], id=7, kind="room", code="INF", roles="", is_group=True)
    place = dict(ROWS["actor"], id=8, kind="room", code="INF1", roles="")
    with store.write() as connection:
        connection.execute(insert(T["actor"]).values(group))
        connection.execute(insert(T["actor"]).values(place | {"group_id": 7}))
        connection.execute(insert(T["need_member"]).values(need_id=1, position=1, actor_id=7))
        connection.execute(text("UPDATE allocation SET group_id = 7"))
    migrate(store, OLD)
    after = everything(store, columns)
    kept = after["actor"].pop()
    assert kept[0] == 8
    assert after == before
    again = as_it_was("allocation", id=9, entry_id=3)
    with pytest.raises(OverlapRefused), store.write() as connection:
        connection.execute(insert(T["allocation"]).values(again))
    with pytest.raises(OverlapRefused), store.write() as connection:
        connection.execute(text("UPDATE allocation SET blocking = NOT blocking WHERE id > 1"))
    store.close()
