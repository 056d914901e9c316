"""Hostile clients: whoever has a login, and speaks to the server by hand, gets no further than the window."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import psycopg
import pytest

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models.faults import HeldUp, of_driver
from praxidesk.models.server.admin import ServerRefused, server_address
from praxidesk.models.server.roles import StaffRole
from praxidesk.models.server.scram import verifier
from praxidesk.models.server.sessions import end_session, sessions
from praxidesk.models.store import StoreUnavailable
from praxidesk.models.store_facts import store_facts
from tests.models import hostile_roles as hostile
from tests.models.desks_of_a_server import PASSWORD, SECRETS, Server, server
from tests.services.diary import entry_of
from tests.stores import Stores

BACKUP = "test_backup"
SEEN = "what an administrator asks of Zwölfender"
"""Stands in another session's query."""


@pytest.fixture(scope="module")
def practice(stores: Stores) -> Iterator[Server]:
    with server(stores) as made:
        yield made


@pytest.fixture(scope="module")
def names(practice: Server) -> Mapping[str, object]:
    """What stands for the places in the statements."""
    with psycopg.connect(practice.url, autocommit=True) as superuser:
        superuser.execute("ANALYZE")
        hidden = superuser.execute(f"SELECT actor_id FROM patient WHERE family = '{SECRETS[0]}'").fetchone()
        assert hidden is not None
    return {
        "koc": practice.of_koc.id,
        "weber": practice.of_weber.id,
        "op": practice.operation.id,
        "hidden": hidden[0],
        "name": SECRETS[0],
        "verifier": verifier("only for a test"),
    }


def state(superuser: psycopg.Connection[tuple[object, ...]]) -> list[object]:
    """All that stands in the database, and all that is permitted."""
    tables = superuser.execute(
        "SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r'"
        " AND relnamespace::regnamespace::text IN ('public', 'praxi_access')"
    ).fetchall()
    catalogue = (
        "SELECT oid, rolname, rolsuper, rolcanlogin, rolcreaterole, rolbypassrls, rolconnlimit, rolpassword,"
        " rolvaliduntil FROM pg_authid",
        "SELECT * FROM pg_db_role_setting",
        "SELECT * FROM pg_auth_members",
        "SELECT relname, relowner, relacl, relrowsecurity, relforcerowsecurity, reloptions, relnamespace"
        " FROM pg_class WHERE relkind <> 'i' AND relnamespace <> 'pg_toast'::regnamespace",
        "SELECT oid, proname, proowner, prosrc, proacl, proconfig, prosecdef FROM pg_proc",
        "SELECT * FROM pg_policy",
        "SELECT oid, tgname, tgenabled FROM pg_trigger",
        "SELECT oid, conname FROM pg_constraint",
        "SELECT oid, nspname, nspowner, nspacl FROM pg_namespace",
        "SELECT oid, extname, extversion FROM pg_extension",
        "SELECT name, setting FROM pg_file_settings",
    )
    asked = (*catalogue, *(f"SELECT * FROM {name}" for (name,) in tables))
    return [
        superuser.execute(
            f"SELECT count(*), md5(string_agg(it::text, '' ORDER BY it::text)) FROM ({each}) AS it".encode()
        ).fetchone()
        for each in asked
    ]


def attempt(client: psycopg.Connection[tuple[object, ...]], attack: str) -> tuple[str, str]:
    """The code of what happened, and every word that was told."""
    told = ""
    try:
        with client.transaction():  # to the commit
            for part in attack.split(" ;; "):
                found = client.execute(part.encode())
                if found.description is not None:
                    told += repr(found.fetchall())
                else:
                    told += f"{found.rowcount} rows"
        code = "worked"
    except psycopg.Error as refused:
        code = refused.sqlstate or repr(refused)
        diagnosis = refused.diag
        told += "".join(
            str(each)
            for each in (refused, diagnosis.message_detail, diagnosis.message_hint, diagnosis.context)
        )
    client.execute("RESET ROLE")
    client.execute("RESET ALL")
    return code, told


@pytest.mark.parametrize("role", [*StaffRole, None], ids=str)
def test_nothing_that_somebody_with_a_login_tries_by_hand_succeeds(
    practice: Server, names: Mapping[str, object], stores: Stores, role: StaffRole | None
) -> None:
    statements = [each.format(**names) for each in hostile.refused_to(role)]
    assert len(set(statements)) == len(statements) >= 200
    with (
        psycopg.connect(practice.url, autocommit=True) as superuser,
        login(practice, stores, role) as client,
    ):
        superuser.execute(f"SELECT '{SEEN}'".encode())
        before = state(superuser)
        worked, leaks = [], []
        for attack in statements:
            code, told = attempt(client, attack)
            if code == "worked":
                worked.append(f"{attack}: {told[:200]}")
            if SEEN in told or any(each in told for each in hidden_from(role)):
                leaks.append(f"{attack}: {told[:200]}")
        assert not worked, "\n".join(worked)
        assert not leaks, "\n".join(leaks)
        assert state(superuser) == before


