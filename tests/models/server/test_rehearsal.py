"""What a connection must learn for its first booking it learns before; nothing of it stays, nobody waits."""

from collections.abc import Iterator

import psycopg
import pytest

from praxidesk.engine.outcomes import Refused
from praxidesk.engine.roles import Deed, who_may
from praxidesk.engine.vocabulary import Status
from praxidesk.models.server.connection import ServerConnection
from praxidesk.models.server.roles import StaffRole
from praxidesk.models.store import Store
from praxidesk.services.desk import Desk
from tests.models.desks_of_a_server import Server, server
from tests.services.diary import key
from tests.small_practice import put_into
from tests.statement_log import StatementLog
from tests.stores import Stores

ROWS = """
    SELECT json_build_array(
        (SELECT count(*) FROM entry), (SELECT count(*) FROM allocation), (SELECT count(*) FROM entry_change),
        (SELECT count(*) FROM journal), (SELECT count(*) FROM journal_seal), (SELECT seq FROM journal_head),
        (SELECT last_value FROM entry_id_seq), (SELECT last_value FROM allocation_id_seq))
"""
FREE = """
    SELECT FROM journal_head FOR UPDATE NOWAIT;
    SELECT FROM actor FOR UPDATE NOWAIT;
    SELECT FROM patient FOR UPDATE NOWAIT;
    SELECT FROM appointment_type FOR UPDATE NOWAIT
"""
RUN = {
    "entry_written",
    "allocation_in_step",
    "allocation_of_group",
    "allocation_with_version",
    "journal_written",
    "journal_at_commit",
    "journal_sealed",
}
"""Functions that a booking runs, which are not known to a connection before."""


@pytest.fixture(scope="module")
def practice(stores: Stores) -> Iterator[Server]:
    with server(stores) as made:
        yield made


def test_a_server_runs_all_that_a_booking_runs_and_keeps_neither_rows_nor_numbers_nor_locks(
    practice: Server,
) -> None:
    with ServerConnection.connect(practice.url) as one, ServerConnection.connect(practice.url) as other:
        before = other.run(ROWS)
        one.run("BEGIN; SET LOCAL track_functions = 'all'; SELECT rehearse_booking()")
        found = one.run("SELECT string_agg(funcname, ' ') FROM pg_stat_xact_user_functions WHERE calls > 0")
        assert RUN.issubset(found.split())
        other.run(f"BEGIN; SET LOCAL lock_timeout = 100; {FREE}; ROLLBACK")
        one.run("COMMIT")
        assert other.run(ROWS) == before
        one.run("BEGIN READ ONLY; SELECT rehearse_booking(); COMMIT")  # as on a standby


def test_it_does_not_wait_for_whoever_holds_the_newest_seal(practice: Server) -> None:
    with ServerConnection.connect(practice.url) as one, ServerConnection.connect(practice.url) as holder:
        before = one.run(ROWS)
        holder.run("BEGIN; SELECT FROM journal_head FOR UPDATE")
        one.run("BEGIN; SELECT rehearse_booking(); COMMIT")
        holder.run("ROLLBACK")
        assert one.run(ROWS) == before


@pytest.mark.parametrize("role", list(StaffRole))
def test_desks_of_each_role_open_and_those_who_book_are_ready(practice: Server, role: StaffRole) -> None:
    with practice.diary(role) as diary:
        asked = _prepared(diary.desk)
        is_ready = any("array_append" in each for each in asked)
        assert is_ready == (role in who_may(Deed.WRITE_OPERATIONS))
        if role is StaffRole.RECEPTION:
            refusal = diary.book("08:00", "WEB", key=key("again"), patient="P-1001", status=Status.BOOKED)
            assert isinstance(refusal, Refused)
            assert _prepared(diary.desk) == asked  # that was not the first one


def test_once_for_each_connection(stores: Stores, statements: StatementLog) -> None:
    with stores.url("postgresql") as url:
        store = Store.open(url)
        put_into(store)
        desk = Desk.open(store, ready=False)
        sent = []
        for _ in range(2):
            statements.clear()
            desk.make_ready()
            sent.append(len(statements))
        with psycopg.connect(url, autocommit=True) as administrator:
            others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            administrator.execute(f"SELECT pg_terminate_backend(pid, 5000) {others}".encode())
        for _ in range(2):
            desk.refresh()  # by a new connection
            statements.clear()
            desk.make_ready()
            sent.append(len(statements))
        assert sent[0] == sent[2] > 5
        assert sent[1] == sent[3] == 0
        store.close()


def test_what_keeps_it_from_learning_keeps_nobody_from_working(stores: Stores) -> None:
    with stores.url("postgresql") as url:
        store = Store.open(url)
        put_into(store)
        with psycopg.connect(url, autocommit=True) as administrator:
            administrator.execute("ALTER FUNCTION rehearse_booking() RENAME TO taken_away")
        desk = Desk.open(store)
        assert not desk.refresh()
        store.close()


def _prepared(desk: Desk) -> set[str]:
    with desk.store.read() as connection:
        return set(connection.exec_driver_sql("SELECT statement FROM pg_prepared_statements").scalars())
