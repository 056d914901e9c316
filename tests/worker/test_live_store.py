"""The gateway on real stores of both dialects: bookings, others' commits, a server that goes and comes."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.engine.outcomes import Done, Refused, StoreFault
from praxidesk.engine.requests import BookRequest, CancelRequest, Participant
from praxidesk.engine.vocabulary import ConflictKind, EntryKind, Role, Status
from praxidesk.engine.walltime import Zone
from praxidesk.models.store import Store
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import StoreState
from praxidesk.worker.opening import store_at
from praxidesk.worker.questions.history import EntryHistory
from tests.leftovers import ROOT
from tests.small_practice import SmallPractice, put_into
from tests.statement_log import StatementLog
from tests.stores import Stores

ZONE = Zone("Europe/Berlin")
MONDAY = date(2026, 11, 23)
NEXT_MONDAY = MONDAY + timedelta(days=7)
NOW = ZONE.at(MONDAY, 7 * 60)


@pytest.fixture
def practice(store_url: str) -> SmallPractice:
    store = Store.open(store_url)
    made = put_into(store)
    store.close()
    return made


@pytest.fixture
def gateway(qtbot: QtBot, store_url: str, practice: SmallPractice) -> Iterator[Gateway]:
    made = Gateway(store_at(store_url), clock=lambda: NOW)
    with qtbot.waitSignal(made.load_finished):
        made.start()
        made.show_weeks([MONDAY])
    qtbot.waitUntil(lambda: made.week(MONDAY - timedelta(days=7)) is not None)
    yield made
    assert made.shutdown()


def booking(practice: SmallPractice, minute: int, day: date = MONDAY) -> BookRequest:
    return BookRequest(
        EntryKind.APPOINTMENT,
        ZONE.at(day, minute),
        (
            Participant(practice.actors["WEB"], Role.PRACTITIONER),
            Participant(practice.actors["R1"], Role.ROOM),
        ),
        type=practice.kontr,
    )


def booked_elsewhere(store_url: str, start: str) -> None:
    """Another process books; back when its commit is safe."""
    line = {
        "type": "KONTR",
        "start": start,
        "participants": [{"actor": "WEB", "role": "practitioner"}, {"actor": "R1", "role": "room"}],
    }
    answer = subprocess.run(
        [sys.executable, "-m", "praxidesk", "--store", store_url, "--now", "2026-11-23T07:00", "book"],
        input=json.dumps(line),
        capture_output=True,
        check=True,
        text=True,
        cwd=ROOT,
    )
    assert json.loads(answer.stdout)["outcome"] == "booked", answer.stdout


def test_a_booking_is_answered_and_its_week_shown(
    qtbot: QtBot, gateway: Gateway, practice: SmallPractice
) -> None:
    with qtbot.waitSignal(gateway.store_changed), qtbot.waitSignal(gateway.answered) as heard:
        gateway.submit(booking(practice, 9 * 60))
    done = heard.args[0].outcome
    assert isinstance(done, Done)
    batch = gateway.week(MONDAY)
    assert batch is not None
    assert batch.entries == (done.entry,)
    assert gateway.state.dialect in {"sqlite", "postgresql"}


def test_a_refusal_names_who_is_in_the_way_and_changes_nothing(
    qtbot: QtBot, gateway: Gateway, practice: SmallPractice
) -> None:
    with qtbot.waitSignal(gateway.store_changed):
        gateway.submit(booking(practice, 9 * 60))
    with qtbot.waitSignal(gateway.answered) as heard:
        gateway.submit(booking(practice, 9 * 60 + 5))
    refused = heard.args[0].outcome
    assert isinstance(refused, Refused)
    kinds = {conflict.kind for conflict in refused.conflicts}
    assert {ConflictKind.PRACTITIONER_BUSY, ConflictKind.ROOM_BUSY} <= kinds
    assert refused.alternatives


def test_cancelling_refreshes_the_week_and_the_history_tells(
    qtbot: QtBot, gateway: Gateway, practice: SmallPractice
) -> None:
    with qtbot.waitSignal(gateway.store_changed), qtbot.waitSignal(gateway.answered) as heard:
        gateway.submit(booking(practice, 9 * 60))
    entry = heard.args[0].outcome.entry
    with qtbot.waitSignal(gateway.store_changed):
        gateway.submit(CancelRequest(entry.id, entry.version, "krank"))
    batch = gateway.week(MONDAY)
    assert batch is not None
    assert [each.status for each in batch.entries] == [Status.CANCELLED]
    with qtbot.waitSignal(gateway.told) as told:
        gateway.ask(EntryHistory(entry.id))
    assert [line.version for line in told.args[0].answer] == [2, 1]


def test_another_process_s_booking_appears_by_itself(
    qtbot: QtBot, gateway: Gateway, practice: SmallPractice, store_url: str
) -> None:
    seen: list[tuple[date, ...]] = []
    gateway.store_changed.connect(seen.append)
    booked_elsewhere(store_url, "2026-11-24T10:00")
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(MONDAY,)]
    batch = gateway.week(MONDAY)
    assert batch is not None
    assert [entry.starts_at for entry in batch.entries] == [ZONE.at(date(2026, 11, 24), 600)]


def test_another_process_s_booking_in_a_neighbour_week_is_there_when_paging(
    qtbot: QtBot, gateway: Gateway, practice: SmallPractice, store_url: str
) -> None:
    booked_elsewhere(store_url, "2026-12-01T10:00")
    qtbot.waitUntil(lambda: gateway.week(NEXT_MONDAY) is None)
    with qtbot.waitSignal(gateway.load_finished):
        gateway.show_weeks([NEXT_MONDAY])
    batch = gateway.week(NEXT_MONDAY)
    assert batch is not None
    assert len(batch.entries) == 1


def test_paging_to_a_known_week_asks_the_database_nothing(
    qtbot: QtBot, gateway: Gateway, statements: StatementLog
) -> None:
    loaded: list[object] = []
    gateway.week_loaded.connect(loaded.append)
    statements.clear()
    with qtbot.waitSignal(gateway.load_finished):
        gateway.show_weeks([NEXT_MONDAY])
    assert len(loaded) == 1
    qtbot.waitUntil(lambda: gateway.week(NEXT_MONDAY + timedelta(days=7)) is not None)
    # What was asked is the next neighbour, in advance: two statements and their transaction.
    assert len(statements) <= 4


def test_patients_and_slots_are_found(qtbot: QtBot, gateway: Gateway, practice: SmallPractice) -> None:
    with qtbot.waitSignal(gateway.patients_found) as found:
        gateway.search_patients("mueller isil")
    assert [patient.family for patient in found.args[0].patients] == ["Müller-Öztürk"]
    assert found.args[0].total == 1
    with qtbot.waitSignal(gateway.patients_found) as found:
        gateway.search_patients("  ")
    assert found.args[0].patients == ()


def test_a_store_that_is_missing_is_said_so_and_opened_once_it_is_there(qtbot: QtBot, store_url: str) -> None:
    gateway = Gateway(store_at(store_url), clock=lambda: NOW)
    faults: list[StoreFault | None] = []
    gateway.state_changed.connect(lambda state: faults.append(state.fault))
    with qtbot.waitSignal(gateway.state_changed):
        gateway.start()
    assert faults[0] is StoreFault.EMPTY
    store = Store.open(store_url)
    with qtbot.waitSignal(gateway.practice_loaded):
        put_into(store)
    store.close()
    assert gateway.shutdown()


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
def test_when_the_server_cuts_the_line_the_gateway_finds_it_again(
    qtbot: QtBot, gateway: Gateway, practice: SmallPractice, store_url: str
) -> None:
    states: list[StoreState] = []
    gateway.state_changed.connect(states.append)
    store = Store.open(store_url)
    with store.write() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    store.close()
    qtbot.waitUntil(lambda: any(not state.connected for state in states))
    qtbot.waitUntil(lambda: states[-1].connected)
    with qtbot.waitSignal(gateway.store_changed):
        gateway.submit(booking(practice, 9 * 60))


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
def test_while_the_server_refuses_nothing_is_lost_and_afterwards_all_is_read_again(
    qtbot: QtBot, gateway: Gateway, practice: SmallPractice, store_url: str, stores: Stores
) -> None:
    name = store_url.rpartition("/")[2].partition("?")[0]
    cluster = stores.cluster
    cluster.run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    cluster.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
    qtbot.waitUntil(lambda: not gateway.state.connected)
    assert gateway.state.fault is StoreFault.UNREACHABLE
    with qtbot.waitSignal(gateway.delayed):
        gateway.submit(booking(practice, 9 * 60))
    batch = gateway.week(MONDAY)
    assert batch is not None, "what was known stays on screen"
    with qtbot.waitSignal(gateway.store_changed), qtbot.waitSignal(gateway.answered) as answered:
        cluster.run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    assert gateway.state.connected
    assert isinstance(answered.args[0].outcome, Done)
