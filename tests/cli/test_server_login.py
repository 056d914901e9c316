"""Who opens a server's store from the command line: the address, the environment, or what is typed."""

import pytest

from praxidesk.commands import credentials
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
        assert "wants a password: call it at a terminal, set PGPASSWORD" in refused.err

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
