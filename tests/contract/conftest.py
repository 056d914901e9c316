"""One practice, asked only through the installed command, as a phone system would."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PRACTICE = Path(__file__).with_name("practice.toml")
RULES = Path(__file__).with_name("rules.toml")
NOW = "2026-11-20T12:00"

Json = dict[str, Any]


class Desk:
    """The command on one store."""

    def __init__(self, store: str) -> None:
        self.store = store

    def run(self, *args: str, text: str = "", now: str = NOW) -> subprocess.CompletedProcess[str]:
        """Any command, with its exit status."""
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith("PRAXIDESK_")
        } | {"PYTHONUTF8": "1"}
        return subprocess.run(
            [sys.executable, "-m", "praxidesk", "--store", self.store, "--now", now, *args],
            input=text,
            capture_output=True,
            text=True,
            timeout=100,
            env=environment,
            check=False,
        )

    def ask(self, command: str, *requests: Json | str, now: str = NOW) -> list[Json]:
        """One answer a request."""
        lines = [line if isinstance(line, str) else json.dumps(line) for line in requests]
        done = self.run(command, text="\n".join(lines) + "\n", now=now)
        assert done.returncode == 0, done.stderr
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        assert len(answers) == len(requests)
        return answers

    def book(self, *requests: Json) -> list[Json]:
        """Book, each as given."""
        return self.ask("book", *requests)

    def agenda(self, first: str, last: str, *more: str) -> list[Json]:
        """The entries of some days."""
        return self.lines("agenda", "--from", first, "--to", last, *more)

    def lines(self, *args: str) -> list[Json]:
        """What a command lists."""
        done = self.run(*args)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="session")
def desk_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A set-up SQLite store, made once."""
    return _made(PRACTICE, tmp_path_factory)


@pytest.fixture(scope="session")
def rules_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same of the practice that has a rule of every kind."""
    return _made(RULES, tmp_path_factory)


@pytest.fixture
def desk(desk_template: Path, tmp_path: Path) -> Desk:
    """A fresh copy of the practice."""
    return _copy(desk_template, tmp_path)


@pytest.fixture
def rules(rules_template: Path, tmp_path: Path) -> Desk:
    """A fresh copy of the practice that has a rule of every kind."""
    return _copy(rules_template, tmp_path)


def _made(practice: Path, factory: pytest.TempPathFactory) -> Path:
    path = factory.mktemp("contract") / "template.db"
    done = Desk(str(path)).run("setup", str(practice))
    assert done.returncode == 0, done.stderr
    return path


def _copy(template: Path, folder: Path) -> Desk:
    path = folder / "practice.db"
    path.write_bytes(template.read_bytes())
    path.chmod(0o600)
    return Desk(str(path))


def _visit(start: str, **more: Any) -> Json:
    """An appointment without needs at Dr. Koç's, 30 minutes."""
    return {
        "type": "FREI",
        "start": start,
        "participants": [{"actor": "KOC", "role": "practitioner"}],
    } | more


@pytest.fixture
def visit() -> Callable[..., Json]:
    """Write a request."""
    return _visit
