"""How the databases find what the hot path asks for: by an index, with a bound on both sides."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import Connection

from praxidesk.engine.spans import HOUR, Span
from praxidesk.engine.vocabulary import Status, procedure_service, type_service
from praxidesk.models import queries
from praxidesk.models.found_patients import asked_words, patients_page
from praxidesk.models.habit_queries import starts_of
from praxidesk.models.name_sounds import KnownNames
from praxidesk.models.presence_queries import presence
from praxidesk.models.recall_queries import patients_to_recall
from praxidesk.models.typed_words import typed_words
from praxidesk.models.waiting_queries import waiting
from tests.models.bookings import DAY, NINE, appointment, put
from tests.small_practice import SmallPractice
from tests.statement_log import StatementLog

DAYS = 400
MORNING = Span(NINE, NINE + HOUR)


@pytest.fixture
def years(practice_store: SmallPractice) -> SmallPractice:
    """A year and more behind the morning that is asked for, and of everybody."""
    put(practice_store, *(appointment(practice_store, NINE - day * DAY) for day in range(DAYS)))
    put(
        practice_store,
        *(appointment(practice_store, NINE - day * DAY, people="KOC OP1") for day in range(DAYS)),
    )
    if practice_store.store.dialect == "postgresql":
        with practice_store.store.write() as connection:
            connection.exec_driver_sql("ANALYZE")
    return practice_store


def plans(
    practice: SmallPractice, statements: StatementLog, ask: Callable[[Connection], object]
) -> list[str]:
    """The plan of each statement that is asked, with its own parameters."""
    explain = "EXPLAIN QUERY PLAN " if practice.store.dialect == "sqlite" else "EXPLAIN "
    with practice.store.read() as connection:
        statements.clear()
        statements.parameters.clear()
        ask(connection)
        asked = list(zip(statements, statements.parameters, strict=True))
        return [
            "\n".join(str(line[-1]) for line in connection.exec_driver_sql(explain + statement, given))
            for statement, given in asked
        ]


def test_surroundings_search_by_actor_and_start(years: SmallPractice, statements: StatementLog) -> None:
    actors = [years.actors["WEB"], years.actors["R1"]]
    (plan,) = plans(
        years,
        statements,
        lambda connection: queries.surroundings(
            connection, actors, MORNING, patient_number="P-1001", key="k"
        ),
    )
    if years.store.dialect == "sqlite":
        index = "ix_allocation_of_actor (actor_id=? AND starts_at>? AND starts_at<?)"
        assert f"SEARCH allocation USING COVERING INDEX {index}" in plan
        assert not [table for table in ("allocation", "entry", "patient") if f"SCAN {table}" in plan]
    else:
        assert "using ix_allocation_of_actor on allocation" in plan
        assert re.search(r"Index Cond: .*starts_at > .* AND \(starts_at < ", plan)
        assert "Seq Scan on allocation" not in plan
        assert "Seq Scan on entry" not in plan


def test_entries_of_a_span_search_by_start(years: SmallPractice, statements: StatementLog) -> None:
    for plan in plans(years, statements, lambda connection: queries.entries(connection, MORNING)):
        if years.store.dialect == "sqlite":
            assert "SEARCH entry USING INDEX ix_entry_starts_at (starts_at>? AND starts_at<?)" in plan
            # Only what has been found is read from end to end, to be made one text.
            assert "SCAN" not in plan.replace("SCAN found", "")
            assert "TEMP B-TREE" not in plan
        else:
            assert "ix_entry_starts_at" in plan
            assert "Seq Scan on allocation" not in plan


def test_entries_of_actors_search_by_actor_or_start(years: SmallPractice, statements: StatementLog) -> None:
    actors = [years.actors["WEB"]]
    for plan in plans(years, statements, lambda connection: queries.entries(connection, MORNING, actors)):
        assert "ix_allocation_of_actor" in plan or "ix_entry_starts_at" in plan
        assert "Seq Scan on allocation" not in plan
        assert "SCAN entry" not in plan
        assert "SCAN allocation" not in plan


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_patients_are_searched_by_ranges_of_words(years: SmallPractice, statements: StatementLog) -> None:
    words = typed_words("mue isi", date(2026, 11, 23)) or ()

    def ask(connection: Connection) -> None:
        patients_page(connection, words, asked_words(words, KnownNames()))

    (plan,) = plans(years, statements, ask)
    assert plan.count("SEARCH patient_word USING PRIMARY KEY (word>? AND word<?)") >= 2
    assert "SCAN patient" not in plan


@pytest.mark.parametrize("dialect", ["sqlite"])
@pytest.mark.parametrize("service", ["type", "procedure"])
def test_entries_of_a_service_are_read_from_its_index_alone(
    years: SmallPractice, statements: StatementLog, service: str
) -> None:
    wanted = type_service(years.kontr) if service == "type" else procedure_service(years.knie)
    index = f"ix_entry_{service}_id_starts_at_ends_at_status ({service}_id=? AND starts_at>? AND starts_at<?)"
    (plan,) = plans(
        years,
        statements,
        lambda connection: queries.surroundings(connection, [], MORNING, services=[wanted]),
    )
    assert f"SEARCH entry USING COVERING INDEX {index}" in plan
    (plan,) = plans(years, statements, lambda connection: starts_of(connection, wanted, MORNING))
    assert f"SEARCH entry USING COVERING INDEX {index}" in plan
    assert "SCAN" not in plan


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_arrivals_of_a_day_search_by_start_and_look_their_history_up(
    years: SmallPractice, statements: StatementLog
) -> None:
    (plan,) = plans(years, statements, lambda connection: presence(connection, MORNING))
    assert "(starts_at>? AND starts_at<?)" in plan
    assert "SEARCH entry_change USING INDEX" in plan
    assert "SCAN" not in plan


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_patients_to_recall_are_found_by_type_and_looked_up_by_patient(
    years: SmallPractice, statements: StatementLog
) -> None:
    (plan,) = plans(
        years,
        statements,
        lambda connection: patients_to_recall(connection, years.kontr, MORNING, NINE, 10),
    )
    assert "(type_id=? AND starts_at>? AND starts_at<?)" in plan
    assert "(patient_id=?" in plan
    assert "SCAN" not in plan


def test_those_who_wait_are_read_from_their_index(years: SmallPractice, statements: StatementLog) -> None:
    waits = appointment(years, NINE, people="P-1001", status=Status.WAITLIST, blocking=False)
    put(years, waits)
    plan, *_ = plans(years, statements, lambda connection: waiting(connection, NINE - DAY, 10))
    if years.store.dialect == "sqlite":
        assert "SEARCH entry USING INDEX ix_entry_waiting (starts_at>?)" in plan
        assert "SCAN entry" not in plan
    else:
        assert "ix_entry_waiting on entry" in plan
        assert "Seq Scan on entry" not in plan.replace("Seq Scan on entry_change", "")
