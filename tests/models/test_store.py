"""Opening, recognising, reading and writing a store."""

import os
import sqlite3
import stat
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models import revision, writes
from praxidesk.models.queries import practice
from praxidesk.models.sqlite import file as sqlite_file
from praxidesk.models.store import Store, StoreUnavailable
from tests.small_practice import SITE, SmallPractice
from tests.statement_log import StatementLog
from tests.stores import Stores


def read_value(store: Store, name: str = "a") -> str | None:
    with store.read() as connection:
        return connection.execute(
            text("SELECT value FROM setting WHERE name = :name"), {"name": name}
        ).scalar()


def write_value(store: Store, value: str, name: str = "a") -> None:
    with store.write() as connection:
        connection.execute(
            text(
                "INSERT INTO setting VALUES (:name, :value)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
            ),
            {"name": name, "value": value},
        )


def test_a_new_store_is_empty_and_at_the_newest_revision(store: Store, dialect: str) -> None:
    status = store.status()
    assert status.dialect == store.dialect == dialect
    assert status.revision == status.needed_revision == revision.HEAD
    assert {name: rows for name, rows in status.counts.items() if rows} == {"practice": 1, "journal_head": 1}
    assert int(status.library_version.split(".")[0]) >= 3
    assert status.journal_mode in ({"wal", "delete"} if dialect == "sqlite" else {""})


def test_the_status_counts_what_is_there(practice_store: SmallPractice) -> None:
    counts = practice_store.store.status().counts
    assert (counts["site"], counts["actor"], counts["patient"], counts["entry"]) == (1, 8, 2, 0)


def test_what_is_written_is_there_when_opened_again(store_url: str) -> None:
    first = Store.open(store_url)
    write_value(first, "kept")
    first.close()
    second = Store.open(store_url)
    assert read_value(second) == "kept"
    second.close()


def test_an_exception_undoes_all_of_its_transaction(store: Store) -> None:
    write_value(store, "before")
    with pytest.raises(ZeroDivisionError), store.write() as connection:
        assert connection.execute(text("UPDATE setting SET value = 'lost'")).rowcount / 0
    assert read_value(store) == "before"


def test_a_reader_sees_one_state_whatever_is_committed_meanwhile(store: Store) -> None:
    write_value(store, "old")
    question = text("SELECT value FROM setting")
    if store.dialect == "sqlite" and not sqlite_file.wal_is_safe():
        pytest.skip("with a rollback journal the writer waits for the reader instead")
    with store.read() as connection:
        assert connection.execute(question).scalar() == "old"
        write_value(store, "new")
        assert connection.execute(question).scalar() == "old"
    assert read_value(store) == "new"


def test_what_is_read_cannot_be_written_by_mistake_on_a_server(stores: Stores) -> None:
    with stores.new("postgresql") as store:
        with pytest.raises(StoreUnavailable) as refused, store.read() as connection:
            connection.execute(text("UPDATE setting SET value = ''"))
        assert refused.value.fault is StoreFault.READ_ONLY


def test_a_second_writer_waits_for_the_first(store: Store) -> None:
    order: list[str] = []
    waiting = threading.Event()

    def second() -> None:
        waiting.set()
        with store.write() as connection:
            connection.execute(text("UPDATE practice SET version = version + 1"))
            order.append("second")

    with store.write() as connection:
        connection.execute(text("UPDATE practice SET version = version + 1"))
        thread = threading.Thread(target=second)
        thread.start()
        waiting.wait(5)
        thread.join(0.05)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_a_transaction_is_two_statements_more_than_its_own(store: Store, statements: StatementLog) -> None:
    with store.read() as connection:
        connection.execute(text("SELECT 1"))  # the first use of a connection sets it up
    statements.clear()
    with store.write() as connection:
        connection.execute(text("SELECT 1"))
    begin = "BEGIN IMMEDIATE" if store.dialect == "sqlite" else "BEGIN"
    assert statements == [begin, "SELECT 1", "COMMIT"]


@pytest.mark.parametrize("form", ["{path}", "sqlite:///{path}", "~/{name}"])
def test_a_file_is_named_by_its_path_or_address(
    tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    path = tmp_path / "Präxis 100% #1.db"
    Store.open(form.format(path=path, name=path.name), create=True).close()
    assert path.exists()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_file_is_made_with_its_folder_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "store.db"
    mask = os.umask(0)
    try:
        store = Store.open(str(path), create=True)
    finally:
        os.umask(mask)
    write_value(store, "x")
    store.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_connection_is_set_up_the_safe_way(stores: Stores) -> None:
    wanted = {"foreign_keys": 1, "synchronous": 2, "trusted_schema": 0, "temp_store": 2}
    with stores.new("sqlite") as store, store.read() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
        identity = connection.exec_driver_sql("PRAGMA application_id").scalar()
    assert found == wanted
    assert identity == sqlite_file.APPLICATION_ID


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ("3.40.1", False),
        ("3.44.5", False),
        ("3.44.6", True),
        ("3.45.0", False),
        ("3.50.6", False),
        ("3.50.7", True),
        ("3.51.2", False),
        ("3.51.3", True),
        ("3.52.0", True),
        ("4.0.0", True),
    ],
)
def test_the_log_is_used_only_by_a_library_without_its_bug(version: str, safe: bool) -> None:
    assert sqlite_file.wal_is_safe(tuple(int(part) for part in version.split("."))) is safe


@pytest.mark.parametrize(("safe", "mode"), [(False, "delete"), (True, "wal")])
def test_the_journal_mode_follows_the_library(
    stores: Stores, monkeypatch: pytest.MonkeyPatch, safe: bool, mode: str
) -> None:
    with stores.url("sqlite") as url:
        with sqlite3.connect(url) as other:
            other.execute(f"PRAGMA journal_mode = {'delete' if safe else 'wal'}")
        other.close()
        monkeypatch.setattr(sqlite_file, "wal_is_safe", lambda _: safe)
        store = Store.open(url)
        assert store.status().journal_mode == mode
        store.close()


def test_a_store_without_a_practice_says_so(store: Store) -> None:
    with pytest.raises(StoreUnavailable) as empty, store.read() as connection:
        practice(connection)
    assert empty.value.fault is StoreFault.EMPTY
    with store.write() as connection:
        writes.save_site(connection, SITE)
    with store.read() as connection:
        assert practice(connection).site == SITE


def test_an_open_store_can_be_used_by_several_threads(store: Store) -> None:
    seen: list[str | None] = []

    def work(name: str) -> None:
        write_value(store, name, name)
        seen.append(read_value(store, name))

    names = [f"thread {number}" for number in range(8)]
    threads = [threading.Thread(target=work, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(str(each) for each in seen) == names
