"""People's logins: let in, locked out, and no password anywhere but in somebody's head."""

import re
from collections.abc import Iterator
from functools import cache
from threading import Thread
from urllib.parse import quote

import psycopg
import pytest

from praxidesk.models.server import scram
from praxidesk.models.server import users as server_users
from tests.cli.conftest import Ran, Shell
from tests.small_practice import put_into
from tests.statement_log import StatementLog
from tests.stores import Stores

PASSWORD = "Grüße-Ⅸ-aus-Łódź"


@pytest.fixture
def server(shell: Shell, stores: Stores) -> Iterator[str]:
    """A server set up, with the small practice in it."""
    with stores.new("postgresql") as store:
        put_into(store)
        url = store.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        assert shell.run("server", "init", "--admin-url", url).status == 0
        yield url
        with psycopg.connect(url, autocommit=True) as superuser:
            for (name,) in superuser.execute("SELECT name FROM praxi_access.login").fetchall():
                superuser.execute(f"DROP ROLE {name}".encode())


def user(shell: Shell, url: str, *arguments: str, password: str = PASSWORD) -> Ran:
    return shell.run("user", *arguments, "--admin-url", url, text=password + "\n")


def as_(name: str, url: str, password: str = PASSWORD) -> str:
    return psycopg.conninfo.make_conninfo(url, user=name, password=password)


def test_somebody_is_let_in_locked_out_and_taken_away(
    shell: Shell, server: str, monkeypatch: pytest.MonkeyPatch, statements: StatementLog
) -> None:
    assert user(shell, server, "add", "anna", "--role", "reception").out == "added     anna as reception\n"
    weber = user(shell, server, "add", "weber", "--role", "practitioner", "--practitioner", "WEB")
    assert (weber.status, weber.err) == (0, "")
    assert user(shell, server, "add", "wall", "--role", "viewer").status == 0
    with psycopg.connect(server) as superuser:
        path = superuser.execute("SELECT rolconfig FROM pg_roles WHERE rolname = 'wall'").fetchone()
        assert path == (["search_path=praxi_viewer, public"],)
        kept = superuser.execute("SELECT rolpassword FROM pg_authid WHERE rolname = 'anna'").fetchone()
    assert kept is not None
    assert kept[0].startswith("SCRAM-SHA-256$600000:")
    assert kept[0] in repr(statements.parameters)  # what goes over the wire, and into a log
    assert PASSWORD not in repr(statements) + repr(statements.parameters)

    at_desk = f"postgresql://anna:{quote(PASSWORD)}@" + server.rpartition("@")[2]
    status = shell.run("store", "status", "--store", at_desk)
    assert (status.status, status.err) == (0, "")
    assert re.search(r"^patient +\d+$", status.out, re.MULTILINE)
    assert re.search(r"^not counted +.*account.*: this login may not read them$", status.out, re.MULTILINE)

    with psycopg.connect(as_("anna", server)) as at_a_desk:
        at_a_desk.execute("SELECT 1")
        listed = user(shell, server, "list").out.splitlines()
        assert [line.split() for line in listed[1:]] == [
            ["anna", "reception", "open", "1"],
            ["wall", "viewer", "open", "0"],
            ["weber", "practitioner", "WEB", "open", "0"],
        ]
        with psycopg.connect(as_("anna", server)) as left_alone:
            left_alone.execute("SELECT 1 FROM actor FOR UPDATE")
            process = str(left_alone.info.backend_pid)
            seen = [line.split() for line in user(shell, server, "sessions").out.splitlines()]
            assert seen[0] == ["process", "login", "from", "transaction", "waits", "for"]
            assert [process, "anna", "127.0.0.1", "0", "s,", "resting"] in seen
            ended = user(shell, server, "end-session", process)
            assert ended.out == f"ended     {process}; what it had not saved was rolled back\n"
            with pytest.raises(psycopg.OperationalError):
                left_alone.execute("SELECT 1")
            assert "is no session" in user(shell, server, "end-session", process).err
            assert user(shell, server, "end-session", "many").status == 2
        assert user(shell, server, "lock", "anna").out == "locked    anna; 1 connections ended\n"
        with pytest.raises(psycopg.OperationalError):
            at_a_desk.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        psycopg.connect(as_("anna", server))
    assert "locked" in user(shell, server, "list").out
    assert user(shell, server, "unlock", "anna").status == 0

    # Her own password she changes herself.
    own = f"postgresql://anna@{server.rpartition('@')[2]}"
    monkeypatch.setenv("PRAXIDESK_ADMIN_PASSWORD", PASSWORD)
    assert user(shell, own, "password", "anna", password="another-word-1").status == 0
    psycopg.connect(as_("anna", server, "another-word-1")).close()

    assert user(shell, server, "remove", "anna").status == 0
    with pytest.raises(psycopg.OperationalError, match="authentication failed"):
        psycopg.connect(as_("anna", server, "another-word-1"))
    assert "there is no user anna" in user(shell, server, "lock", "anna").err


