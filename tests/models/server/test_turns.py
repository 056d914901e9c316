"""Few book at once on a server, in their order; and who has stopped holds nobody up for long."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any
from unittest.mock import create_autospec

import psycopg
import pytest

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.vocabulary import EntryId
from praxidesk.models import queries
from praxidesk.models.server.connection import ServerConnection
from praxidesk.models.server.turns import WITHOUT_S, ServerTurns
from praxidesk.models.store import Store, StoreUnavailable
from tests.small_practice import put_into
from tests.stores import Stores

PLACES = 4
SPACE = 1_350_059_124
IN_QUEUE = f"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = {SPACE} AND objid = 0"
AT_HEAD = f"{IN_QUEUE} AND granted"


@pytest.fixture
def server(stores: Stores) -> Iterator[str]:
    with stores.url("postgresql") as url:
        yield url


@pytest.fixture
def holders(server: str) -> Iterator[list[ServerConnection]]:
    """As many as may book at once, in the middle of it."""
    with ExitStack() as stack:
        made = [stack.enter_context(ServerConnection.connect(server)) for _ in range(PLACES)]
        for each in made:
            assert each.run("BEGIN; SELECT take_turn(1)") == "t"
        yield made


def test_who_comes_when_all_places_are_taken_waits_for_one_and_then_goes_on_without(
    server: str, holders: list[ServerConnection]
) -> None:
    with ServerConnection.connect(server) as late, ServerConnection.connect(server) as observer:
        assert late.run("BEGIN; SET LOCAL lock_timeout = 4321; SELECT take_turn(20)") == "f"
        assert late.run("SELECT current_setting('lock_timeout')") == "4321ms"  # and the transaction goes on
        late.rollback()
        with ThreadPoolExecutor(1) as pool:
            waits = pool.submit(late.run, "BEGIN; SET LOCAL lock_timeout = 4321; SELECT take_turn(20000)")
            while observer.run(AT_HEAD) == "0":
                assert not waits.done()
            holders[-1].rollback()  # whichever is free first
            assert waits.result(10) == "t"
        assert late.run("SELECT current_setting('lock_timeout')") == "4321ms"
        assert observer.run(AT_HEAD) == "0"


def test_whoever_comes_first_is_served_first(server: str, holders: list[ServerConnection]) -> None:
    with ExitStack() as stack:
        observer, *queue = (stack.enter_context(ServerConnection.connect(server)) for _ in range(4))
        pool = stack.enter_context(ThreadPoolExecutor(len(queue)))
        waits = []
        for place, each in enumerate(queue):
            waits.append(pool.submit(each.run, "BEGIN; SELECT take_turn(20000)"))
            while int(observer.run(IN_QUEUE)) <= place:
                pass
        for first, *others in (waits, waits[1:], waits[2:]):
            assert not any(each.done() for each in (first, *others))
            holders.pop().rollback()
            assert first.result(10) == "t"
        assert observer.run(IN_QUEUE) == "0"


def test_whoever_is_called_off_while_waiting_lets_the_next_one_up(
    server: str, holders: list[ServerConnection]
) -> None:
    with ServerConnection.connect(server) as late, ServerConnection.connect(server) as observer:
        with pytest.raises(psycopg.errors.QueryCanceled):
            late.run("BEGIN; SET LOCAL statement_timeout = 30; SELECT take_turn(20000)")
        assert observer.run(AT_HEAD) == "0"
        late.rollback()
        holders.pop().rollback()
        assert late.run("BEGIN; SELECT take_turn(1)") == "t"


def test_whoever_comes_up_as_its_patience_ends_does_not_stay_at_the_head(server: str) -> None:
    """Before it was looked after, one of twenty such did, and nobody behind it booked for eight seconds."""
    with ExitStack() as stack:
        head, late, observer = (stack.enter_context(ServerConnection.connect(server)) for _ in range(3))
        pool = stack.enter_context(ThreadPoolExecutor(1))
        outcomes = set()
        for around in range(300):
            rest = 0.0038 + around % 60 * 0.00002
            leaving = pool.submit(
                head.run,
                f"SELECT pg_advisory_lock({SPACE}, 0); SELECT pg_sleep({rest});"
                f" SELECT pg_advisory_unlock({SPACE}, 0)",
            )
            while observer.run(AT_HEAD) == "0" and not leaving.done():
                pass
            outcomes.add(late.run("BEGIN; SELECT take_turn(4)"))
            leaving.result(10)
            late.rollback()
            assert observer.run(AT_HEAD) == "0"
        assert "f" in outcomes


def test_who_would_not_wait_does_not(server: str) -> None:
    with ServerConnection.connect(server) as head, ServerConnection.connect(server) as late:
        head.run(f"SELECT pg_advisory_lock({SPACE}, 0)")
        assert late.run("BEGIN; SET LOCAL lock_timeout = 4321; SELECT take_turn(0)") == "f"
        assert late.run("SELECT current_setting('lock_timeout')") == "4321ms"


def test_one_that_rests_in_its_turn_may_be_ended(holders: list[ServerConnection]) -> None:
    """Only transactions with a number are."""
    assert holders[0].run("SELECT pg_current_xact_id_if_assigned() IS NOT NULL") == "t"


@pytest.mark.usefixtures("holders")
def test_a_desk_writes_although_all_have_stopped(server: str) -> None:
    store = Store.open(server, patience_ms=100)
    with store.write(short=True) as connection:
        connection.exec_driver_sql("UPDATE practice SET version = version + 1")
    with store.read(short=True) as connection:
        assert queries.practice_version(connection) == 2
    store.close()


def test_who_waited_in_vain_does_not_wait_again_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1_000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    driver = create_autospec(ServerConnection, instance=True)
    driver.run.return_value = "f"
    turns = ServerTurns(5_000)
    for later in (0, WITHOUT_S - 1, 2):
        now += later
        turns.begin(driver, writes=True)
    turns.begin(driver, writes=False)
    asked = [call.args[0] for call in driver.run.call_args_list]
    assert ["SELECT take_turn(8000)" in each for each in asked] == [True, False, True, False]
    assert ["READ ONLY" in each for each in asked] == [False, False, False, True]


def test_what_is_prepared_stays_so_when_a_request_is_refused(server: str) -> None:
    store = Store.open(server)
    put_into(store)
    for _ in range(3):
        with store.write(short=True) as connection:
            assert queries.few_entries(connection, [EntryId(1)]) == ()
            connection.rollback()
    with store.read() as connection:
        asked = (
            "SELECT count(*) FROM pg_prepared_statements"
            " WHERE position('part_0' IN statement) > 0 AND generic_plans > 0"
        )
        assert connection.exec_driver_sql(asked).scalar_one() == 1
    store.close()


def test_a_beginning_that_fails_is_a_fault_like_any_other(server: str) -> None:
    store = Store.open(server)
    with psycopg.connect(server, autocommit=True) as administrator:
        administrator.execute("ALTER FUNCTION take_turn(integer) RENAME TO taken_away")
        assert _fault_of_writing(store) is StoreFault.OTHER
        administrator.execute("ALTER FUNCTION taken_away(integer) RENAME TO take_turn")
        others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        with store.write(short=True) as connection:
            connection.rollback()
            driver: Any = connection.connection.dbapi_connection
            administrator.execute(f"SELECT pg_terminate_backend(pid, 5000) {others}".encode())
            with pytest.raises(psycopg.OperationalError):
                driver.run("SELECT 1")
    with store.write(short=True) as connection:  # by a new connection
        assert queries.practice_version(connection) == 1
    store.close()


def _fault_of_writing(store: Store) -> StoreFault:
    with pytest.raises(StoreUnavailable) as raised, store.write(short=True):
        pass
    return raised.value.fault
