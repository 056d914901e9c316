"""A server set up in one command: ready for people's logins, closed to everybody else, run again at will."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from praxidesk.models import revision
from praxidesk.models.server import admin as server_admin
from praxidesk.models.server import setup as server_setup
from praxidesk.models.server.roles import GROUPS
from praxidesk.models.store import Store
from praxidesk.services.journal import newest_seal, prove
from tests.cli.conftest import Ran, Shell
from tests.small_practice import PATIENT, put_into
from tests.stores import Stores

NOT_THE_OWNERS = """
    SELECT name, owner::regrole::text FROM (
        SELECT relname, relowner FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'S')
        UNION ALL
        SELECT proname, proowner FROM pg_proc LEFT JOIN pg_depend ON objid = pg_proc.oid AND deptype = 'e'
        WHERE pronamespace = 'public'::regnamespace AND deptype IS NULL
    ) AS every (name, owner)
    WHERE owner <> CASE WHEN name ~ '^journal' THEN 'praxi_journal' WHEN name = 'erase' THEN 'praxi_eraser'
        ELSE 'praxi_owner' END::regrole
"""
BY_THE_OWNER = (
    "UPDATE journal SET after = NULL",
    "DELETE FROM journal_seal",
    "INSERT INTO journal (at, deed, subject, subject_key) VALUES (0, 'read', 'patient', '1')",
    "UPDATE journal_head SET seq = 9",
    "TRUNCATE journal_seal, journal",
    "ALTER TABLE journal DISABLE TRIGGER ALL",
    "ALTER TABLE journal OWNER TO praxi_owner",
    "DROP TRIGGER journal_final ON journal",
    "ALTER FUNCTION journal_written() SECURITY INVOKER",
    "CREATE OR REPLACE FUNCTION journal_sealed() RETURNS trigger LANGUAGE plpgsql"
    " AS 'BEGIN RETURN NULL; END'",
    "SET ROLE praxi_journal",
)


def init(shell: Shell, url: str) -> Ran:
    return shell.run("server", "init", "--admin-url", url)


@contextmanager
def login(stores: Stores, name: str, rest: str = "") -> Iterator[str]:
    """A login for a while; its password is its name."""
    stores.cluster.run(f"CREATE ROLE {name} LOGIN PASSWORD '{name}' {rest}")
    try:
        yield name
    finally:
        stores.cluster.run(f"DROP ROLE {name}")


def as_(name: str, url: str) -> str:
    return f"postgresql://{name}:{name}@" + url.rpartition("@")[2]


def test_an_empty_database_is_made_ready_and_the_second_time_all_is_there(
    shell: Shell, stores: Stores
) -> None:
    with stores.url("postgresql", migrated=False) as url:
        first, again = init(shell, url), init(shell, url)
        assert (first.status, first.err, again.status, again.err) == (0, "", 0, "")
        assert f"made      tables of revision {revision.HEAD}\n" in first.out
        assert "made      nothing: all was there\n" in again.out
        name = url.rpartition("/")[2]
        for said in (
            f"  hostssl  {name}  +praxi_user  192.168.1.0/24  scram-sha-256\n",
            f"  host     {name}  all  all  reject\n",
            "pg_hba.conf (/",
            "  ssl = on\n",
            "TLS is off",
        ):
            assert said in first.out
        assert stores.cluster.password not in first.out + again.out
        assert f"  hostssl  {name}  praxi  192.168.1.10/32  scram-sha-256\n" in first.out

        with psycopg.connect(url) as superuser:
            found = superuser.execute("SHOW hba_file").fetchone()
        assert found is not None
        file = Path(found[0])
        before = file.read_text()
        printed = (line for line in first.out.splitlines() if line.startswith("  host"))
        file.write_text("\n".join([*printed, before]))
        third = init(shell, url)
        os.utime(file, (0, 0))  # as if it had been read since; these lines would keep the tests out
        fourth = init(shell, url)
        file.write_text(before)
        assert "has\nnot read the file since it was changed" in third.out
        assert "pg_reload_conf" in third.out
        assert "stand the lines for people's logins already" in fourth.out
        assert "192.168.1.0" not in third.out + fourth.out

        with stores.url("postgresql", migrated=False) as second:
            assert (
                f"note      the database {name} of this server lets the same logins in"
                in init(shell, second).out
            )

        with psycopg.connect(url) as superuser:
            assert superuser.execute(NOT_THE_OWNERS.encode()).fetchall() == []
            owners = superuser.execute(
                "SELECT rolname FROM pg_roles WHERE rolname LIKE 'praxi\\_%' AND rolcanlogin"
            )
            assert owners.fetchall() == []
            assert superuser.execute("SELECT version FROM practice").fetchone() == (1,)


def test_an_upgrade_of_a_prepared_server_sets_its_rights_too(shell: Shell, stores: Stores) -> None:
    with stores.url("postgresql", migrated=False) as url:
        init(shell, url)
        with psycopg.connect(url, autocommit=True) as superuser:
            superuser.execute("GRANT DELETE ON entry TO praxi_reception")
            ran = shell.run("store", "upgrade", "--store", url)
            assert (ran.status, ran.err) == (0, "")
            assert "rights     set anew" in ran.out
            may = superuser.execute("SELECT has_table_privilege('praxi_reception', 'entry', 'DELETE')")
            assert may.fetchone() == (False,)


def test_the_journal_has_an_owner_of_its_own_whom_a_server_of_before_gets_too(
    shell: Shell, stores: Stores
) -> None:
    with stores.url("postgresql", migrated=False) as url:
        assert "made      praxi_journal the owner of the journal\n" in init(shell, url).out
        store = Store.open(url)
        put_into(store)
        with psycopg.connect(url, autocommit=True) as superuser:
            superuser.execute("SET SESSION AUTHORIZATION praxi_owner")
            for statement in BY_THE_OWNER:
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    superuser.execute(statement.encode())
            superuser.execute("RESET SESSION AUTHORIZATION")
            # as an older program left it
            superuser.execute("REASSIGN OWNED BY praxi_journal TO praxi_owner")
            again, third = init(shell, url), init(shell, url)
            assert "made      praxi_journal the owner of the journal\n" in again.out
            assert "made      nothing: all was there\n" in third.out
            assert superuser.execute(NOT_THE_OWNERS.encode()).fetchall() == []
        before = newest_seal(store).seq
        with store.write() as connection:
            connection.exec_driver_sql("INSERT INTO setting VALUES ('x', 'y')")
        proof = prove(store)
        assert (proof.is_whole, proof.head.seq) == (True, before + 1)
        store.close()


def test_who_was_not_let_in_cannot_even_connect_and_who_was_can_make_nothing(
    shell: Shell, stores: Stores
) -> None:
    with stores.url("postgresql", migrated=False) as url, login(stores, "outsider"):
        with psycopg.connect(as_("outsider", url)) as before:
            before.execute("CREATE TEMP TABLE mine (id integer)")
        assert init(shell, url).status == 0
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            psycopg.connect(as_("outsider", url))
        with (
            login(stores, "insider", "IN ROLE praxi_user"),
            psycopg.connect(as_("insider", url), autocommit=True) as inside,
        ):
            for statement in (
                b"CREATE TEMP TABLE mine (id integer)",
                b"CREATE TABLE public.mine (id integer)",
                b"CREATE SCHEMA mine",
                b"SET ROLE praxi_owner",
                b"SELECT * FROM patient",
            ):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    inside.execute(statement)


def test_a_store_that_one_login_made_becomes_the_owners_with_all_that_is_in_it(
    shell: Shell, stores: Stores
) -> None:
    with stores.new("postgresql") as store:
        put_into(store)
        counts = store.status().counts
        ran = init(shell, store.engine.url.render_as_string(hide_password=False))
        assert (ran.status, ran.err) == (0, "")
        assert "praxi_owner the owner of" in ran.out
        assert store.status().counts == counts
        with store.read() as connection:
            assert connection.exec_driver_sql(NOT_THE_OWNERS).all() == []
            assert PATIENT.family in connection.exec_driver_sql("SELECT family FROM patient").scalars().all()


def test_the_owner_of_the_database_who_may_make_roles_is_enough(shell: Shell, stores: Stores) -> None:
    with stores.url("postgresql", migrated=False) as elsewhere:
        assert init(shell, elsewhere).status == 0  # the groups belong to the whole server
    with login(stores, "caretaker", "CREATEROLE"):
        stores.cluster.run(f"GRANT {', '.join(GROUPS)} TO caretaker WITH ADMIN OPTION")
        with stores.url("postgresql", migrated=False) as url:
            stores.cluster.run(f"ALTER DATABASE {url.rpartition('/')[2]} OWNER TO caretaker")
            first, again = init(shell, as_("caretaker", url)), init(shell, as_("caretaker", url))
            assert (first.status, first.err, again.status, again.err) == (0, "", 0, "")
            assert "pg_hba.conf, above" in first.out  # where it lies, only a superuser may know
            assert "plans of queries" not in first.out + again.out  # nothing was sampled yet
            sampled = url.rpartition("/")[2]
            with psycopg.connect(stores.cluster.url(sampled), autocommit=True) as superuser:
                superuser.execute(
                    "INSERT INTO actor (id, kind, name, specialty, category, roles, active)"
                    " VALUES (7, 'patient', '', '', '', '', true)"
                )
                superuser.execute(
                    "INSERT INTO patient VALUES (7, 'P-1', 'Kaya', 'D', NULL, '', '', '', '', 'kaya', 'd')"
                )
                superuser.execute("ALTER TABLE patient ALTER COLUMN family SET STATISTICS -1")
                superuser.execute("ANALYZE patient")
                is_told = superuser.info.server_version < 180000
            assert ("plans of queries" in init(shell, as_("caretaker", url)).out) is is_told
            # Only a superuser makes an event trigger, and it stays.
            missing = "missing   praxidesk server init, once by a superuser: with DROP OWNED BY"
            assert missing in first.out
            assert missing in again.out
            by_superuser = init(shell, url)
            assert "made      event trigger praxi_owners_define\n" in by_superuser.out
            assert "DROP OWNED" not in by_superuser.out + init(shell, as_("caretaker", url)).out


def test_an_older_schema_is_brought_up_to_date(shell: Shell, stores: Stores) -> None:
    with stores.url("postgresql", migrated=False) as url:
        engine = create_engine(url.replace("://", "+psycopg://"), poolclass=NullPool)
        with engine.begin() as connection:
            revision.migrate(connection, "0004")
        ran = init(shell, url)
        assert f"made      tables of revision {revision.HEAD}, before 0004\n" in ran.out
        store = Store.open(url)
        put_into(store)
        store.close()


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("CREATE TABLE invoices (id integer)", "another program's"),
        (
            f"CREATE TABLE {revision.VERSION_TABLE} (version_num text);"
            f" INSERT INTO {revision.VERSION_TABLE} VALUES ('9999')",
            "update this program",
        ),
        ("DROP SCHEMA public", "no schema public"),
    ],
)
def test_what_is_not_ours_or_newer_is_left_alone(
    shell: Shell, stores: Stores, before: str, said: str
) -> None:
    with stores.url("postgresql", migrated=False) as url:
        with psycopg.connect(url) as connection:
            connection.execute(before.encode())
        ran = init(shell, url)
        assert (ran.status, ran.out) == (2, "")
        assert said in ran.err
        with psycopg.connect(url) as connection:
            untouched = connection.execute(
                "SELECT count(*) FROM pg_namespace WHERE nspowner = (SELECT oid FROM pg_roles"
                " WHERE rolname = 'praxi_owner')"
            )
            assert untouched.fetchone() == (0,)


def test_what_is_missing_is_said_in_words_and_no_secret_with_it(
    shell: Shell, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    with stores.url("postgresql", migrated=False) as url, login(stores, "outsider"):
        secret = stores.cluster.password
        bare = url.replace(f":{secret}@", "@")
        weak = init(shell, as_("outsider", url))
        wrong = init(shell, url.replace(secret, "S3cret-wrong"))
        nowhere = init(shell, f"postgresql://praxi:{secret}@[::1/x")
        unnamed = shell.run("server", "init")
        sqlite = init(shell, "sqlite:///praxis.db")
        no_database = init(shell, url.rpartition("/")[0] + "/")
        no_socket = init(shell, "postgresql:///praxis?host=/nowhere")
        for ran, said in (
            (weak, "may not set a server up"),
            (wrong, "does not know this user with this password"),
            (nowhere, "cannot be read"),
            (unnamed, "PRAXIDESK_ADMIN_URL"),
            (sqlite, "begins with postgresql://"),
            (no_database, "which database?"),
            (no_socket, "no database server answers at this address"),
        ):
            assert (ran.status, ran.out) == (2, "")
            assert said in ran.err
            assert secret not in ran.err
            assert "***" not in ran.err
            assert "psycopg" not in ran.err
            assert "S3cret" not in ran.err

        monkeypatch.setattr(server_setup, "OLDEST_SERVER", 99)
        assert "PostgreSQL 99 or later is needed" in init(shell, url).err
        monkeypatch.undo()

        monkeypatch.setenv("PRAXIDESK_ADMIN_URL", bare)
        monkeypatch.setenv("PRAXIDESK_ADMIN_PASSWORD", secret)
        assert shell.run("server", "init").status == 0
        monkeypatch.setenv("PRAXIDESK_ADMIN_PASSWORD", "S3cret-wrong")
        monkeypatch.setattr("getpass.getpass", lambda _: secret)
        assert shell.run("server", "init", "--ask-password").status == 0

        hurried = server_admin._OPTIONS.replace("60000", "100")
        monkeypatch.setattr(server_admin, "_OPTIONS", hurried)
        with psycopg.connect(url) as reader:
            reader.execute("SELECT 1 FROM entry")  # and stays in its transaction
            kept = init(shell, url)
        assert (kept.status, kept.out) == (2, "")
        assert "somebody's session keeps a table of this database, and nothing was changed" in kept.err
