"""Many desks for few hours: nobody twice, nothing half, no deadlock; and red where what guards them is gone.

The whole of it runs by name (docs/campaigns.md); what is marked as no campaign is the same, small.
"""

import sys
from collections.abc import Iterator

import pytest

from praxidesk.models.store import Store
from tests.postgres import cluster
from tests.services.campaign import WITHOUT_CONSTRAINT, Race, race
from tests.services.campaign_desks import WARM, WITHOUT_LOCK, WITHOUT_TURNS
from tests.stores import Stores

LONGEST_MS = 1_000
"""For ninety-nine of a hundred requests, on an idle machine of two cores."""


PAUSE_S = 2.5


def _say(what: str, found: Race) -> None:
    """For the page of campaigns: with ``-s``."""
    sys.stdout.write(f"\n{what}: {found}\n")


@pytest.fixture
def many_connections() -> Iterator[str]:
    """An empty store on a server of its own, as a practice runs one, which lets 250 desks in."""
    settings = "max_connections = 320\nfsync = on\nfull_page_writes = on\nsynchronous_commit = on\n"
    with cluster(settings) as server, server.database() as name:
        Store.open(server.url(name), create=True).close()
        yield server.url(name)


def test_a_small_race_is_clean(store_url: str) -> None:
    found = race(store_url, 3, 2, 20, WARM)
    assert found.requests == 120
    assert found.done
    assert found.refused
    assert found.is_clean, found


def test_without_the_constraint_whoever_neither_locks_nor_looks_is_taken(store_url: str) -> None:
    found = race(store_url, 1, 2, 10, WITHOUT_CONSTRAINT)
    assert found.hostile > 0
    assert not found.is_clean


@pytest.mark.campaign
@pytest.mark.timeout(900)
def test_250_connections_race_on_postgresql(many_connections: str) -> None:
    """Each desk rests between two requests: 250 programs on the cores of one machine load no server."""
    found = race(many_connections, 10, 25, 8, pause_s=PAUSE_S)
    _say("PostgreSQL, 250 connections x 8, a request every two seconds and a half", found)
    assert found.requests == 2_000
    assert found.is_clean, found
    assert found.p99_ms < LONGEST_MS, found


@pytest.mark.campaign
@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", [pytest.param((), id="just-opened"), pytest.param((WARM,), id="at-work")])
def test_250_connections_race_without_taking_breath(many_connections: str, kind: tuple[str, ...]) -> None:
    """How long it takes says only how fast so many programs on so few cores are.

    Desks that opened just now, whose first requests cost most; and such as have booked before.
    Five desks to a program: of more of them in one interpreter each waits for the others, as no desk does.
    """
    found = race(many_connections, 50, 5, 8, *kind)
    _say(f"PostgreSQL, 250 connections x 8, without a pause, {kind}", found)
    assert found.requests == 2_000
    assert found.is_clean, found
    assert found.p99_ms < LONGEST_MS, found


@pytest.mark.campaign
@pytest.mark.timeout(900)
def test_nothing_that_must_be_right_rests_on_turns(many_connections: str) -> None:
    found = race(many_connections, 10, 10, 8, WITHOUT_TURNS)
    _say("PostgreSQL, without turns", found)
    assert (found.overlaps, found.halves, found.deadlocks, found.hostile) == (0, 0, 0, 0), found


@pytest.mark.campaign
@pytest.mark.timeout(900)
def test_8_processes_race_on_sqlite(stores: Stores) -> None:
    with stores.url("sqlite") as url:
        found = race(url, 8, 1, 1_000)
    _say("SQLite, 8 processes x 1,000", found)
    assert found.requests == 8_000
    assert found.is_clean, found
    assert found.p99_ms < LONGEST_MS, found


@pytest.mark.campaign
@pytest.mark.timeout(900)
def test_without_the_lock_desks_wait_in_circles(many_connections: str) -> None:
    found = race(many_connections, 10, 10, 8, WITHOUT_LOCK)
    _say("PostgreSQL, without the lock", found)
    assert found.overlaps == 0  # the constraint holds
    assert found.deadlocks > 0 or found.faults > 0


@pytest.mark.campaign
@pytest.mark.timeout(900)
def test_without_its_lock_sqlite_refuses_with_faults(stores: Stores) -> None:
    with stores.url("sqlite") as url:
        found = race(url, 8, 1, 50, WITHOUT_LOCK)
    _say("SQLite, without BEGIN IMMEDIATE", found)
    assert found.overlaps == 0
    assert found.faults > 0


@pytest.mark.campaign
@pytest.mark.timeout(900)
def test_without_lock_and_constraint_people_are_booked_twice(many_connections: str) -> None:
    found = race(many_connections, 8, 10, 25, WITHOUT_LOCK, WITHOUT_CONSTRAINT)
    _say("PostgreSQL, without lock and constraint", found)
    assert found.overlaps > 0
