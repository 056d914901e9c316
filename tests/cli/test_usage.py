"""Usage: options before and after, what is missing or wrong, and that it is said in one line."""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from praxidesk.cli import COMMANDS, _LazyParser, main
from tests.cli.conftest import Shell, visit

DAYS = ("--from", "2026-11-23", "--to", "2026-11-23")


def test_help_names_every_command(shell: Shell) -> None:
    ran = shell.run("--help")
    assert ran.status == 0
    for command in COMMANDS:
        assert command.name in ran.out


@pytest.mark.parametrize("command", [each.name for each in COMMANDS])
def test_every_command_explains_itself(shell: Shell, command: str) -> None:
    ran = shell.run(command, "--help")
    assert ran.status == 0
    assert "--store" in ran.out


def test_a_parser_that_is_not_made_yet_may_be_asked_for_its_help() -> None:
    """As Python 3.14 asks each one that is added to others."""
    parent = argparse.ArgumentParser(prog="praxidesk")
    commands = parent.add_subparsers(parser_class=_LazyParser)
    added = commands.add_parser("book", help="books")
    added._check_help(parent._actions[0])


def test_the_version(shell: Shell) -> None:
    ran = shell.run("--version")
    assert ran.status == 0
    assert re.fullmatch(r"praxidesk .+\n", ran.out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("dance",),
        ("book", "one.jsonl", "two.jsonl"),
        ("book", "--fast"),
        ("agenda",),
        ("agenda", "--from", "2026-11-23"),
        ("agenda", "--from", "2026-02-30", "--to", "2026-03-01"),
        ("agenda", "--from", "20261123", "--to", "20261124"),
        ("agenda", "--from", "2026-W48-1", "--to", "2026-11-30"),
        ("agenda", "--from", "heute", "--to", "morgen"),
        ("store",),
        ("store", "drop"),
        ("import",),
        ("import", "xml", "file"),
        ("setup",),
        ("--store",),
        ("--st", "x", "agenda", *DAYS),
    ],
)
def test_bad_usage_is_2(shell: Shell, arguments: tuple[str, ...]) -> None:
    ran = shell.run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "usage: praxidesk" in ran.err


def test_a_day_before_the_first_is_refused(desk: Shell) -> None:
    ran = desk.run("agenda", "--from", "2026-11-23", "--to", "2026-11-22")
    assert (ran.status, ran.out) == (2, "")
    assert "2026-11-22" in ran.err


def test_nobody_of_that_code(desk: Shell) -> None:
    ran = desk.run("agenda", *DAYS, "--actor", "NIX")
    assert (ran.status, ran.out) == (2, "")
    assert "'NIX'" in ran.err


