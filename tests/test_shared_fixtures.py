"""The fixtures that judge other tests, judged themselves."""

import subprocess
import sys
import threading

import pytest
from sqlalchemy import text

from praxidesk.models.store import Store
from tests import leftovers
from tests.leftovers import ROOT
from tests.statement_log import StatementLog


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stays is expected to stay: no need to wait for its end."""
    monkeypatch.setattr(leftovers, "_GRACE_SECONDS", 0.05)


@pytest.mark.usefixtures("hurried")
def test_a_thread_that_stays_is_noticed() -> None:
    end = threading.Event()
    before = leftovers.threads()
    thread = threading.Thread(target=end.wait, name="forgotten")
    thread.start()
    assert leftovers.remaining(leftovers.threads, before) == {"thread forgotten"}
    end.set()
    thread.join()
    assert leftovers.remaining(leftovers.threads, before) == set()


@pytest.mark.usefixtures("hurried")
@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes the Linux way")
def test_a_process_that_stays_is_noticed() -> None:
    before = leftovers.children()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        assert leftovers.remaining(leftovers.children, before) == {f"process {process.pid}"}
    assert leftovers.remaining(leftovers.children, before) == set()


@pytest.mark.usefixtures("hurried")
def test_a_file_in_the_project_is_noticed() -> None:
    before = leftovers.files()
    forgotten = ROOT / "forgotten.tmp"
    forgotten.touch()
    try:
        assert leftovers.remaining(leftovers.files, before) == {"file forgotten.tmp"}
    finally:
        forgotten.unlink()
    assert leftovers.remaining(leftovers.files, before) == set()


def test_an_end_under_way_is_waited_for() -> None:
    before = leftovers.threads()
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    timer = threading.Timer(0.05, end.set)
    timer.daemon = True
    timer.start()
    assert leftovers.remaining(leftovers.threads, before) == set()
    timer.join()


def test_every_statement_counts_and_none_twice(store: Store, statements: StatementLog) -> None:
    with store.read() as connection:
        connection.execute(text("SELECT 1"))
    statements.clear()
    with store.write() as connection:
        connection.execute(text("INSERT INTO setting VALUES (:name, '')"), [{"name": "a"}, {"name": "b"}])
        connection.exec_driver_sql("SELECT 1")
    assert len(statements) == 4
    assert statements[0].startswith("BEGIN")
    assert statements[-2:] == ["SELECT 1", "COMMIT"]
    statements.clear()
    with store.write() as connection:
        connection.rollback()
    assert statements[-1] == "ROLLBACK"
    assert len(statements) == 2


def test_the_log_ends_with_its_test(store: Store) -> None:
    log = StatementLog()
    with log.recording():
        store.status()
    counted = len(log)
    assert counted
    store.status()
    assert len(log) == counted