def test_somebody_is_let_in_at_some_sites_only(shell: Shell, server: str) -> None:
    with psycopg.connect(server, autocommit=True) as superuser:
        superuser.execute(
            "INSERT INTO site (code, name, timezone, holidays) SELECT 'OST', 'Ost', timezone, '' FROM site"
        )
    added = user(shell, server, "add", "ost", "--role", "reception", "--site", "OST")
    assert added.out == "added     ost as reception at OST\n"
    assert user(shell, server, "list").out.splitlines()[1].split() == ["ost", "reception", "OST", "open", "0"]

    def is_bound() -> list[tuple[str]]:
        with psycopg.connect(server) as superuser:
            return superuser.execute(
                "SELECT member::regrole::text FROM pg_auth_members WHERE roleid = 'praxi_of_sites'::regrole"
                " AND member::regrole::text = 'ost'"
            ).fetchall()

    assert is_bound() == [("ost",)]
    assert user(shell, server, "name", "ost", "--name", "Olga Stein").out == "named     ost\n"
    with psycopg.connect(server) as superuser:
        named = superuser.execute("SELECT full_name FROM praxi_access.login WHERE name = 'ost'")
        assert named.fetchone() == ("Olga Stein",)
    with psycopg.connect(as_("ost", server)) as at_a_desk:
        changed = user(shell, server, "sites", "ost", "--site", "MITTE", "--site", "OST")
        assert changed.out == "changed   ost at MITTE, OST; 1 connections ended\n"
        with pytest.raises(psycopg.OperationalError):
            at_a_desk.execute("SELECT 1")
    assert user(shell, server, "sites", "ost").out == "changed   ost at every site; 0 connections ended\n"
    assert is_bound() == []
    # A copy of a database brings no roles: the next set-up binds whom the table says.
    with psycopg.connect(server, autocommit=True) as superuser:
        superuser.execute("INSERT INTO praxi_access.login_site SELECT 'ost', id FROM site WHERE code = 'OST'")
    assert shell.run("server", "init", "--admin-url", server).status == 0
    assert is_bound() == [("ost",)]

    for arguments, said in (
        (("add", "west", "--role", "reception", "--site", "WEST"), "there is no site WEST"),
        (("add", "boss", "--role", "admin", "--site", "OST"), "an admin, who sees every site"),
        (("sites", "nobody", "--site", "OST"), "there is no user nobody"),
    ):
        ran = user(shell, server, *arguments)
        assert ran.status != 0
        assert said in ran.err
    assert len(user(shell, server, "list").out.splitlines()) == 2  # nobody was let in half
    in_a_file = shell.run("--store", "praxis.db", "user", "sites", "anna", "--site", "OST")
    assert "need a server" in in_a_file.err
    renamed = shell.run("--store", "praxis.db", "user", "name", "anna", "--name", "Anna Beck")
    assert "need a server" in renamed.err


