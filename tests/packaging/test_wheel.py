import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What is in a wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_everything_the_program_reads_is_in_the_wheel(names: set[str]) -> None:
    package = ROOT / "praxidesk"
    needed = {
        path.relative_to(ROOT).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc" and path.name != ".DS_Store"
    }
    assert needed <= names
    for example in (
        "praxidesk/resources/demo/practice.toml",
        "praxidesk/resources/fonts/OFL.txt",
        "praxidesk/resources/themes/tokens.json",
        "praxidesk/resources/translations/praxidesk_de.qm",
    ):
        assert example in names
    assert any(name.startswith("praxidesk/models/migrations/versions/") for name in names)


def test_nothing_else_is_in_the_wheel(names: set[str]) -> None:
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"praxidesk"}
    assert not any(name.endswith(".pyc") for name in names)


def test_the_licence_comes_along(names: set[str]) -> None:
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