@pytest.mark.parametrize("role", StaffRole, ids=str)
def test_nothing_that_is_hidden_is_in_any_answer_or_can_be_guessed(
    practice: Server, names: Mapping[str, object], stores: Stores, role: StaffRole
) -> None:
    with (
        psycopg.connect(practice.url, autocommit=True) as superuser,
        login(practice, stores, role) as client,
    ):
        superuser.execute(f"SELECT '{SEEN}'".encode())
        for question in hostile.ANSWERED:
            _, told = attempt(client, question.format(**names))
            for secret in (SEEN, "SCRAM-SHA-256$", *hidden_from(role)):
                assert secret.lower() not in told.lower(), question
        for question in hostile.GUESSES:
            right = attempt(client, question.format(guess=SECRETS[0]))
            wrong = attempt(client, question.format(guess="Nobody"))
            is_seen = role not in {StaffRole.PRACTITIONER, StaffRole.VIEWER}
            assert is_seen or right == wrong, question
        # It would be seen if it was there: the same questions by somebody who may see it.
        everything = [attempt(superuser, each.format(**names))[1] for each in hostile.ANSWERED]
        assert all(any(secret in told for told in everything) for secret in (SECRETS[0], SECRETS[1]))


def hidden_from(role: StaffRole | None) -> tuple[str, ...]:
    """What somebody never sees: parts of names and notes. A doctor sees notes of own appointments."""
    if role is StaffRole.PRACTITIONER:
        return (SECRETS[0], SECRETS[2], "zwolf", "zwoelf")
    return (*SECRETS, "zwolf", "zwoelf", "Öztürk") if role in {StaffRole.VIEWER, None} else ()


@contextmanager
def login(
    practice: Server, stores: Stores, role: StaffRole | None
) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """The one connection of a role, or of a login that makes copies and has not said yet that it does."""
    if role is not None:
        with psycopg.connect(practice.as_(role), autocommit=True) as client:
            yield client
        return
    stores.cluster.run(f"CREATE ROLE {BACKUP} LOGIN PASSWORD '{PASSWORD}' IN ROLE praxi_backup")
    try:
        url = practice.as_(StaffRole.VIEWER).replace("test_viewer", BACKUP)
        with psycopg.connect(url, autocommit=True) as client:
            yield client
    finally:
        stores.cluster.run(f"DROP ROLE {BACKUP}")


