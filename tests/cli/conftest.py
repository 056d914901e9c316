"""The command line, run inside the test where nothing else is asked, and as a process where it is."""

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from praxidesk.cli import main

PRACTICE = Path(__file__).parents[1] / "services" / "practice.toml"
NOW = "2026-11-20T12:00"

Json = dict[str, Any]


@dataclass(frozen=True)
class Ran:
    """What a command left."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[Json]:
        """Its answers."""
        return [json.loads(line) for line in self.out.splitlines()]


class Shell:
    """Runs commands in this process."""

    def __init__(self, capture: pytest.CaptureFixture[bytes], patch: pytest.MonkeyPatch) -> None:
        self._capture = capture
        self._patch = patch
        self.store: str | None = None

    def run(self, *arguments: str, text: str | bytes = b"") -> Ran:
        """Run a command, on the store if there is one."""
        given = text.encode() if isinstance(text, str) else text
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        before = [] if self.store is None else ["--store", self.store, "--now", NOW]
        self._capture.readouterr()
        status = main([*before, *arguments])
        out, err = self._capture.readouterr()
        assert b"Traceback" not in err
        return Ran(status, out.decode(), err.decode())

    def ask(self, command: str, *requests: Json | str) -> list[Json]:
        """One answer for each request."""
        lines = [each if isinstance(each, str) else json.dumps(each) for each in requests]
        ran = self.run(command, text="\n".join(lines) + "\n")
        assert (ran.status, ran.err) == (0, "")
        assert len(ran.lines) == len(requests)
        return ran.lines


@pytest.fixture
def shell(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell that names no store."""
    return Shell(capsysbinary, monkeypatch)


@pytest.fixture
def desk(shell: Shell, store_url: str) -> Shell:
    """A shell on a set-up practice."""
    shell.store = store_url
    assert shell.run("setup", str(PRACTICE)).status == 0
    return shell


def visit(start: str, **more: Any) -> Json:
    """A request for half an hour with Dr. Koç."""
    people = [{"actor": "KOC", "role": "practitioner"}]
    return {"type": "FREI", "start": start, "participants": people} | more
