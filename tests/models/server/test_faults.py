"""What can befall a server and the way to it: named for what it is, nothing half done, no secret told."""

import os
import signal
import threading
from collections.abc import Callable, Iterator

import psycopg
import pytest
from sqlalchemy import text

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models import writes
from praxidesk.models.server.admin import administering, server_address
from praxidesk.models.store import Deadlock, RuleBroken, Store, StoreUnavailable
from tests.models.faults import COUNT_UP, count_up, counted, fault_of
from tests.small_practice import PATIENT, SITE, SmallPractice, put_into
from tests.stores import Stores


@pytest.fixture
def server(stores: Stores) -> Iterator[str]:
    with stores.url("postgresql") as url:
        yield url


def test_a_database_of_another_program_is_foreign(stores: Stores) -> None:
    with stores.url("postgresql", migrated=False) as url:
        assert fault_of(lambda: Store.open(url)).fault is StoreFault.MISSING
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE bookmarks (id INTEGER)")
        assert fault_of(lambda: Store.open(url)).fault is StoreFault.FOREIGN
        assert fault_of(lambda: Store.open(url, create=True)).fault is StoreFault.FOREIGN


def test_an_administrators_call_to_a_server_that_hangs_is_given_up(server: str) -> None:
    with pytest.raises(StoreUnavailable) as hangs, administering(server_address(server), 0.2) as connection:
        connection.execute(text("SELECT pg_sleep(60)"))
    assert hangs.value.fault is StoreFault.UNREACHABLE
    with administering(server_address(server), 60) as connection:
        assert connection.scalar(text("SELECT 1")) == 1


def test_a_database_that_is_not_there_is_missing(stores: Stores) -> None:
    assert fault_of(lambda: Store.open(stores.cluster.url("nowhere"))).fault is StoreFault.MISSING


@pytest.mark.parametrize(
    ("wrong", "fault", "said"),
    [
        pytest.param(
            lambda url, secret: url.replace(secret, "S3cret-wrong"),
            StoreFault.SIGN_IN,
            "the server refuses the login",
            id="password",
        ),
        pytest.param(
            lambda url, _: url.replace("praxi:", "nobody:"),
            StoreFault.SIGN_IN,
            "the server refuses the login",
            id="user",
        ),
        pytest.param(
            lambda url, _: url.rsplit(":", 1)[0] + ":1/postgres",
            StoreFault.UNREACHABLE,
            "no server answers at this address",
            id="port",
        ),
    ],
)
def test_a_server_that_lets_nobody_in_says_why_and_the_password_stays_secret(
    stores: Stores, wrong: Callable[[str, str], str], fault: StoreFault, said: str
) -> None:
    secret = stores.cluster.password
    refused = fault_of(lambda: Store.open(wrong(stores.cluster.url("postgres"), secret)))
    assert refused.fault is fault
    assert refused.detail == said
    assert secret not in str(refused)
    assert "S3cret" not in str(refused)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://praxi:S3cret@host:port/x",
        "postgresql://praxi:S3@cret@[::1/x",
        "mysql://praxi:S3cret@host/x",
        "sqlite://",
        "sqlite:///:memory:",
    ],
)
def test_an_address_that_cannot_be_read_is_not_repeated(address: str) -> None:
    refused = fault_of(lambda: Store.open(address))
    assert refused.fault is StoreFault.OTHER
    assert "S3" not in str(refused)


def test_connections_that_were_ended_are_replaced(server: str, stores: Stores) -> None:
    store = Store.open(server)
    count_up(store)
    stores.cluster.end_sessions(store.engine.url.database)
    count_up(store)
    assert counted(store) == 3
    store.close()


def test_a_connection_that_ends_amid_a_transaction_loses_all_of_it(server: str, stores: Stores) -> None:
    store = Store.open(server)

    def interrupted() -> None:
        with store.write() as connection:
            connection.execute(COUNT_UP)
            stores.cluster.end_sessions(store.engine.url.database)
            connection.execute(COUNT_UP)

    assert fault_of(interrupted).fault is StoreFault.UNREACHABLE
    assert counted(store) == 1
    store.close()


def test_rows_that_another_transaction_holds_too_long_are_busy(server: str) -> None:
    store = Store.open(server, patience_ms=50)
    with store.write() as connection:
        connection.execute(COUNT_UP)
        assert fault_of(lambda: count_up(store)).fault is StoreFault.BUSY
    assert counted(store) == 2
    store.close()


def test_two_who_wait_for_each_other_are_told_apart(server: str) -> None:
    store = Store.open(server)
    practice = put_into(store)
    first, second = practice.actors["WEB"], practice.actors["KOC"]
    both_hold_one = threading.Barrier(2)
    ended: list[StoreUnavailable] = []

    def lock(mine: int, theirs: int) -> None:
        try:
            with store.write() as connection:
                connection.execute(text(f"SELECT 1 FROM actor WHERE id = {mine} FOR UPDATE"))
                both_hold_one.wait(10)
                connection.execute(text(f"SELECT 1 FROM actor WHERE id = {theirs} FOR UPDATE"))
        except StoreUnavailable as error:
            ended.append(error)

    threads = [threading.Thread(target=lock, args=pair) for pair in ((first, second), (second, first))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [type(each) for each in ended] == [Deadlock]
    assert ended[0].fault is StoreFault.BUSY
    store.close()


def test_a_server_that_hangs_is_left_after_a_while(server: str, stores: Stores) -> None:
    store = Store.open(server, patience_ms=100)
    process = stores.cluster.server_process(store.engine.url.database)
    os.kill(process, signal.SIGSTOP)
    try:
        refused = fault_of(lambda: counted(store))
    finally:
        os.kill(process, signal.SIGCONT)
    assert refused.fault is StoreFault.UNREACHABLE
    assert counted(store) == 1
    store.close()


def test_a_broken_rule_names_itself_and_no_patient(practice_store: SmallPractice) -> None:
    with pytest.raises(RuleBroken) as broken, practice_store.store.write() as connection:
        connection.execute(text("UPDATE patient SET sex = 'Rollstuhl'"))
    told = str(broken.value) + repr(broken.value.__dict__)
    assert "ck_patient_sex" in told
    assert broken.value.__cause__ is None
    assert broken.value.__suppress_context__
    for secret in (PATIENT.family, PATIENT.given, PATIENT.phone, PATIENT.number, "Rollstuhl"):
        assert secret not in told


def test_a_driver_that_refuses_a_value_tells_nothing(practice_store: SmallPractice) -> None:
    with pytest.raises((RuleBroken, StoreUnavailable)) as broken, practice_store.store.write() as connection:
        connection.execute(
            text("UPDATE patient SET note = :note, email = :email"), {"note": "Geheim", "email": object()}
        )
    assert "Geheim" not in str(broken.value)


def test_nothing_of_a_refused_set_up_stays(store: Store) -> None:
    def set_up() -> None:
        with store.write() as connection:
            writes.save_site(connection, SITE)
            connection.execute(text("INSERT INTO setting (name, value) VALUES ('', '')"))

    with pytest.raises(RuleBroken):
        set_up()
    assert store.status().counts["site"] == 0
