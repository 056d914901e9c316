"""A second server takes over under load, by the printed recipe: nothing confirmed is lost, nothing twice."""

import os
import time
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models.store import Store
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.opening import store_at
from tests.campaigns.booking_load import BookingLoad, note
from tests.campaigns.node import DATABASE, USER, Node, place
from tests.campaigns.recipe import Recipe
from tests.models.faults import count_up, fault_of


class Pair:
    """The practice on ``db1``, which ``db2`` follows, commit by commit."""

    def __init__(self, db1: Node, db2: Node) -> None:
        self.db1, self.db2 = db1, db2
        self.recipe = Recipe({"db1": db1, "db2": db2})
        self.url = (
            f"postgresql://{USER}:{db1.place.password}@127.0.0.1:{db1.port},127.0.0.1:{db2.port}/{DATABASE}"
        )

    def follow(self) -> None:
        """As the recipe makes it."""
        for block in ("db1-prepare", "db2-copy"):
            self.recipe.do(block)
        self.db2.start()
        self.recipe.do("db1-synchronous")
        wait_until(lambda: self.recipe.do("db1-look") == [("db2", "streaming", "sync")])

    def turn_over(self) -> None:
        """``db1`` is gone without a word; ``db2`` takes over."""
        self.db1.kill()
        for block in ("db1-fence", "db2-promote", "db2-alone"):
            self.recipe.do(block)


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def port(store: Store) -> int:
    with store.read() as connection:
        return int(connection.exec_driver_sql("SELECT inet_server_port()").scalar_one())


def wait_until_followed(node: Node) -> None:
    states = "SELECT sync_state FROM pg_stat_replication WHERE state = 'streaming'"
    wait_until(lambda: node.ask(states) == [("sync",)])


@pytest.fixture
def pair() -> Iterator[Pair]:
    with place() as made:
        pair = Pair(made.with_practice("db1"), made.node("db2"))
        pair.follow()
        yield pair


def sessions(node: Node) -> int:
    rows = node.ask(
        "SELECT count(*) FROM pg_stat_activity"
        f" WHERE datname = '{DATABASE}' AND application_name LIKE 'praxidesk%'"
    )
    return int(rows[0][0])


def test_a_second_server_serves_screens_and_takes_over_with_everything_that_was_confirmed(
    qtbot: QtBot, pair: Pair
) -> None:
    db1, db2 = pair.db1, pair.db2
    reading, writing = Store.open(pair.url, reads_only=True), Store.open(pair.url)
    assert (port(reading), port(writing)) == (db2.port, db1.port)
    assert fault_of(lambda: count_up(reading)).fault is StoreFault.UNREACHABLE, "it looks for another"
    reading.close()
    alone = Store.open(db2.url())
    assert fault_of(lambda: count_up(alone)).fault is StoreFault.READ_ONLY, "there is no other"
    alone.close()
    # A screen that only reads sees what is done on the other one.
    screen = Gateway(store_at(pair.url, reads_only=True))
    with qtbot.waitSignal(screen.practice_loaded):
        screen.start()
    with qtbot.waitSignal(screen.calendar_touched):
        count_up(writing)
    writing.close()
    assert (sessions(db1), sessions(db2)) == (0, 2)
    assert screen.shutdown()

    with BookingLoad(pair.url, desks=2) as load:
        load.until_each_has_booked(5)
        assert sessions(db1) <= 2 * 2, "the number that the page promises"
        db1.kill()
        assert fault_of(lambda: Store.open(pair.url)).detail == "only a copy that may be read answers"
        pair.turn_over()
        load.until_each_has_booked(5)
        load.end()
    kept = load.kept(db2.url())
    assert kept.is_whole, kept
    # Whoever starts the first one again: it cannot be written to.
    db1.start()
    assert db1.ask("SELECT pg_is_in_recovery()") == [(True,)]


@pytest.mark.campaign
@pytest.mark.timeout(3600)
def test_there_and_back_again_and_again(pair: Pair) -> None:
    """Every second time the one that takes over waits for the other, as its settings say: the trap."""
    runs, acknowledged, replayed, gaps = int(os.environ.get("PRAXIDESK_RUNS", "10")), 0, 0, []
    for run in range(runs):
        with BookingLoad(pair.url, desks=6, first=10 * run) as load:
            load.until_each_has_booked(20)
            if run % 2 == 0:
                pair.turn_over()
                now = pair.db2
            else:
                pair.db1.ask("ALTER SYSTEM SET synchronous_standby_names = 'db2'")
                pair.db2.kill()
                pair.db2.shell('touch "$PGDATA/standby.signal"')
                pair.db1.ask("SELECT pg_promote()")
                pair.db1.ask("SELECT pg_reload_conf()")
                wait_until(
                    lambda: bool(
                        pair.db1.ask("SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'")
                    )
                )
                pair.recipe.do("db1-alone")
                now = pair.db1
            load.until_each_has_booked(20)
            load.end(120)
        kept = load.kept(now.url())
        assert kept.is_whole, kept
        acknowledged, replayed = acknowledged + kept.acknowledged, replayed + kept.replayed
        gaps.append(kept.longest_gap)
        if run % 2 == 0:
            pair.recipe.do("db1-copy")
            pair.db1.start()
            pair.recipe.do("db2-synchronous")
        else:
            pair.db2.shell('rm -rf "$PGDATA" "$PGDATA.old"')
            pair.db1.shell('rm -rf "$PGDATA.old"')
            pair.recipe.do("db2-copy")
            pair.db2.start()
            pair.recipe.do("db1-synchronous")
        wait_until_followed(now)
    assert pair.recipe.done == set(pair.recipe.blocks), "every block of the page was run"
    note(f"{runs} takeovers: {acknowledged} confirmed, 0 lost, {replayed} replayed, gap {max(gaps):.1f} s")
