"""``start.py`` on machines that are not this one."""

import ast
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from praxidesk.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "start.py"
OLDEST_TO_PARSE = (3, 8)

Ran = list[list[str]]


@pytest.fixture
def start(tmp_path: Path) -> ModuleType:
    """The script as a module, setting up a folder of the test's own."""
    spec = importlib.util.spec_from_file_location("start", SOURCE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    venv = tmp_path / ".venv"
    for name, place in {
        "ROOT": tmp_path,
        "VENV": venv,
        "LOCK": tmp_path / "requirements.lock",
        "STAMP": venv / "start.json",
        "PROGRAMS": venv / "bin",
        "PYTHON": venv / "bin/python",
    }.items():
        setattr(module, name, place)
    venv.mkdir()
    (tmp_path / "requirements.lock").write_text("none")
    (tmp_path / "pyproject.toml").write_text("none")
    return module


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Ran:
    """The commands that would have been run, all of them successful."""
    words: Ran = []

    def run(command: list[str], **_: object) -> "subprocess.CompletedProcess[str]":
        words.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    return words


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Hide a module of this Python from whoever looks for it."""
    real = importlib.util.find_spec
    hidden: set[str] = set()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name in hidden else real(name))
    return hidden.add


def test_an_old_python_gets_as_far_as_the_message() -> None:
    ast.parse(SOURCE.read_text("utf-8"), feature_version=OLDEST_TO_PARSE)


def test_an_old_python_is_told_what_is_wanted(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ran: Ran
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert start.main() == 1
    assert "PraxiDesk needs Python 3.11 or newer; this is 3.9.2." in capsys.readouterr().err
    assert ran == []


def test_only_the_standard_library_is_imported() -> None:
    tree = ast.parse(SOURCE.read_text("utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


def test_without_a_command_it_explains_itself(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["start.py"])
    assert start.main() == 2
    assert "python3 start.py demo" in capsys.readouterr().out


def test_a_ready_environment_is_left_alone(start: ModuleType, ran: Ran, tmp_path: Path) -> None:
    digest = hashlib.sha256(b"none").hexdigest()
    stamp = {"python": sys.version, "folder": str(tmp_path), "lock": digest, "project": digest}
    start.STAMP.write_text(json.dumps(stamp | {"offscreen": "complete"}))
    start.prepare_environment()
    assert ran == []


@pytest.mark.parametrize("changed", ["requirements.lock", "pyproject.toml"])
def test_what_changed_is_installed_again(start: ModuleType, ran: Ran, changed: str, tmp_path: Path) -> None:
    start.prepare_environment()
    ran.clear()
    start.prepare_environment()
    assert ran == []
    (tmp_path / changed).write_text("more")
    start.prepare_environment()
    assert any("--require-hashes" in words for words in ran)
    assert any("--editable" in words for words in ran)


def test_a_half_made_environment_counts_for_nothing(start: ModuleType) -> None:
    start.STAMP.write_text('{"python": "3.1')
    assert start.read_stamp() == {}


def test_without_ensurepip_the_systems_pip_fills_the_environment(
    start: ModuleType, ran: Ran, without: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    without("ensurepip")
    import_pip = [str(start.PYTHON), "-c", "import pip"]

    def run(words: list[str], **_: object) -> "subprocess.CompletedProcess[str]":
        ran.append(words)
        return subprocess.CompletedProcess(words, int(words == import_pip), "", "")

    monkeypatch.setattr(subprocess, "run", run)
    assert start.environment_pip() == [sys.executable, "-m", "pip", "--python", str(start.PYTHON)]
    assert [sys.executable, "-m", "venv", "--clear", "--without-pip", str(start.VENV)] in ran


def test_a_debian_without_pip_and_venv_installs_them_as_root(
    start: ModuleType, ran: Ran, without: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    without("ensurepip")
    without("pip")
    monkeypatch.setattr("shutil.which", lambda _: "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    start.environment_pip()
    assert ["apt-get", "install", "--yes", "--no-install-recommends", "python3-venv"] in ran
    assert [sys.executable, "-m", "venv", "--clear", str(start.VENV)] in ran


def test_anybody_else_is_told_the_one_line(
    start: ModuleType, ran: Ran, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match="sudo apt-get install --yes --no-install-recommends libegl1 libgl1"):
        start.install_packages({"libgl1", "libegl1"}, "Qt misses libEGL, libGL")
    assert ran == []


def test_another_system_is_told_what_is_missing(
    start: ModuleType, ran: Ran, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(SystemExit, match="Qt misses libEGL"):
        start.install_packages({"libegl1"}, "Qt misses libEGL")
    assert ran == []


def test_what_one_test_needs_of_x_is_offered_once_and_only_where_nobody_is_asked(
    start: ModuleType, ran: Ran, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(start, "missing_libraries", lambda _: {"libxcb-cursor", "libunknown"})
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    start.offer_screen_of_x()
    assert ran == []
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    start.offer_screen_of_x()
    start.offer_screen_of_x()
    words = ["apt-get", "install", "--yes", "--no-install-recommends", "libxcb-cursor0", "xvfb"]
    assert [each for each in ran if "install" in each] == [words]


def test_missing_libraries_are_read_from_the_linker(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    (start.VENV / "lib/python3.11/site-packages/PySide6").mkdir(parents=True)
    listing = (
        "\tlinux-vdso.so.1 (0x00007ffc)\n\tlibEGL.so.1 => not found\n"
        "\tlibglib-2.0.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x00007f)\n"
    )
    monkeypatch.setattr(
        subprocess, "run", lambda words, **_: subprocess.CompletedProcess(words, 0, listing, "")
    )
    missing = start.missing_libraries("offscreen")
    assert missing == {"libEGL", "libglib-2.0"}
    assert {start.DEBIAN_PACKAGES[name] for name in missing} == {"libegl1", "libglib2.0-0"}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["-q"], ["-n", "2", "-q"]),
        (["-n", "0", "-k", "gaps"], ["-n", "0", "-k", "gaps"]),
        (["-n4"], ["-n4"]),
        (["--numprocesses=4"], ["--numprocesses=4"]),
        (["--pdb", "tests/engine"], ["--pdb", "tests/engine"]),
        (["-p", "no:xdist"], ["-p", "no:xdist"]),
    ],
)
def test_tests_share_the_processors_unless_told_otherwise(
    start: ModuleType, given: list[str], said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert start.test_arguments(given) == said


@pytest.mark.parametrize(
    ("testing", "display", "chosen"),
    [(True, ":0", "offscreen"), (False, "", "offscreen"), (False, ":0", None)],
    ids=["tests", "no display", "a display"],
)
def test_qt_draws_offscreen_where_nobody_looks(
    start: ModuleType, testing: bool, display: str, chosen: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    start.choose_screen(testing=testing)
    assert os.environ.get("QT_QPA_PLATFORM") == chosen


def test_commands_that_draw_nothing_exist(start: ModuleType) -> None:
    commands = {each.name for each in COMMANDS}
    drawing = {"demo", "snapshot", "print", "bench", "board"}
    assert {name for name in start.DRAWS_NOTHING if not name.startswith("-")} == commands - drawing