def test_the_store_before_after_and_around(desk: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    url, desk.store = desk.store, None
    assert url is not None
    for arguments in (
        ("--store", url, "agenda", *DAYS),
        ("agenda", *DAYS, "--store", url),
        ("--store", "elsewhere", "agenda", "--store", url, *DAYS),
        ("store", "status", f"--store={url}"),
    ):
        assert desk.run(*arguments).status == 0
    monkeypatch.setenv("PRAXIDESK_STORE", url)
    assert desk.run("agenda", *DAYS).status == 0
    assert desk.run("agenda", *DAYS, "--store", "nowhere.db").status == 2


def test_without_a_store_it_is_the_user_s_own(shell: Shell) -> None:
    ran = shell.run("agenda", *DAYS)
    assert ran.status == 2
    assert "PraxiDesk" in ran.err
    assert "praxidesk setup" in ran.err


def test_an_empty_store_option_is_refused(shell: Shell) -> None:
    assert shell.run("agenda", *DAYS, "--store", "").status == 2


@pytest.mark.parametrize(
    "now",
    ["now", "2026-11-23", "20261123T0900", "2026-11-31T09:00", "2026-11-23T25:00", "2026-11-23T09:00+1", "",
     "2027-03-28T02:30", "2026-11-23T09:00Ω", "9999-12-31T23:59-12:00"],
)  # fmt: skip
def test_a_clock_that_cannot_be_is_refused(desk: Shell, now: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = desk.run("book", "--now", now, text="{}")
    assert (ran.status, ran.out) == (2, "")
    assert "--now" in ran.err
    url, desk.store = desk.store, None
    if now and url is not None:
        monkeypatch.setenv("PRAXIDESK_NOW", now)
        assert desk.run("book", "--store", url, text="{}").status == 2


@pytest.mark.parametrize(
    ("now", "is_past"),
    [
        ("2026-11-23T09:00", False),
        ("2026-11-23T09:01", True),
        ("2026-11-23T09:01:00", True),
        ("2026-11-23T08:00Z", False),
        ("2026-11-23T08:01Z", True),
        ("2026-11-23T09:01+02:00", False),
    ],
)
def test_the_clock_can_be_replaced(
    desk: Shell, now: str, is_past: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = '{"type": "FREI", "start": "2026-11-23T09:00", "participants": []}'
    url, desk.store = desk.store, None
    assert url is not None
    monkeypatch.setenv("PRAXIDESK_NOW", now)
    [answer] = desk.run("check", "--store", url, text=request).lines
    assert [each["kind"] for each in answer["warnings"]] == ["in_the_past"] * is_past


def test_the_machine_s_clock_is_the_default(desk: Shell) -> None:
    url, desk.store = desk.store, None
    assert url is not None
    [answer] = desk.run("check", "--store", url, text=json.dumps(visit("2020-01-07T09:00"))).lines
    assert [each["kind"] for each in answer["warnings"]] == ["in_the_past"]


def test_files_and_standard_input(desk: Shell, tmp_path: Path) -> None:
    file = tmp_path / "requests.jsonl"
    file.write_text(json.dumps(visit("2026-11-23T09:00")) + "\n", encoding="utf-8")
    assert desk.run("check", str(file)).lines == desk.run("check", text=file.read_bytes()).lines
    assert desk.run("check", "-", text=file.read_bytes()).status == 0
    for missing in (tmp_path / "none.jsonl", tmp_path):
        ran = desk.run("check", str(missing))
        assert (ran.status, ran.out) == (2, "")
        assert str(missing) in ran.err


def test_a_bug_is_a_sentence(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_options: object) -> int:
        raise ZeroDivisionError("no such thing")

    monkeypatch.setattr("praxidesk.commands.agenda.run", fails)
    ran = shell.run("agenda", *DAYS)
    assert ran.status == 2
    assert "ZeroDivisionError" in ran.err
    monkeypatch.setenv("PRAXIDESK_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["agenda", *DAYS])


def test_interrupted(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("praxidesk.commands.agenda.run", fails)
    assert shell.run("agenda", *DAYS).status == 130


def test_measurements_are_those_of_the_checkout(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def measure(arguments: list[str]) -> int:
        asked.append(arguments)
        return 0

    monkeypatch.setattr("benchmarks.__main__.main", measure)
    wanted = [[], ["--json", "x.json"], ["--json", "x.json", "--quick"]]
    assert [shell.run("bench", *each).status for each in wanted] == [0, 0, 0]
    assert asked == wanted
    monkeypatch.setattr("praxidesk.commands.bench.find_spec", lambda _: None)
    ran = shell.run("bench")
    assert (ran.status, ran.out) == (2, "")
    assert "checkout" in ran.err


def test_start_up_stays_light(shell: Shell) -> None:
    """What is slow to import is not, until a command needs it."""
    for arguments, unwanted in (
        (["--help"], {"sqlalchemy", "PySide6", "holidays", "alembic", "psycopg", "platformdirs"}),
        (["agenda", *DAYS, "--store", "none.db"], {"PySide6", "holidays", "alembic", "platformdirs"}),
    ):
        code = (
            "import sys; from praxidesk.cli import main; main(sys.argv[1:]);"
            "print(*{name.split('.')[0] for name in sys.modules}, file=sys.stderr)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
        )
        loaded = set(done.stderr.splitlines()[-1].split())
        assert "praxidesk" in loaded
        assert not loaded & unwanted
