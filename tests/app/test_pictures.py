"""``snapshot``, ``demo`` and the bare command, as a person at a terminal without a display meets them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from praxidesk.cli import main
from praxidesk.models.store import Store
from tests.leftovers import ROOT
from tests.small_practice import put_into


def praxidesk(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    known = {name: value for name, value in os.environ.items() if name not in _SCREEN}
    return subprocess.run(
        [sys.executable, "-m", "praxidesk", *arguments],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**known, "PYTHONPATH": str(ROOT), **environment},
        timeout=110,
        check=False,
    )


_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture
def filled(store_url: str) -> str:
    store = Store.open(store_url)
    put_into(store)
    store.close()
    return store_url


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the command is started in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("view", ["day", "week", "month", "rooms", "board"])
def test_a_snapshot_has_the_size_and_theme_asked_for(tmp_path: Path, filled: str, view: str) -> None:
    out = tmp_path / "view.png"
    asked = f"--view {view} --date 2026-11-23 --size 1280x800 --theme dark --lang en --actors OP1"
    done = praxidesk("snapshot", "--out", str(out), *asked.split(), PRAXIDESK_STORE=filled)
    assert (done.returncode, done.stderr) == (0, "")
    if sys.platform != "win32":
        assert out.stat().st_mode & 0o777 == 0o600, "it shows names"
    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == (1280, 800)
    assert picture.pixelColor(640, 2).lightness() < 80
    title = (picture.pixelColor(x, y).lightness() for x in range(30, 300) for y in range(12, 50))
    assert max(title) > 200, "the title cannot be read"


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        pytest.param("--view year --date 2026-11-23 --out x.png", "year", id="view"),
        pytest.param("--view day --date 2026-02-29 --out x.png", "2026-02-29", id="date"),
        pytest.param("--view day --date today --out x.png", "today", id="date in words"),
        pytest.param("--view day --date 2026-11-23 --out x.png --size big", "big", id="size"),
        pytest.param("--view day --date 2026-11-23 --out x.png --size 10x10", "10x10", id="too small"),
        pytest.param("--view day --date 2026-11-23 --out x.jpg", "x.jpg", id="no picture's name"),
        pytest.param("--view day --date 2026-11-23 --out no/where/x.png", "no/where", id="no folder"),
        pytest.param("--view day --date 2026-11-23 --out x.png --actors WEB,,R1", "WEB,,R1", id="codes"),
        pytest.param("--view board --date 2026-11-23 --out x.png --actors OP9", "OP9", id="no such room"),
        pytest.param("--view day --date 2026-11-23 --out x.png --lang fr", "fr", id="language"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_reason(
    here: Path, capsys: pytest.CaptureFixture[str], filled: str, arguments: str, reason: str
) -> None:
    assert main(["snapshot", "--store", filled, *arguments.split()]) == 2
    said = capsys.readouterr().err
    assert reason in said
    assert "Traceback" not in said
    assert list(here.iterdir()) == []


def test_an_actor_nobody_knows_is_refused_by_the_real_window(tmp_path: Path, filled: str) -> None:
    asked = "--view day --date 2026-11-23 --out x.png --actors NOBODY"
    done = praxidesk("snapshot", "--store", filled, *asked.split(), cwd=tmp_path)
    assert done.returncode == 2
    assert "NOBODY" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_snapshot_of_a_missing_store_says_so(tmp_path: Path) -> None:
    out = tmp_path / "x.png"
    asked = ("--view", "day", "--date", "2026-11-23", "--out", str(out))
    done = praxidesk("snapshot", "--store", str(tmp_path / "none.db"), *asked)
    assert done.returncode == 2
    assert "none.db" in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()


def test_without_a_display_the_demo_saves_four_pictures_and_says_so(tmp_path: Path) -> None:
    done = praxidesk("demo", "--date", "2026-11-23", "--keep", "kept.db", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    files = [f"praxidesk-{view}.png" for view in ("day", "week", "month", "rooms")]
    assert all(name in done.stdout for name in files)
    assert all(QImage(str(tmp_path / name)).width() == 1600 for name in files)
    again = praxidesk("demo", "--date", "2026-11-23", "--keep", "kept.db", cwd=tmp_path)
    assert again.returncode == 0
    assert "opening" in again.stderr


def test_the_demo_touches_no_other_practice(tmp_path: Path, filled: str) -> None:
    done = praxidesk("demo", "--date", "2026-11-23", "--keep", filled, cwd=tmp_path)
    assert done.returncode == 2
    assert "another practice" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [(), ("board",)], ids=["window", "board"])
def test_a_window_needs_a_display_and_says_so(command: tuple[str, ...]) -> None:
    done = praxidesk(*command)
    assert done.returncode == 2
    assert "display" in done.stderr
