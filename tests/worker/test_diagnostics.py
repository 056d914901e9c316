"""The diagnosis of real stores of both dialects, with bookings timed on the way."""

import logging
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.engine.outcomes import Done
from praxidesk.engine.requests import BookRequest, NewPatient, Participant
from praxidesk.engine.store_facts import ServerCounts
from praxidesk.engine.vocabulary import EntryKind, Role
from praxidesk.models.store import Store
from praxidesk.models.store_facts import store_facts
from praxidesk.worker import use_cases
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Told
from praxidesk.worker.opening import store_at
from praxidesk.worker.questions.diagnostics import Diagnose, Diagnosis
from praxidesk.worker.questions.finding import FindEverything
from praxidesk.worker.questions.question import Question
from tests.small_practice import put_into
from tests.stores import Stores
from tests.worker.test_live_store import MONDAY, NOW, ZONE

CANARY = "Kanarienvogel"


def test_a_store_says_how_it_is_and_the_log_never_whom_it_is_about(
    qtbot: QtBot,
    store_url: str,
    dialect: str,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = Store.open(store_url)
    practice = put_into(store)
    store.close()
    # Everything is too slow today.
    monkeypatch.setattr(use_cases, "LIMITS_MS", {})
    monkeypatch.setattr(use_cases, "LIMIT_MS", -1)
    gateway = Gateway(store_at(store_url), clock=lambda: NOW)

    def told(question: Question) -> object:
        with qtbot.waitSignal(gateway.told, check_params_cb=lambda told: told.question == question) as heard:
            gateway.ask(question)
        assert isinstance(heard.args[0], Told)
        return heard.args[0].answer

    with caplog.at_level(logging.WARNING), qtbot.waitSignal(gateway.load_finished):
        gateway.start()
        gateway.show_weeks([MONDAY])
    gateway.show_weeks([MONDAY])
    booking = BookRequest(
        EntryKind.APPOINTMENT,
        ZONE.at(MONDAY, 9 * 60),
        (
            Participant(practice.actors["WEB"], Role.PRACTITIONER),
            Participant(practice.actors["R1"], Role.ROOM),
        ),
        type=practice.kontr,
        patient=NewPatient(CANARY, CANARY, date(1990, 1, 1), CANARY),
        note=CANARY,
    )
    with qtbot.waitSignal(gateway.answered) as answered:
        gateway.submit(booking)
    assert isinstance(answered.args[0].outcome, Done)
    told(FindEverything(CANARY))
    diagnosis = told(Diagnose())
    assert isinstance(diagnosis, Diagnosis)
    assert gateway.shutdown()

    found = {each.name: each for each in diagnosis.use_cases}
    assert {"week", "book", "noticed", "FindEverything", "Diagnose"} <= set(found)
    assert found["week"].statements >= 2 * found["week"].count  # two and what begins and ends them
    assert found["book"].count == 1
    assert found["book"].statements >= 3
    assert 0 < found["book"].p50_ms == found["book"].longest_ms == found["book"].last_ms
    assert sum(sum(each.counts) for each in diagnosis.minutes) >= 4
    facts = diagnosis.store
    assert facts.dialect == dialect
    assert facts.size_bytes > 100_000
    if dialect == "sqlite":
        assert (facts.counts, facts.connections) == (ServerCounts.NO_SERVER, None)
        assert facts.journal_mode in {"delete", "wal"}
    else:
        assert (facts.counts, facts.statements) == (ServerCounts.MISSING, ())
        assert facts.connections is not None
        assert facts.connections >= 2
        assert "entry" in dict(facts.tables)
    slow = [record.getMessage() for record in caplog.records if record.getMessage().startswith("slow: ")]
    assert any(line.startswith("slow: book took") for line in slow)
    assert any(line.startswith("slow: FindEverything took") for line in slow)
    assert CANARY.casefold() not in caplog.text.casefold()
    assert CANARY not in repr(diagnosis)
    known, wanted = gateway.known_weeks
    assert (known, wanted) == (1, 2)


def test_the_servers_own_counts_are_read_where_they_are_and_said_to_be_missing_elsewhere(
    stores: Stores,
) -> None:
    with stores.new("postgresql") as store:
        with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("CREATE EXTENSION pg_stat_statements")
        # The server of the tests was started without the library.
        assert store_facts(store).counts is ServerCounts.NOT_LOADED
        with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("ALTER EXTENSION pg_stat_statements DROP VIEW pg_stat_statements")
            connection.exec_driver_sql("DROP VIEW pg_stat_statements")
            connection.exec_driver_sql(
                "CREATE VIEW pg_stat_statements (query, calls, mean_exec_time, max_exec_time,"
                " total_exec_time, dbid) AS SELECT query, calls, mean, longest, total, oid FROM pg_database,"
                " (VALUES ('SELECT  a\n FROM b', 3, 1.5, 2.5, 4.5), ('with x as select', 1, 9, 9, 9),"
                " ('ALTER ROLE anna PASSWORD ''geheim''', 1, 7, 7, 7))"
                " AS given (query, calls, mean, longest, total) WHERE datname = current_database()"
            )
        facts = store_facts(store)
        assert facts.counts is ServerCounts.READ
        assert [(each.text, each.calls, each.longest_ms) for each in facts.statements] == [
            ("with x as select", 1, 9.0),
            ("SELECT a FROM b", 3, 2.5),
        ]
