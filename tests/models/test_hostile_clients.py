"""Hostile clients: whoever has a login, and speaks to the server by hand, gets no further than the window."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import psycopg
import pytest

from praxidesk.models.scram import verifier
from praxidesk.models.server_roles import StaffRole
from tests.models import hostile_roles as hostile
from tests.models.desks_of_a_server import PASSWORD, SECRETS, Server, server
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
        hidden = superuser.execute("SELECT actor_id FROM patient WHERE number = 'P-1001'").fetchone()
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