def test_who_cannot_be_let_in_is_told_why(shell: Shell, server: str) -> None:
    for arguments, password, said in (
        (("--role", "reception"), "kurz", "10 characters or more"),
        (("--role", "reception"), "hallo-NEWBIE-12", "holds the name"),
        (("--role", "reception"), "mit\ttabulator", "cannot be typed"),
        (("--role", "practitioner"), PASSWORD, "goes with --role practitioner"),
        (("--role", "viewer", "--practitioner", "WEB"), PASSWORD, "goes with --role practitioner"),
        (("--role", "practitioner", "--practitioner", "R1"), PASSWORD, "no practitioner R1"),
    ):
        ran = user(shell, server, "add", "newbie", *arguments, password=password)
        assert (ran.status, ran.out) == (2, "")
        assert said in ran.err
        assert password not in ran.err
    assert user(shell, server, "list").out.count("\n") == 1


def test_only_an_admin_lets_people_in_and_never_as_more_than_the_five_roles(
    shell: Shell, server: str
) -> None:
    for name, role in (("anna", "reception"), ("chief", "admin")):
        assert user(shell, server, "add", name, "--role", role).status == 0
    verifier = "SCRAM-SHA-256$600000:" + "A" * 24 + "$" + "A" * 43 + "=:" + "A" * 43 + "="
    cheap = verifier.replace("600000", "599999")
    with (
        psycopg.connect(as_("anna", server), autocommit=True) as anna,
        psycopg.connect(as_("chief", server), autocommit=True) as chief,
    ):
        for call in (
            "add_login('eve', 'admin', NULL, %(kept)s)",
            "set_password('chief', %(kept)s)",
            "lock_login('chief')",
            "end_sessions('chief')",
            "logins()",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                anna.execute(f"SELECT praxi_access.{call}".encode(), {"kept": verifier})
        refused = {
            "remove_login('chief')": "your own login",
            "lock_login('chief')": "your own login",
            "set_password('praxi', %(kept)s)": "no user praxi",
            "set_password('anna', 'clear word')": "only as a SCRAM verifier",
            "set_own_password(%(cheap)s)": "only as a SCRAM verifier",
            "add_login('eve', 'praxi_owner', NULL, %(kept)s)": "check constraint",
            "add_login('eve', 'owner', NULL, %(kept)s)": "check constraint",
            "add_login('anna', 'admin', NULL, %(kept)s)": "a login anna already",
        } | {
            f"add_login('{name}', 'admin', NULL, %(kept)s)": "cannot be a login"
            for name in ("Anna", "pg_anna", "praxi_owner", "an na", 'a"; DROP ROLE x; --', "postgres", "ä")
        }
        for call, said in refused.items():
            with pytest.raises(psycopg.Error, match=said):
                chief.execute(f"SELECT praxi_access.{call}".encode(), {"kept": verifier, "cheap": cheap})
        for statement in (
            "SELECT * FROM praxi_access.login",
            "UPDATE praxi_access.login SET role = 'admin'",
            "CREATE ROLE eve",
            "GRANT praxi_owner TO chief",
            "ALTER ROLE anna PASSWORD 'x'",
            "SET ROLE praxi_keeper",
            "SET ROLE praxi_owner",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                chief.execute(statement.encode())
    refused_ = user(shell, as_url("anna", server), "list")
    assert "lacks the right" in refused_.err
    assert PASSWORD not in refused_.err


def test_two_admins_who_lock_each_other_at_the_same_moment_are_not_both_locked(
    shell: Shell, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_users, "verifier", cache(scram.verifier))  # each takes half a second
    for name in ("chief", "other"):
        assert user(shell, server, "add", name, "--role", "admin").status == 0
    told: list[str] = []

    def answers() -> None:
        with pytest.raises(psycopg.Error) as refused:
            other.execute("SELECT praxi_access.lock_login('chief')")
        told.append(str(refused.value))

    with psycopg.connect(as_("chief", server)) as chief, psycopg.connect(as_("other", server)) as other:
        chief.execute("SELECT praxi_access.lock_login('other')")
        answering = Thread(target=answers)
        answering.start()
        chief.commit()
        answering.join()
        other.rollback()
    assert "chief is the last admin who can log in" in told[0]
    psycopg.connect(as_("chief", server)).close()


def as_url(name: str, url: str) -> str:
    return f"postgresql://{name}:{PASSWORD}@" + url.rpartition("@")[2]
