"""``praxidesk print``, as a script without a display runs it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from praxidesk.cli import main
from praxidesk.models.store import Store
from tests.leftovers import ROOT
from tests.models.bookings import NINE, appointment, put
from tests.small_practice import put_into

NOW = ("--now", "2026-11-23T07:12")


@pytest.fixture
def filled(store_url: str) -> str:
    store = Store.open(store_url)
    practice = put_into(store)
    put(practice, appointment(practice), appointment(practice, NINE - 86400 * 30, people="KOC P-1002"))
    store.close()
    return store_url


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the command is started in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "pages"),
    [
        ("day --date 2026-11-23", 5),
        ("day --date 2026-11-23 --actors WEB,R1 --lang en", 2),
        ("week --date 2026-11-23 --actors WEB", 1),
        ("month --date 2026-11-23", 1),
        ("rooms --date 2026-11-23", 1),
        ("slip --entry 1", 1),
        ("slip --entry 1 --a4", 1),
        ("recall --type KONTR --from 2026-10-01 --to 2026-10-31", 1),
    ],
)
def test_each_kind_becomes_a_file_and_its_pages_are_said(
    here: Path, capsys: pytest.CaptureFixture[str], filled: str, asked: str, pages: int
) -> None:
    assert main(["print", "--store", filled, *NOW, *asked.split(), "--pdf", "x.pdf"]) == 0
    said = capsys.readouterr()
    assert said.out == f"x.pdf: {pages} page{'s' * (pages != 1)}\n"
    content = (here / "x.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", content)) == pages
    assert [each.name for each in here.iterdir()] == ["x.pdf"]


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        pytest.param("year --date 2026-11-23 --pdf x.pdf", "year", id="kind"),
        pytest.param("day --pdf x.pdf", "--date", id="no date"),
        pytest.param("day --date 2026-11-23", "--pdf", id="no file"),
        pytest.param("day --date 2026-02-30 --pdf x.pdf", "2026-02-30", id="date"),
        pytest.param("day --date 2026-11-23 --pdf x.txt", "x.txt", id="name"),
        pytest.param("day --date 2026-11-23 --pdf no/where/x.pdf", "no/where", id="folder"),
        pytest.param("day --date 2026-11-23 --actors NIX --pdf x.pdf", "'NIX'", id="actor"),
        pytest.param("day --date 2026-11-23 --actors A,,B --pdf x.pdf", "A,,B", id="codes"),
        pytest.param("day --date 2026-11-23 --entry 1 --pdf x.pdf", "--entry", id="not its option"),
        pytest.param("slip --pdf x.pdf", "--entry", id="no entry"),
        pytest.param("slip --entry one --pdf x.pdf", "one", id="entry in words"),
        pytest.param("slip --entry 4711 --pdf x.pdf", "4711", id="unknown entry"),
        pytest.param("slip --entry 99999999999999999999 --pdf x.pdf", "99999999999", id="too large"),
        pytest.param("slip --entry -1 --pdf x.pdf", "-1", id="negative"),
        pytest.param("recall --from 2026-01-01 --to 2026-02-01 --pdf x.pdf", "--type", id="no type"),
        pytest.param("recall --type NIX --from 2026-01-01 --to 2026-02-01 --pdf x.pdf", "'NIX'", id="type"),
        pytest.param(
            "recall --type KONTR --from 2026-02-01 --to 2026-01-31 --pdf x.pdf", "before", id="order"
        ),
        pytest.param("week --date 2026-11-23 --lang fr --pdf x.pdf", "fr", id="language"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_its_reason(
    here: Path, capsys: pytest.CaptureFixture[str], filled: str, asked: str, reason: str
) -> None:
    assert main(["print", "--store", filled, *NOW, *asked.split()]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert reason in said.err
    assert "Traceback" not in said.err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_a_file_that_cannot_be_written_is_said_and_what_was_there_stays(
    here: Path, capsys: pytest.CaptureFixture[str], filled: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "x.pdf").write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("praxidesk.ui.whole_file.os.fsync", refuse)
    asked = ["print", "day", "--date", "2026-11-23", "--pdf", "x.pdf"]
    assert main([*asked, "--store", filled, *NOW]) == 2
    assert "x.pdf was not saved: No space left" in capsys.readouterr().err
    assert (here / "x.pdf").read_bytes() == b"old"


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_it_needs_no_display(here: Path, filled: str) -> None:
    known = {name: value for name, value in os.environ.items() if name not in _SCREEN}
    asked = ["print", "week", "--date", "2026-11-23", "--pdf", "x.pdf", "--store", filled]
    done = subprocess.run(
        [sys.executable, "-m", "praxidesk", *asked],
        capture_output=True,
        text=True,
        env={**known, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (here / "x.pdf").exists()


_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
