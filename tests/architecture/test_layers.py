"""The import contracts hold, and each of them notices when it is broken."""

import ast
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Crossing:
    """An import that must not be, planted into one module of a copy."""

    contract: str
    importer: str
    imported: str

    @property
    def module(self) -> str:
        """Name of the planted module."""
        return f"{self.importer}.planted_{self.imported.replace('.', '_')}"

    def __str__(self) -> str:
        return f"{self.importer} imports {self.imported}"


DOWNWARD = "Imports point down"
GATEWAY = "The screen speaks only to the gateway"
PURE = "The engine is pure"
ZONES = "One module knows time zones"
QT = "Qt only where something is drawn"
CROSSINGS = [
    Crossing(DOWNWARD, "praxidesk.engine", "praxidesk.models"),
    Crossing(DOWNWARD, "praxidesk.engine", "praxidesk.exchange"),
    Crossing(DOWNWARD, "praxidesk.models", "praxidesk.exchange"),
    Crossing(DOWNWARD, "praxidesk.exchange", "praxidesk.models"),
    Crossing(DOWNWARD, "praxidesk.models", "praxidesk.services"),
    Crossing(DOWNWARD, "praxidesk.services", "praxidesk.worker"),
    Crossing(DOWNWARD, "praxidesk.worker", "praxidesk.ui"),
    Crossing(DOWNWARD, "praxidesk.ui", "praxidesk.app"),
    Crossing(DOWNWARD, "praxidesk.ui", "praxidesk.cli"),
    Crossing(GATEWAY, "praxidesk.ui", "praxidesk.services"),
    Crossing(GATEWAY, "praxidesk.ui", "praxidesk.exchange"),
    Crossing(GATEWAY, "praxidesk.ui", "praxidesk.models"),
    Crossing(GATEWAY, "praxidesk.ui", "sqlalchemy"),
    Crossing(PURE, "praxidesk.engine", "sqlalchemy"),
    Crossing(PURE, "praxidesk.engine", "PySide6"),
    Crossing(PURE, "praxidesk.engine", "time"),
    Crossing(ZONES, "praxidesk.engine", "zoneinfo"),
    Crossing(ZONES, "praxidesk.exchange", "zoneinfo"),
    Crossing(ZONES, "praxidesk.ui", "zoneinfo"),
    Crossing(QT, "praxidesk.services", "PySide6"),
    Crossing(QT, "praxidesk.models", "PySide6"),
    Crossing(QT, "praxidesk.exchange", "PySide6"),
]


def lint_imports(folder: Path) -> "subprocess.CompletedProcess[str]":
    script = "import sys; from importlinter.cli import lint_imports_command as run; run()"
    # Plain words: no colours, and lines that no terminal's width breaks.
    environment = {"PATH": "", "PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "400"}
    words = [sys.executable, "-c", script, "--no-cache", "--config", str(folder / "pyproject.toml")]
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def copied_project(folder: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(
        ROOT / "praxidesk", folder / "praxidesk", ignore=shutil.ignore_patterns("*.pyc", "resources")
    )
    return folder


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the contracts say about a copy with every crossing planted."""
    folder = copied_project(tmp_path_factory.mktemp("planted"))
    for crossing in CROSSINGS:
        path = folder.joinpath(*crossing.module.split(".")).with_suffix(".py")
        path.write_text(f"import {crossing.imported}\n")
    result = lint_imports(folder)
    assert result.returncode == 1, result.stderr
    return result.stdout


def test_the_contracts_hold() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("crossing", CROSSINGS, ids=str)
def test_a_contract_breaks_when(crossing: Crossing, planted: str) -> None:
    _, _, report = planted.partition("Broken contracts")
    # A heading is a contract's name with a line under it.
    _, *parts = re.split(r"^(.+)\n-{3,}\n", report, flags=re.MULTILINE)
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    section = next(text for name, text in sections.items() if name.startswith(crossing.contract))
    assert f"{crossing.module} -> {crossing.imported} " in section


def test_the_engine_imports_only_itself_and_the_standard_library() -> None:
    allowed = sys.stdlib_module_names | {"praxidesk"}
    for path in sorted((ROOT / "praxidesk/engine").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            else:
                continue
            assert {name.partition(".")[0] for name in names} <= allowed, path.name
            own = [name for name in names if name.startswith("praxidesk")]
            assert all(name.startswith("praxidesk.engine") for name in own), path.name


def test_the_worker_knows_of_qt_only_its_core() -> None:
    for path in sorted((ROOT / "praxidesk/worker").rglob("*.py")):
        source = path.read_text("utf-8")
        for part in ("QtGui", "QtWidgets", "QtPrintSupport", "QtSvg"):
            assert f"PySide6.{part}" not in source, path.name
