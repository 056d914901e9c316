"""Who opens a server's store from the command line: the address, the environment, or what is typed."""

import pytest

from praxidesk.commands import credentials
from praxidesk.commands.faults import explain
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.server_probe import ServerTrouble
from praxidesk.models.server.trouble import trouble_in
from tests.cli.conftest import PRACTICE, Shell, visit
from tests.stores import Stores


def test_a_password_comes_from_the_environment_or_is_typed_and_is_in_no_message(
    shell: Shell, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PGPASSWORD", "PGUSER", "PRAXIDESK_LOGIN", "PRAXIDESK_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PGPASSFILE", "/nowhere")
    secret = stores.cluster.password
    with stores.url("postgresql") as url:
        nobody = url.replace(f"praxi:{secret}@", "")
        shell.store = nobody.replace("://", "://praxi@")
        refused = shell.run("setup", str(PRACTICE))
        assert (refused.status, refused.out) == (2, "")
        assert "wants a password: call it at a terminal, set PRAXIDESK_PASSWORD" in refused.err

        with monkeypatch.context() as environment:
            environment.setenv("PRAXIDESK_PASSWORD", secret)
            assert shell.run("setup", str(PRACTICE)).status == 0
            shell.store = nobody
            environment.setenv("PRAXIDESK_LOGIN", "praxi")
            assert shell.ask("check", visit("2026-11-23T09:00"))[0]["outcome"] == "free"
            environment.setenv("PRAXIDESK_PASSWORD", "S3cret-wrong")
            wrong = shell.run("check")
            assert "does not know this user with this password" in wrong.err
            assert "S3cret" not in wrong.err

        asked = []

        def typed(question: str) -> str:
            asked.append(question)
            return secret

        monkeypatch.setattr(credentials, "at_terminal", lambda: True)
        monkeypatch.setattr("getpass.getpass", typed)
        shell.store = nobody.replace("://", "://praxi@")
        assert shell.ask("check", visit("2026-11-23T09:00"))[0]["outcome"] == "free"
        assert asked == ["Password of praxi: "]
        shell.store = url
        assert shell.run("store", "status").status == 0
        assert len(asked) == 1, "nobody is asked for what is known"

        def nothing(_: str) -> str:
            raise EOFError

        monkeypatch.setattr("getpass.getpass", nothing)
        shell.store = nobody.replace("://", "://praxi@")
        given_up = shell.run("store", "status")
        assert (given_up.status, given_up.out) == (2, "")
        assert given_up.err == "praxidesk: nothing was entered: nothing was done\n"


def test_an_administrator_at_a_terminal_is_asked_too(
    shell: Shell, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSFILE", "/nowhere")
    secret = stores.cluster.password
    monkeypatch.setattr("praxidesk.commands.administrator.at_terminal", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _: secret)
    with stores.url("postgresql", migrated=False) as url:
        # of several servers, the one that may be written to
        address = url.replace(f":{secret}@", "@").replace("127.0.0.1:", "127.0.0.1:1,127.0.0.1:")
        ran = shell.run("server", "init", "--admin-url", address)
        assert (ran.status, ran.err) == (0, "")
        assert shell.run("user", "list", "--admin-url", address).out.startswith("login")

        # As the store that it is, with what every command reads.
        monkeypatch.undo()
        monkeypatch.setenv("PGPASSFILE", "/nowhere")
        monkeypatch.setenv("PRAXIDESK_PASSWORD", secret)
        of_store = ("user", "list", "--store", address)
        assert shell.run(*of_store).out.startswith("login")
        monkeypatch.setenv("PRAXIDESK_ADMIN_PASSWORD", "S3cret-wrong")
        assert "does not know this user" in shell.run(*of_store).err


def test_a_name_that_the_machine_itself_must_vouch_for_is_told_from_a_wrong_password() -> None:
    def said(url: str) -> str:
        return explain(StoreFault.SIGN_IN, "", url, ServerTrouble.LOGIN_REFUSED)

    for url in ("postgresql:///praxis", "postgresql://anna@/praxis"):
        assert "takes the user of the machine who has the same name" in said(url)
    for url in ("postgresql://anna@db/praxis", "postgresql://anna@/praxis?host=a,b"):
        assert "does not know this user with this password" in said(url)
    for words, trouble in (
        ('on socket "/tmp/.s.PGSQL.5432" failed: No such file or directory', ServerTrouble.REFUSED),
        ('on socket "/tmp/.s.PGSQL.5432" failed: FATAL:  something else', ServerTrouble.OTHER),
        ('"/tmp/.s.PGSQL.5432" failed: FATAL:  Peer authentication failed', ServerTrouble.LOGIN_REFUSED),
    ):
        assert trouble_in(words) is trouble