@pytest.mark.parametrize(
    "table", ["public.allocation", "public.actor", "pg_catalog.pg_class", "pg_catalog.pg_settings"]
)
def test_nobody_waits_for_a_whole_table_so_that_everybody_waits_behind(practice: Server, table: str) -> None:
    with (
        psycopg.connect(practice.as_(StaffRole.VIEWER)) as reader,
        psycopg.connect(practice.as_(StaffRole.VIEWER), autocommit=True) as eve,
    ):
        reader.execute(f"SELECT 1 FROM {table}".encode())
        eve.execute("SET lock_timeout = '5s'")
        for statement in (
            f"CREATE RULE mine AS ON UPDATE TO {table} DO INSTEAD NOTHING",
            f'CREATE OR REPLACE RULE "_RETURN" AS ON SELECT TO {table} DO INSTEAD SELECT 1',
            f"CREATE TRIGGER mine AFTER INSERT ON {table} EXECUTE FUNCTION entry_written()",
            f"DROP TRIGGER mine ON {table}",
            f"DROP POLICY praxi_owner ON {table}",
            f"COMMENT ON TABLE {table} IS 'x'",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                eve.execute(statement.encode())


def test_whoever_sits_on_rows_is_ended_by_a_desk_that_waits_for_them(practice: Server) -> None:
    with psycopg.connect(practice.url, autocommit=True) as superuser:
        definition = superuser.execute(
            "SELECT pg_get_functiondef('praxi_access.end_overdue()'::regprocedure)"
        ).fetchone()
        assert definition is not None
        rule = str(definition[0])
        assert (rule.count("'30 s'"), rule.count("'600 s'"), rule.count("() > 0.5")) == (2, 1, 1)
        with psycopg.connect(practice.as_(StaffRole.VIEWER)) as reader, sitting_on_actors(practice) as sitter:
            reader.execute("SELECT 1 FROM actor")
            with practice.diary(StaffRole.RECEPTION, patience_ms=100) as diary:
                # not yet: whoever works quickly is never ended
                with pytest.raises(StoreUnavailable) as raised:
                    diary.book("10:00", "KOC")
                assert raised.value.fault is StoreFault.BUSY
                sitter.execute("SELECT 1")
                superuser.execute(rule.replace("'30 s'", "'0 s'").encode())
                try:
                    booked = entry_of(diary.book("10:00", "KOC"))
                finally:
                    superuser.execute(rule.encode())
            with pytest.raises(psycopg.OperationalError):
                sitter.execute("SELECT 1")
            reader.execute("SELECT 1")  # held nothing
        last = superuser.execute(
            "SELECT login, after FROM journal JOIN journal_seal ON journal_id = id"
            " WHERE subject = 'login' ORDER BY seq DESC"
        ).fetchone()
        assert last == ("test_reception", '{"login": "test_admin", "session": "ended"}')
    with practice.diary(StaffRole.RECEPTION) as diary:
        entry_of(diary.cancel(booked))


def test_who_holds_whom_up_is_seen_and_ended_by_an_op_manager(practice: Server) -> None:
    manager = server_address(practice.as_(StaffRole.OP_MANAGER))
    with (
        sitting_on_actors(practice) as sitter,
        psycopg.connect(practice.as_(StaffRole.RECEPTION), autocommit=True) as waiting,
    ):
        waiting.pgconn.send_query(b"SELECT 1 FROM actor FOR UPDATE")
        holds, waits = sitter.info.backend_pid, waiting.info.backend_pid
        deadline = time.monotonic() + 10
        while True:
            seen = {each.process: each for each in sessions(manager)}
            if seen[waits].held_by:
                break
            assert time.monotonic() < deadline
        assert seen[waits].held_by == (holds,)
        assert (seen[holds].login, seen[holds].is_resting, seen[holds].held_by) == ("test_admin", True, ())
        assert seen[holds].seconds is not None
        # Everybody is told who it is and since when, and neither what is asked nor from which address.
        for role in StaffRole:
            with practice.diary(role) as diary:
                told = {each.process: each for each in store_facts(diary.desk.store).held}
                assert told[waits].held_by == (holds,)
                assert (told[holds].login, told[holds].is_resting) == ("test_admin", True)
                assert told[holds].begun_at is not None
                assert told[waits].waits_since is not None
                assert "FOR UPDATE" not in repr(told)
                assert "127.0.0.1" not in repr(told)
        end_session(manager, holds)
        answer = waiting.pgconn.get_result()
        assert answer is not None
        assert answer.ntuples > 0
        assert waiting.pgconn.get_result() is None
        with pytest.raises(psycopg.OperationalError):
            sitter.execute("SELECT 1")
    with psycopg.connect(practice.url) as superuser, pytest.raises(ServerRefused, match="is no session"):
        end_session(manager, superuser.info.backend_pid)


def test_the_newest_seal_is_held_by_nobody_before_they_commit(
    practice: Server, names: Mapping[str, object]
) -> None:
    with (
        psycopg.connect(practice.as_(StaffRole.RECEPTION)) as reader,
        psycopg.connect(practice.url) as superuser,
    ):
        reader.execute("SET CONSTRAINTS ALL IMMEDIATE")
        reader.execute("SELECT journal_read(%(hidden)s)", names)
        superuser.execute("SELECT 1 FROM journal_head FOR UPDATE NOWAIT")
        superuser.rollback()
        reader.commit()
        last = superuser.execute(
            "SELECT deed FROM journal JOIN journal_seal ON journal_id = id ORDER BY seq DESC"
        )
        assert last.fetchone() == ("read",)


def test_whoever_keeps_the_queue_of_notifications_full_is_ended_by_a_desk_that_waits_for_it(
    practice: Server,
) -> None:
    full = psycopg.errors.ProgramLimitExceeded("too many notifications in the NOTIFY queue")
    assert isinstance(of_driver(full), HeldUp)
    ended = "SELECT praxi_access.end_overdue()"
    definition = "SELECT pg_get_functiondef('praxi_access.end_overdue()'::regprocedure)"
    with (
        psycopg.connect(practice.url, autocommit=True) as superuser,
        psycopg.connect(practice.as_(StaffRole.RECEPTION), autocommit=True) as desk,
        psycopg.connect(practice.as_(StaffRole.VIEWER), autocommit=True) as eve,
    ):
        # Without a transaction's number, and so holding up nobody's rows.
        for statement in ("LISTEN praxidesk", "BEGIN", "SELECT 1"):
            eve.execute(statement.encode())
        assert desk.execute(ended.encode()).fetchone() == (0,)
        found = superuser.execute(definition.encode()).fetchone()
        assert found is not None
        rule = str(found[0])
        superuser.execute(rule.replace("() > 0.5", "() >= 0").replace("'30 s'", "'0 s'").encode())
        try:
            assert desk.execute(ended.encode()).fetchone() == (1,)
        finally:
            superuser.execute(rule.encode())
        with pytest.raises(psycopg.OperationalError):
            eve.execute("SELECT 1")


@contextmanager
def sitting_on_actors(practice: Server) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """Somebody who has reset their own limits, and holds every row that a booking needs."""
    with psycopg.connect(practice.as_(StaffRole.ADMIN)) as sitter:
        sitter.execute("SET idle_in_transaction_session_timeout = 0")
        sitter.execute("SELECT 1 FROM actor ORDER BY id FOR UPDATE")
        yield sitter
