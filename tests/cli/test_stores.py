"""Stores that are not there, not ours, locked, damaged or gone: one sentence, and nothing half done."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command

from praxidesk.commands.faults import explain, without_password
from praxidesk.engine.outcomes import StoreFault
from praxidesk.models import revision
from praxidesk.models.faults import _NOT_CONNECTED
from praxidesk.models.store import Store
from tests.cli.conftest import NOW, PRACTICE, Shell, visit

COMMANDS = [
    ("agenda", "--from", "2026-11-23", "--to", "2026-11-23"),
    ("book",),
    ("check",),
    ("move",),
    ("cancel",),
    ("status",),
    ("slots",),
    ("store", "status"),
    ("store", "upgrade"),
]


def nothing(_path: Path) -> None:
    pass


def folder(path: Path) -> None:
    path.mkdir()


def text(path: Path) -> None:
    path.write_text("Das ist keine Datenbank.\n" * 20, encoding="utf-8")


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE invoices (id INTEGER)")
    connection.commit()
    connection.close()


def truncated(path: Path) -> None:
    with Store.open(str(path), create=True).write():
        pass
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize("command_", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("make", [nothing, folder, text, foreign, truncated])
def test_what_is_no_store_is_named_and_left_alone(
    shell: Shell, tmp_path: Path, command_: tuple[str, ...], make: Callable[[Path], None]
) -> None:
    path = tmp_path / "praxis.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    shell.store = str(path)
    ran = shell.run(*command_, text=json.dumps(visit("2026-11-23T09:00")))
    assert (ran.status, ran.out) == (2, "")
    assert str(path) in ran.err
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [each.name for each in tmp_path.iterdir()] == ([] if make is nothing else ["praxis.db"])


@pytest.mark.parametrize("make", [folder, text, foreign])
def test_set_up_makes_no_practice_in_what_is_another_s(
    shell: Shell, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "praxis.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    shell.store = str(path)
    ran = shell.run("setup", str(PRACTICE))
    assert (ran.status, ran.out) == (2, "")
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_store_without_a_practice(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "praxis.db"
    Store.open(str(path), create=True).close()
    shell.store = str(path)
    ran = shell.run("book", text=json.dumps(visit("2026-11-23T09:00")))
    assert (ran.status, ran.out) == (2, "")
    assert "praxidesk setup" in ran.err
    assert shell.run("setup", str(PRACTICE)).status == 0


def test_an_older_schema_is_upgraded_on_demand_and_a_newer_one_left_alone(
    shell: Shell, tmp_path: Path
) -> None:
    path = tmp_path / "praxis.db"
    store = Store.open(str(path), create=True)
    with store.write() as connection:
        config = revision.configuration()
        config.attributes["connection"] = connection
        command.downgrade(config, "-1")
    store.close()
    shell.store = str(path)
    ran = shell.run("setup", str(PRACTICE))
    assert (ran.status, ran.out) == (2, "")
    assert "praxidesk store upgrade" in ran.err
    status = shell.run("store", "status")
    assert f"(needs {revision.HEAD})" in status.out
    upgraded = shell.run("store", "upgrade")
    assert upgraded.status == 0
    assert upgraded.out.startswith("upgraded")
    assert shell.run("store", "upgrade").out == shell.run("store", "status").out
    assert shell.run("setup", str(PRACTICE)).status == 0
    connection_ = sqlite3.connect(path)
    connection_.execute(f"UPDATE {revision.VERSION_TABLE} SET version_num = '9999'")
    connection_.commit()
    connection_.close()
    for arguments in COMMANDS:
        ran = shell.run(*arguments)
        assert (ran.status, ran.out) == (2, "")
        assert "newer" in ran.err


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://nobody:s3cret@127.0.0.1:1/none",
        "mysql://root:s3cret@localhost/x",
        "sqlite://",
        "sqlite:///:memory:",
        "postgresql://u:s3cret@[::1/x",
        "postgresql:/u:s3cret@server/x",
        "://",
    ],
)
def test_addresses_that_lead_nowhere_keep_their_password(shell: Shell, url: str) -> None:
    shell.store = url
    ran = shell.run("book")
    assert (ran.status, ran.out) == (2, "")
    assert "s3cret" not in ran.err


def test_a_password_that_others_can_read_in_the_list_of_processes_is_spoken_of_once(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = "postgresql://nobody:s3cret@127.0.0.1:1/none"
    kept, by_query = secret.replace(":s3cret", ""), "postgresql://127.0.0.1:1/none?user=u&password=s3cret"
    for arguments, spoken_of in (
        (("--store", secret, "book"), "--store"),
        (("store", "status", f"--store={by_query}"), "--store"),
        (("user", "list", "--admin-url", secret), "--admin-url"),
        (("--store", kept, "book"), ""),
        (("--store", "no:pass@word", "book"), ""),
    ):
        monkeypatch.setattr("sys.argv", ["praxidesk", *arguments])
        ran = shell.run(*arguments)
        assert ran.status == 2
        assert ran.err.count("list of processes") == (1 if spoken_of else 0)
        assert spoken_of in ran.err
        assert "s3cret" not in ran.err
    # Of the environment nobody else reads anything.
    monkeypatch.setenv("PRAXIDESK_STORE", secret)
    monkeypatch.setattr("sys.argv", ["praxidesk", "book"])
    assert "list of processes" not in shell.run("book").err


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    defaults = Store.open.__func__.__kwdefaults__  # type: ignore[attr-defined]
    monkeypatch.setitem(defaults, "patience_ms", 100)


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("_impatient")
def test_a_locked_store(desk: Shell) -> None:
    holder = sqlite3.connect(str(desk.store), isolation_level=None)
    request = json.dumps(visit("2026-11-23T09:00"))
    holder.execute("BEGIN IMMEDIATE")
    ran = desk.run("book", text=request)
    assert ran.status == 0
    [answer] = ran.lines
    assert answer["outcome"] == "failed"
    assert str(desk.store) in answer["message"]
    assert desk.run("check", text=request).lines[0]["outcome"] == "free"
    ran = desk.run("setup", str(PRACTICE))
    assert (ran.status, ran.out) == (2, "")
    holder.execute("ROLLBACK")
    holder.execute("BEGIN EXCLUSIVE")
    ran = desk.run("book", text=request)
    assert (ran.status, ran.out) == (2, "")
    holder.close()
    assert desk.run("book", text=request).lines[0]["outcome"] == "booked"


class Process:
    """A command that runs beside the test, asked line by line."""

    def __init__(self, store: str, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "praxidesk", "--now", NOW, *arguments],
            env={**os.environ, "PRAXIDESK_STORE": store},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ask(self, request: dict[str, object]) -> dict[str, object]:
        """The answer, which comes before there is another line."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer: dict[str, object] = json.loads(self._process.stdout.readline())
        return answer

    def end(self) -> tuple[int, str]:
        """Exit status and stderr."""
        _, err = self._process.communicate(timeout=60)
        return self._process.returncode, err


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.parametrize("accident", ["deleted", "replaced", "truncated"])
def test_a_file_that_goes_away_between_two_lines(desk: Shell, accident: str) -> None:
    path = Path(str(desk.store))
    original = path.read_bytes()
    process = Process(str(path), "book")
    assert process.ask(visit("2026-11-23T09:00"))["outcome"] == "booked"
    if accident == "truncated":
        path.write_bytes(b"")
    else:
        path.unlink()
    if accident == "replaced":
        path.write_bytes(original)
    for start in ("2026-11-23T10:00", "2026-11-23T11:00"):
        answer = process.ask(visit(start))
        assert answer["outcome"] == "failed"
        assert path.name in str(answer["message"])
    assert process.end() == (0, "")


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
def test_a_server_that_ends_the_connection(desk: Shell) -> None:
    process = Process(str(desk.store), "book")
    assert process.ask(visit("2026-11-23T09:00"))["outcome"] == "booked"
    store = Store.open(str(desk.store))
    with store.read() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND datname = current_database()"
        )
    store.close()
    outcomes = [process.ask(visit(f"2026-11-23T{hour}:00"))["outcome"] for hour in (10, 11, 12)]
    assert set(outcomes) <= {"booked", "failed"}
    assert outcomes[-1] == "booked"
    assert process.end() == (0, "")


def test_every_fault_says_what_to_do() -> None:
    for fault in StoreFault:
        said = explain(fault, "technical", "postgresql://u:secret@h/d")
        assert "secret" not in said
        assert said.startswith("store postgresql://u:***@h/d: ")
        assert said.endswith("(technical)")
    for trouble in _NOT_CONNECTED:
        said = explain(StoreFault.UNREACHABLE, "technical", "postgresql://h/d", trouble)
        assert "does not answer: check network and server" not in said, "something better is known"
    copy = explain(StoreFault.READ_ONLY, "", "postgresql://h/d")
    assert "follows another" in copy
    assert "folder" not in copy
    assert "folder" in explain(StoreFault.READ_ONLY, "", "praxis.db")
    assert without_password("postgresql://h/d?password=secret&a=b") == "postgresql://h/d?password=***&a=b"
    assert without_password("C:/praxis@home:1.db") == "C:/praxis@home:1.db"
